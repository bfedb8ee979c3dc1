// Whole-number models, followed back as if rounding were the identity within the range that a number of few bits has, and
// constant outside: the straight-through estimator of Bengio, Léonard and Courville (2013), which makes an attack on the
// deployed int8 file white-box, as BPDA (Athalye, Carlini and Wagner 2018) has it. The gradient by a whole number is that
// by the real number it stands for, in steps.
import type { ElementType } from "../../../formats/onnx/model.ts";
import type { Emitter, GradientRule, GradientRules, Step } from "../rule.ts";
import { numbersOf } from "../tensors.ts";
import { convolutionRules } from "./convolution.ts";
import { elementwiseRules } from "./elementwise.ts";
import { joinRules } from "./join.ts";
import { linearRules } from "./linear.ts";
import { normalisationRules } from "./normalisation.ts";
import { poolingRules } from "./pooling.ts";

/** Places of a value, its scale and its zero among the inputs of a node; the axis that scales lie along, if they do. */
interface Place {
  readonly value: number;
  readonly scale?: number;
  readonly zero?: number;
  readonly axis?: number;
}

const ranges: Readonly<Partial<Record<ElementType, readonly [number, number]>>> = {
  int4: [-8, 7],
  uint4: [0, 15],
  int8: [-128, 127],
  uint8: [0, 255],
  int16: [-32768, 32767],
  uint16: [0, 65535],
};

/** Lays the numbers of one axis out so that they meet their axis when they are broadcast. */
function along(emit: Emitter, name: string, value: { rank: number; axis: number }): string {
  const shape = emit.shape(name);
  const count = shape.reduce((all, each) => all * each, 1);
  if (count === 1) return emit.reshape(name, []);
  if (shape.length > 1) return name;
  const at = value.axis < 0 ? value.axis + value.rank : value.axis;
  return emit.reshape(
    name,
    Array.from({ length: value.rank }, (_, axis) => (axis === at ? count : 1)),
  );
}

const float = (emit: Emitter, name: string): string =>
  emit.type(name) === "float32" ? name : emit.node("Cast", [name], { attributes: { to: 1 } });

/** The real numbers that whole ones stand for; computed here where they are constant, as rules look into weights. */
function real(step: Step, place: Place): string {
  const { emit, node } = step;
  const name = node.inputs[place.value]!;
  const [scale, zero] = [place.scale, place.zero].map((at) =>
    at === undefined ? undefined : node.inputs[at] || undefined,
  );
  if (scale === undefined && zero === undefined) return float(emit, name);
  const known = constantly(step, { name, scale, zero, axis: place.axis ?? 1 });
  if (known !== undefined) return known;
  const value = { rank: emit.shape(name).length, axis: place.axis ?? 1 };
  let result = float(emit, name);
  if (zero !== undefined)
    result = emit.node("Sub", [result, along(emit, float(emit, zero), value)]);
  return scale === undefined
    ? result
    : emit.node("Mul", [result, along(emit, float(emit, scale), value)]);
}

function constantly(
  { emit }: Step,
  given: { name: string; scale?: string; zero?: string; axis: number },
): string | undefined {
  const numbers = (name: string | undefined, fallback: number): ArrayLike<number> | undefined => {
    if (name === undefined) return [fallback];
    const constant = emit.constant(name);
    return constant && numbersOf(constant);
  };
  const values = numbers(given.name, 0);
  const scales = numbers(given.scale, 1);
  const zeros = numbers(given.zero, 0);
  const shape = emit.shape(given.name);
  if (values === undefined || scales === undefined || zeros === undefined) return undefined;
  const axis = given.axis < 0 ? given.axis + shape.length : given.axis;
  const inner = shape.slice(axis + 1).reduce((all, each) => all * each, 1);
  const pick = (list: ArrayLike<number>, at: number): number =>
    list.length === 1 ? list[0]! : list[Math.floor(at / inner) % list.length]!;
  return emit.floats(
    Float32Array.from(values, (value, at) => (value - pick(zeros, at)) * pick(scales, at)),
    shape,
  );
}

