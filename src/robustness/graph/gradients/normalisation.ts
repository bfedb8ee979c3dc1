// Normalisations. All that take a mean and a deviation of the input share one closed form (Ioffe & Szegedy 2015).
import { sizeOf } from "../../batch.ts";
import type { Emitter, GradientRule, GradientRules, Step } from "../rule.ts";
import { arithmetic } from "./arithmetic.ts";
import { inBlocks } from "./blocks.ts";

/** Parameters by channel, so that they are broadcast over a value of this many axes. */
function byChannel(emit: Emitter, name: string, rank: number): string {
  return emit.reshape(name, [
    1,
    emit.shape(name)[0]!,
    ...Array.from({ length: rank - 2 }, () => 1),
  ]);
}

/** y = (x − mean) · scale / √(var + ε) + bias, all of them known: a scale by channel. */
const batchNormalization: GradientRule = (step) => {
  const { emit, node } = step;
  const { add, div, mul, of, sub } = arithmetic(emit);
  if (step.int("training_mode", 0) === 1)
    step.refuse("it is in training mode, so that each item depends on the others of its batch");
  const [x = "", scale = "", bias = "", mean = "", variance = ""] = node.inputs;
  const rank = emit.shape(x).length;
  const gradient = step.arriving[0]!;
  const deviation = of("Sqrt", add(variance, step.float("epsilon", 1e-5)));
  const factor = byChannel(emit, div(scale, deviation), rank);
  const sum = (value: string): string => {
    const shape = emit.shape(x).map((length, axis) => (axis === 1 ? length : 1));
    return emit.reshape(emit.sumTo(value, shape), emit.shape(scale));
  };
  if (step.wants(3) || step.wants(4)) step.refuse("its mean and variance depend on the input");
  const centred = (): string =>
    div(sub(x, byChannel(emit, mean, rank)), byChannel(emit, deviation, rank));
  return [
    step.wants(0) ? mul(gradient, factor) : undefined,
    step.wants(1) ? sum(mul(gradient, centred())) : undefined,
    step.wants(2) && bias !== "" ? sum(gradient) : undefined,
  ];
};

interface Normalised {
  /** (x − mean) / deviation. */
  readonly unit: string;
  /** 1 / deviation, to be broadcast. */
  readonly inverse: string;
  /** What comes to the normalised value, its scale included. */
  readonly gradient: string;
  readonly axes: readonly number[];
  /** Whether the mean was taken off: RMS normalisation takes none. */
  readonly isCentred: boolean;
}

/** ∂L/∂x = (g − mean g − unit · mean (g · unit)) / deviation. */
function normalisedBack(
  emit: Emitter,
  { unit, inverse, gradient, axes, isCentred }: Normalised,
): string {
  const { mul, sub } = arithmetic(emit);
  const mean = (value: string): string =>
    emit.node("ReduceMean", [value, emit.ints(axes)], { attributes: { keepdims: 1 } });
  const along = mul(unit, mean(mul(gradient, unit)));
  const kept = sub(gradient, along);
  return mul(isCentred ? sub(kept, mean(gradient)) : kept, inverse);
}

/** The normalised value of the axes, computed anew. */
function normalise(
  emit: Emitter,
  x: string,
  { axes, epsilon, isCentred }: { axes: readonly number[]; epsilon: number; isCentred: boolean },
): { readonly unit: string; readonly inverse: string } {
  const { mul, sub, add, of, square } = arithmetic(emit);
  const mean = (value: string): string =>
    emit.node("ReduceMean", [value, emit.ints(axes)], { attributes: { keepdims: 1 } });
  const centred = isCentred ? sub(x, mean(x)) : x;
  const inverse = of("Reciprocal", of("Sqrt", add(mean(square(centred)), epsilon)));
  return { unit: mul(centred, inverse), inverse };
}

function scaleGradients(
  step: Step,
  at: {
    readonly unit: string;
    readonly arriving: string;
    readonly into: (value: string, shape: readonly number[]) => string;
  },
): readonly (string | undefined)[] {
  const { emit, node } = step;
  const { mul } = arithmetic(emit);
  return [1, 2].map((index) => {
    const name = node.inputs[index] ?? "";
    if (name === "" || !step.wants(index)) return undefined;
    return at.into(index === 1 ? mul(at.arriving, at.unit) : at.arriving, emit.shape(name));
  });
}

