// The losses of `../loss.ts` as ONNX nodes: loss of each item and gradient at the logits. One graph has all of them and
// an input says which is meant, so that the weights of a model are in memory once.
import type { Loss } from "../classifier.ts";
import type { Emitter } from "./rule.ts";

/** Number by which the graph is told which loss is meant. */
const kinds = [
  "cross-entropy",
  "margin",
  "dlr",
  "weighted",
] as const satisfies readonly Loss["kind"][];

/** Values of the graph, [N, classes] except the first two. */
export interface LossInputs {
  /** int64, no axes. */
  readonly kind: string;
  /** float32, no axes: 1 where targets are meant. */
  readonly targeted: string;
  readonly logits: string;
  /** One-hot. */
  readonly labels: string;
  readonly targets: string;
  readonly weights: string;
}

export interface LossOutputs {
  /** [N, 1]. */
  readonly loss: string;
  /** [N, classes]. */
  readonly seed: string;
  /** [N, 1]: the gradient is this times what the seed gives. */
  readonly scale: string;
}

interface Part {
  readonly loss: string;
  readonly seed: string;
}

/** Below the least odds at which the scale of a gradient is kept; its direction is kept always. */
const leastScale = 1e-30;
/** Far below every logit. */
const nothing = -3e38;

/** The number of a loss. */
export function kindNumber(kind: Loss["kind"]): number {
  return kinds.indexOf(kind);
}

interface Tools {
  readonly emit: Emitter;
  readonly classes: number;
  sum(value: string): string;
  most(value: string): string;
  /** [N, classes] of 0 and 1 from [N, 1] of class numbers. */
  oneHot(index: string): string;
  /** `value` without the entries where the one-hot is 1. */
  without(value: string, hot: string): string;
  times(a: string, b: string): string;
  isOne(hot: string): string;
}

function toolsOf(emit: Emitter, classes: number): Tools {
  const axes = emit.ints([1]);
  const half = emit.floats([0.5], []);
  const isOne = (hot: string): string => emit.node("Greater", [hot, half]);
  const numbers = emit.ints(
    Array.from({ length: classes }, (_, index) => index),
    [1, classes],
  );
  return {
    emit,
    classes,
    sum: (value) => emit.node("ReduceSum", [value, axes], { attributes: { keepdims: 1 } }),
    most: (value) => emit.node("ReduceMax", [value, axes], { attributes: { keepdims: 1 } }),
    oneHot: (index) =>
      emit.node("Cast", [emit.node("Equal", [index, numbers])], { attributes: { to: 1 } }),
    without: (value, hot) => emit.node("Where", [isOne(hot), emit.floats([nothing], []), value]),
    times: (a, b) => emit.node("Mul", [a, b]),
    isOne,
  };
}

/** Value of the logits where the one-hot is 1; logits may be infinite elsewhere. */
function at(tools: Tools, logits: string, hot: string): string {
  const { emit } = tools;
  return tools.sum(emit.node("Where", [tools.isOne(hot), logits, emit.floats([0], [])]));
}

/**
 * −log p of the label. The seed is the softmax over the other classes − one-hot: the gradient without the factor 1 − p of the
 * label, which would underflow where the model is sure. That factor is the scale.
 */
function crossEntropy(
  tools: Tools,
  logits: string,
  hot: string,
): Part & { readonly scale: string } {
  const { emit } = tools;
  const one = emit.floats([1], []);
  const others = tools.without(logits, hot);
  const most = tools.most(others);
  // No subtraction of what was masked: it is 0 after this, as exp(−3e38 − most) is.
  const powers = emit.node("Exp", [emit.node("Sub", [others, most])]);
  const sum = tools.sum(powers);
  const seed = emit.node("Sub", [emit.node("Div", [powers, sum]), hot]);
  const all = emit.node("Add", [most, emit.node("Log", [sum])]);
  const odds = emit.node("Sub", [all, at(tools, logits, hot)]);
  const power = emit.node("Exp", [emit.node("Min", [odds, emit.floats([0], [])])]);
  const isSure = emit.node("Less", [odds, emit.floats([-10], [])]);
  // log(1 + e^x) is e^x − e^2x/2 there, which the sum 1 + e^x would round away.
  const tail = emit.node("Sub", [
    power,
    tools.times(emit.floats([0.5], []), tools.times(power, power)),
  ]);
  const loss = emit.node("Where", [isSure, tail, emit.node("Softplus", [odds])]);
  const logistic = emit.node("Div", [
    one,
    emit.node("Add", [one, emit.node("Exp", [emit.node("Neg", [odds])])]),
  ]);
  const exact = emit.node("Where", [isSure, power, logistic]);
  const scale = emit.node("Max", [exact, emit.floats([leastScale], [])]);
  return { loss, seed, scale };
}

