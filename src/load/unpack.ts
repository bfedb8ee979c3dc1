import { constants, gunzipSync, inflateSync, zstdDecompressSync } from "node:zlib";

/** How bytes are packed, by their first ones. */
export type Packing = "gzip" | "zlib" | "bzip2" | "xz" | "lzma" | "lz4" | "zstd";

export function packingOf(head: Buffer): Packing | undefined {
  const [a = 0, b = 0, c = 0, d = 0] = head;
  if (a === 0x1f && b === 0x8b) return "gzip";
  // CM 8, a window of 32 kB at most, and a header that divides by 31 (RFC 1950).
  if ((a & 0x0f) === 8 && a >> 4 <= 7 && ((a << 8) | b) % 31 === 0 && (b & 0x20) === 0)
    return "zlib";
  if (a === 0x42 && b === 0x5a && c === 0x68 && d >= 0x31 && d <= 0x39) return "bzip2";
  if (a === 0xfd && head.toString("latin1", 1, 6) === "7zXZ\0") return "xz";
  if (a === 0x5d && b === 0 && c === 0) return "lzma";
  if (a === 0x04 && b === 0x22 && c === 0x4d && d === 0x18) return "lz4";
  if (a === 0x28 && b === 0xb5 && c === 0x2f && d === 0xfd) return "zstd";
  return undefined;
}

/** The first unpacked bytes, from the first packed ones; undefined where they cannot be had alone. */
export function peek(head: Buffer, packing: Packing): Buffer | undefined {
  const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 1 << 24 };
  try {
    if (packing === "gzip") return gunzipSync(head, options);
    if (packing === "zlib") return inflateSync(head, options);
  } catch {
    return undefined;
  }
  return undefined;
}

/** Unpacks at most so many bytes; a text says why not. */
export function unpack(
  bytes: Buffer,
  { packing, limit }: { packing: Packing; limit: number },
): Buffer | string {
  const options = { maxOutputLength: Math.max(1, limit) };
  try {
    if (packing === "gzip") return gunzipSync(bytes, options);
    if (packing === "zlib") return inflateSync(bytes, options);
    if (packing === "zstd") return zstdDecompressSync(bytes, options);
  } catch (error) {
    const code = (error as { readonly code?: string }).code;
    return code === "ERR_BUFFER_TOO_LARGE"
      ? `more than ${limit} bytes are packed in it`
      : `it is packed as ${packing}, and broken`;
  }
  return `it is packed as ${packing}, which is not unpacked yet`;
}
