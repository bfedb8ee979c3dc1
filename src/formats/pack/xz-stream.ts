// One stream of The .xz file format 1.2.1: a header, blocks, an index of them, and a footer.
import { crc32 } from "node:zlib";
import { readLzma2 } from "./lzma2.ts";
import { broken, truncated, unknownMethod } from "./unpacked.ts";
import { checkOf, checkSizes } from "./xz-check.ts";
import { filterName, isKnownFilter, lzma2Id, undoFilter } from "./xz-filters.ts";
import type { LzmaState } from "./lzma-engine.ts";
import type { StreamEnding } from "./streams.ts";
import type { Output, PackProblem } from "./unpacked.ts";
import type { Filter } from "./xz-filters.ts";

export interface XzReader {
  readonly output: Output;
  readonly lzma: LzmaState;
  /** Something that was not checked, but did not end the reading. */
  doubt?: PackProblem;
}

export function newXzReader(output: Output, lzma: LzmaState): XzReader {
  return { output, lzma };
}

/** Whether a stream begins there: section 2.1.1.1. */
export function isXzAt(bytes: Buffer, at: number): boolean {
  return bytes.toString("latin1", at, at + 6) === "\xfd7zXZ\0";
}

/** Whether the CRC-32 at `end` is that of the bytes before it. */
function hasSum(bytes: Buffer, from: number, end: number): boolean {
  return crc32(bytes.subarray(from, end)) === bytes.readUInt32LE(end);
}

interface VarInt {
  readonly value: number;
  readonly at: number;
}

/** Section 1.2. Past 2^53 a size is only very large here, and never equal to a real one. */
function varInt(bytes: Buffer, from: number, end: number): VarInt | undefined {
  let value = 0;
  for (let at = from, scale = 1; at < end && at < from + 9; at++, scale *= 128) {
    const byte = bytes[at]!;
    value += (byte & 0x7f) * scale;
    if (byte < 0x80) return byte === 0 && at > from ? undefined : { value, at: at + 1 };
  }
  return undefined;
}

function fourfold(size: number): number {
  return Math.ceil(size / 4) * 4;
}

function isZeros(bytes: Buffer, from: number, end: number): boolean {
  for (let at = from; at < end; at++) if (bytes[at] !== 0) return false;
  return true;
}

interface BlockHeader {
  readonly size: number;
  readonly packed?: number;
  readonly unpacked?: number;
  readonly filters: readonly Filter[];
}

/** Section 3.1. The caller knows that all of it is there. */
function blockHeader(bytes: Buffer, from: number, size: number): BlockHeader | PackProblem {
  const wrong = broken(`the header of the block at byte ${from} is broken`);
  const end = from + size - 4;
  const flags = bytes[from + 1]!;
  if (!hasSum(bytes, from, end) || (flags & 0x3c) !== 0) return wrong;
  let at = from + 2;
  const sizes: (number | undefined)[] = [];
  for (const flag of [0x40, 0x80]) {
    const told = (flags & flag) === 0 ? undefined : varInt(bytes, at, end);
    if ((flags & flag) !== 0 && told === undefined) return wrong;
    at = told?.at ?? at;
    sizes.push(told?.value);
  }
  const filters: Filter[] = [];
  while (filters.length <= (flags & 3)) {
    const id = varInt(bytes, at, end);
    const length = id && varInt(bytes, id.at, end);
    if (!length || length.at + length.value > end) return wrong;
    at = length.at + length.value;
    filters.push({ id: id.value, properties: bytes.subarray(length.at, at) });
  }
  return isZeros(bytes, at, end) ? { size, packed: sizes[0], unpacked: sizes[1], filters } : wrong;
}

/** Why a chain of filters cannot be undone. */
function chainProblem(filters: readonly Filter[]): PackProblem | undefined {
  const last = filters.at(-1)!;
  const isLzma2 = last.id === lzma2Id && last.properties.length === 1 && last.properties[0]! <= 40;
  const unknown = isLzma2 ? filters.slice(0, -1).find((filter) => !isKnownFilter(filter)) : last;
  return unknown && unknownMethod(`its filter ${filterName(unknown.id)} is not undone`);
}

/** What the index must say of a block: section 4.3. */
interface BlockSizes {
  readonly unpadded: number;
  readonly unpacked: number;
}

interface BlockEnding extends StreamEnding {
  readonly sizes?: BlockSizes;
}

interface Place {
  readonly bytes: Buffer;
  readonly at: number;
  /** The kind of check of the stream. */
  readonly check: number;
}

