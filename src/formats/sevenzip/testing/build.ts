// Writes 7z archives, sound ones and others.
import { crc32 } from "node:zlib";

/** A file of an archive, stored. */
export interface SevenZipEntry {
  readonly name: string;
  readonly data?: Buffer | string;
  /** As Unix has it. */
  readonly mode?: number;
  /** What is said in place of the truth. */
  readonly sum?: number;
}

export interface SevenZipOptions {
  /** The id of the coder of the folder, in hex: stored where there is none. */
  readonly method?: string;
  /** What the folder says that it unpacks to. */
  readonly size?: number;
  /** Bytes of a header in place of the right one. */
  readonly header?: Buffer;
  readonly hasBrokenSum?: boolean;
}

function number(value: number): Buffer {
  if (value < 0x80) return Buffer.from([value]);
  const bytes = Buffer.alloc(9, 0xff);
  bytes.writeBigUInt64LE(BigInt(value), 1);
  return bytes;
}

function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
}

const cat = (rows: readonly (readonly (number | Buffer)[])[]): Buffer =>
  Buffer.concat(rows.flat().map((part) => (typeof part === "number" ? number(part) : part)));

/** All files in one folder. */
export function buildSevenZip(
  entries: readonly SevenZipEntry[],
  { method = "00", size, header, hasBrokenSum = false }: SevenZipOptions = {},
): Buffer {
  const datas = entries.map(({ data = "" }) => Buffer.from(data));
  const body = Buffer.concat(datas);
  const id = Buffer.from(method, "hex");
  const names = Buffer.from(entries.map(({ name }) => `${name}\0`).join(""), "utf16le");
  const modes = entries.map(({ mode = 0o100644 }) => u32(mode * 0x10000 + 0x8000));
  const sums = entries.map(({ sum }, index) => u32(sum ?? crc32(datas[index]!)));
  const own = cat([
    [1, 4, 6, 0, 1, 9, body.length, 0],
    [7, 0x0b, 1, 0, 1, id.length, id, 0x0c, size ?? body.length, 0],
    [8, 0x0d, entries.length, ...(entries.length > 1 ? [9] : [])],
    datas.slice(0, -1).map(({ length }) => length),
    [0x0a, 1, ...sums, 0, 0],
    [5, entries.length, 0x11, names.length + 1, 0, names],
    [0x15, 4 * modes.length + 2, 1, 0, ...modes, 0, 0],
  ]);
  const last = header ?? own;
  const start = Buffer.alloc(20);
  start.writeBigUInt64LE(BigInt(body.length), 0);
  start.writeBigUInt64LE(BigInt(last.length), 8);
  start.writeUInt32LE(hasBrokenSum ? 0 : crc32(last), 16);
  const signature = Buffer.from("7z\xbc\xaf\x27\x1c\0\x04", "latin1");
  return Buffer.concat([signature, u32(crc32(start)), start, body, last]);
}
