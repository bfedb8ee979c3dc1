import {
  fingerprint,
  messageOf,
  type AssetKind,
  type Coverage,
  type CoverageReason,
  type FileFacts,
  type Finding,
  type FindingDetails,
  type Limits,
  type Report,
  type Span,
  type Suppression,
} from "../core/index.ts";
import type { Parsed } from "../checks/parse.ts";
import { decode } from "./decode.ts";
import { readDirectives, type Directive } from "./directives.ts";
import { evidenceOf } from "./evidence.ts";
import { readAsset } from "./read.ts";
import type { Registry } from "./registry.ts";
import { suppressor, type Sighting } from "./suppress.ts";
import type { Toolbox } from "./toolbox.ts";

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

/** A finding as it travels between threads: the check by number, and only what differs from it. */
export type RawFinding = Pick<Finding, "location" | "evidence" | "snippet" | "fingerprint"> & {
  readonly check: number;
  readonly details?: Omit<FindingDetails, "secret" | "extent">;
  readonly suppression?: Suppression;
};

/** What became of one subject. */
export interface Inspection {
  readonly index: number;
  readonly coverage: Coverage;
  readonly findings: readonly RawFinding[];
}

/** What every inspection of a run shares. */
export interface Bench {
  readonly toolbox: Toolbox;
  readonly registry: Registry;
  readonly limits: Limits;
  /** ISO date by which suppressions expire. */
  readonly today: string;
}

/** Data rather than programs; a large one is left out by decision, not read in part by accident. */
const dataKinds = new Set<AssetKind>(["json", "yaml", "toml", "ini", "markdown", "text"]);

interface Trouble {
  readonly reason: CoverageReason;
  readonly detail: string;
}

interface Source {
  readonly path: string;
  readonly kind: AssetKind;
  readonly text: string;
  readonly parsed: Parsed;
}

function factsOf(path: string, text: string): FileFacts {
  const known = new Map<string, boolean>();
  function mentions(word: string): boolean {
    const before = known.get(word);
    if (before !== undefined) return before;
    const answer = text.includes(word);
    known.set(word, answer);
    return answer;
  }
  return { path, mentions };
}

/** Runs every check that fits; one that throws costs only itself. */
function runChecks(source: Source, bench: Bench, deadline: number): { sightings: Sighting[]; troubles: Trouble[] } {
  const sightings: Sighting[] = [];
  const troubles: Trouble[] = [];
  const facts = factsOf(source.path, source.text);
  const most = bench.limits.maxFindingsPerCheck;
  for (const [name, view] of Object.entries(source.parsed.views)) {
    for (const { index, check } of bench.registry.byView.get(name) ?? []) {
      if (performance.now() > deadline) {
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
        troubles.push({ reason: "limit", detail: `${check.meta.id} has more than ${most} findings` });
      }
    }
  }
  return { sightings, troubles };
}

function clamp(where: Span, length: number): Span {
  const start = Math.min(Math.max(0, where.start), length);
  return { start, end: Math.min(Math.max(start, where.end), length) };
}

function inOrder(sightings: readonly Sighting[]): Sighting[] {
  const seen = new Set<string>();
  return sightings
    .filter(({ check, where, details }) => {
      const key = `${check} ${where.start} ${where.end} ${details?.message ?? ""}`;
      return !seen.has(key) && seen.add(key);
    })
    .sort((a, b) => a.where.start - b.where.start || a.where.end - b.where.end || a.check - b.check);
}

function suppressionOf(directive: Directive, source: Source): Suppression {
  const { lines } = source.parsed;
  const location = { path: source.path, line: directive.line, column: lines.columnAt(directive.where.start) };
  return { kind: "comment", reason: directive.reason, until: directive.until, location };
}

