// TensorFlow's operators of image classifiers, each written as the Keras layer that it comes from.
import { sizeOf } from "../../batch.ts";
import type { Builder, WeightArray } from "../convert/builder.ts";
import type { Call, Conversion, LayerRule } from "../keras/call.ts";
import { channelsFirst, inOrder, type Flow } from "../keras/flow.ts";
import { activationRules } from "../keras/layers/activations.ts";
import { convolutionRules } from "../keras/layers/convolution.ts";
import { denseRules } from "../keras/layers/dense.ts";
import { normaliseRules } from "../keras/layers/normalise.ts";
import { poolingRules } from "../keras/layers/pooling.ts";
import { shapeRules } from "../keras/layers/shapes.ts";
import { textOf, textsOf, wholesOf, type GraphNode } from "./nodes.ts";

/** A value of the graph: what flows, or weights. */
export type Operand =
  | { readonly kind: "flow"; readonly flow: Flow }
  | { readonly kind: "constant"; readonly array: WeightArray };

/** One node of the graph with what it is given. */
export interface Step {
  readonly node: GraphNode;
  readonly operands: readonly Operand[];
  readonly conversion: Conversion;
  readonly refuse: (why: string) => never;
}

export type OperatorRule = (step: Step) => Operand;

const layerRules: Readonly<Record<string, LayerRule>> = {
  ...activationRules,
  ...convolutionRules,
  ...denseRules,
  ...normaliseRules,
  ...poolingRules,
  ...shapeRules,
};

function flowAt({ operands, refuse }: Step, index: number): Flow {
  const found = operands[index];
  return found?.kind === "flow" ? found.flow : refuse("what it is given depends on no input");
}

function constantAt({ operands, refuse }: Step, index: number): WeightArray {
  const found = operands[index];
  return found?.kind === "constant" ? found.array : refuse("what should be weights is computed");
}

interface AsLayer {
  readonly className: string;
  readonly config: Readonly<Record<string, unknown>>;
  readonly weights?: readonly WeightArray[];
  readonly inputs?: readonly Flow[];
}

/** Writes a node as a Keras layer with these weights. */
function asLayer(
  step: Step,
  { className, config, weights = [], inputs = [flowAt(step, 0)] }: AsLayer,
): Operand {
  const { node, conversion } = step;
  const call: Call = {
    layer: { name: node.name, className: node.op, module: "", config, buildConfig: {}, calls: [] },
    config,
    place: { names: [node.name], counted: [] },
    inputs,
    args: [],
    kwargs: new Map(),
    conversion: { ...conversion, store: { find: () => weights } },
    builder: conversion.builder,
  };
  return { kind: "flow", flow: layerRules[className]!(call) as Flow };
}

/** Settings of what slides: strides and the like have batch and channels among them. */
function sliding(step: Step): Readonly<Record<string, unknown>> {
  const { node, refuse } = step;
  const isFirst = textOf(node, "data_format", "NHWC") === "NCHW";
  const spatial = (list: readonly number[] | undefined): readonly number[] | undefined =>
    list === undefined ? undefined : isFirst ? list.slice(2) : list.slice(1, 3);
  const padding = textOf(node, "padding", "VALID").toLowerCase();
  if (padding === "explicit") refuse("its padding is explicit");
  const dilation = spatial(wholesOf(node, "dilations"));
  return {
    padding,
    strides: spatial(wholesOf(node, "strides")) ?? [1, 1],
    dilation_rate: dilation ?? [1, 1],
    data_format: isFirst ? "channels_first" : "channels_last",
    ...(node.attr["ksize"] === undefined ? {} : { pool_size: spatial(wholesOf(node, "ksize")) }),
  };
}

const activations: Readonly<Record<string, string>> = {
  Relu: "relu",
  Relu6: "relu6",
  Elu: "elu",
  Sigmoid: "sigmoid",
  Tanh: "tanh",
};

interface Fused {
  readonly hasBias: boolean;
  readonly after: (operand: Operand) => Operand;
}

