import { describe, expect, test } from "vitest";
import type { AssetKind, FindingDetails } from "../core/index.ts";
import type { AnyCheck } from "../checks/define.ts";
import { parseAsset, type Parsed } from "../checks/parse.ts";
import { readFacts, viewFacts } from "../checks/provenance/facts.ts";
import { readRobustness, viewRobustness } from "../checks/robustness/facts.ts";
import { runInfraCheck } from "./infra-cases.ts";
import { filesIn, runFolderCheck } from "./folder-cases.ts";
import { runModelCheck } from "./model-cases.ts";

/** One thing that a check reported on a piece of text. */
export interface Reported {
  readonly line: number;
  readonly text: string;
  readonly details: FindingDetails;
}

interface UsualFile {
  readonly kind: AssetKind;
  readonly path: string;
}

const python: UsualFile = { kind: "python", path: "example.py" };
/** What a text is taken for where a case does not say. */
const usualFiles: Readonly<Record<string, UsualFile | undefined>> = {
  javascript: { kind: "typescript", path: "example.tsx" },
};

/** Views of what no file holds: a text has a line for each fact. */
const factViews: Readonly<
  Record<string, ((text: string) => Pick<Parsed, "views" | "lines">) | undefined>
> = {
  provenance: (text) => {
    const provenance = viewFacts(readFacts(text));
    return { views: { provenance }, lines: provenance.lines };
  },
  robustness: (text) => {
    const robustness = viewRobustness(readRobustness(text));
    return { views: { robustness }, lines: robustness.lines };
  },
};

/** Runs one check on a text, without the engine. */
export function runCheck(
  check: AnyCheck,
  input: { code: string; kind?: AssetKind; path?: string },
): Reported[] {
  const usual = usualFiles[check.meta.asset] ?? python;
  const { code, kind = usual.kind, path = usual.path } = input;
  if (check.meta.asset === "model")
    return runModelCheck(check, Buffer.from(code), { kind, path }).map(({ line, details }) => ({
      line: 1,
      text: line,
      details,
    }));
  if (check.meta.asset === "infra") {
    const { findings } = runInfraCheck(check, [{ path: input.path ?? "main.tf", text: code }]);
    return findings.map(({ at, details }) => ({
      line: at.document.lines.lineAt(at.start),
      text: code.slice(at.start, at.end),
      details,
    }));
  }
  if (check.meta.asset === "folder")
    return runFolderCheck(check, filesIn(code)).map(({ line, details }) => ({
      line: 1,
      text: line,
      details,
    }));
  const { views, lines } =
    factViews[check.meta.asset]?.(code) ?? parseAsset({ kind, path, text: code });
  const view = views[check.meta.asset];
  if (view === undefined) return [];
  const reported: Reported[] = [];
  (
    check.run as (
      view: unknown,
      report: (where: { start: number; end: number }, details?: FindingDetails) => void,
    ) => void
  )(view, ({ start, end }, details = {}) => {
    reported.push({ line: lines.lineAt(start), text: code.slice(start, end), details });
  });
  return reported;
}

/** A text, with the kind and name of its file where they matter. */
export type Case =
  | string
  | { readonly code: string; readonly kind?: AssetKind; readonly path?: string };

/** Declares the tests of a check: what must be found (at least once) and what must not. */
export function checkCases(
  check: AnyCheck,
  cases: { found: readonly Case[]; clean: readonly Case[] },
): void {
  describe(check.meta.id, () => {
    test.each(cases.found.map((item) => [titleOf(item), item] as const))("finds %s", (_, item) => {
      expect(runCheck(check, inputOf(item)).length).toBeGreaterThan(0);
    });
    test.each(cases.clean.map((item) => [titleOf(item), item] as const))(
      "is silent on %s",
      (_, item) => {
        expect(runCheck(check, inputOf(item))).toEqual([]);
      },
    );
  });
}

function inputOf(item: Case): { code: string; kind?: AssetKind; path?: string } {
  return typeof item === "string" ? { code: item } : item;
}

function titleOf(item: Case): string {
  return (typeof item === "string" ? item : item.code).replaceAll(/\s+/g, " ").slice(0, 100);
}
