// The headers of a 7z archive: 7zFormat.txt of the LZMA SDK. The first 32 bytes say where the last one
// is, which lists everything, and may itself be packed.
import { crc32 } from "node:zlib";
import type { ByteSource } from "../bytes/source.ts";
import { BrokenHeader, fieldsOf, type Fields } from "./fields.ts";
import { readStreams, type Streams } from "./streams.ts";
import { unpackFolder } from "./unpack.ts";

/** What the header says of a file. */
export interface FileEntry {
  readonly name: string;
  readonly hasStream: boolean;
  readonly isFolder: boolean;
  /** As Windows has them, and above them those of Unix. */
  readonly attributes: number;
}

export interface Contents {
  readonly streams: Streams;
  readonly files: readonly FileEntry[];
}

const signature = Buffer.from("7z\xbc\xaf\x27\x1c", "latin1");
/** The first header is that long, and places are counted from behind it. */
const bodyAt = 32;
const maxHeader = 32 * 1024 * 1024;
/** A packed header in a packed header: 7-Zip takes that. */
const maxPacked = 4;
const noStreams: Streams = { folders: [], packed: [], parts: [] };

const id = {
  end: 0x00,
  header: 0x01,
  archive: 0x02,
  additional: 0x03,
  streams: 0x04,
  files: 0x05,
  emptyStream: 0x0e,
  emptyFile: 0x0f,
  names: 0x11,
  attributes: 0x15,
  encoded: 0x17,
};

/** True where an archive begins. */
export function isSevenZip(head: Buffer): boolean {
  return head.length >= 6 && head.subarray(0, 6).equals(signature);
}

/** Reads the list of an archive. Throws `BrokenHeader`. `warn` is told what stops other readers only. */
export function readContents(source: ByteSource, warn: (message: string) => void): Contents {
  const start = source.read(0, bodyAt);
  if (start.length < bodyAt) throw new BrokenHeader("it is cut off");
  if (crc32(start.subarray(12)) !== start.readUInt32LE(8))
    warn("the checksum of its first header does not fit");
  const [at, size] = [Number(start.readBigUInt64LE(12)), Number(start.readBigUInt64LE(20))];
  if (size === 0) return { streams: noStreams, files: [] };
  if (size > maxHeader) throw new BrokenHeader("its header is too large", true);
  let bytes = source.read(bodyAt + at, size);
  if (bytes.length < size) throw new BrokenHeader("it is cut off: its header lies behind its end");
  if (crc32(bytes) !== start.readUInt32LE(28)) warn("the checksum of its header does not fit");
  for (let depth = 0; depth <= maxPacked; depth++) {
    const fields = fieldsOf(bytes);
    const type = fields.number();
    if (type === id.header) return readHeader(fields);
    if (type !== id.encoded) break;
    bytes = unpackHeader(source, readStreams(fields));
  }
  throw new BrokenHeader("its header is of no known kind");
}

function unpackHeader(source: ByteSource, streams: Streams): Buffer {
  const [folder] = streams.folders;
  if (folder === undefined) throw new BrokenHeader("its packed header is empty");
  const { size } = folder.coders[folder.main]!;
  if (size > maxHeader) throw new BrokenHeader("its header is too large", true);
  const { bytes, problem } = unpackFolder(source, { streams, index: 0 }, size);
  if (bytes.length < size) throw new BrokenHeader(`its header ${problem ?? "is cut off"}`, true);
  return bytes;
}

function readHeader(fields: Fields): Contents {
  let streams = noStreams;
  let files: readonly FileEntry[] = [];
  for (let type = fields.number(); type !== id.end; type = fields.number()) {
    if (type === id.archive)
      for (let inner = fields.number(); inner !== id.end; inner = fields.number())
        fields.take(fields.number());
    else if (type === id.additional) readStreams(fields);
    else if (type === id.streams) streams = readStreams(fields);
    else if (type === id.files) files = readFiles(fields);
    else throw new BrokenHeader(`its header is broken: part ${type}`);
  }
  return { streams, files };
}

function readFiles(fields: Fields): readonly FileEntry[] {
  const count = fields.count();
  let names: readonly string[] = [];
  let attributes: readonly number[] = [];
  let isEmpty: readonly boolean[] = [];
  let isFile: readonly boolean[] = [];
  for (let type = fields.number(); type !== id.end; type = fields.number()) {
    const inner = fieldsOf(fields.take(fields.number()));
    if (type === id.emptyStream) isEmpty = inner.bits(count);
    else if (type === id.emptyFile) isFile = inner.bits(isEmpty.filter(Boolean).length);
    else if (type === id.names) names = readNames(inner, count);
    else if (type === id.attributes) attributes = readAttributes(inner, count);
  }
  let empty = 0;
  return Array.from({ length: count }, (_, index) => {
    const hasStream = isEmpty[index] !== true;
    const isFolder = !hasStream && isFile[empty++] !== true;
    return { name: names[index] ?? "", hasStream, isFolder, attributes: attributes[index] ?? 0 };
  });
}

function readNames(fields: Fields, count: number): readonly string[] {
  if (fields.byte() !== 0) throw new BrokenHeader("its names lie elsewhere");
  const names = fields.take(fields.left()).toString("utf16le").split("\0");
  if (names.length <= count) throw new BrokenHeader("it has fewer names than files");
  return names;
}

function readAttributes(fields: Fields, count: number): readonly number[] {
  const marks = fields.marks(count);
  if (fields.byte() !== 0) throw new BrokenHeader("its attributes lie elsewhere");
  return marks.map((isSet) => (isSet ? fields.take(4).readUInt32LE(0) : 0));
}
