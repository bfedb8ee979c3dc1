// One block of LZ4: LZ4 Block Format Description (lz4 1.10, doc/lz4_Block_format.md).
import { makeRoom } from "./unpacked.ts";
import type { Output } from "./unpacked.ts";

export interface Lz4Block {
  readonly bytes: Buffer;
  readonly at: number;
  readonly end: number;
  /** How much a block may hold: what the frame tells. */
  readonly size: number;
  /** The place in the output that matches may not look past. */
  readonly history: number;
}

/** From here on a call into the engine is quicker than a loop. */
const longCopy = 32;

/** Repeats what lies between `from` and `at` up to `end`: the two may overlap. */
function copyMatch(
  out: Buffer,
  { from, at, end }: { from: number; at: number; end: number },
): void {
  const distance = at - from;
  if (distance === 1) {
    out.fill(out[from]!, at, end);
    return;
  }
  // What was written once can be read the next time, so that each copy may be twice as long.
  let to = at;
  while (to < end) {
    const count = Math.min(to - from, end - to);
    out.copyWithin(to, from, from + count);
    to += count;
  }
}

/** Unpacks a block; what it says is what was wrong. */
export function unpackBlock(block: Lz4Block, output: Output): "done" | "broken" | "limit" {
  const { bytes: src, end, size, history } = block;
  const before = output.used;
  // No byte of a block stands for more than 255, so that a large size alone costs nothing.
  const out = makeRoom(output, Math.min(size, (end - block.at) * 255));
  const stop = Math.min(out.length, before + size);
  // Short copies are of four bytes at once where there is room for up to three too many: what
  // follows writes over them.
  const view = new DataView(out.buffer, out.byteOffset, out.length);
  const source = new DataView(src.buffer, src.byteOffset, src.length);
  let from = block.at;
  let at = before;
  let kind: "done" | "broken" | "limit" = "broken";
  while (from < end) {
    const token = src[from++]!;
    let length = token >>> 4;
    if (length === 15) {
      let more = 255;
      while (more === 255 && from < end) length += more = src[from++]!;
    }
    const isCut = from + length > end;
    if (isCut) length = end - from;
    if (length > stop - at) {
      src.copy(out, at, from, from + stop - at);
      at = stop;
      if (stop === output.limit) kind = "limit";
      break;
    }
    if (length < longCopy && at + length + 4 <= stop && from + length + 4 <= src.length) {
      for (let done = 0; done < length; done += 4) {
        view.setInt32(at + done, source.getInt32(from + done, true), true);
      }
      at += length;
      from += length;
    } else if (length < longCopy) {
      for (const last = from + length; from < last;) out[at++] = src[from++]!;
    } else {
      src.copy(out, at, from, from + length);
      at += length;
      from += length;
    }
    if (isCut) break;
    if (from === end) {
      kind = "done";
      break;
    }
    if (from + 2 > end) break;
    const distance = src[from]! | (src[from + 1]! << 8);
    from += 2;
    length = (token & 15) + 4;
    if (length === 19) {
      let more = 255;
      while (more === 255 && from < end) length += more = src[from++]!;
    }
    if (distance > at - history) break;
    const upTo = Math.min(at + length, stop);
    const isOver = upTo < at + length;
    let back = at - distance;
    // The format forbids a distance of 0, but liblz4 goes on, with zeros for the match.
    if (distance === 0) {
      out.fill(0, at, upTo);
      at = upTo;
    } else if (distance >= 4 && length < longCopy && upTo + 4 <= stop) {
      for (let to = at; to < upTo; to += 4, back += 4)
        view.setInt32(to, view.getInt32(back, true), true);
      at = upTo;
    } else if (length < longCopy) while (at < upTo) out[at++] = out[back++]!;
    else {
      copyMatch(out, { from: back, at, end: upTo });
      at = upTo;
    }
    if (isOver) {
      if (stop === output.limit) kind = "limit";
      break;
    }
  }
  output.used = at;
  return kind;
}
