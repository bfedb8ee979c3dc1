// MessagePack: https://github.com/msgpack/msgpack/blob/master/spec.md . Bytes of arrays are passed over.
import { openCursor, type Cursor } from "../bytes/cursor.ts";
import type { ByteSource } from "../bytes/source.ts";

/** An extension: a number that says what it is, and bytes. */
export interface Extension {
  readonly code: number;
  readonly at: number;
  readonly length: number;
}

/** Bytes or a text that stand for themselves. */
export interface Piece {
  readonly at: number;
  readonly length: number;
  readonly isText: boolean;
}

/** What an object of MessagePack is made of. */
export interface MsgpackWalk {
  readonly maps: number;
  readonly extensions: readonly Extension[];
  /** Bytes and texts that are no keys. */
  readonly pieces: readonly Piece[];
  /** True where an array says that it is one of objects, as msgpack-numpy writes it. */
  readonly hasObjects: boolean;
  /** True where all keys of maps are texts. */
  readonly hasNames: boolean;
  /** What stopped the walk: there is more than is walked. */
  readonly limit?: string;
  readonly end: number;
}

const maxDepth = 200;
const maxNodes = 2_000_000;
const maxKept = 100_000;

/** Things that are still to be read in a list or a map. */
interface Open {
  left: number;
  readonly isMap: boolean;
}

interface Walk {
  readonly cursor: Cursor;
  readonly extensions: Extension[];
  readonly pieces: Piece[];
  readonly open: Open[];
  maps: number;
  hasObjects: boolean;
  /** True behind the key `kind`. */
  isKind: boolean;
}

/** Walks the object at the beginning of a source. Undefined where none is. Total. */
export function walkMsgpack(source: ByteSource): MsgpackWalk | undefined {
  const cursor = openCursor(source);
  const walk: Walk = {
    cursor,
    extensions: [],
    pieces: [],
    open: [],
    maps: 0,
    hasObjects: false,
    isKind: false,
  };
  let hasNames = true;
  let limit: string | undefined;
  for (let nodes = 0; ; nodes++) {
    if (nodes > maxNodes) limit = `more than ${maxNodes} things are in it`;
    else if (walk.open.length > maxDepth) limit = "maps in one another are too deep";
    if (limit !== undefined) break;
    const top = walk.open.at(-1);
    const isKey = top?.isMap === true && top.left % 2 === 0;
    if (top !== undefined) top.left--;
    const type = cursor.byte();
    if (isKey && !isText(type)) hasNames = false;
    if (type < 0 || !one(walk, type, isKey)) return undefined;
    while (walk.open.length > 0 && walk.open.at(-1)!.left === 0) walk.open.pop();
    if (walk.open.length === 0) break;
  }
  const { maps, extensions, pieces, hasObjects } = walk;
  return { maps, extensions, pieces, hasObjects, hasNames, limit, end: cursor.at() };
}

function isText(type: number): boolean {
  return (type >= 0xa0 && type <= 0xbf) || (type >= 0xd9 && type <= 0xdb);
}

function unsigned(cursor: Cursor, width: number): number {
  return cursor.take(width)?.readUIntBE(0, width) ?? -1;
}

/** Reads one thing; of a list or a map its head. False where it is broken. */
function one(walk: Walk, type: number, isKey: boolean): boolean {
  const { cursor } = walk;
  if (type < 0x80 || type >= 0xe0) return true;
  if (type <= 0x8f) return enter(walk, (type & 0x0f) * 2, true);
  if (type <= 0x9f) return enter(walk, type & 0x0f, false);
  if (type <= 0xbf) return piece(walk, type & 0x1f, { isText: true, isKey });
  switch (type) {
    case 0xc0:
    case 0xc2:
    case 0xc3:
      return true;
    case 0xc4:
    case 0xc5:
    case 0xc6:
      return piece(walk, unsigned(cursor, 1 << (type - 0xc4)), { isText: false, isKey });
    case 0xc7:
    case 0xc8:
    case 0xc9:
      return extension(walk, unsigned(cursor, 1 << (type - 0xc7)));
    case 0xca:
      return cursor.skip(4);
    case 0xcb:
      return cursor.skip(8);
    case 0xcc:
    case 0xcd:
    case 0xce:
    case 0xcf:
      return cursor.skip(1 << (type - 0xcc));
    case 0xd0:
    case 0xd1:
    case 0xd2:
    case 0xd3:
      return cursor.skip(1 << (type - 0xd0));
    case 0xd4:
    case 0xd5:
    case 0xd6:
    case 0xd7:
    case 0xd8:
      return extension(walk, 1 << (type - 0xd4));
    case 0xd9:
    case 0xda:
    case 0xdb:
      return piece(walk, unsigned(cursor, 1 << (type - 0xd9)), { isText: true, isKey });
    case 0xdc:
      return enter(walk, unsigned(cursor, 2), false);
    case 0xdd:
      return enter(walk, unsigned(cursor, 4), false);
    case 0xde:
      return enter(walk, unsigned(cursor, 2) * 2, true);
    case 0xdf:
      return enter(walk, unsigned(cursor, 4) * 2, true);
    default:
      return false;
  }
}

/** Of each thing at least one byte follows. */
function enter(walk: Walk, left: number, isMap: boolean): boolean {
  const { cursor, open } = walk;
  if (left < 0 || left > cursor.size - cursor.at()) return false;
  if (isMap) walk.maps++;
  open.push({ left, isMap });
  return true;
}

function piece(
  walk: Walk,
  length: number,
  { isText, isKey }: { readonly isText: boolean; readonly isKey: boolean },
): boolean {
  const { cursor, pieces } = walk;
  const at = cursor.at();
  if (isKey ? length === 4 : walk.isKind && length === 1) {
    const text = cursor.take(length)?.toString("latin1");
    if (text === undefined) return false;
    walk.isKind = text === "kind";
    walk.hasObjects ||= text === "O";
  } else {
    walk.isKind = false;
    if (length < 0 || !cursor.skip(length)) return false;
  }
  if (!isKey && length > 1 && pieces.length < maxKept) pieces.push({ at, length, isText });
  return true;
}

function extension({ cursor, extensions }: Walk, length: number): boolean {
  const code = (cursor.byte() << 24) >> 24;
  const at = cursor.at();
  if (length < 0 || !cursor.skip(length)) return false;
  if (extensions.length < maxKept) extensions.push({ code, at, length });
  return true;
}
