import type { Span } from "../../core/index.ts";

/** Offset of the line break after `at`, or of the end. */
export function endOfLine(text: string, at: number): number {
  for (let index = at; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === 10 || code === 13) return index;
  }
  return text.length;
}

/** Offset after the line break at `at`. */
export function nextLine(text: string, at: number): number {
  if (at >= text.length) return text.length;
  return text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
}

/** The end of a line that begins with a magic; a backslash before the break carries it on. */
export function endOfMagic(text: string, at: number): number {
  let end = endOfLine(text, at);
  while (end < text.length && text.charCodeAt(end - 1) === 92 && end > at)
    end = endOfLine(text, nextLine(text, end));
  return end;
}

/** What is to be known of one logical line of Python. */
export interface LogicalLine {
  /** After its line break. */
  readonly next: number;
  /** Where `!` or `%` stands that follows `name =`. */
  readonly assigned: number;
  /** Openings that nothing closes before the text ends: brackets, and the quotes of long strings. */
  readonly open: readonly Span[];
}

const openers = "([{";
const closers = ")]}";

function isBlank(code: number): boolean {
  return code === 32 || code === 9 || code === 12;
}

/** Offset after the string that opens at `at`; the end of its line where that is not closed. */
function afterString(text: string, at: number): number {
  const quote = text[at]!;
  const long = text.startsWith(quote.repeat(3), at);
  const closer = long ? quote.repeat(3) : quote;
  let index = at + closer.length;
  while (index < text.length) {
    const char = text[index]!;
    if (char === "\\") index += 2;
    else if (char === quote && (!long || text.startsWith(closer, index)))
      return index + closer.length;
    else if (!long && (char === "\n" || char === "\r")) return index;
    else index++;
  }
  return long ? -1 : text.length;
}

/** What closes a long string is searched for to the end of the cell; this bounds how often. */
const maxUnclosed = 8;

/**
 * Reads on to the end of a logical line: over strings, comments, and line breaks inside brackets.
 * Only so is it known which `%` begins a magic and which divides. `from` is where a statement begins,
 * `unclosed` says how many strings before it are not closed.
 */
export function logicalLine(text: string, from: number, unclosed: number): LogicalLine {
  const brackets: Span[] = [];
  const open: Span[] = [];
  let at = from;
  let assigned = -1;
  while (at < text.length) {
    const char = text[at]!;
    if (char === "'" || char === '"') {
      const after = open.length + unclosed > maxUnclosed ? at + 1 : afterString(text, at);
      // A long string that nothing closes would take the next cells with it.
      if (after < 0) open.push({ start: at, end: at + 3 });
      at = after < 0 ? at + 3 : after;
    } else if (char === "#") at = endOfLine(text, at);
    else if (char === "\n" || char === "\r") {
      at = nextLine(text, at);
      if (brackets.length === 0) return { next: at, assigned, open };
    } else if (char === "\\") {
      const after = text[at + 1];
      if (at + 1 >= text.length || nextLine(text, at + 1) >= text.length)
        open.push({ start: at, end: at + 1 });
      at = after === "\n" || after === "\r" ? nextLine(text, at + 1) : at + 1;
    } else {
      if (openers.includes(char)) brackets.push({ start: at, end: at + 1 });
      else if (closers.includes(char)) brackets.pop();
      else if (char === "=" && assigned < 0 && brackets.length === 0)
        assigned = magicAfter(text, at);
      at++;
      if (assigned >= 0) return { next: nextLine(text, endOfMagic(text, at)), assigned, open };
    }
  }
  return {
    next: text.length,
    assigned,
    open: [...open, ...brackets].sort((a, b) => a.start - b.start),
  };
}

/** Offset of `!` or `%` behind the `=` at `at`, where it begins a magic. */
function magicAfter(text: string, at: number): number {
  let index = at + 1;
  while (isBlank(text.charCodeAt(index))) index++;
  const char = text[index];
  if (char !== "!" && char !== "%") return -1;
  return /[\w!./~$({"'-]/.test(text[index + 1] ?? "") ? index : -1;
}