/** The first class of the greatest value, as one-hot. */
function greatest(tools: Tools, logits: string): string {
  const attributes = { axis: 1, keepdims: 1 };
  return tools.oneHot(tools.emit.node("ArgMax", [logits], { attributes }));
}

/** max of the others − z of the class. */
function margin(tools: Tools, logits: string, hot: string): Part {
  const { emit } = tools;
  const others = tools.without(logits, hot);
  const loss = emit.node("Sub", [tools.most(others), at(tools, logits, hot)]);
  return { loss, seed: emit.node("Sub", [greatest(tools, others), hot]) };
}

/** The same in its targeted form: less of it is nearer to the target. */
function signed(tools: Tools, part: Part, sign: string): Part {
  return { loss: tools.times(part.loss, sign), seed: tools.times(part.seed, sign) };
}

function dlr(tools: Tools, inputs: LossInputs, isTargeted: string): Part {
  const { emit } = tools;
  const { logits, labels, targets } = inputs;
  const ranks = Math.min(4, tools.classes);
  const [values, places] = emit.nodes("TopK", [logits, emit.ints([ranks])], {
    outputs: 2,
    attributes: { axis: 1, largest: 1, sorted: 1 },
  }) as readonly [string, string];
  const pickOf = (value: string) => (rank: number) =>
    emit.node("Slice", [value, emit.ints([rank]), emit.ints([rank + 1]), emit.ints([1])]);
  const value = pickOf(values);
  const hot = (rank: number): string => tools.oneHot(pickOf(places)(rank));
  const [first, second, third] = [hot(0), hot(1), hot(2)];
  const choose = (yes: string, no: string): string => emit.node("Where", [isTargeted, yes, no]);
  const fourth = ranks === 4 ? choose(hot(3), third) : third;
  const fourthValue = ranks === 4 ? choose(value(3), value(2)) : value(2);
  const half = emit.floats([0.5], []);
  const isRight = emit.node("Greater", [tools.sum(tools.times(first, labels)), half]);
  const other = choose(targets, emit.node("Where", [isRight, second, first]));
  const rise = emit.node("Sub", [at(tools, logits, other), at(tools, logits, labels)]);
  const low = tools.times(half, emit.node("Add", [value(2), fourthValue]));
  const spread = emit.node("Sub", [value(0), low]);
  const scale = emit.node("Add", [spread, emit.floats([1e-12], [])]);
  const up = emit.node("Div", [emit.node("Sub", [other, labels]), scale]);
  const back = emit.node("Div", [rise, tools.times(scale, scale)]);
  const lowHot = tools.times(half, emit.node("Add", [third, fourth]));
  const seed = emit.node("Sub", [up, tools.times(back, emit.node("Sub", [first, lowHot]))]);
  return { loss: emit.node("Div", [rise, scale]), seed };
}

/** Writes every loss, and the choice among them. */
export function writeLosses(emit: Emitter, inputs: LossInputs): LossOutputs {
  const { logits, kind } = inputs;
  const classes = emit.shape(logits)[1]!;
  const tools = toolsOf(emit, classes);
  const one = emit.floats([1], []);
  const isTargeted = tools.isOne(inputs.targeted);
  const hot = emit.node("Where", [isTargeted, inputs.targets, inputs.labels]);
  const sign = emit.node("Where", [isTargeted, emit.floats([-1], []), one]);
  const entropy = crossEntropy(tools, logits, hot);
  const ce = signed(tools, entropy, sign);
  const own = signed(tools, margin(tools, logits, hot), sign);
  // With fewer classes than it ranks the ratio is not defined, and the margin takes its place.
  const untargeted = margin(tools, logits, inputs.labels);
  const small: Part = classes < 3 ? untargeted : dlr(tools, inputs, isTargeted);
  const ratio: Part =
    classes === 3
      ? {
          loss: emit.node("Where", [isTargeted, untargeted.loss, small.loss]),
          seed: emit.node("Where", [isTargeted, untargeted.seed, small.seed]),
        }
      : small;
  const weighted: Part = {
    loss: tools.sum(tools.times(inputs.weights, logits)),
    seed: inputs.weights,
  };
  const is = (name: Loss["kind"]): string =>
    emit.node("Equal", [kind, emit.ints([kindNumber(name)], [])]);
  const choose = (part: keyof Part): string =>
    emit.node("Where", [
      is("cross-entropy"),
      ce[part],
      emit.node("Where", [
        is("margin"),
        own[part],
        emit.node("Where", [is("dlr"), ratio[part], weighted[part]]),
      ]),
    ]);
  return {
    loss: choose("loss"),
    seed: choose("seed"),
    scale: emit.node("Where", [is("cross-entropy"), entropy.scale, one]),
  };
}
