// Parquet: tables of numbers and texts, lists of numbers, and the pictures of Hugging Face data sets, which are a
// group of `bytes` and `path`. Unpacks Snappy, gzip, Zstandard, Brotli and LZ4; LZO, which nobody writes, is unread.
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from "node:zlib";
import { parquetMetadataAsync, parquetReadObjects, parquetSchema } from "hyparquet";
import type { AsyncBuffer, Compressors, FileMetaData, ParquetRow } from "hyparquet";
import { messageOf, PaviseError } from "../../core/index.ts";
import { unpackBlock } from "../../formats/pack/lz4-block.ts";
import { newOutput } from "../../formats/pack/unpacked.ts";
import { dataLimits, invalid, type OpenFile } from "./fault.ts";
import type { Items, RawItem } from "./items.ts";
import { decodePicture } from "./pictures.ts";
import type { Columns } from "./schema.ts";
import { itemsOfTable, type Cell } from "./table.ts";

const zlib =
  (unpack: (bytes: Uint8Array, options: { maxOutputLength: number }) => Buffer) =>
  (bytes: Uint8Array, length: number): Uint8Array =>
    unpack(bytes, { maxOutputLength: Math.max(1, length) });

function lz4(bytes: Uint8Array, length: number): Uint8Array {
  const output = newOutput(length);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = unpackBlock(
    { bytes: buffer, at: 0, end: buffer.length, size: length, history: 0 },
    output,
  );
  if (end !== "done") throw new Error("a page packed with LZ4 is broken");
  return output.bytes.subarray(0, output.used);
}

const compressors: Compressors = {
  GZIP: zlib(gunzipSync),
  BROTLI: zlib(brotliDecompressSync),
  ZSTD: zlib(zstdDecompressSync),
  LZ4_RAW: lz4,
};

function asyncBufferOf({ source }: OpenFile): AsyncBuffer {
  return {
    byteLength: source.size,
    slice(start, end = source.size) {
      const bytes = source.read(start, Math.max(0, end - start));
      const copy = new ArrayBuffer(bytes.length);
      new Uint8Array(copy).set(bytes);
      return copy;
    },
  };
}

/** Names of classes that Hugging Face writes into its files: features, by column. */
function classNamesIn(metadata: FileMetaData, column: string): readonly string[] | undefined {
  const text = metadata.key_value_metadata?.find(({ key }) => key === "huggingface")?.value;
  if (text === undefined) return undefined;
  try {
    const told = JSON.parse(text) as { info?: { features?: Record<string, { names?: unknown }> } };
    const names = told.info?.features?.[column]?.names;
    return Array.isArray(names) && names.every((name) => typeof name === "string")
      ? names
      : undefined;
  } catch {
    return undefined;
  }
}

interface Opened {
  readonly file: AsyncBuffer;
  readonly path: string;
  readonly metadata: FileMetaData;
  readonly count: number;
}

async function guarded<T>(path: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (thrown) {
    if (thrown instanceof PaviseError) throw thrown;
    throw invalid(
      `${path} cannot be read as Parquet: ${messageOf(thrown).slice(0, 200)}`,
      "Write it again, with Snappy, Zstandard or gzip.",
      thrown,
    );
  }
}

function rowsOf(
  { file, path, metadata }: Opened,
  columns: string[],
  [rowStart, rowEnd]: readonly [number, number],
): Promise<ParquetRow[]> {
  return guarded(path, () =>
    parquetReadObjects({ file, metadata, columns, rowStart, rowEnd, compressors, utf8: false }),
  );
}

async function open(opened: OpenFile): Promise<Opened> {
  const { path } = opened;
  const file = asyncBufferOf(opened);
  const metadata = await guarded(path, () => parquetMetadataAsync(file));
  const count = Number(metadata.num_rows);
  let [rows, unpacked] = [0, 0];
  for (const group of metadata.row_groups) {
    rows += Number(group.num_rows);
    unpacked = Math.max(
      unpacked,
      ...group.columns.map(({ meta_data }) => Number(meta_data?.total_uncompressed_size ?? 0)),
    );
  }
  if (
    !(count >= 0 && count <= dataLimits.items) ||
    rows !== count ||
    unpacked > 2 * dataLimits.wholeFile
  )
    throw invalid(
      `${path} claims ${count} rows in groups of ${rows}`,
      "Write it again, in smaller row groups.",
    );
  return { file, path, metadata, count };
}

/** Rows that are read at once: pictures are large. */
const step = 256;

