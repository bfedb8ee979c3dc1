// The attributes of the root group of an HDF5 file, which is where Keras keeps its configuration:
// "HDF5 File Format Specification Version 3.0". Datasets are not read.
import type { ByteSource } from "../bytes/source.ts";

export interface Hdf5Attributes {
  /** Texts by name. */
  readonly texts: ReadonlyMap<string, string>;
  readonly problems: readonly string[];
}

const signature = Buffer.from("\x89HDF\r\n\x1a\n", "latin1");
const maxText = 64 * 1024 * 1024;
const maxMessages = 10_000;
const maxBlocks = 1_000;

class Stop extends Error {}

interface File {
  readonly source: ByteSource;
  /** Where the file begins: a user block may stand before it. */
  readonly base: number;
  /** Bytes of an address, and of a length. */
  readonly wide: number;
  readonly long: number;
  readonly texts: Map<string, string>;
  readonly problems: string[];
  messages: number;
}

/** A part of an object header. */
interface Block {
  readonly at: number;
  readonly length: number;
}

/** Reads them. Total. */
export function readHdf5Attributes(source: ByteSource): Hdf5Attributes {
  const texts = new Map<string, string>();
  const problems: string[] = [];
  try {
    const { file, root } = superblock(source, { texts, problems });
    objectHeader(file, root);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    problems.push(error.message);
  }
  return { texts, problems };
}

function bytes(source: ByteSource, at: number, length: number): Buffer {
  const found = Number.isSafeInteger(at) && at >= 0 ? source.read(at, length) : Buffer.alloc(0);
  if (found.length < length) throw new Stop("a part of it lies behind its end");
  return found;
}

function uint(buffer: Buffer, at: number, width: number): number {
  if (at + width > buffer.length) throw new Stop("a number in it is cut off");
  if (width === 8) {
    const value = buffer.readBigUInt64LE(at);
    return value > BigInt(Number.MAX_SAFE_INTEGER) ? Number.POSITIVE_INFINITY : Number(value);
  }
  return buffer.readUIntLE(at, width);
}

function superblock(
  source: ByteSource,
  into: Pick<File, "texts" | "problems">,
): { readonly file: File; readonly root: number } {
  for (const base of [0, 512, 1024, 2048]) {
    const head = source.read(base, 128);
    if (head.length < 48 || !head.subarray(0, 8).equals(signature)) continue;
    const version = head[8]!;
    const old = version < 2;
    const [wide, long] = old ? [head[13]!, head[14]!] : [head[9]!, head[10]!];
    if (![2, 4, 8].includes(wide) || ![2, 4, 8].includes(long))
      throw new Stop("its addresses have an odd width");
    const file: File = { source, base, wide, long, ...into, messages: 0 };
    if (!old) return { file, root: uint(head, 12 + 3 * wide, wide) };
    // Base, free space, end and driver information, then the entry of the root group.
    const entry = 24 + (version === 1 ? 4 : 0) + 4 * wide;
    return { file, root: uint(head, entry + wide, wide) };
  }
  throw new Stop("it has no superblock");
}

function objectHeader(file: File, address: number): void {
  const at = file.base + address;
  const head = bytes(file.source, at, 16);
  const blocks: Block[] = [];
  const isNew = head.toString("latin1", 0, 4) === "OHDR";
  let tracked = false;
  if (isNew) {
    const flags = head[5]!;
    tracked = (flags & 4) !== 0;
    let next = 6;
    if ((flags & 0x20) !== 0) next += 16;
    if ((flags & 0x10) !== 0) next += 4;
    const width = 1 << (flags & 3);
    const size = uint(bytes(file.source, at, next + width), next, width);
    blocks.push({ at: at + next + width, length: size });
  } else {
    if (head[0] !== 1) throw new Stop("the header of its root group is not known");
    blocks.push({ at: at + 16, length: head.readUInt32LE(8) });
  }
  for (let index = 0; index < blocks.length && index < maxBlocks; index++)
    messagesIn(file, blocks[index]!, { isNew, tracked, blocks });
}

