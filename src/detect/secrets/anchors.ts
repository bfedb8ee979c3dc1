import { commonPairs } from "./judge.ts";

/** A short text that some kind of secret cannot be without. */
export interface Anchor {
  readonly text: string;
  /** True where upper and lower case are the same to it. */
  readonly folded: boolean;
}

/** Called for each anchor that stands in the text, by its place in the list. */
export type OnAnchor = (anchor: number, at: number) => void;

/** What an anchor search is told to do with what it meets, in no certain order. */
export interface Meetings {
  readonly onAnchor: OnAnchor;
  /** Called where a run of at least `minRun` characters of base64 begins, or goes on. */
  readonly onRun: (at: number) => void;
}

/** Pieces of base64 that are shorter hold no key. */
export const minRun = 24;

const isBase64 = new Uint8Array(256);
for (const letter of "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/-_")
  isBase64[letter.charCodeAt(0)] = 1;

/** True where a character of base64 stands, of either alphabet. */
export function isBase64At(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 && isBase64[code] === 1;
}

/** Lists where runs begin: each is looked for from its end, so that words cost little. */
function searchRuns(bytes: Uint8Array, length: number, found: number[]): void {
  let start = 0;
  while (start + minRun <= length) {
    let at = start + minRun - 1;
    while (at >= start && isBase64[bytes[at]!] === 1) at--;
    if (at >= start) {
      start = at + 1;
      continue;
    }
    found.push(start);
    start += minRun;
    while (start < length && isBase64[bytes[start]!] === 1) start++;
  }
}

/** Every anchor has at least this many characters, all of them ASCII. */
export const minAnchor = 3;

/** Characters that are looked at in one go: the copy stays in the processor's second cache. */
const chunkSize = 64 * 1024;

/** How common a character is in code, roughly: what stands on the left is met more often. */
const byFrequency =
  " etaoinsrlhdcu\n_pmf.gb,()yw=vk\"'-01x:/2[]TSEAICRNPODLMF{}B>Gqj<3U4VHWz5K86Q7X9Y+ZJ@$%!?&|~^`\\";

function frequency(code: number): number {
  const place = byFrequency.indexOf(String.fromCharCode(code));
  return place < 0 ? 1 : 100 - place;
}

/** How often three characters are met, in a unit of its own; NaN stands for any character. */
function commonness(codes: readonly number[]): number {
  let product = 1;
  codes.forEach((code, at) => {
    product *= Number.isNaN(code) ? 400 : frequency(code);
    const pair = String.fromCharCode(codes[at - 1] ?? 0, code).toLowerCase();
    if (at > 0 && commonPairs.has(pair)) product *= 6;
  });
  return product;
}

/**
 * Two windows of three characters, one after the other, so that a look at every second place meets
 * one of them: the two that are rarest. A text of three characters is met with any fourth.
 */
function windowsOf(text: string): readonly (readonly [start: number, codes: readonly number[]])[] {
  const codes = [Number.NaN, ...Array.from(text, (letter) => letter.charCodeAt(0)), Number.NaN];
  const first = text.length > minAnchor ? 1 : 0;
  let best = first;
  let least = Infinity;
  for (let at = first; at + minAnchor + 1 + first <= codes.length; at++) {
    const cost = commonness(codes.slice(at, at + 3)) + commonness(codes.slice(at + 1, at + 4));
    if (cost < least) [best, least] = [at, cost];
  }
  return [best, best + 1].map((at) => [at - 1, codes.slice(at, at + 3)]);
}

function bothCases(code: number, folded: boolean): readonly number[] {
  const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return folded && isLetter ? [code | 32, code & ~32] : [code];
}

/** Bits of a character: the table of them stays in the processor's first cache. */
const bits = 6;
const tableMask = (1 << (bits * minAnchor)) - 1;
const anyCode = Array.from({ length: 128 }, (_, code) => code);

/** An anchor whose window has a certain hash. */
interface Candidate {
  readonly anchor: number;
  /** Where the window ends within the anchor. */
  readonly end: number;
}

/** Everything that a search looks at, in flat tables: the objects of a heap lie too far apart. */
interface Tables {
  /** A bit for each hash of three characters that a window has. */
  readonly sieve: Uint8Array;
  /** The same for a second hash, of whole characters: both agree by chance in few places. */
  readonly second: Uint8Array;
  /** For each hash, where its candidates begin; they end at a candidate of -1. */
  readonly bucketOf: Uint16Array;
  readonly candidates: Int16Array;
  readonly ends: Uint8Array;
  /** The characters of all anchors, in lower case where case is no matter to them. */
  readonly letters: Uint8Array;
  readonly starts: Uint16Array;
  readonly folded: Uint8Array;
}

/** Every three characters that a window stands for, seven bits each. */
function triplesOf(anchor: Anchor, codes: readonly number[]): readonly number[] {
  let triples: readonly number[] = [0];
  for (const code of codes) {
    const each = Number.isNaN(code) ? anyCode : bothCases(code, anchor.folded);
    triples = triples.flatMap((triple) => each.map((one) => (triple << 7) | one));
  }
  return triples;
}

function hashOf(triple: number): number {
  const [a, b, c] = [triple >> 14, (triple >> 7) & 127, triple & 127];
  return ((a << (2 * bits)) ^ (b << bits) ^ c) & tableMask;
}

/** Spreads three characters over the second table (Knuth's multiplicative hashing). */
const secondBits = 17;
const spread = 0x9e3779b1;