function pictureItems(opened: Opened, column: string, rest: Partial<Items>): Items {
  const { path, count } = opened;
  async function* read(indices: readonly number[]): AsyncIterable<RawItem> {
    let rows: ParquetRow[] = [];
    let [start, end] = [0, 0];
    for (const index of indices) {
      if (index >= end) {
        [start, end] = [index, Math.min(count, index + step)];
        rows = await rowsOf(opened, [column], [start, end]);
      }
      const value = (rows[index - start] as Record<string, unknown> | undefined)?.[column] as
        | { readonly bytes?: unknown }
        | null
        | undefined;
      const bytes = value?.bytes ?? value;
      if (!(bytes instanceof Uint8Array))
        throw invalid(
          `row ${index + 1} of ${path} has no picture in its own bytes`,
          "Save the data set with its pictures embedded.",
        );
      const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
      const { width, height, channels, data } = decodePicture(buffer, `${path}:${index + 1}`);
      yield { data, shape: [height, width, channels] };
    }
  }
  return {
    count,
    holds: "pictures",
    name: (index) => `${path}:${index + 1}`,
    read,
    close: () => undefined,
    ...rest,
  };
}

function textOf(value: unknown): Cell | null {
  if (value instanceof Uint8Array)
    return Buffer.from(value.buffer, value.byteOffset, value.length).toString("utf8");
  if (
    typeof value === "string" ||
    typeof value === "number" ||
    typeof value === "bigint" ||
    typeof value === "boolean"
  )
    return value;
  if (value instanceof Date) return value.getTime();
  return null;
}

/** Flattens a list, or a list of lists, of numbers. */
function flat(value: unknown, into: (Cell | null)[]): void {
  if (Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof Uint8Array)))
    for (const each of value as readonly unknown[]) flat(each, into);
  else into.push(textOf(value));
}

/** Opens a Parquet file: of pictures where a column is one, of a table otherwise. */
export async function openParquet(opened: OpenFile, columns: Columns = {}): Promise<Items> {
  const parquet = await open(opened);
  const { metadata, path, count } = parquet;
  const tree = parquetSchema(metadata);
  const names = tree.children.map(({ element }) => element.name);
  const picture = tree.children.find(
    ({ element, children }) =>
      children.some((child) => child.element.name === "bytes") &&
      (columns.inputs === undefined || columns.inputs.includes(element.name)),
  );
  if (picture === undefined) {
    const rows = await rowsOf(parquet, names, [0, count]);
    const widths = names.map((name) => {
      const into: (Cell | null)[] = [];
      flat((rows[0] as Record<string, unknown> | undefined)?.[name], into);
      return into.length;
    });
    const headings = names.flatMap((name, at) =>
      widths[at] === 1 ? [name] : Array.from({ length: widths[at]! }, (_, k) => `${name}.${k}`),
    );
    if (headings.length * count > dataLimits.values)
      throw invalid(`${path} has too many cells`, "Take fewer rows or columns.");
    const cells = rows.map((row, index) => {
      const into: (Cell | null)[] = [];
      for (const name of names) flat((row as Record<string, unknown>)[name], into);
      if (into.length !== headings.length)
        throw invalid(
          `row ${index + 1} of ${path} has lists of another length than the first`,
          "Lists must be of one length.",
        );
      return into;
    });
    const inputs = columns.inputs?.flatMap((name) =>
      names.includes(name) && !headings.includes(name)
        ? headings.filter((each) => each.startsWith(`${name}.`))
        : [name],
    );
    return itemsOfTable(
      { path, names: headings, count, cell: (row, column) => cells[row]![column] },
      inputs === undefined ? columns : { ...columns, inputs },
    );
  }
  const { name } = picture.element;
  const wanted = typeof columns.label === "number" ? names.at(columns.label) : columns.label;
  const label =
    wanted ?? names.find((each) => /^(?:label|labels|fine_label|class|target|y)$/i.test(each));
  if (label === undefined) return pictureItems(parquet, name, {});
  if (!names.includes(label))
    throw invalid(`${path} has no column ${label}`, `Its columns are ${names.join(", ")}.`);
  const rows = await rowsOf(parquet, [label], [0, count]);
  const { labels } = itemsOfTable(
    {
      path,
      names: [label, ""],
      count,
      cell: (row, column) =>
        column === 0 ? textOf((rows[row] as Record<string, unknown>)[label]) : 0,
    },
    { label },
  );
  const classNames = classNamesIn(metadata, label);
  return pictureItems(parquet, name, {
    ...(labels && { labels }),
    ...(classNames && { classNames }),
  });
}
