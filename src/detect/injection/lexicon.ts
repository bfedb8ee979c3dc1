import { folded } from "./fold.ts";
import { englishWords } from "./lexicon-english.ts";
import { latinWords } from "./lexicon-latin.ts";
import { otherWords } from "./lexicon-other.ts";

/** Names of the concepts; the index of a concept is its number, and 0 is none. */
export const concepts: readonly string[] = [
  "",
  ...[...englishWords.matchAll(/^([A-Z]+) /gm)].map(([, name = ""]) => name),
];
const numbers = new Map(concepts.map((name, number) => [name, number]));

/** Number of a concept by its name. */
export function conceptNumber(name: string): number {
  const number = numbers.get(name);
  if (number === undefined) throw new Error(`no concept ${name}`);
  return number;
}

/** Words of other languages that in English mean something else, and are far too common there. */
const english = new Set(
  "was come no me dime dame sage do so an in on is as at a he per man also den hell vi var tu te si ti age da ho mi su and she her hat fast war wo wie was die der most mod ward add the to of for it be or us we i my mine not all am by go if up la le les un une de des du en et est son ma ta ton vos il el los las un una lo al se ya y o e che con del di giv sag var kan ai had order dis bale pura put ne jak me moi din dine dit mit siri simu mode hali zero nu nun bo na ta tot ce care date list lista tat lu moja vis si stel deel bed tag dos tape viet sinh ban dich lenh toi truoc gi tipar fale die see ver her ki cim mi add hol most most ird ter mot ter do ton dire hasta tap zobraz mas tata teen ho moment yet ter sil yaz sir tom mod ters tom".split(
    " ",
  ),
);

/** A rolling hash of folded code units: where a path through the lexicon stands. */
export function step(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193) ^ (hash >>> 15);
}
export const root = 0x811c9dc5 | 0;

/** Pairs of a hash and what is known of its path: 1 + (concept of a word << 1) + (of a beginning << 9). */
const slots = 1 << 17;
const table = new Int32Array(slots * 2);

function slotOf(hash: number): number {
  let slot = (hash ^ (hash >>> 13)) & (slots - 1);
  while (table[slot * 2 + 1] !== 0 && table[slot * 2] !== hash) slot = (slot + 1) & (slots - 1);
  return slot * 2 + 1;
}

/** What is known of a path: 0 where no word goes on so. */
export function placeOf(hash: number): number {
  return table[slotOf(hash)]!;
}
/** The concept of a word that ends at a place, and of all that begin so. */
export function wholeAt(place: number): number {
  return (place >> 1) & 0xff;
}
export function beginningAt(place: number): number {
  return (place >> 9) & 0xff;
}

function addWord(word: string, concept: number): void {
  const isBeginning = word.endsWith("-");
  const path = (isBeginning ? word.slice(0, -1) : word).replaceAll(/[-_]/g, " ");
  let hash = root;
  for (let at = 0; at < path.length; at++) {
    hash = step(hash, path.charCodeAt(at));
    const slot = slotOf(hash);
    table[slot - 1] = hash;
    table[slot]! |= 1;
    if (at < path.length - 1) continue;
    if (isBeginning) {
      if (beginningAt(table[slot]!) === 0) table[slot]! |= concept << 9;
    } else if (wholeAt(table[slot]!) === 0) table[slot]! |= concept << 1;
  }
}

function addWords(lists: string, isEnglish: boolean): void {
  for (const line of lists.split("\n")) {
    if (line === "" || line.startsWith("#")) continue;
    const [name = "", ...words] = line.split(" ");
    const concept = conceptNumber(name);
    for (const raw of words) {
      const word = folded(raw);
      if (word.length > (isEnglish ? 0 : 1) || word > "\u02ff")
        if (isEnglish || !english.has(word)) if (!word.startsWith("-")) addWord(word, concept);
    }
  }
}
addWords(englishWords, true);
addWords(latinWords, false);
addWords(otherWords, false);
