// The numbers of an HDF5 file, as h5py writes them by default: "HDF5 File Format Specification Version 3.0", IV.A.2.
// Compact, contiguous, and chunked by a tree of version 1; deflated, shuffled and with Fletcher's checksum, which is
// not compared. Chunks that newer libraries index in other ways are told as unread.
import { endianness } from "node:os";
import { inflateSync } from "node:zlib";
import type { ByteSource } from "../bytes/source.ts";
import { paged } from "../bytes/paged.ts";
import { halfOf } from "../numpy/elements.ts";
import { bytes, isNowhere, Stop, uint, type File } from "./file.ts";
import { entriesOf, linksIn } from "./groups.ts";
import { eachMessage, superblock } from "./header.ts";

/** An array of numbers. */
export interface Hdf5Dataset {
  readonly shape: readonly number[];
  /** All of it, row-major. Throws an Error that says what cannot be read. */
  readonly read: () => Float32Array;
}

export interface Hdf5Datasets {
  /** By path from the root, `a/b/c`. */
  readonly datasets: ReadonlyMap<string, Hdf5Dataset>;
  readonly problems: readonly string[];
}

const types = { space: 0x01, kind: 0x03, layout: 0x08, filters: 0x0b };
const maxObjects = 100_000;
/** Numbers of one data set. */
const maxElements = 2 ** 29;
const maxRank = 32;

interface Parts {
  space?: Buffer;
  kind?: Buffer;
  layout?: Buffer;
  filters?: Buffer;
}

/** Lists the arrays of numbers of a file; they are read when they are asked for. Total. */
export function readHdf5Datasets(whole: ByteSource): Hdf5Datasets {
  const source = paged(whole);
  const datasets = new Map<string, Hdf5Dataset>();
  const problems: string[] = [];
  try {
    const { file, root } = superblock(source, { texts: new Map(), problems: [] });
    const known = new Set([root]);
    const queue = [{ path: "", address: root }];
    for (let next = 0; next < queue.length; next++) {
      const { path, address } = queue[next]!;
      const parts: Parts = {};
      file.messages = 0;
      try {
        eachMessage(file, address, (message) => {
          if ((message.flags & 2) === 0)
            for (const [name, type] of Object.entries(types))
              if (message.type === type) parts[name as keyof Parts] ??= message.body;
          linksIn(file, message, (link) => {
            if (link.kind !== "object" || known.has(link.address)) return;
            if (known.size > maxObjects) throw new Stop(`it has more than ${maxObjects} objects`);
            known.add(link.address);
            queue.push({
              path: path === "" ? link.name : `${path}/${link.name}`,
              address: link.address,
            });
          });
        });
        const found = datasetOf(file, parts);
        if (found !== undefined) datasets.set(path, found);
      } catch (error) {
        if (!(error instanceof Stop)) throw error;
        problems.push(`${path}: ${error.message}`);
      }
    }
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    problems.push(error.message);
  }
  return { datasets, problems };
}

function datasetOf(file: File, { space, kind, layout, filters }: Parts): Hdf5Dataset | undefined {
  if (space === undefined || kind === undefined || layout === undefined) return undefined;
  const element = elementOf(kind);
  if (element === undefined) return undefined;
  const shape = shapeOf(file, space);
  let count = 1;
  for (const length of shape) count *= length;
  if (!(count <= maxElements)) throw new Stop(`its shape is ${shape.join(" × ")}`);
  return {
    shape,
    read() {
      const data = dataOf(file, { layout, filters, shape, count, width: element.width });
      const out = new Float32Array(count);
      if (element.isPlain && endianness() === "LE") {
        new Uint8Array(out.buffer).set(data.subarray(0, 4 * count));
        return out;
      }
      const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
      for (let index = 0; index < count; index++)
        out[index] = element.read(view, index * element.width);
      return out;
    },
  };
}

function shapeOf({ long }: File, body: Buffer): readonly number[] {
  const [version, rank] = [uint(body, 0, 1), uint(body, 1, 1)];
  if (version < 1 || version > 2 || rank > maxRank) throw new Stop("a shape in it is not known");
  const start = version === 1 ? 8 : 4;
  return Array.from({ length: rank }, (_, axis) => uint(body, start + axis * long, long));
}

interface Element {
  readonly width: number;
  /** float32 with its lowest byte first. */
  readonly isPlain?: boolean;
  readonly read: (view: DataView, at: number) => number;
}

/** Floats of IEEE and brain floats, whole numbers, and enumerations of them such as truth values. */
function elementOf(body: Buffer): Element | undefined {
  if (body.length < 8) return undefined;
  const kind = body[0]! & 0x0f;
  const little = (body[1]! & 1) === 0;
  const width = body.readUInt32LE(4);
  if (kind === 8) return body.length >= 16 ? elementOf(body.subarray(8)) : undefined;
  if (kind === 0) {
    const signed = (body[1]! & 8) !== 0;
    if (width === 1)
      return { width, read: (view, at) => (signed ? view.getInt8(at) : view.getUint8(at)) };
    if (width === 2)
      return {
        width,
        read: (view, at) => (signed ? view.getInt16(at, little) : view.getUint16(at, little)),
      };
    if (width === 4)
      return {
        width,
        read: (view, at) => (signed ? view.getInt32(at, little) : view.getUint32(at, little)),
      };
    if (width === 8)
      return {
        width,
        read: (view, at) =>
          Number(signed ? view.getBigInt64(at, little) : view.getBigUint64(at, little)),
      };
    return undefined;
  }
  if (kind !== 1 || body.length < 20) return undefined;
  if (width === 4)
    return { width, isPlain: little, read: (view, at) => view.getFloat32(at, little) };
  if (width === 8) return { width, read: (view, at) => view.getFloat64(at, little) };
  if (width !== 2) return undefined;
  if (body[13] === 5) return { width, read: (view, at) => halfOf(view.getUint16(at, little)) };
  const scratch = new DataView(new ArrayBuffer(4));
  return {
    width,
    read(view, at) {
      scratch.setUint32(0, view.getUint16(at, little) * 0x10000);
      return scratch.getFloat32(0);
    },
  };
}