/** Axes from one on; those that are the model's features. */
function trailing(rank: number, first: number): readonly number[] {
  return Array.from({ length: rank }, (_, axis) => axis).slice(first < 0 ? first + rank : first);
}

/** The gradient at x of its normalisation over the last axis, a block of rows at a time. `scale` is of that axis. */
export function normalisedRows(
  emit: Emitter,
  about: {
    readonly x: string;
    readonly gradient: string;
    readonly scale?: string;
    readonly epsilon: number;
    readonly isCentred: boolean;
  },
): string {
  const { x, gradient, scale, epsilon, isCentred } = about;
  const shape = emit.shape(x);
  const width = shape.at(-1)!;
  const rows = [x, gradient].map((name) => emit.reshape(name, [sizeOf(shape) / width, width]));
  const found = inBlocks(emit, {
    rows,
    shared: scale === undefined ? [] : [scale],
    write: (inner, [value = "", arriving = ""]) => {
      const at = layerUnit(inner, value, { axes: [1], epsilon, isCentred });
      const own = scale === undefined ? arriving : arithmetic(inner).mul(arriving, scale);
      return normalisedBack(inner, { ...at, gradient: own, axes: [1], isCentred });
    },
  });
  return emit.reshape(found, shape);
}

const layer =
  (isCentred: boolean): GradientRule =>
  (step) => {
    const { emit, node } = step;
    const { mul } = arithmetic(emit);
    const [arriving, ...others] = step.arriving;
    if (arriving === undefined || others.some((each) => each !== undefined))
      return step.refuse("something follows from its mean or deviation");
    const [x = "", scale = ""] = node.inputs;
    const axes = trailing(emit.shape(x).length, step.int("axis", -1));
    const epsilon = step.float("epsilon", 1e-5);
    if (axes.length === 1 && scale !== "" && !step.wants(1) && !step.wants(2))
      return [normalisedRows(emit, { x, gradient: arriving, scale, epsilon, isCentred })];
    const { unit, inverse } = layerUnit(emit, x, { axes, epsilon, isCentred });
    const back = (): string =>
      normalisedBack(emit, {
        unit,
        inverse,
        gradient: scale === "" ? arriving : mul(arriving, scale),
        axes,
        isCentred,
      });
    return [
      step.wants(0) ? back() : undefined,
      ...scaleGradients(step, { unit, arriving, into: (value, shape) => emit.sumTo(value, shape) }),
    ];
  };

/** The normalised value by one LayerNormalization, which is a single pass, where it may be. */
function layerUnit(
  emit: Emitter,
  x: string,
  about: { axes: readonly number[]; epsilon: number; isCentred: boolean },
): { readonly unit: string; readonly inverse: string } {
  if (!about.isCentred || emit.type(x) !== "float32") return normalise(emit, x, about);
  const shape = emit.shape(x);
  const inner = about.axes.map((axis) => shape[axis]!);
  const ones = emit.floats(new Float32Array(sizeOf(inner)).fill(1), inner);
  const [unit = "", , inverse = ""] = emit.nodes("LayerNormalization", [x, ones], {
    attributes: { axis: about.axes[0]!, epsilon: { float: about.epsilon } },
    outputs: 3,
  });
  return { unit, inverse };
}

const instanceNormalization: GradientRule = (step) => {
  const { emit, node } = step;
  const { mul } = arithmetic(emit);
  const [x = "", scale = ""] = node.inputs;
  const rank = emit.shape(x).length;
  const axes = trailing(rank, 2);
  const at = normalise(emit, x, { axes, epsilon: step.float("epsilon", 1e-5), isCentred: true });
  const arriving = step.arriving[0]!;
  const gradient = mul(arriving, byChannel(emit, scale, rank));
  return [
    step.wants(0) ? normalisedBack(emit, { ...at, gradient, axes, isCentred: true }) : undefined,
    ...scaleGradients(step, {
      unit: at.unit,
      arriving,
      into: (value, shape) => channelSums(emit, value, shape),
    }),
  ];
};

function channelSums(emit: Emitter, value: string, shape: readonly number[]): string {
  const still = emit.shape(value).map((length, axis) => (axis === 1 ? length : 1));
  return emit.reshape(emit.sumTo(value, still), shape);
}

