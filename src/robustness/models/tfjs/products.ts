// TensorFlow's operators that hold weights.
import type { WeightArray } from "../convert/builder.ts";
import { textOf, textsOf, wholesOf } from "./nodes.ts";
import { asLayer, constantAt, type Operand, type OperatorRule, type Step } from "./step.ts";

/** Settings of what slides: strides and the like have batch and channels among them. */
export function sliding(step: Step): Readonly<Record<string, unknown>> {
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

/** Convolutions, with what is fused to them. */
export const convolution =
  (className: "Conv2D" | "DepthwiseConv2D"): OperatorRule =>
  (step) => {
    const { hasBias, after } = fusedIn(step);
    const weights = [constantAt(step, 1), ...(hasBias ? [flattened(constantAt(step, 2))] : [])];
    return after(
      asLayer(step, { className, config: { ...sliding(step), use_bias: hasBias }, weights }),
    );
  };

/** An array as one axis. */
export function flattened({ data }: WeightArray): WeightArray {
  return { shape: [data.length], data };
}

/** Products with a matrix, with what is fused to them. */
export const matMul: OperatorRule = (step) => {
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

/** Normalisation with what was learnt. */
export const batchNormalization: OperatorRule = (step) => {
  if (textOf(step.node, "data_format", "NHWC") !== "NHWC") step.refuse("it has channels first");
  if (step.node.attr["is_training"]?.b === true) step.refuse("it is in training");
  const weights = [1, 2, 3, 4].map((index) => flattened(constantAt(step, index)));
  return asLayer(step, {
    className: "BatchNormalization",
    config: { epsilon: step.node.attr["epsilon"]?.f ?? 1e-4 },
    weights,
  });
};
