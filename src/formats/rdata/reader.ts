// The three encodings of R's serialization: "R Internals", section 1.8; `src/main/serialize.c`.
import type { ByteSource } from "../bytes/source.ts";

/** Reads the parts that objects are made of, one after the other. Throws `Stop`. */
export interface RReader {
  readonly at: () => number;
  readonly int: () => number;
  /** Passes over so many integers, numbers, or bytes of a raw vector. */
  readonly skip: (count: number, what: "int" | "double" | "byte") => void;
  readonly text: (length: number) => string;
}

/** Why a walk cannot go on: it is no such object, it ends too early, or it is too large. */
export class Stop extends Error {
  readonly isLimit: boolean;
  constructor(message: string, { isLimit = false }: { readonly isLimit?: boolean } = {}) {
    super(message);
    this.isLimit = isLimit;
  }
}

/** Texts are kept up to here: names and what calls are about. */
const keptText = 200;
const windowSize = 64 * 1024;
/** What a vector in digits may have of them. */
const maxWords = 50_000_000;

interface Bytes {
  at: number;
  /** So many bytes at the place, which is passed. */
  readonly take: (length: number) => Buffer;
  readonly pass: (length: number) => void;
}

/** Reads through a window, so that a number does not cost a call to the system. */
function bytesFrom(source: ByteSource, from: number): Bytes {
  let start = 0;
  let window: Buffer = Buffer.alloc(0);
  const bytes: Bytes = {
    at: from,
    take(length) {
      if (bytes.at + length > source.size) throw new Stop("it ends in the middle");
      if (bytes.at < start || bytes.at + length > start + window.length) {
        start = bytes.at;
        window = source.read(start, Math.max(windowSize, length));
      }
      const found = window.subarray(bytes.at - start, bytes.at - start + length);
      if (found.length < length) throw new Stop("it ends in the middle");
      bytes.at += length;
      return found;
    },
    pass(length) {
      if (bytes.at + length > source.size) throw new Stop("it ends in the middle");
      bytes.at += length;
    },
  };
  return bytes;
}

const widths = { int: 4, double: 8, byte: 1 } as const;

/** `X`: big endian; `B`: as the machine has it, which is little endian. */
export function binaryReader(source: ByteSource, from: number, isBig: boolean): RReader {
  const bytes = bytesFrom(source, from);
  return {
    at: () => bytes.at,
    int: () => (isBig ? bytes.take(4).readInt32BE(0) : bytes.take(4).readInt32LE(0)),
    skip: (count, what) => bytes.pass(count * widths[what]),
    text(length) {
      const kept = bytes.take(Math.min(length, keptText)).toString("utf8");
      bytes.pass(Math.max(0, length - keptText));
      return kept;
    },
  };
}

function isBlank(byte: number): boolean {
  return byte === 32 || (byte >= 9 && byte <= 13);
}

/** What R escapes in texts; octal digits aside. */
const escapes: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  v: "\v",
  b: "\b",
  r: "\r",
  f: "\f",
  a: "\x07",
};

/** `A`: words, of which each stands in a line of its own. */
export function asciiReader(source: ByteSource, from: number): RReader {
  const bytes = bytesFrom(source, from);
  let words = 0;

  function byte(): number {
    return bytes.take(1)[0]!;
  }
  function word(): string {
    if (words++ > maxWords) throw new Stop("it has too many numbers", { isLimit: true });
    let next = byte();
    while (isBlank(next)) next = byte();
    let found = "";
    while (!isBlank(next)) {
      if (found.length > 100) throw new Stop("a number in it is too long");
      found += String.fromCharCode(next);
      if (bytes.at >= source.size) break;
      next = byte();
    }
    return found;
  }
  function character(): string {
    const first = byte();
    if (first !== 0x5c) return String.fromCharCode(first);
    const escaped = byte();
    if (escaped < 0x30 || escaped > 0x37) {
      const letter = String.fromCharCode(escaped);
      return escapes[letter] ?? letter;
    }
    let value = escaped - 0x30;
    for (let digits = 1; digits < 3; digits++) {
      const digit = byte();
      if (digit < 0x30 || digit > 0x37) {
        bytes.at--;
        break;
      }
      value = value * 8 + digit - 0x30;
    }
    return String.fromCharCode(value & 0xff);
  }
  return {
    at: () => bytes.at,
    int() {
      const found = word();
      if (found === "NA") return -0x80000000;
      if (!/^-?\d{1,10}$/.test(found)) throw new Stop("a number of it is none");
      return Number(found) | 0;
    },
    skip(count) {
      for (let left = count; left > 0; left--) word();
    },
    text(length) {
      if (length === 0) return "";
      let next = byte();
      while (isBlank(next)) next = byte();
      bytes.at--;
      let kept = "";
      for (let left = length; left > 0; left--) {
        const one = character();
        if (kept.length < keptText) kept += one;
      }
      return Buffer.from(kept, "latin1").toString("utf8");
    },
  };
}
