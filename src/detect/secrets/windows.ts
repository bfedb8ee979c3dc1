// Which four characters of an anchor are looked for, and the table in which a search looks.
import type { Anchor } from "./anchors.ts";
import { commonPairs } from "./judge.ts";

/** Stands for any character, in a window that reaches beyond its anchor. */
const any = -1;

/** Two pairs of characters of an anchor. */
export interface Window {
  readonly anchor: number;
  /** Where it begins in the anchor; -1 where its first character stands before the anchor. */
  readonly start: number;
  readonly codes: readonly number[];
  /** How common its two pairs are. */
  readonly first: number;
  readonly second: number;
}

/** How common a character is in code, roughly: what stands on the left is met more often. */
const byFrequency =
  " etaoinsrlhdcu\n_pmf.gb,()yw=vk\"'-01x:/2[]TSEAICRNPODLMF{}B>Gqj<3U4VHWz5K86Q7X9Y+ZJ@$%!?&|~^`\\";
/** Letters of code thin out as a power of their rank does; strangers among them are not that rare. */
const frequencies = new Float64Array(128).fill(0.02);
for (let at = 0; at < byFrequency.length; at++)
  frequencies[byFrequency.charCodeAt(at)] = 0.02 + Math.exp(-at / 18);
const anyFrequency = frequencies.reduce((sum, each) => sum + each, 0);
const commonPairWeight = 6;

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function frequencyOf(code: number, isFolded: boolean): number {
  if (code === any) return anyFrequency;
  return isFolded && isLetter(code)
    ? frequencies[code | 32]! + frequencies[code & ~32]!
    : frequencies[code]!;
}

/** How often a pair is met, in a unit of its own. */
function commonness(first: number, second: number, isFolded: boolean): number {
  const product = frequencyOf(first, isFolded) * frequencyOf(second, isFolded);
  if (first === any || second === any) return product;
  const pair = String.fromCharCode(first, second).toLowerCase();
  return commonPairs.has(pair) ? product * commonPairWeight : product;
}

/**
 * Two windows, the rarest that begin at an even and at an odd place of the anchor: wherever an anchor
 * stands, one of them begins at an even place of the text.
 */
export function windowsOf({ text, folded }: Anchor, anchor: number): readonly Window[] {
  return [0, 1].map((parity) => {
    let best: Window | undefined;
    for (let start = -parity; start + 4 <= text.length + 1; start += 2) {
      const codes = [0, 1, 2, 3].map((each) => {
        const place = start + each;
        return place < 0 || place >= text.length ? any : text.charCodeAt(place);
      });
      const [a, b, c, d] = codes;
      const first = commonness(a!, b!, folded);
      const second = commonness(c!, d!, folded);
      if (best === undefined || first * second < best.first * best.second)
        best = { anchor, start, codes, first, second };
    }
    return best!;
  });
}

/** The three characters of a window that are known, and whether they are its last three. */
export function tripleOf({ codes }: Window): readonly [codes: readonly number[], isLast: boolean] {
  return codes[0] === any ? [codes.slice(1), true] : [codes.slice(0, 3), false];
}

const isLittle = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;

/** Sets a bit for every pair of two characters, at what the processor reads of the two bytes. */
function mark(
  table: Int32Array,
  [firsts, seconds]: readonly [Uint8Array, Uint8Array],
  bit: number,
): void {
  const [low, high] = isLittle ? [firsts, seconds] : [seconds, firsts];
  for (const above of high) for (const below of low) table[(above << 8) | below]! |= bit;
}

const anyCode = Uint8Array.from({ length: 256 }, (_, code) => code);

function casesOf(code: number, isFolded: boolean): Uint8Array {
  if (code === any) return anyCode;
  return isFolded && isLetter(code) ? Uint8Array.of(code | 32, code & ~32) : Uint8Array.of(code);
}

const bucketCount = 16;

/** Windows that are looked for together: any first pair of one, and any second pair of one. */
interface Bucket {
  readonly windows: Window[];
  readonly firsts: Set<string>;
  readonly seconds: Set<string>;
  /** How common its first pairs are together, and its second pairs. */
  first: number;
  second: number;
}

/**
 * Windows are kept apart by their pairs, so that few pairs of different windows meet by chance: each
 * goes where it adds least to that, which is where its pairs already are.
 */
function bucketsOf(windows: readonly Window[]): readonly Bucket[] {
  const buckets = Array.from({ length: bucketCount }, (): Bucket => ({
    windows: [],
    firsts: new Set(),
    seconds: new Set(),
    first: 0,
    second: 0,
  }));
  const byCost = windows.toSorted((a, b) => b.first * b.second - a.first * a.second);
  for (const window of byCost) {
    const first = window.codes.slice(0, 2).join(" ");
    const second = window.codes.slice(2).join(" ");
    let best = buckets[0]!;
    let least = Infinity;
    for (const bucket of buckets) {
      const firsts = bucket.first + (bucket.firsts.has(first) ? 0 : window.first);
      const seconds = bucket.second + (bucket.seconds.has(second) ? 0 : window.second);
      const more = firsts * seconds - bucket.first * bucket.second;
      if (more < least) [best, least] = [bucket, more];
    }
    best.windows.push(window);
    if (!best.firsts.has(first)) best.first += window.first;
    if (!best.seconds.has(second)) best.second += window.second;
    best.firsts.add(first);
    best.seconds.add(second);
  }
  return buckets;
}

/**
 * What is known of each pair of bytes: a bit for each bucket of which it is a first pair, and,
 * sixteen bits higher, a bit for each of which it is a second. Two pairs that follow each other and share a
 * bucket may be a window.
 */
export function pairTable(
  anchors: readonly Anchor[],
  windows: readonly Window[],
): Int32Array<ArrayBuffer> {
  const table = new Int32Array(1 << 16);
  bucketsOf(windows).forEach((bucket, place) => {
    for (const { anchor, codes } of bucket.windows) {
      const { folded } = anchors[anchor]!;
      const [a, b, c, d] = codes.map((code) => casesOf(code, folded));
      mark(table, [a!, b!], 1 << place);
      mark(table, [c!, d!], 1 << (place + bucketCount));
    }
  });
  return table;
}