/** Sections 3.2 to 3.4. */
function readBlock(reader: XzReader, place: Place): BlockEnding {
  const { bytes, at: from, check } = place;
  const size = (bytes[from]! + 1) * 4;
  if (from + size > bytes.length) return { at: from, problem: truncated("the header of a block") };
  const header = blockHeader(bytes, from, size);
  if ("kind" in header) return { at: from, problem: header };
  const unknown = chainProblem(header.filters);
  if (unknown) return { at: from, problem: unknown };

  const { output, lzma } = reader;
  const written = output.used;
  const ending = readLzma2(lzma, { bytes, at: from + size }, output);
  const made = output.bytes.subarray(written, output.used);
  let settled = made.length;
  for (const filter of header.filters.slice(0, -1).reverse()) {
    settled = Math.min(settled, undoFilter(filter, made));
  }
  if (ending.problem) {
    // As liblzma, which holds these bytes back.
    output.used = written + settled;
    return ending;
  }

  const packed = ending.at - from - size;
  const checkFrom = from + fourfold(ending.at - from);
  const at = checkFrom + checkSizes[check]!;
  const sizes = { unpadded: size + packed + checkSizes[check]!, unpacked: made.length };
  const wrong = (message: string) => ({ at, problem: broken(message) });
  if ((header.packed ?? packed) !== packed || (header.unpacked ?? made.length) !== made.length) {
    return wrong(`the block at byte ${from} is not as long as its header tells`);
  }
  if (at > bytes.length) return { at: bytes.length, problem: truncated("the check of a block") };
  if (!isZeros(bytes, ending.at, checkFrom)) return wrong(`the padding of a block is not zero`);
  const sum = checkOf(check, made);
  if (sum === undefined) {
    reader.doubt ??= unknownMethod(`its check is of kind ${check}, and was not made`);
  } else if (!sum.equals(bytes.subarray(checkFrom, at))) {
    return wrong(`the check of the block at byte ${from} does not fit`);
  }
  return { at, sizes };
}

/** Section 4: the sizes of all blocks once more. */
function readIndex({ bytes, at: from }: Place, blocks: readonly BlockSizes[]): StreamEnding {
  const missing = { at: from, problem: truncated("the index") };
  const wrong = { at: from, problem: broken("the index is not that of the blocks") };
  const count = varInt(bytes, from + 1, bytes.length);
  if (!count) return bytes.length - from < 10 ? missing : wrong;
  if (count.value !== blocks.length) return wrong;
  let { at } = count;
  for (const { unpadded, unpacked } of blocks) {
    const first = varInt(bytes, at, bytes.length);
    const second = first && varInt(bytes, first.at, bytes.length);
    if (!second) return bytes.length - at < 18 ? missing : wrong;
    if (first.value !== unpadded || second.value !== unpacked) return wrong;
    ({ at } = second);
  }
  const end = from + fourfold(at - from);
  if (end + 4 > bytes.length) return missing;
  return isZeros(bytes, at, end) && hasSum(bytes, from, end) ? { at: end + 4 } : wrong;
}

/** Section 2.1.2: the size of the index and the flags of the header once more. */
function readFooter({ bytes, at, check }: Place, indexSize: number): StreamEnding {
  if (at + 12 > bytes.length) return { at, problem: truncated("the footer") };
  const isRight =
    crc32(bytes.subarray(at + 4, at + 10)) === bytes.readUInt32LE(at) &&
    (bytes.readUInt32LE(at + 4) + 1) * 4 === indexSize &&
    bytes[at + 8] === 0 &&
    bytes[at + 9] === check &&
    bytes.toString("latin1", at + 10, at + 12) === "YZ";
  return isRight ? { at: at + 12 } : { at, problem: broken("the footer is broken") };
}

/** Unpacks the stream that begins at a byte. */
export function readXz(reader: XzReader, bytes: Buffer, from: number): StreamEnding {
  if (from + 12 > bytes.length) return { at: from, problem: truncated("the header of xz") };
  const check = bytes[from + 7]!;
  if (!hasSum(bytes, from + 6, from + 8)) {
    return { at: from, problem: broken("the header of xz is broken") };
  }
  if (bytes[from + 6] !== 0 || check > 15) {
    return { at: from, problem: unknownMethod("its xz flags are of a later version") };
  }
  const blocks: BlockSizes[] = [];
  let at = from + 12;
  for (;;) {
    if (at >= bytes.length) return { at, problem: truncated("the xz stream") };
    if (bytes[at] === 0) break;
    const block: BlockEnding = readBlock(reader, { bytes, at, check });
    if (!block.sizes) return block;
    blocks.push(block.sizes);
    ({ at } = block);
  }
  const index = readIndex({ bytes, at, check }, blocks);
  if (index.problem) return index;
  return readFooter({ bytes, at: index.at, check }, index.at - at);
}
