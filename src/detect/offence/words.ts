/** A word as it is meant, and where it stands. */
export interface Word {
  /** In small letters without marks, leet and doubled letters undone; `*` for those starred out. */
  readonly text: string;
  readonly stars: number;
  readonly start: number;
  readonly end: number;
  readonly disguise: "leet" | "spacing" | "stars" | "repetition" | undefined;
}

const leet: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "8": "b",
  "@": "a",
  $: "s",
  "!": "i",
  "|": "l",
  "+": "t",
  "€": "e",
  v: "u",
};

const token = /[\p{L}][\p{L}\p{M}\p{N}@$!|*+€]*/gu;
const startsWithSign =
  /(?<![\p{L}\p{N}])[@$013457](?=[\p{L}@$!*]{2,12}(?![\p{L}\p{N}.]))[\p{L}\p{N}@$!|*]{2,20}/gu;
/** `f u c k`, `f.u.c.k`, `f-u-c-k`: single letters with one sign between each. */
const spaced = /(?<![\p{L}\p{N}])\p{L}(?:([ ._\-*]{1,2})\p{L})(?:\1\p{L}){1,12}(?![\p{L}\p{N}])/gu;

const isPlain = /^[a-z]+$/;

function undone(word: string): string {
  const small = word.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  // "!" at a word's end is a sign.
  return small
    .replace(/[!|+*]+$/, "")
    .replaceAll(/[01345780@$!|+€]/g, (sign) => leet[sign] ?? sign);
}

function* variantsOf(raw: string, start: number): Generator<Word> {
  const end = start + raw.length;
  const small = raw.toLowerCase();
  if (isPlain.test(small)) {
    yield { text: small, stars: 0, start, end, disguise: undefined };
    if (/(.)\1/.test(small)) {
      const single = small.replaceAll(/(.)\1+/g, "$1");
      // Two of a letter are often right: both ways, where three or more stand.
      if (/(.)\1\1/.test(small)) {
        yield {
          text: small.replaceAll(/(.)\1\1+/g, "$1$1"),
          stars: 0,
          start,
          end,
          disguise: "repetition",
        };
        yield { text: single, stars: 0, start, end, disguise: "repetition" };
      }
    }
    return;
  }
  const text = undone(raw);
  const stars = text.split("*").length - 1;
  const isMarked = /[^\p{L}\p{M}]/u.test(raw.replace(/[!|+*]+$/, ""));
  yield {
    text,
    stars,
    start,
    end: end - (raw.length - raw.replace(/[!|+*]+$/, "").length),
    disguise: stars > 0 ? "stars" : isMarked ? "leet" : undefined,
  };
}

/** The words of a text in all the ways they may be meant. */
export function* readWords(text: string): Generator<Word> {
  for (const { 0: raw, index } of text.matchAll(token))
    if (raw.length < 40 && raw.length > 1) yield* variantsOf(raw, index);
  for (const { 0: raw, index } of text.matchAll(startsWithSign)) yield* variantsOf(raw, index);
  for (const { 0: raw, index } of text.matchAll(spaced)) {
    const letters = raw.replaceAll(/[^\p{L}]/gu, "").toLowerCase();
    yield { text: letters, stars: 0, start: index, end: index + raw.length, disguise: "spacing" };
  }
}
