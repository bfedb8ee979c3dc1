import type { Run } from "../core/index.ts";
import { jsonWriter, type WriteJson } from "./json-text.ts";
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
  "robustness",
  "model",
  "data",
  "cleanAccuracy",
  "cleanInterval",
  "norm",
  "eps",
  "robustAccuracy",
  "interval",
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

/** What all findings of a check have in common. */
const shared: ReadonlySet<string> = new Set(["title", "aliases", "mend", "controls"]);

function* piecesOf(value: unknown, pad: string, write: WriteJson): Generator<string> {
  const inner = `${pad}  `;
  if (Array.isArray(value) && value.length > 0) {
    for (const [at, item] of value.entries())
      yield `${at === 0 ? "[" : ","}\n${inner}${write(item ?? null, inner)}`;
    yield `\n${pad}]`;
    return;
  }
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  const entries = Object.entries(isRecord ? value : {}).filter(([, item]) => item !== undefined);
  // Lists that grow with what is scanned are in the record or one below; the rest is small.
  if (entries.length === 0 || pad.length > 2) {
    yield write(value, pad);
    return;
  }
  let isFirst = true;
  for (const [key, item] of entries.sort(([a], [b]) => compareKeys(a, b))) {
    yield `${isFirst ? "{" : ","}\n${inner}${JSON.stringify(key)}: `;
    isFirst = false;
    yield* piecesOf(item, inner, write);
  }
  yield `\n${pad}}`;
}

/** What `render` gives, in pieces: that of a large account is never a text as a whole. */
export function* pieces(run: Run): Generator<string> {
  yield* piecesOf(run, "", jsonWriter({ compare: compareKeys, shared }));
  yield "\n";
}

/** The whole record, findings of every audience included, in a stable order of keys. */
export function render(run: Run): string {
  try {
    return [...pieces(run)].join("");
  } catch (error) {
    if (!isTooLong(error)) throw error;
    // Longer than a text can be; half of it is indentation.
    return `${JSON.stringify(run, inOrder)}\n`;
  }
}
