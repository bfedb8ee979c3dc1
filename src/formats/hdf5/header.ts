// Headers of objects: "HDF5 File Format Specification Version 3.0", IV.A.
import type { ByteSource } from "../bytes/source.ts";
import { bytes, maxText, Stop, uint, type File } from "./file.ts";

const signature = Buffer.from("\x89HDF\r\n\x1a\n", "latin1");
const maxMessages = 10_000;
const maxBlocks = 1_000;
/** The message that says where the header goes on. */
const continuation = 0x10;

/** A part of an object header. */
interface Block {
  readonly at: number;
  readonly length: number;
}

/** Finds the beginning of a file and its root group. Throws `Stop`. */
export function superblock(
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

/** A message of an object header. */
export interface Message {
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
export function eachMessage(file: File, address: number, use: (found: Message) => void): void {
  const header = openHeader(file, address);
  const { blocks } = header;
  for (let index = 0; index < blocks.length && index < maxBlocks; index++)
    messagesIn(file, { ...header, block: blocks[index]! }, use);
}

function openHeader(file: File, address: number): Header {
  const at = file.base + address;
  const head = bytes(file.source, at, 16);
  if (head.toString("latin1", 0, 4) !== "OHDR") {
    if (head[0] !== 1) throw new Stop("the header of an object is not known");
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
    if (file.messages++ > maxMessages) throw new Stop("an object of it has too many messages");
    const type = isNew ? all[here]! : all.readUInt16LE(here);
    const size = all.readUInt16LE(here + (isNew ? 1 : 2));
    const flags = all[here + (isNew ? 3 : 4)]!;
    const body = all.subarray(here + headLength, here + headLength + size);
    if (type === continuation) {
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
