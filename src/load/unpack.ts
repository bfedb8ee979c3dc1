import { constants, gunzipSync, inflateSync, zstdDecompressSync } from "node:zlib";
import { unpackBzip2 } from "../formats/pack/bzip2.ts";
import { unpackLz4 } from "../formats/pack/lz4.ts";
import { unpackLzma } from "../formats/pack/lzma.ts";
import type { Unpacked } from "../formats/pack/unpacked.ts";
import { unpackXz } from "../formats/pack/xz.ts";

/** How bytes are packed, by their first ones. */
export type Packing = "gzip" | "zlib" | "bzip2" | "xz" | "lzma" | "lz4" | "zstd";

export function packingOf(head: Buffer): Packing | undefined {
  const a = head[0] ?? 0;
  const b = head[1] ?? 0;
  const c = head[2] ?? 0;
  const d = head[3] ?? 0;
  if (a === 0x1f && b === 0x8b) return "gzip";
  // A window of 32 kB, and a header that divides by 31 (RFC 1950): all that joblib takes for zlib.
  if (a === 0x78 && ((a << 8) | b) % 31 === 0 && (b & 0x20) === 0) return "zlib";
  if (a === 0x42 && b === 0x5a && c === 0x68 && d >= 0x31 && d <= 0x39) return "bzip2";
  if (a === 0xfd && head.toString("latin1", 1, 6) === "7zXZ\0") return "xz";
  if (a === 0x5d && b === 0 && isDictionary(head)) return "lzma";
  if (a === 0x04 && b === 0x22 && c === 0x4d && d === 0x18) return "lz4";
  if (a === 0x28 && b === 0xb5 && c === 0x2f && d === 0xfd) return "zstd";
  return undefined;
}

/** What joblib wrote before a stream of zlib, until 0.10: its length in hexadecimal, and blanks. */
const oldJoblib = /^ZF0x[\da-f]{1,16}L? {1,19}(?=x)/;

/** Bytes of the header that joblib wrote until 0.10; undefined where there is none with a stream behind it. */
export function oldJoblibHeader(head: Buffer): number | undefined {
  if (head[0] !== 0x5a || head[1] !== 0x46) return undefined;
  const length = oldJoblib.exec(head.toString("latin1", 0, 48))?.[0].length;
  if (length === undefined || packingOf(head.subarray(length)) !== "zlib") return undefined;
  return length;
}

/** A power of two, or one and a half of it: what liblzma takes for the size of a dictionary. */
function isDictionary(head: Buffer): boolean {
  if (head.length < 5) return false;
  const size = head.readUInt32LE(1);
  const lowest = size & -size;
  const rest = (size ^ lowest) >>> 0;
  return rest === 0 || rest === (lowest << 1) >>> 0 || size === 0xffffffff;
}

/** With this a stream that is cut off gives what came before. */
const lenient = { finishFlush: constants.Z_SYNC_FLUSH };

/** The first unpacked bytes, from the first packed ones; none where they cannot be had alone. */
export function peek(head: Buffer, packing: Packing): Unpacked {
  // A head of 8 kB gives less by zlib; the others stop where they are told to.
  const limit = packing === "gzip" || packing === "zlib" ? 1 << 24 : 1 << 16;
  return unpack(head, { packing, limit });
}

/** Unpacks at most so many bytes. What came before a problem is given as well. */
export function unpack(
  bytes: Buffer,
  { packing, limit }: { readonly packing: Packing; readonly limit: number },
): Unpacked {
  switch (packing) {
    case "bzip2":
      return unpackBzip2(bytes, limit);
    case "xz":
      return unpackXz(bytes, limit);
    case "lzma":
      return unpackLzma(bytes, limit);
    case "lz4":
      return unpackLz4(bytes, limit);
    default:
      return byZlib(bytes, packing, limit);
  }
}

function byZlib(bytes: Buffer, packing: "gzip" | "zlib" | "zstd", limit: number): Unpacked {
  const options = { maxOutputLength: Math.max(1, limit) };
  const run =
    packing === "gzip" ? gunzipSync : packing === "zlib" ? inflateSync : zstdDecompressSync;
  try {
    return { bytes: run(bytes, options) };
  } catch (error) {
    const isLarge = (error as { readonly code?: string }).code === "ERR_BUFFER_TOO_LARGE";
    const problem = isLarge
      ? ({ kind: "limit", message: `more than ${limit} bytes are packed in it` } as const)
      : ({ kind: "broken", message: `it is packed as ${packing}, and broken` } as const);
    return { bytes: before(bytes, packing, options), problem };
  }
}

/** What a stream that is broken or too large gives before that. */
function before(
  bytes: Buffer,
  packing: "gzip" | "zlib" | "zstd",
  options: { readonly maxOutputLength: number },
): Buffer {
  if (packing === "zstd") return Buffer.alloc(0);
  const run = packing === "gzip" ? gunzipSync : inflateSync;
  // Of a bomb, so much of the beginning as fits.
  for (let length = bytes.length; length >= 32; length = Math.floor(length / 4)) {
    try {
      return run(bytes.subarray(0, length), { ...options, ...lenient });
    } catch (error) {
      if ((error as { readonly code?: string }).code !== "ERR_BUFFER_TOO_LARGE") break;
    }
  }
  return Buffer.alloc(0);
}
