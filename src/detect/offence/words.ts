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

const isPlain = /^[a-z]+$/;

function undone(word: string): string {
  const small = word.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
  // "!" at a word's end is a sign.
  return small
    .replace(/[!|+*]+$/, "")
    .replaceAll(/[01345780@$!|+€]/g, (sign) => leet[sign] ?? sign);
}

/** Words of other alphabets that were met lately, without their marks: taking marks off costs most. */
const met = new Map<string, string>();
const mostMet = 4096;

function hasAscii(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (word.charCodeAt(at) < 128) return true;
  return false;
}

function unmarked(word: string): string {
  const known = met.get(word);
  if (known !== undefined) return known;
  if (met.size >= mostMet) met.clear();
  const plain = undone(word);
  met.set(word, plain);
  return plain;
}

function withoutEnd(raw: string): string {
  return raw.replace(/[!|+*]+$/, "");
}

/** The ways in which a word that is not plainly written may be meant. */
function variantsOf(given: string, start: number): readonly Word[] {
  const raw = withoutEnd(given);
  const end = start + raw.length;
  if (!hasAscii(raw)) return [{ text: unmarked(raw), stars: 0, start, end, disguise: undefined }];
  const small = raw.toLowerCase();
  if (isPlain.test(small)) {
    const plain: Word = { text: small, stars: 0, start, end, disguise: undefined };
    if (!/(.)\1\1/.test(small)) return [plain];
    // Two of a letter are often right: both ways, where three or more stand.
    const two = small.replaceAll(/(.)\1\1+/g, "$1$1");
    const one = small.replaceAll(/(.)\1+/g, "$1");
    return [
      { ...plain, text: two, disguise: "repetition" },
      ...(one === two ? [] : [{ ...plain, text: one, disguise: "repetition" } as const]),
    ];
  }
  const text = undone(raw);
  const stars = text.split("*").length - 1;
  const isMarked = /[^\p{L}\p{M}]/u.test(raw);
  const word: Word = {
    text,
    stars,
    start,
    end,
    disguise: stars > 0 ? "stars" : isMarked ? "leet" : undefined,
  };
  // A one is an I or an L.
  return /[1!|]/.test(raw)
    ? [word, { ...word, text: undone(raw.replaceAll(/[1!|]/g, "l")) }]
    : [word];
}

const separator = 0;
const letter = 1;
/** What stands for letters: digits and signs. */
const sign = 2;
const classes = new Uint8Array(128);
for (let code = 0; code < 128; code++) {
  const char = String.fromCharCode(code);
  if (/[a-z]/i.test(char)) classes[code] = letter;
  else if (/[0-9@$!|*+]/.test(char)) classes[code] = sign;
}

/** The hash of a word in small letters, as it is carried on letter by letter. */
export function hashOfWord(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at++) hash = (Math.imul(hash, 31) + word.charCodeAt(at)) | 0;
  return hash & (tableSize - 1);
}

export const tableSize = 1 << 16;
const longestWord = 40;

interface Run {
  start: number;
  hash: number;
  letters: number;
  isOdd: boolean;
}

/** Single letters with a sign or two between each are one word: `f u c k`. */
interface Singles {
  from: number;
  to: number;
  letters: string;
}

function spacedWord({ from, to, letters }: Singles): Word | undefined {
  if (letters.length < 4) return undefined;
  return { text: letters.toLowerCase(), stars: 0, start: from, end: to, disguise: "spacing" };
}

/**
 * The words of a text that may be in a list, in all the ways they may be meant; `table` has a 1 for the
 * hash of each word of the list. Most words of a text end there, without a string being made of them.
 */
export function readWords(text: string, table: Uint8Array): readonly Word[] {
  const words: Word[] = [];
  const run: Run = { start: -1, hash: 0, letters: 0, isOdd: false };
  let singles: Singles = { from: 0, to: -1, letters: "" };
  let before = 0;
  let same = 0;
  const endSingles = (): void => {
    const word = spacedWord(singles);
    if (word !== undefined) words.push(word);
  };
  const endRun = (end: number): void => {
    const { start, hash, letters, isOdd } = run;
    const length = end - start;
    if (length === 1 && letters === 1) {
      const isNext = start - singles.to <= 2 && start > singles.to;
      if (!isNext) endSingles();
      singles = {
        from: isNext ? singles.from : start,
        to: end,
        letters: (isNext ? singles.letters : "") + text[start]!,
      };
    } else if (letters > 1 && length < longestWord) {
      if (isOdd) words.push(...variantsOf(text.slice(start, end), start));
      else if (table[hash & (tableSize - 1)] === 1)
        words.push({
          text: text.slice(start, end).toLowerCase(),
          stars: 0,
          start,
          end,
          disguise: undefined,
        });
    }
    run.start = -1;
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind =
      code < 128
        ? classes[code]!
        : code > 191 && (code < 0x2000 || code > 0x2bff)
          ? sign
          : separator;
    if (kind === separator) {
      if (run.start >= 0) endRun(at);
      continue;
    }
    if (run.start < 0)
      [run.start, run.hash, run.letters, run.isOdd, before, same] = [at, 0, 0, false, 0, 0];
    const small = code < 128 ? code | 32 : code;
    same = small === before ? same + 1 : 1;
    before = small;
    if (kind === sign || same > 2) run.isOdd = true;
    if (kind === letter || code > 191) run.letters++;
    run.hash = (Math.imul(run.hash, 31) + small) | 0;
  }
  if (run.start >= 0) endRun(text.length);
  endSingles();
  return words;
}
