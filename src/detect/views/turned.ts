import type { Span } from "../../core/index.ts";
import { movedBy } from "../offsets.ts";
import { rot13Code } from "./lexicon.ts";
import type { Layer } from "./view.ts";
import type { WordSigns } from "./words.ts";

/** One word by chance is none; a long one is hardly chance. */
const leastWords = 2;
const longWord = 6;
const chunk = 4096;

/** Enough words for it to be no chance, and more of them than make sense as they are where they stand. */
function isEnough(words: readonly Span[], plain: readonly Span[]): boolean {
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined) return false;
  let between = 0;
  for (const { start, end } of plain)
    if (start >= first.end && end <= last.start && ++between > words.length) return false;
  return (
    words.length > leastWords ||
    (words.length === leastWords && words.some(({ start, end }) => end - start >= longWord)) ||
    words.some(({ start, end }) => end - start > longWord + 2)
  );
}

/** From the last word before that makes sense to the first one after: what belongs to a disguise. */
function regionOf(text: string, hits: readonly Span[], plain: readonly Span[]): Span {
  const first = hits[0]!;
  const last = hits.at(-1)!;
  let start = 0;
  let end = text.length;
  for (const word of plain) {
    if (word.end <= first.start) start = word.end;
    else if (word.start >= last.end) {
      end = word.start;
      break;
    }
  }
  return { start, end };
}

function turned(text: string): string {
  let made = "";
  for (let from = 0; from < text.length; from += chunk) {
    const codes: number[] = [];
    for (let at = from; at < Math.min(text.length, from + chunk); at++)
      codes.push(rot13Code(text.charCodeAt(at)));
    made += String.fromCharCode(...codes);
  }
  return made;
}

/** Letters turned by 13. */
export function* rot13Layers(text: string, { rot13, plain }: WordSigns): Generator<Layer> {
  if (!isEnough(rot13, plain)) return;
  const { start, end } = regionOf(text, rot13, plain);
  yield { disguise: "rot13", text: turned(text.slice(start, end)), toOriginal: movedBy(start) };
}

const word = /[\p{L}\p{N}'’]+/gu;

function backwards(text: string): string {
  // By UTF-16 unit, so that each keeps its mirrored place; pairs are put right again.
  let made = "";
  for (let at = text.length; at > 0; at--) {
    const unit = text.charCodeAt(at - 1);
    if (unit >= 0xdc00 && unit <= 0xdfff && at > 1) {
      made += text.slice(at - 2, at);
      at--;
    } else made += text[at - 1]!;
  }
  return made;
}

/** A text that is read from its end, and one whose words are. */
export function* reversedLayers(text: string, { reversed, plain }: WordSigns): Generator<Layer> {
  if (!isEnough(reversed, plain)) return;
  const { start, end } = regionOf(text, reversed, plain);
  const part = text.slice(start, end);
  yield {
    disguise: "reversed",
    text: backwards(part),
    toOriginal: (from, to) => ({ start: end - to, end: end - from }),
  };
  yield {
    disguise: "reversed-words",
    text: part.replaceAll(word, backwards),
    toOriginal: movedBy(start),
  };
}
