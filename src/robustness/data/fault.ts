import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { fileReason, PaviseError } from "../../core/index.ts";
import type { ByteSource } from "../../formats/bytes/source.ts";

/** What data may cost. A file that claims more is refused before anything is made for it. */
export const dataLimits = {
  /** Numbers of one data set in memory: 2 GiB of float32. */
  values: 2 ** 29,
  /** Items of one source. */
  items: 50_000_000,
  /** Bytes of a file that is read as one. */
  wholeFile: 2 ** 31 - 1,
  /** Bytes of a table that is text. */
  text: 384 * 1024 * 1024,
  /** Width × height of a picture. */
  pixels: 64_000_000,
  /** Bytes of a file that is one picture. */
  picture: 256 * 1024 * 1024,
  /** Different values of a column of text. */
  categories: 10_000,
} as const;

/** An error about the user's data. */
export function invalid(message: string, hint: string, cause?: unknown): PaviseError {
  return new PaviseError("data-invalid", message, { hint, cause });
}

/** A file whose bytes are lent until it is closed. */
export interface OpenFile {
  readonly path: string;
  readonly source: ByteSource;
  close(): void;
}

/** Opens a file; what the file system says against it is a `data-invalid`. */
export function openFile(path: string): OpenFile {
  let descriptor: number | undefined;
  try {
    descriptor = openSync(path, "r");
    const status = fstatSync(descriptor);
    if (!status.isFile())
      throw invalid(`${path} is no file`, "Name a file, or a folder of pictures.");
    const { size } = status;
    const opened = descriptor;
    const read = (at: number, length: number): Buffer => {
      if (at < 0 || at >= size || !Number.isSafeInteger(at)) return Buffer.alloc(0);
      const buffer = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - at)));
      let done = 0;
      // One call reads no more than 2 GiB.
      while (done < buffer.length) {
        const count = readSync(
          opened,
          buffer,
          done,
          Math.min(buffer.length - done, 2 ** 30),
          at + done,
        );
        if (count === 0) break;
        done += count;
      }
      return buffer.subarray(0, done);
    };
    return { path, source: { size, read }, close: () => closeSync(opened) };
  } catch (thrown) {
    if (descriptor !== undefined) closeSync(descriptor);
    if (thrown instanceof PaviseError) throw thrown;
    throw invalid(
      `${path} cannot be read: ${fileReason(thrown)}`,
      "Check the path; it is taken relative to the folder you are in.",
      thrown,
    );
  }
}

/** All of a file, up to a limit. */
export function wholeOf({ path, source }: OpenFile, limit: number): Buffer {
  if (source.size > limit)
    throw invalid(
      `${path} has ${source.size} bytes, and no more than ${limit} are read as one`,
      "Split it, or write it as .npy, which is read piece by piece.",
    );
  return source.read(0, source.size);
}