/** What grappler fused behind a product: a bias, then an activation. */
function fusedIn(step: Step): Fused {
  const { node, refuse } = step;
  const names = textsOf(node, "fused_ops");
  const hasBias = names[0] === "BiasAdd";
  const rest = hasBias ? names.slice(1) : names;
  if (rest.length > 1 || rest[0] === "FusedBatchNorm")
    refuse(`it is fused with ${names.join(", ")}`);
  return {
    hasBias,
    after(operand) {
      const [name] = rest;
      if (name === undefined || operand.kind !== "flow") return operand;
      if (name === "LeakyRelu")
        return asLayer(step, {
          className: "LeakyReLU",
          config: { alpha: node.attr["leakyrelu_alpha"]?.f ?? 0.2 },
          inputs: [operand.flow],
        });
      const activation = activations[name] ?? refuse(`it is fused with ${name}`);
      return asLayer(step, {
        className: "Activation",
        config: { activation },
        inputs: [operand.flow],
      });
    },
  };
}

const convolution =
  (className: "Conv2D" | "DepthwiseConv2D"): OperatorRule =>
  (step) => {
    const { hasBias, after } = fusedIn(step);
    const weights = [constantAt(step, 1), ...(hasBias ? [flattened(constantAt(step, 2))] : [])];
    return after(
      asLayer(step, { className, config: { ...sliding(step), use_bias: hasBias }, weights }),
    );
  };

function flattened({ data }: WeightArray): WeightArray {
  return { shape: [data.length], data };
}

const matMul: OperatorRule = (step) => {
  const { node } = step;
  if (node.attr["transpose_a"]?.b === true) step.refuse("it transposes its input");
  const { hasBias, after } = fusedIn(step);
  const given = constantAt(step, 1);
  const [rows = 0, columns = 0] = given.shape;
  const isTurned = node.attr["transpose_b"]?.b === true;
  const kernel = isTurned
    ? {
        shape: [columns, rows],
        data: Float32Array.from(
          given.data,
          (_, index) => given.data[(index % rows) * columns + Math.floor(index / rows)]!,
        ),
      }
    : given;
  return after(
    asLayer(step, {
      className: "Dense",
      config: { use_bias: hasBias },
      weights: [kernel, ...(hasBias ? [flattened(constantAt(step, 2))] : [])],
    }),
  );
};

const batchNormalization: OperatorRule = (step) => {
  if (textOf(step.node, "data_format", "NHWC") !== "NHWC") step.refuse("it has channels first");
  if (step.node.attr["is_training"]?.b === true) step.refuse("it is in training");
  const weights = [1, 2, 3, 4].map((index) => flattened(constantAt(step, index)));
  return asLayer(step, {
    className: "BatchNormalization",
    config: { epsilon: step.node.attr["epsilon"]?.f ?? 1e-4 },
    weights,
  });
};

/** A constant as it must lie beside a flow: along channels where these come first. */
function beside(
  builder: Builder,
  flow: Flow,
  array: WeightArray,
): { readonly flow: Flow; readonly name: string } {
  const rank = flow.shape.length;
  const { shape, data } = array;
  const isChannel = data.length === shape.at(-1) || shape.length === 0;
  if (data.length === 1) return { flow, name: builder.weights({ shape: [], data }) };
  if (flow.isFirst && isChannel)
    return {
      flow,
      name: builder.weights({
        shape: [data.length, ...Array.from({ length: rank - 1 }, () => 1)],
        data,
      }),
    };
  return { flow: inOrder(builder, flow), name: builder.weights(array) };
}

const folds: Readonly<Record<string, (a: number, b: number) => number>> = {
  Add: (a, b) => a + b,
  Sub: (a, b) => a - b,
  Mul: (a, b) => a * b,
  Div: (a, b) => a / b,
  Max: Math.max,
  Min: Math.min,
};