/** Channels in groups, each normalised with all its places. Version 21: a scale by channel. */
const groupNormalization: GradientRule = (step) => {
  const { emit, node } = step;
  const { mul } = arithmetic(emit);
  const [x = "", scale = ""] = node.inputs;
  const shape = emit.shape(x);
  const groups = step.int("num_groups");
  const folded = [shape[0]!, groups, sizeOf(shape.slice(1)) / groups];
  const about = { axes: [2], epsilon: step.float("epsilon", 1e-5), isCentred: true };
  const at = layerUnit(emit, emit.reshape(x, folded), about);
  const arriving = step.arriving[0]!;
  const gradient = emit.reshape(mul(arriving, byChannel(emit, scale, shape.length)), folded);
  const back = (): string =>
    emit.reshape(normalisedBack(emit, { ...at, ...about, gradient }), shape);
  return [
    step.wants(0) ? back() : undefined,
    ...scaleGradients(step, {
      unit: emit.reshape(at.unit, shape),
      arriving,
      into: (value, to) => channelSums(emit, value, to),
    }),
  ];
};

/** (x − mean) / (deviation + 1e-9): https://onnx.ai/onnx/operators/onnx__MeanVarianceNormalization.html */
const meanVariance: GradientRule = (step) => {
  const { emit, node } = step;
  const x = node.inputs[0]!;
  const rank = emit.shape(x).length;
  const axes = step.ints("axes", [0, 2, 3]).map((axis) => (axis < 0 ? axis + rank : axis));
  const at = normalise(emit, x, { axes, epsilon: 0, isCentred: true });
  return [normalisedBack(emit, { ...at, gradient: step.arriving[0]!, axes, isCentred: true })];
};

/** x / ‖x‖ along one axis. */
const lpNormalization: GradientRule = (step) => {
  const { emit, node } = step;
  const { mul, sub, div, of, pick } = arithmetic(emit);
  const [x, y] = [node.inputs[0]!, node.outputs[0]!];
  const axes = emit.ints([step.int("axis", -1)]);
  const p = step.int("p", 2);
  const found = emit.node(p === 1 ? "ReduceL1" : "ReduceL2", [x, axes], {
    attributes: { keepdims: 1 },
  });
  const norm = pick(emit.node("Equal", [found, emit.floats([0], [])]), 1, found);
  const gradient = step.arriving[0]!;
  const along = emit.node("ReduceSum", [mul(gradient, y), axes], { attributes: { keepdims: 1 } });
  return [div(sub(gradient, mul(p === 1 ? of("Sign", x) : y, along)), norm)];
};

/** y = x / d^β with d = bias + α / size · Σ of squares of the channels around (Krizhevsky et al. 2012). */
const lrn: GradientRule = (step) => {
  const { emit, node } = step;
  const { mul, add, sub, square } = arithmetic(emit);
  const [x, y] = [node.inputs[0]!, node.outputs[0]!];
  const size = step.int("size");
  const [alpha, beta] = [step.float("alpha", 1e-4), step.float("beta", 0.75)];
  const shape = emit.shape(x);
  const flat = [shape[0]!, 1, shape[1]!, sizeOf(shape.slice(2))];
  const before = Math.floor((size - 1) / 2);
  // Sums over channels around: a convolution by ones along them.
  const around = (value: string, first: number): string => {
    const ones = emit.floats(
      Array.from({ length: size }, () => 1),
      [1, 1, size, 1],
    );
    const sums = emit.node("Conv", [emit.reshape(value, flat), ones], {
      attributes: { kernel_shape: [size, 1], pads: [first, 0, size - 1 - first, 0] },
    });
    return emit.reshape(sums, shape);
  };
  const base = add(mul(around(square(x), before), alpha / size), step.float("bias", 1));
  const gradient = step.arriving[0]!;
  const power = (exponent: number): string => emit.node("Pow", [base, emit.floats([exponent], [])]);
  const weighed = emit.node("Div", [mul(gradient, y), base]);
  const back = mul(mul(around(weighed, size - 1 - before), x), (2 * alpha * beta) / size);
  return [sub(mul(gradient, power(-beta)), back)];
};

/** Rules by operator. */
export const normalisationRules: GradientRules = {
  BatchNormalization: batchNormalization,
  LayerNormalization: layer(true),
  RMSNormalization: layer(false),
  SimplifiedLayerNormalization: layer(false),
  InstanceNormalization: instanceNormalization,
  GroupNormalization: groupNormalization,
  MeanVarianceNormalization: meanVariance,
  LpNormalization: lpNormalization,
  LRN: lrn,
};
