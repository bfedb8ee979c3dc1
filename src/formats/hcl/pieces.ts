import type { Span } from "../../core/index.ts";
import { readForNames } from "./collections.ts";
import { readExpression } from "./expressions.ts";
import {
  broken,
  codeAt,
  endOf,
  expectText,
  lose,
  readName,
  skipBlank,
  startOf,
  take,
  type Scanner,
} from "./scan.ts";
import type { Expression } from "./tree.ts";

/** A part of a template before its directives are nested. Texts of a heredoc end at each line. */
export type Piece = Span &
  (
    | { readonly kind: "text"; value: string }
    | { readonly kind: "value" | "if"; readonly value: Expression }
    | {
        readonly kind: "for";
        readonly keyName?: string;
        readonly itemName: string;
        readonly value: Expression;
      }
    | { readonly kind: "else" | "endif" | "endfor" }
  );

const escapes: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  '"': '"',
  "\\": "\\",
};

const plainQuoted = /[^"\\$%\n]*/y;
const plainLine = /[^$%\n]*/y;

interface Reading {
  readonly pieces: Piece[];
  readonly isQuoted: boolean;
  /** Text so far that is not yet a piece. */
  text: string;
  textStart: number;
  /** True after `~}`: white space that follows is dropped. */
  trimsNext: boolean;
}

/** Reads up to the closing quote, or to the end of the scanner's bounds. */
export function readPieces(s: Scanner, isQuoted: boolean): Piece[] {
  const reading: Reading = { pieces: [], isQuoted, text: "", textStart: s.at, trimsNext: false };
  const plain = isQuoted ? plainQuoted : plainLine;
  while (s.at < s.end && !s.isLost) {
    plain.lastIndex = s.at;
    const found = plain.exec(s.text)![0];
    const room = s.end - s.at;
    reading.text += found.length > room ? found.slice(0, room) : found;
    s.at += Math.min(found.length, room);
    if (s.at >= s.end) break;
    const char = s.text[s.at]!;
    if (char === '"' && isQuoted) break;
    if (char === "\n") {
      if (isQuoted) {
        lose(s, "a text in quotes is not closed in its line");
        break;
      }
      s.at++;
      reading.text += char;
      closeText(s, reading);
    } else if (char === "\\" && isQuoted) readEscape(s, reading);
    else if (s.text[s.at + 1] === "{" && s.at + 1 < s.end) {
      closeText(s, reading);
      s.at += 2;
      readMarked(s, reading, char === "%");
      reading.textStart = s.at;
    } else if (s.text[s.at + 1] === char && s.text[s.at + 2] === "{" && s.at + 2 < s.end) {
      reading.text += `${char}{`;
      s.at += 3;
    } else {
      reading.text += char;
      s.at++;
    }
  }
  closeText(s, reading);
  return reading.pieces;
}

function closeText(s: Scanner, reading: Reading): void {
  if (reading.text !== "") {
    const value = reading.trimsNext ? reading.text.trimStart() : reading.text;
    const span = { start: startOf(s, reading.textStart), end: endOf(s) };
    reading.pieces.push({ kind: "text", value, ...span });
    reading.trimsNext = false;
  }
  reading.text = "";
  reading.textStart = s.at;
}

function readEscape(s: Scanner, reading: Reading): void {
  const char = s.text[s.at + 1] ?? "";
  const size = char === "u" ? 4 : char === "U" ? 8 : 0;
  if (size > 0) {
    const digits = s.text.slice(s.at + 2, s.at + 2 + size);
    const code = /^[0-9a-fA-F]+$/.test(digits) ? parseInt(digits, 16) : Number.NaN;
    if (digits.length === size && code <= 0x10ffff) {
      reading.text += String.fromCodePoint(code);
      s.at += 2 + size;
      return;
    }
  }
  reading.text += escapes[char] ?? `\\${char}`;
  s.at = Math.min(s.end, s.at + 2);
}

/** Reads what stands in `${…}` or `%{…}`; its opening is behind. */
function readMarked(s: Scanner, reading: Reading, isDirective: boolean): void {
  const start = s.at - 2;
  if (take(s, "~")) trimBefore(reading.pieces);
  const lines = s.linesCount;
  s.linesCount = false;
  const piece = isDirective ? readDirective(s, start) : readInterpolation(s, start);
  if (!s.isLost) {
    skipBlank(s);
    reading.trimsNext = take(s, "~");
    if (!take(s, "}")) lose(s, "an interpolation is not closed");
  }
  s.linesCount = lines;
  reading.pieces.push({ ...piece, end: endOf(s) });
}

function trimBefore(pieces: readonly Piece[]): void {
  const last = pieces.at(-1);
  if (last?.kind === "text") last.value = last.value.trimEnd();
}

function readInterpolation(s: Scanner, start: number): Piece {
  const value = readExpression(s);
  return { kind: "value", value, start: startOf(s, start), end: endOf(s) };
}

function readDirective(s: Scanner, start: number): Piece {
  skipBlank(s);
  const word = readName(s);
  const span = { start: startOf(s, start), end: endOf(s) };
  if (word === "if") return { kind: "if", value: readExpression(s), ...span };
  if (word === "for") {
    const names = readForNames(s);
    const value = s.isLost ? broken(s, s.at) : readExpression(s);
    return { kind: "for", ...names, value, ...span };
  }
  if (word === "else" || word === "endif" || word === "endfor") return { kind: word, ...span };
  lose(s, "a template has no such directive");
  return { kind: "endif", ...span };
}

/** Reads the quote that closes a text. */
export function closeQuote(s: Scanner): void {
  if (s.isLost) return;
  if (codeAt(s) === 34) s.at++;
  else expectText(s, '"');
}
