// Where the characters of a rewritten text stood in the text that it was made from.
import type { Span } from "../core/index.ts";

/** Says for a span of a rewritten text where it stood in the text as given; UTF-16 offsets. */
export type ToOriginal = (start: number, end: number) => Span;

/** For a text that is the one given, or has each character at its old place. */
export const samePlace: ToOriginal = (start, end) => ({ start, end });

/** For a part of the text as given. */
export function movedBy(distance: number): ToOriginal {
  if (distance === 0) return samePlace;
  return (start, end) => ({ start: start + distance, end: end + distance });
}

/** For a text that was rewritten twice: the later map first. */
export function throughBoth(later: ToOriginal, earlier: ToOriginal): ToOriginal {
  if (later === samePlace) return earlier;
  if (earlier === samePlace) return later;
  return (start, end) => {
    const between = later(start, end);
    return earlier(between.start, between.end);
  };
}

/** Makes a text of pieces of another, and remembers where they come from. Pieces are given in order. */
export interface Rewriting {
  /** Takes a part over as it is. */
  readonly keep: (start: number, end: number) => void;
  /** Puts a text in the place of a part. */
  readonly put: (text: string, start: number, end: number) => void;
  readonly length: () => number;
  readonly finish: () => { readonly text: string; readonly toOriginal: ToOriginal };
}

/** Begins to rewrite a text. What is neither kept nor replaced is left out. */
export function rewriting(source: string): Rewriting {
  let text = "";
  /** Of each piece: its place in the new text, and start and end in the old one. */
  const at: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  /** Whether a piece is as long as what it stands for, so that offsets within it can be told. */
  const isEven: boolean[] = [];
  const add = (piece: string, start: number, end: number): void => {
    const last = at.length - 1;
    const even = piece.length === end - start;
    if (even && last >= 0 && isEven[last] === true && to[last] === start) to[last] = end;
    else {
      at.push(text.length);
      from.push(start);
      to.push(end);
      isEven.push(even);
    }
    text += piece;
  };
  const pieceAt = (offset: number): number => {
    let low = 0;
    let high = at.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (at[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const toOriginal: ToOriginal = (start, end) => {
    if (at.length === 0) return { start: 0, end: 0 };
    const first = pieceAt(start);
    const begin = isEven[first] ? from[first]! + start - at[first]! : from[first]!;
    if (end <= start) return { start: begin, end: begin };
    const last = pieceAt(end - 1);
    return { start: begin, end: isEven[last] ? from[last]! + end - at[last]! : to[last]! };
  };
  return {
    keep: (start, end) => {
      if (end > start) add(source.slice(start, end), start, end);
    },
    put: (piece, start, end) => {
      if (piece !== "") add(piece, start, end);
    },
    length: () => text.length,
    finish: () => ({ text, toOriginal }),
  };
}
