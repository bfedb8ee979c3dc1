import type { Detection } from "../detection.ts";
import { mild, obscene, phrases, slurs } from "./lexicon.ts";
import { hashOfWord, readWords, tableSize, type Word } from "./words.ts";

// A list of words, and how they are used; no learned model: those trained on what people marked on
// social networks take dialects for insults (Sap et al. 2019), and an answer is cut off by what this says.

type Grade = "slur" | "obscene" | "mild";

interface Entry {
  readonly grade: Grade;
  /** It has an honest sense, or is said by those whom it would lower. */
  readonly isOpen: boolean;
}

const scores: Readonly<Record<Grade, number>> = { slur: 0.9, obscene: 0.75, mild: 0.3 };
/** What words that are open are worth until something around them says how they are meant. */
const openScores: Readonly<Record<Grade, number>> = { slur: 0.55, obscene: 0.4, mild: 0.15 };

const fromRot13 = (text: string): string =>
  text.replaceAll(/[a-z]/g, (letter) =>
    String.fromCharCode(((letter.charCodeAt(0) - 84) % 26) + 97),
  );

const withoutMarks = (text: string): string => text.normalize("NFD").replaceAll(/\p{M}/gu, "");

const entries = new Map<string, Entry>();
for (const [grade, list] of [
  ["slur", slurs],
  ["obscene", obscene],
  ["mild", mild],
] as const)
  for (const word of fromRot13(list).split(" ")) {
    const bare = withoutMarks(word.replace("*", ""));
    if (!entries.has(bare)) entries.set(bare, { grade, isOpen: word.endsWith("*") });
  }

/** Words of which some letters are starred out, by their first and last letter and length. */
const masked = new Map<string, string[]>();
const maskOf = (word: string): string => `${word[0]}${word.length}${word.at(-1)}`;
for (const [word, { grade, isOpen }] of entries)
  if (word.length > 3 && grade !== "mild" && !isOpen) {
    const same = masked.get(maskOf(word));
    if (same === undefined) masked.set(maskOf(word), [word]);
    else same.push(word);
  }

const longestWord = 24;

/** Endings of words that have no honest sense. */
for (const [word, entry] of Array.from(entries))
  if (word.length > 3 && !entry.isOpen && entry.grade === "obscene")
    for (const ending of ["s", "z", "es", "ed", "er", "ers", "ing", "in", "y"])
      if (!entries.has(word + ending)) entries.set(word + ending, entry);

const table = new Uint8Array(tableSize);
for (const word of entries.keys()) table[hashOfWord(word)] = 1;

function entryOf({ text, stars }: Word): Entry | undefined {
  if (stars === 0) return entries.get(text);
  if (text.length < 4 || stars * 2 > text.length + 1 || text.startsWith("*") || text.endsWith("*"))
    return undefined;
  const word = masked.get(maskOf(text))?.find((each) => {
    for (let at = 0; at < each.length; at++)
      if (text[at] !== "*" && text[at] !== each[at]) return false;
    return true;
  });
  return word === undefined ? undefined : entries.get(word);
}

/** Phrases by their first word, and those of scripts without spaces. */
const beginning = new Map<string, RegExp[]>();
const unspaced: string[] = [];
for (const spoken of fromRot13(phrases).split("|").map(withoutMarks)) {
  const [first = ""] = spoken.split(" ");
  const form = new RegExp(spoken.replaceAll(" ", "\\s{1,3}"), "y");
  if (!/^[a-z]+$/.test(first)) unspaced.push(spoken.replaceAll(" ", "\\s{1,3}"));
  else if (beginning.has(first)) beginning.get(first)!.push(form);
  else beginning.set(first, [form]);
}
for (const first of beginning.keys()) table[hashOfWord(first)] = 1;
const otherPhrases = new RegExp(unspaced.join("|"), "g");
const otherScripts = /[\u0400-\uffff]/;

