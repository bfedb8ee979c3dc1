import type { Run } from "../core/index.ts";
import { isTooLong } from "./text.ts";

/**
 * The order of keys, from the outside in and what names a thing before what describes it. One list
 * serves all levels; keys that are not in it come last in alphabetical order, so nothing is lost.
 */
export const keyOrder: readonly string[] = [
  "$schema",
  "version",
  "tool",
  "name",
  "command",
  "targets",
  "startedAt",
  "durationMs",
  "audience",
  "gate",
  "pass",
  "reasons",
  "failing",
  "findings",
  "suppressed",
  "check",
  "id",
  "code",
  "title",
  "aliases",
  "asset",
  "severity",
  "confidence",
  "location",
  "path",
  "line",
  "column",
  "endLine",
  "endColumn",
  "cell",
  "output",
  "member",
  "commit",
  "pointer",
  "resource",
  "message",
  "evidence",
  "snippet",
  "startLine",
  "lines",
  "steps",
  "why",
  "mend",
  "paste",
  "into",
  "mends",
  "blind",
  "references",
  "since",
  "controls",
  "fingerprint",
  "suppression",
  "coverage",
  "kind",
  "size",
  "status",
  "reason",
  "detail",
  "until",
  "summary",
  "checked",
  "skipped",
  "failed",
  "bytes",
  "assets",
  "checks",
  "assessed",
  "assessments",
  "outcome",
  "inventory",
  "type",
  "account",
  "region",
  "uses",
  "thing",
  "isDanger",
  "problems",
];
const places = new Map(keyOrder.map((key, index) => [key, index]));

function compareKeys(a: string, b: string): number {
  const difference = (places.get(a) ?? keyOrder.length) - (places.get(b) ?? keyOrder.length);
  return difference || (a < b ? -1 : 1);
}

function inOrder(_key: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => compareKeys(a, b)));
}

/** The whole record, findings of every audience included, in a stable order of keys. */
export function render(run: Run): string {
  try {
    return `${JSON.stringify(run, inOrder, 2)}\n`;
  } catch (error) {
    if (!isTooLong(error)) throw error;
    // Longer than a text can be; half of it is indentation.
    return `${JSON.stringify(run, inOrder)}\n`;
  }
}
