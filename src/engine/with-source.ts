import { closeSync, openSync, readSync } from "node:fs";
import type { ByteSource } from "../formats/bytes/source.ts";

/**
 * Lends a file as bytes at any place: those that were read already, or from the disk. Throws the
 * error of the file system.
 */
export function withSource<T>(
  {
    file,
    size,
    source,
  }: { readonly file: string; readonly size: number; readonly source?: ByteSource },
  use: (source: ByteSource) => T,
): T {
  if (source !== undefined) return use(source);
  const descriptor = openSync(file, "r");
  try {
    const read = (at: number, length: number): Buffer => {
      if (at < 0 || at >= size || !Number.isSafeInteger(at)) return Buffer.alloc(0);
      const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - at)));
      return buffer.subarray(0, readSync(descriptor, buffer, 0, buffer.length, at));
    };
    return use({ size, read });
  } finally {
    closeSync(descriptor);
  }
}
