// The data of a member, as much of them as can be had: what Python reads before it finds an error has
// run already where it was a pickle.
import { constants, inflateRawSync, zstdDecompressSync } from "node:zlib";
import type { ByteSource } from "../bytes/source.ts";
import { unpackBzip2 } from "../pack/bzip2.ts";
import { unpackLzma } from "../pack/lzma.ts";
import { unpackXz } from "../pack/xz.ts";
import { readAt } from "./records.ts";

/** Where a member's data are, and how they are packed. */
export interface PackedData {
  readonly source: ByteSource;
  readonly at: number;
  readonly packed: number;
  readonly size: number;
  /** The method of the directory, which every reader believes; then that of the local header. */
  readonly methods: readonly number[];
  readonly isMarkedEncrypted: boolean;
}

type Unpack = (bytes: Buffer, maxOutputLength: number) => Buffer;

/** The version of LZMA's own, the length of its properties and these (APPNOTE.TXT 5.8.8); no size. */
function unpackZipLzma(bytes: Buffer, limit: number): Buffer {
  if (bytes.length < 9 || bytes.readUInt16LE(2) !== 5) return Buffer.alloc(0);
  const unknownSize = Buffer.alloc(8, 0xff);
  const alone = Buffer.concat([bytes.subarray(4, 9), unknownSize, bytes.subarray(9)]);
  return unpackLzma(alone, limit).bytes;
}

/** PyTorch reads stored and deflated members only, Python's `zipfile` all but xz. */
const unpackers: ReadonlyMap<number, Unpack> = new Map<number, Unpack>([
  [
    8,
    (bytes, maxOutputLength) =>
      inflateRawSync(bytes, { maxOutputLength, finishFlush: constants.Z_SYNC_FLUSH }),
  ],
  [12, (bytes, limit) => unpackBzip2(bytes, limit).bytes],
  [14, unpackZipLzma],
  [95, (bytes, limit) => unpackXz(bytes, limit).bytes],
  // Python reads it since 3.14.
  [
    93,
    (bytes, maxOutputLength) =>
      zstdDecompressSync(bytes, { maxOutputLength, finishFlush: constants.ZSTD_e_flush }),
  ],
]);

/** One byte of deflate unpacks to 2 KiB at most, a block of Zstandard to 128 KiB. */
const slack = 256 * 1024;
const maxLimit = 1024 * 1024 * 1024;

/**
 * What the longest part of packed data that is sound unpacks to, up to about `limit` bytes. Node's zlib
 * gives all or nothing, so that the length is found by halving.
 */
function unpackPart(bytes: Buffer, limit: number, unpack: Unpack): Buffer {
  let part: Buffer = Buffer.alloc(0);
  let sound = 0;
  let unsound = bytes.length + 1;
  while (sound + 1 < unsound && part.length < limit) {
    const length = Math.floor((sound + unsound) / 2);
    try {
      part = unpack(bytes.subarray(0, length), limit + slack);
      sound = length;
    } catch {
      unsound = length;
    }
  }
  return part;
}

function unpackWith(data: PackedData, limit: number, unpack: Unpack): Buffer | undefined {
  // Empty blocks can be packed before and between the data without end.
  const budget = 2 * limit + 16 * 1024 * 1024;
  const bytes = readAt(data.source, data.at, Math.min(data.packed, budget));
  let whole: Buffer | undefined;
  try {
    whole = unpack(bytes, limit + slack);
  } catch {
    whole = undefined;
  }
  const part = whole ?? unpackPart(bytes, limit, unpack);
  const wanted = Math.min(limit, data.size);
  if (part.length < wanted && data.packed > budget) return undefined;
  // What is encrypted indeed may begin like packed data, and does not end like them.
  if (part.length < wanted && data.isMarkedEncrypted) return undefined;
  if (part.length === 0 && data.size > 0) return undefined;
  return part.subarray(0, limit);
}

/**
 * Whether stored data are as they are. Encryption puts bytes before them (APPNOTE.TXT 6.1.3 and 7.2): a
 * member whose sizes are equal only says that it is encrypted.
 */
function isPlain(data: PackedData): boolean {
  return data.methods[0] === 0 && !(data.isMarkedEncrypted && data.packed !== data.size);
}

/** At most `limit` bytes of a member, unpacked; undefined where none can be had. */
export function unpackData(data: PackedData, limit: number): Buffer | undefined {
  const most = Math.max(0, Math.min(limit, maxLimit));
  if (most === 0 || (data.size === 0 && data.packed === 0)) return Buffer.alloc(0);
  for (const method of data.methods) {
    // Stored by its local header alone: only readers that never look at a directory take it so.
    if (method === 0 && (isPlain(data) || data.methods[0] !== 0))
      return readAt(data.source, data.at, Math.min(data.packed, most));
    const unpack = unpackers.get(method);
    const bytes = unpack === undefined ? undefined : unpackWith(data, most, unpack);
    if (bytes !== undefined) return bytes;
  }
  return undefined;
}

/** Stored data as a source of their own, without a copy. */
export function dataSource(data: PackedData): ByteSource | undefined {
  if (!isPlain(data)) return undefined;
  const size = Math.max(0, Math.min(data.packed, data.source.size - data.at));
  return {
    size,
    read: (at, length) =>
      at < 0 || at >= size
        ? Buffer.alloc(0)
        : readAt(data.source, data.at + at, Math.min(length, size - at)),
  };
}
