// TensorProto and SparseTensorProto: https://github.com/onnx/onnx/blob/main/onnx/onnx.proto . Bytes stay where they are.
import { PaviseError } from "../../core/errors.ts";
import type { ByteSource } from "../bytes/source.ts";
import type { Extent, WireField } from "../protobuf/wire.ts";
import { elementTypes, type ElementType, type Tensor } from "./model.ts";
import type { External } from "./read-external.ts";
import { int64Of, repeatedInts, varints, type Reading } from "./read-wire.ts";

const maxAxes = 64;
/** Elements that a sparse tensor may be spread out to. */
const maxSpread = 2 ** 28;

const bits: Readonly<Partial<Record<ElementType, number>>> = {
  float32: 32,
  uint8: 8,
  int8: 8,
  uint16: 16,
  int16: 16,
  int32: 32,
  int64: 64,
  bool: 8,
  float16: 16,
  float64: 64,
  uint32: 32,
  uint64: 64,
  complex64: 64,
  complex128: 128,
  bfloat16: 16,
  float8e4m3fn: 8,
  float8e4m3fnuz: 8,
  float8e5m2: 8,
  float8e5m2fnuz: 8,
  uint4: 4,
  int4: 4,
  float4e2m1: 4,
};

/** Bits of one element; 0 for text, which has none. */
export function bitsOf(type: ElementType): number {
  return bits[type] ?? 0;
}

/** Bytes that a tensor of this type and shape has. */
export function byteLength({ type, dims }: Pick<Tensor, "type" | "dims">): number {
  let elements = 1;
  for (const length of dims) elements *= length;
  return Math.ceil((elements * bitsOf(type)) / 8);
}

/** What one TensorProto says, its data as extents. */
interface Parts {
  name: string;
  type: ElementType;
  dims: number[];
  raw: Extent | undefined;
  /** Typed fields that were found: number of the field and extents. */
  typed: Map<number, WireField[]>;
  external: Map<string, string>;
  isExternal: boolean;
}

function partsOf(reading: Reading, extent: Extent): Parts {
  const { source } = reading;
  const parts: Parts = {
    name: "",
    type: "undefined",
    dims: [],
    raw: undefined,
    typed: new Map(),
    external: new Map(),
    isExternal: false,
  };
  reading.walk(extent, (field) => {
    const { number, type } = field;
    if (number === 1)
      parts.dims.push(
        ...repeatedInts(source, field)
          .slice(0, maxAxes + 1)
          .map(Number),
      );
    else if (number === 2 && type === 0) parts.type = elementTypes[field.value] ?? "undefined";
    else if (number === 8 && type === 2) parts.name = reading.text(field);
    else if (number === 9 && type === 2) parts.raw = field;
    else if (number === 13 && type === 2) {
      let [key, value] = ["", ""];
      reading.walk(field, (part) => {
        if (part.number === 1 && part.type === 2) key = reading.text(part);
        else if (part.number === 2 && part.type === 2) value = reading.text(part);
      });
      parts.external.set(key, value);
    } else if (number === 14 && type === 0) parts.isExternal = field.value === 1;
    else if ([4, 5, 6, 7, 10, 11].includes(number)) {
      const fields = parts.typed.get(number) ?? [];
      fields.push(field);
      parts.typed.set(number, fields);
    }
  });
  return parts;
}

/** Bytes at an address that every typed array accepts; those of a page or of a file in memory may lie anywhere. */
function aligned(bytes: Uint8Array): Uint8Array {
  return bytes.byteOffset % 8 === 0 ? bytes : new Uint8Array(bytes);
}

/** The typed field in which elements of a type stand where they are not raw. */
function fieldOf(type: ElementType): number {
  if (type === "float32" || type === "complex64") return 4;
  if (type === "float64" || type === "complex128") return 10;
  if (type === "int64") return 7;
  if (type === "uint64" || type === "uint32") return 11;
  return type === "string" ? 6 : 5;
}

/** Bytes of elements that stand in a typed field. */
function typedBytes(
  source: ByteSource,
  type: ElementType,
  fields: readonly WireField[],
): Uint8Array {
  const number = fieldOf(type);
  if (number === 4 || number === 10) {
    const pieces = fields
      .filter((field) => field.type === 2 || field.type === (number === 4 ? 5 : 1))
      .map(({ at, length }) => source.read(at, length));
    return aligned(pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces));
  }
  const values = fields.flatMap((field) =>
    field.type === 0
      ? [int64Of(source, field)]
      : field.type === 2
        ? varints(source.read(field.at, field.length))
        : [],
  );
  // Four-bit elements come two to a byte here as well.
  const width = Math.max(8, bitsOf(type)) / 8;
  const bytes = Buffer.alloc(values.length * width);
  for (const [index, value] of values.entries()) {
    const at = index * width;
    if (width === 8) bytes.writeBigUInt64LE(BigInt.asUintN(64, value), at);
    else bytes.writeUIntLE(Number(BigInt.asUintN(width * 8, value)), at, width);
  }
  return aligned(bytes);
}

