import { describe, expect, test } from "vitest";
import type { AnyCheck } from "../checks/define.ts";
import { indexLines, type FindingDetails, type Span } from "../core/index.ts";
import { identify } from "../engine/identify.ts";
import type { Answer } from "../infra/answer.ts";
import { buildCloud, type Gap } from "../infra/cloud.ts";
import { readInfra } from "../infra/read.ts";
import type { Resource } from "../infra/resource.ts";
import { isObject, textIn } from "../infra/sources/live/json.ts";
import { resourceMaker, textOfBody } from "../infra/sources/live/resource.ts";
import type { Document, Place } from "../infra/value.ts";

/** What a check of infrastructure said of some files. */
export interface InfraRun {
  readonly findings: readonly { readonly at: Place; readonly details: FindingDetails }[];
  /** `address: outcome`, with what was not known. */
  readonly answers: readonly { readonly resource: string; readonly answer: Answer }[];
}

/** A text as the document that it is by its name. */
export function documentOf({ path, text }: { path: string; text: string }): Document {
  const bytes = Buffer.from(text);
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  return {
    path,
    text,
    kind: identify({ bytes, size: bytes.length, name }),
    lines: indexLines(text),
  };
}

/** Runs one check on resources, without the engine. */
export function judgeResources(
  check: AnyCheck,
  resources: readonly Resource[],
  gaps: readonly Gap[] = [],
): InfraRun {
  const findings: { at: Place; details: FindingDetails }[] = [];
  const answers: { resource: string; answer: Answer }[] = [];
  const view = {
    cloud: buildCloud(resources, gaps),
    answer: ({ address }: Resource, answer: Answer) => answers.push({ resource: address, answer }),
  };
  const report = (where: Span, details: FindingDetails = {}): void => {
    findings.push({ at: where as Place, details });
  };
  (check.run as (view: unknown, report: unknown) => void)(view, report);
  return { findings, answers };
}

interface CaseFile {
  readonly path: string;
  readonly text: string;
}

const snapshotName = "snapshot.jsonl";

/** The resources of a snapshot that a case writes: a header that says the dialect, then one a line. */
function snapshotResources({ text }: CaseFile): readonly Resource[] {
  const [head = {}, ...lines] = text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  const make = resourceMaker(head["dialect"] === "gcp" ? "gcp" : "aws");
  return lines.flatMap(({ type, address, account, region, body }) =>
    isObject(body)
      ? [
          make({
            type: String(type),
            address: String(address),
            ...(typeof account === "string" ? { account } : {}),
            ...(typeof region === "string" ? { region } : {}),
            text: textOfBody(body),
          }),
        ]
      : [],
  );
}

/** A file that holds what an account of Google Cloud told: type and body of each resource. */
export function gcpSnapshot(
  ...resources: readonly (readonly [type: string, body: Readonly<Record<string, unknown>>])[]
): CaseFile {
  const lines = resources.map(([type, body], index) => {
    const host = type.slice(0, type.indexOf("/"));
    const name = textIn((body as { readonly name?: string }).name) ?? `thing-${index}`;
    return { type, address: `//${host}/${name}`, body };
  });
  const head = { pavise: "snapshot", version: 1, dialect: "gcp" };
  return {
    path: snapshotName,
    text: [head, ...lines].map((line) => `${JSON.stringify(line)}\n`).join(""),
  };
}

/** Runs one check on files, without the engine. */
export function runInfraCheck(check: AnyCheck, files: readonly CaseFile[]): InfraRun {
  const live = files.filter(({ path }) => path.endsWith(snapshotName));
  const written = files.filter((file) => !live.includes(file));
  const { resources } = readInfra(written.map(documentOf));
  return judgeResources(check, [...resources, ...live.flatMap(snapshotResources)]);
}

/** Terraform where no name is said. */
type InfraCase = string | CaseFile;

/**
 * Declares the tests of a check of infrastructure: what must fail, what must pass, what cannot be told,
 * what was refused, and what it has nothing to say about.
 */
export function infraCases(
  check: AnyCheck,
  cases: {
    readonly fail: readonly InfraCase[];
    readonly pass: readonly InfraCase[];
    readonly unknown?: readonly InfraCase[];
    /** What we were not let in to see. */
    readonly refused?: readonly InfraCase[];
    readonly silent?: readonly InfraCase[];
  },
): void {
  function outcomes(item: InfraCase): readonly string[] {
    const file = typeof item === "string" ? { path: "main.tf", text: item } : item;
    return runInfraCheck(check, [file]).answers.map(({ answer }) => answer.kind);
  }
  function declare(outcome: Answer["kind"], items: readonly InfraCase[]): void {
    test.each(items.map((item) => [titleOf(item), item] as const))(`${outcome}: %s`, (_, item) => {
      expect([...new Set(outcomes(item))]).toEqual([outcome]);
    });
  }
  describe(check.meta.id, () => {
    declare("fail", cases.fail);
    declare("pass", cases.pass);
    declare("unknown", cases.unknown ?? []);
    declare("not-assessed", cases.refused ?? []);
    const silent = (cases.silent ?? []).map((item) => [titleOf(item), item] as const);
    test.each(silent)("has nothing to say of %s", (_, item) => {
      expect(outcomes(item)).toEqual([]);
    });
  });
}

function titleOf(item: InfraCase): string {
  return (typeof item === "string" ? item : item.text).replaceAll(/\s+/g, " ").slice(0, 120);
}
