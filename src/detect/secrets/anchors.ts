import { searchRuns } from "./base64-runs.ts";
import { pairTable, tripleOf, windowsOf } from "./windows.ts";

/** A short text that some kind of secret cannot be without. */
export interface Anchor {
  /** Three characters or more, all of them ASCII. */
  readonly text: string;
  /** True where upper and lower case are the same to it. */
  readonly folded: boolean;
}

/** What an anchor search is told to do with what it meets, in no certain order. */
export interface Meetings {
  /** Called for each anchor that stands in the text, by its place in the list. */
  readonly onAnchor: (anchor: number, at: number) => void;
  /** Called where base64 begins, or goes on, that can be text. */
  readonly onRun: (at: number) => void;
}

/** Characters that are looked at in one go: the copy stays in the processor's second cache. */
const chunkSize = 64 * 1024;

/** Spreads three characters over a table (Knuth's multiplicative hashing). */
const slotBits = 13;
const spread = 0x9e3779b1;

/** A place in the table, for three characters of either case, the first or the last of a window. */
function slotOf(triple: number, isLast: number): number {
  return Math.imul(((triple | 0x202020) << 1) | isLast, spread) >>> (32 - slotBits);
}

/** A piece of a text, as bytes and as pairs of bytes; two more than `length` may be looked at. */
interface Chunk {
  readonly bytes: Uint8Array;
  readonly words: Uint16Array;
  readonly length: number;
  /** Anchors and where they stand, in turn. */
  readonly found: number[];
}

/** Everything that a search looks at, in flat tables: the objects of a heap lie too far apart. */
interface Tables {
  readonly pairs: Int32Array;
  /** For three characters, where their candidates begin; those end at a candidate of -1. */
  readonly slots: Uint16Array;
  /** The anchor of each candidate, and where the window begins in it. */
  readonly candidates: Int16Array;
  readonly starts: Int8Array;
  /** The characters of all anchors, in lower case where case is no matter to them. */
  readonly letters: Uint8Array;
  readonly firsts: Uint16Array;
  readonly folded: Uint8Array;
}

function tablesOf(anchors: readonly Anchor[]): Tables {
  const windows = anchors.flatMap(windowsOf);
  const bySlot = new Map<number, { readonly anchor: number; readonly start: number }[]>();
  for (const window of windows) {
    const [[a, b, c], isLast] = tripleOf(window);
    const slot = slotOf((a! << 16) | (b! << 8) | c!, Number(isLast));
    const others = bySlot.get(slot);
    if (others === undefined) bySlot.set(slot, [window]);
    else others.push(window);
  }
  const slots = new Uint16Array(1 << slotBits);
  const candidates = [-1];
  const starts = [0];
  for (const [slot, bucket] of bySlot) {
    slots[slot] = candidates.length;
    candidates.push(...bucket.map(({ anchor }) => anchor), -1);
    starts.push(...bucket.map(({ start }) => start), 0);
  }
  const letters: number[] = [];
  const firsts: number[] = [0];
  for (const { text, folded } of anchors) {
    const shown = folded ? text.toLowerCase() : text;
    for (let at = 0; at < shown.length; at++) letters.push(shown.charCodeAt(at));
    firsts.push(letters.length);
  }
  return {
    pairs: pairTable(anchors, windows),
    slots,
    candidates: Int16Array.from(candidates),
    starts: Int8Array.from(starts),
    letters: Uint8Array.from(letters),
    firsts: Uint16Array.from(firsts),
    folded: Uint8Array.from(anchors, ({ folded }) => Number(folded)),
  };
}

/**
 * One search for all anchors at once. The text is read two characters at a time; of each anchor two
 * windows of two such pairs are known, one of which stands at an even place. A table says of which
 * windows a pair is the first and of which the second, in sixteen buckets, so that at most places one
 * look and an "and" are all (the idea of Hyperscan's FDR and Teddy, without vectors). Linear: a place
 * is looked at once, and the anchors that share three characters are few. (Shift tables, as Wu and
 * Manber have them, leave out as many places and lose more by the branches that they take.)
 */
export function anchorSearch(
  anchors: readonly Anchor[],
): (text: string, meetings: Meetings) => void {
  const { pairs, slots, candidates, starts, letters, firsts, folded } = tablesOf(anchors);
  const longest = Math.max(...anchors.map(({ text }) => text.length));

  /** Lists the anchors whose window begins at `at`. */
  function look(chunk: Chunk, at: number): void {
    const { bytes } = chunk;
    const triple = (bytes[at]! << 16) | (bytes[at + 1]! << 8) | bytes[at + 2]!;
    let each = slots[slotOf(triple, 0)]!;
    if (each !== 0) compare(chunk, at, each);
    each = slots[slotOf(((triple << 8) & 0xffffff) | bytes[at + 3]!, 1)]!;
    if (each !== 0) compare(chunk, at, each);
  }

  function compare({ bytes, length, found }: Chunk, at: number, first: number): void {
    for (let each = first; candidates[each]! >= 0; each++) {
      const anchor = candidates[each]!;
      const from = firsts[anchor]!;
      const size = firsts[anchor + 1]! - from;
      const start = at - starts[each]!;
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

  function searchChunk(chunk: Chunk): void {
    const { words, length } = chunk;
    let before = 0;
    const last = length >> 1;
    for (let at = 0; at <= last; at++) {
      const pair = pairs[words[at]!]!;
      if ((before & (pair >>> 16)) !== 0) look(chunk, 2 * at - 2);
      before = pair;
    }
  }

  const spare: Buffer[] = [];
  return (text, { onAnchor, onRun }) => {
    // What an anchor leads to may be another search, in a text that was decoded.
    const bytes = spare.pop() ?? Buffer.alloc(chunkSize + 4);
    const words = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length / 2);
    const step = chunkSize - longest;
    for (let base = 0; base < text.length; base += step) {
      const chunk = text.slice(base, base + chunkSize);
      // A character beyond Latin-1 becomes its lower byte: it is as long as before, and an anchor
      // that is no anchor is found out by whoever looks closer.
      bytes.write(chunk, 0, chunk.length, "latin1");
      const isLast = base + chunk.length >= text.length;
      const found: number[] = [];
      searchChunk({ bytes, words, length: chunk.length, found });
      searchRuns(bytes, chunk.length, (start) => onRun(base + start));
      for (let each = 0; each < found.length; each += 2) {
        const start = found[each + 1]!;
        if (start < step || isLast) onAnchor(found[each]!, base + start);
      }
      if (isLast) break;
    }
    spare.push(bytes);
  };
}
