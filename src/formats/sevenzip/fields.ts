// How 7z writes numbers, marks and checksums: 7zFormat.txt of the LZMA SDK.

/** A header that cannot be read on. */
export class BrokenHeader extends Error {
  readonly isLimit: boolean;
  constructor(message: string, isLimit = false) {
    super(message);
    this.isLimit = isLimit;
  }
}

/** Files, folders and streams of one archive that are listed. */
export const maxEntries = 100_000;

/** Reads a header from its first byte to its last. Throws `BrokenHeader`. */
export interface Fields {
  readonly at: () => number;
  readonly left: () => number;
  readonly byte: () => number;
  readonly take: (length: number) => Buffer;
  /** 1 to 9 bytes, of which the first says how many follow. */
  readonly number: () => number;
  /** A number of things, of which no more than a limit are read. */
  readonly count: () => number;
  /** One bit for each thing, the highest first. */
  readonly bits: (count: number) => readonly boolean[];
  /** As `bits`, where a first byte may say that all are set. */
  readonly marks: (count: number) => readonly boolean[];
  /** Checksums of those that have one. */
  readonly sums: (count: number) => readonly (number | undefined)[];
}

export function fieldsOf(bytes: Buffer): Fields {
  let at = 0;

  function take(length: number): Buffer {
    if (!(length <= bytes.length - at)) throw new BrokenHeader("its header is cut off");
    at += length;
    return bytes.subarray(at - length, at);
  }
  const byte = (): number => take(1)[0]!;

  function number(): number {
    const first = byte();
    let value = 0;
    for (let index = 0, mask = 0x80; index < 8; index++, mask >>= 1) {
      if ((first & mask) === 0) return value + (first & (mask - 1)) * 2 ** (8 * index);
      value += byte() * 2 ** (8 * index);
    }
    return value;
  }

  function count(): number {
    const value = number();
    if (value > maxEntries) throw new BrokenHeader(`more than ${maxEntries} entries`, true);
    return value;
  }

  function bits(length: number): readonly boolean[] {
    const packed = take(Math.ceil(length / 8));
    return Array.from(
      { length },
      (_, index) => (packed[index >> 3]! & (0x80 >> (index & 7))) !== 0,
    );
  }

  function marks(length: number): readonly boolean[] {
    return byte() === 0 ? bits(length) : Array.from({ length }, () => true);
  }

  return {
    at: () => at,
    left: () => bytes.length - at,
    byte,
    take,
    number,
    count,
    bits,
    marks,
    sums: (length) => marks(length).map((isSet) => (isSet ? take(4).readUInt32LE(0) : undefined)),
  };
}
