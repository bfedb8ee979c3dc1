import { maxHclDepth, type Expression, type Template } from "./tree.ts";
import { lose, type Scanner } from "./scan.ts";
import type { Piece } from "./pieces.ts";
import type { Span } from "../../core/index.ts";

interface Level {
  readonly opener: Piece | undefined;
  readonly parts: Expression[];
  /** The parts before `%{ else }`. */
  before?: Template;
  start: number;
}

/** Nests what stands between directives: `%{ if }` becomes a conditional, `%{ for }` a repeat. */
export function nestPieces(s: Scanner, pieces: readonly Piece[], span: Span): Template {
  const levels: Level[] = [{ opener: undefined, parts: [], start: span.start }];
  for (const piece of pieces) {
    const top = levels.at(-1)!;
    if (piece.kind === "text") {
      if (piece.value !== "") top.parts.push(literal(piece.value, piece));
    } else if (piece.kind === "value") top.parts.push(piece.value);
    else if (piece.kind === "if" || piece.kind === "for") {
      if (levels.length < maxHclDepth) levels.push({ opener: piece, parts: [], start: piece.end });
      else lose(s, `nested deeper than ${maxHclDepth}`, "limit");
    } else if (piece.kind === "else" && top.opener?.kind === "if" && top.before === undefined) {
      top.before = {
        kind: "template",
        parts: top.parts.splice(0),
        start: top.start,
        end: piece.start,
      };
      top.start = piece.end;
    } else if (piece.kind === "endif" && top.opener?.kind === "if") close(levels, piece);
    else if (piece.kind === "endfor" && top.opener?.kind === "for") close(levels, piece);
    else lose(s, `a template has a directive that stands alone: ${piece.kind}`);
  }
  if (levels.length > 1) lose(s, "a directive of a template is not closed");
  return { kind: "template", parts: levels[0]!.parts, ...span };
}

function literal(value: string, { start, end }: Span): Expression {
  return { kind: "literal", value, start, end };
}

function close(levels: Level[], piece: Piece): void {
  const { opener, parts, before, start } = levels.pop()!;
  const body: Template = { kind: "template", parts, start, end: piece.start };
  const into = levels.at(-1)!.parts;
  if (opener?.kind === "if") {
    const span = { start: opener.start, end: piece.end };
    const nothing: Template = { kind: "template", parts: [], start: piece.start, end: piece.start };
    into.push({
      kind: "conditional",
      test: opener.value,
      whenTrue: before ?? body,
      whenFalse: before === undefined ? nothing : body,
      ...span,
    });
  } else if (opener?.kind === "for") {
    const { keyName, itemName, value } = opener;
    const span = { start: opener.start, end: piece.end };
    into.push({ kind: "repeat", key: keyName, item: itemName, over: value, body, ...span });
  }
}
