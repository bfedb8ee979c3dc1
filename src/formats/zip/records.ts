// The records of a ZIP file as they are written: APPNOTE.TXT 6.3.10, sections 4.3 and 4.5.
import { crc32 } from "node:zlib";
import type { ByteSource } from "../bytes/source.ts";
import { nameOf, textOf } from "./names.ts";

export const localSignature = 0x04034b50;
export const centralSignature = 0x02014b50;
export const end64Signature = 0x06064b50;
export const locatorSignature = 0x07064b50;
export const localSize = 30;
const centralSize = 46;

/** A field of 32 bits with this value is told in 64 bits elsewhere. */
export const saturated = 0xffffffff;

/** What local header and directory both say of a member. */
export interface Header {
  /** Its name as bytes, which is what PyTorch compares. */
  readonly raw: Buffer;
  readonly name: string;
  readonly version: number;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

/** An entry of a directory. */
export interface CentralHeader extends Header {
  /** Where its local header is, before anything is added to it. */
  readonly offset: number;
  /** External attributes: the upper half are those of Unix. */
  readonly attributes: number;
  /** Why Python's zipfile refuses its extra fields. */
  readonly brokenExtra?: string;
  /** Another name, by which Python's zipfile (since 3.12) calls it: extra field 0x7075. */
  readonly otherName?: string;
}

/** The header before a member's data. */
export interface LocalHeader extends Header {
  readonly at: number;
  readonly dataAt: number;
}

/** Bytes of a source, which has none before its start and none after its end. */
export function readAt(source: ByteSource, at: number, length: number): Buffer {
  if (at < 0 || at >= source.size || length <= 0) return Buffer.alloc(0);
  return source.read(at, Math.min(length, source.size - at));
}

/** A number of 64 bits; one too large to count with is beyond the end of every file. */
export function readWide(bytes: Buffer, at: number): number {
  return Math.min(Number(bytes.readBigUInt64LE(at)), Number.MAX_SAFE_INTEGER / 4);
}

/** Sizes and offset of a member. */
export interface Extent {
  readonly size: number;
  readonly packed: number;
  readonly offset: number;
}

/** Sizes and offset of a member, where 32 bits are too few for them: 4.5.3. */
export function widen(extra: Buffer, narrow: Extent): Extent {
  const values = { ...narrow };
  for (let at = 0; at + 4 <= extra.length;) {
    const length = extra.readUInt16LE(at + 2);
    if (extra.readUInt16LE(at) === 1) {
      let next = at + 4;
      for (const key of ["size", "packed", "offset"] as const) {
        if (values[key] !== saturated || next + 8 > at + 4 + length || next + 8 > extra.length)
          continue;
        values[key] = readWide(extra, next);
        next += 8;
      }
      break;
    }
    at += 4 + length;
  }
  return values;
}

/** Why Python's `ZipInfo._decodeExtra` raises; miniz looks at extra fields only for 64-bit sizes. */
function whyExtraBroken(extra: Buffer, narrow: Extent): string | undefined {
  const wanted = [narrow.size, narrow.packed, narrow.offset].filter((value) => value === saturated);
  for (let at = 0; at + 4 <= extra.length;) {
    const tag = extra.readUInt16LE(at);
    const length = extra.readUInt16LE(at + 2);
    if (at + 4 + length > extra.length)
      return `extra field 0x${tag.toString(16)} is longer than all of them`;
    if (tag === 1 && length < 8 * wanted.length) return "its 64-bit sizes are missing";
    at += 4 + length;
  }
  return undefined;
}

/** The name in a Unicode Path field whose checksum fits: 4.6.9. */
function unicodePath(extra: Buffer, raw: Buffer): string | undefined {
  for (let at = 0; at + 4 <= extra.length;) {
    const length = extra.readUInt16LE(at + 2);
    const field = extra.subarray(at + 4, at + 4 + length);
    if (extra.readUInt16LE(at) === 0x7075 && field.length > 5)
      if (field[0] === 1 && field.readUInt32LE(1) === crc32(raw)) return textOf(field.subarray(5));
    at += 4 + length;
  }
  return undefined;
}

/**
 * The entry at an offset of a directory, and where the next one is; undefined where there is none. One
 * that ends after the directory is read all the same: Python takes what there is, and miniz refuses it.
 */
export function readCentral(
  bytes: Buffer,
  at: number,
): { readonly entry: CentralHeader; readonly next: number } | undefined {
  if (at + centralSize > bytes.length || bytes.readUInt32LE(at) !== centralSignature)
    return undefined;
  const nameEnd = at + centralSize + bytes.readUInt16LE(at + 28);
  const extraEnd = nameEnd + bytes.readUInt16LE(at + 30);
  const next = extraEnd + bytes.readUInt16LE(at + 32);
  const raw = bytes.subarray(at + centralSize, nameEnd);
  const extra = bytes.subarray(nameEnd, extraEnd);
  const narrow = {
    packed: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    offset: bytes.readUInt32LE(at + 42),
  };
  const entry: CentralHeader = {
    ...widen(extra, narrow),
    raw,
    name: nameOf(raw),
    version: bytes[at + 6]!,
    flags: bytes.readUInt16LE(at + 8),
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    attributes: bytes.readUInt32LE(at + 38),
    brokenExtra: whyExtraBroken(extra, narrow),
    otherName: unicodePath(extra, raw),
  };
  return { entry, next };
}

/** The local header at a place; undefined where there is none. */
export function readLocal(source: ByteSource, at: number): LocalHeader | undefined {
  // Most names and extra fields are short: one read for all. PyTorch's fill up to 64 bytes.
  let bytes = readAt(source, at, localSize + 226);
  if (bytes.length < localSize || bytes.readUInt32LE(0) !== localSignature) return undefined;
  const nameEnd = localSize + bytes.readUInt16LE(26);
  const length = nameEnd + bytes.readUInt16LE(28);
  if (length > bytes.length) bytes = readAt(source, at, length);
  // A source that shrinks while it is read.
  if (bytes.length < localSize) return undefined;
  const raw = bytes.subarray(localSize, nameEnd);
  const narrow = { packed: bytes.readUInt32LE(18), size: bytes.readUInt32LE(22), offset: 0 };
  const { packed, size } = widen(bytes.subarray(nameEnd, length), narrow);
  return {
    raw,
    name: nameOf(raw),
    version: bytes[4]!,
    flags: bytes.readUInt16LE(6),
    method: bytes.readUInt16LE(8),
    crc: bytes.readUInt32LE(14),
    packed,
    size,
    at,
    dataAt: at + length,
  };
}
