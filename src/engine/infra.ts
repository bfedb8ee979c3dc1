import {
  indexLines,
  messageOf,
  type Assessment,
  type AssessmentSummary,
  type Coverage,
  type CoverageReason,
  type FindingDetails,
  type InventoryEntry,
  type Location,
  type Span,
} from "../core/index.ts";
import type { InfraView } from "../checks/infra/define.ts";
import type { Answer } from "../infra/answer.ts";
import { buildCloud, type Gap } from "../infra/cloud.ts";
import { readInfra } from "../infra/read.ts";
import type { TerraformOptions } from "../infra/sources/terraform/read.ts";
import type { Resource, SourceReading } from "../infra/resource.ts";
import type { Document, Place } from "../infra/value.ts";
import { inventoryOf, placed } from "./inventory.ts";
import { decode } from "./decode.ts";
import type { Bench } from "./findings.ts";
import type { Inspection, Subject, Task } from "./inspect.ts";
import { readAsset } from "./read.ts";
import type { Sighting } from "./suppress.ts";

/** What the checks of infrastructure say of a source. */
export interface InfraJudgement {
  /** Whoever uses it up may empty it: of a large account it is the larger part of memory. */
  readonly byDocument: Map<Document, readonly Sighting[]>;
  /** Those that could not be decided or assessed, or all where that was asked for. */
  readonly assessments: readonly Assessment[];
  readonly assessed: AssessmentSummary;
  readonly inventory: readonly InventoryEntry[];
  /** Checks that failed; ours to blame. */
  readonly troubles: readonly string[];
  /** Checks with more findings than are kept, by document. */
  readonly cut: ReadonlyMap<Document, { readonly reason: CoverageReason; readonly detail: string }>;
}

function placeOf(answer: Answer, resource: Resource): Place {
  return answer.kind === "pass" ? resource.at : answer.at;
}

/** Where comments count: from the head of a resource to the line that is wrong; those of others all over. */
function extentsOf(
  { document, start, end }: Place,
  resource: Resource | undefined,
): Pick<FindingDetails, "extent" | "around"> {
  const whole = resource?.extent ?? resource?.body.at;
  if (resource === undefined || whole?.document !== document) return { extent: { start, end } };
  const around = { start: Math.min(whole.start, resource.at.start), end: whole.end };
  const isWithin = around.start <= start && end <= around.end;
  const first = isWithin ? Math.min(start, resource.at.start) : start;
  return { extent: { start: first, end }, around };
}

/** What is told of a place in a resource, the same for every check: objects that they share. */
interface Spot {
  readonly resource: Resource | undefined;
  readonly where: Span;
  readonly extents: Pick<FindingDetails, "extent" | "around">;
}

/** Many checks speak of the same places; there are hundreds of thousands of findings in a large account. */
function spotter(): (at: Place, resource: Resource | undefined) => Spot {
  const spots = new WeakMap<Place, Spot>();
  return (at, resource) => {
    const known = spots.get(at);
    // Instances of one block have their places in common.
    if (known !== undefined && known.resource === resource) return known;
    const { start, end } = at;
    const spot = { resource, where: { start, end }, extents: extentsOf(at, resource) };
    spots.set(at, spot);
    return spot;
  };
}

/** The same for where answers are, which are as many as there are checks for each resource. */
function placer(): (at: Place, resource: Resource) => Location {
  const places = new WeakMap<Place, { readonly resource: Resource; readonly location: Location }>();
  return (at, resource) => {
    const known = places.get(at);
    if (known !== undefined && known.resource === resource) return known.location;
    const location = placed(at, resource);
    places.set(at, { resource, location });
    return location;
  };
}

