import type { Span } from "../../core/index.ts";
import { maxTreeDepth, placeIn, type Entry, type TreeNode } from "../setting/tree.ts";

/** A position in a TOML text. */
export interface TomlCursor {
  readonly text: string;
  at: number;
  readonly comments: Span[];
}

/** Skips blanks and comments, and line breaks too where `lines` says so. */
export function skipBlank(cursor: TomlCursor, lines: boolean): void {
  const { text } = cursor;
  while (cursor.at < text.length) {
    const char = text[cursor.at]!;
    if (char === " " || char === "\t" || (lines && (char === "\n" || char === "\r"))) cursor.at++;
    else if (char === "#") {
      const line = text.indexOf("\n", cursor.at);
      const end = line < 0 ? text.length : text[line - 1] === "\r" ? line - 1 : line;
      cursor.comments.push({ start: cursor.at, end });
      cursor.at = end;
    } else return;
  }
}

/** Reads one value; undefined where there is none, or it has no end. */
export function readValue(cursor: TomlCursor, depth: number): TreeNode | undefined {
  const { text } = cursor;
  const char = text[cursor.at];
  if (char === '"' || char === "'") return readString(cursor);
  if (char === "[") return depth < maxTreeDepth ? readArray(cursor, depth) : undefined;
  if (char === "{") return depth < maxTreeDepth ? readInline(cursor, depth) : undefined;
  const start = cursor.at;
  while (cursor.at < text.length && !/[\s,#\]}=]/.test(text[cursor.at]!)) cursor.at++;
  // A date and a time may have a blank between them.
  if (/^\d{4}-\d\d-\d\d$/.test(text.slice(start, cursor.at))) {
    const time = /^ \d\d:\d\d[^\s,#\]}]*/.exec(text.slice(cursor.at, cursor.at + 30));
    if (time !== null) cursor.at += time[0].length;
  }
  if (cursor.at === start) return undefined;
  const span = { start, end: cursor.at };
  const value = text.slice(start, cursor.at);
  return { kind: "scalar", value, isText: false, place: placeIn(text, span, value), ...span };
}

const escapes: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  b: "\b",
  f: "\f",
  e: "\u001B",
};

function unescape(text: string): string {
  return text.replace(
    /\\(?:u([0-9a-fA-F]{4})|[ \t]*\r?\n\s*|([^]))/g,
    (_, hex?: string, char?: string) => {
      if (hex !== undefined) return String.fromCharCode(parseInt(hex, 16));
      return char === undefined ? "" : (escapes[char] ?? char);
    },
  );
}

function readString(cursor: TomlCursor): TreeNode | undefined {
  const { text, at: start } = cursor;
  const quote = text[start]!;
  const isBlock = text.startsWith(quote.repeat(3), start);
  const close = isBlock ? quote.repeat(3) : quote;
  let at = start + close.length;
  for (; at < text.length; at++) {
    const char = text[at];
    if (char === "\\" && quote === '"') at++;
    else if (char === "\n" && !isBlock) return undefined;
    else if (char === quote && text.startsWith(close, at)) break;
  }
  if (at >= text.length) {
    cursor.at = text.length;
    return undefined;
  }
  let body = text.slice(start + close.length, at);
  if (isBlock) body = body.replace(/^\r?\n/, "");
  cursor.at = at + close.length;
  // Up to two quotes may stand before the three that close a block.
  if (isBlock) for (let more = 0; more < 2 && text[cursor.at] === quote; more++) cursor.at++;
  const value = quote === '"' && body.includes("\\") ? unescape(body) : body;
  const span = { start, end: cursor.at };
  return { kind: "scalar", value, isText: true, place: placeIn(text, span, value), ...span };
}

function readArray(cursor: TomlCursor, depth: number): TreeNode | undefined {
  const { text, at: start } = cursor;
  const items: TreeNode[] = [];
  cursor.at++;
  for (;;) {
    skipBlank(cursor, true);
    const char = text[cursor.at];
    if (char === undefined) return undefined;
    if (char === "]") break;
    if (char === ",") cursor.at++;
    else {
      const item = readValue(cursor, depth + 1);
      if (item === undefined) return undefined;
      items.push(item);
    }
  }
  cursor.at++;
  return { kind: "list", items, start, end: cursor.at };
}

function readInline(cursor: TomlCursor, depth: number): TreeNode | undefined {
  const { text, at: start } = cursor;
  const entries: Entry[] = [];
  cursor.at++;
  for (;;) {
    skipBlank(cursor, true);
    const char = text[cursor.at];
    if (char === undefined) return undefined;
    if (char === "}") break;
    if (char === ",") {
      cursor.at++;
      continue;
    }
    const keyStart = cursor.at;
    while (cursor.at < text.length && !/[=\n,}]/.test(text[cursor.at]!)) cursor.at++;
    if (text[cursor.at] !== "=") return undefined;
    const written = text.slice(keyStart, cursor.at).trimEnd();
    cursor.at++;
    skipBlank(cursor, true);
    const value = readValue(cursor, depth + 1);
    if (value === undefined) return undefined;
    const keySpan = { start: keyStart, end: keyStart + written.length };
    entries.push({ key: written.replaceAll(/["']/g, ""), keySpan, value });
  }
  cursor.at++;
  return { kind: "map", entries, start, end: cursor.at };
}