/** Where the bytes are: a source, a place in it and how they are had. A text says why there are none. */
function bytesOf(
  reading: Reading,
  parts: Parts,
  external: External,
): { readonly length: number; readonly read: () => Uint8Array } | string {
  const { source } = reading;
  if (!parts.isExternal) {
    const { raw } = parts;
    if (raw !== undefined)
      return { length: raw.length, read: () => aligned(source.read(raw.at, raw.length)) };
    const fields = parts.typed.get(fieldOf(parts.type)) ?? [];
    const read = (): Uint8Array => typedBytes(source, parts.type, fields);
    const isFixed = [4, 10].includes(fieldOf(parts.type));
    const length = isFixed ? fields.reduce((sum, field) => sum + field.length, 0) : read().length;
    return { length, read };
  }
  const location = parts.external.get("location") ?? "";
  const found = external(location);
  if (typeof found === "string") return `its data in ${JSON.stringify(location)}: ${found}`;
  const offset = Number(parts.external.get("offset") ?? 0);
  const length = Number(parts.external.get("length") ?? byteLength(parts));
  const isPlace = Number.isSafeInteger(offset) && Number.isSafeInteger(length);
  if (!isPlace || offset < 0 || length < 0 || offset + length > found.size)
    return `its data are at ${offset} + ${length} of ${JSON.stringify(location)}, which has ${found.size} bytes`;
  return { length, read: () => aligned(found.read(offset, length)) };
}

/** Reads a tensor without its bytes; these are read when they are asked for. */
export function readTensor(
  reading: Reading,
  extent: Extent,
  external: External,
): { readonly name: string; readonly tensor: Tensor } {
  const parts = partsOf(reading, extent);
  const { name, type } = parts;
  const fail = (why: string): Tensor => {
    const problem = `the tensor ${JSON.stringify(name)}: ${why}`;
    reading.tell(problem);
    const bytes = (): never => {
      throw new PaviseError("model-unsupported", problem, {
        hint: "Export the model again, and keep files with its weights in its folder.",
      });
    };
    return { type, dims: [], bytes };
  };
  if (type === "undefined") return { name, tensor: fail("its elements are of no known type") };
  const isShape = parts.dims.every((length) => Number.isSafeInteger(length) && length >= 0);
  if (!isShape || parts.dims.length > maxAxes || !Number.isSafeInteger(byteLength(parts)))
    return { name, tensor: fail("its shape cannot be") };
  const dims: readonly number[] = parts.dims;
  if (type === "string") {
    const fields = (parts.typed.get(6) ?? []).filter((field) => field.type === 2);
    const count = dims.reduce((product, length) => product * length, 1);
    if (fields.length !== count)
      return { name, tensor: fail("it has more or fewer texts than its shape") };
    const strings = fields.map((field) => reading.text(field));
    return { name, tensor: { type, dims, bytes: () => new Uint8Array(0), strings } };
  }
  const found = bytesOf(reading, parts, external);
  if (typeof found === "string") return { name, tensor: fail(found) };
  const wanted = byteLength(parts);
  if (found.length !== wanted)
    return {
      name,
      tensor: fail(`it has ${found.length} bytes where its shape asks for ${wanted}`),
    };
  return { name, tensor: { type, dims, bytes: found.read } };
}

/** Reads a sparse tensor, spread out: its values at their places, zeros elsewhere. */
export function readSparse(
  reading: Reading,
  extent: Extent,
  external: External,
): { readonly name: string; readonly tensor: Tensor } | undefined {
  let values: ReturnType<typeof readTensor> | undefined;
  let indices: ReturnType<typeof readTensor> | undefined;
  const dims: number[] = [];
  reading.walk(extent, (field) => {
    if (field.number === 1 && field.type === 2) values = readTensor(reading, field, external);
    else if (field.number === 2 && field.type === 2) indices = readTensor(reading, field, external);
    else if (field.number === 3) dims.push(...repeatedInts(reading.source, field).map(Number));
  });
  const problem = spreadProblem(values?.tensor, indices?.tensor, dims);
  if (problem !== undefined || values === undefined || indices === undefined) {
    reading.tell(`the sparse tensor ${JSON.stringify(values?.name ?? "")}: ${problem}`);
    return undefined;
  }
  const [from, at] = [values.tensor, indices.tensor];
  const bytes = (): Uint8Array => spread({ from, at, dims });
  return { name: values.name, tensor: { type: from.type, dims, bytes } };
}

function spreadProblem(
  values: Tensor | undefined,
  indices: Tensor | undefined,
  dims: readonly number[],
): string | undefined {
  if (values === undefined || indices === undefined)
    return "its values or their places are missing";
  const elements = dims.reduce((product, length) => product * length, 1);
  if (!(elements >= 0 && elements <= maxSpread) || dims.length > maxAxes)
    return `it would have more than ${maxSpread} elements, or a shape that cannot be`;
  if (bitsOf(values.type) < 8) return `its elements are ${values.type}`;
  const count = values.dims[0] ?? 0;
  const isLinear = indices.dims.length === 1;
  const isByAxis = indices.dims.length === 2 && indices.dims[1] === dims.length;
  if (values.dims.length !== 1 || indices.type !== "int64" || !(isLinear || isByAxis))
    return "its places are of no known form";
  return indices.dims[0] === count ? undefined : "it has more places than values, or fewer";
}

function spread({
  from,
  at,
  dims,
}: {
  readonly from: Tensor;
  readonly at: Tensor;
  readonly dims: readonly number[];
}): Uint8Array {
  const width = bitsOf(from.type) / 8;
  const out = new Uint8Array(byteLength({ type: from.type, dims }));
  const values = from.bytes();
  const places = Buffer.from(at.bytes());
  const each = at.dims.length === 1 ? 1 : dims.length;
  for (let item = 0; item < from.dims[0]!; item++) {
    let index = 0;
    for (let axis = 0; axis < each; axis++) {
      const one = Number(places.readBigInt64LE((item * each + axis) * 8));
      index = each === 1 && at.dims.length === 1 ? one : index * dims[axis]! + one;
    }
    if (index < 0 || (index + 1) * width > out.length)
      throw new PaviseError("model-unsupported", "a sparse tensor has a place beyond its shape", {
        hint: "Export the model again with dense weights.",
      });
    out.set(values.subarray(item * width, (item + 1) * width), index * width);
  }
  return out;
}
