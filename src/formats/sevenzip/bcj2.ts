// BCJ2 of the LZMA SDK (Bcj2.c): the targets of calls and jumps of x86 lie in streams of their own, and
// a range coder says which of them.

const top = 2 ** 24;

/** Where a target may follow: call, jump, and jumps under a condition. */
function isJump(before: number, byte: number): boolean {
  return (byte & 0xfe) === 0xe8 || (before === 0x0f && (byte & 0xf0) === 0x80);
}

/** Undoes it, for at most so many bytes: what stops it ends what is given. */
export function unpackBcj2(
  [main, calls, jumps, marks]: readonly [Buffer, Buffer, Buffer, Buffer],
  limit: number,
): Buffer {
  const room = main.length + calls.length + jumps.length;
  const out = Buffer.alloc(Math.min(limit, room));
  if (marks.length < 5) return main.subarray(0, 0);
  const probs = new Uint16Array(258).fill(1024);
  let [code, range, markAt] = [marks.readUInt32BE(1), 0xffff_ffff, 5];
  let [at, mainAt, callAt, jumpAt, before] = [0, 0, 0, 0, 0];

  while (at < out.length && mainAt < main.length) {
    const byte = main[mainAt++]!;
    out[at++] = byte;
    if (!isJump(before, byte)) {
      before = byte;
      continue;
    }
    const slot = byte === 0xe8 ? before : byte === 0xe9 ? 256 : 257;
    const prob = probs[slot]!;
    if (range < top) {
      if (markAt >= marks.length) break;
      range *= 256;
      code = (code * 256 + marks[markAt++]!) % 2 ** 32;
    }
    const bound = Math.floor(range / 2048) * prob;
    if (code < bound) {
      range = bound;
      probs[slot] = prob + ((2048 - prob) >> 5);
      before = byte;
      continue;
    }
    range -= bound;
    code -= bound;
    probs[slot] = prob - (prob >> 5);
    const isCall = byte === 0xe8;
    const from = isCall ? calls : jumps;
    const fromAt = isCall ? callAt : jumpAt;
    if (fromAt + 4 > from.length) break;
    const target = (from.readInt32BE(fromAt) - (at + 4)) | 0;
    if (isCall) callAt += 4;
    else jumpAt += 4;
    for (let shift = 0; shift < 32 && at < out.length; shift += 8)
      out[at++] = (target >>> shift) & 0xff;
    before = target >>> 24;
  }
  return out.subarray(0, at);
}
