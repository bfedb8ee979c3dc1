// The attributes of the root group of an HDF5 file, which is where Keras keeps its configuration:
// "HDF5 File Format Specification Version 3.0". Datasets are not read.
import type { ByteSource } from "../bytes/source.ts";
import { bytes, isNowhere, keep, maxText, Stop, uint, type File } from "./file.ts";
import { eachMessage, superblock, type Message } from "./header.ts";
import { openHeap } from "./heap.ts";
import { recordsOf } from "./tree.ts";

export interface Hdf5Attributes {
  /** Texts by name. */
  readonly texts: ReadonlyMap<string, string>;
  readonly problems: readonly string[];
}

/** Objects of heaps that are passed over to find others. */
const maxSteps = 5_000_000;
/** The tree in which attributes are found by their names. */
const nameTree = 8;
/** Messages of an object header. */
const message = { type: 0x03, attribute: 0x0c, info: 0x15 };

/** Reads them. Total. */
export function readHdf5Attributes(source: ByteSource): Hdf5Attributes {
  const texts = new Map<string, string>();
  const problems: string[] = [];
  try {
    const { file, root } = superblock(source, { texts, problems });
    eachMessage(file, root, (found) =>
      attributesIn(file, found, ({ name, value }) =>
        keep(file, name, value.toString("utf8").replace(/\0[^]*$/, "")),
      ),
    );
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    problems.push(error.message);
  }
  return { texts, problems };
}

/** An attribute that is a text or bytes. */
export interface Hdf5Attribute {
  readonly name: string;
  readonly value: Buffer;
}

/** Calls back with the attributes that a message of an object holds or leads to. Throws `Stop`. */
export function attributesIn(
  file: File,
  { type, flags, body }: Message,
  use: (found: Hdf5Attribute) => void,
): void {
  const take = (bytes: Buffer): void => {
    const found = attribute(file, bytes);
    if (found !== undefined) use(found);
  };
  if (type === message.info) dense(file, body, take);
  else if (type !== message.attribute) return;
  else if ((flags & 2) === 0) take(body);
  else file.problems.push("an attribute of it is kept in a way that is not read");
}

/** Many attributes, and long ones, are kept in a heap of their own. */
function dense(file: File, body: Buffer, use: (found: Buffer) => void): void {
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
    else use(read(id));
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

function attribute(file: File, body: Buffer): Hdf5Attribute | undefined {
  const version = body[0] ?? 0;
  if (version < 1 || version > 3) return undefined;
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
  if (type.length < 8) return undefined;
  const kind = type[0]! & 0x0f;
  if (kind === 3) return { name, value: body.subarray(at, at + type.readUInt32LE(4)) };
  if (kind !== 9 || (type[1]! & 0x0f) !== 1) return undefined;
  const length = uint(body, at, 4);
  const address = uint(body, at + 4, file.wide);
  const index = uint(body, at + 4 + file.wide, 4);
  return { name, value: fromHeap(file, { address, index, length }) };
}

/** Bytes of the global heap. Throws `Stop`. */
export function fromHeap(
  file: File,
  {
    address,
    index,
    length,
  }: { readonly address: number; readonly index: number; readonly length: number },
): Buffer {
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
      return bytes(file.source, at + here + 8 + file.long, Math.min(stored, length, maxText));
    here += 8 + file.long + Math.ceil(stored / 8) * 8;
  }
  throw new Stop("a text of it is not in its heap");
}
