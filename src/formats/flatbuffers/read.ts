// FlatBuffers: https://flatbuffers.dev/internals/ . A table knows where its fields are by another
// table before it; every place is held against the file, for readers in C follow them unasked.
import type { ByteSource } from "../bytes/source.ts";

/** A place that leads nowhere. Who reads a file catches it; nothing else is thrown. */
export class FlatProblem extends Error {}

/** A table of a file, with the distances of its fields from its beginning; 0 where one is not there. */
export interface FlatTable {
  readonly source: ByteSource;
  readonly at: number;
  readonly fields: readonly number[];
}

/** A list of a table: where its first element is, and how many there are. */
export interface FlatList {
  readonly source: ByteSource;
  readonly at: number;
  readonly count: number;
}

const maxText = 4 * 1024;

/** The table that a file begins with. */
export function rootTable(source: ByteSource): FlatTable {
  return tableAt(source, uint32(source, 0));
}

/** A table that is a field of another one. */
export function tableField(table: FlatTable, field: number): FlatTable | undefined {
  const at = fieldAt(table, field);
  return at === undefined ? undefined : tableAt(table.source, follow(table.source, at));
}

/** A list that is a field of a table. Elements of tables and texts are 4 bytes wide. */
export function listField(
  table: FlatTable,
  field: number,
  width: 1 | 4 | 8 = 4,
): FlatList | undefined {
  const place = fieldAt(table, field);
  if (place === undefined) return undefined;
  const { source } = table;
  const at = follow(source, place);
  const count = uint32(source, at);
  if (at + 4 + count * width > source.size)
    throw new FlatProblem(`a list of it says that it has ${count} elements`);
  return { source, at: at + 4, count };
}

/** The table that is an element of a list. */
export function tableOf({ source, at }: FlatList, index: number): FlatTable {
  return tableAt(source, follow(source, at + 4 * index));
}

/** A text that is a field of a table; of a longer one the beginning. */
export function textField(table: FlatTable, field: number): string | undefined {
  const list = listField(table, field, 1);
  if (list === undefined) return undefined;
  return list.source.read(list.at, Math.min(list.count, maxText)).toString("utf8");
}

/** A number that is a field of a table, without a sign; 0 where it is not there. */
export function numberField(table: FlatTable, field: number, width: 1 | 4 | 8): number {
  const at = fieldAt(table, field);
  if (at === undefined) return 0;
  const bytes = table.source.read(at, width);
  if (bytes.length < width) throw beyond();
  if (width === 8) return Number(bytes.readBigUInt64LE(0));
  return width === 1 ? bytes[0]! : bytes.readUInt32LE(0);
}

function fieldAt({ at, fields }: FlatTable, field: number): number | undefined {
  const distance = fields[field] ?? 0;
  return distance === 0 ? undefined : at + distance;
}

function beyond(): FlatProblem {
  return new FlatProblem("a part of it lies behind its end");
}

function uint32(source: ByteSource, at: number): number {
  const bytes = source.read(at, 4);
  if (bytes.length < 4) throw beyond();
  return bytes.readUInt32LE(0);
}

function follow(source: ByteSource, at: number): number {
  return at + uint32(source, at);
}

function tableAt(source: ByteSource, at: number): FlatTable {
  const bytes = source.read(at, 4);
  if (bytes.length < 4) throw beyond();
  const virtual = at - bytes.readInt32LE(0);
  const size = virtual < 0 ? Buffer.alloc(0) : source.read(virtual, 2);
  if (size.length < 2) throw new FlatProblem("a table of it lies nowhere");
  const offsets = source.read(virtual + 4, Math.max(0, size.readUInt16LE(0) - 4));
  const fields: number[] = [];
  for (let index = 0; index + 2 <= offsets.length; index += 2)
    fields.push(offsets.readUInt16LE(index));
  return { source, at, fields };
}
