import { closeSync, openSync, readSync } from "node:fs";
import type { ByteSource } from "../formats/bytes/source.ts";

/** Lends a file on disk as bytes at any place. Throws the error of the file system. */
export function withSource<T>(
  { file, size }: { readonly file: string; readonly size: number },
  use: (source: ByteSource) => T,
): T {
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
