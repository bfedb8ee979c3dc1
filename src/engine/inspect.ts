import {
  indexLines,
  messageOf,
  type AssetKind,
  type Coverage,
  type CoverageReason,
  type FileFacts,
  type FindingDetails,
  type Report,
  type Span,
} from "../core/index.ts";
import type { Parsed } from "../checks/parse.ts";
import type { FileSummary } from "../flow/summary.ts";
import type { SeenFlow } from "../flow/view.ts";
import { now } from "./clock.ts";
import { decode } from "./decode.ts";
import { findingsOf, type Bench, type RawFinding, type Source } from "./findings.ts";
import { mentionsIn } from "./mentions.ts";
import { readAsset } from "./read.ts";
import { traceFile, type Traced, type TraceRequest } from "./trace.ts";
import type { Sighting } from "./suppress.ts";

/** A file to be inspected. */
export interface Subject {
  /** Its place in the plan. */
  readonly index: number;
  /** As reports name it: relative to the root, with forward slashes. */
  readonly path: string;
  /** As the file system names it. */
  readonly file: string;
  readonly size: number;
}

/** A subject and what is to be done with it. */
export interface Task extends Subject {
  /**
   * Flows that end in it, found by a look at all files. Where they are not given, the file is only
   * summed up for that look.
   */
  readonly flows?: readonly SeenFlow[];
  /** Places to be shown, and no inspection. */
  readonly trace?: TraceRequest;
}

/** What became of one subject. */
export interface Inspection {
  readonly index: number;
  readonly coverage: Coverage;
  readonly findings: readonly RawFinding[];
  /** What other files need to know of it, to follow values from one to the other. */
  readonly summary?: FileSummary;
  readonly traced?: Traced;
}

/** Data rather than programs; a large one is left out by decision, not read in part by accident. */
const dataKinds = new Set<AssetKind>(["json", "yaml", "toml", "ini", "markdown", "text"]);

interface Trouble {
  readonly reason: CoverageReason;
  readonly detail: string;
}

/** What is known of the text of a view: that of code leaves out the outputs of a notebook. */
function factsIn(path: string): (view: { readonly text: string }) => FileFacts {
  const known: { readonly text: string; readonly facts: FileFacts }[] = [];
  return (view) => {
    // A view of the whole file has the very text of the file, which costs nothing to compare.
    const found = known.find((entry) => entry.text === view.text);
    if (found !== undefined) return found.facts;
    const facts = { path, mentions: mentionsIn(view.text) };
    known.push({ text: view.text, facts });
    return facts;
  };
}

/** Runs every check that fits; one that throws costs only itself. */
function runChecks(
  source: Source,
  bench: Bench,
  { deadline, flows }: { readonly deadline: number; readonly flows: Task["flows"] },
): { sightings: Sighting[]; troubles: Trouble[] } {
  const sightings: Sighting[] = [];
  const troubles: Trouble[] = [];
  const factsOf = factsIn(source.path);
  const most = bench.limits.maxFindingsPerCheck;
  for (const [name, parsedView] of Object.entries(source.parsed.views)) {
    // Flows are followed when all files are known.
    if (name === "flow" && flows === undefined) continue;
    const view = name === "flow" ? { ...parsedView, flows: () => flows } : parsedView;
    const facts = factsOf(parsedView);
    for (const { index, check } of bench.registry.byView.get(name) ?? []) {
      if (now() > deadline) {
        troubles.push({ reason: "timeout", detail: `given up before ${check.meta.id}` });
        return { sightings, troubles };
      }
      let count = 0;
      const report = (where: Span, details?: FindingDetails): void => {
        if (count++ < most) sightings.push({ check: index, where, details });
      };
      try {
        if (check.wants !== undefined && !check.wants(facts)) continue;
        // The registry pairs a check with the view its `asset` names; the compiler can't follow.
        (check.run as (view: unknown, report: Report) => void)(view, report);
      } catch (error) {
        troubles.push({ reason: "check-failed", detail: `${check.meta.id}: ${messageOf(error)}` });
      }
      if (count > most) {
        troubles.push({
          reason: "limit",
          detail: `${check.meta.id} has more than ${most} findings`,
        });
      }
    }
  }
  return { sightings, troubles };
}

