// The bzip2 format. It has no specification of its own; this follows libbz2 1.0.8 (decompress.c)
// and "BZIP2: Format Specification" (Joe Tsai, 2016), also in what libbz2 lets pass.
import { readBlock } from "./bzip2-block.ts";
import { crcOf, undoBlock } from "./bzip2-undo.ts";
import { broken, limitReached, newOutput, truncated, unpackedOf } from "./unpacked.ts";
import type { BlockRead } from "./bzip2-block.ts";
import type { Output, PackProblem, Unpacked } from "./unpacked.ts";

const blockMagic = 0x3141_5926_5359;
const endMagic = 0x1772_4538_5090;
const what = "the bzip2 stream";

interface Reader {
  readonly bytes: Buffer;
  readonly output: Output;
  /** A block of the largest kind, 3.6 MB: as much as each block may need anew. */
  readonly block: Int32Array;
}

interface Ending {
  /** In bits. */
  readonly at: number;
  readonly problem?: PackProblem;
}

/** So many bits, at most 48, from a place that the caller knows to be there. */
function bitsAt(bytes: Buffer, at: number, count: number): number {
  let value = 0;
  for (let bit = at; bit < at + count; bit++) {
    value = value * 2 + ((bytes[bit >>> 3]! >> (7 - (bit & 7))) & 1);
  }
  return value;
}

/** The size of a block in a stream that begins there, in units of 100,000 bytes. */
function levelAt(bytes: Buffer, at: number): number | undefined {
  const level = bytes[at + 3]! - 0x30;
  const isStream = bytes.toString("latin1", at, at + 3) === "BZh" && level >= 1 && level <= 9;
  return isStream ? level : undefined;
}

function blockProblem(read: BlockRead, at: number): PackProblem | undefined {
  if (read.kind === "truncated") return truncated(what);
  if (read.kind === "broken") return broken(`the block at byte ${at >>> 3} is broken`);
  return undefined;
}

/** Unpacks a stream from behind its first four bytes. */
function readStream({ bytes, output, block }: Reader, from: number, level: number): Ending {
  const end = bytes.length * 8;
  let at = from;
  let sums = 0;
  for (;;) {
    if (at + 80 > end) return { at, problem: truncated(what) };
    const magic = bitsAt(bytes, at, 48);
    const sum = bitsAt(bytes, at + 48, 32) | 0;
    if (magic === endMagic) {
      if (sum === sums) return { at: at + 80 };
      return { at, problem: broken("the checksum of the stream does not fit") };
    }
    if (magic !== blockMagic) {
      return { at, problem: broken(`no block begins at byte ${at >>> 3}`) };
    }
    const read = readBlock({ bytes, at: at + 80, size: level * 100_000 }, block);
    const problem = blockProblem(read, at);
    if (problem) return { at, problem };
    const written = output.used;
    if (!undoBlock(read, block, output)) return { at, problem: limitReached(output) };
    if (crcOf(output.bytes, written, output.used) !== sum) {
      return { at, problem: broken(`the checksum of the block at byte ${at >>> 3} does not fit`) };
    }
    sums = ((sums << 1) | (sums >>> 31)) ^ sum;
    ({ at } = read);
  }
}

/** The block that is worked on, 3.6 MB: kept, since thousands of files may be packed so. */
let kept: Int32Array | undefined;

/**
 * Unpacks one bzip2 stream after the other. What follows the last one and begins none is left out,
 * as Python and bzip2 do. Total.
 */
export function unpackBzip2(bytes: Buffer, limit: number): Unpacked {
  const output = newOutput(limit);
  let level = levelAt(bytes, 0);
  if (level === undefined) {
    const isCut = bytes.length < 4;
    return unpackedOf(output, isCut ? truncated(what) : broken("it is not bzip2"));
  }
  kept ??= new Int32Array(900_000);
  const reader: Reader = { bytes, output, block: kept };
  let at = 0;
  while (level !== undefined) {
    const ending: Ending = readStream(reader, (at + 4) * 8, level);
    if (ending.problem) return unpackedOf(output, ending.problem);
    at = Math.ceil(ending.at / 8);
    level = levelAt(bytes, at);
  }
  return unpackedOf(output);
}
