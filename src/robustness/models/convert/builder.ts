// Writes an ONNX graph node by node, for models that come from elsewhere.
import { PaviseError } from "../../../core/index.ts";
import type {
  Attribute,
  GraphNode,
  OnnxModel,
  Tensor,
  Value,
} from "../../../formats/onnx/model.ts";
import { sizeOf } from "../../batch.ts";

/** The version of ONNX's operators that conversions write in: the one in which gradients are written. */
const opset = 21;
const irVersion = 10;

/** Attributes as a conversion writes them: whole numbers are ints; `{ float }` says that one is not. */
export type Plain =
  | number
  | string
  | readonly number[]
  | readonly string[]
  | { readonly float: number }
  | { readonly floats: readonly number[] };

export interface Details {
  readonly attributes?: Readonly<Record<string, Plain | undefined>>;
  readonly outputs?: number;
}

/** An array of weights. */
export interface WeightArray {
  readonly shape: readonly number[];
  readonly data: Float32Array;
}

/** An error that says why a model cannot be taken over. */
export function unsupported(message: string, hint: string, cause?: unknown): PaviseError {
  return new PaviseError("model-unsupported", message, { hint, cause });
}

function attributeOf(value: Plain): Attribute {
  if (typeof value === "number") {
    if (!Number.isInteger(value)) throw new Error("a float attribute is not marked as one");
    return { kind: "int", value: BigInt(value) };
  }
  if (typeof value === "string") return { kind: "string", value: Buffer.from(value) };
  if ("float" in value) return { kind: "float", value: value.float };
  if ("floats" in value) return { kind: "floats", value: value.floats };
  if (value.length > 0 && typeof value[0] === "string")
    return { kind: "strings", value: value.map((each) => Buffer.from(String(each))) };
  return { kind: "ints", value: value.map((each) => BigInt(each)) };
}

/** A graph that grows. */
export interface Builder {
  node(operator: string, inputs: readonly string[], details?: Details): string;
  nodes(operator: string, inputs: readonly string[], details: Details): readonly string[];
  weights(array: WeightArray): string;
  floats(values: readonly number[], dims?: readonly number[]): string;
  ints(values: readonly number[], dims?: readonly number[]): string;
  input(value: Value): string;
  finish(
    outputs: readonly { readonly value: Value; readonly from: string }[],
    about: { readonly producer: string; readonly metadata?: ReadonlyMap<string, string> },
  ): OnnxModel;
}

export function newBuilder(): Builder {
  const nodes: GraphNode[] = [];
  const initializers = new Map<string, Tensor>();
  const kept = new Map<string, string>();
  const ofArray = new Map<Float32Array, Map<string, string>>();
  const inputs: Value[] = [];
  let count = 0;

  function append(
    operator: string,
    from: readonly string[],
    { attributes = {}, outputs = 1 }: Details,
  ): readonly string[] {
    const name = `${operator}_${count++}`;
    const out = Array.from({ length: outputs }, (_, index) =>
      outputs === 1 ? name : `${name}:${index}`,
    );
    const set = Object.entries(attributes).filter(
      (entry): entry is [string, Plain] => entry[1] !== undefined,
    );
    nodes.push({
      name,
      operator,
      domain: "",
      inputs: from,
      outputs: out,
      attributes: new Map(set.map(([key, value]) => [key, attributeOf(value)])),
    });
    return out;
  }

  function constant(
    type: "float32" | "int64",
    data: Float32Array | BigInt64Array,
    dims: readonly number[],
  ): string {
    const name = `constant_${count++}`;
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    initializers.set(name, { type, dims, bytes: () => bytes });
    return name;
  }

  function once(key: string, make: () => string): string {
    let name = kept.get(key);
    if (name === undefined) kept.set(key, (name = make()));
    return name;
  }

  return {
    node: (operator, from, details = {}) => append(operator, from, details)[0]!,
    nodes: append,
    weights({ shape, data }) {
      if (data.length !== sizeOf(shape))
        throw unsupported(
          `an array of weights of ${shape.join(" × ")} has ${data.length} numbers`,
          "Save the model again.",
        );
      // A layer that is used twice has its weights once.
      const dims = shape.join();
      let places = ofArray.get(data);
      if (places === undefined) ofArray.set(data, (places = new Map()));
      let name = places.get(dims);
      if (name === undefined) places.set(dims, (name = constant("float32", data, shape)));
      return name;
    },
    floats: (values, dims = values.length === 1 ? [] : [values.length]) =>
      once(`f${dims.join()}:${values.join()}`, () =>
        constant("float32", Float32Array.from(values), dims),
      ),
    ints: (values, dims = [values.length]) =>
      once(`i${dims.join()}:${values.join()}`, () =>
        constant(
          "int64",
          BigInt64Array.from(values, (each) => BigInt(each)),
          dims,
        ),
      ),
    input(value) {
      inputs.push(value);
      return value.name;
    },
    finish(outputs, { producer, metadata = new Map<string, string>() }) {
      const last = outputs.map(({ value, from }): GraphNode => ({
        name: `to_${value.name}`,
        operator: "Identity",
        domain: "",
        inputs: [from],
        outputs: [value.name],
        attributes: new Map<string, Attribute>(),
      }));
      return {
        irVersion,
        opsets: new Map([["", opset]]),
        producer,
        graph: {
          name: "model",
          nodes: [...nodes, ...last],
          initializers,
          inputs,
          outputs: outputs.map(({ value }) => value),
          values: new Map(),
        },
        functions: [],
        metadata,
      };
    },
  };
}

/** Moves the axes of an array: axis `k` of the result is axis `order[k]` of what is given. */
export function transposed({ shape, data }: WeightArray, order: readonly number[]): WeightArray {
  const to = order.map((axis) => shape[axis]!);
  const strides = shape.map((_, axis) => sizeOf(shape.slice(axis + 1)));
  const steps = order.map((axis) => strides[axis]!);
  const out = new Float32Array(data.length);
  const at = to.map(() => 0);
  let from = 0;
  for (let index = 0; index < out.length; index++) {
    out[index] = data[from]!;
    for (let axis = to.length - 1; axis >= 0; axis--) {
      from += steps[axis]!;
      if (++at[axis]! < to[axis]!) break;
      from -= steps[axis]! * to[axis]!;
      at[axis] = 0;
    }
  }
  return { shape: to, data: out };
}