/** Turns what the checks saw in one text into findings. */
function findingsOf(source: Source, bench: Bench, seen: readonly Sighting[], whole: boolean): readonly RawFinding[] {
  const { parsed, text, path } = source;
  const { lines, comments } = parsed;
  const { registry } = bench;
  const directives = readDirectives({ kind: source.kind, text, comments, lines });
  if (seen.length === 0 && directives.length === 0) return [];

  const clamped = seen.map((sighting) => ({ ...sighting, where: clamp(sighting.where, text.length) }));
  const judge = suppressor(directives, registry, bench.today);
  const spoken = new Map<Sighting, Directive>();
  const sightings = inOrder(clamped);
  for (const sighting of sightings) {
    const extent = clamp(sighting.details?.extent ?? sighting.where, text.length);
    const meta = registry.metas[sighting.check];
    if (meta === undefined) continue;
    const last = lines.lineAt(Math.max(extent.start, extent.end - 1));
    const directive = judge.find(meta, sighting.details, [lines.lineAt(extent.start), last]);
    if (directive !== undefined) spoken.set(sighting, directive);
  }
  const own = judge.complaints(whole).filter(({ check }) => {
    const meta = registry.metas[check];
    return meta !== undefined && !registry.isDisabled(meta);
  });

  const secrets = sightings.flatMap(({ details }) => (details?.secret === undefined ? [] : [details.secret]));
  const evidence = evidenceOf({ text, lines, secrets, redact: bench.toolbox.redact });
  const ordinals = new Map<string, number>();
  return inOrder([...sightings, ...own]).map((sighting) => {
    const { check, where } = sighting;
    const meta = registry.metas[check];
    const { secret: _secret, extent: _extent, message, ...rest } = sighting.details ?? {};
    const shown = evidence.line(where);
    const key = `${check} ${shown}`;
    const ordinal = ordinals.get(key) ?? 0;
    ordinals.set(key, ordinal + 1);
    const directive = spoken.get(sighting);
    return {
      check,
      location: {
        path,
        line: lines.lineAt(where.start),
        column: lines.columnAt(where.start),
        endLine: lines.lineAt(where.end),
        endColumn: lines.columnAt(where.end),
      },
      details: message === undefined ? rest : { ...rest, message: evidence.message(message) },
      evidence: shown,
      snippet: evidence.snippet(where, rest.audience ?? meta?.audience ?? "default"),
      fingerprint: fingerprint({ check: meta?.id ?? "", path, evidence: shown, ordinal }),
      suppression: directive === undefined ? undefined : suppressionOf(directive, source),
    };
  });
}

function troublesOf(problems: Parsed["problems"], parsed: Parsed): readonly Trouble[] {
  return problems.map(({ reason, message, at }) => {
    const line = parsed.lines.lineAt(at);
    return { reason, detail: `line ${line}, column ${parsed.lines.columnAt(at)}: ${message}` };
  });
}

/** A check that failed is our fault and said first; then what the file is to blame for. */
function worst(troubles: readonly Trouble[]): Trouble | undefined {
  const first = troubles.find(({ reason }) => reason === "check-failed" || reason === "timeout") ?? troubles[0];
  if (first === undefined) return undefined;
  const more = troubles.length - 1;
  return { ...first, detail: more === 0 ? first.detail : `${first.detail} (and ${more} more)` };
}

/** Inspects one file: reads it once, parses it once, asks every check. Never throws. */
export function inspectFile(subject: Subject, bench: Bench): Inspection {
  const { index, path, file } = subject;
  const { toolbox, limits } = bench;
  const deadline = performance.now() + limits.fileTimeoutMs;
  const failed = (reason: CoverageReason, detail: string, kind: AssetKind, size = subject.size): Inspection => ({
    index,
    coverage: { path, kind, size, status: "failed", reason, detail },
    findings: [],
  });

  let reading;
  try {
    const wanted = (kind: AssetKind): boolean => toolbox.kindsWithViews.has(kind);
    reading = readAsset(file, { wanted, maxBytes: limits.maxTextBytes });
  } catch (error) {
    return failed("unreadable", messageOf(error).replace(file, path), "binary");
  }
  const { kind, size, bytes, refused } = reading;
  const skipped = (reason: CoverageReason, detail?: string): Inspection => ({
    index,
    coverage: { path, kind, size, status: "skipped", reason, detail },
    findings: [],
  });
  if (refused === "special-file") return skipped("special-file", "not a regular file");
  if (kind === "empty") return skipped("empty");
  if (refused === "too-large") {
    const detail = `${size} bytes; at most ${limits.maxTextBytes} are read`;
    return dataKinds.has(kind) ? skipped("too-large", detail) : failed("too-large", detail, kind, size);
  }
  if (bytes === undefined) return skipped("no-check");

  try {
    const { text, problems } = decode(bytes, kind);
    const source = { path, kind, text, parsed: toolbox.parseAsset({ kind, path, text }) };
    const { sightings, troubles } = runChecks(source, bench, deadline);
    const all = [...troubles, ...troublesOf([...problems, ...source.parsed.problems], source.parsed)];
    const findings = findingsOf(source, bench, sightings, all.length === 0);
    const trouble = worst(all);
    const coverage: Coverage =
      trouble === undefined
        ? { path, kind, size, status: "checked" }
        : { path, kind, size, status: "failed", ...trouble };
    return { index, coverage, findings };
  } catch (error) {
    return failed("check-failed", `reading it failed: ${messageOf(error)}`, kind, size);
  }
}