function messagesIn(
  file: File,
  { at, length }: Block,
  {
    isNew,
    tracked,
    blocks,
  }: { readonly isNew: boolean; readonly tracked: boolean; readonly blocks: Block[] },
): void {
  if (length > maxText) throw new Stop("a header in it is too long");
  const block = bytes(file.source, at, length);
  const headLength = isNew ? (tracked ? 6 : 4) : 8;
  for (let here = 0; here + headLength <= block.length;) {
    if (file.messages++ > maxMessages) throw new Stop("its root group has too many messages");
    const type = isNew ? block[here]! : block.readUInt16LE(here);
    const size = block.readUInt16LE(here + (isNew ? 1 : 2));
    const body = block.subarray(here + headLength, here + headLength + size);
    if (type === 0x0c) attribute(file, body);
    else if (type === 0x15) info(file, body);
    else if (type === 0x10) {
      const [from, count] = [uint(body, 0, file.wide), uint(body, file.wide, file.long)];
      // A block of the newer form has a signature before and a checksum behind.
      blocks.push(
        isNew
          ? { at: file.base + from + 4, length: count - 8 }
          : { at: file.base + from, length: count },
      );
    }
    here += headLength + size;
  }
}

/** Many attributes are kept in a heap of their own, which is not read. */
function info(file: File, body: Buffer): void {
  const flags = body[1] ?? 0;
  const at = 2 + ((flags & 1) === 0 ? 0 : 2);
  const address = uint(body, at, file.wide);
  const none = file.wide === 8 ? Number.POSITIVE_INFINITY : 2 ** (8 * file.wide) - 1;
  if (address !== none) file.problems.push("its attributes are kept in a way that is not read");
}

function attribute(file: File, body: Buffer): void {
  const version = body[0] ?? 0;
  if (version < 1 || version > 3) return;
  const nameSize = uint(body, 2, 2);
  const typeSize = uint(body, 4, 2);
  const spaceSize = uint(body, 6, 2);
  const padded = (size: number): number => (version === 1 ? Math.ceil(size / 8) * 8 : size);
  let at = version === 3 ? 9 : 8;
  const name = body.toString("utf8", at, at + nameSize).replace(/\0[^]*$/, "");
  at += padded(nameSize);
  const type = body.subarray(at, at + typeSize);
  at += padded(typeSize) + padded(spaceSize);
  if (type.length < 8) return;
  const kind = type[0]! & 0x0f;
  if (kind === 3) {
    const size = type.readUInt32LE(4);
    file.texts.set(name, body.toString("utf8", at, at + size).replace(/\0[^]*$/, ""));
  } else if (kind === 9 && (type[1]! & 0x0f) === 1) {
    const length = uint(body, at, 4);
    const address = uint(body, at + 4, file.wide);
    const index = uint(body, at + 4 + file.wide, 4);
    file.texts.set(name, fromHeap(file, { address, index, length }));
  }
}

/** A text of the global heap. */
function fromHeap(
  file: File,
  {
    address,
    index,
    length,
  }: { readonly address: number; readonly index: number; readonly length: number },
): string {
  const at = file.base + address;
  const head = bytes(file.source, at, 8 + file.long);
  if (head.toString("latin1", 0, 4) !== "GCOL") throw new Stop("a text of it lies in no heap");
  const size = uint(head, 8, file.long);
  for (let here = 8 + file.long; here + 8 + file.long <= size;) {
    const entry = bytes(file.source, at + here, 8 + file.long);
    const number = entry.readUInt16LE(0);
    const stored = uint(entry, 8, file.long);
    if (number === 0 || stored > size) break;
    if (number === index)
      return bytes(
        file.source,
        at + here + 8 + file.long,
        Math.min(stored, length, maxText),
      ).toString("utf8");
    here += 8 + file.long + Math.ceil(stored / 8) * 8;
  }
  throw new Stop("a text of it is not in its heap");
}