/** Asks every check of infrastructure. A check that throws costs only itself. */
export function judgeInfra(
  {
    resources,
    gaps,
    includePassed,
  }: Pick<SourceReading, "resources"> & {
    readonly gaps?: readonly Gap[];
    readonly includePassed?: boolean;
  },
  { registry, limits }: Pick<Bench, "registry" | "limits">,
): InfraJudgement {
  const cloud = buildCloud(resources, gaps);
  const byDocument = new Map<Document, Sighting[]>();
  const cut = new Map<Document, { reason: CoverageReason; detail: string }>();
  const assessments: Assessment[] = [];
  const assessed = { pass: 0, fail: 0, unknown: 0, "not-assessed": 0 };
  const troubles: string[] = [];
  const spotOf = spotter();
  const locationOf = placer();
  for (const { index, check } of registry.byView.get("infra") ?? []) {
    const { id, code, aliases } = check.meta;
    const counts = new Map<Document, number>();
    const told = new Set<string>();
    let current: Resource | undefined;
    const view: Pick<InfraView, "cloud" | "answer"> = {
      cloud,
      answer: (resource, answer) => {
        current = resource;
        assessed[answer.kind]++;
        // A large account has a million answers.
        const isOpen = answer.kind === "unknown" || answer.kind === "not-assessed";
        if (!isOpen && includePassed !== true) return;
        assessments.push({
          check: id,
          code,
          aliases,
          resource: resource.address,
          outcome: answer.kind,
          location: locationOf(placeOf(answer, resource), resource),
          ...detailOf(answer),
        });
      },
    };
    const report = (where: Span, details: FindingDetails = {}): void => {
      const at = where as Place;
      const { document } = at;
      // Several kustomizations build from one file; a line of it is mended once.
      if (current?.dialect === "kubernetes") {
        const line = `${document.path}\0${at.start}\0${at.end}\0${details.message ?? ""}`;
        if (told.has(line)) return;
        told.add(line);
      }
      const count = (counts.get(document) ?? 0) + 1;
      counts.set(document, count);
      if (count > limits.maxFindingsPerCheck) {
        const detail = `${id} has more than ${limits.maxFindingsPerCheck} findings`;
        cut.set(document, { reason: "limit", detail });
        return;
      }
      const { where: span, extents } = spotOf(at, current);
      const sighting = { check: index, where: span, details: { ...details, ...extents } };
      const list = byDocument.get(document);
      if (list === undefined) byDocument.set(document, [sighting]);
      else list.push(sighting);
    };
    try {
      (check.run as (view: unknown, report: unknown) => void)(view, report);
    } catch (error) {
      troubles.push(`${id}: ${messageOf(error)}`);
    }
  }
  return { byDocument, assessments, assessed, inventory: inventoryOf(resources), troubles, cut };
}

function detailOf(answer: Answer): { readonly detail?: string } {
  if (answer.kind === "unknown") return { detail: answer.cause };
  if (answer.kind === "not-assessed") return { detail: answer.missing };
  return answer.kind === "fail" && answer.message !== undefined ? { detail: answer.message } : {};
}

/** What has been inspected, and files that wait for what the checks of infrastructure say of them. */
interface Given {
  readonly subjects: readonly Subject[];
  readonly inspections: readonly Inspection[];
  readonly waiting: readonly Subject[];
  readonly run: (tasks: readonly Task[]) => Promise<readonly Inspection[]>;
  readonly variables?: Variables;
  readonly includePassed?: boolean;
}

/** Values of Terraform's variables, as its command line takes them. */
export interface Variables {
  /** `-var` */
  readonly values: Readonly<Record<string, string>>;
  /** `-var-file`: absolute paths. */
  readonly files: readonly string[];
}

/** What a look at all files of infrastructure together adds. */
export interface InfraFound {
  /** Inspections of the files in which something is wrong, which stand for the first ones; and new ones. */
  readonly inspections: readonly Inspection[];
  readonly assessments: readonly Assessment[];
  readonly assessed: AssessmentSummary;
  readonly inventory: readonly InventoryEntry[];
  /** What kept it from reading a file wholly, by its path. */
  readonly troubles: ReadonlyMap<
    string,
    { readonly reason: CoverageReason; readonly detail: string }
  >;
  /** What files refer to and that is not here. */
  readonly absent: readonly Coverage[];
  readonly problems: readonly string[];
}

/** Reads a file once more: what a resource comes to is known only with all the others. */
function documentOf({ file, path }: Subject, bench: Pick<Bench, "limits">): Document | undefined {
  try {
    const { kind, bytes } = readAsset(file, {
      wanted: () => true,
      maxBytes: () => bench.limits.maxTextBytes,
    });
    if (bytes === undefined) return undefined;
    const { text } = decode(bytes, kind);
    return { path, kind, text, lines: indexLines(text) };
  } catch {
    return undefined;
  }
}

