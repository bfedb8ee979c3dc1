import type { Problem, Span } from "../../core/index.ts";

/**
 * A place in a JSON text that is read once, from the front. A notebook is mostly outputs that nobody
 * asks for: what is stepped over costs a search for the quote that ends it, and no memory.
 */
export interface JsonCursor {
  readonly text: string;
  at: number;
  /** Offsets are those of the JSON text. */
  readonly problems: Problem[];
}

const mostProblems = 5;

/** Starts at the first value of a text. */
export function openJson(text: string): JsonCursor {
  return { text, at: text.charCodeAt(0) === 0xfeff ? 1 : 0, problems: [] };
}

/** Notes what is wrong at the cursor; of many things the first few. */
export function complain(
  { problems, at, text }: JsonCursor,
  reason: Problem["reason"],
  message: string,
): void {
  if (problems.length < mostProblems)
    problems.push({ reason, message, at: Math.min(at, text.length) });
}

/** The first character of the next value; empty at the end. */
export function peek(cursor: JsonCursor): string {
  const { text } = cursor;
  let code = text.charCodeAt(cursor.at);
  while (code === 32 || code === 10 || code === 13 || code === 9)
    code = text.charCodeAt(++cursor.at);
  return text[cursor.at] ?? "";
}

/** Offset after the string whose quote is at `start`; beyond the text where nothing closes it. */
function afterString(text: string, start: number): number {
  let from = start + 1;
  for (;;) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return text.length + 1;
    let slashes = quote;
    while (slashes > from && text.charCodeAt(slashes - 1) === 92) slashes--;
    if ((quote - slashes) % 2 === 0) return quote + 1;
    from = quote + 1;
  }
}

function skipString(cursor: JsonCursor): void {
  cursor.at = afterString(cursor.text, cursor.at);
  if (cursor.at <= cursor.text.length) return;
  cursor.at = cursor.text.length;
  complain(cursor, "syntax-error", "a string is not closed");
}

/** Steps over brackets, however deep: only how many are open is remembered. */
function skipNested(cursor: JsonCursor): void {
  const { text } = cursor;
  let depth = 0;
  while (cursor.at < text.length) {
    const code = text.charCodeAt(cursor.at);
    if (code === 34) {
      skipString(cursor);
      continue;
    }
    cursor.at++;
    if (code === 123 || code === 91) depth++;
    else if ((code === 125 || code === 93) && --depth === 0) return;
  }
  complain(cursor, "syntax-error", "the end is missing");
}

/** Steps over one value and says where it stood. */
export function skipValue(cursor: JsonCursor): Span {
  const char = peek(cursor);
  const start = cursor.at;
  if (char === '"') skipString(cursor);
  else if (char === "{" || char === "[") skipNested(cursor);
  else {
    const { text } = cursor;
    while (cursor.at < text.length && !' \t\r\n,:]}"'.includes(text[cursor.at]!)) cursor.at++;
  }
  return { start, end: cursor.at };
}

/** What stands between the members of an object or a list; true where another member begins. */
function goesOn(cursor: JsonCursor, closer: string): boolean {
  for (;;) {
    const char = peek(cursor);
    if (char === "") {
      complain(cursor, "syntax-error", "the end is missing");
      return false;
    }
    if (char === closer) {
      cursor.at++;
      return false;
    }
    if (char !== ",") return true;
    cursor.at++;
  }
}

/** Goes through the list at the cursor. `read` may read each item; what it leaves is stepped over. */
export function eachItem(cursor: JsonCursor, read: () => void): void {
  if (peek(cursor) !== "[") {
    skipValue(cursor);
    return;
  }
  cursor.at++;
  while (goesOn(cursor, "]")) {
    const { at } = cursor;
    read();
    if (cursor.at === at) skipValue(cursor);
    if (cursor.at > at) continue;
    complain(cursor, "syntax-error", "a character that has no place in JSON");
    cursor.at++;
  }
}

/** Goes through the object at the cursor. `read` may read each value; what it leaves is stepped over. */
export function eachEntry(cursor: JsonCursor, read: (key: string) => void): void {
  if (peek(cursor) !== "{") {
    skipValue(cursor);
    return;
  }
  cursor.at++;
  while (goesOn(cursor, "}")) {
    if (peek(cursor) !== '"') {
      complain(cursor, "syntax-error", "a value without a key");
      cursor.at++;
      continue;
    }
    const start = cursor.at;
    skipString(cursor);
    const key = textOf(cursor.text, { start, end: cursor.at });
    if (peek(cursor) !== ":") {
      complain(cursor, "syntax-error", "a key without a value");
      continue;
    }
    cursor.at++;
    peek(cursor);
    const { at } = cursor;
    read(key);
    if (cursor.at === at) skipValue(cursor);
  }
}

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" };

/** What a string says that no JSON parser would take. */
function unescape(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (let at = text.indexOf("\\"); at >= 0; at = text.indexOf("\\", from)) {
    if (at > from) parts.push(text.slice(from, at));
    const char = text[at + 1] ?? "";
    const hex = char === "u" ? /^[0-9a-fA-F]{4}/.exec(text.slice(at + 2, at + 6))?.[0] : undefined;
    parts.push(
      hex === undefined ? (escapes[char] ?? char) : String.fromCharCode(parseInt(hex, 16)),
    );
    from = at + (hex === undefined ? 2 : 6);
  }
  return parts.join("") + text.slice(from);
}

function stringOf(text: string, { start, end }: Span): string {
  const isClosed = end - start >= 2 && text.charCodeAt(end - 1) === 34;
  const inner = text.slice(start + 1, isClosed ? end - 1 : end);
  return inner.includes("\\") ? unescape(inner) : inner;
}

/** The strings of a list that is damaged, one after the other. */
function stringsOf(text: string, { start, end }: Span): string {
  const parts: string[] = [];
  for (let at = text.indexOf('"', start); at >= 0 && at < end; at = text.indexOf('"', at)) {
    const after = Math.min(afterString(text, at), end);
    parts.push(stringOf(text, { start: at, end: after }));
    at = after;
  }
  return parts.join("");
}

/**
 * The text that a value stands for: a string, or the strings of a list joined, as nbformat has its
 * multi-line strings. Other values are no text.
 */
export function textOf(text: string, span: Span): string {
  const first = text[span.start];
  if (first !== '"' && first !== "[") return "";
  const raw = text.slice(span.start, span.end);
  if (first === '"' && !raw.includes("\\")) return stringOf(text, span);
  try {
    const value: unknown = JSON.parse(raw);
    if (typeof value === "string") return value;
    if (Array.isArray(value)) return value.filter((part) => typeof part === "string").join("");
  } catch {
    // Cut off, or written by hand; what can be made out still counts.
  }
  return first === '"' ? stringOf(text, span) : stringsOf(text, span);
}
