import type { Span } from "../../core/index.ts";
import { bitsOf, latin, lookalike, mark, styled, weakLookalike, wordPart } from "./classes.ts";
import { dotlessI, latinLookalikes, strongLookalikes, weakLookalikes } from "./confusables.ts";

/** A text of the same length, with the words that were changed. */
export interface Folded {
  readonly text: string;
  readonly spans: readonly Span[];
}

/** A sign of mathematics and a letter make no word: `Δt`. */
const shortWord = 3;

/** What its letters say of a word. */
interface Word extends Span {
  readonly bits: number;
}

const anyLetter = latin | lookalike | weakLookalike | styled | wordPart;
const asciiLetter = latin;

function unitBits(code: number): number {
  if (code < 128) {
    const folded = code | 32;
    return folded >= 97 && folded <= 122 ? asciiLetter : 0;
  }
  return bitsOf(code);
}

/** All of it can be read as Latin: with Latin letters in it, or without any that is less like one. */
function mayFold(bits: number, length: number): boolean {
  if ((bits & wordPart) !== 0 || (bits & (lookalike | weakLookalike | styled)) === 0) return false;
  if ((bits & weakLookalike) === 0) return true;
  return (bits & latin) !== 0 && length > shortWord;
}

/** Words that have a letter which is drawn like another, and how many letters are Latin and not in the others. */
function wordsOf(text: string): {
  readonly words: readonly Word[];
  readonly latinLetters: number;
  readonly otherLetters: number;
} {
  const words: Word[] = [];
  let latinLetters = 0;
  let otherLetters = 0;
  let start = -1;
  let bits = 0;
  for (let at = 0; at <= text.length; at++) {
    const here = at < text.length ? unitBits(text.charCodeAt(at)) : 0;
    if ((here & (anyLetter | mark)) !== 0) {
      if (start < 0) start = at;
      bits |= here;
      continue;
    }
    // A digit does not end a word, and says nothing of its script.
    const unit = at < text.length ? text.charCodeAt(at) : 0;
    if (unit >= 48 && unit <= 57 && start >= 0) continue;
    if (start >= 0) {
      if (mayFold(bits, at - start)) words.push({ start, end: at, bits });
      if ((bits & latin) !== 0 && (bits & wordPart) === 0) latinLetters += at - start;
      else if ((bits & (wordPart | weakLookalike)) !== 0) otherLetters += at - start;
    }
    start = -1;
    bits = 0;
  }
  return { words, latinLetters, otherLetters };
}

function plainLetter(code: number, foldsDotless: boolean): string | undefined {
  if (code === dotlessI.charCodeAt(0)) return foldsDotless ? "i" : undefined;
  return strongLookalikes.get(code) ?? latinLookalikes.get(code) ?? weakLookalikes.get(code);
}

/**
 * Folds letters that look Latin, in words only where scripts are mixed and all of the word can be
 * read as Latin, or where the whole word looks Latin and stands in a text that is: honest Cyrillic or
 * Greek has neither (Unicode Technical Standard 39, section 5, mixed-script detection).
 */
export function foldLookalikes(text: string): Folded {
  const { words, latinLetters, otherLetters } = wordsOf(text);
  if (words.length === 0) return { text, spans: [] };
  const isLatinText = latinLetters > 0 && latinLetters >= 2 * otherLetters;
  const foldsDotless = text.includes(dotlessI) && !/[ğşĞŞİ]/.test(text);
  let made = "";
  let after = 0;
  const spans: Span[] = [];
  for (const { start, end, bits } of words) {
    if ((bits & latin) === 0 && !isLatinText) continue;
    let word = "";
    for (let at = start; at < end; at++) {
      const code = text.charCodeAt(at);
      word += (code < 128 ? undefined : plainLetter(code, foldsDotless)) ?? text[at]!;
    }
    if (word === text.slice(start, end)) continue;
    made += text.slice(after, start) + word;
    after = end;
    spans.push({ start, end });
  }
  return spans.length === 0 ? { text, spans } : { text: made + text.slice(after), spans };
}