/** Files of variables may lie elsewhere than what is scanned. */
function variablesFrom(
  variables: Variables | undefined,
  {
    owner,
    bench,
  }: { readonly owner: ReadonlyMap<Document, Subject>; readonly bench: Pick<Bench, "limits"> },
): { readonly options: TerraformOptions; readonly more: readonly Document[] } {
  const more: Document[] = [];
  const varFiles = (variables?.files ?? []).flatMap((file) => {
    const known = [...owner].find(([, subject]) => subject.file === file)?.[0];
    const document = known ?? documentOf({ index: -1, path: file, file, size: 0 }, bench);
    if (document === undefined) return [];
    if (known === undefined) more.push(document);
    return [document.path];
  });
  return { options: { vars: variables?.values ?? {}, varFiles }, more };
}

/**
 * Reads what `file` and `templatefile` ask for: a policy or settings that no source of infrastructure
 * claims. Only what is scanned, so that nothing from outside of it gets into a report; what is read
 * joins the files that findings may stand in.
 */
function readerOf(
  subjects: readonly Subject[],
  {
    owner,
    bench,
  }: { readonly owner: Map<Document, Subject>; readonly bench: Pick<Bench, "limits"> },
): (path: string) => Document | undefined {
  let byPath: ReadonlyMap<string, Subject> | undefined;
  const known = new Map<string, Document | undefined>();
  return (path) => {
    if (known.has(path)) return known.get(path);
    byPath ??= new Map(subjects.map((subject) => [subject.path, subject]));
    const subject = byPath.get(path);
    const document = subject === undefined ? undefined : documentOf(subject, bench);
    known.set(path, document);
    if (subject !== undefined && document !== undefined) owner.set(document, subject);
    return document;
  };
}

/**
 * Asks the checks of infrastructure about all files that tell of it, and has those in which they find
 * something inspected anew, and those that wait for the first time, so that suppressions, evidence and
 * fingerprints are as for any finding.
 */
export async function inspectInfra(files: Given, bench: Bench): Promise<InfraFound> {
  const { subjects, inspections, waiting, run, variables, includePassed } = files;
  const byIndex = new Map(subjects.map((subject) => [subject.index, subject]));
  const chosen = inspections
    .filter(({ infra }) => infra !== undefined)
    .flatMap(({ index }) => byIndex.get(index) ?? [])
    .concat(waiting)
    .sort((a, b) => a.index - b.index);
  const owner = new Map<Document, Subject>();
  for (const subject of chosen) {
    const document = documentOf(subject, bench);
    if (document !== undefined) owner.set(document, subject);
  }
  const given = variablesFrom(variables, { owner, bench });
  const readFile = readerOf(subjects, { owner, bench });
  const reading = readInfra([...owner.keys(), ...given.more], {
    terraform: { ...given.options, readFile },
  });
  const {
    byDocument,
    assessments,
    assessed,
    inventory,
    troubles: failed,
    cut,
  } = judgeInfra({ ...reading, includePassed }, bench);
  const told = [...byDocument].flatMap(([document, infra]) => {
    const subject = owner.get(document);
    return subject === undefined ? [] : [{ ...subject, infra }];
  });
  const known = new Set(told.map(({ index }) => index));
  const tasks = [...told, ...waiting.filter(({ index }) => !known.has(index))];
  const troubles = new Map([...cut].map(([{ path }, trouble]) => [path, trouble]));
  const absent = new Map<string, Coverage>();
  const problems = [...failed];
  for (const { message, at, absent: name } of reading.problems) {
    if (name !== undefined) {
      const where =
        at === undefined ? "" : `${at.document.path}:${at.document.lines.lineAt(at.start)}: `;
      const detail = `${where}${message}`;
      const coverage = { path: name, kind: "directory", size: 0, status: "skipped" } as const;
      absent.set(name, { ...coverage, reason: "absent", detail });
      continue;
    }
    if (at === undefined) problems.push(message);
    if (at === undefined || troubles.has(at.document.path)) continue;
    const line = at.document.lines.lineAt(at.start);
    troubles.set(at.document.path, { reason: "limit", detail: `line ${line}: ${message}` });
  }
  return {
    inspections: tasks.length === 0 ? [] : await run(tasks),
    assessments,
    assessed,
    inventory,
    troubles,
    absent: [...absent.values()],
    problems,
  };
}