const binary =
  (operator: string): OperatorRule =>
  (step) => {
    const { operands, conversion, refuse } = step;
    const { builder } = conversion;
    const [a, b] = operands;
    if (a === undefined || b === undefined) return refuse("it has one operand");
    if (a.kind === "constant" && b.kind === "constant") {
      const [x, y] = [a.array, b.array];
      if (x.data.length !== y.data.length && x.data.length !== 1 && y.data.length !== 1)
        return refuse("its weights have different shapes");
      const long = x.data.length >= y.data.length ? x : y;
      const value = folds[operator]!;
      return {
        kind: "constant",
        array: {
          shape: long.shape,
          data: long.data.map((_, k) =>
            value(x.data[x.data.length === 1 ? 0 : k]!, y.data[y.data.length === 1 ? 0 : k]!),
          ),
        },
      };
    }
    if (a.kind === "flow" && b.kind === "flow") {
      const className = {
        Add: "Add",
        Sub: "Subtract",
        Mul: "Multiply",
        Div: "TrueDivide",
        Max: "Maximum",
        Min: "Minimum",
      }[operator]!;
      return asLayer(step, { className, config: {}, inputs: [a.flow, b.flow] });
    }
    const [given, array] =
      a.kind === "flow"
        ? [a.flow, (b as { readonly array: WeightArray }).array]
        : [(b as { readonly flow: Flow }).flow, a.array];
    if (array.shape.length > given.shape.length + 1)
      return refuse("its weights have more axes than its input");
    const { flow, name } = beside(builder, given, array);
    return {
      kind: "flow",
      flow: {
        ...flow,
        name: builder.node(operator, a.kind === "flow" ? [flow.name, name] : [name, flow.name]),
      },
    };
  };

const activation =
  (name: string): OperatorRule =>
  (step) =>
    asLayer(step, { className: "Activation", config: { activation: name } });

function axesOf(step: Step, index: number, rank: number): readonly number[] {
  return [...constantAt(step, index).data].map((axis) => (axis < 0 ? axis + rank + 1 : axis));
}

const mean: OperatorRule = (step) => {
  const flow = flowAt(step, 0);
  const rank = flow.shape.length;
  const axes = [...axesOf(step, 1, rank)].sort((a, b) => a - b);
  const keepdims =
    step.node.attr["keep_dims"]?.b === true || step.node.attr["keepdims"]?.b === true;
  if (rank === 3 && axes.join() === "1,2")
    return asLayer(step, { className: "GlobalAveragePooling2D", config: { keepdims } });
  if (axes.includes(0)) step.refuse("it averages over the batch");
  const { builder } = step.conversion;
  const x = inOrder(builder, flow);
  const name = builder.node("ReduceMean", [x.name, builder.ints(axes)], {
    attributes: { keepdims: keepdims ? 1 : 0 },
  });
  const shape = x.shape.flatMap((length, axis) =>
    axes.includes(axis + 1) ? (keepdims ? [1] : []) : [length],
  );
  return { kind: "flow", flow: { name, shape, isFirst: false } };
};

const pad: OperatorRule = (step) => {
  const { data, shape } = constantAt(step, 1);
  const flow = flowAt(step, 0);
  if (shape.length !== 2 || shape[0] !== flow.shape.length + 1)
    return step.refuse("its padding is not understood");
  const pairs = Array.from({ length: shape[0] }, (_, axis) => [
    data[2 * axis]!,
    data[2 * axis + 1]!,
  ]);
  const isSpatial =
    pairs[0]!.join() === "0,0" && pairs.at(-1)!.join() === "0,0" && pairs.length === 4;
  if (!isSpatial || (step.operands[2]?.kind === "constant" && step.operands[2].array.data[0] !== 0))
    return step.refuse("it pads something else than pictures with 0");
  return asLayer(step, { className: "ZeroPadding2D", config: { padding: pairs.slice(1, 3) } });
};

const reshape: OperatorRule = (step) => {
  const first = step.operands[0];
  const target = [...constantAt(step, 1).data];
  if (first?.kind === "constant") {
    const size = sizeOf(target.filter((length) => length !== -1));
    return {
      kind: "constant",
      array: {
        shape: target.map((length) => (length === -1 ? first.array.data.length / size : length)),
        data: first.array.data,
      },
    };
  }
  if (target[0] !== -1 && target[0] !== 1) step.refuse("it makes another batch");
  return asLayer(step, { className: "Reshape", config: { target_shape: target.slice(1) } });
};

