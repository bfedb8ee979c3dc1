import { isFor, severities } from "../core/index.ts";
import type { Coverage, CoverageReason, Finding, Run, Severity } from "../core/index.ts";

/** Severities as a reader wants them: worst first. */
const worstFirst: readonly Severity[] = severities.toReversed();

/** The place of a severity in `worstFirst`; 0 is the worst. */
export function rank(severity: Severity): number {
  return worstFirst.indexOf(severity);
}

/** The findings of a run that are meant for its reader. */
export function visible<F extends Finding>(run: Run, findings: readonly F[]): F[] {
  return findings.filter((finding) => isFor(finding.audience, run.audience));
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Worst first, then by place; the same on every machine. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    rank(a.severity) - rank(b.severity) ||
    compareText(a.location.path, b.location.path) ||
    (a.location.cell ?? 0) - (b.location.cell ?? 0) ||
    (a.location.output ?? 0) - (b.location.output ?? 0) ||
    (a.location.line ?? 0) - (b.location.line ?? 0) ||
    (a.location.column ?? 0) - (b.location.column ?? 0) ||
    compareText(a.check, b.check) ||
    compareText(a.fingerprint, b.fingerprint)
  );
}

/** The findings that a report shows, worst first. */
export function shownFindings(run: Run): Finding[] {
  return visible(run, run.findings).sort(compareFindings);
}

/** Groups in the order in which their first member comes. */
export function groupBy<T, K>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** How many findings there are of each severity, worst first, zeros included. */
export function countSeverities(findings: Iterable<Finding>): Map<Severity, number> {
  const counts = new Map(worstFirst.map((severity) => [severity, 0]));
  for (const { severity } of findings) counts.set(severity, (counts.get(severity) ?? 0) + 1);
  return counts;
}

/** Shown findings by file: the file with the worst finding first, then the one with more of them. */
export function byFile(findings: readonly Finding[]): [path: string, findings: Finding[]][] {
  const files = [...groupBy(findings, (finding) => finding.location.path)].map(([path, group]) => ({
    path,
    group,
    counts: [...countSeverities(group).values()],
  }));
  files.sort((a, b) => {
    for (const [index, number] of a.counts.entries()) {
      const difference = (b.counts[index] ?? 0) - number;
      if (difference !== 0) return difference;
    }
    return compareText(a.path, b.path);
  });
  return files.map(({ path, group }) => [path, group]);
}

/** The reasons of one coverage status with how often each was given, most frequent first. */
export function coverageReasonCounts(
  assets: readonly Coverage[],
  status: Coverage["status"],
): [reason: CoverageReason | "unknown", count: number][] {
  const counts = new Map<CoverageReason | "unknown", number>();
  for (const entry of assets) {
    if (entry.status !== status) continue;
    const reason = entry.reason ?? "unknown";
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
}

/** Coverage reasons in words. */
export const reasonWords: Readonly<Record<CoverageReason | "unknown", string>> = {
  "no-check": "without a check",
  excluded: "excluded",
  empty: "empty",
  "too-large": "too large",
  "outside-tree": "outside the tree",
  absent: "not here",
  unreadable: "unreadable",
  denied: "not let in",
  "special-file": "not a regular file",
  "syntax-error": "syntax error",
  "encoding-error": "encoding error",
  limit: "stopped at a limit",
  timeout: "timed out",
  "out-of-memory": "out of memory",
  "check-failed": "check failed",
  "worker-failed": "worker failed",
  interrupted: "interrupted",
  unknown: "without a reason",
};

/** One line of source with the part that a finding is about; `end` is exclusive, offsets from 0. */
export interface MarkedLine {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What the engine leaves where a secret stood; text behind it no longer has its own column. */
const redacted = /\[redacted\]|•••/;

/**
 * The line of a finding with its exact columns. They hold in a line of the snippet, unless it was cut
 * at its start; evidence is trimmed. Where a mark would be a guess there is none (`start` is `end`).
 */
export function markedLine(finding: Finding): MarkedLine {
  const { line, column, endLine, endColumn } = finding.location;
  const ofSnippet =
    finding.snippet && line !== undefined
      ? finding.snippet.lines[line - finding.snippet.startLine]
      : undefined;
  const text = ofSnippet ?? finding.evidence.split(/\r\n|\r|\n/, 1)[0] ?? "";
  const unmarked = { text, start: 0, end: 0 };
  if (column === undefined || column < 1 || column > text.length) return unmarked;
  if (ofSnippet === undefined ? column > 1 : text.startsWith("…")) return unmarked;
  const start = column - 1;
  const sameLine = endLine === undefined || endLine === line;
  const end = sameLine ? (endColumn ?? column + 1) - 1 : text.trimEnd().length;
  const mask = redacted.exec(text);
  if (mask === null || mask.index >= end) {
    return { text, start, end: Math.min(text.length, Math.max(end, start + 1)) };
  }
  if (mask.index < start) return unmarked;
  const behind = mask.index + mask[0].length;
  return { text, start, end: /["'`]/.test(text.charAt(behind)) ? behind + 1 : behind };
}
