/** A field of a table of FlatBuffers: nothing, a number of 8 bytes, a text, bytes, a table, a list of tables. */
export type FlatField = undefined | number | string | Buffer | FlatTable | readonly FlatTable[];

/** A table by its fields, in the order of the schema. */
export interface FlatTable {
  readonly fields: readonly FlatField[];
}

/** A file of FlatBuffers with its identifier, and what stands between that and the first table. */
export function flatFile(
  identifier: string,
  root: FlatTable,
  header: Buffer = Buffer.alloc(0),
): Buffer {
  const writer = openWriter();
  const start = writer.write(Buffer.alloc(4));
  writer.write(Buffer.from(identifier));
  writer.write(header);
  writer.point(start, writeTable(writer, root));
  return writer.bytes();
}

interface Writer {
  readonly write: (bytes: Buffer) => number;
  /** Makes a place lead to another one. */
  readonly point: (from: number, to: number) => void;
  readonly bytes: () => Buffer;
}

function openWriter(): Writer {
  let whole = Buffer.alloc(0);
  return {
    write(bytes) {
      const at = whole.length;
      whole = Buffer.concat([whole, bytes]);
      return at;
    },
    point: (from, to) => void whole.writeUInt32LE(to - from, from),
    bytes: () => whole,
  };
}

function writeTable(writer: Writer, { fields }: FlatTable): number {
  const places = fields.map((field, index) => (field === undefined ? 0 : 4 + 8 * index));
  const sizes = [4 + 2 * fields.length, 4 + 8 * fields.length];
  const virtual = writer.write(Buffer.from(Uint16Array.from([...sizes, ...places]).buffer));
  const content = Buffer.alloc(4 + 8 * fields.length);
  content.writeInt32LE(4 + 2 * fields.length, 0);
  for (const [index, field] of fields.entries())
    if (typeof field === "number") content.writeBigUInt64LE(BigInt(field), 4 + 8 * index);
  const at = writer.write(content);
  if (at - virtual !== 4 + 2 * fields.length) throw new Error("tables follow their offsets");
  for (const [index, field] of fields.entries())
    if (field !== undefined && typeof field !== "number")
      writer.point(at + 4 + 8 * index, writeValue(writer, field));
  return at;
}

function writeValue(writer: Writer, field: Exclude<FlatField, undefined | number>): number {
  if (typeof field === "string" || Buffer.isBuffer(field)) {
    const bytes = Buffer.from(field);
    return writer.write(Buffer.concat([Buffer.from(Uint32Array.of(bytes.length).buffer), bytes]));
  }
  if ("fields" in field) return writeTable(writer, field);
  const at = writer.write(Buffer.from(Uint32Array.of(field.length).buffer));
  const places = field.map(() => writer.write(Buffer.alloc(4)));
  for (const [index, table] of field.entries())
    writer.point(places[index]!, writeTable(writer, table));
  return at;
}
