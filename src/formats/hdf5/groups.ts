// What is in a group of an HDF5 file: links in messages and in heaps, and the tables of names of the older
// form: "HDF5 File Format Specification Version 3.0", III.A to III.D, IV.A.2.f and IV.A.2.g.
import { bytes, fieldsAt, isNowhere, Stop, uint, type File } from "./file.ts";
import type { Message } from "./header.ts";
import { openHeap } from "./heap.ts";
import { recordsOf } from "./tree.ts";

/** The tree in which links are found by their names. */
const linkTree = 5;
const messageTypes = { linkInfo: 0x02, link: 0x06, table: 0x11 };
const external = 64;
const maxName = 4 * 1024;
/** Nodes of the tree of an older group. */
const maxTreeNodes = 20_000;

/** A link of a group: to an object of the file, or to one of another file. */
export type Hdf5Link =
  | { readonly kind: "object"; readonly name: string; readonly address: number }
  | { readonly kind: "file"; readonly name: string; readonly file: string };

/** Calls back with the links that a message of a group holds or leads to. Throws `Stop`. */
export function linksIn(
  file: File,
  { type, flags, body }: Message,
  use: (found: Hdf5Link) => void,
): void {
  if ((flags & 2) !== 0) return;
  if (type === messageTypes.link) link(file, body, use);
  else if (type === messageTypes.table) table(file, body, use);
  else if (type === messageTypes.linkInfo) {
    const { wide } = file;
    const at = 2 + (((body[1] ?? 0) & 1) === 0 ? 0 : 8);
    const [heap, names] = [uint(body, at, wide), uint(body, at + wide, wide)];
    if (isNowhere(heap, wide)) return;
    const read = openHeap(file, heap);
    for (const record of recordsOf(file, names, linkTree))
      link(file, read(record.subarray(4, 11)), use);
  }
}

function link(file: File, body: Buffer, use: (found: Hdf5Link) => void): void {
  const flags = uint(body, 1, 1);
  let at = 2;
  const kind = (flags & 8) === 0 ? 0 : uint(body, at++, 1);
  if ((flags & 4) !== 0) at += 8;
  if ((flags & 16) !== 0) at += 1;
  const width = 1 << (flags & 3);
  const length = uint(body, at, width);
  at += width;
  const name = body.toString("utf8", at, at + Math.min(length, maxName));
  at += length;
  if (kind === 0) use({ kind: "object", name, address: uint(body, at, file.wide) });
  else if (kind === external)
    use({ kind: "file", name, file: textIn(body.subarray(at + 3, at + 3 + maxName)) });
}

/** Up to the zero that ends it. */
function textIn(part: Buffer): string {
  const end = part.indexOf(0);
  return part.toString("utf8", 0, end < 0 ? part.length : end);
}

/** Reads the names of a heap of the older form. Throws `Stop`. */
export function namesOf(file: File, address: number): (at: number) => string {
  const { wide, long, source, base } = file;
  const fields = fieldsAt(file, address, { letters: "HEAP", length: 8 + 2 * long + wide });
  fields.take(4);
  const size = fields.number(long);
  fields.take(long);
  const data = base + fields.number(wide);
  return (at) => {
    if (!(at < size)) throw new Stop("a name of it lies outside its heap");
    return textIn(bytes(source, data + at, Math.min(maxName, size - at)));
  };
}

/** The older form: a tree of tables of names. */
function table(file: File, body: Buffer, use: (found: Hdf5Link) => void): void {
  const { wide, long } = file;
  const [tree, heap] = [uint(body, 0, wide), uint(body, wide, wide)];
  const nameAt = namesOf(file, heap);
  for (const address of leavesOf(file, tree, { type: 0, keyWidth: long })) {
    const head = fieldsAt(file, address, { letters: "SNOD", length: 8 });
    head.take(2);
    const count = head.number(2);
    const width = 2 * wide + 24;
    const entries = bytes(file.source, file.base + address + 8, count * width);
    for (let at = 0; at < entries.length; at += width) {
      const name = nameAt(uint(entries, at, wide));
      // Soft links lead to a name of the same file.
      if (entries.readUInt32LE(at + 2 * wide) !== 2)
        use({ kind: "object", name, address: uint(entries, at + wide, wide) });
    }
  }
}

interface TreeForm {
  readonly type: number;
  readonly keyWidth: number;
}

/** What the lowest nodes of a tree of the older form lead to. Throws `Stop`. */
export function leavesOf(file: File, root: number, form: TreeForm): readonly number[] {
  return entriesOf(file, root, form).map(({ child }) => child);
}

/** The same, with the key that stands before each. Throws `Stop`. */
export function entriesOf(
  file: File,
  root: number,
  { type, keyWidth }: TreeForm,
): readonly { readonly key: Buffer; readonly child: number }[] {
  const { wide } = file;
  const leaves: { readonly key: Buffer; readonly child: number }[] = [];
  const stack = isNowhere(root, wide) ? [] : [root];
  for (let nodes = 0; stack.length > 0; nodes++) {
    const address = stack.pop()!;
    if (nodes > maxTreeNodes) throw new Stop("a tree in it has too many nodes");
    const length = 8 + 2 * wide;
    const head = fieldsAt(file, address, { letters: "TREE", length });
    if (head.number(1) !== type) throw new Stop("a tree in it is of another kind");
    const [level, used] = [head.number(1), head.number(2)];
    const width = keyWidth + wide;
    const entries = bytes(file.source, file.base + address + length, used * width);
    for (let at = 0; at < entries.length; at += width) {
      const child = uint(entries, at + keyWidth, wide);
      if (level === 0) leaves.push({ key: entries.subarray(at, at + keyWidth), child });
      else stack.push(child);
    }
    if (stack.length + leaves.length > 10 * maxTreeNodes)
      throw new Stop("a tree in it has too many nodes");
  }
  return leaves;
}
