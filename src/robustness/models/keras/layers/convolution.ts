// Convolutions. Kernels are height × width × in × out, and ONNX has out × in × height × width.
import { transposed, type WeightArray } from "../../convert/builder.ts";
import {
  flagAt,
  isChannelsFirst,
  numberAt,
  one,
  refuse,
  sidesAt,
  textAt,
  weightsOf,
  type Call,
  type LayerRule,
} from "../call.ts";
import { channelsFirst, inOrder, type Flow } from "../flow.ts";
import { activate } from "./activations.ts";

type Lengths = readonly (number | undefined)[];

/** What is slid over spatial axes. */
export interface Window {
  readonly kernel: readonly number[];
  readonly strides: readonly number[];
  readonly dilations: readonly number[];
  readonly padding: string;
}

interface Spatial {
  /** With channels before the others. */
  readonly x: Flow;
  readonly lengths: Lengths;
  readonly channels: number | undefined;
  /** Back to a value in the layer's own order. */
  readonly made: (name: string, lengths: Lengths, channels: number | undefined) => Flow;
}

/** The input of a layer over so many spatial axes, with channels first. */
export function spatial(call: Call, count: number): Spatial {
  const given = one(call);
  if (given.shape.length !== count + 1) refuse(call, `its input has ${given.shape.length} axes`);
  if (isChannelsFirst(call)) {
    const x = inOrder(call.builder, given);
    return {
      x,
      lengths: x.shape.slice(1),
      channels: x.shape[0],
      made: (name, lengths, channels) => ({ name, shape: [channels, ...lengths], isFirst: false }),
    };
  }
  const x = channelsFirst(call.builder, given);
  return {
    x,
    lengths: x.shape.slice(0, -1),
    channels: x.shape.at(-1),
    made: (name, lengths, channels) => ({ name, shape: [...lengths, channels], isFirst: true }),
  };
}

/** Lengths after sliding, and the attributes that make ONNX pad as TensorFlow does: more at the end. */
export function slid(
  call: Call,
  { kernel, strides, dilations, padding }: Window,
  lengths: Lengths,
): {
  readonly lengths: Lengths;
  readonly attributes: Readonly<Record<string, readonly number[] | string>>;
} {
  const reach = kernel.map((side, axis) => (side - 1) * dilations[axis]! + 1);
  const common = { strides, ...(dilations.some((each) => each !== 1) ? { dilations } : {}) };
  if (padding === "valid") {
    const after = lengths.map((length, axis) =>
      length === undefined ? undefined : Math.floor((length - reach[axis]!) / strides[axis]!) + 1,
    );
    if (after.some((length) => length !== undefined && length < 1))
      refuse(call, "its window is larger than its input");
    return { lengths: after, attributes: common };
  }
  if (padding === "causal") {
    const after = lengths.map((length, axis) =>
      length === undefined ? undefined : Math.floor((length - 1) / strides[axis]!) + 1,
    );
    return {
      lengths: after,
      attributes: { ...common, pads: [...reach.map((side) => side - 1), ...reach.map(() => 0)] },
    };
  }
  if (padding !== "same") refuse(call, `its padding is ${padding}`);
  const after = lengths.map((length, axis) =>
    length === undefined ? undefined : Math.ceil(length / strides[axis]!),
  );
  if (after.some((length) => length === undefined))
    return { lengths: after, attributes: { ...common, auto_pad: "SAME_UPPER" } };
  const totals = lengths.map((length, axis) =>
    Math.max(0, (after[axis]! - 1) * strides[axis]! + reach[axis]! - length!),
  );
  return {
    lengths: after,
    attributes: {
      ...common,
      pads: [
        ...totals.map((each) => Math.floor(each / 2)),
        ...totals.map((each) => Math.ceil(each / 2)),
      ],
    },
  };
}

function windowOf(call: Call, count: number, kernel: readonly number[]): Window {
  return {
    kernel,
    strides: sidesAt(call, "strides", { count, fallback: 1 }),
    dilations: sidesAt(call, "dilation_rate", { count, fallback: 1 }),
    padding: textAt(call, "padding", "valid").toLowerCase(),
  };
}

/** out × in × sides of sides × in × out. */
function turned(kernel: WeightArray): WeightArray {
  const rank = kernel.shape.length;
  return transposed(kernel, [rank - 1, rank - 2, ...kernel.shape.slice(2).map((_, axis) => axis)]);
}

/** sides × in × multiplier, as in · multiplier groups of one. */
function depthwiseKernel(kernel: WeightArray): WeightArray {
  const rank = kernel.shape.length;
  const [inputs, times] = [kernel.shape[rank - 2]!, kernel.shape[rank - 1]!];
  const { data } = transposed(kernel, [
    rank - 2,
    rank - 1,
    ...kernel.shape.slice(2).map((_, axis) => axis),
  ]);
  return { shape: [inputs * times, 1, ...kernel.shape.slice(0, -2)], data };
}

interface Sliding {
  readonly window: Window;
  readonly weights: WeightArray;
  readonly bias: WeightArray | undefined;
  readonly group: number;
}

