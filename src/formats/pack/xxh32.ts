// XXH32, the checksum of LZ4 frames: xxHash fast digest algorithm, 0.1.1, section "XXH32".

const prime1 = 0x9e3779b1 | 0;
const prime2 = 0x85ebca77 | 0;
const prime3 = 0xc2b2ae3d | 0;
const prime4 = 0x27d4eb2f;
const prime5 = 0x165667b1;

function turn(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}

function round(sum: number, lane: number): number {
  return Math.imul(turn((sum + Math.imul(lane, prime2)) | 0, 13), prime1);
}

/** The sum of a part of bytes with seed 0. */
export function xxh32(bytes: Buffer, from: number, end: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const length = end - from;
  let at = from;
  let sum = prime5;
  if (length >= 16) {
    let a = (prime1 + prime2) | 0;
    let b = prime2;
    let c = 0;
    let d = -prime1 | 0;
    for (const last = end - 16; at <= last; at += 16) {
      a = round(a, view.getInt32(at, true));
      b = round(b, view.getInt32(at + 4, true));
      c = round(c, view.getInt32(at + 8, true));
      d = round(d, view.getInt32(at + 12, true));
    }
    sum = (turn(a, 1) + turn(b, 7) + turn(c, 12) + turn(d, 18)) | 0;
  }
  sum = (sum + length) | 0;
  for (; at + 4 <= end; at += 4) {
    const lane = Math.imul(view.getInt32(at, true), prime3);
    sum = Math.imul(turn((sum + lane) | 0, 17), prime4);
  }
  for (; at < end; at++) {
    sum = Math.imul(turn((sum + Math.imul(bytes[at]!, prime5)) | 0, 11), prime1);
  }
  sum = Math.imul(sum ^ (sum >>> 15), prime2);
  sum = Math.imul(sum ^ (sum >>> 13), prime3);
  return (sum ^ (sum >>> 16)) >>> 0;
}
