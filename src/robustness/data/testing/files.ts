// Small files of data, built by code, for tests.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { crc32, deflateSync } from "node:zlib";
import { onTestFinished } from "vitest";

/** A folder with these files that goes when the test is done. */
export function folderOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "pavise-data-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** A `.npy` file of a version, whatever its header says. */
export function npy(
  {
    descr,
    shape,
    isFortran = false,
    version = 1,
  }: {
    readonly descr: string;
    readonly shape: readonly number[];
    readonly isFortran?: boolean;
    readonly version?: number;
  },
  data: Uint8Array,
): Buffer {
  const dims = shape.length === 1 ? `${shape[0]},` : shape.join(", ");
  const text = `{'descr': '${descr}', 'fortran_order': ${isFortran ? "True" : "False"}, 'shape': (${dims}), }\n`;
  const head = Buffer.from(`\x93NUMPY${String.fromCharCode(version, 0)}`, "latin1");
  const length = Buffer.alloc(version === 1 ? 2 : 4);
  if (version === 1) length.writeUInt16LE(text.length);
  else length.writeUInt32LE(text.length);
  return Buffer.concat([head, length, Buffer.from(text), data]);
}

/** The bytes of numbers as float32. */
export function floats(...values: readonly number[]): Buffer {
  const buffer = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) buffer.writeFloatLE(value, 4 * index);
  return buffer;
}

/** An IDX file of unsigned bytes. */
export function idx(shape: readonly number[], data: readonly number[]): Buffer {
  const head = Buffer.alloc(4 + 4 * shape.length);
  head[2] = 8;
  head[3] = shape.length;
  for (const [axis, length] of shape.entries()) head.writeUInt32BE(length, 4 + 4 * axis);
  return Buffer.concat([head, Buffer.from(data)]);
}

function chunk(type: string, body: Uint8Array): Buffer {
  const inner = Buffer.concat([Buffer.from(type, "latin1"), body]);
  const out = Buffer.alloc(inner.length + 8);
  out.writeUInt32BE(body.length);
  inner.copy(out, 4);
  out.writeUInt32BE(crc32(inner), inner.length + 4);
  return out;
}

export interface PngParts {
  readonly width: number;
  readonly height: number;
  readonly depth?: number;
  /** 0 grey, 2 RGB, 3 palette, 4 grey and alpha, 6 RGB and alpha. */
  readonly colour?: number;
  readonly interlace?: number;
  readonly palette?: Uint8Array;
  /** Rows with their filter before each. */
  readonly rows: Uint8Array;
}

/** A PNG of rows as they are. */
export function png({
  width,
  height,
  depth = 8,
  colour = 2,
  interlace = 0,
  palette,
  rows,
}: PngParts): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([depth, colour, 0, 0, interlace], 8);
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", header),
    ...(palette === undefined ? [] : [chunk("PLTE", palette)]),
    chunk("IDAT", deflateSync(rows)),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** A picture of one colour. */
export function plain(width: number, height: number, colour: readonly number[]): Buffer {
  const row = [0, ...Array.from({ length: width }, () => colour).flat()];
  const rows = Buffer.from(Array.from({ length: height }, () => row).flat());
  return png({ width, height, colour: colour.length === 1 ? 0 : 2, rows });
}
