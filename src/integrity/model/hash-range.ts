import { createHash } from "node:crypto";
import { closeSync, constants, fstatSync, openSync, readSync } from "node:fs";
import { createRequire } from "node:module";
import { PaviseError } from "../../core/index.ts";
import { isSameStamp, stampOf, type Stamp } from "./list.ts";
import { unixTextHasher } from "./unix-text.ts";

/** Hash functions of OMS 1.0; BLAKE2b is the one of 64 bytes. */
export const hashTypes = ["sha256", "blake2b", "blake3"] as const;
export type HashType = (typeof hashTypes)[number];

/** Hex digits of each digest. */
export const digestLengths: Readonly<Record<HashType, number>> = {
  sha256: 64,
  blake2b: 128,
  blake3: 64,
};

/**
 * Digests that records of others are made of: Git names a file by `blob SIZE`, a zero byte and its
 * bytes; DVC before 3 took the MD5 of a text with its line ends made those of Unix.
 */
export const digestTypes = [
  ...hashTypes,
  "sha384",
  "sha512",
  "sha1",
  "md5",
  "md5-unix-text",
  "git-sha1",
  "git-sha256",
] as const;
export type DigestType = (typeof digestTypes)[number];

/** Bytes of a file that are hashed as one. */
export interface Range {
  readonly file: string;
  readonly stamp: Stamp;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** Digests of one range by their types, hex. */
export type Digests = Readonly<Partial<Record<DigestType, string>>>;

/** Why a range has no digest. */
export interface HashFailure {
  readonly kind: "changed" | "unreadable";
  readonly message: string;
}

/** What digests bytes. */
export interface Hasher {
  readonly update: (bytes: Buffer) => unknown;
  readonly digest: (encoding: "hex") => string;
}

interface NativeBlake {
  readonly Blake3Hasher: new () => {
    update(bytes: Buffer): unknown;
    digest(encoding: string): string;
  };
}

let blake: NativeBlake | undefined;

/** The native code by platform, then the package that knows every platform, where a user has it. */
const blakePackages = [
  "@napi-rs/blake-hash-linux-x64-gnu",
  "@napi-rs/blake-hash-linux-x64-musl",
  "@napi-rs/blake-hash",
];

function blake3(): Hasher {
  const require = createRequire(import.meta.url);
  for (const name of blakePackages) {
    if (blake !== undefined) break;
    try {
      blake = require(name) as NativeBlake;
    } catch {
      // Not this one.
    }
  }
  if (blake === undefined)
    throw new PaviseError("usage", "BLAKE3 needs the package @napi-rs/blake-hash here", {
      hint: "Install it beside Pavise (`npm install @napi-rs/blake-hash`), or use sha256.",
    });
  return new blake.Blake3Hasher();
}

/** Begins a digest of so many bytes. Throws `usage` where BLAKE3 is asked for and its package is not installed. */
export function openHasher(type: DigestType, size = 0): Hasher {
  switch (type) {
    case "blake3":
      return blake3();
    case "blake2b":
      return createHash("blake2b512");
    case "md5-unix-text":
      return unixTextHasher();
    case "git-sha1":
      return createHash("sha1").update(`blob ${size}\0`);
    case "git-sha256":
      return createHash("sha256").update(`blob ${size}\0`);
    default:
      return createHash(type);
  }
}

/** Measured: larger ones leave the cache, smaller ones call more often. */
const bufferBytes = 512 * 1024;
let buffer: Buffer | undefined;

/**
 * Hashes a part of a file, by several functions at once, and gives the number of bytes after each
 * read: who drives it may pause, or leave. It reads into one buffer again and again, which costs half
 * of what streams do. A file that is not the one that was listed, or that changes while it is read,
 * has no digest.
 */
export function* hashSteps(
  { file, stamp, start, end }: Range,
  types: readonly DigestType[],
): Generator<number, Digests | HashFailure, undefined> {
  const hashers = types.map((type) => openHasher(type, end - start));
  buffer ??= Buffer.allocUnsafeSlow(bufferBytes);
  const changed: HashFailure = { kind: "changed", message: "it changed while it was read" };
  let descriptor: number | undefined;
  try {
    // Where a pipe has taken the place of the file, nobody waits for its other end.
    descriptor = openSync(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    if (!isSameStamp(stampOf(fstatSync(descriptor, { bigint: true })), stamp)) return changed;
    for (let at = start; at < end;) {
      const wanted = Math.min(bufferBytes, end - at);
      const count = readSync(descriptor, buffer, 0, wanted, at);
      if (count === 0) return changed;
      const bytes = count === bufferBytes ? buffer : buffer.subarray(0, count);
      for (const hasher of hashers) hasher.update(bytes);
      at += count;
      yield count;
    }
    if (!isSameStamp(stampOf(fstatSync(descriptor, { bigint: true })), stamp)) return changed;
    const digests: Partial<Record<DigestType, string>> = {};
    for (const [at, type] of types.entries()) digests[type] = hashers[at]!.digest("hex");
    return digests;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { kind: "unreadable", message: code === "EACCES" ? "permission is denied" : message };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/** Hashes a part of a file in one go. `onBytes` is told how many bytes were read each time. */
export function hashRange(
  range: Range,
  given: {
    readonly types: readonly DigestType[];
    readonly onBytes?: (bytes: number) => void;
  },
): Digests | HashFailure {
  const steps = hashSteps(range, given.types);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    given.onBytes?.(step.value);
  }
}

/** True where a range has no digests. */
export function isFailure(answer: Digests | HashFailure): answer is HashFailure {
  return "kind" in answer;
}