function convolve(call: Call, from: Spatial, { window, weights, bias, group }: Sliding): Flow {
  const { builder } = call;
  const { lengths, attributes } = slid(call, window, from.lengths);
  const [out, perGroup] = weights.shape;
  if (from.channels !== undefined && from.channels !== perGroup! * group)
    refuse(
      call,
      `its kernel takes ${perGroup! * group} channels, and its input has ${from.channels}`,
    );
  const inputs = [
    from.x.name,
    builder.weights(weights),
    ...(bias === undefined ? [] : [builder.weights(bias)]),
  ];
  const name = builder.node("Conv", inputs, {
    attributes: { ...attributes, kernel_shape: window.kernel, ...(group === 1 ? {} : { group }) },
  });
  return from.made(name, lengths, out);
}

const biasIn = (call: Call): "bias" | false => flagAt(call, "use_bias", true) && "bias";

function kernelOf(call: Call, kernel: WeightArray, count: number): readonly number[] {
  if (kernel.shape.length !== count + 2) refuse(call, `its kernel has ${kernel.shape.length} axes`);
  return kernel.shape.slice(0, count);
}

const convolution =
  (count: number): LayerRule =>
  (call) => {
    const [kernel, bias] = weightsOf(call, ["kernel", biasIn(call)]);
    const window = windowOf(call, count, kernelOf(call, kernel!, count));
    return activate(
      call,
      convolve(call, spatial(call, count), {
        window,
        weights: turned(kernel!),
        bias,
        group: numberAt(call, "groups", 1),
      }),
    );
  };

function depthwise(call: Call, count: number, kernel: WeightArray): Sliding {
  const window = windowOf(call, count, kernelOf(call, kernel, count));
  return { window, weights: depthwiseKernel(kernel), bias: undefined, group: kernel.shape[count]! };
}

/** Keras 2 calls it depthwise_kernel, Keras 3 kernel. */
function depthwiseWeights(call: Call): readonly WeightArray[] {
  const names = ["depthwise_kernel", biasIn(call)] as const;
  const wanted = names.filter((each) => each !== false);
  return (
    call.conversion.store.find(call.place, wanted) ?? weightsOf(call, ["kernel", biasIn(call)])
  );
}

const depthwiseConvolution =
  (count: number): LayerRule =>
  (call) => {
    const [kernel, bias] = depthwiseWeights(call);
    return activate(
      call,
      convolve(call, spatial(call, count), { ...depthwise(call, count, kernel!), bias }),
    );
  };

const separable =
  (count: number): LayerRule =>
  (call) => {
    const [deep, point, bias] = weightsOf(call, [
      "depthwise_kernel",
      "pointwise_kernel",
      biasIn(call),
    ]);
    const between = convolve(call, spatial(call, count), depthwise(call, count, deep!));
    const sides = Array.from({ length: count }, () => 1);
    const from = spatial({ ...call, inputs: [between] }, count);
    const window: Window = { kernel: sides, strides: sides, dilations: sides, padding: "valid" };
    return activate(
      call,
      convolve(call, from, { window, weights: turned(point!), bias, group: 1 }),
    );
  };

const backwards =
  (count: number): LayerRule =>
  (call) => {
    const { builder, config } = call;
    const [kernel, bias] = weightsOf(call, ["kernel", biasIn(call)]);
    const sides = kernelOf(call, kernel!, count);
    const { strides, dilations, padding } = windowOf(call, count, sides);
    if (config["output_padding"] !== null && config["output_padding"] !== undefined)
      refuse(call, "it states an output_padding");
    if (dilations.some((each) => each !== 1)) refuse(call, "it is dilated");
    const from = spatial(call, count);
    // sides × out × in, as in × out × sides.
    const weights = transposed(kernel!, [count + 1, count, ...sides.map((_, axis) => axis)]);
    const totals = sides.map((side, axis) =>
      padding === "same" ? Math.max(0, side - strides[axis]!) : 0,
    );
    // A stride beyond the kernel leaves a gap at the end.
    const gaps = sides.map((side, axis) => Math.max(0, strides[axis]! - side));
    const lengths = from.lengths.map((length, axis) =>
      length === undefined
        ? undefined
        : padding === "same"
          ? length * strides[axis]!
          : (length - 1) * strides[axis]! + Math.max(sides[axis]!, strides[axis]!),
    );
    const inputs = [
      from.x.name,
      builder.weights(weights),
      ...(bias === undefined ? [] : [builder.weights(bias)]),
    ];
    const name = builder.node("ConvTranspose", inputs, {
      attributes: {
        kernel_shape: sides,
        strides,
        pads: [
          ...totals.map((each) => Math.floor(each / 2)),
          ...totals.map((each) => Math.ceil(each / 2)),
        ],
        ...(gaps.some((gap) => gap > 0) ? { output_padding: gaps } : {}),
      },
    });
    return activate(call, from.made(name, lengths, kernel!.shape[count]));
  };

export const convolutionRules: Readonly<Record<string, LayerRule>> = {
  Conv1D: convolution(1),
  Conv2D: convolution(2),
  Conv3D: convolution(3),
  Convolution1D: convolution(1),
  Convolution2D: convolution(2),
  DepthwiseConv1D: depthwiseConvolution(1),
  DepthwiseConv2D: depthwiseConvolution(2),
  SeparableConv1D: separable(1),
  SeparableConv2D: separable(2),
  Conv1DTranspose: backwards(1),
  Conv2DTranspose: backwards(2),
  Conv3DTranspose: backwards(3),
};
