// The schema of Arrow, in files and streams: https://arrow.apache.org/docs/format/Columnar.html and
// `format/Schema.fbs`, `format/File.fbs`. Of the data nothing is read.
import type { ByteSource } from "../bytes/source.ts";
import {
  FlatProblem,
  listField,
  numberField,
  rootTable,
  tableField,
  tableOf,
  textField,
  type FlatTable,
} from "../flatbuffers/read.ts";

/** What a field or a schema says of itself, and where it says it. */
export interface ArrowEntry {
  readonly key: string;
  readonly at: number;
  readonly length: number;
}

/** The entries of one field, or of the schema. */
export interface ArrowNote {
  readonly field: string;
  readonly entries: readonly ArrowEntry[];
}

export interface ArrowSchema {
  readonly notes: readonly ArrowNote[];
  readonly fields: number;
  readonly problem?: string;
}

const maxFields = 200_000;
const maxDepth = 64;
const maxEntries = 1_000;
/** Of all fields together: many may lead to the same. */
const maxAll = 200_000;
const maxMetadata = 64 * 1024 * 1024;

interface Walk {
  readonly notes: ArrowNote[];
  fields: number;
  entries: number;
}

/** The schema of a message that stands at a place, behind its length. Total. */
export function schemaOfMessage(source: ByteSource, from: number): ArrowSchema {
  return walked((walk) => {
    const head = source.read(from, 8);
    if (head.length < 8) throw new FlatProblem("it is cut off");
    // Before version 0.15 no mark stood before the length.
    const isNew = head.readUInt32LE(0) === 0xffffffff;
    const at = from + (isNew ? 8 : 4);
    const message = rootTable(part(source, at, head.readUInt32LE(isNew ? 4 : 0)));
    const isSchema = numberField(message, 1, 1) === 1;
    const header = isSchema ? tableField(message, 2) : undefined;
    if (header === undefined) throw new FlatProblem("its first message is no schema");
    schema(walk, header, at);
  });
}

/** The schema in the footer of a file. Total. */
export function schemaOfFooter(source: ByteSource): ArrowSchema {
  return walked((walk) => {
    const end = source.read(source.size - 10, 10);
    const length = end.length < 10 ? 0 : end.readUInt32LE(0);
    const at = source.size - 10 - length;
    if (end.toString("latin1", 4) !== "ARROW1" || at < 8)
      throw new FlatProblem("its footer is not where it should be");
    const footer = rootTable(part(source, at, length));
    const found = tableField(footer, 1);
    if (found !== undefined) schema(walk, found, at);
    note(walk, footer, { list: 4, field: "", base: at });
  });
}

function walked(run: (walk: Walk) => void): ArrowSchema {
  const walk: Walk = { notes: [], fields: 0, entries: 0 };
  try {
    run(walk);
  } catch (error) {
    if (!(error instanceof FlatProblem)) throw error;
    return { notes: walk.notes, fields: walk.fields, problem: error.message };
  }
  return { notes: walk.notes, fields: walk.fields };
}

function part(source: ByteSource, at: number, length: number): ByteSource {
  const size = Math.min(length, maxMetadata, source.size - at);
  const bytes = source.read(at, size);
  return { size: bytes.length, read: (from, count) => bytes.subarray(from, from + count) };
}

function schema(walk: Walk, table: FlatTable, base: number): void {
  note(walk, table, { list: 2, field: "", base });
  fieldsIn(walk, { table, list: 1, base }, 0);
}

function fieldsIn(
  walk: Walk,
  of: { readonly table: FlatTable; readonly list: number; readonly base: number },
  depth: number,
): void {
  const fields = listField(of.table, of.list);
  if (depth > maxDepth) throw new FlatProblem("its fields are in one another too deep");
  for (let index = 0; index < (fields?.count ?? 0); index++) {
    if (walk.fields++ > maxFields) throw new FlatProblem(`it has more than ${maxFields} fields`);
    const table = tableOf(fields!, index);
    note(walk, table, { list: 6, field: textField(table, 0) ?? "", base: of.base });
    fieldsIn(walk, { table, list: 5, base: of.base }, depth + 1);
  }
}

/** Keeps what a table says of itself. */
function note(
  walk: Walk,
  table: FlatTable,
  { list, field, base }: { readonly list: number; readonly field: string; readonly base: number },
): void {
  const pairs = listField(table, list);
  if (pairs === undefined) return;
  if (pairs.count > maxEntries) throw new FlatProblem(`a field of it says ${pairs.count} things`);
  walk.entries += pairs.count;
  if (walk.entries > maxAll) throw new FlatProblem(`its fields say more than ${maxAll} things`);
  const entries: ArrowEntry[] = [];
  for (let index = 0; index < pairs.count; index++) {
    const pair = tableOf(pairs, index);
    const value = listField(pair, 1, 1);
    if (value !== undefined)
      entries.push({ key: textField(pair, 0) ?? "", at: base + value.at, length: value.count });
  }
  walk.notes.push({ field, entries });
}
