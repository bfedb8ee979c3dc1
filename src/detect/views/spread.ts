import type { Span } from "../../core/index.ts";
import { rewriting, type Rewriting } from "../offsets.ts";
import { bitsOfWord, hashStep, plainBit } from "./lexicon.ts";
import { widened, type Layer } from "./view.ts";
import type { WordSigns } from "./words.ts";

const isLetter = /[\p{L}\p{N}]/u;
const marks = /[^\s.·•*_~|/+-]/g;
/** A row with no space in it that is longer is several words. */
const longestWord = 14;
/** Words are looked for in so many letters at once. */
const mostLetters = 8192;

/** A letter of a row, and what stands between it and the next one. */
interface Place {
  readonly at: number;
  readonly gap: string;
}

function placesOf(text: string, { start, end }: Span): readonly Place[] {
  const places: Place[] = [];
  let at = start;
  while (at < end) {
    let next = at + 1;
    while (next < end && !isLetter.test(text[next]!)) next++;
    places.push({ at, gap: text.slice(at + 1, next) });
    at = next;
  }
  return places;
}

/** The gap that is met most. */
function usualGap(places: readonly Place[]): string {
  const counts = new Map<string, number>();
  for (const { gap } of places.slice(0, -1)) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  let usual = "";
  let most = 0;
  for (const [gap, count] of counts)
    if (count > most) {
      usual = gap;
      most = count;
    }
  return usual;
}

/** What a gap says: nothing between letters of a word, else a space, with the punctuation in it. */
function meaningOf(gap: string, usual: string): string {
  if (gap === usual) return "";
  if (gap === "") return "";
  const said =
    gap
      .replaceAll(usual.trim() === "" ? " " : usual.trim(), "")
      .match(marks)
      ?.join("") ?? "";
  const isSpaced = !/\s/.test(usual) && /\s/.test(gap);
  const isApart = isSpaced || gap.length > (said.length + 1) * usual.length + said.length;
  return isApart || said === "" ? `${said} ` : said;
}

/**
 * Where words begin in letters without spaces: the words of the list that cover most. Linear, since
 * no word of the list is longer than a few letters.
 */
function wordStarts(letters: string): ReadonlySet<number> {
  const best = new Float64Array(letters.length + 1);
  const from = new Int32Array(letters.length + 1);
  for (let start = 0; start < letters.length; start++) {
    const here = best[start]!;
    // A letter that is in no word stands alone, and counts nothing.
    if (best[start + 1]! <= here) {
      best[start + 1] = here;
      from[start + 1] = start;
    }
    let hash = 0;
    for (let end = start + 1; end <= Math.min(letters.length, start + longestWord); end++) {
      hash = hashStep(hash, letters.charCodeAt(end - 1) | 32);
      const length = end - start;
      if (length < 2 || (bitsOfWord(hash) & plainBit) === 0) continue;
      const score = here + length * length;
      if (score > best[end]!) {
        best[end] = score;
        from[end] = start;
      }
    }
  }
  const starts = new Set<number>();
  for (let end = letters.length; end > 0; end = from[end]!) starts.add(from[end]!);
  return starts;
}

function putRow(made: Rewriting, text: string, row: Span): void {
  const places = placesOf(text, row);
  const usual = usualGap(places);
  const hasSpaces = places.some(({ gap }) => meaningOf(gap, usual).includes(" "));
  const letters = places.map(({ at }) => text[at]).join("");
  const starts =
    !hasSpaces && letters.length > longestWord
      ? wordStarts(letters.slice(0, mostLetters))
      : new Set<number>();
  places.forEach(({ at, gap }, index) => {
    if (index > 0 && starts.has(index)) made.put(" ", at, at);
    made.keep(at, at + 1);
    if (index < places.length - 1) made.put(meaningOf(gap, usual), at + 1, at + 1 + gap.length);
  });
}

/** Rows of single digits are numbers. */
function isWords(text: string, { start, end }: Span): boolean {
  let letters = 0;
  let digits = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) digits++;
    else if (code > 127 || ((code | 32) >= 97 && (code | 32) <= 122)) letters++;
  }
  return letters > digits;
}

/** Rows of single letters, put together to words. */
export function* spreadLayers(text: string, { spread }: WordSigns): Generator<Layer> {
  const rows = spread.filter((row) => isWords(text, row));
  if (rows.length === 0) return;
  const { start, end } = widened(text, { start: rows[0]!.start, end: rows.at(-1)!.end });
  const made = rewriting(text);
  let kept = start;
  for (const row of rows) {
    made.keep(kept, row.start);
    putRow(made, text, row);
    kept = row.end;
  }
  made.keep(kept, end);
  yield { disguise: "spaced-letters", ...made.finish() };
}
