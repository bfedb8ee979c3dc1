// Sums, means and extremes over axes, and what is made of them: https://onnx.ai/onnx/operators/onnx__ReduceSum.html
import type { Emitter, GradientRule, GradientRules, Step } from "../rule.ts";
import { sizeOf } from "../../batch.ts";
import { inBlocks } from "./blocks.ts";
import { arithmetic, type Arithmetic } from "./arithmetic.ts";

interface Reduced extends Arithmetic {
  readonly step: Step;
  readonly x: string;
  /** The result and what comes to it, with an axis of length 1 for each that was reduced. */
  readonly y: string;
  readonly gradient: string;
  /** How many elements each result is of. */
  readonly count: number;
  readonly axes: readonly number[];
}

function axesOf(step: Step): readonly number[] {
  const rank = step.emit.shape(step.node.inputs[0]!).length;
  const named = step.node.inputs[1] ?? "";
  const said = named === "" ? [] : step.wholes(1);
  if (said === undefined) return step.refuse("its axes are no constants");
  if (said.length > 0) return said.map((axis) => (axis < 0 ? axis + rank : axis));
  return step.int("noop_with_empty_axes", 0) === 1
    ? []
    : Array.from({ length: rank }, (_, axis) => axis);
}

/** A rule from what comes to each element, at the shape of the input or one that is broadcast to it. */
function reduction(write: (at: Reduced) => string): GradientRule {
  return (step) => {
    const { emit, node } = step;
    const x = node.inputs[0]!;
    const axes = axesOf(step);
    const shape = emit.shape(x);
    const still = shape.map((length, axis) => (axes.includes(axis) ? 1 : length));
    let count = 1;
    for (const axis of axes) count *= shape[axis]!;
    const found = write({
      ...arithmetic(emit),
      step,
      x,
      y: emit.reshape(node.outputs[0]!, still),
      gradient: emit.reshape(step.arriving[0]!, still),
      count,
      axes,
    });
    return [widened(emit, found, shape)];
  };
}

function widened(emit: Emitter, value: string, shape: readonly number[]): string {
  const own = emit.shape(value);
  return own.length === shape.length && own.every((length, axis) => length === shape[axis])
    ? value
    : emit.node("Expand", [value, emit.ints(shape)]);
}

function summed({ step, axes }: Reduced, value: string): string {
  if (axes.length === 0) return value;
  return step.emit.node("ReduceSum", [value, step.emit.ints(axes)], {
    attributes: { keepdims: 1 },
  });
}

/** To the greatest or least; where several are, they share alike, as PyTorch's amax and amin do. */
const extreme = reduction((at) => {
  const { step, x, y, gradient, mul, div } = at;
  const isIt = step.emit.node("CastLike", [step.emit.node("Equal", [x, y]), x]);
  return mul(isIt, div(gradient, summed(at, isIt)));
});

/**
 * The product of all others. Where nothing is 0 that is y / x; zeros are taken out first: with one, only its own
 * gradient is not 0, with more none is.
 */
const product = reduction((at) => {
  const { step, x, gradient, mul, sub, div, pick } = at;
  const { emit } = step;
  const isZero = emit.node("Equal", [x, emit.node("CastLike", [emit.floats([0], []), x])]);
  const zero = emit.node("CastLike", [isZero, x]);
  const safe = pick(isZero, 1, x);
  const rest =
    at.axes.length === 0
      ? safe
      : emit.node("ReduceProd", [safe, emit.ints(at.axes)], { attributes: { keepdims: 1 } });
  const others = sub(summed(at, zero), zero);
  const alone = emit.node("CastLike", [
    emit.node("Less", [others, emit.node("CastLike", [emit.floats([0.5], []), x])]),
    x,
  ]);
  return mul(mul(div(rest, safe), alone), gradient);
});

const softmax: GradientRule = (step) => {
  const { emit, node, arriving } = step;
  const y = node.outputs[0]!;
  const shape = emit.shape(y);
  const said = step.int("axis", -1);
  const axis = said < 0 ? said + shape.length : said;
  const write =
    (over: number) =>
    (inner: Emitter, [gradient = "", own = ""]: readonly string[]): string => {
      const { mul, sub } = arithmetic(inner);
      const weighed = mul(gradient, own);
      const sum = inner.node("ReduceSum", [weighed, inner.ints([over])], {
        attributes: { keepdims: 1 },
      });
      return sub(weighed, mul(own, sum));
    };
  if (axis !== shape.length - 1) return [write(axis)(emit, [arriving[0]!, y])];
  const width = shape[axis]!;
  const rows = [arriving[0]!, y].map((name) => emit.reshape(name, [sizeOf(shape) / width, width]));
  return [emit.reshape(inBlocks(emit, { rows, write: write(1) }), shape)];
};

const logSoftmax: GradientRule = (step) => {
  const { emit, node, arriving } = step;
  const { mul, sub, of } = arithmetic(emit);
  const sum = emit.node("ReduceSum", [arriving[0]!, emit.ints([step.int("axis", -1)])], {
    attributes: { keepdims: 1 },
  });
  return [sub(arriving[0]!, mul(of("Exp", node.outputs[0]!), sum))];
};

/** The other way round. */
const cumSum: GradientRule = (step) => [
  step.emit.node("CumSum", [step.arriving[0]!, step.node.inputs[1]!], {
    attributes: {
      exclusive: step.int("exclusive", 0),
      reverse: step.int("reverse", 0) === 1 ? 0 : 1,
    },
  }),
];

/** Rules by operator. */
export const reduceRules: GradientRules = {
  ReduceSum: reduction(({ gradient }) => gradient),
  ReduceMean: reduction(({ gradient, count, mul }) => mul(gradient, 1 / count)),
  ReduceSumSquare: reduction(({ x, gradient, mul }) => mul(x, mul(gradient, 2))),
  ReduceL1: reduction(({ x, gradient, mul, of }) => mul(of("Sign", x), gradient)),
  // x / y, and 0 where y is 0, as PyTorch has it.
  ReduceL2: reduction(({ step, x, y, gradient, mul, div, pick }) => {
    const isZero = step.emit.node("Equal", [
      y,
      step.emit.node("CastLike", [step.emit.floats([0], []), y]),
    ]);
    return mul(x, div(gradient, pick(isZero, Infinity, y)));
  }),
  // y = log Σ x
  ReduceLogSum: reduction(({ y, gradient, div, of }) => div(gradient, of("Exp", y))),
  ReduceLogSumExp: reduction(({ x, y, gradient, mul, sub, of }) =>
    mul(of("Exp", sub(x, y)), gradient),
  ),
  ReduceMax: extreme,
  ReduceMin: extreme,
  ReduceProd: product,
  ArgMax: () => [],
  ArgMin: () => [],
  Softmax: softmax,
  LogSoftmax: logSoftmax,
  CumSum: cumSum,
};
