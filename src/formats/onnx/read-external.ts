// Weights that lie in files beside a model. Where they lie is what the model says, so it is held inside its folder.
import { closeSync, fstatSync, openSync, readSync, realpathSync, constants } from "node:fs";
import { isAbsolute, resolve, sep } from "node:path";
import { fileReason } from "../../core/errors.ts";
import type { ByteSource } from "../bytes/source.ts";

/** Finds the file of a location; a text says why it may not be had. */
export type External = (location: string) => ByteSource | string;

/** No location is read: for a model without a folder. */
export const noExternal: External = () => "the model has no folder";

/** A file as a source; it is opened for each reading, so that thousands of tensors hold none open. */
export function fileSource(path: string): ByteSource {
  // A pipe that waits for a writer is opened without waiting, and refused as no file.
  const open = (): number => openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  const first = open();
  let size: number;
  try {
    const stat = fstatSync(first);
    if (!stat.isFile()) throw new Error("it is no file");
    ({ size } = stat);
  } finally {
    closeSync(first);
  }
  return {
    size,
    read(at, length) {
      const end = Math.min(at + length, size);
      if (at < 0 || end <= at) return Buffer.alloc(0);
      const piece = Buffer.allocUnsafeSlow(end - at);
      const descriptor = open();
      try {
        let filled = 0;
        while (filled < piece.length) {
          // One call reads at most 2 GiB.
          const most = Math.min(piece.length - filled, 2 ** 30);
          const count = readSync(descriptor, piece, filled, most, at + filled);
          if (count === 0) break;
          filled += count;
        }
        return piece.subarray(0, filled);
      } finally {
        closeSync(descriptor);
      }
    },
  };
}

/** Files of a folder by relative paths. What leads out of it, by `..`, a root or a link, is refused. */
export function externalFolder(folder: string): External {
  const known = new Map<string, ByteSource | string>();
  const find = (location: string): ByteSource | string => {
    if (location === "" || location.includes("\0")) return "its name is none";
    const isRooted = isAbsolute(location) || /^[a-z]:|^[\\/]/i.test(location);
    if (isRooted || location.split(/[\\/]/).includes(".."))
      return "it is outside the model's folder";
    try {
      const root = realpathSync(folder);
      const path = realpathSync(resolve(root, location));
      if (!path.startsWith(root.endsWith(sep) ? root : root + sep))
        return "a link leads out of the model's folder";
      return fileSource(path);
    } catch (error) {
      return fileReason(error);
    }
  };
  return (location) => {
    const found = known.get(location) ?? find(location);
    known.set(location, found);
    return found;
  };
}
