import { nestPieces } from "./nest.ts";
import { closeQuote, readPieces, type Piece } from "./pieces.ts";
import { broken, endOf, enter, startOf, type Scanner } from "./scan.ts";
import type { Span } from "../../core/index.ts";
import type { Expression } from "./tree.ts";

const simple = /"([^"\\$%\n]*)"/y;

/** Reads a text in quotes; stands on the quote. */
export function readQuoted(s: Scanner): Expression {
  const start = s.at;
  simple.lastIndex = start;
  const found = simple.exec(s.text);
  if (found !== null && start + found[0].length <= s.end) {
    s.at += found[0].length;
    return { kind: "literal", value: found[1]!, start: startOf(s, start), end: endOf(s) };
  }
  if (!enter(s)) return broken(s, start);
  s.at++;
  const pieces = readPieces(s, true);
  closeQuote(s);
  s.depth--;
  if (s.isLost) return broken(s, start);
  return templateOf(s, pieces, { start: startOf(s, start), end: endOf(s) });
}

/** A text without parts is a literal; a lone interpolation is the value that it names. */
export function templateOf(s: Scanner, pieces: readonly Piece[], span: Span): Expression {
  const [first] = pieces;
  if (first === undefined) return { kind: "literal", value: "", ...span };
  if (pieces.every((piece) => piece.kind === "text"))
    return { kind: "literal", value: pieces.map(({ value }) => value).join(""), ...span };
  if (pieces.length === 1 && first.kind === "value")
    return { kind: "group", inner: first.value, ...span };
  return nestPieces(s, pieces, span);
}
