// The LZ4 frame format: LZ4 Frame Format Description 1.6.4 (lz4 1.10, doc/lz4_Frame_format.md), as
// python-lz4 writes it for joblib. Left out: the legacy frame, which liblz4 does not read either,
// and dictionaries, which no file carries.
import { unpackBlock } from "./lz4-block.ts";
import {
  broken,
  limitReached,
  newOutput,
  truncated,
  unknownMethod,
  unpackedOf,
  writeBytes,
} from "./unpacked.ts";
import { xxh32 } from "./xxh32.ts";
import type { Output, PackProblem, Unpacked } from "./unpacked.ts";

const frameMagic = 0x184d_2204;
const legacyMagic = 0x184c_2102;
/** The last four bits of it may be any. */
const skippableMagic = 0x184d_2a50;

interface Ending {
  readonly at: number;
  readonly problem?: PackProblem;
}

interface Frame {
  readonly areLinked: boolean;
  readonly haveSums: boolean;
  readonly hasSum: boolean;
  readonly size?: number;
  readonly maxBlock: number;
  /** The first byte behind the descriptor. */
  readonly at: number;
}

/** Section "Frame Descriptor". */
function frameAt(bytes: Buffer, from: number): Frame | PackProblem {
  if (from + 3 > bytes.length) return truncated("the header of LZ4");
  const flags = bytes[from]!;
  const sizeBits = (bytes[from + 1]! >> 4) & 7;
  const hasSize = (flags & 8) !== 0;
  const end = from + 2 + (hasSize ? 8 : 0) + ((flags & 1) === 0 ? 0 : 4);
  if (end + 1 > bytes.length) return truncated("the header of LZ4");
  if (((xxh32(bytes, from, end) >>> 8) & 0xff) !== bytes[end]!) {
    return broken("the header of LZ4 is broken");
  }
  if (flags >> 6 !== 1 || (flags & 2) !== 0 || (bytes[from + 1]! & 0x8f) !== 0 || sizeBits < 4) {
    return unknownMethod("its LZ4 flags are of a later version");
  }
  return {
    areLinked: (flags & 0x20) === 0,
    haveSums: (flags & 0x10) !== 0,
    hasSum: (flags & 4) !== 0,
    size: hasSize ? Number(bytes.readBigUInt64LE(from + 2)) : undefined,
    maxBlock: 1 << (8 + 2 * sizeBits),
    at: end + 1,
  };
}

interface Place {
  readonly bytes: Buffer;
  readonly at: number;
  /** Where in the output the frame begins. */
  readonly from: number;
}

/** Section "Data Blocks", without the mark at the end. */
function readBlock(frame: Frame, { bytes, at, from }: Place, output: Output): Ending {
  const head = bytes.readUInt32LE(at);
  const isStored = head >= 0x8000_0000;
  const size = head % 0x8000_0000;
  const begin = at + 4;
  const told = begin + size;
  const wrong = { at, problem: broken(`the block at byte ${at} is broken`) };
  if (size > frame.maxBlock) return wrong;
  const end = Math.min(told, bytes.length);
  if (isStored) {
    const isWhole = writeBytes(output, bytes.subarray(begin, end));
    if (!isWhole) return { at, problem: limitReached(output) };
  } else {
    const history = frame.areLinked ? from : output.used;
    const block = { bytes, at: begin, end, size: frame.maxBlock, history };
    const kind = unpackBlock(block, output);
    if (kind === "limit") return { at, problem: limitReached(output) };
    if (kind === "broken" && end === told) return wrong;
  }
  const next = told + (frame.haveSums ? 4 : 0);
  if (next > bytes.length) return { at, problem: truncated("an LZ4 block") };
  if (frame.haveSums && xxh32(bytes, begin, told) !== bytes.readUInt32LE(told)) {
    return { at, problem: broken(`the checksum of the block at byte ${at} does not fit`) };
  }
  return { at: next };
}

/** Unpacks a frame from behind its magic. */
function readFrame(bytes: Buffer, start: number, output: Output): Ending {
  const frame = frameAt(bytes, start);
  if ("kind" in frame) return { at: start, problem: frame };
  const from = output.used;
  let { at } = frame;
  for (;;) {
    if (at + 4 > bytes.length) return { at, problem: truncated("the LZ4 frame") };
    if (bytes.readInt32LE(at) === 0) break;
    const block = readBlock(frame, { bytes, at, from }, output);
    if (block.problem) return block;
    ({ at } = block);
  }
  at += 4;
  const written = output.used - from;
  if (frame.size !== undefined && frame.size !== written) {
    return { at, problem: broken(`the LZ4 frame tells ${frame.size} bytes and has ${written}`) };
  }
  if (!frame.hasSum) return { at };
  if (at + 4 > bytes.length) return { at, problem: truncated("the LZ4 frame") };
  if (xxh32(output.bytes, from, output.used) !== bytes.readUInt32LE(at)) {
    return { at, problem: broken("the checksum of the LZ4 frame does not fit") };
  }
  return { at: at + 4 };
}

/** Unpacks what begins at a byte: a frame, or one to skip. */
function readNext(bytes: Buffer, at: number, output: Output): Ending {
  if (at + 4 > bytes.length) return { at, problem: truncated("the LZ4 stream") };
  const magic = bytes.readUInt32LE(at);
  if (magic === frameMagic) return readFrame(bytes, at + 4, output);
  if (magic === legacyMagic) {
    return { at, problem: unknownMethod("it is a legacy frame of LZ4, which is not unpacked") };
  }
  if ((magic & ~15) >>> 0 !== skippableMagic) {
    return { at, problem: broken(`no LZ4 frame begins at byte ${at}`) };
  }
  const next = at + 8 <= bytes.length ? at + 8 + bytes.readUInt32LE(at + 4) : Infinity;
  return next <= bytes.length
    ? { at: next }
    : { at, problem: truncated("a frame of LZ4 to be skipped") };
}

/** Unpacks one LZ4 frame after the other. Total. */
export function unpackLz4(bytes: Buffer, limit: number): Unpacked {
  const output = newOutput(limit);
  let at = 0;
  do {
    const ending = readNext(bytes, at, output);
    if (ending.problem) return unpackedOf(output, ending.problem);
    ({ at } = ending);
  } while (at < bytes.length);
  return unpackedOf(output);
}
