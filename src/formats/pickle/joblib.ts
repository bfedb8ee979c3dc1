// joblib writes large arrays as they are between the opcodes of a pickle, right behind the BUILD of
// the object that stands for them: `joblib/numpy_pickle.py`, `NumpyArrayWrapper`.
import type { Cursor } from "../bytes/cursor.ts";
import { entryOf, none, numberOf, textOf, type Dictionary, type PickleValue } from "./value.ts";

/** What follows in the stream. */
export type ArrayAfter =
  | { readonly kind: "bytes"; readonly bytes: number }
  /** A pickle of its own, with the objects of the array. */
  | { readonly kind: "objects" }
  /** joblib would read an array, and how large it is cannot be told. */
  | { readonly kind: "unknown" };

/** Before 0.23 scikit-learn brought joblib along. */
const wrapper = /^(?:sklearn\.externals\.)?joblib\.numpy_pickle(?:_compat)?$/;
const unknown: ArrayAfter = { kind: "unknown" };

/** The array that joblib reads now, where the object that was built stands for one. */
export function arrayAfter(target: PickleValue, cursor: Cursor): ArrayAfter | undefined {
  if (target.kind !== "call" || !isWrapped(target, 0)) return undefined;
  const state = target.states.at(-1);
  if (state?.kind !== "dict" || target.states.length > 1 || !isWritten(state)) return unknown;
  const size = itemSize(entryOf(state, "dtype"));
  const count = countOf(entryOf(state, "shape"));
  if (size === undefined || count === undefined) return unknown;
  if (size === "objects") return { kind: "objects" };
  const alignment = entryOf(state, "numpy_array_alignment_bytes") ?? none;
  let bytes = size * count;
  if (alignment.kind !== "none") {
    const here = cursor.at();
    const padding = cursor.byte();
    cursor.seek(here);
    bytes += 1 + Math.max(0, padding);
  }
  return { kind: "bytes", bytes };
}

/** True where all keys stand in the file. */
function isWritten({ entries, length }: Dictionary): boolean {
  return entries.length === length && entries.every(([key]) => textOf(key) !== undefined);
}

const maxDepth = 4;
const maxItems = 16;

/** True where the wrapper is made, by its class or by a function that is given it. */
function isWrapped(value: PickleValue, depth: number): boolean {
  if (isWrapper(value)) return true;
  if (depth > maxDepth) return false;
  if (value.kind === "call")
    return [value.callee, value.args].some((part) => isWrapped(part, depth + 1));
  if (value.kind !== "tuple") return false;
  return value.items.slice(0, maxItems).some((item) => isWrapper(item) || isTuple(item, depth + 1));
}

function isTuple(value: PickleValue, depth: number): boolean {
  return value.kind === "tuple" && isWrapped(value, depth);
}

function nameOf(value: PickleValue): string {
  return value.kind === "global" ? `${value.module}.${value.name}` : "";
}

function isWrapper(value: PickleValue | undefined): boolean {
  if (value?.kind !== "global") return false;
  return wrapper.test(value.module) && value.name === "NumpyArrayWrapper";
}

function countOf(shape: PickleValue | undefined): number | undefined {
  if (shape?.kind !== "tuple" && shape?.kind !== "list") return undefined;
  if (shape.items.length < shape.length) return undefined;
  let count = 1;
  for (const item of shape.items) {
    const one = numberOf(item);
    if (one === undefined || one < 0 || !Number.isSafeInteger(one)) return undefined;
    count *= one;
  }
  return Number.isSafeInteger(count) ? count : undefined;
}

const widths: Readonly<Record<string, number>> = { U: 4, S: 1, V: 1, a: 1 };
/** `NPY_ITEM_HASOBJECT` among the flags of a type: by this NumPy tells whether it holds objects. */
const hasObject = 1;

/** Bytes of an element, from `dtype("f8")` and the state that was put into it. */
function itemSize(dtype: PickleValue | undefined): number | "objects" | undefined {
  if (dtype?.kind !== "call" || nameOf(dtype.callee) !== "numpy.dtype") return undefined;
  const { args, states } = dtype;
  if (states.length > 1) return undefined;
  const written = args.kind === "tuple" ? textOf(args.items[0]) : undefined;
  const parsed =
    written === undefined ? null : /^[<>|=]?([a-zA-Z?])(\d*)(?:\[\w+\])?$/.exec(written);
  if (parsed === null) return undefined;
  const [, letter = "", digits = ""] = parsed;
  const [state] = states;
  let stated: number | undefined;
  let isObject = letter === "O";
  if (state?.kind === "tuple") {
    const fields = state.items[4];
    if (fields?.kind === "dict" && hasObjects(fields)) isObject = true;
    stated = numberOf(state.items[5]);
    const flags = state.items[7];
    if (flags !== undefined && ((numberOf(flags) ?? Number.NaN) & hasObject) !== Number(isObject))
      return undefined;
  } else if (state !== undefined) return undefined;
  if (isObject) return "objects";
  if (stated !== undefined && stated > 0 && letter in widths) return stated;
  if (letter === "?") return 1;
  return digits === "" ? undefined : Number(digits) * (widths[letter] ?? 1);
}

/** True where a field of a record holds objects: the array is pickled then. */
function hasObjects(fields: PickleValue): boolean {
  if (fields.kind !== "dict") return false;
  return fields.entries.some(([, field]) => {
    const type = field.kind === "tuple" ? field.items[0] : field;
    return itemSize(type) === "objects";
  });
}
