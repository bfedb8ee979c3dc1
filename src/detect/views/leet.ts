import type { Span } from "../../core/index.ts";
import { movedBy } from "../offsets.ts";
import { isWord, pairCount } from "./lexicon.ts";
import { widened, type Layer } from "./view.ts";
import type { WordSigns } from "./words.ts";

/** What each digit or sign stands for; the first is the commoner. */
const letters: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "il",
  "2": "z",
  "3": "e",
  "4": "a",
  "5": "s",
  "6": "gb",
  "7": "tl",
  "8": "b",
  "9": "g",
  "@": "a",
  $: "s",
  "!": "il",
  "|": "li",
  "+": "t",
};
/** As many words that make sense once their digits are letters. */
const leastWords = 2;
const trailing = /[!|+]+$/;

/** Of several letters that a sign may stand for, the one that goes best with its neighbours. */
function likeliest(choices: string, before: string, after: string): string {
  let best = choices[0]!;
  let most = -1;
  for (const choice of choices) {
    const count = pairCount(before, choice) + pairCount(choice, after);
    if (count > most) {
      most = count;
      best = choice;
    }
  }
  return best;
}

function folded(word: string): string {
  const simple = word.toLowerCase().replaceAll(/[0-9@$!|+]/g, (sign) => letters[sign]![0]!);
  if (isWord(simple)) return simple;
  const other = word.toLowerCase().replaceAll(/[0-9@$!|+]/g, (sign) => letters[sign]!.at(-1)!);
  if (isWord(other)) return other;
  let made = "";
  for (let at = 0; at < word.length; at++) {
    const choices = letters[word[at]!];
    if (choices === undefined) made += word[at]!;
    else {
      const after = word[at + 1]?.toLowerCase() ?? "";
      made += likeliest(choices, made.at(-1)?.toLowerCase() ?? "", letters[after]?.[0] ?? after);
    }
  }
  return made;
}

/** A number with a unit or an ordinal is none: `3rd`, `10kb`, `2x`. */
const measure = /^[0-9]+(?:st|nd|rd|th|[a-z]{1,2}|[kmg]i?b|min|sec|hrs?|am|pm)$/i;
const onlySigns = /^[0-9@$!|+]+$/;

/** A time, a number of an article, a version: hardly a letter among its digits. */
function isNumber(word: string): boolean {
  let letters = 0;
  for (let at = 0; at < word.length; at++) if ((word.charCodeAt(at) | 32) >= 97) letters++;
  return letters * 3 < word.length;
}

/** Words of digits alone that stand beside words of leet: `70` for "to", `15` for "is". */
function foldBetween(gap: string): string {
  return gap.replaceAll(/(?<=n['’])7\b|[0-9@$]+/g, (word, at: number) => {
    if (word === "7" && at > 1 && gap[at - 1] !== " ") return "t";
    const simple = folded(word);
    return word.length <= 3 && onlySigns.test(word) && isWord(simple) ? simple : word;
  });
}

/** Digits and signs that stand for letters. */
export function* leetLayers(text: string, { leet }: WordSigns): Generator<Layer> {
  if (leet.length < leastWords) return;
  const words: (Span & { readonly text: string })[] = [];
  let known = 0;
  for (const { start, end } of leet) {
    const given = text.slice(start, end);
    const tail = trailing.exec(given)?.[0] ?? "";
    const body = given.slice(0, given.length - tail.length);
    if (isNumber(body) || measure.test(body) || !/[0-9@$!|+]/.test(body)) continue;
    const plain = folded(body);
    if (isWord(plain.toLowerCase())) known++;
    words.push({ start, end: end - tail.length, text: plain });
  }
  if (known < leastWords) return;
  const region = widened(text, { start: words[0]!.start, end: words.at(-1)!.end });
  let made = "";
  let after = region.start;
  for (const { start, end, text: plain } of words) {
    made += foldBetween(text.slice(after, start)) + plain;
    after = end;
  }
  made += foldBetween(text.slice(after, region.end));
  yield { disguise: "leet", text: made, toOriginal: movedBy(region.start) };
}
