// Arrays of NumPy: `.npy` and the members of `.npz`.
import type { ByteSource } from "../../formats/bytes/source.ts";
import { bytesOf } from "../../formats/bytes/source.ts";
import { npyElements, type NpyElements } from "../../formats/numpy/elements.ts";
import { readNpyHeader } from "../../formats/numpy/header.ts";
import { walkZip } from "../../formats/zip/walk.ts";
import { sizeOf } from "../batch.ts";
import { dataLimits, invalid, type OpenFile } from "./fault.ts";
import type { Items, LabelValues, RawItem } from "./items.ts";

/** An array whose elements are read when they are wanted. */
export interface NpyArray {
  readonly name: string;
  readonly shape: readonly number[];
  readonly isFortran: boolean;
  readonly elements: NpyElements;
  readonly source: ByteSource;
  readonly dataAt: number;
}

/** Opens an array; `name` stands in errors. */
export function openNpy(name: string, source: ByteSource): NpyArray {
  const header = readNpyHeader(source);
  if ("problem" in header)
    throw invalid(`${name} is no array of NumPy: ${header.problem}`, "Write it with numpy.save.");
  if (header.hasObjects)
    throw invalid(
      `${name} holds Python objects, which are pickles and are not loaded`,
      "Save plain numbers: numpy.save(path, array.astype('float32')).",
    );
  const elements = npyElements(header.type);
  if (elements === undefined)
    throw invalid(
      `${name} has elements of type ${header.type.slice(0, 60)}, which is not read`,
      "Save it as float32, uint8 or int64: array.astype('float32').",
    );
  const { shape } = header;
  if (shape === undefined || shape.length > 16)
    throw invalid(`${name} has no shape that can be read`, "Write it with numpy.save.");
  const count = sizeOf(shape);
  if (!Number.isSafeInteger(count) || header.dataAt + count * elements.width > source.size)
    throw invalid(
      `${name} is cut off: its shape is ${shape.join(" × ")}, and fewer numbers are there`,
      "Write the file again.",
    );
  return { name, shape, isFortran: header.isFortran, elements, source, dataAt: header.dataAt };
}

/** Arrays of a `.npz`, by name without `.npy`. */
export function openNpz({ path, source }: OpenFile): ReadonlyMap<string, () => NpyArray> {
  const arrays = new Map<string, () => NpyArray>();
  for (const member of walkZip(source).members) {
    if (member.isFolder || !member.name.endsWith(".npy")) continue;
    const name = member.name.slice(0, -".npy".length);
    arrays.set(name, () => {
      const stored = member.source();
      if (stored !== undefined) return openNpy(`${path}!${name}`, stored);
      if (member.size > dataLimits.wholeFile)
        throw invalid(
          `${path}!${name} has ${member.size} bytes packed`,
          "Save it with numpy.save.",
        );
      const bytes = member.read(member.size);
      if (bytes === undefined || bytes.length < member.size)
        throw invalid(`${path}!${name} cannot be unpacked`, "Write the file again.");
      return openNpy(`${path}!${name}`, bytesOf(bytes));
    });
  }
  if (arrays.size === 0)
    throw invalid(`${path} holds no arrays`, "Write it with numpy.savez(path, x=…, y=…).");
  return arrays;
}

/** Elements in the order of the array's axes. */
export function numbersOf(array: NpyArray): Float64Array {
  const { elements, shape } = array;
  if (elements.kind !== "numbers") throw notNumbers(array);
  const count = sizeOf(shape);
  if (count > dataLimits.values) throw invalid(`${array.name} has ${count} numbers`, "Take fewer.");
  const values = new Float64Array(count);
  elements.read(array.source.read(array.dataAt, count * elements.width), 0, values);
  return array.isFortran ? rowMajor(values, shape) : values;
}

function notNumbers({ name }: NpyArray): Error {
  return invalid(`${name} holds texts, not numbers`, "Inputs are numbers; texts can be labels.");
}

/** Puts what lies with the first axis closest into the order with the last axis closest. */
function rowMajor(values: Float64Array, shape: readonly number[]): Float64Array {
  const out = new Float64Array(values.length);
  const strides: number[] = [];
  let stride = 1;
  for (const length of shape) {
    strides.push(stride);
    stride *= length;
  }
  const place = shape.map(() => 0);
  let from = 0;
  for (let to = 0; to < out.length; to++) {
    out[to] = values[from]!;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      place[axis]!++;
      from += strides[axis]!;
      if (place[axis]! < shape[axis]!) break;
      from -= strides[axis]! * shape[axis]!;
      place[axis] = 0;
    }
  }
  return out;
}

/** Labels of an array: texts, whole numbers, or one column for each class of which the greatest counts. */
export function labelsOfArray(array: NpyArray): LabelValues {
  const { elements, shape, source, dataAt, name } = array;
  const flat = shape.length === 2 && shape[1] === 1 ? [shape[0]!] : shape;
  if (flat.length === 0 || flat.length > 2)
    throw invalid(
      `${name} has shape ${shape.join(" × ")}, and labels are N or N × classes`,
      "Name the array of labels.",
    );
  if (elements.kind === "texts") {
    const count = sizeOf(flat);
    if (flat.length !== 1 || count > dataLimits.items)
      throw invalid(`${name} has labels of more than one axis`, "Save one label an item.");
    const bytes = source.read(dataAt, count * elements.width);
    return Array.from({ length: count }, (_, index) =>
      elements.text(bytes, index * elements.width),
    );
  }
  const values = numbersOf(array);
  if (flat.length === 1) return values;
  const [count, classes] = [flat[0]!, flat[1]!];
  const labels = new Float64Array(count);
  for (let item = 0; item < count; item++) {
    let best = 0;
    for (let k = 1; k < classes; k++)
      if (values[item * classes + k]! > values[item * classes + best]!) best = k;
    labels[item] = best;
  }
  return labels;
}

/** The items along the first axis. */
export function itemsOfArray(array: NpyArray): Items {
  const { elements, shape, source, dataAt, name } = array;
  if (elements.kind !== "numbers") throw notNumbers(array);
  if (shape.length < 2)
    throw invalid(
      `${name} has shape ${shape.join(" × ") || "()"}, and inputs need N first and then their own axes`,
      "Save an array of N × features, or N × height × width × channels.",
    );
  const itemShape = shape.slice(1);
  const size = sizeOf(itemShape);
  const count = shape[0]!;
  const isPicture = elements.isByte && itemShape.length >= 2;
  // Items of Fortran order lie apart from one another: all is read once.
  let whole: Float64Array | undefined;

  function item(index: number): RawItem {
    let data = new Float32Array(size);
    if (array.isFortran) {
      whole ??= numbersOf(array);
      data = Float32Array.from(whole.subarray(index * size, (index + 1) * size));
    } else if (elements.kind === "numbers") {
      const bytes = source.read(dataAt + index * size * elements.width, size * elements.width);
      if (isPicture) return { data: bytes, shape: itemShape };
      elements.read(bytes, 0, data);
    }
    return { data: isPicture ? Uint8Array.from(data) : data, shape: itemShape };
  }

  return {
    count,
    holds: isPicture ? "pictures" : "numbers",
    name: (index) => `${name}[${index}]`,
    // oxlint-disable-next-line require-await -- the interface is for readers that wait
    async *read(indices) {
      for (const index of indices) yield item(index);
    },
    close: () => undefined,
  };
}
