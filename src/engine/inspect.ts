import {
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
import { now } from "./clock.ts";
import { decode } from "./decode.ts";
import { findingsOf, type Bench, type RawFinding, type Source } from "./findings.ts";
import { mentionsIn } from "./mentions.ts";
import { readAsset } from "./read.ts";
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

/** What became of one subject. */
export interface Inspection {
  readonly index: number;
  readonly coverage: Coverage;
  readonly findings: readonly RawFinding[];
}

/** Data rather than programs; a large one is left out by decision, not read in part by accident. */
const dataKinds = new Set<AssetKind>(["json", "yaml", "toml", "ini", "markdown", "text"]);

interface Trouble {
  readonly reason: CoverageReason;
  readonly detail: string;
}

/** Runs every check that fits; one that throws costs only itself. */
function runChecks(
  source: Source,
  bench: Bench,
  deadline: number,
): { sightings: Sighting[]; troubles: Trouble[] } {
  const sightings: Sighting[] = [];
  const troubles: Trouble[] = [];
  const facts: FileFacts = { path: source.path, mentions: mentionsIn(source.text) };
  const most = bench.limits.maxFindingsPerCheck;
  for (const [name, view] of Object.entries(source.parsed.views)) {
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

function troublesOf(problems: Parsed["problems"], parsed: Parsed): readonly Trouble[] {
  return problems.map(({ reason, message, at }) => {
    const line = parsed.lines.lineAt(at);
    return { reason, detail: `line ${line}, column ${parsed.lines.columnAt(at)}: ${message}` };
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
export function inspectFile(subject: Subject, bench: Bench): Inspection {
  const { index, path, file } = subject;
  const { toolbox, limits } = bench;
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

  let reading;
  try {
    const wanted = (found: AssetKind): boolean => toolbox.kindsWithViews.has(found);
    reading = readAsset(file, { wanted, maxBytes: limits.maxTextBytes });
  } catch (error) {
    return end("failed", { reason: "unreadable", detail: messageOf(error).replace(file, path) });
  }
  ({ kind, size } = reading);
  const { bytes, refused } = reading;
  if (refused === "special-file")
    return end("skipped", { reason: refused, detail: "not a regular file" });
  if (kind === "empty") return end("skipped", { reason: "empty" });
  if (refused === "too-large") {
    const detail = `${size} bytes; at most ${limits.maxTextBytes} are read`;
    return end(dataKinds.has(kind) ? "skipped" : "failed", { reason: refused, detail });
  }
  if (bytes === undefined) return end("skipped", { reason: "no-check" });

  try {
    const { text: whole, problems } = decode(bytes, kind);
    const parsed = toolbox.parseAsset({ kind, path, text: whole });
    const source = { path, kind, text: parsed.text ?? whole, parsed };
    const { sightings, troubles } = runChecks(source, bench, deadline);
    const all = [
      ...troubles,
      ...troublesOf([...problems, ...source.parsed.problems], source.parsed),
    ];
    const trouble = worst(all);
    const findings = findingsOf(source, bench, { sightings, whole: trouble === undefined });
    return end(trouble === undefined ? "checked" : "failed", trouble, findings);
  } catch (error) {
    return end("failed", {
      reason: "check-failed",
      detail: `reading it failed: ${messageOf(error)}`,
    });
  }
}