function troublesOf(
  problems: Parsed["problems"],
  { lines, locate }: Pick<Parsed, "lines" | "locate">,
): readonly Trouble[] {
  return problems.map(({ reason, message, at }) => {
    const place = locate?.({ start: at, end: at }) ?? {
      line: lines.lineAt(at),
      column: lines.columnAt(at),
    };
    const { cell, line, column } = place;
    const where = [
      ...(cell === undefined ? [] : [`cell ${cell}`]),
      ...(line === undefined ? [] : [`line ${line}`, `column ${column}`]),
    ];
    return { reason, detail: where.length === 0 ? message : `${where.join(", ")}: ${message}` };
  });
}

/** A check that failed is our fault and said first; then what the file is to blame for. */
function worst(troubles: readonly Trouble[]): Trouble | undefined {
  const first =
    troubles.find(({ reason }) => reason === "check-failed" || reason === "timeout") ?? troubles[0];
  if (first === undefined) return undefined;
  const more = troubles.length - 1;
  return { ...first, detail: more === 0 ? first.detail : `${first.detail} (and ${more} more)` };
}

/** Inspects one file: reads it once, parses it once, asks every check. Never throws. */
export function inspectFile(subject: Task, bench: Bench): Inspection {
  const { index, path, file, flows, trace } = subject;
  const { toolbox, limits, isOurs, models } = bench;
  const deadline = now() + limits.fileTimeoutMs;
  let { size } = subject;
  let kind: AssetKind = "binary";
  const end = (
    status: Coverage["status"],
    trouble?: Partial<Trouble>,
    findings: readonly RawFinding[] = [],
  ): Inspection => ({
    index,
    coverage: { path, kind, size, status, ...trouble },
    findings,
  });

  const maxBytes = (found: AssetKind): number =>
    found === "notebook" ? limits.maxNotebookBytes : limits.maxTextBytes;
  let reading;
  try {
    const wanted = (found: AssetKind): boolean => toolbox.kindsWithViews.has(found);
    reading = readAsset(file, { wanted, maxBytes });
  } catch (error) {
    return end("failed", { reason: "unreadable", detail: messageOf(error).replace(file, path) });
  }
  ({ kind, size } = reading);
  const { bytes, refused } = reading;
  if (refused === "special-file")
    return end("skipped", { reason: refused, detail: "not a regular file" });
  if (kind === "empty") return end("skipped", { reason: "empty" });
  if (refused === "too-large") {
    const detail = `${size} bytes; at most ${maxBytes(kind)} are read`;
    return end(dataKinds.has(kind) ? "skipped" : "failed", { reason: refused, detail });
  }
  if (bytes === undefined) return end("skipped", { reason: "no-check" });

  try {
    const { text: whole, problems } = decode(bytes, kind);
    const parsed = toolbox.parseAsset({ kind, path, text: whole, isOurs, models });
    const source = { path, kind, text: parsed.text ?? whole, parsed };
    if (trace !== undefined)
      return { ...end("checked"), traced: traceFile(source, { bench, request: trace }) };
    const { sightings, troubles } = runChecks(source, bench, { deadline, flows });
    const interpretation =
      flows === undefined && bench.registry.byView.has("flow")
        ? parsed.views.flow?.summarize({ traces: false })
        : undefined;
    // What is wrong with the encoding is wrong with the file as it stands.
    const raw = parsed.text === undefined || problems.length === 0 ? parsed : undefined;
    const all = [
      ...troubles,
      ...troublesOf(problems, raw ?? { lines: indexLines(whole) }),
      ...troublesOf([...parsed.problems, ...(interpretation?.problems ?? [])], parsed),
    ];
    const trouble = worst(all);
    const findings = findingsOf(source, bench, { sightings, whole: trouble === undefined });
    const inspection = end(trouble === undefined ? "checked" : "failed", trouble, findings);
    return interpretation === undefined
      ? inspection
      : { ...inspection, summary: interpretation.summary };
  } catch (error) {
    return end("failed", {
      reason: "check-failed",
      detail: `reading it failed: ${messageOf(error)}`,
    });
  }
}
