// What a layer's rule is given: it writes one call of the layer as ONNX nodes.
import type { Builder, WeightArray } from "../convert/builder.ts";
import { unsupported } from "../convert/builder.ts";
import type { Argument, Fields, LayerConfig } from "./config.ts";
import { inOrder, type Flow } from "./flow.ts";
import type { Part, Place, WeightStore } from "./weights.ts";

export interface Conversion {
  readonly builder: Builder;
  readonly store: WeightStore;
  /** Keras 3's defaults differ from Keras 2's in a few places. */
  readonly isKeras3: boolean;
  readonly notes: Set<string>;
}

/** One call of a layer. */
export interface Call {
  readonly layer: LayerConfig;
  readonly config: Fields;
  readonly place: Place;
  /** All values that it is given, in their order. */
  readonly inputs: readonly Flow[];
  readonly kwargs: ReadonlyMap<string, Argument>;
  readonly args: readonly Argument[];
  readonly conversion: Conversion;
  readonly builder: Builder;
}

export type LayerRule = (call: Call) => Flow | readonly Flow[];

/** Throws the error that says which layer cannot be taken over, and why. */
export function refuse({ layer }: Call, why: string): never {
  throw unsupported(
    `the layer ${layer.name} (${layer.className}) cannot be taken over: ${why}`,
    "Export the model to ONNX where it was made: model.export('model.onnx', format='onnx').",
  );
}

/** The first input. */
export function one(call: Call): Flow {
  const [input] = call.inputs;
  if (input === undefined) refuse(call, "it is called with nothing");
  return input;
}

/** The first input in Keras's order of axes. */
export function plain(call: Call): Flow {
  return inOrder(call.builder, one(call));
}

/** Weights of the layer; names that are left out by its settings are not asked for. */
export function weightsOf(
  call: Call,
  names: readonly (string | false)[],
  part?: Part,
): readonly WeightArray[] {
  const wanted = names.filter((name) => name !== false);
  const found = call.conversion.store.find(call.place, wanted, part);
  if (found === undefined) refuse(call, `its weights ${wanted.join(", ")} are not in the file`);
  return found;
}

export function numberAt({ config }: Call, key: string, fallback: number): number {
  const value = config[key];
  return typeof value === "number" ? value : fallback;
}

export function flagAt({ config }: Call, key: string, fallback: boolean): boolean {
  const value = config[key];
  return typeof value === "boolean" ? value : fallback;
}

export function textAt({ config }: Call, key: string, fallback: string): string {
  const value = config[key];
  return typeof value === "string" ? value : fallback;
}

/** Whole numbers one for each spatial axis; one number is for all of them. */
export function sidesAt(
  call: Call,
  key: string,
  { count, fallback }: { readonly count: number; readonly fallback: number },
): readonly number[] {
  const value = call.config[key] ?? fallback;
  const list: readonly unknown[] = Array.isArray(value)
    ? value
    : Array.from({ length: count }, () => value);
  if (
    list.length !== count ||
    !list.every(
      (each): each is number =>
        typeof each === "number" && Number.isInteger(each) && each > 0 && each <= 1_000_000,
    )
  )
    refuse(call, `its ${key} is not understood`);
  return list;
}

/** Numbers of an axis that counts the batch, as of the shape without it. */
export function axisAt(call: Call, axis: number, rank: number): number {
  const place = axis < 0 ? rank + 1 + axis : axis;
  if (!Number.isInteger(place) || place < 1 || place > rank)
    refuse(call, `it works along axis ${axis}`);
  return place - 1;
}

/** True where the layer keeps channels before the others. */
export function isChannelsFirst(call: Call): boolean {
  return textAt(call, "data_format", "channels_last") === "channels_first";
}