/** The gradient by a real number in steps of a scale. */
function inSteps(step: Step, gradient: string, place: Place): string {
  const scale = place.scale === undefined ? undefined : step.node.inputs[place.scale];
  if (!scale) return gradient;
  const value = { rank: step.emit.shape(gradient).length, axis: place.axis ?? 1 };
  return step.emit.node("Mul", [gradient, along(step.emit, float(step.emit, scale), value)]);
}

/** The gradient by the real result, from that by the whole number; none at the ends of the range, where it was cut. */
function unquantised(step: Step, output: Place): string {
  const { emit, node } = step;
  const gradient = step.arriving[0]!;
  const scale = output.scale === undefined ? undefined : node.inputs[output.scale];
  const range = ranges[emit.type(node.outputs[0]!)];
  if (!scale || range === undefined) return gradient;
  const value = { rank: emit.shape(gradient).length, axis: output.axis ?? 1 };
  const real = emit.node("Div", [gradient, along(emit, float(emit, scale), value)]);
  const whole = float(emit, node.outputs[0]!);
  const [least, most] = range;
  const isCut = emit.node("Equal", [
    whole,
    emit.node("Clip", [whole, emit.floats([least + 1], []), emit.floats([most - 1], [])]),
  ]);
  return emit.node("Where", [isCut, real, emit.floats([0], [])]);
}

/** How an operator of whole numbers is one of real numbers. */
interface Shadow {
  readonly rule: GradientRule | undefined;
  readonly inputs: readonly Place[];
  readonly output?: Place;
}

/** Follows the operator of real numbers back, on what the whole numbers stand for. */
const shadow =
  ({ rule, inputs, output = { value: 0 } }: Shadow): GradientRule =>
  (step) => {
    const { emit, node } = step;
    if (rule === undefined) return step.refuse("the gradient of its real numbers is not known");
    if (node.attributes.has("channels_last") && step.int("channels_last") !== 0)
      return step.refuse("its channels are last; save the model without layout changes");
    const given = inputs.filter(({ value }) => node.inputs[value]);
    const names = given.map((place) => real(step, place));
    const result =
      output.scale === undefined
        ? node.outputs[0]!
        : real(
            { ...step, node: { ...node, inputs: [...node.inputs, node.outputs[0]!] } },
            { ...output, value: node.inputs.length },
          );
    const gradients = rule({
      ...step,
      node: { ...node, domain: "", inputs: names, outputs: [result] },
      arriving: [unquantised(step, output)],
      wants: (at) => given[at] !== undefined && step.wants(given[at].value),
      wholes: (at) => {
        const constant = names[at] === undefined ? undefined : emit.constant(names[at]);
        const numbers = constant && numbersOf(constant);
        return numbers && Array.from(numbers);
      },
    });
    const back: (string | undefined)[] = node.inputs.map(() => undefined);
    for (const [at, place] of given.entries()) {
      const gradient = gradients[at];
      if (gradient !== undefined) back[place.value] = inSteps(step, gradient, place);
    }
    return back;
  };

/** x / scale where it is within the range, as PyTorch's fake quantisation has it: half a step beyond the ends counts. */
const quantize: GradientRule = (step) => {
  const { emit, node } = step;
  const [x = "", scale = "", zero = ""] = node.inputs;
  if (step.int("block_size", 0) !== 0) step.refuse("its scales lie in blocks");
  const value = { rank: emit.shape(x).length, axis: step.int("axis", 1) };
  const steps = along(emit, float(emit, scale), value);
  const gradient = emit.node("Div", [step.arriving[0]!, steps]);
  const range = ranges[emit.type(node.outputs[0]!)];
  const constant = zero === "" ? [0] : emit.constant(zero) && numbersOf(emit.constant(zero)!);
  // A zero that is computed belongs to a range that was measured, which nothing is outside of.
  if (range === undefined || constant === undefined) return [gradient];
  const shift = Array.from(constant);
  const limit = (end: number): string =>
    along(
      emit,
      emit.floats(
        shift.map((each) => end - each),
        shift.length === 1 ? [] : [shift.length],
      ),
      value,
    );
  const place = emit.node("Div", [float(emit, x), steps]);
  const least = emit.node("Max", [place, limit(range[0] - 0.5)]);
  const within = emit.node("Min", [least, limit(range[1] + 0.5)]);
  const isInside = emit.node("Equal", [place, within]);
  return [emit.node("Where", [isInside, gradient, emit.floats([0], [])])];
};

