import type { ByteSource } from "../bytes/source.ts";

/** What cannot be read on. */
export class Stop extends Error {}

export const maxText = 64 * 1024 * 1024;
/** All attributes in heaps and all texts of a file together. */
const maxKept = 128 * 1024 * 1024;

/** An HDF5 file, and what was found in it. */
export interface File {
  readonly source: ByteSource;
  /** Where the file begins: a user block may stand before it. */
  readonly base: number;
  /** Bytes of an address, and of a length. */
  readonly wide: number;
  readonly long: number;
  readonly texts: Map<string, string>;
  readonly problems: string[];
  messages: number;
  /** Bytes of attributes in heaps, and of texts. */
  kept: number;
  /** Objects of heaps that were passed over. */
  steps: number;
}

/** Bytes at a place of the source. Throws `Stop` where there are fewer. */
export function bytes(source: ByteSource, at: number, length: number): Buffer {
  const found = Number.isSafeInteger(at) && at >= 0 ? source.read(at, length) : Buffer.alloc(0);
  if (found.length < length) throw new Stop("a part of it lies behind its end");
  return found;
}

/** A number of 1 to 8 bytes; infinite where it is none that is exact, as the address of nothing is. */
export function uint(buffer: Buffer, at: number, width: number): number {
  if (at + width > buffer.length) throw new Stop("a number in it is cut off");
  if (width <= 6) return buffer.readUIntLE(at, width);
  let value = 0;
  for (let index = width - 1; index >= 0; index--) value = value * 256 + buffer[at + index]!;
  return value > Number.MAX_SAFE_INTEGER ? Number.POSITIVE_INFINITY : value;
}

/** True for the address that stands for nothing. */
export function isNowhere(address: number, wide: number): boolean {
  return address === (wide === 8 ? Number.POSITIVE_INFINITY : 2 ** (8 * wide) - 1);
}

/** Counts what is read of attributes. Throws `Stop` where it is too much. */
export function spend(file: File, length: number): void {
  file.kept += length;
  if (file.kept > maxKept) throw new Stop("its attributes are too long");
}

/** Keeps a text. */
export function keep(file: File, name: string, text: string): void {
  spend(file, text.length);
  file.texts.set(name, text);
}

/** Reads the fields of a part one behind the other. */
export interface FieldReader {
  readonly number: (width: number) => number;
  readonly take: (length: number) => Buffer;
}

/** Fields of a part that begins with four letters. Throws `Stop` where it begins with others. */
export function fieldsAt(
  { source, base }: File,
  address: number,
  { letters, length }: { readonly letters: string; readonly length: number },
): FieldReader {
  const part = bytes(source, base + address, length);
  if (part.toString("latin1", 0, 4) !== letters)
    throw new Stop(`no ${letters} is where it should be`);
  let at = 4;
  return {
    number(width) {
      at += width;
      return uint(part, at - width, width);
    },
    take(size) {
      at += size;
      if (at > part.length) throw new Stop("a part of it is cut off");
      return part.subarray(at - size, at);
    },
  };
}
