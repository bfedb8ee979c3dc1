// The header of a GGUF file: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md . Readers in C
// have overflowed on each of these numbers (CVE-2024-21802, CVE-2024-23605, CVE-2025-53630), so each
// is held against the size of the file.
import type { ByteSource } from "../bytes/source.ts";
import { openCursor, type Cursor } from "../bytes/cursor.ts";
import { ggmlBlocks } from "./blocks.ts";

export interface GgufFile {
  readonly version: number;
  readonly tensors: number;
  /** Numbers in all tensors; undefined where their list is broken. */
  readonly elements: number | undefined;
  /** Texts of the metadata by their keys; of arrays of texts nothing. */
  readonly texts: ReadonlyMap<string, string>;
  /** Unsigned numbers of 32 bits of the metadata by their keys. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly problems: readonly string[];
}

const maxKeys = 100_000;
const maxTensors = 1_000_000;
/** Of a text that is kept; a template is shorter. */
const maxText = 4 * 1024 * 1024;
const maxNesting = 4;
const maxAlignment = 64 * 1024;

/** Bytes of a value by its type; texts (8) and arrays (9) stand apart. */
const widths: readonly (number | undefined)[] = [
  1,
  1,
  2,
  2,
  4,
  4,
  4,
  1,
  undefined,
  undefined,
  8,
  8,
  8,
];

class Stop extends Error {}

/** Reads header, metadata and the list of tensors. Total. */
export function readGguf(source: ByteSource): GgufFile {
  const problems: string[] = [];
  const texts = new Map<string, string>();
  const numbers = new Map<string, number>();
  const cursor = openCursor(source, 4);
  let version = 0;
  let tensors = 0;
  let elements: number | undefined;
  const say = (message: string): void => {
    if (problems.length < 20) problems.push(message);
  };
  try {
    version = number(cursor, 4);
    if (version < 1 || version > 3) throw new Stop(`version ${version} is not known`);
    const wide = version === 1 ? 4 : 8;
    tensors = number(cursor, wide);
    const keys = number(cursor, wide);
    if (tensors > maxTensors || tensors > source.size / 24)
      throw new Stop(`it says that it has ${tensors} tensors`);
    if (keys > maxKeys || keys > source.size / 12)
      throw new Stop(`it says that it has ${keys} keys`);
    let alignment = 32;
    const seen = new Set<string>();
    for (let index = 0; index < keys; index++) {
      const key = text(cursor, wide);
      if (seen.has(key)) say(`the key ${JSON.stringify(key.slice(0, 80))} stands twice`);
      seen.add(key);
      const type = number(cursor, 4);
      const value = read(cursor, { type, wide, depth: 0 });
      if (typeof value === "string") texts.set(key, value);
      else if (typeof value === "number") numbers.set(key, value);
      if (key === "general.alignment") {
        alignment = typeof value === "number" ? value : 0;
        if (alignment <= 0 || alignment > maxAlignment || (alignment & (alignment - 1)) !== 0)
          throw new Stop(`its alignment is ${alignment}`);
      }
    }
    const { ends, total } = readTensors(cursor, { tensors, wide, say });
    elements = total;
    const data = Math.ceil(cursor.at() / alignment) * alignment;
    for (const { name, end } of ends)
      if (data + end > source.size) say(`the tensor ${name} ends behind the end of the file`);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(error.message);
  }
  return { version, tensors, elements, texts, numbers, problems };
}

function readTensors(
  cursor: Cursor,
  given: {
    readonly tensors: number;
    readonly wide: 4 | 8;
    readonly say: (message: string) => void;
  },
): {
  readonly ends: readonly { readonly name: string; readonly end: number }[];
  readonly total: number;
} {
  const { tensors, wide, say } = given;
  const ends: { name: string; end: number }[] = [];
  const names = new Set<string>();
  let total = 0;
  for (let index = 0; index < tensors; index++) {
    const name = JSON.stringify(text(cursor, wide).slice(0, 80));
    if (names.has(name)) say(`the tensor ${name} stands twice`);
    names.add(name);
    const dimensions = number(cursor, 4);
    if (dimensions > 8) throw new Stop(`the tensor ${name} has ${dimensions} dimensions`);
    let elements = 1;
    for (let at = 0; at < dimensions; at++) elements *= number(cursor, wide);
    if (elements > Number.MAX_SAFE_INTEGER)
      throw new Stop(`the tensor ${name} has more elements than can be counted`);
    total += elements;
    const block = ggmlBlocks[number(cursor, 4)];
    const offset = number(cursor, 8);
    if (block === undefined) continue;
    ends.push({ name, end: offset + Math.ceil(elements / block[0]) * block[1] });
  }
  return { ends, total };
}

function number(cursor: Cursor, width: 1 | 2 | 4 | 8): number {
  const bytes = cursor.take(width);
  if (bytes === undefined) throw new Stop("it ends in the middle of its header");
  if (width === 1) return bytes[0]!;
  if (width === 2) return bytes.readUInt16LE(0);
  if (width === 4) return bytes.readUInt32LE(0);
  const value = bytes.readBigUInt64LE(0);
  if (value > BigInt(Number.MAX_SAFE_INTEGER)) throw new Stop(`a number in its header is ${value}`);
  return Number(value);
}

function text(cursor: Cursor, wide: 4 | 8): string {
  const length = number(cursor, wide);
  const kept = Math.min(length, maxText);
  const bytes = cursor.take(kept);
  if (bytes === undefined || !cursor.skip(length - kept))
    throw new Stop("a text in it is longer than the file");
  return bytes.toString("utf8");
}

function read(
  cursor: Cursor,
  { type, wide, depth }: { readonly type: number; readonly wide: 4 | 8; readonly depth: number },
): string | number | undefined {
  if (type === 8) return text(cursor, wide);
  if (type === 9) {
    if (depth >= maxNesting) throw new Stop("arrays in one another are too deep");
    const inner = number(cursor, 4);
    const count = number(cursor, wide);
    const width = widths[inner];
    if (width !== undefined) {
      if (!cursor.skip(width * count)) throw new Stop("an array in it is longer than the file");
      return undefined;
    }
    if (count > cursor.size) throw new Stop(`an array in it has ${count} elements`);
    for (let index = 0; index < count; index++)
      read(cursor, { type: inner, wide, depth: depth + 1 });
    return undefined;
  }
  const width = widths[type];
  if (width === undefined) throw new Stop(`a value in it has type ${type}`);
  if (type === 4) return number(cursor, 4);
  if (!cursor.skip(width)) throw new Stop("it ends in the middle of its header");
  return undefined;
}
