// Operators of ONNX that make much of little: `ConstantOfShape`, `Expand` and `Tile` take from a few
// numbers how large their result is. Only shapes that are written in the model are known.
import type { ByteSource } from "../formats/bytes/source.ts";
import { eachField, type Extent } from "../formats/protobuf/wire.ts";

/** Which of its inputs says how large the result of an operator is. */
export const shapeInputs: Readonly<Record<string, number>> = {
  ConstantOfShape: 0,
  Expand: 1,
  Tile: 1,
};
/** Elements that no machine holds: a quarter of a terabyte of bytes. */
export const mostElements = 2 ** 38;
/** Dimensions of a shape. */
const maxNumbers = 64;

/** The product of the numbers of a small tensor of integers; undefined for every other. */
export function productOf(source: ByteSource, tensor: Extent): number | undefined {
  const numbers: number[] = [];
  let type = 0;
  let raw: Extent | undefined;
  eachField(source, tensor, (field) => {
    if (field.number === 2 && field.type === 0) type = field.value;
    else if (field.number === 9 && field.type === 2) raw = field;
    else if (field.number === 7 && numbers.length <= maxNumbers) {
      if (field.type === 0) numbers.push(field.value);
      else if (field.type === 2 && field.length <= 10 * maxNumbers)
        numbers.push(...packed(source, field));
    }
  });
  if (type !== 7) return undefined;
  if (raw !== undefined && numbers.length === 0) {
    if (raw.length % 8 !== 0 || raw.length > 8 * maxNumbers) return undefined;
    const bytes = source.read(raw.at, raw.length);
    for (let at = 0; at + 8 <= bytes.length; at += 8)
      numbers.push(Number(bytes.readBigInt64LE(at)));
  }
  if (numbers.length === 0 || numbers.length > maxNumbers) return undefined;
  // Negative numbers are 2^63 and more as they are read here.
  if (numbers.some((each) => each < 0 || each >= 2 ** 63)) return undefined;
  return numbers.reduce((all, each) => all * each, 1);
}

/** Numbers one after the other, of a field that is packed. */
function packed(source: ByteSource, { at, length }: Extent): readonly number[] {
  const numbers: number[] = [];
  let value = 0;
  let scale = 1;
  for (const byte of source.read(at, length)) {
    value += (byte & 0x7f) * scale;
    scale *= 128;
    if (byte >= 0x80) continue;
    numbers.push(value);
    value = 0;
    scale = 1;
  }
  return numbers;
}

/** Bytes of an element by the type of a tensor; texts and what is packed have none. */
const widths: Readonly<Record<number, number>> = {
  1: 4,
  2: 1,
  3: 1,
  4: 2,
  5: 2,
  6: 4,
  7: 8,
  9: 1,
  10: 2,
  11: 8,
  12: 4,
  13: 8,
  14: 8,
  15: 16,
  16: 2,
  17: 1,
  18: 1,
  19: 1,
  20: 1,
};

/** Bytes that a tensor needs, and those that it has in the file; undefined where they are not there. */
export function rawSize(
  source: ByteSource,
  tensor: Extent,
): { readonly needed: number; readonly found: number } | undefined {
  let elements = 1;
  let width: number | undefined;
  let found: number | undefined;
  eachField(source, tensor, (field) => {
    if (field.number === 1 && field.type === 0) elements *= field.value;
    else if (field.number === 1 && field.type === 2 && field.length <= 10 * maxNumbers)
      for (const each of packed(source, field)) elements *= each;
    else if (field.number === 2 && field.type === 0) width = widths[field.value];
    else if (field.number === 9 && field.type === 2) found = field.length;
  });
  if (width === undefined || found === undefined) return undefined;
  return { needed: elements * width, found };
}
