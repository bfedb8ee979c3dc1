// TensorFlow's operators of image classifiers.
import { sizeOf } from "../../batch.ts";
import type { Builder, WeightArray } from "../convert/builder.ts";
import { channelsFirst, inOrder, type Flow } from "../keras/flow.ts";
import { wholesOf } from "./nodes.ts";
import { batchNormalization, convolution, flattened, matMul, sliding } from "./products.ts";
import { asLayer, constantAt, flowAt, type OperatorRule, type Step } from "./step.ts";

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
