import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { basename } from "node:path";
import type { AssetKind } from "../core/index.ts";
import { headBytes, identify } from "./identify.ts";

/** What reading gives: the kind, and the bytes where they were asked for and fit. */
export interface Reading {
  readonly kind: AssetKind;
  readonly size: number;
  readonly bytes?: Buffer;
  /** All bytes of a small file that were read to know its kind, although nobody wants them. */
  readonly small?: Buffer;
  readonly refused?: "too-large" | "special-file";
}

function fill(descriptor: number, buffer: Buffer, from: number): number {
  let at = from;
  while (at < buffer.length) {
    const count = readSync(descriptor, buffer, at, buffer.length - at, at);
    if (count === 0) break;
    at += count;
  }
  return at;
}

/**
 * Reads a file once: its head to know its kind, then the rest where `wanted` says so. Throws the
 * error of the file system. A file that was swapped for a pipe or a device is not waited for.
 */
export function readAsset(
  file: string,
  options: {
    readonly wanted: (kind: AssetKind) => boolean;
    readonly maxBytes: (kind: AssetKind) => number;
  },
): Reading {
  const descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile()) return { kind: "binary", size: 0, refused: "special-file" };
    const { size } = stat;
    const small = size <= 256 * 1024;
    const buffer = Buffer.allocUnsafe(small ? size : headBytes);
    const count = fill(descriptor, buffer, 0);
    const head = buffer.subarray(0, Math.min(count, headBytes));
    const read = (at: number, length: number): Buffer => {
      const piece = Buffer.allocUnsafe(Math.max(0, Math.min(length, size - at)));
      return piece.subarray(0, readSync(descriptor, piece, 0, piece.length, at));
    };
    const kind = identify({ bytes: head, size, name: basename(file).toLowerCase(), read });
    if (!options.wanted(kind))
      return small ? { kind, size, small: buffer.subarray(0, count) } : { kind, size };
    if (size > options.maxBytes(kind)) return { kind, size, refused: "too-large" };
    if (small) return { kind, size, bytes: buffer.subarray(0, count) };
    const whole = Buffer.allocUnsafe(size);
    buffer.copy(whole, 0, 0, count);
    return { kind, size, bytes: whole.subarray(0, fill(descriptor, whole, count)) };
  } finally {
    closeSync(descriptor);
  }
}
