// joblib writes large arrays as they are between the opcodes of a pickle, right behind the BUILD of
// the object that stands for them: `joblib/numpy_pickle.py`, `NumpyArrayWrapper`.
import type { Cursor } from "./cursor.ts";
import { entryOf, numberOf, textOf, type PickleValue } from "./value.ts";

/** What follows in the stream. */
export type ArrayAfter =
  | { readonly kind: "bytes"; readonly bytes: number }
  /** A pickle of its own, with the objects of the array. */
  | { readonly kind: "objects" };

const wrapper = /^joblib\.numpy_pickle(?:_compat)?$/;

/** The array that joblib reads now, where the object that was built stands for one. */
export function arrayAfter(target: PickleValue, cursor: Cursor): ArrayAfter | undefined {
  if (target.kind !== "call") return undefined;
  const { callee, args } = target;
  // Protocols 0 and 1 make objects by `copyreg._reconstructor(class, object, None)`.
  const first = args.kind === "tuple" ? args.items[0] : undefined;
  const isWrapped =
    isWrapper(callee) || (nameOf(callee) === "copyreg._reconstructor" && isWrapper(first));
  if (!isWrapped) return undefined;
  const state = target.states.at(-1);
  if (state === undefined) return undefined;
  const size = itemSize(entryOf(state, "dtype"));
  const count = countOf(entryOf(state, "shape"));
  if (size === undefined || count === undefined) return undefined;
  if (size === "objects") return { kind: "objects" };
  const alignment = numberOf(entryOf(state, "numpy_array_alignment_bytes"));
  let bytes = size * count;
  if (alignment !== undefined) {
    const here = cursor.at();
    const padding = cursor.byte();
    cursor.seek(here);
    bytes += 1 + Math.max(0, padding);
  }
  return { kind: "bytes", bytes };
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
  let count = 1;
  for (const item of shape.items) {
    const one = numberOf(item);
    if (one === undefined || one < 0) return undefined;
    count *= one;
  }
  return Number.isSafeInteger(count) ? count : undefined;
}

const widths: Readonly<Record<string, number>> = { U: 4, S: 1, V: 1, a: 1 };

/** Bytes of an element, from `dtype("f8")` and the state that was put into it. */
function itemSize(dtype: PickleValue | undefined): number | "objects" | undefined {
  if (dtype?.kind !== "call") return undefined;
  const { args, states } = dtype;
  const written = args.kind === "tuple" ? textOf(args.items[0]) : undefined;
  const parsed = written === undefined ? null : /^[<>|=]?([a-zA-Z?])(\d*)/.exec(written);
  if (parsed === null) return undefined;
  const [, letter = "", digits = ""] = parsed;
  if (letter === "O") return "objects";
  const state = states.at(-1);
  if (state?.kind === "tuple") {
    const fields = state.items[4];
    if (fields?.kind === "dict" && hasObjects(fields)) return "objects";
    const stated = numberOf(state.items[5]);
    if (stated !== undefined && stated > 0) return stated;
  }
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
