// The wire format of Protocol Buffers: https://protobuf.dev/programming-guides/encoding/ . Only places
// and lengths are read; what stands there is read by who asks for it, so that weights never are.
import type { ByteSource } from "../bytes/source.ts";

/** A field of a message. */
export interface WireField {
  readonly number: number;
  /** 0 is a number, 1 and 5 are fixed, 2 is bytes: a text, a message, an array. */
  readonly type: 0 | 1 | 2 | 5;
  /** Of a number; it is exact up to 2^53. */
  readonly value: number;
  /** Where the content of a field of bytes stands. */
  readonly at: number;
  readonly length: number;
}

/** A part of a source that is a message. */
export interface Extent {
  readonly at: number;
  readonly length: number;
}

const windowSize = 4 * 1024;

/**
 * Calls back with each field of a message until the callback says false. False where the message is
 * broken: no field, a length beyond its end.
 */
export function eachField(
  source: ByteSource,
  { at, length }: Extent,
  use: (field: WireField) => boolean | undefined | void,
): boolean {
  const end = at + length;
  if (end > source.size) return false;
  let piece = source.read(at, Math.min(windowSize, length));
  let pieceAt = at;
  let here = at;

  function byte(): number {
    if (here >= end) return -1;
    if (here < pieceAt || here >= pieceAt + piece.length) {
      pieceAt = here;
      piece = source.read(here, Math.min(windowSize, end - here));
      if (piece.length === 0) return -1;
    }
    return piece[here++ - pieceAt]!;
  }

  function varint(): number {
    let value = 0;
    for (let shift = 0; shift < 70; shift += 7) {
      const one = byte();
      if (one < 0) return -1;
      value += (one & 0x7f) * 2 ** shift;
      if (one < 0x80) return value;
    }
    return -1;
  }

  while (here < end) {
    const key = varint();
    if (key < 8) return false;
    const number = Math.floor(key / 8);
    const type = key % 8;
    if (type === 0) {
      const value = varint();
      if (value < 0) return false;
      if (use({ number, type, value, at: here, length: 0 }) === false) return true;
    } else if (type === 1 || type === 5) {
      const width = type === 1 ? 8 : 4;
      if (here + width > end) return false;
      if (use({ number, type, value: 0, at: here, length: width }) === false) return true;
      here += width;
    } else if (type === 2) {
      const size = varint();
      if (size < 0 || here + size > end) return false;
      const field: WireField = { number, type, value: 0, at: here, length: size };
      if (use(field) === false) return true;
      here += size;
    } else return false;
  }
  return true;
}

/** A text that a field holds; of a longer one the beginning. */
export function textAt(source: ByteSource, { at, length }: Extent, limit = 4 * 1024): string {
  return source.read(at, Math.min(length, limit)).toString("utf8");
}
