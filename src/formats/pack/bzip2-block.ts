// One block of bzip2, up to the bytes that the Burrows-Wheeler transform made: the Huffman codes,
// the runs and the move-to-front list of libbz2 (decompress.c).

export interface BlockRead {
  readonly kind: "done" | "truncated" | "broken";
  /** The first bit that was not read. */
  readonly at: number;
  /** How many bytes the block holds. */
  readonly count: number;
  /** Where in them the text begins. */
  readonly origin: number;
  readonly isRandom: boolean;
}

export interface BlockPlace {
  readonly bytes: Buffer;
  /** In bits. */
  readonly at: number;
  readonly size: number;
}

/** Reads single bits, most significant first. Past the end there are zeros. */
interface Bits {
  readonly bytes: Buffer;
  at: number;
}

function take(bits: Bits, count: number): number {
  let value = 0;
  for (let left = count; left > 0; left--) {
    const byte = bits.bytes[bits.at >>> 3] ?? 0;
    value = (value << 1) | ((byte >> (7 - (bits.at & 7))) & 1);
    bits.at++;
  }
  return value;
}

const maxLength = 20;
/** Codes of so many bits are looked up at once. */
const quickBits = 10;
const maxSelectors = 18_002;
const groupSize = 50;

/** A canonical Huffman code, as BZ2_hbCreateDecodeTables makes it. */
interface Code {
  /** By the next `quickBits` bits: symbol * 32 + length, or 0 where the code is longer. */
  readonly quick: Uint16Array;
  /** By length: the last code of it, or -1. */
  readonly last: Int32Array;
  /** By length: what to take from a code to have its place in `symbols`. */
  readonly base: Int32Array;
  readonly symbols: Uint16Array;
}

/** Lengths that are no complete code are let pass, as in libbz2: what has no code is broken. */
function codeOf(lengths: Uint8Array): Code {
  const counts = new Int32Array(maxLength + 1);
  for (const length of lengths) counts[length]!++;
  const last = new Int32Array(maxLength + 1).fill(-1);
  const base = new Int32Array(maxLength + 1);
  const symbols = new Uint16Array(lengths.length);
  const places = new Int32Array(maxLength + 1);
  const quick = new Uint16Array(1 << quickBits);
  let place = 0;
  let code = 0;
  for (let length = 1; length <= maxLength; length++) {
    places[length] = place;
    base[length] = code - place;
    place += counts[length]!;
    code += counts[length]!;
    if (place > 0) last[length] = code - 1;
    code *= 2;
  }
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    symbols[places[lengths[symbol]!]!++] = symbol;
  }
  let filled = 0;
  for (let length = 1; length <= quickBits; length++) {
    const shift = quickBits - length;
    const end = Math.min(1 << quickBits, (last[length]! + 1) << shift);
    for (; filled < end; filled++) {
      quick[filled] = symbols[(filled >> shift) - base[length]!]! * 32 + length;
    }
  }
  return { quick, last, base, symbols };
}

/** Which bytes there are: sixteen bits for sixteen ranges of sixteen. */
function readUsed(bits: Bits): Uint8Array {
  const ranges = take(bits, 16);
  const used: number[] = [];
  for (let range = 0; range < 16; range++) {
    if (((ranges >> (15 - range)) & 1) === 0) continue;
    const members = take(bits, 16);
    for (let member = 0; member < 16; member++) {
      if (((members >> (15 - member)) & 1) === 1) used.push(range * 16 + member);
    }
  }
  const list = new Uint8Array(256);
  list.set(used);
  return list.subarray(0, used.length);
}

/** Which code each group of fifty symbols is in, move-to-front coded; undefined if broken. */
function readSelectors(bits: Bits, codes: number): Uint8Array | undefined {
  const count = take(bits, 15);
  const selectors = new Uint8Array(Math.min(count, maxSelectors));
  const list = [0, 1, 2, 3, 4, 5];
  for (let at = 0; at < count; at++) {
    let index = 0;
    while (take(bits, 1) === 1) if (++index >= codes) return undefined;
    const [code] = list.splice(index, 1);
    list.unshift(code!);
    // libbz2 1.0.8 reads over those that no block can need.
    if (at < maxSelectors) selectors[at] = code!;
  }
  return selectors;
}

