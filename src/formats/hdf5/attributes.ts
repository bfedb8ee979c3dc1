// The attributes of the root group of an HDF5 file, which is where Keras keeps its configuration:
// "HDF5 File Format Specification Version 3.0". Datasets are not read.
import type { ByteSource } from "../bytes/source.ts";
import { bytes, isNowhere, keep, maxText, Stop, uint, type File } from "./file.ts";
import { openHeap } from "./heap.ts";
import { recordsOf } from "./tree.ts";

export interface Hdf5Attributes {
  /** Texts by name. */
  readonly texts: ReadonlyMap<string, string>;
  readonly problems: readonly string[];
}

const signature = Buffer.from("\x89HDF\r\n\x1a\n", "latin1");
const maxMessages = 10_000;
const maxBlocks = 1_000;
/** Objects of heaps that are passed over to find others. */
const maxSteps = 5_000_000;
/** The tree in which attributes are found by their names. */
const nameTree = 8;
/** Messages of an object header. */
const message = { type: 0x03, attribute: 0x0c, more: 0x10, info: 0x15 };

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
    eachMessage(file, root, ({ type, flags, body }) => {
      if (type === message.info) dense(file, body);
      else if (type !== message.attribute) return;
      else if ((flags & 2) === 0) attribute(file, body);
      else file.problems.push("an attribute of it is kept in a way that is not read");
    });
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    problems.push(error.message);
  }
  return { texts, problems };
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
    const file: File = { source, base, wide, long, ...into, messages: 0, kept: 0, steps: 0 };
    if (!old) return { file, root: uint(head, 12 + 3 * wide, wide) };
    // Base, free space, end and driver information, then the entry of the root group.
    const entry = 24 + (version === 1 ? 4 : 0) + 4 * wide;
    return { file, root: uint(head, entry + wide, wide) };
  }
  throw new Stop("it has no superblock");
}

interface Message {
  readonly type: number;
  readonly flags: number;
  readonly body: Buffer;
}

interface Header {
  readonly isNew: boolean;
  readonly isTracked: boolean;
  /** They grow while they are read. */
  readonly blocks: Block[];
}

/** Calls back with each message of an object header. */
function eachMessage(file: File, address: number, use: (found: Message) => void): void {
  const header = openHeader(file, address);
  const { blocks } = header;
  for (let index = 0; index < blocks.length && index < maxBlocks; index++)
    messagesIn(file, { ...header, block: blocks[index]! }, use);
}

function openHeader(file: File, address: number): Header {
  const at = file.base + address;
  const head = bytes(file.source, at, 16);
  if (head.toString("latin1", 0, 4) !== "OHDR") {
    if (head[0] !== 1) throw new Stop("the header of its root group is not known");
    const blocks = [{ at: at + 16, length: head.readUInt32LE(8) }];
    return { isNew: false, isTracked: false, blocks };
  }
  const flags = head[5]!;
  let next = 6;
  if ((flags & 0x20) !== 0) next += 16;
  if ((flags & 0x10) !== 0) next += 4;
  const width = 1 << (flags & 3);
  const length = uint(bytes(file.source, at, next + width), next, width);
  return {
    isNew: true,
    isTracked: (flags & 4) !== 0,
    blocks: [{ at: at + next + width, length }],
  };
}

function messagesIn(
  file: File,
  { isNew, isTracked, blocks, block }: Header & { readonly block: Block },
  use: (found: Message) => void,
): void {
  if (block.length > maxText) throw new Stop("a header in it is too long");
  const all = bytes(file.source, block.at, block.length);
  const headLength = isNew ? (isTracked ? 6 : 4) : 8;
  for (let here = 0; here + headLength <= all.length;) {
    if (file.messages++ > maxMessages) throw new Stop("its root group has too many messages");
    const type = isNew ? all[here]! : all.readUInt16LE(here);
    const size = all.readUInt16LE(here + (isNew ? 1 : 2));
    const flags = all[here + (isNew ? 3 : 4)]!;
    const body = all.subarray(here + headLength, here + headLength + size);
    if (type === message.more) {
      const [from, count] = [uint(body, 0, file.wide), uint(body, file.wide, file.long)];
      // A block of the newer form has a signature before and a checksum behind.
      blocks.push(
        isNew
          ? { at: file.base + from + 4, length: count - 8 }
          : { at: file.base + from, length: count },
      );
    } else use({ type, flags, body });
    here += headLength + size;
  }
}

/** Many attributes, and long ones, are kept in a heap of their own. */
function dense(file: File, body: Buffer): void {
  const { wide } = file;
  const flags = body[1] ?? 0;
  const at = 2 + ((flags & 1) === 0 ? 0 : 2);
  const [heap, names] = [uint(body, at, wide), uint(body, at + wide, wide)];
  if (isNowhere(heap, wide)) return;
  const read = openHeap(file, heap);
  for (const record of recordsOf(file, names, nameTree)) {
    const id = record.subarray(0, 8);
    // Shared by several objects.
    if ((record[8]! & 2) !== 0)
      file.problems.push("an attribute of it is kept in a way that is not read");
    else attribute(file, read(id));
  }
}

/** The type of an attribute that refers to a type with a name. */
function namedType(file: File, reference: Buffer): Buffer {
  const version = reference[0] ?? 0;
  let type: Buffer | undefined;
  if (version === 1 || reference[1] === 2)
    eachMessage(file, uint(reference, version === 1 ? 8 : 2, file.wide), (found) => {
      if (found.type === message.type && (found.flags & 2) === 0) type ??= found.body;
    });
  if (type === undefined) throw new Stop("the type of an attribute of it is not read");
  return type;
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
  const stored = body.subarray(at, at + typeSize);
  const type = version > 1 && (body[1]! & 1) !== 0 ? namedType(file, stored) : stored;
  at += padded(typeSize) + padded(spaceSize);
  if (type.length < 8) return;
  const kind = type[0]! & 0x0f;
  if (kind === 3) {
    const size = type.readUInt32LE(4);
    keep(file, name, body.toString("utf8", at, at + size).replace(/\0[^]*$/, ""));
  } else if (kind === 9 && (type[1]! & 0x0f) === 1) {
    const length = uint(body, at, 4);
    const address = uint(body, at + 4, file.wide);
    const index = uint(body, at + 4 + file.wide, 4);
    keep(file, name, fromHeap(file, { address, index, length }));
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
    if (file.steps++ > maxSteps) throw new Stop("its texts lie in too large a heap");
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
