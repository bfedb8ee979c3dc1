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
const tableSize = 1 << 14;

/** How common a character is in code, roughly: what stands on the left is met more often. */
const byFrequency =
  " etaoinsrlhdcu\n_pmf.gb,()yw=vk\"'-01x:/2[]TSEAICRNPODLMF{}B>Gqj<3U4VHWz5K86Q7X9Y+ZJ@$%!?&|~^`\\";

function frequency(code: number): number {
  const place = byFrequency.indexOf(String.fromCharCode(code));
  return place < 0 ? 1 : 100 - place;
}

/** The three characters of an anchor whose pairs are met least often in other text. */
function rarestWindow(text: string): number {
  let best = 0;
  let least = Infinity;
  for (let at = 0; at + minAnchor <= text.length; at++) {
    const [a, b, c] = [0, 1, 2].map((step) => frequency(text.charCodeAt(at + step)));
    const cost = b! * c! + (a! * b!) / 4;
    if (cost < least) [best, least] = [at, cost];
  }
  return best;
}

function bothCases(code: number, folded: boolean): readonly number[] {
  const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
  return folded && isLetter ? [code | 32, code & ~32] : [code];
}

const pairOf = (first: number, second: number): number => ((first & 127) << 7) | (second & 127);

interface Candidate {
  readonly anchor: number;
  readonly bytes: readonly number[];
  readonly folded: boolean;
  /** Where the window ends within the anchor. */
  readonly end: number;
}

/**
 * One search for all anchors at once: Wu and Manber's shift table ("A fast algorithm for
 * multi-pattern searching", 1994) over pairs of characters. Of each anchor one window of three
 * characters is looked for; where the pair under the window belongs to none, two characters are
 * left out. Linear: a place is looked at once, and the anchors that share a pair are few.
 */
export function anchorSearch(anchors: readonly Anchor[]): (text: string, on: OnAnchor) => void {
  const shifts = new Uint8Array(tableSize).fill(minAnchor - 1);
  const buckets: Candidate[][] = [[]];
  const bucketOf = new Uint16Array(tableSize);
  const longest = Math.max(...anchors.map(({ text }) => text.length));

  anchors.forEach(({ text, folded }, anchor) => {
    const window = rarestWindow(text);
    const bytes = Array.from(text, (letter) => {
      const code = letter.charCodeAt(0);
      return folded && code >= 65 && code <= 90 ? code | 32 : code;
    });
    const [a = [], b = [], c = []] = [0, 1, 2].map((step) =>
      bothCases(text.charCodeAt(window + step), folded),
    );
    const candidate = { anchor, bytes, folded, end: window + minAnchor - 1 };
    for (const second of b) {
      for (const first of a) {
        const pair = pairOf(first, second);
        if (shifts[pair]! > 1) shifts[pair] = 1;
      }
      for (const third of c) {
        const pair = pairOf(second, third);
        shifts[pair] = 0;
        if (bucketOf[pair] === 0) bucketOf[pair] = buckets.push([]) - 1;
        buckets[bucketOf[pair]!]!.push(candidate);
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

  /** Lists what stands in the first `length` bytes; ends of three bytes and more lie inside. */
  function searchChunk(bytes: Uint8Array, length: number, found: number[]): void {
    let at = minAnchor - 1;
    while (at < length) {
      const pair = ((bytes[at - 1]! & 127) << 7) | (bytes[at]! & 127);
      const shift = shifts[pair]!;
      if (shift !== 0) {
        at += shift;
        continue;
      }
      const bucket = buckets[bucketOf[pair]!]!;
      for (let each = 0; each < bucket.length; each++) {
        const candidate = bucket[each]!;
        const start = at - candidate.end;
        if (start < 0 || start + candidate.bytes.length > length) continue;
        if (standsAt(bytes, start, candidate)) found.push(candidate.anchor, start);
      }
      at++;
    }
  }

  const spare: Buffer[] = [];
  return (text, on) => {
    // What an anchor leads to may be another search, in a text that was decoded.
    const bytes = spare.pop() ?? Buffer.allocUnsafe(chunkSize);
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
