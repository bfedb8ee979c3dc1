import type { Span } from "../../core/index.ts";
import { tokenKind, type Scan } from "./scan.ts";

/** Letters that digits and signs are written for; `1` is an i or an l. */
const letters = new Map<number, number>();
for (const pair of ["0o", "3e", "4a", "5s", "7t", "8b", "9g", "@a", "$s"])
  letters.set(pair.charCodeAt(0), pair.charCodeAt(1));
const one = 0x31;

/** Fewer words with digits in them are identifiers; and a sentence has a third of such words at least. */
const leastMixed = 2;
const leastShare = 3;
/** A longer one is a code. */
const longestWord = 20;
/** So many places of one text are read again. */
const mostPlaces = 16;

/** Parts of a scanned text, whole segments, in which so many words hold digits that these must be letters. */
export function withDigitsForLetters(seen: Scan): readonly Span[] {
  const { segments, segment, kind, start, end } = seen;
  const found: { start: number; end: number }[] = [];
  for (let index = 0; index < segments; index++) {
    let mixed = 0;
    let words = 0;
    const last = segment[index + 1]! - 1;
    for (let token = segment[index]!; token <= last; token++) {
      const type = kind[token]!;
      if (type === tokenKind.mixed && end[token]! - start[token]! <= longestWord) mixed++;
      else if (type === tokenKind.word || type === tokenKind.unspaced) words++;
    }
    if (mixed < leastMixed || mixed * leastShare < words) continue;
    const place = { start: start[segment[index]!]!, end: end[last]! };
    const before = found.at(-1);
    if (before !== undefined && place.start - before.end <= 2) before.end = place.end;
    else if (found.length < mostPlaces) found.push(place);
  }
  return found;
}

/** A text with letters for its digits, each at its old place; `1` is read as given. */
export function lettersForDigits(text: string, letterOfOne: "i" | "l"): string {
  const made = new Uint16Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    made[at] = code === one ? letterOfOne.charCodeAt(0) : (letters.get(code) ?? code);
  }
  // In parts, since a call takes only so many arguments.
  let out = "";
  for (let at = 0; at < made.length; at += 4_096)
    out += String.fromCharCode(...made.subarray(at, at + 4_096));
  return out;
}
