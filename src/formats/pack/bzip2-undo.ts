// The last steps of a bzip2 block: the Burrows-Wheeler transform undone, then the runs, and the
// checksum over what comes out (decompress.c, bzlib.c and crctable.c of libbz2).
import { randomSteps } from "./bzip2-random.ts";
import { makeRoom } from "./unpacked.ts";
import type { BlockRead } from "./bzip2-block.ts";
import type { Output } from "./unpacked.ts";

// CRC-32 of IEEE 802.3 with the highest bit first, by four bytes at a time.
const crcTable = new Int32Array(4 * 256);
for (let byte = 0; byte < 256; byte++) {
  let crc = byte << 24;
  for (let bit = 0; bit < 8; bit++) crc = (crc << 1) ^ ((crc >> 31) & 0x04c1_1db7);
  crcTable[byte] = crc;
}
for (let at = 256; at < 1024; at++) {
  const before = crcTable[at - 256]!;
  crcTable[at] = (before << 8) ^ crcTable[before >>> 24]!;
}

/** The checksum of a part of bytes, as a signed number. */
export function crcOf(bytes: Buffer, from: number, end: number): number {
  let crc = -1;
  let at = from;
  for (const last = end - 3; at < last; at += 4) {
    crc =
      crcTable[768 + ((crc >>> 24) ^ bytes[at]!)]! ^
      crcTable[512 + (((crc >>> 16) & 0xff) ^ bytes[at + 1]!)]! ^
      crcTable[256 + (((crc >>> 8) & 0xff) ^ bytes[at + 2]!)]! ^
      crcTable[(crc & 0xff) ^ bytes[at + 3]!]!;
  }
  for (; at < end; at++) crc = (crc << 8) ^ crcTable[(crc >>> 24) ^ bytes[at]!]!;
  return ~crc;
}

/** Into each place's upper bits goes the place of the byte that comes after it. */
function link(block: Int32Array, count: number): void {
  const places = new Int32Array(256);
  for (let at = 0; at < count; at++) places[block[at]! & 0xff]!++;
  let sum = 0;
  for (let byte = 0; byte < 256; byte++) {
    const next = sum + places[byte]!;
    places[byte] = sum;
    sum = next;
  }
  for (let at = 0; at < count; at++) {
    const byte = block[at]! & 0xff;
    const place = places[byte]!;
    places[byte] = place + 1;
    block[place] = block[place]! | (at << 8);
  }
}

/** Which bytes of a scrambled block are to be changed: those where it comes to 1. */
function unscramble(): () => number {
  let step = 0;
  let left = 0;
  return () => {
    if (left === 0) {
      left = randomSteps[step]!;
      step = (step + 1) % randomSteps.length;
    }
    left--;
    return left === 1 ? 1 : 0;
  };
}

/** Writes what a block stands for; false where the limit cut it. */
export function undoBlock(read: BlockRead, block: Int32Array, output: Output): boolean {
  const { count, origin, isRandom } = read;
  link(block, count);
  const scrambled = isRandom ? unscramble() : undefined;
  let out = makeRoom(output, count);
  let at = output.used;
  let next = block[origin]! >>> 8;
  let before = -1;
  let same = 0;
  for (let left = count; left > 0; left--) {
    const entry = block[next]!;
    next = entry >>> 8;
    let byte = entry & 0xff;
    if (scrambled) byte ^= scrambled();
    if (same === 4) {
      // After four of the same there is a number of how many more.
      if (at + byte > out.length) {
        output.used = at;
        out = makeRoom(output, byte);
      }
      const end = Math.min(at + byte, out.length);
      out.fill(before, at, end);
      same = 0;
      if (end < at + byte) {
        output.used = end;
        return false;
      }
      at = end;
      continue;
    }
    if (byte === before) same++;
    else {
      before = byte;
      same = 1;
    }
    if (at >= out.length) {
      output.used = at;
      out = makeRoom(output, 1);
      if (at >= out.length) return false;
    }
    out[at++] = byte;
  }
  output.used = at;
  return true;
}
