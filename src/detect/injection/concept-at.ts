import { charClass, classIn, classOf, foldIn, lookUp } from "./fold.ts";
import { beginningAt, placeOf, root, step, wholeAt } from "./lexicon.ts";

/** Longest word of the lexicon that is looked for, blanks included. */
const longestWord = 40;

/** True for letters and digits of scripts that are written with blanks. */
export function isWordy(code: number): boolean {
  const kind = classOf(code);
  return kind === charClass.letter || kind === charClass.digit;
}

function isBlank(code: number, kind: number): boolean {
  return kind === charClass.space || kind === charClass.newline || code === 0x2d || code === 0x200c;
}

// Where a walk through the lexicon begins: at the root, or behind a word whose path is known.
let begun = root;
let foundBefore = 0;
let limit = 0;
/** Whether the path still went on where the walk ended. */
let isAlive = false;

/** Walks through the lexicon up to `limit`: the concept of the longest word of it that ends on the way, or 0. */
function walk(text: string, from: number, isUnspaced: boolean): number {
  let hash = begun;
  let found = foundBefore;
  isAlive = true;
  for (let at = from; at < limit; at++) {
    const code = text.charCodeAt(at);
    const known = lookUp(code);
    const kind = classIn(known);
    if (kind === charClass.silent) continue;
    const blank = isBlank(code, kind);
    // Blanks between the characters of Chinese or Thai are a disguise, or nothing.
    if (blank && isUnspaced) continue;
    hash = step(hash, blank ? 0x20 : foldIn(known));
    const place = placeOf(hash);
    if (place === 0) {
      isAlive = false;
      break;
    }
    const beginning = beginningAt(place);
    if (beginning !== 0) found = beginning;
    const whole = wholeAt(place);
    if (whole === 0) continue;
    if (isUnspaced || at + 1 >= text.length || !isWordy(text.charCodeAt(at + 1))) found = whole;
  }
  return found;
}

/** Concept of the longest word of the lexicon at a place of a text, or 0. */
export function conceptAt(text: string, from: number, isUnspaced: boolean): number {
  begun = root;
  foundBefore = 0;
  limit = Math.min(text.length, from + longestWord);
  return walk(text, from, isUnspaced);
}

const mostRemembered = 1 << 12;
const goesOn = 0x100;
/** Words that were read before, by their hash: the concept that they have alone, and whether longer ones go on behind. */
const remembered = new Int32Array(mostRemembered).fill(root);
const rememberedConcept = new Uint16Array(mostRemembered);

/** As `conceptAt` for a word of plain letters and digits whose hash is known; most words come again and again. */
export function conceptOfPlain(text: string, start: number, word: PlainWord): number {
  const { end, hash } = word;
  const slot = (hash ^ (hash >>> 15)) & (mostRemembered - 1);
  if (remembered[slot] !== hash) {
    begun = root;
    foundBefore = 0;
    limit = Math.min(end, start + longestWord);
    const own = walk(text, start, false);
    remembered[slot] = hash;
    rememberedConcept[slot] = own | (isAlive ? goesOn : 0);
  }
  const known = rememberedConcept[slot]!;
  if (known < goesOn) return known;
  begun = hash;
  foundBefore = known & (goesOn - 1);
  limit = Math.min(text.length, start + longestWord);
  return walk(text, end, false);
}

export interface PlainWord {
  readonly end: number;
  /** Of the folded letters from the root on. */
  readonly hash: number;
}

/** Letters that Arabic and Hebrew write together with the word that follows. */
const proclitics = new Set(Array.from("وفبلكاהובלמשכ", (letter) => letter.charCodeAt(0)));
const mostProclitics = 3;

/** Concept of a word, also behind letters that are written together with it: `l'utilisateur`, `والتعليمات`. */
export function conceptOfWord(text: string, start: number, end: number): number {
  const found = conceptAt(text, start, false);
  if (found !== 0) return found;
  const code = text.charCodeAt(start);
  if (code >= 0x0590 && code <= 0x06ff) {
    for (let skip = 1; skip <= mostProclitics && start + skip + 1 < end; skip++) {
      if (!proclitics.has(text.charCodeAt(start + skip - 1))) break;
      const inner = conceptAt(text, start + skip, false);
      if (inner !== 0) return inner;
    }
    return 0;
  }
  for (let at = start + 1; at < end - 2 && at < start + 6; at++) {
    const mark = text.charCodeAt(at);
    if (mark === 0x27 || mark === 0x2019) return conceptAt(text, at + 1, false);
  }
  return 0;
}
