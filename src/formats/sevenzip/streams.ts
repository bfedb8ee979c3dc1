// Which bytes are packed how: the parts `PackInfo`, `UnpackInfo` and `SubStreamsInfo` of a header.
import { BrokenHeader, type Fields } from "./fields.ts";

/** One step of what packed a folder. */
export interface Coder {
  readonly method: string;
  readonly properties: Buffer;
  readonly inputs: number;
  /** Bytes that it gives. */
  size: number;
}

/** Coders in one another, whose last gives one or more files in a row. */
export interface Folder {
  readonly coders: readonly Coder[];
  /** Which coder gives what an input takes; inputs are counted through all coders. */
  readonly bound: ReadonlyMap<number, number>;
  /** Which inputs take packed bytes, in their order. */
  readonly packed: readonly number[];
  /** The coder whose output is the content. */
  readonly main: number;
  readonly sum?: number;
}

/** A file as a part of what a folder gives. */
export interface SubStream {
  readonly size: number;
  readonly sum?: number;
}

/** Packed bytes. */
export interface Packed {
  readonly at: number;
  readonly size: number;
}

export interface Streams {
  readonly folders: readonly Folder[];
  /** Of each folder, in the order of its `packed`. */
  readonly packed: readonly (readonly Packed[])[];
  /** For each folder. */
  readonly parts: readonly (readonly SubStream[])[];
}

const id = {
  end: 0x00,
  pack: 0x06,
  unpack: 0x07,
  parts: 0x08,
  size: 0x09,
  sum: 0x0a,
  folder: 0x0b,
  unpackSize: 0x0c,
  partCount: 0x0d,
};
/** As many as 7-Zip takes. */
const maxCoders = 32;

const wrong = (what: string): BrokenHeader => new BrokenHeader(`its header is broken: ${what}`);

/** Reads a `StreamsInfo`, behind its id. */
export function readStreams(fields: Fields): Streams {
  let packs: readonly Packed[] = [];
  let folders: readonly Folder[] = [];
  let parts: readonly (readonly SubStream[])[] | undefined;
  for (let type = fields.number(); type !== id.end; type = fields.number()) {
    if (type === id.pack) packs = readPack(fields);
    else if (type === id.unpack) folders = readFolders(fields);
    else if (type === id.parts) parts = readParts(fields, folders);
    else throw wrong(`part ${type} among its streams`);
  }
  parts ??= folders.map(({ coders, main, sum }) => [{ size: coders[main]!.size, sum }]);
  let next = 0;
  const packed = folders.map((folder) => {
    next += folder.packed.length;
    return packs.slice(next - folder.packed.length, next);
  });
  return { folders, packed, parts };
}

/** Where the packed streams begin is counted from behind the first header. */
const bodyAt = 32;

function readPack(fields: Fields): readonly Packed[] {
  let at = bodyAt + fields.number();
  const count = fields.count();
  let sizes: readonly number[] = [];
  for (let type = fields.number(); type !== id.end; type = fields.number()) {
    if (type === id.size) sizes = Array.from({ length: count }, () => fields.number());
    else if (type === id.sum) fields.sums(count);
    else throw wrong(`part ${type} among its packed streams`);
  }
  return sizes.map((size) => {
    at += size;
    return { at: at - size, size };
  });
}

function readFolders(fields: Fields): readonly Folder[] {
  if (fields.number() !== id.folder) throw wrong("no folders");
  const count = fields.count();
  if (fields.byte() !== 0) throw wrong("its folders lie elsewhere");
  const folders = Array.from({ length: count }, () => readFolder(fields));
  if (fields.number() !== id.unpackSize) throw wrong("no sizes of its folders");
  for (const { coders } of folders) for (const coder of coders) coder.size = fields.number();
  let type = fields.number();
  if (type !== id.sum) return folders;
  const sums = fields.sums(count);
  type = fields.number();
  if (type !== id.end) throw wrong(`part ${type} among its folders`);
  return folders.map((folder, index) => ({ ...folder, sum: sums[index] }));
}

function readFolder(fields: Fields): Folder {
  const count = fields.number();
  if (count === 0 || count > maxCoders) throw wrong(`a folder of ${count} coders`);
  const coders = Array.from({ length: count }, () => readCoder(fields));
  const inputs = coders.reduce((sum, coder) => sum + coder.inputs, 0);
  const bound = new Map<number, number>();
  const used = new Set<number>();
  for (let index = 0; index < count - 1; index++) {
    const [input, output] = [fields.number(), fields.number()];
    if (input >= inputs || output >= count || bound.has(input) || used.has(output))
      throw wrong("coders that are bound wrongly");
    bound.set(input, output);
    used.add(output);
  }
  const free = inputs - bound.size;
  const only = Array.from({ length: inputs }, (_, index) => index).filter((at) => !bound.has(at));
  const packed = free === 1 ? only : Array.from({ length: free }, () => fields.number());
  if (new Set(packed).size !== free || packed.some((at) => !only.includes(at)))
    throw wrong("packed streams that are bound wrongly");
  const main = coders.findIndex((_, index) => !used.has(index));
  return { coders, bound, packed, main };
}

function readCoder(fields: Fields): Coder {
  const flags = fields.byte();
  const method = fields.take(flags & 0x0f).toString("hex");
  let inputs = 1;
  if ((flags & 0x10) !== 0) {
    inputs = fields.number();
    const outputs = fields.number();
    if (inputs === 0 || inputs > maxCoders || outputs !== 1)
      throw wrong(`a coder with ${inputs} inputs and ${outputs} outputs`);
  }
  if ((flags & 0xc0) !== 0) throw wrong("a coder of a later version");
  const properties = (flags & 0x20) === 0 ? Buffer.alloc(0) : fields.take(fields.number());
  return { method, properties, inputs, size: 0 };
}

function readParts(fields: Fields, folders: readonly Folder[]): readonly (readonly SubStream[])[] {
  let counts = folders.map(() => 1);
  let type = fields.number();
  if (type === id.partCount) {
    counts = folders.map(() => fields.count());
    if (counts.reduce((sum, count) => sum + count, 0) > 2 * 100_000)
      throw new BrokenHeader("too many files", true);
    type = fields.number();
  }
  const sizes = folders.map(({ coders, main }, index) => {
    const count = counts[index]!;
    let left = coders[main]!.size;
    return Array.from({ length: count }, (_, part) => {
      const size = part === count - 1 ? left : type === id.size ? fields.number() : 0;
      left -= size;
      if (left < 0) throw wrong("files that are larger than their folder");
      return size;
    });
  });
  if (type === id.size) type = fields.number();
  const isKnown = folders.map(({ sum }, index) => counts[index] === 1 && sum !== undefined);
  const unknown = counts.reduce((all, count, index) => all + (isKnown[index] ? 0 : count), 0);
  let sums: readonly (number | undefined)[] = [];
  for (; type !== id.end; type = fields.number())
    if (type === id.sum) sums = fields.sums(unknown);
    else throw wrong(`part ${type} among its files' streams`);
  let next = 0;
  return sizes.map((all, index) =>
    all.map((size) => ({ size, sum: isKnown[index] ? folders[index]!.sum : sums[next++] })),
  );
}
