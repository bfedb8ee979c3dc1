import { readPieces, type Piece } from "./pieces.ts";
import { templateOf } from "./quoted.ts";
import { broken, endOf, enter, lose, startOf, type Scanner } from "./scan.ts";
import type { Expression } from "./tree.ts";

const opening = /<<(-?)([\p{ID_Start}_][\p{ID_Continue}-]*)\r?\n/uy;

/** Where the body of a heredoc ends, and where the text goes on. */
function findCloser(
  s: Scanner,
  marker: string,
): { readonly bodyEnd: number; readonly after: number } | undefined {
  for (let line = s.at; line < s.end;) {
    const next = s.text.indexOf("\n", line);
    const end = next < 0 || next > s.end ? s.end : next;
    let from = line;
    while (from < end && (s.text[from] === " " || s.text[from] === "\t")) from++;
    if (s.text.startsWith(marker, from)) {
      let after = from + marker.length;
      while (after < end && /[ \t\r]/.test(s.text[after]!)) after++;
      if (after === end) return { bodyEnd: line, after: from + marker.length };
    }
    line = end + 1;
  }
  return undefined;
}

/** Reads `<<EOT` or `<<-EOT`; stands on it. */
export function readHeredoc(s: Scanner): Expression {
  const start = s.at;
  opening.lastIndex = start;
  const found = opening.exec(s.text);
  if (found === null || start + found[0].length > s.end) {
    lose(s, "a heredoc has no name");
    return broken(s, start);
  }
  s.at += found[0].length;
  const closer = findCloser(s, found[2]!);
  if (closer === undefined) {
    lose(s, `a heredoc is not closed: ${found[2]}`);
    s.at = s.end;
    return broken(s, start);
  }
  if (!enter(s)) return broken(s, start);
  const { end, linesCount } = s;
  s.end = closer.bodyEnd;
  const pieces = readPieces(s, false);
  s.end = end;
  s.linesCount = linesCount;
  s.depth--;
  if (s.isLost) return broken(s, start);
  s.at = closer.after;
  if (found[1] === "-") flush(pieces);
  if (s.text.includes("\r\n")) for (const piece of pieces) dropReturns(piece);
  return heredocOf(s, pieces, start);
}

function heredocOf(s: Scanner, pieces: readonly Piece[], start: number): Expression {
  const span = { start: startOf(s, start), end: endOf(s) };
  const result = templateOf(s, pieces, span);
  // The text of a heredoc is a text, even where it is one interpolation.
  return result.kind === "group" ? { kind: "template", parts: [result.inner], ...span } : result;
}

function dropReturns(piece: Piece): void {
  if (piece.kind === "text" && piece.value.endsWith("\r\n"))
    piece.value = `${piece.value.slice(0, -2)}\n`;
}

/** Takes from every line as much white space as the least indented one has. */
function flush(pieces: readonly Piece[]): void {
  let least = Infinity;
  const lines: { value: string }[] = [];
  let isLineStart = true;
  for (const piece of pieces) {
    if (piece.kind === "text") {
      // Blank lines stay as they are.
      const isBlank = piece.value.endsWith("\n") && piece.value.trim() === "";
      if (isLineStart && !isBlank) {
        const indent = piece.value.length - piece.value.trimStart().length;
        least = Math.min(least, indent);
        lines.push(piece);
      }
      isLineStart = piece.value.endsWith("\n");
    } else {
      if (isLineStart) least = 0;
      isLineStart = false;
    }
  }
  for (const line of lines) line.value = line.value.slice(Math.min(least, line.value.length));
}
