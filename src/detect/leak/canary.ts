import type { Detection } from "../detection.ts";
import { shortForms } from "./forms.ts";
import { lettersOf, type Letters } from "./letters.ts";
import { addToFilter, createFilter, eachShingle, mayHave, type HashFilter } from "./shingles.ts";

/** Letters by which patterns are looked up. */
const keyLength = 8;
/** A shorter word stands in texts by chance, in one code or other. */
export const shortestCanary = 8;

interface Pattern {
  readonly codes: Uint16Array;
  readonly disguise: string | undefined;
  readonly rule: string;
}

/** Canaries in all codes, ready to be looked for. */
export interface CanaryIndex {
  readonly byKey: ReadonlyMap<number, readonly Pattern[]>;
  readonly filter: HashFilter;
  /** Hashes of the first one to seven letters of each. */
  readonly beginnings: ReadonlySet<number>;
  readonly longest: number;
}

export interface Canaries {
  /** Of this session. */
  readonly own: readonly string[];
  /** Of other sessions: one of them in an answer is another's data. */
  readonly foreign: readonly string[];
}

function index({ own, foreign }: Canaries): CanaryIndex {
  const byKey = new Map<number, Pattern[]>();
  const filter = createFilter();
  const beginnings = new Set<number>();
  let longest = 0;
  const add = (canary: string, rule: string): void => {
    if (lettersOf(canary).length < shortestCanary) return;
    for (const { text, disguise } of shortForms(canary)) {
      const letters = lettersOf(text);
      if (letters.length < keyLength) continue;
      const pattern: Pattern = { codes: letters.codes.slice(0, letters.length), disguise, rule };
      eachShingle({ codes: pattern.codes, length: keyLength }, keyLength, (hash) => {
        const same = byKey.get(hash);
        if (same === undefined) byKey.set(hash, [pattern]);
        else same.push(pattern);
        addToFilter(filter, hash);
      });
      for (let size = 1; size < keyLength; size++) beginnings.add(hashOf(pattern.codes, 0, size));
      longest = Math.max(longest, pattern.codes.length);
    }
  };
  for (const canary of own) add(canary, "session-canary");
  for (const canary of foreign) add(canary, "foreign-canary");
  return { byKey, filter, beginnings, longest };
}

/** A session has its canaries in each of its exchanges: the last few are kept ready. */
const ready = new Map<string, CanaryIndex>();
const mostReady = 64;

/** Prepares canaries. Those of fewer than eight letters and digits are left out. */
export function indexCanaries({ own, foreign }: Canaries): CanaryIndex {
  const key = JSON.stringify([own, foreign]);
  const made = ready.get(key) ?? index({ own, foreign });
  ready.delete(key);
  ready.set(key, made);
  if (ready.size > mostReady) ready.delete(ready.keys().next().value!);
  return made;
}

function hashOf(codes: Uint16Array, start: number, length: number): number {
  let hash = 0;
  eachShingle({ codes: codes.subarray(start, start + length), length }, length, (each) => {
    hash = each;
  });
  return hash;
}

/** True where the letters from a place to their end are the first of a pattern. */
function beginsWith(pattern: Pattern, { codes, length }: Letters, at: number): boolean {
  if (pattern.codes.length <= length - at) return false;
  for (let place = 0; at + place < length; place++)
    if (codes[at + place] !== pattern.codes[place]) return false;
  return true;
}

function standsAt({ codes, length }: Letters, at: number, pattern: Pattern): boolean {
  const size = pattern.codes.length;
  if (at + size > length) return false;
  for (let place = 0; place < size; place++)
    if (codes[at + place] !== pattern.codes[place]) return false;
  return true;
}

/** Canaries in the letters of a text, in whatever code and however spaced. */
export function findCanaries(
  letters: Letters,
  { byKey, filter }: CanaryIndex,
): readonly Detection[] {
  const found: Detection[] = [];
  let free = 0;
  eachShingle(letters, keyLength, (hash, at) => {
    if (at < free || !mayHave(filter, hash)) return;
    for (const pattern of byKey.get(hash) ?? []) {
      if (!standsAt(letters, at, pattern)) continue;
      const { disguise, rule } = pattern;
      free = at + pattern.codes.length;
      const start = letters.offsets[at]!;
      const end = letters.offsets[free - 1]! + 1;
      // A word with spaces or hyphens between its letters is disguised as well.
      const isSpread = disguise === undefined && end - start > 2 * pattern.codes.length - 2;
      const how = disguise ?? (isSpread ? "spacing" : undefined);
      found.push({
        kind: "canary",
        rule,
        score: 1,
        start,
        end,
        ...(how === undefined ? {} : { disguise: how }),
      });
      return;
    }
  });
  return found;
}

/** The first letter from which on the end of a text begins a canary; the letters' count where it begins none. */
export function openCanary(letters: Letters, { byKey, beginnings, longest }: CanaryIndex): number {
  const { codes, length } = letters;
  for (let at = Math.max(0, length - longest + 1); at < length; at++) {
    const size = length - at;
    const hash = hashOf(codes, at, Math.min(size, keyLength));
    if (
      size < keyLength
        ? beginnings.has(hash)
        : (byKey.get(hash) ?? []).some((pattern) => beginsWith(pattern, letters, at))
    )
      return at;
  }
  return length;
}