const squeeze: OperatorRule = (step) => {
  const flow = flowAt(step, 0);
  const rank = flow.shape.length;
  const stated = wholesOf(step.node, "squeeze_dims") ?? wholesOf(step.node, "axis") ?? [];
  const axes =
    stated.length > 0
      ? stated.map((axis) => (axis < 0 ? axis + rank + 1 : axis))
      : flow.shape.flatMap((length, axis) => (length === 1 ? [axis + 1] : []));
  return asLayer(step, {
    className: "Reshape",
    config: {
      target_shape: flow.shape
        .filter((_, axis) => !axes.includes(axis + 1))
        .map((length) => length ?? -1),
    },
  });
};

const concat: OperatorRule = (step) => {
  const axis = constantAt(step, step.operands.length - 1).data[0]!;
  return asLayer(step, {
    className: "Concatenate",
    config: { axis },
    inputs: step.operands.slice(0, -1).map((_, index) => flowAt(step, index)),
  });
};

const resize =
  (interpolation: string): OperatorRule =>
  (step) => {
    const [height, width] = constantAt(step, 1).data;
    if (step.node.attr["half_pixel_centers"]?.b !== true)
      step.refuse("it does not take the centres of pixels");
    return asLayer(step, { className: "Resizing", config: { height, width, interpolation } });
  };

const pass: OperatorRule = ({ operands, refuse }) => operands[0] ?? refuse("it is given nothing");

const bias: OperatorRule = (step) => {
  const { builder } = step.conversion;
  const given = flowAt(step, 0);
  const flow = given.shape.length > 1 && given.isFirst ? channelsFirst(builder, given) : given;
  const made = beside(builder, flow, flattened(constantAt(step, 1)));
  return {
    kind: "flow",
    flow: { ...made.flow, name: builder.node("Add", [made.flow.name, made.name]) },
  };
};

export const operatorRules: Readonly<Record<string, OperatorRule>> = {
  Identity: pass,
  StopGradient: pass,
  Conv2D: convolution("Conv2D"),
  _FusedConv2D: convolution("Conv2D"),
  DepthwiseConv2dNative: convolution("DepthwiseConv2D"),
  FusedDepthwiseConv2dNative: convolution("DepthwiseConv2D"),
  MatMul: matMul,
  _FusedMatMul: matMul,
  BiasAdd: bias,
  FusedBatchNorm: batchNormalization,
  FusedBatchNormV2: batchNormalization,
  FusedBatchNormV3: batchNormalization,
  Add: binary("Add"),
  AddV2: binary("Add"),
  Sub: binary("Sub"),
  Mul: binary("Mul"),
  RealDiv: binary("Div"),
  Maximum: binary("Max"),
  Minimum: binary("Min"),
  Relu: activation("relu"),
  Relu6: activation("relu6"),
  Elu: activation("elu"),
  Selu: activation("selu"),
  Sigmoid: activation("sigmoid"),
  Tanh: activation("tanh"),
  Softplus: activation("softplus"),
  Exp: activation("exponential"),
  Softmax: activation("softmax"),
  LogSoftmax: activation("log_softmax"),
  LeakyRelu: (step) =>
    asLayer(step, { className: "LeakyReLU", config: { alpha: step.node.attr["alpha"]?.f ?? 0.2 } }),
  MaxPool: (step) => asLayer(step, { className: "MaxPooling2D", config: sliding(step) }),
  AvgPool: (step) => asLayer(step, { className: "AveragePooling2D", config: sliding(step) }),
  Mean: mean,
  Pad: pad,
  PadV2: pad,
  Reshape: reshape,
  Squeeze: squeeze,
  ConcatV2: concat,
  ResizeBilinear: resize("bilinear"),
  ResizeNearestNeighbor: resize("nearest"),
};
