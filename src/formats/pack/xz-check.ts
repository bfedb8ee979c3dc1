// The checks at the end of a block: The .xz file format 1.2.1, section 3.4.
import { createHash } from "node:crypto";
import { crc32 } from "node:zlib";

/** How long each kind of check is, known or not: section 2.1.1.2. */
export const checkSizes: readonly number[] = [
  0, 4, 4, 4, 8, 8, 8, 16, 16, 16, 32, 32, 32, 64, 64, 64,
];

// CRC-64 of ECMA-182, bits reversed, in two halves and by four bytes at a time.
const low = new Int32Array(4 * 256);
const high = new Int32Array(4 * 256);
for (let byte = 0; byte < 256; byte++) {
  let lo = byte;
  let hi = 0;
  for (let bit = 0; bit < 8; bit++) {
    const carry = -(lo & 1);
    lo = (lo >>> 1) | (hi << 31);
    hi = (hi >>> 1) ^ (carry & 0xc96c5795);
    lo ^= carry & 0xd7870f42;
  }
  low[byte] = lo;
  high[byte] = hi;
}
for (let at = 256; at < 1024; at++) {
  const lo = low[at - 256]!;
  const hi = high[at - 256]!;
  low[at] = ((lo >>> 8) | (hi << 24)) ^ low[lo & 0xff]!;
  high[at] = (hi >>> 8) ^ high[lo & 0xff]!;
}

function crc64(bytes: Buffer): Buffer {
  let lo = -1;
  let hi = -1;
  let at = 0;
  for (const end = bytes.length - 3; at < end; at += 4) {
    const a = (lo & 0xff) ^ bytes[at]!;
    const b = ((lo >>> 8) & 0xff) ^ bytes[at + 1]!;
    const c = ((lo >>> 16) & 0xff) ^ bytes[at + 2]!;
    const d = (lo >>> 24) ^ bytes[at + 3]!;
    lo = hi ^ low[768 + a]! ^ low[512 + b]! ^ low[256 + c]! ^ low[d]!;
    hi = high[768 + a]! ^ high[512 + b]! ^ high[256 + c]! ^ high[d]!;
  }
  for (; at < bytes.length; at++) {
    const index = (lo & 0xff) ^ bytes[at]!;
    lo = ((lo >>> 8) | (hi << 24)) ^ low[index]!;
    hi = (hi >>> 8) ^ high[index]!;
  }
  const sum = Buffer.alloc(8);
  sum.writeInt32LE(~lo, 0);
  sum.writeInt32LE(~hi, 4);
  return sum;
}

function crc32Of(bytes: Buffer): Buffer {
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(crc32(bytes));
  return sum;
}

/** The check of a kind over bytes; undefined for a kind that is not assigned. */
export function checkOf(kind: number, bytes: Buffer): Buffer | undefined {
  if (kind === 0) return Buffer.alloc(0);
  if (kind === 1) return crc32Of(bytes);
  if (kind === 4) return crc64(bytes);
  if (kind === 10) return createHash("sha256").update(bytes).digest();
  return undefined;
}