function tablesOf(anchors: readonly Anchor[]): Tables {
  const second = new Uint8Array(1 << (secondBits - 3));
  const buckets = new Map<number, Candidate[]>();
  anchors.forEach((anchor, index) => {
    for (const [start, codes] of windowsOf(anchor.text)) {
      for (const triple of triplesOf(anchor, codes)) {
        const spot = Math.imul(triple, spread) >>> (32 - secondBits);
        second[spot >> 3]! |= 1 << (spot & 7);
        const hash = hashOf(triple);
        const candidate = { anchor: index, end: start + minAnchor - 1 };
        const others = buckets.get(hash);
        if (others === undefined) buckets.set(hash, [candidate]);
        else if (!others.some(({ anchor: same, end }) => same === index && end === candidate.end))
          others.push(candidate);
      }
    }
  });
  const sieve = new Uint8Array((tableMask + 1) >> 3);
  const bucketOf = new Uint16Array(tableMask + 1);
  const candidates: number[] = [];
  const ends: number[] = [];
  // Many hashes have the same candidates: those of "any character".
  const known = new Map<string, number>();
  for (const [hash, bucket] of buckets) {
    const name = bucket.map(({ anchor, end }) => `${anchor}:${end}`).join(" ");
    const place = known.get(name) ?? candidates.length;
    if (!known.has(name)) {
      known.set(name, place);
      candidates.push(...bucket.map(({ anchor }) => anchor), -1);
      ends.push(...bucket.map(({ end }) => end), 0);
    }
    sieve[hash >> 3]! |= 1 << (hash & 7);
    bucketOf[hash] = place;
  }
  const letters: number[] = [];
  const starts: number[] = [0];
  for (const { text, folded } of anchors) {
    const shown = folded ? text.toLowerCase() : text;
    for (let at = 0; at < shown.length; at++) letters.push(shown.charCodeAt(at));
    starts.push(letters.length);
  }
  return {
    sieve,
    second,
    bucketOf,
    candidates: Int16Array.from(candidates),
    ends: Uint8Array.from(ends),
    letters: Uint8Array.from(letters),
    starts: Uint16Array.from(starts),
    folded: Uint8Array.from(anchors, ({ folded }) => Number(folded)),
  };
}

/**
 * One search for all anchors at once. Of each anchor two windows of three characters are looked for,
 * one of which stands at an even place; a table says for each hash of three characters whether a
 * window has it, so that at most places one look is all. Linear: a place is looked at once, and the
 * anchors that share a hash are few. (Shift tables, as Wu and Manber have them, leave out as many
 * places and lose more by the branches that they take.)
 */
export function anchorSearch(
  anchors: readonly Anchor[],
): (text: string, meetings: Meetings) => void {
  const { sieve, second, bucketOf, candidates, ends, letters, starts, folded } = tablesOf(anchors);
  const longest = Math.max(...anchors.map(({ text }) => text.length));

  /** Lists the anchors in the first `length` bytes. */
  function searchChunk(bytes: Uint8Array, length: number, found: number[]): void {
    // One place beyond the end, since a window may have any character there.
    for (let at = minAnchor - 1; at <= length; at += 2) {
      const last = bytes[at]!;
      const hash = ((bytes[at - 2]! << (2 * bits)) ^ (bytes[at - 1]! << bits) ^ last) & tableMask;
      if ((sieve[hash >> 3]! & (1 << (last & 7))) === 0) continue;
      const triple = ((bytes[at - 2]! & 127) << 14) | ((bytes[at - 1]! & 127) << 7) | (last & 127);
      const spot = Math.imul(triple, spread) >>> (32 - secondBits);
      if ((second[spot >> 3]! & (1 << (spot & 7))) === 0) continue;
      for (let each = bucketOf[hash]!; candidates[each]! >= 0; each++) {
        const anchor = candidates[each]!;
        const from = starts[anchor]!;
        const size = starts[anchor + 1]! - from;
        const start = at - ends[each]!;
        if (start < 0 || start + size > length) continue;
        const lower = folded[anchor] === 1;
        let same = 0;
        while (same < size) {
          let byte = bytes[start + same]!;
          if (lower && byte >= 65 && byte <= 90) byte |= 32;
          if (byte !== letters[from + same]) break;
          same++;
        }
        if (same === size) found.push(anchor, start);
      }
    }
  }

  const spare: Buffer[] = [];
  return (text, { onAnchor, onRun }) => {
    // What an anchor leads to may be another search, in a text that was decoded.
    const bytes = spare.pop() ?? Buffer.alloc(chunkSize + 2);
    const step = chunkSize - longest;
    for (let base = 0; base < text.length; base += step) {
      const chunk = text.slice(base, base + chunkSize);
      // A character beyond Latin-1 becomes its lower byte: it is as long as before, and an anchor
      // that is no anchor is found out by whoever looks closer.
      bytes.write(chunk, 0, chunk.length, "latin1");
      const found: number[] = [];
      searchChunk(bytes, chunk.length, found);
      const isLast = base + chunk.length >= text.length;
      for (let each = 0; each < found.length; each += 2) {
        const start = found[each + 1]!;
        if (start < step || isLast) onAnchor(found[each]!, base + start);
      }
      const runs: number[] = [];
      searchRuns(bytes, chunk.length, runs);
      for (const start of runs) onRun(base + start);
      if (isLast) break;
    }
    spare.push(bytes);
  };
}
