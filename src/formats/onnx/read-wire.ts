// What reading an ONNX model needs of the wire format beyond places and lengths: exact int64, packed arrays, limits.
import type { ByteSource } from "../bytes/source.ts";
import { eachField, type Extent, type WireField } from "../protobuf/wire.ts";

/** Fields that are read in all, and the depth of graphs in graphs: files have no end of either. */
export const maxFields = 50_000_000;
export const maxDepth = 32;
const maxProblems = 100;
const maxText = 64 * 1024;

/** A file that is being read: what was found wrong is told once and the reading goes on. */
export interface Reading {
  readonly source: ByteSource;
  /** Calls back with every field of a message. */
  walk(extent: Extent, use: (field: WireField) => void): void;
  text(extent: Extent): string;
  tell(problem: string): void;
  readonly problems: readonly string[];
}

/** Starts to read. */
export function readingOf(source: ByteSource): Reading {
  const problems: string[] = [];
  let left = maxFields;
  const tell = (problem: string): void => {
    if (problems.length < maxProblems && !problems.includes(problem)) problems.push(problem);
  };
  return {
    source,
    tell,
    problems,
    walk(extent, use) {
      const isWhole = eachField(source, extent, (field) => {
        if (left-- <= 0) return false;
        use(field);
        return undefined;
      });
      if (!isWhole) tell(`the message at byte ${extent.at} is cut off or no protobuf`);
      if (left <= 0) tell(`there are more than ${maxFields} fields`);
    },
    text({ at, length }) {
      if (length > maxText) tell(`a name has more than ${maxText} bytes`);
      return source.read(at, Math.min(length, maxText)).toString("utf8");
    },
  };
}

/** A whole number of 64 bits with a sign, exact. The wire holds negative ones as 10 bytes. */
export function int64Of(source: ByteSource, { value, at }: WireField): bigint {
  if (value < 2 ** 53) return BigInt(value);
  const bytes = source.read(Math.max(0, at - 10), Math.min(10, at));
  // The first byte is the one before which no byte says that it goes on; the key before it never does.
  let start = bytes.length - 1;
  while (start > 0 && bytes[start - 1]! >= 0x80) start--;
  return varints(bytes.subarray(start))[0] ?? 0n;
}

/** The int64 of a packed array. */
export function varints(bytes: Uint8Array): bigint[] {
  const found: bigint[] = [];
  let at = 0;
  while (at < bytes.length) {
    let low = 0;
    let high = 0n;
    let shift = 0;
    for (; at < bytes.length && shift < 70; shift += 7) {
      const byte = bytes[at++]!;
      if (shift < 49) low += (byte & 0x7f) * 2 ** shift;
      else high |= BigInt(byte & 0x7f) << BigInt(shift);
      if (byte < 0x80) break;
    }
    found.push(shift < 49 ? BigInt(low) : BigInt.asIntN(64, high | BigInt(low)));
  }
  return found;
}

/** The int64 that a repeated field brings: one, or packed. */
export function repeatedInts(source: ByteSource, field: WireField): readonly bigint[] {
  if (field.type === 0) return [int64Of(source, field)];
  return field.type === 2 ? varints(source.read(field.at, field.length)) : [];
}

/** The float32 that a repeated field brings. */
export function repeatedFloats(source: ByteSource, field: WireField): readonly number[] {
  if (field.type !== 5 && field.type !== 2) return [];
  const bytes = source.read(field.at, field.length);
  const found: number[] = [];
  for (let at = 0; at + 4 <= bytes.length; at += 4) found.push(bytes.readFloatLE(at));
  return found;
}