const dequantize: GradientRule = (step) => {
  if (step.int("block_size", 0) !== 0) step.refuse("its scales lie in blocks");
  const place = { value: 0, scale: 1, axis: step.int("axis", 1) };
  return [inSteps(step, step.arriving[0]!, place)];
};

/** Scale and zero follow the range of the input; what they change cancels between here and where they are used. */
const dynamicQuantize: GradientRule = ({ emit, node, arriving }) => {
  if (arriving[0] === undefined) return [];
  return [emit.node("Div", [arriving[0], node.outputs[1]!])];
};

/** Values and scales of several inputs, after scale and zero of the output. */
const concat: GradientRule = (step) => {
  const count = (step.node.inputs.length - 2) / 3;
  const inputs = Array.from({ length: count }, (_, at) => ({
    value: 2 + 3 * at,
    scale: 3 + 3 * at,
    zero: 4 + 3 * at,
  }));
  return shadow({ rule: joinRules["Concat"], inputs, output: { value: 0, scale: 0, zero: 1 } })(
    step,
  );
};

const first: Place = { value: 0, scale: 1, zero: 2 };
const second: Place = { value: 3, scale: 4, zero: 5 };

const unary = (rule: GradientRule | undefined): GradientRule =>
  shadow({ rule, inputs: [first], output: { value: 0, scale: 3, zero: 4 } });

const binary = (rule: GradientRule | undefined, axis = 1): GradientRule =>
  shadow({
    rule,
    inputs: [first, { ...second, axis }],
    output: { value: 0, scale: 6, zero: 7 },
  });

const convInteger = shadow({
  rule: convolutionRules["Conv"],
  inputs: [
    { value: 0, zero: 2 },
    { value: 1, zero: 3, axis: 0 },
  ],
});

const matMulInteger = shadow({
  rule: linearRules["MatMul"],
  inputs: [
    { value: 0, zero: 2, axis: -2 },
    { value: 1, zero: 3, axis: -1 },
  ],
});

const matMulToFloat = shadow({
  rule: linearRules["MatMul"],
  inputs: [
    { value: 0, scale: 2, zero: 4, axis: -2 },
    { value: 1, scale: 3, zero: 5, axis: -1 },
  ],
});

/** Quantises its first input by itself. */
const dynamicMatMul = shadow({
  rule: linearRules["MatMul"],
  inputs: [{ value: 0 }, { value: 1, scale: 2, zero: 3, axis: -1 }],
});

const gemm: GradientRule = (step) =>
  shadow({
    rule: linearRules["Gemm"],
    inputs: [first, { ...second, axis: step.int("transB", 0) === 1 ? 0 : 1 }],
    output: { value: 0, scale: 7, zero: 8 },
  })(step);

export const quantisedRules: GradientRules = {
  QuantizeLinear: quantize,
  "com.microsoft:QuantizeLinear": quantize,
  DequantizeLinear: dequantize,
  "com.microsoft:DequantizeLinear": dequantize,
  DynamicQuantizeLinear: dynamicQuantize,
  QLinearConv: binary(convolutionRules["Conv"], 0),
  "com.microsoft:QLinearConv": binary(convolutionRules["Conv"], 0),
  QLinearMatMul: binary(linearRules["MatMul"], -1),
  ConvInteger: convInteger,
  MatMulInteger: matMulInteger,
  "com.microsoft:MatMulIntegerToFloat": matMulToFloat,
  "com.microsoft:DynamicQuantizeMatMul": dynamicMatMul,
  "com.microsoft:QGemm": gemm,
  "com.microsoft:QLinearAdd": binary(elementwiseRules["Add"]),
  "com.microsoft:QLinearMul": binary(elementwiseRules["Mul"]),
  "com.microsoft:QLinearConcat": concat,
  "com.microsoft:QLinearSigmoid": unary(elementwiseRules["Sigmoid"]),
  "com.microsoft:QLinearLeakyRelu": unary(elementwiseRules["LeakyRelu"]),
  "com.microsoft:QLinearSoftmax": unary(normalisationRules["Softmax"]),
  "com.microsoft:QLinearAveragePool": unary(poolingRules["AveragePool"]),
  "com.microsoft:QLinearGlobalAveragePool": unary(poolingRules["GlobalAveragePool"]),
};
