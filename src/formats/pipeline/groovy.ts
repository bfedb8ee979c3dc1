import type { Problem, Span } from "../../core/index.ts";
import type { Text } from "./view.ts";

/** Tokens of one file that are kept. */
export const maxTokens = 200_000;

/** A word, a sign, or a string of Groovy; `value` of a string has its escapes read. */
export interface Token extends Text {
  readonly kind: "word" | "sign" | "string";
  /** The expressions of `${…}` and `$name` in a string of double quotes. */
  readonly filled?: readonly Text[];
}

/** What the lexer sees of a file. */
export interface Tokens {
  readonly tokens: readonly Token[];
  readonly comments: readonly Span[];
  readonly problems: readonly Problem[];
}

/**
 * Splits a Jenkinsfile into words, signs and strings. No grammar of Groovy is tried: regular
 * expressions between slashes are taken for signs, since only a parser could tell them from a
 * division. Total, and linear in the length of the text.
 */
export function readTokens(text: string): Tokens {
  const tokens: Token[] = [];
  const comments: Span[] = [];
  const problems: Problem[] = [];
  const word = /[\w$]+/y;
  let at = 0;
  while (at < text.length) {
    if (tokens.length >= maxTokens) {
      problems.push({ reason: "limit", message: `more than ${maxTokens} tokens`, at });
      break;
    }
    const char = text[at]!;
    if (/\s/.test(char)) at++;
    else if (char === "/" && (text[at + 1] === "/" || text[at + 1] === "*")) {
      const end = endOfComment(text, at);
      comments.push({ start: at, end });
      at = end;
    } else if (char === "#" && at === 0) at = lineEnd(text, at);
    else if (char === '"' || char === "'") {
      const token = readString(text, at);
      // On one line it is more likely a quote in a regular expression.
      const isLong = text.startsWith(char.repeat(3), at);
      if (!token.isClosed && isLong && problems.length < 5)
        problems.push({ reason: "syntax-error", message: "a string is not closed", at });
      tokens.push(token);
      at = token.end;
    } else {
      word.lastIndex = at;
      const found = word.exec(text)?.[0] ?? char;
      const kind = found === char && !/[\w$]/.test(char) ? "sign" : "word";
      const start = at;
      const place = (from: number, to: number): Span => ({ start: start + from, end: start + to });
      tokens.push({ kind, value: found, place, start, end: at + found.length });
      at += found.length;
    }
  }
  return { tokens, comments, problems };
}

function lineEnd(text: string, at: number): number {
  const line = text.indexOf("\n", at);
  return line < 0 ? text.length : line;
}

function endOfComment(text: string, at: number): number {
  if (text[at + 1] === "/") return lineEnd(text, at);
  const close = text.indexOf("*/", at + 2);
  return close < 0 ? text.length : close + 2;
}

/** What stands for one character after a backslash. */
const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", "\n": "" };

function readString(text: string, start: number): Token & { readonly isClosed: boolean } {
  const quote = text[start]!;
  const isLong = text.startsWith(quote.repeat(3), start);
  const closer = isLong ? quote.repeat(3) : quote;
  const parts: string[] = [];
  /** Where pieces of the value begin, in the value and in the file. */
  const pieces: { readonly value: number; readonly file: number }[] = [];
  const filled: Text[] = [];
  let at = start + closer.length;
  let length = 0;
  const add = (piece: string, file: number): void => {
    pieces.push({ value: length, file });
    parts.push(piece);
    length += piece.length;
  };
  let from = at;
  let isClosed = false;
  while (at < text.length) {
    const char = text[at]!;
    if (char === "\n" && !isLong) break;
    if (char === quote && text.startsWith(closer, at)) {
      isClosed = true;
      break;
    }
    if (char === "\\") {
      if (at > from) add(text.slice(from, at), from);
      const next = text[at + 1] ?? "";
      add(escapes[next] ?? next, at);
      at += 2;
      from = at;
    } else if (char === "$" && quote === '"') {
      const found = readFilled(text, at);
      if (found !== undefined) filled.push(found);
      at = found === undefined ? at + 1 : found.end;
    } else at++;
  }
  at = Math.min(at, text.length);
  if (at > from) add(text.slice(from, at), from);
  const end = isClosed ? at + closer.length : at;
  const position = (offset: number): number => {
    let low = 0;
    let high = pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (pieces[middle]!.value <= offset) low = middle;
      else high = middle - 1;
    }
    const piece = pieces[low];
    return piece === undefined ? start : Math.min(end, piece.file + offset - piece.value);
  };
  return {
    kind: "string",
    value: parts.join(""),
    place: (first, last) => ({
      start: position(first),
      end: last > first ? Math.min(end, position(last - 1) + 1) : position(first),
    }),
    ...(quote === '"' ? { filled } : {}),
    start,
    end,
    isClosed,
  };
}

/** Longest expression in `${…}`. */
const maxFilled = 500;

/** `${expression}` or `$name.name`; the span covers it with its signs. */
function readFilled(text: string, start: number): Text | undefined {
  const isBraced = text[start + 1] === "{";
  const from = start + (isBraced ? 2 : 1);
  let end = from;
  if (isBraced) {
    let depth = 1;
    const last = Math.min(text.length, from + maxFilled);
    while (end < last && depth > 0) {
      if (text[end] === "{") depth++;
      else if (text[end] === "}") depth--;
      else if (text[end] === "\n") return undefined;
      end++;
    }
    if (depth > 0) return undefined;
  } else {
    while (end < text.length && end < from + maxFilled && /[\w.]/.test(text[end]!)) end++;
    if (end === from) return undefined;
  }
  const value = text.slice(from, isBraced ? end - 1 : end);
  const place = (first: number, last: number): Span => ({ start: from + first, end: from + last });
  return { value, place, start, end };
}
