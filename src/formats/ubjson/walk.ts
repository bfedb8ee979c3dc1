// Universal Binary JSON (https://ubjson.org), as XGBoost writes and reads it: `src/common/json.cc`,
// with its arrays that have a count and no end. Numbers are passed over.
import { openCursor, type Cursor } from "../bytes/cursor.ts";
import type { ByteSource } from "../bytes/source.ts";
import type { Piece } from "../msgpack/walk.ts";

export interface UbjsonWalk {
  /** The keys of the outermost object. */
  readonly keys: readonly string[];
  /** Texts that are no keys. */
  readonly pieces: readonly Piece[];
  readonly nodes: number;
  readonly limit?: string;
  /** Why the walk ended before the object did. */
  readonly problem?: string;
  readonly end: number;
}

const maxDepth = 200;
const maxNodes = 5_000_000;
const maxKept = 100_000;
const maxKey = 64 * 1024;

/** Bytes of what has one length, by its letter. */
const widths: Readonly<Record<string, number>> = {
  Z: 0,
  N: 0,
  T: 0,
  F: 0,
  C: 1,
  i: 1,
  U: 1,
  I: 2,
  l: 4,
  L: 8,
  d: 4,
  D: 8,
};

class Broken extends Error {}

/** A list or an object that is being read; `left` is -1 where an end says how long it is. */
interface Open {
  readonly isObject: boolean;
  left: number;
}

/** Walks the object at the beginning of a source. Total. */
export function walkUbjson(source: ByteSource): UbjsonWalk {
  const cursor = openCursor(source);
  const keys: string[] = [];
  const pieces: Piece[] = [];
  const open: Open[] = [];
  let [nodes, problem, limit]: [number, string | undefined, string | undefined] = [
    0,
    undefined,
    undefined,
  ];
  try {
    if (cursor.byte() !== 0x7b) throw new Broken("it is no object");
    enter(cursor, open, true);
    while (open.length > 0) {
      if (nodes++ > maxNodes) limit = `more than ${maxNodes} things are in it`;
      else if (open.length > maxDepth) limit = "objects in one another are too deep";
      if (limit !== undefined) break;
      next(cursor, open, { keys, pieces });
    }
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    problem = `${error.message}, at byte ${cursor.at()}`;
  }
  return { keys, pieces, nodes, limit, problem, end: cursor.at() };
}

function letter(cursor: Cursor): string {
  const byte = cursor.byte();
  if (byte < 0) throw new Broken("it is cut off");
  return String.fromCharCode(byte);
}

/** Reads one member, or the end of what is open. */
function next(
  cursor: Cursor,
  open: Open[],
  { keys, pieces }: { readonly keys: string[]; readonly pieces: Piece[] },
): void {
  const top = open.at(-1)!;
  if (top.left === 0) {
    open.pop();
    return;
  }
  let type = letter(cursor);
  if (top.left < 0 && type === (top.isObject ? "}" : "]")) {
    open.pop();
    return;
  }
  if (top.left > 0) top.left--;
  if (type === "N") return;
  if (top.isObject) {
    const length = integer(cursor, type);
    const key = length <= maxKey ? cursor.take(length) : undefined;
    if (key === undefined) throw new Broken("a key is too long");
    if (open.length === 1 && keys.length < 100) keys.push(key.toString("utf8"));
    type = letter(cursor);
  }
  if (type === "{" || type === "[") enter(cursor, open, type === "{");
  else if (type === "S" || type === "H") {
    const length = integer(cursor, letter(cursor));
    const at = cursor.at();
    if (!cursor.skip(length)) throw new Broken("a text is longer than the file");
    if (pieces.length < maxKept) pieces.push({ at, length, isText: true });
  } else skip(cursor, widthOf(type));
}

function widthOf(type: string): number {
  const width = Object.hasOwn(widths, type) ? widths[type]! : undefined;
  if (width === undefined) throw new Broken(`there is no type ${JSON.stringify(type)}`);
  return width;
}

function skip(cursor: Cursor, length: number): void {
  if (!cursor.skip(length)) throw new Broken("it is cut off");
}

/** A length: none is negative. */
function integer(cursor: Cursor, type: string): number {
  const width = "iUIlL".includes(type) ? widthOf(type) : 0;
  const bytes = width === 0 ? undefined : cursor.take(width);
  if (bytes === undefined) throw new Broken("a length is missing");
  if (type === "U") return bytes[0]!;
  const value = width === 8 ? Number(bytes.readBigInt64BE(0)) : bytes.readIntBE(0, width);
  if (value < 0) throw new Broken("a length is negative");
  return value;
}

/** Behind the bracket: a type and a count, or a count, or nothing. An array of one type is passed over. */
function enter(cursor: Cursor, open: Open[], isObject: boolean): void {
  const from = cursor.at();
  let mark = cursor.byte();
  let width: number | undefined;
  if (mark === 0x24) {
    width = widthOf(letter(cursor));
    mark = cursor.byte();
    if (mark !== 0x23 || isObject) throw new Broken("a type has no count");
  }
  if (mark !== 0x23) {
    cursor.seek(from);
    open.push({ isObject, left: -1 });
    return;
  }
  const count = integer(cursor, letter(cursor));
  if (width !== undefined) skip(cursor, count * width);
  else if (count > cursor.size - cursor.at()) throw new Broken("a list is longer than the file");
  else open.push({ isObject, left: count });
}
