// Which four characters of an anchor are looked for, and the table in which a search looks.
import type { Anchor } from "./anchors.ts";
import { commonPairs } from "./judge.ts";

/** Every anchor has at least this many characters, all of them ASCII. */
export const minAnchor = 3;

/** Stands for any character, in a window that reaches beyond its anchor. */
const any = -1;

/** Two pairs of characters of an anchor. */
export interface Window {
  readonly anchor: number;
  /** Where it begins in the anchor; -1 where its first character stands before the anchor. */
  readonly start: number;
  readonly codes: readonly number[];
}

/** How common a character is in code, roughly: what stands on the left is met more often. */
const byFrequency =
  " etaoinsrlhdcu\n_pmf.gb,()yw=vk\"'-01x:/2[]TSEAICRNPODLMF{}B>Gqj<3U4VHWz5K86Q7X9Y+ZJ@$%!?&|~^`\\";
const frequencies = new Uint8Array(128).fill(1);
for (let at = 0; at < byFrequency.length; at++)
  frequencies[byFrequency.charCodeAt(at)] = 100 - at;
const anyFrequency = 4_000;
const commonPairWeight = 6;

/** How often a pair is met, in a unit of its own. */
function commonness(first: number, second: number): number {
  if (first === any) return anyFrequency * frequencies[second]!;
  if (second === any) return frequencies[first]! * anyFrequency;
  const pair = String.fromCharCode(first, second).toLowerCase();
  const weight = commonPairs.has(pair) ? commonPairWeight : 1;
  return frequencies[first]! * frequencies[second]! * weight;
}

function costOf([a, b, c, d]: readonly number[]): number {
  return commonness(a!, b!) * commonness(c!, d!);
}

/**
 * Two windows, the rarest that begin at an even and at an odd place of the anchor: wherever an anchor
 * stands, one of them begins at an even place of the text.
 */
export function windowsOf({ text }: Anchor, anchor: number): readonly Window[] {
  return [0, 1].map((parity) => {
    let best: Window | undefined;
    for (let start = -parity; start + 4 <= text.length + 1; start += 2) {
      const codes = [0, 1, 2, 3].map((each) => {
        const place = start + each;
        return place < 0 || place >= text.length ? any : text.charCodeAt(place);
      });
      if (best === undefined || costOf(codes) < costOf(best.codes)) best = { anchor, start, codes };
    }
    return best!;
  });
}

/** The three characters of a window that are known, and whether they are its last three. */
export function tripleOf({ codes }: Window): readonly [codes: readonly number[], isLast: boolean] {
  return codes[0] === any ? [codes.slice(1), true] : [codes.slice(0, 3), false];
}

const anyCode = Array.from({ length: 256 }, (_, code) => code);

function casesOf(code: number, isFolded: boolean): readonly number[] {
  if (code === any) return anyCode;
  const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return isFolded && isLetter ? [code | 32, code & ~32] : [code];
}

/** Where a pair stands in the table: what the processor reads of two bytes, in its own order. */
const bytesOfPair = new Uint8Array(2);
const wordOfPair = new Uint16Array(bytesOfPair.buffer);
function spotOf(first: number, second: number): number {
  bytesOfPair[0] = first;
  bytesOfPair[1] = second;
  return wordOfPair[0]!;
}

const bucketCount = 8;

/** Windows are kept apart by their pairs, so that few pairs of different windows meet by chance. */
function bucketsOf(windows: readonly Window[]): readonly (readonly Window[])[] {
  const buckets = Array.from({ length: bucketCount }, () => ({
    windows: [] as Window[],
    first: 0,
    second: 0,
  }));
  const byCost = windows.toSorted((a, b) => costOf(b.codes) - costOf(a.codes));
  for (const window of byCost) {
    const [a, b, c, d] = window.codes;
    const first = commonness(a!, b!);
    const second = commonness(c!, d!);
    let best = buckets[0]!;
    let least = Infinity;
    for (const bucket of buckets) {
      const more = bucket.first * second + bucket.second * first;
      if (more < least) [best, least] = [bucket, more];
    }
    best.windows.push(window);
    best.first += first;
    best.second += second;
  }
  return buckets.map((bucket) => bucket.windows);
}

/**
 * What is known of each pair of bytes: a bit for each bucket of which it is a first pair, and, eight
 * bits higher, a bit for each of which it is a second. Two pairs that follow each other and share a
 * bucket may be a window.
 */
export function pairTable(
  anchors: readonly Anchor[],
  windows: readonly Window[],
): Uint16Array<ArrayBuffer> {
  const table = new Uint16Array(1 << 16);
  bucketsOf(windows).forEach((bucket, place) => {
    for (const { anchor, codes } of bucket) {
      const { folded } = anchors[anchor]!;
      const [a, b, c, d] = codes.map((code) => casesOf(code, folded));
      for (const first of a!)
        for (const second of b!) table[spotOf(first, second)]! |= 1 << place;
      for (const first of c!)
        for (const second of d!) table[spotOf(first, second)]! |= 1 << (place + bucketCount);
    }
  });
  return table;
}
