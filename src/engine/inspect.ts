import { messageOf, type AssetKind, type Coverage } from "../core/index.ts";
import type { Parsed } from "../checks/parse.ts";
import { now } from "./clock.ts";
import { decode } from "./decode.ts";
import { findingsOf, type Bench, type RawFinding } from "./findings.ts";
import { readAsset } from "./read.ts";
import { runChecks, type Trouble } from "./run-checks.ts";
import { archiveKinds, searchArchive } from "./search-archive.ts";
import { searchLarge } from "./search-large.ts";

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
/** Kinds that have no parser: what is looked for in them is found in a part as well. */
const searchedKinds = new Set<AssetKind>(["markdown", "text"]);

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
  const place = { path, file, kind, size };
  try {
    if (refused === "too-large") {
      const searched = searchLarge(place, bench, deadline);
      const { findings, isWhole } = searched;
      // Nothing but words is looked for in these.
      if (isWhole && searchedKinds.has(kind)) return end("checked", undefined, findings);
      const detail = `${size} bytes; at most ${limits.maxTextBytes} are parsed; ${searched.detail}`;
      return end(dataKinds.has(kind) ? "skipped" : "failed", { reason: refused, detail }, findings);
    }
    if (archiveKinds.has(kind)) {
      const { status, findings, ...trouble } = searchArchive(place, bench, deadline);
      return end(status, trouble, findings);
    }
    if (bytes === undefined) return end("skipped", { reason: "no-check" });
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
