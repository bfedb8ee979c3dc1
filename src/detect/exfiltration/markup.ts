// Reads the pieces of markdown, HTML and terminals that hold addresses: where they begin and end.

/** Text between the brackets that is gone back or on for. */
export const longestLabel = 400;
/** An address that goes on for longer is taken as it is. */
export const longestAddress = 2_000;
export const longestTag = 4_000;

/** An address in a piece of text that stands for more. */
export interface Piece {
  /** Of all that has to go. */
  readonly start: number;
  readonly end: number;
  readonly address: string;
  /** What a reader sees of it. */
  readonly label: string;
}

/** Where the `[` stands that a `]` closes; -1 where none does. */
export function openingBracket(text: string, close: number): number {
  let depth = 0;
  for (let at = close - 1; at >= 0 && close - at < longestLabel; at--) {
    const char = text.charCodeAt(at);
    if (char === 93) depth++;
    else if (char === 91 && depth-- === 0) return at;
    else if (char === 10 && text.charCodeAt(at - 1) === 10) return -1;
  }
  return -1;
}

export interface Destination {
  readonly address: string;
  /** Behind the closing bracket; -1 where the text ends before. */
  readonly end: number;
}

/** The destination of a link behind its `(` (CommonMark 6.3); also what renderers that are less strict take. */
export function destinationAt(text: string, open: number): Destination {
  let depth = 0;
  const limit = Math.min(text.length, open + longestAddress);
  let isAngled = false;
  let isStart = true;
  for (let at = open + 1; at < limit; at++) {
    const char = text[at]!;
    if (isStart && /\s/.test(char)) continue;
    if (isStart && char === "<") isAngled = true;
    isStart = false;
    if (char === "\n" && /^\n[ \t]*\n/.test(text.slice(at, at + 40)))
      return { address: "", end: -1 };
    if (char === "\\") at++;
    else if (isAngled) isAngled = char !== ">";
    else if (char === "(") depth++;
    else if (char === ")" && depth-- === 0)
      return { address: withoutTitle(text.slice(open + 1, at)), end: at + 1 };
  }
  if (limit < text.length)
    return { address: withoutTitle(text.slice(open + 1, limit)), end: limit };
  return { address: "", end: -1 };
}

function withoutTitle(inside: string): string {
  const trimmed = inside.trim();
  if (trimmed.startsWith("<"))
    return trimmed.slice(1, trimmed.includes(">") ? trimmed.indexOf(">") : undefined);
  const title = trimmed.search(/\s["'(]/);
  return (title < 0 ? trimmed : trimmed.slice(0, title)).trim();
}

/** Behind the `>` of a tag, outside of quotes; the text's end, or the limit, where there is none. */
export function endOfTag(text: string, start: number): number {
  const limit = Math.min(text.length, start + longestTag);
  if (!text.slice(start, limit).includes(">")) return limit;
  let quote = 0;
  for (let at = start; at < limit; at++) {
    const char = text.charCodeAt(at);
    if (quote !== 0) {
      if (char === quote) quote = 0;
    } else if (char === 62) return at + 1;
    // A quote opens a value only behind its `=`.
    else if (
      (char === 34 || char === 39) &&
      /=\s{0,3}$/.test(text.slice(Math.max(start, at - 4), at))
    )
      quote = char;
  }
  return limit;
}

export interface Attribute {
  readonly name: string;
  readonly value: string;
}

const attribute = /([^\s"'>/=]{1,60})\s{0,20}=\s{0,20}(?:"([^"]*)"?|'([^']*)'?|([^\s>"'][^\s>]*))/g;

export function attributesOf(tag: string): readonly Attribute[] {
  return Array.from(tag.matchAll(attribute), ([, name = "", double, single, bare]) => ({
    name: name.toLowerCase(),
    value: double ?? single ?? bare ?? "",
  }));
}

/** Where an address that nothing encloses ends. */
export function endOfBare(text: string, start: number): number {
  let end = start;
  while (end < text.length && end - start < longestAddress && !/[\s<>"'`|\]]/.test(text[end]!))
    end++;
  while (end > start && /[.,;:!?)*_]/.test(text[end - 1]!)) end--;
  return end;
}