const isLetter = (char: string | undefined): boolean =>
  char !== undefined && /\p{Script=Latin}|\p{Script=Cyrillic}/u.test(char);

/** Said to somebody. */
const directed =
  /\b(?:you(?:'re| are|r)?|u|ur|y'?all|ya|these|those|them|all|such an?|fucking|fuckin|stupid|dumb|dirty|filthy|lil|little|ugly|fat|that|this|your|no|dis|da)(?:\s+an?)?\s+$/i;
/** Spoken of, not said. */
const mentions =
  /(?:\b(?:word|term|slur|insult|epithet|called|calling|say|said|saying|says|means?|offensive|quote[ds]?)\b[^.!?\n]{0,24}|["“'‘«]\s?)$/i;
const mentionsAfter =
  /^["”'’»]?\s*(?:is|are|was|were)\s+(?:an?\s+)?(?:\w+\s+)?(?:slur|insult|offensive|derogatory|word|term|racist)/i;
const denies = /\b(?:not|never|don'?t|isn'?t|aren'?t|stop)\b[^.!?\n]{0,24}$/i;

interface Use {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

function scoreOf({ grade, isOpen }: Entry, { text, start, end }: Use): number {
  const before = text.slice(Math.max(0, start - 40), start);
  const isMention = mentions.test(before) || mentionsAfter.test(text.slice(end, end + 50));
  let score = isOpen ? openScores[grade] : scores[grade];
  if (isOpen && directed.test(before)) score += grade === "mild" ? 0.1 : 0.2;
  else if (directed.test(before)) score = Math.min(0.97, score + 0.1);
  if (isMention) score *= 0.55;
  else if (denies.test(before)) score *= 0.8;
  return Math.round(score * 100) / 100;
}

/**
 * Offensive words and phrases: whole words, so that Scunthorpe and cockpit pass, in leet, with letters
 * doubled, spaced or starred out; lower where they are spoken of, denied or have an honest sense. What
 * offends without such a word is not found. Linear, no I/O.
 */
export function findOffence(text: string): readonly Detection[] {
  const found: Detection[] = [];
  const told = (
    rule: string,
    score: number,
    word: Pick<Word, "start" | "end" | "disguise">,
  ): void => {
    const { start, end, disguise } = word;
    found.push({
      kind: "offensive-language",
      rule,
      score,
      start,
      end,
      ...(disguise === undefined ? {} : { disguise }),
    });
  };
  const small = text.toLowerCase();
  for (const word of readWords(text, table)) {
    for (const form of beginning.get(word.text) ?? []) {
      form.lastIndex = word.start;
      if (small.length === text.length && form.test(small) && !isLetter(small[form.lastIndex]))
        told("phrase", 0.85, { start: word.start, end: form.lastIndex, disguise: undefined });
    }
    const entry = entryOf(word);
    if (entry === undefined) continue;
    const { start, end } = word;
    told(entry.grade, scoreOf(entry, { text, start, end }), word);
  }
  if (small.length === text.length && otherScripts.test(small))
    for (const { 0: said, index: start } of small.matchAll(otherPhrases)) {
      const end = start + said.length;
      if (isLetter(said[0]) && (isLetter(small[start - 1]) || isLetter(small[end]))) continue;
      told("phrase", 0.85, { start, end, disguise: undefined });
    }
  return found.sort((one, other) => one.start - other.start);
}

/** So far around a word it is looked at how it is used. */
export const contextBefore = 48;
const contextAfter = 50;

/**
 * The earliest offset from which on a later piece could still make or change a detection: the last
 * words, since the next may say that they are only spoken of. Scores may yet fall until then.
 */
export function holdFrom(text: string, from: number): number {
  let hold = Math.max(from, text.length - contextAfter);
  while (
    hold > from &&
    text.length - hold < contextAfter + longestWord &&
    /[^\s]/.test(text[hold - 1]!)
  )
    hold--;
  return hold;
}
