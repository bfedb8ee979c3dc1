// One look at the words of a text: what tells that letters were turned, reversed, swapped or spread.
import type { Span } from "../../core/index.ts";
import { bitsOfWord, hashStep, plainBit, reversedBit, rot13Bit } from "./lexicon.ts";

/** What the words of a text show. Spans are in order. */
export interface WordSigns {
  /** Words that make sense when they are turned by 13, and when read backwards. */
  readonly rot13: readonly Span[];
  readonly reversed: readonly Span[];
  /** Words that make sense as they are. */
  readonly plain: readonly Span[];
  /** Words of letters and of digits or signs that stand for letters. */
  readonly leet: readonly Span[];
  /** Rows of single letters. */
  readonly spread: readonly Span[];
}

/** Classes of ASCII characters. */
const letter = 1;
/** Digits and signs that are drawn like a letter. */
const sign = 2;
/** What may part letters that are spread. */
const gap = 4;
const classes = new Uint8Array(128);
for (let code = 97; code <= 122; code++) classes[code] = classes[code - 32] = letter;
for (const each of "0123456789@$!|+") classes[each.charCodeAt(0)] = sign;
for (const each of " \t.-_*/,;:'’\"?·•~`()[]")
  if (each < "\u0080") classes[each.charCodeAt(0)] = gap;
classes["!".charCodeAt(0)]! |= gap;
classes["|".charCodeAt(0)]! |= gap;
classes["+".charCodeAt(0)]! |= gap;

const longestWord = 15;
/** As many single letters, and no more than this between two of them, are a row. */
const leastSpread = 5;
const widestGap = 7;

function classAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return classes[code]!;
  // Letters of other scripts may be spread too; punctuation and spaces of Unicode are below.
  return code === 0xa0 || (code >= 0x2000 && code <= 0x206f) || code === 0x3000 || code === 0xb7
    ? gap
    : letter;
}

/** Looks once at each character. */
export function wordSigns(text: string): WordSigns {
  const rot13: Span[] = [];
  const reversed: Span[] = [];
  const plain: Span[] = [];
  const leet: Span[] = [];
  const spread: Span[] = [];
  let rowStart = -1;
  let rowEnd = 0;
  let rowCount = 0;
  const endRow = (): void => {
    if (rowCount >= leastSpread) spread.push({ start: rowStart, end: rowEnd });
    rowStart = -1;
    rowCount = 0;
  };
  for (let at = 0; at < text.length;) {
    const kind = classAt(text, at);
    if ((kind & (letter | sign)) === 0) {
      if (kind === 0) endRow();
      at++;
      continue;
    }
    const start = at;
    let hash = 0;
    let seen = 0;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      const here = code < 128 ? classes[code]! : classAt(text, at);
      if ((here & (letter | sign)) === 0) break;
      seen |= here;
      hash = hashStep(hash, here === letter ? code | 32 : code);
    }
    const length = at - start;
    if (length === 1) {
      if ((seen & gap) !== 0) continue;
      if (rowCount > 0 && start - rowEnd <= widestGap && start > rowEnd) rowCount++;
      else {
        endRow();
        rowStart = start;
        rowCount = 1;
      }
      rowEnd = at;
      continue;
    }
    if (rowCount > 0) endRow();
    if ((seen & sign) !== 0) {
      if ((seen & letter) !== 0 && length <= longestWord + 10) leet.push({ start, end: at });
    } else if (length <= longestWord) {
      const bits = bitsOfWord(hash);
      if (bits === 0) continue;
      if ((bits & plainBit) !== 0) plain.push({ start, end: at });
      else {
        if ((bits & rot13Bit) !== 0) rot13.push({ start, end: at });
        if ((bits & reversedBit) !== 0) reversed.push({ start, end: at });
      }
    }
  }
  endRow();
  return { rot13, reversed, plain, leet, spread };
}
