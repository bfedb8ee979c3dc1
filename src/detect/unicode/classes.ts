// What is known of a code point, worked out for 256 of them at a time when the first one is met.
import { dotlessI, latinLookalikes, strongLookalikes, weakLookalikes } from "./confusables.ts";

/** Its compatibility form (Unicode Annex 15, NFKC) is another one. */
export const changes = 1;
/** It joins the one before it. */
export const mark = 2;
/** A person sees nothing where it stands. */
export const invisible = 4;
/** A letter or digit that is drawn like no other one. */
export const wordPart = 8;
export const latin = 16;
/** A letter of another script that is drawn like a Latin one. */
export const lookalike = 32;
/** The same, less well. */
export const weakLookalike = 64;
/** A letter of Latin's own that stands for a plain one. */
export const styled = 128;

/** A diacritic that any script may use, or an enclosing mark. */
export const generalMark = 256;

const generalMarks: readonly (readonly [first: number, last: number])[] = [
  [0x300, 0x36f],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
  [0xfe20, 0xfe2f],
];

/** Not drawn: format characters, fillers, selectors (Unicode's Default_Ignorable_Code_Point, and annotations). */
const unseen = /^[\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB]$/u;
const isLetter = /^[\p{L}\p{N}]$/u;
const isLatin = /^\p{Script=Latin}$/u;
const isMark = /^\p{M}$/u;

function classOf(code: number): number {
  const text = String.fromCodePoint(code);
  if (unseen.test(text)) return invisible;
  let bits = plainForm(code) === undefined ? 0 : changes;
  if (isMark.test(text)) {
    bits |= mark;
    if (generalMarks.some(([first, last]) => code >= first && code <= last)) bits |= generalMark;
  } else if (strongLookalikes.has(code)) bits |= lookalike;
  else if (weakLookalikes.has(code)) bits |= weakLookalike;
  else if (latinLookalikes.has(code) || text === dotlessI) bits |= styled | latin;
  else if (isLatin.test(text)) bits |= latin;
  else if (isLetter.test(text)) bits |= wordPart;
  return bits;
}

/** Letters in black circles and squares, which have no compatibility form. */
function enclosedLetter(code: number): string | undefined {
  for (const first of [0x1f150, 0x1f170])
    if (code >= first && code < first + 26) return String.fromCharCode(65 + code - first);
  return undefined;
}

/** The compatibility form of a code point that has one. */
export function plainForm(code: number): string | undefined {
  const text = String.fromCodePoint(code);
  const plain = enclosedLetter(code) ?? text.normalize("NFKC");
  return plain === text ? undefined : plain;
}

const blocks: (Uint16Array | undefined)[] = [];

function fill(block: number): Uint16Array {
  const classes = new Uint16Array(256);
  const isSurrogate = block >= 0xd8 && block <= 0xdf;
  if (!isSurrogate) for (let low = 0; low < 256; low++) classes[low] = classOf((block << 8) | low);
  blocks[block] = classes;
  return classes;
}

/** The bits of a code point. */
export function bitsOf(code: number): number {
  return (blocks[code >> 8] ?? fill(code >> 8))[code & 255]!;
}