/** The lengths of a code's words, each told by its difference to the one before. */
function readLengths(bits: Bits, size: number): Uint8Array | undefined {
  const lengths = new Uint8Array(size);
  let length = take(bits, 5);
  for (let symbol = 0; symbol < size; symbol++) {
    for (;;) {
      if (length < 1 || length > maxLength) return undefined;
      if (take(bits, 1) === 0) break;
      length += take(bits, 1) === 0 ? 1 : -1;
    }
    lengths[symbol] = length;
  }
  return lengths;
}

interface Coded {
  readonly codes: readonly Code[];
  readonly selectors: Uint8Array;
  /** The bytes that there are, the one used last in front. */
  readonly list: Uint8Array;
}

function readCoding(bits: Bits): Coded | undefined {
  const list = readUsed(bits);
  const count = take(bits, 3);
  if (list.length === 0 || count < 2 || count > 6) return undefined;
  const selectors = readSelectors(bits, count);
  if (!selectors || selectors.length === 0) return undefined;
  const codes: Code[] = [];
  while (codes.length < count) {
    const lengths = readLengths(bits, list.length + 2);
    if (!lengths) return undefined;
    codes.push(codeOf(lengths));
  }
  return { codes, selectors, list };
}

interface Symbols {
  readonly kind: BlockRead["kind"];
  readonly at: number;
  readonly count: number;
}

/** Reads the symbols of a block and writes the bytes that they stand for. */
function readSymbols(
  { codes, selectors, list }: Coded,
  place: BlockPlace,
  block: Int32Array,
): Symbols {
  const { bytes, size } = place;
  const endSymbol = list.length + 1;
  let at = place.at >>> 3;
  // The lowest `held` bits of `buffer` are those to come.
  let held = 0;
  let buffer = 0;
  let count = 0;
  let run = 0;
  let weight = 1;
  if ((place.at & 7) > 0) {
    held = 8 - (place.at & 7);
    buffer = bytes[at++]!;
  }
  for (const selector of selectors) {
    const { quick, last, base, symbols } = codes[selector]!;
    // Once for fifty symbols is often enough: past the end there are zeros.
    if (at - (held >> 3) > bytes.length) return { kind: "truncated", at: at * 8, count };
    for (let left = groupSize; left > 0; left--) {
      while (held <= 24) {
        buffer = (buffer << 8) | bytes[at++]!;
        held += 8;
      }
      let symbol = quick[(buffer >>> (held - quickBits)) & ((1 << quickBits) - 1)]!;
      if (symbol > 0) {
        held -= symbol & 31;
        symbol >>= 5;
      } else {
        let length = quickBits + 1;
        let code = 0;
        for (; length <= maxLength; length++) {
          code = (buffer >>> (held - length)) & ((1 << length) - 1);
          if (code <= last[length]!) break;
        }
        if (length > maxLength) return { kind: "broken", at: at * 8 - held, count };
        held -= length;
        symbol = symbols[code - base[length]!]!;
      }
      if (symbol <= 1) {
        // RUNA and RUNB are the digits of the length of a run, in bijective base 2.
        run += weight << symbol;
        weight *= 2;
        // Longer than any block; libbz2 stops at the same digit.
        if (weight > 2_097_152) return { kind: "broken", at: at * 8 - held, count };
        continue;
      }
      if (run > 0) {
        if (run > size - count) return { kind: "broken", at: at * 8 - held, count };
        block.fill(list[0]!, count, count + run);
        count += run;
        run = 0;
        weight = 1;
      }
      if (symbol === endSymbol) return { kind: "done", at: at * 8 - held, count };
      if (count >= size) return { kind: "broken", at: at * 8 - held, count };
      const index = symbol - 1;
      const byte = list[index]!;
      if (index < 24) for (let to = index; to > 0; to--) list[to] = list[to - 1]!;
      else list.copyWithin(1, 0, index);
      list[0] = byte;
      block[count++] = byte;
    }
  }
  return { kind: "broken", at: at * 8 - held, count };
}

/** Reads a block from behind its checksum; its bytes are the first `count` of `block` then. */
export function readBlock(place: BlockPlace, block: Int32Array): BlockRead {
  const bits: Bits = { bytes: place.bytes, at: place.at };
  const isRandom = take(bits, 1) === 1;
  const origin = take(bits, 24);
  const coded = readCoding(bits);
  const end = place.bytes.length * 8;
  const read: Symbols = coded
    ? readSymbols(coded, { ...place, at: bits.at }, block)
    : { kind: "broken", at: bits.at, count: 0 };
  // What was read past the end is no evidence of anything.
  const kind = read.at > end ? "truncated" : origin < read.count ? read.kind : "broken";
  return { kind, at: read.at, count: read.count, origin, isRandom };
}
