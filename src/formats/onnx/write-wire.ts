// Writes protobuf without copying what is large: a message is a list of pieces, and bytes of weights are asked for last.

/** A part of a message: its size, and the bytes that fill it. */
export interface Piece {
  readonly size: number;
  readonly parts: readonly (Uint8Array | (() => Uint8Array) | Piece)[];
}

/** The bytes of a whole number of 64 bits, negative ones in 10. */
function varint(value: bigint | number): Uint8Array {
  const bytes: number[] = [];
  if (typeof value === "number" && value >= 0) {
    let rest = value;
    for (; rest >= 128; rest = Math.floor(rest / 128)) bytes.push((rest % 128) | 0x80);
    bytes.push(rest);
    return Uint8Array.from(bytes);
  }
  let rest = BigInt.asUintN(64, BigInt(value));
  for (; rest >= 128n; rest >>= 7n) bytes.push(Number(rest & 0x7fn) | 0x80);
  bytes.push(Number(rest));
  return Uint8Array.from(bytes);
}

const piece = (parts: readonly Uint8Array[]): Piece => ({
  size: parts.reduce((sum, part) => sum + part.length, 0),
  parts,
});

/** A field that is a whole number. */
export function intField(number: number, value: bigint | number): Piece {
  return piece([varint(number * 8), varint(value)]);
}

/** A field that is a float32. */
export function floatField(number: number, value: number): Piece {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return piece([varint(number * 8 + 5), bytes]);
}

/** A field of whole numbers, packed. */
export function packedInts(number: number, values: readonly (bigint | number)[]): Piece {
  return bytesField(number, Buffer.concat(values.map(varint)));
}

/** A field of float32, packed. */
export function packedFloats(number: number, values: readonly number[]): Piece {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [index, value] of values.entries()) bytes.writeFloatLE(value, index * 4);
  return bytesField(number, bytes);
}

/** A field of bytes that are there. */
export function bytesField(number: number, bytes: Uint8Array): Piece {
  return piece([varint(number * 8 + 2), varint(bytes.length), bytes]);
}

/** A field of bytes that are had when they are written. */
export function lazyField(number: number, size: number, bytes: () => Uint8Array): Piece {
  const head = Buffer.concat([varint(number * 8 + 2), varint(size)]);
  return { size: head.length + size, parts: [head, bytes] };
}

/** A field of text. */
export function textField(number: number, text: string): Piece {
  return bytesField(number, Buffer.from(text, "utf8"));
}

/** Pieces one after another. */
export function together(pieces: readonly Piece[]): Piece {
  return { size: pieces.reduce((sum, { size }) => sum + size, 0), parts: pieces };
}

/** A field that is a message of these. */
export function messageField(number: number, pieces: readonly Piece[]): Piece {
  const body = together(pieces);
  const head = Buffer.concat([varint(number * 8 + 2), varint(body.size)]);
  return { size: head.length + body.size, parts: [head, body] };
}

/** All bytes, in memory of their own. */
export function bytesOfPiece(whole: Piece): Uint8Array {
  const out = new Uint8Array(whole.size);
  let at = 0;
  const fill = ({ parts }: Piece): void => {
    for (const part of parts) {
      if ("parts" in part) {
        fill(part);
        continue;
      }
      const bytes = typeof part === "function" ? part() : part;
      out.set(bytes, at);
      at += bytes.length;
    }
  };
  fill(whole);
  return out;
}
