// What stands before a model: from data as they lie to the input that it takes.
import { PaviseError } from "../../core/errors.ts";
import type { Attribute, GraphNode, OnnxModel, Tensor, Value } from "../../formats/onnx/model.ts";
import { attributeOf } from "./attributes.ts";
import { tensorOf } from "./tensors.ts";

/** Name of the data's own input in every graph that is built. */
export const dataInput = "pavise/data";

/** How data become what the model was trained on: (x · scale − mean) / std, then the order of the axes. */
export interface Preprocessing {
  /** Such as 1/255 for data in 0..255; 1 otherwise. */
  readonly scale?: number;
  /** For each channel, or one for all; in units after the scale. */
  readonly mean?: readonly number[];
  readonly std?: readonly number[];
  /** Order of the axes of one item of the data where it is not the model's: of a picture `hwc` or `chw`. */
  readonly layout?: "chw" | "hwc";
}

export interface FrontOptions {
  readonly input: Value;
  /** Shape of one item as the model takes it. */
  readonly modelShape: readonly number[];
  readonly preprocessing: Preprocessing;
}

export interface Front {
  readonly model: OnnxModel;
  /** Shape of one item of the data. */
  readonly dataShape: readonly number[];
  readonly notes: readonly string[];
}

function channelsLast(shape: readonly number[]): boolean {
  return shape.length === 3 && shape[2]! <= 4 && shape[0]! > 4;
}

function wrong(message: string): PaviseError {
  return new PaviseError("data-invalid", message, {
    hint: "Say mean and std once for all, or once for each channel of the data.",
  });
}

/** a · x + b in float64, rounded once; along the axis of the channels where there are several. */
function affine(
  shape: readonly number[],
  { scale = 1, mean = [0], std = [1] }: Preprocessing,
  channelAxis: number,
): { readonly a: Tensor; readonly b: Tensor; readonly isOne: boolean; readonly isZero: boolean } {
  const count = Math.max(mean.length, std.length);
  const channels = shape[channelAxis] ?? 1;
  if (count > 1 && count !== channels)
    throw wrong(`mean and std are for ${count} channels; the data have ${channels}`);
  const each = Array.from({ length: count }, (_, k) => {
    const [m, s] = [mean[k] ?? mean[0]!, std[k] ?? std[0]!];
    if (!(Number.isFinite(m) && Number.isFinite(s) && s !== 0))
      throw wrong("mean or std cannot be used");
    return [scale / s, -m / s] as const;
  });
  const dims =
    count === 1 ? [] : [1, ...shape.map((length, axis) => (axis === channelAxis ? length : 1))];
  const of = (part: 0 | 1): Tensor =>
    tensorOf(
      "float32",
      dims,
      each.map((pair) => pair[part]),
    );
  return {
    a: of(0),
    b: of(1),
    isOne: each.every(([a]) => a === 1),
    isZero: each.every(([, b]) => b === 0),
  };
}

/** Puts preprocessing before a model. Errors: `data-invalid` where it does not fit. */
export function withFront(model: OnnxModel, options: FrontOptions): Front {
  const { input, modelShape, preprocessing } = options;
  const { layout } = preprocessing;
  const notes: string[] = [];
  const isModelLast = channelsLast(modelShape);
  const turns =
    layout !== undefined && modelShape.length === 3 && (layout === "hwc") !== isModelLast;
  const [c, h, w] = modelShape as readonly [number, number, number];
  const dataShape = !turns ? modelShape : isModelLast ? [w, c, h] : [h, w, c];
  const isDataLast = turns ? !isModelLast : isModelLast;
  const channelAxis = isDataLast ? dataShape.length - 1 : 0;
  const { a, b, isOne, isZero } = affine(dataShape, preprocessing, channelAxis);
  const nodes: GraphNode[] = [];
  const initializers = new Map<string, Tensor>();
  let name = dataInput;
  const put = (
    operator: string,
    constant: Tensor | undefined,
    attributes: readonly (readonly [string, Attribute])[] = [],
  ): void => {
    const output = `${dataInput}/${nodes.length}`;
    if (constant !== undefined) initializers.set(`${output}/by`, constant);
    const inputs = constant === undefined ? [name] : [name, `${output}/by`];
    nodes.push({
      name: output,
      operator,
      domain: "",
      inputs,
      outputs: [output],
      attributes: new Map(attributes),
    });
    name = output;
  };
  if (!isOne) put("Mul", a);
  if (!isZero) put("Add", b);
  if (turns)
    put("Transpose", undefined, [
      ["perm", attributeOf.ints(isModelLast ? [0, 2, 3, 1] : [0, 3, 1, 2])],
    ]);
  if (input.type === "float64") put("Cast", undefined, [["to", attributeOf.int(11)]]);
  const isWhole = /int/.test(input.type);
  if (isWhole) notes.push(`the model takes ${input.type}: it is followed as if it took any number`);
  // The last value takes the name that the model knows its input by.
  const last = nodes.at(-1);
  if (last === undefined) put("Identity", undefined);
  const end = nodes.at(-1)!;
  nodes[nodes.length - 1] = { ...end, outputs: [input.name] };
  const { graph } = model;
  return {
    dataShape,
    notes,
    model: {
      ...model,
      graph: {
        ...graph,
        nodes: [...nodes, ...graph.nodes],
        initializers: new Map([...graph.initializers, ...initializers]),
        inputs: [
          { name: dataInput, type: "float32", shape: undefined },
          ...graph.inputs.filter((value) => value !== input),
        ],
      },
    },
  };
}
