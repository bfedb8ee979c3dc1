// Tensors as numbers and numbers as tensors.
import { PaviseError } from "../../core/errors.ts";
import type { ElementType, Tensor } from "../../formats/onnx/model.ts";
import { sizeOf } from "../batch.ts";

/** Bytes at an address that every typed array accepts; the same memory where it is aligned already. */
function aligned(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset % 8 === 0 ? bytes : new Uint8Array(bytes);
}

/** float16 bits as a number (IEEE 754-2008 binary16). */
function halfToNumber(half: number): number {
  const sign = half & 0x8000 ? -1 : 1;
  const exponent = (half >> 10) & 0x1f;
  const fraction = half & 0x3ff;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : NaN;
  return sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

function bfloatToNumber(bits: number): number {
  return new Float32Array(Uint32Array.of(bits << 16).buffer)[0]!;
}

/** Elements as numbers; int64 beyond 2^53 lose digits. Undefined for text, complex and elements under a byte. */
export function numbersOf(tensor: Tensor): ArrayLike<number> | undefined {
  const bytes = aligned(tensor.bytes());
  const { buffer, byteOffset } = bytes;
  const count = sizeOf(tensor.dims);
  switch (tensor.type) {
    case "float32":
      return new Float32Array(buffer, byteOffset, count);
    case "float64":
      return new Float64Array(buffer, byteOffset, count);
    case "int64":
      return Float64Array.from(new BigInt64Array(buffer, byteOffset, count), Number);
    case "uint64":
      return Float64Array.from(new BigUint64Array(buffer, byteOffset, count), Number);
    case "int32":
      return new Int32Array(buffer, byteOffset, count);
    case "uint32":
      return new Uint32Array(buffer, byteOffset, count);
    case "int16":
      return new Int16Array(buffer, byteOffset, count);
    case "uint16":
      return new Uint16Array(buffer, byteOffset, count);
    case "int8":
      return new Int8Array(buffer, byteOffset, count);
    case "uint8":
    case "bool":
      return new Uint8Array(buffer, byteOffset, count);
    case "float16":
      return Float64Array.from(new Uint16Array(buffer, byteOffset, count), halfToNumber);
    case "bfloat16":
      return Float64Array.from(new Uint16Array(buffer, byteOffset, count), bfloatToNumber);
    default:
      return undefined;
  }
}

/** The greatest int64 is no number of JavaScript: it stands for an end that is open, and must not wrap around. */
function whole64(value: number): bigint {
  return value >= 2 ** 63 ? 2n ** 63n - 1n : BigInt(Math.trunc(value));
}

/** Numbers in memory as elements of a type. */
const makers: Readonly<
  Partial<Record<ElementType, (values: ArrayLike<number>) => ArrayBufferView<ArrayBuffer>>>
> = {
  float32: (values) => Float32Array.from(values),
  float64: (values) => Float64Array.from(values),
  int64: (values) => BigInt64Array.from(Array.from(values, whole64)),
  int32: (values) => Int32Array.from(values),
  int16: (values) => Int16Array.from(values),
  int8: (values) => Int8Array.from(values),
  uint8: (values) => Uint8Array.from(values),
  uint16: (values) => Uint16Array.from(values),
  uint32: (values) => Uint32Array.from(values),
  uint64: (values) => BigUint64Array.from(Array.from(values, (value) => BigInt(Math.trunc(value)))),
  bool: (values) => Uint8Array.from(values, (value) => (value === 0 ? 0 : 1)),
  float16: (values) => Uint16Array.from(values, halfBits),
  bfloat16: (values) =>
    Uint16Array.from(values, (value) =>
      roundBfloat(new Uint32Array(Float32Array.of(value).buffer)[0]!),
    ),
};

/** To the nearest, ties to even. */
function roundBfloat(bits: number): number {
  return ((bits + 0x7fff + ((bits >>> 16) & 1)) >>> 16) & 0xffff;
}

/** A number as float16 bits: to the nearest, ties to even. */
function halfBits(value: number): number {
  const sign = value < 0 || Object.is(value, -0) ? 0x8000 : 0;
  const size = Math.abs(value);
  if (Number.isNaN(value)) return 0x7e00;
  if (size >= 65520) return sign | 0x7c00;
  const exponent = Math.max(-14, Math.floor(Math.log2(size || 1e-30)));
  const scaled = size / 2 ** (exponent - 10);
  const floor = Math.floor(scaled);
  const rest = scaled - floor;
  const rounded = rest > 0.5 || (rest === 0.5 && floor % 2 === 1) ? floor + 1 : floor;
  // A carry into the next power of two is the next exponent by itself.
  return exponent === -14 && rounded < 1024
    ? sign | rounded
    : sign | (((exponent + 15) << 10) + rounded - 1024);
}

/** A tensor of these numbers. Errors: `model-unsupported` for types that are no numbers of a byte or more. */
export function tensorOf(
  type: ElementType,
  dims: readonly number[],
  values: ArrayLike<number>,
): Tensor {
  const make = makers[type];
  if (make === undefined)
    throw new PaviseError("model-unsupported", `constants of type ${type} cannot be computed`, {
      hint: "Export the model with float32 weights.",
    });
  const { buffer, byteOffset, byteLength } = make(values);
  const bytes = new Uint8Array(buffer, byteOffset, byteLength);
  return { type, dims, bytes: () => bytes };
}
