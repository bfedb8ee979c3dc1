import { commonPairs } from "./judge.ts";

/** A short text that some kind of secret cannot be without. */
export interface Anchor {
  readonly text: string;
  /** True where upper and lower case are the same to it. */
  readonly folded: boolean;
}

/** Called for each anchor that stands in the text, by its place in the list. */
export type OnAnchor = (anchor: number, at: number) => void;

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

/** Bits of a character: all of ASCII. */
const bits = 7;
const tableMask = (1 << (bits * minAnchor)) - 1;
const anyCode = Array.from({ length: 128 }, (_, code) => code);

interface Candidate {
  readonly anchor: number;
  readonly bytes: readonly number[];
  readonly folded: boolean;
  /** Where the window ends within the anchor. */
  readonly end: number;
}

/**
 * One search for all anchors at once. Of each anchor a window of three characters is looked for, the
 * one that is rarest in other text; a table says for each hash of three characters whether a window
 * has it, so that at most places one look is all. Linear: a place is looked at once, and the anchors
 * that share a hash are few. (Shift tables, as Wu and Manber have them, leave out every second
 * character and lose more by the branches that they take.)
 */
export function anchorSearch(anchors: readonly Anchor[]): (text: string, on: OnAnchor) => void {
  const sieve = new Uint8Array((tableMask + 1) >> 3);
  const bucketOf = new Uint16Array(tableMask + 1);
  const buckets: Candidate[][] = [[]];
  const longest = Math.max(...anchors.map(({ text }) => text.length));

  anchors.forEach(({ text, folded }, anchor) => {
    const bytes = Array.from(text, (letter) => {
      const code = letter.charCodeAt(0);
      return folded && code >= 65 && code <= 90 ? code | 32 : code;
    });
    for (const [start, codes] of windowsOf(text)) {
      const candidate = { anchor, bytes, folded, end: start + minAnchor - 1 };
      let hashes: readonly number[] = [0];
      for (const code of codes) {
        const each = Number.isNaN(code) ? anyCode : bothCases(code, folded);
        hashes = hashes.flatMap((hash) => each.map((one) => ((hash << bits) ^ one) & tableMask));
      }
      for (const hash of new Set(hashes)) {
        sieve[hash >> 3]! |= 1 << (hash & 7);
        if (bucketOf[hash] === 0) bucketOf[hash] = buckets.push([]) - 1;
        buckets[bucketOf[hash]!]!.push(candidate);
      }
    }
  });

  function standsAt(bytes: Uint8Array, start: number, candidate: Candidate): boolean {
    const wanted = candidate.bytes;
    for (let at = 0; at < wanted.length; at++) {
      let byte = bytes[start + at]!;
      if (candidate.folded && byte >= 65 && byte <= 90) byte |= 32;
      if (byte !== wanted[at]) return false;
    }
    return true;
  }

  /** Lists the anchors in the first `length` bytes. */
  function searchChunk(bytes: Uint8Array, length: number, found: number[]): void {
    // One place beyond the end, since a window may have any character there.
    for (let at = minAnchor - 1; at <= length; at += 2) {
      const last = bytes[at]!;
      const hash = ((bytes[at - 2]! << (2 * bits)) ^ (bytes[at - 1]! << bits) ^ last) & tableMask;
      if ((sieve[hash >> 3]! & (1 << (last & 7))) === 0) continue;
      const bucket = buckets[bucketOf[hash]!]!;
      for (let each = 0; each < bucket.length; each++) {
        const candidate = bucket[each]!;
        const start = at - candidate.end;
        if (start < 0 || start + candidate.bytes.length > length) continue;
        if (standsAt(bytes, start, candidate)) found.push(candidate.anchor, start);
      }
    }
  }

  const spare: Buffer[] = [];
  return (text, on) => {
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
        if (start < step || isLast) on(found[each]!, base + start);
      }
      if (isLast) break;
    }
    spare.push(bytes);
  };
}
