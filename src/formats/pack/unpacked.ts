// What an unpacker gives back, and the bytes that it writes while it works.
import { constants } from "node:buffer";

/** Why no more was unpacked, or why what was unpacked is in doubt. */
export interface PackProblem {
  readonly kind: "truncated" | "broken" | "limit" | "unknown-method";
  readonly message: string;
}

/** What was unpacked. What came before a problem is always there: a loader has read it by then. */
export interface Unpacked {
  readonly bytes: Buffer;
  readonly problem?: PackProblem;
}

/**
 * The bytes written so far: the first `used` of `bytes`, which grow eightfold and never past
 * `limit`. They are also the dictionary that matches look back into, so that the size of a
 * dictionary that a header claims is never allocated.
 */
export interface Output {
  bytes: Buffer;
  used: number;
  readonly limit: number;
}

const firstSize = 64 * 1024;

/** Nothing written yet, and room for `limit` bytes at most. */
export function newOutput(limit: number): Output {
  const most = Number.isNaN(limit) ? 0 : Math.floor(limit);
  const bounded = Math.max(0, Math.min(most, constants.MAX_LENGTH));
  return { bytes: Buffer.allocUnsafeSlow(Math.min(firstSize, bounded)), used: 0, limit: bounded };
}

/**
 * Makes room for so many more bytes, or for as many as the limit leaves.
 *
 * Memory that is not written to is not taken from the system, but what the last growth left behind
 * is, until it is collected. Growing eightfold, and to the limit once an eighth of it is passed,
 * keeps all that is left behind under a seventh of the limit.
 */
export function makeRoom(output: Output, extra: number): Buffer {
  const { bytes, used, limit } = output;
  const needed = Math.min(limit, used + extra);
  if (needed <= bytes.length) return bytes;
  const wanted = Math.max(needed, bytes.length * 8);
  const grown = Buffer.allocUnsafeSlow(wanted * 8 < limit ? wanted : limit);
  bytes.copy(grown, 0, 0, used);
  output.bytes = grown;
  return grown;
}

/** Writes bytes as they are, up to the limit; false where it cut them. */
export function writeBytes(output: Output, bytes: Buffer): boolean {
  const room = makeRoom(output, bytes.length);
  const count = Math.min(bytes.length, output.limit - output.used);
  bytes.copy(room, output.used, 0, count);
  output.used += count;
  return count === bytes.length;
}

/** What was written, with what ended it. It keeps no room of more than its own size. */
export function unpackedOf(output: Output, problem?: PackProblem): Unpacked {
  const { bytes: room, used } = output;
  const isLoose = used * 2 <= room.length;
  const bytes = isLoose ? Buffer.allocUnsafeSlow(used) : room.subarray(0, used);
  if (isLoose) room.copy(bytes, 0, 0, used);
  return problem === undefined ? { bytes } : { bytes, problem };
}

export function truncated(what: string): PackProblem {
  return { kind: "truncated", message: `${what} is cut off` };
}

export function broken(message: string): PackProblem {
  return { kind: "broken", message };
}

export function limitReached({ limit }: Output): PackProblem {
  return { kind: "limit", message: `more than ${limit} bytes are packed in it` };
}

export function unknownMethod(message: string): PackProblem {
  return { kind: "unknown-method", message };
}
