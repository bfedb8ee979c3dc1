// Reads documents that we have written ourselves, `JSON.stringify(body, null, 2)`, with the place of each
// value. A large account has tens of thousands of them, each read when a check looks at it: what a parser
// for files of people does for comments and missing brackets would cost ten times as much.
import type { Document, MapValue, Value } from "../../value.ts";

/** Deepest nesting that is read; AWS's own documents end far above it. */
const maxDepth = 200;

const quote = 34;
const backslash = 92;

/** The tree of a document that holds one JSON object. Anything else is an empty map. */
export function parseDocument(document: Document): MapValue {
  const { text } = document;
  let at = 0;

  function skip(): number {
    let code = text.charCodeAt(at);
    while (code === 32 || code === 10 || code === 13 || code === 9 || code === 44 || code === 58)
      code = text.charCodeAt(++at);
    return code;
  }

  /** From a quote to behind the one that ends it. */
  function string(): string {
    const start = at;
    let end = text.indexOf('"', start + 1);
    let isPlain = true;
    while (end >= 0) {
      let count = 0;
      while (text.charCodeAt(end - 1 - count) === backslash) count++;
      if (count > 0) isPlain = false;
      if (count % 2 === 0) break;
      end = text.indexOf('"', end + 1);
    }
    at = end < 0 ? text.length : end + 1;
    const inner = text.slice(start + 1, end < 0 ? text.length : end);
    if (isPlain && !inner.includes("\\")) return inner;
    try {
      return JSON.parse(`"${inner}"`) as string;
    } catch {
      return inner;
    }
  }

  function value(depth: number): Value {
    const code = skip();
    const start = at;
    if (code === quote) {
      const read = string();
      return { kind: "scalar", value: read, at: { document, start, end: at } };
    }
    if (code === 123) return map(depth);
    if (code === 91) return list(depth);
    while (at < text.length && !/[\s,\]}]/.test(text[at]!)) at++;
    // A sign that has no place here is passed over, so that the end is reached.
    if (at === start) at++;
    return {
      kind: "scalar",
      value: plain(text.slice(start, at)),
      at: { document, start, end: at },
    };
  }

  function tooDeep(): Value {
    const start = at;
    at = text.length;
    const cause = `what was told is nested deeper than ${maxDepth}`;
    return { kind: "unknown", cause, at: { document, start, end: at } };
  }

  function list(depth: number): Value {
    if (depth > maxDepth) return tooDeep();
    const start = at++;
    const items: Value[] = [];
    while (at < text.length && skip() !== 93) items.push(value(depth + 1));
    at++;
    return { kind: "list", items, at: { document, start, end: at } };
  }

  function map(depth: number): Value {
    if (depth > maxDepth) return tooDeep();
    const start = at++;
    const entries = new Map<string, Value>();
    while (at < text.length && skip() !== 125) {
      const key = text.charCodeAt(at) === quote ? string() : "";
      entries.set(key, value(depth + 1));
    }
    at++;
    const place = { document, start, end: at };
    const missing = entries.size === 1 ? entries.get("$unread") : undefined;
    if (missing?.kind === "scalar" && typeof missing.value === "string")
      return { kind: "unread", missing: missing.value, at: place };
    return { kind: "map", entries, at: place };
  }

  const root = skip() === 123 ? map(0) : undefined;
  if (root?.kind === "map") return root;
  return { kind: "map", entries: new Map(), at: { document, start: 0, end: text.length } };
}

function plain(word: string): number | boolean | null {
  if (word === "true") return true;
  if (word === "false") return false;
  return word === "null" ? null : Number(word);
}