interface Stored {
  readonly layout: Buffer;
  readonly filters: Buffer | undefined;
  readonly shape: readonly number[];
  readonly count: number;
  readonly width: number;
}

function dataOf(file: File, stored: Stored): Buffer {
  const { layout, count, width } = stored;
  const { wide, long } = file;
  const version = uint(layout, 0, 1);
  if (version < 3 || version > 4) throw new Stop(`a layout of version ${version} is not read`);
  const kind = uint(layout, 1, 1);
  const size = count * width;
  if (kind === 0) {
    const data = layout.subarray(4, 4 + size);
    if (data.length < size) throw new Stop("a part of it is cut off");
    return data;
  }
  if (kind === 1) {
    const address = uint(layout, 2, wide);
    if (isNowhere(address, wide)) return Buffer.alloc(size);
    if (uint(layout, 2 + wide, long) < size) throw new Stop("a part of it is cut off");
    return bytes(file.source, file.base + address, size);
  }
  if (kind === 2 && version === 3) return chunked(file, stored);
  throw new Stop("its chunks are indexed in a way that is not read; write it with h5py's defaults");
}

/** Filters in the order in which they were applied. */
function filtersIn(
  body: Buffer | undefined,
): readonly { readonly id: number; readonly values: readonly number[] }[] {
  if (body === undefined) return [];
  const [version, count] = [uint(body, 0, 1), uint(body, 1, 1)];
  let at = version === 1 ? 8 : 2;
  return Array.from({ length: count }, () => {
    const id = uint(body, at, 2);
    const hasName = version === 1 || id >= 256;
    const nameLength = hasName ? uint(body, at + 2, 2) : 0;
    at += hasName ? 4 : 2;
    const values = uint(body, at + 2, 2);
    at += 4 + (version === 1 ? Math.ceil(nameLength / 8) * 8 : nameLength);
    const found = {
      id,
      values: Array.from({ length: values }, (_, index) => uint(body, at + 4 * index, 4)),
    };
    at += 4 * (version === 1 ? values + (values % 2) : values);
    return found;
  });
}

/** The inverse of the shuffle filter: first bytes of all elements, then second ones. */
function unshuffled(data: Buffer, width: number): Buffer {
  const count = Math.floor(data.length / width);
  const out = Buffer.from(data);
  for (let part = 0; part < width; part++)
    for (let index = 0; index < count; index++)
      out[index * width + part] = data[part * count + index]!;
  return out;
}

function chunked(file: File, { layout, filters, shape, count, width }: Stored): Buffer {
  const { wide } = file;
  const rank = uint(layout, 2, 1) - 1;
  if (rank !== shape.length || rank < 1) throw new Stop("its chunks have other axes than itself");
  const tree = uint(layout, 3, wide);
  const sides = Array.from({ length: rank }, (_, axis) => uint(layout, 3 + wide + 4 * axis, 4));
  let size = width;
  for (const side of sides) size *= side;
  if (sides.includes(0) || size > 2 ** 31 - 1) throw new Stop("its chunks have odd measures");
  const pipeline = filtersIn(filters);
  const out = Buffer.alloc(count * width);
  for (const { key, child } of entriesOf(file, tree, { type: 1, keyWidth: 8 + 8 * (rank + 1) })) {
    const [packed, mask] = [uint(key, 0, 4), uint(key, 4, 4)];
    const start = sides.map((_, axis) => uint(key, 8 + 8 * axis, 8));
    let data = bytes(file.source, file.base + child, packed);
    for (let index = pipeline.length - 1; index >= 0; index--) {
      const { id, values } = pipeline[index]!;
      if ((mask & (1 << index)) !== 0) continue;
      if (id === 1) data = inflated(data, size + 4);
      else if (id === 2) data = unshuffled(data, values[0] ?? width);
      else if (id === 3) data = data.subarray(0, -4);
      else throw new Stop(`it is packed with filter ${id}, which is not read`);
    }
    if (data.length < size) throw new Stop("a chunk of it is cut off");
    place(data, out, { start, sides, shape, width });
  }
  return out;
}

function inflated(data: Buffer, limit: number): Buffer {
  try {
    return inflateSync(data, { maxOutputLength: limit });
  } catch {
    throw new Stop("a chunk of it cannot be unpacked");
  }
}

interface Place {
  readonly start: readonly number[];
  readonly sides: readonly number[];
  readonly shape: readonly number[];
  readonly width: number;
}

/** Copies a chunk, row by row; what reaches beyond the array is left out. */
function place(chunk: Buffer, out: Buffer, { start, sides, shape, width }: Place): void {
  const last = shape.length - 1;
  if (start.some((at, axis) => at >= shape[axis]!)) return;
  const reach = sides.map((side, axis) => Math.min(side, shape[axis]! - start[axis]!));
  const at = sides.map(() => 0);
  for (;;) {
    let [from, to] = [0, 0];
    for (let axis = 0; axis <= last; axis++) {
      from = from * sides[axis]! + at[axis]!;
      to = to * shape[axis]! + start[axis]! + at[axis]!;
    }
    chunk.copy(out, to * width, from * width, (from + reach[last]!) * width);
    let axis = last - 1;
    while (axis >= 0 && ++at[axis]! >= reach[axis]!) at[axis--] = 0;
    if (axis < 0) return;
  }
}
