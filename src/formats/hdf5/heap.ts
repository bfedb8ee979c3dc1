// Fractal heaps, in which many or long attributes are kept: "HDF5 File Format Specification Version
// 3.0", III.G.
import { bytes, fieldsAt, isNowhere, maxText, spend, Stop, uint, type File } from "./file.ts";
import { recordsOf } from "./tree.ts";

/** Objects that are too long for a block: a tree says where each is. */
const hugeTree = 1;
/** Blocks in one another. */
const maxLevels = 16;

/** Gives the object of an identifier. Throws `Stop`. */
export type HeapReader = (id: Buffer) => Buffer;

interface Heap {
  readonly file: File;
  /** Blocks in a row, and bytes of the first. */
  readonly columns: number;
  readonly firstSize: number;
  readonly maxDirect: number;
  /** Bytes of a place in the heap. */
  readonly placeWidth: number;
  readonly root: number;
  readonly rootRows: number;
}

/** Opens the heap at an address. Throws `Stop`. */
export function openHeap(file: File, address: number): HeapReader {
  const { wide, long } = file;
  const length = 22 + 3 * wide + 12 * long;
  const fields = fieldsAt(file, address, { letters: "FRHP", length });
  fields.take(1);
  fields.take(2);
  if (fields.number(2) !== 0) throw new Stop("its attributes are packed");
  fields.take(1);
  const maxManaged = fields.number(4);
  fields.take(long);
  const hugeAt = fields.number(wide);
  fields.take(long + wide + 8 * long);
  const columns = fields.number(2);
  const [firstSize, maxDirect] = [fields.number(long), fields.number(long)];
  const placeWidth = Math.ceil(fields.number(2) / 8);
  fields.take(2);
  const [root, rootRows] = [fields.number(wide), fields.number(2)];
  if (![columns, firstSize, maxDirect].every(isPower) || placeWidth < 1 || placeWidth > 8)
    throw new Stop("its heap has odd measures");
  const heap = { file, columns, firstSize, maxDirect, placeWidth, root, rootRows };
  const lengthWidth = Math.min(
    Math.ceil(Math.log2(maxDirect) / 8),
    Math.floor(Math.log2(Math.max(1, maxManaged)) / 8) + 1,
  );
  let huge: ReadonlyMap<number, Buffer> | undefined;

  return (id) => {
    const kind = (id[0]! >> 4) & 3;
    if (kind === 0) {
      const place = uint(id, 1, placeWidth);
      return managed(heap, place, uint(id, 1 + placeWidth, lengthWidth));
    }
    if (kind !== 1) throw new Stop("an attribute of it is kept in a way that is not read");
    huge ??= hugeObjects(file, hugeAt);
    const found = huge.get(uint(id, 1, Math.min(long, id.length - 1)));
    if (found === undefined) throw new Stop("an attribute of it is not in its heap");
    const size = uint(found, wide, long);
    if (size > maxText) throw new Stop("an attribute of it is too long");
    spend(file, size);
    return bytes(file.source, file.base + uint(found, 0, wide), size);
  };
}

function isPower(value: number): boolean {
  return value > 0 && value <= 2 ** 40 && Number.isInteger(Math.log2(value));
}

function hugeObjects(file: File, address: number): ReadonlyMap<number, Buffer> {
  const { wide, long } = file;
  const found = new Map<number, Buffer>();
  if (isNowhere(address, wide)) return found;
  for (const record of recordsOf(file, address, hugeTree))
    found.set(uint(record, wide + long, long), record);
  return found;
}

/** An object in the blocks: places are counted through them all, their heads included. */
function managed(heap: Heap, place: number, length: number): Buffer {
  const { file, firstSize, columns, maxDirect, placeWidth } = heap;
  const { source, base, wide } = file;
  let { root: address, rootRows: rows } = heap;
  let inner = place;
  let isDirect = rows === 0;
  const directRows = Math.log2(maxDirect) - Math.log2(firstSize) + 2;
  for (let level = 0; !isDirect; level++) {
    if (level > maxLevels) throw new Stop("the blocks of its heap are in one another");
    const doubling = Math.max(0, Math.floor(Math.log2(inner / (firstSize * columns))) + 1);
    const row = inner < firstSize * columns ? 0 : doubling;
    if (row >= rows) throw new Stop("an attribute of it lies outside its heap");
    const size = row === 0 ? firstSize : firstSize * 2 ** (row - 1);
    inner -= row === 0 ? 0 : size * columns;
    const column = Math.floor(inner / size);
    inner -= column * size;
    const head = 4 + 1 + wide + placeWidth;
    const at = base + address;
    if (bytes(source, at, 4).toString("latin1") !== "FHIB")
      throw new Stop("no FHIB is where it should be");
    address = uint(bytes(source, at + head + (row * columns + column) * wide, wide), 0, wide);
    isDirect = row < directRows;
    rows = Math.log2(size) - Math.log2(firstSize * columns) + 1;
  }
  return bytes(source, base + address + inner, length);
}
