// The compact protocol of Thrift, in which Parquet writes what its files hold:
// https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md . Only texts are read.

const maxDepth = 32;
const maxNodes = 20_000_000;

/** A part of the bytes. */
interface Piece {
  readonly at: number;
  readonly length: number;
}

/** A key and a value. */
export interface KeyValue {
  readonly key: Piece;
  readonly value: Piece;
}

class Broken extends Error {}

interface Reader {
  readonly bytes: Buffer;
  at: number;
  nodes: number;
}

function byte(reader: Reader): number {
  if (reader.at >= reader.bytes.length || reader.nodes++ > maxNodes) throw new Broken();
  return reader.bytes[reader.at++]!;
}

function varint(reader: Reader): number {
  let value = 0;
  for (let shift = 0; shift < 70; shift += 7) {
    const one = byte(reader);
    value += (one & 0x7f) * 2 ** shift;
    if (one < 0x80) return value;
  }
  throw new Broken();
}

function piece(reader: Reader): Piece {
  const length = varint(reader);
  const { at } = reader;
  if (at + length > reader.bytes.length) throw new Broken();
  reader.at = at + length;
  return { at, length };
}

/** Calls back with each field of a structure; the callback passes over it. */
function fields(reader: Reader, use: (id: number, type: number) => void): void {
  let id = 0;
  for (;;) {
    const head = byte(reader);
    if (head === 0) return;
    const delta = head >> 4;
    if (delta === 0) {
      const zigzag = varint(reader);
      id = zigzag % 2 === 0 ? zigzag / 2 : -(zigzag + 1) / 2;
    } else id += delta;
    use(id, head & 15);
  }
}

function list(reader: Reader): { readonly count: number; readonly type: number } {
  const head = byte(reader);
  const count = head >> 4;
  return { count: count === 15 ? varint(reader) : count, type: head & 15 };
}

function skip(reader: Reader, type: number, depth: number): void {
  if (depth > maxDepth) throw new Broken();
  if (type === 1 || type === 2) return;
  if (type === 3) byte(reader);
  else if (type <= 6) varint(reader);
  else if (type === 7) reader.at += 8;
  else if (type === 8) piece(reader);
  else if (type === 9 || type === 10) {
    const { count, type: each } = list(reader);
    // In a list a yes or no takes a byte.
    for (let index = 0; index < count; index++) skip(reader, each <= 2 ? 3 : each, depth + 1);
  } else if (type === 11) {
    const count = varint(reader);
    const types = count === 0 ? 0 : byte(reader);
    for (let index = 0; index < count; index++)
      for (const one of [types >> 4, types & 15]) skip(reader, one <= 2 ? 3 : one, depth + 1);
  } else if (type === 12) fields(reader, (_, inner) => skip(reader, inner, depth + 1));
  else if (type === 13) reader.at += 16;
  else throw new Broken();
}

/** The pairs in a field of a structure that is a list of such; what comes before a break. Total. */
export function keyValuesIn(
  bytes: Buffer,
  field: number,
): { readonly pairs: readonly KeyValue[]; readonly isBroken: boolean } {
  const reader: Reader = { bytes, at: 0, nodes: 0 };
  const pairs: KeyValue[] = [];
  try {
    fields(reader, (id, type) => {
      if (id !== field || type !== 9) {
        skip(reader, type, 0);
        return;
      }
      const { count, type: each } = list(reader);
      for (let index = 0; index < count; index++)
        if (each === 12) pairs.push(pair(reader));
        else skip(reader, each, 1);
    });
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    return { pairs, isBroken: true };
  }
  return { pairs, isBroken: false };
}

function pair(reader: Reader): KeyValue {
  const found: Piece[] = [];
  fields(reader, (id, type) => {
    if (type === 8 && (id === 1 || id === 2)) found[id] = piece(reader);
    else skip(reader, type, 1);
  });
  const nothing = { at: 0, length: 0 };
  return { key: found[1] ?? nothing, value: found[2] ?? nothing };
}
