import { createHash } from "node:crypto";
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import type { ByteSource } from "../../formats/bytes/source.ts";
import { paged } from "../../formats/bytes/paged.ts";
import { isSameStamp, stampOf, type ModelFile } from "../model/list.ts";
import type { DigestedModel } from "../sign.ts";
import { nameOfFile } from "./clean.ts";

/** A hashed model whose files can be read. */
export interface Folder {
  /** Names of all files, in their order. */
  readonly names: readonly string[];
  readonly digests: ReadonlyMap<string, string>;
  /** Its text, where it is there and no longer than `longest` bytes; else undefined, with a warning. */
  readonly text: (name: string, longest: number) => string | undefined;
  /** Opens its bytes for `read`; undefined where it cannot be opened. */
  readonly bytes: <T>(name: string, read: (source: ByteSource) => T) => T | undefined;
  readonly warn: (message: string) => void;
  readonly warnings: readonly string[];
}

const maxWarnings = 100;

/** The bytes of an open file. */
function sourceOf(descriptor: number, size: number): ByteSource {
  return paged({
    size,
    read(at, length) {
      const wanted = Math.max(0, Math.min(length, size - at));
      const buffer = Buffer.alloc(wanted);
      let done = 0;
      while (done < wanted) {
        const count = readSync(descriptor, buffer, done, wanted - done, at + done);
        if (count === 0) break;
        done += count;
      }
      return buffer.subarray(0, done);
    },
  });
}

/**
 * The files of a model for those who read what they say. Only what was hashed is opened, no link is
 * followed that was not followed then, and what changed in between is left out.
 */
export function folderOf({ listing, manifest }: DigestedModel): Folder {
  const files = new Map(listing.files.map((file) => [file.name, file]));
  const digests = new Map(manifest.resources.map(({ name, digest }) => [name, digest]));
  const warnings: string[] = [];
  function warn(message: string): void {
    if (warnings.length < maxWarnings && !warnings.includes(message)) warnings.push(message);
  }
  function open<T>(file: ModelFile, read: (descriptor: number) => T): T | undefined {
    const flags = constants.O_RDONLY | (file.isLinked ? 0 : constants.O_NOFOLLOW);
    let descriptor: number | undefined;
    try {
      descriptor = openSync(file.file, flags);
      if (!isSameStamp(stampOf(fstatSync(descriptor, { bigint: true })), file.stamp)) {
        warn(`${nameOfFile(file.name)}: it changed after it was hashed, and was not read`);
        return undefined;
      }
      return read(descriptor);
    } catch {
      warn(`${nameOfFile(file.name)}: it could not be read`);
      return undefined;
    } finally {
      if (descriptor !== undefined) closeSync(descriptor);
    }
  }
  function text(name: string, longest: number): string | undefined {
    const file = files.get(name);
    if (file === undefined) return undefined;
    if (file.size > longest) {
      warn(`${nameOfFile(name)}: longer than ${longest} bytes, and was not read`);
      return undefined;
    }
    const bytes = open(file, (descriptor) => sourceOf(descriptor, file.size).read(0, file.size));
    if (bytes === undefined) return undefined;
    if (createHash("sha256").update(bytes).digest("hex") !== digests.get(name)) {
      warn(`${nameOfFile(name)}: it changed after it was hashed, and was not read`);
      return undefined;
    }
    return bytes.toString("utf8");
  }
  return {
    names: listing.files.map(({ name }) => name),
    digests,
    text,
    bytes: (name, read) => {
      const file = files.get(name);
      if (file === undefined) return undefined;
      return open(file, (descriptor) => read(sourceOf(descriptor, file.size)));
    },
    warn,
    warnings,
  };
}
