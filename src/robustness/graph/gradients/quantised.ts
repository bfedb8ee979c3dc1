// Whole-number models, followed back as if rounding were the identity within the range that a number of few bits has, and
// constant outside: the straight-through estimator of Bengio, Léonard and Courville (2013), which makes an attack on the
// deployed int8 file white-box, as BPDA (Athalye, Carlini and Wagner 2018) has it. The gradient by a whole number is that
// by the real number it stands for, in steps.
import type { GradientRule, GradientRules, Step } from "../rule.ts";
import { numbersOf } from "../tensors.ts";
import { convolutionRules } from "./convolution.ts";
import { elementwiseRules } from "./elementwise.ts";
import { joinRules } from "./join.ts";
import { linearRules } from "./linear.ts";
import { normalisationRules } from "./normalisation.ts";
import { poolingRules } from "./pooling.ts";
import { along, float, inSteps, real, withinRange, type Place } from "./steps.ts";

/**
 * The gradient by the real result, from that by the whole number; none where that was cut at the ends of the range. The
 * whole number does not tell what was cut, so that the real result is computed again, by those that may leave the range.
 */
function unquantised(
  step: Step,
  { output, result }: { readonly output: Place; readonly result: string | undefined },
): string {
  const { emit, node } = step;
  const gradient = step.arriving[0]!;
  const scale = output.scale === undefined ? undefined : node.inputs[output.scale];
  if (!scale) return gradient;
  const axis = output.axis ?? 1;
  const value = { rank: emit.shape(gradient).length, axis };
  const steps = along(emit, float(emit, scale), value);
  const real = emit.node("Div", [gradient, steps]);
  if (result === undefined) return real;
  const zero = (output.zero === undefined ? undefined : node.inputs[output.zero]) ?? "";
  const type = emit.type(node.outputs[0]!);
  const place = emit.node("Div", [result, steps]);
  return withinRange(emit, { place, gradient: real, zero, type, axis }) ?? real;
}

/** The real result of a layer that has a bias of whole numbers, in steps of both inputs. */
const layered =
  (operator: string, bias: number): Forward =>
  (step, [x = "", weights = ""]) => {
    const { emit, node } = step;
    const [, xScale = "", , , weightScale = ""] = node.inputs;
    const attributes = Object.fromEntries(node.attributes);
    const inputs = [x, weights];
    const given = node.inputs[bias];
    if (given) {
      const steps = emit.node("Mul", [
        emit.reshape(float(emit, xScale), []),
        along(emit, float(emit, weightScale), { rank: 1, axis: 0 }),
      ]);
      inputs.push(emit.node("Mul", [float(emit, given), steps]));
    }
    return emit.node(operator, inputs, { attributes });
  };

const plain =
  (operator: string): Forward =>
  ({ emit }, inputs) =>
    emit.node(operator, inputs);

/** Computes the real result from real inputs. */
type Forward = (step: Step, inputs: readonly string[]) => string;

/** How an operator of whole numbers is one of real numbers. */
interface Shadow {
  /** Says what an output was before it was cut; the others do not leave the range. */
  readonly forward?: Forward;
  readonly rule: GradientRule | undefined;
  readonly inputs: readonly Place[];
  readonly output?: Place;
}

/** Follows the operator of real numbers back, on what the whole numbers stand for. */
const shadow =
  ({ rule, inputs, output = { value: 0 }, forward }: Shadow): GradientRule =>
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
      arriving: [unquantised(step, { output, result: forward?.(step, names) })],
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

const quantize: GradientRule = (step) => {
  const { emit, node } = step;
  const [x = "", scale = "", zero = ""] = node.inputs;
  if (step.int("block_size", 0) !== 0) step.refuse("its scales lie in blocks");
  const axis = step.int("axis", 1);
  const steps = along(emit, float(emit, scale), { rank: emit.shape(x).length, axis });
  const gradient = emit.node("Div", [step.arriving[0]!, steps]);
  const place = emit.node("Div", [float(emit, x), steps]);
  const type = emit.type(node.outputs[0]!);
  return [withinRange(emit, { place, gradient, zero, type, axis }) ?? gradient];
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

interface Binary {
  readonly rule: GradientRule | undefined;
  readonly forward: Forward;
  /** The axis that scales of the second input lie along. */
  readonly axis?: number;
}

const binary = ({ rule, forward, axis = 1 }: Binary): GradientRule =>
  shadow({
    rule,
    forward,
    inputs: [first, { ...second, axis }],
    output: { value: 0, scale: 6, zero: 7 },
  });

const conv = binary({ rule: convolutionRules["Conv"], forward: layered("Conv", 8), axis: 0 });

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
    forward: layered("Gemm", 6),
    inputs: [first, { ...second, axis: step.int("transB", 0) === 1 ? 0 : 1 }],
    output: { value: 0, scale: 7, zero: 8 },
  })(step);

export const quantisedRules: GradientRules = {
  QuantizeLinear: quantize,
  "com.microsoft:QuantizeLinear": quantize,
  DequantizeLinear: dequantize,
  "com.microsoft:DequantizeLinear": dequantize,
  DynamicQuantizeLinear: dynamicQuantize,
  QLinearConv: conv,
  "com.microsoft:QLinearConv": conv,
  QLinearMatMul: binary({ rule: linearRules["MatMul"], forward: plain("MatMul"), axis: -1 }),
  ConvInteger: convInteger,
  MatMulInteger: matMulInteger,
  "com.microsoft:MatMulIntegerToFloat": matMulToFloat,
  "com.microsoft:DynamicQuantizeMatMul": dynamicMatMul,
  "com.microsoft:QGemm": gemm,
  "com.microsoft:QLinearAdd": binary({ rule: elementwiseRules["Add"], forward: plain("Add") }),
  "com.microsoft:QLinearMul": binary({ rule: elementwiseRules["Mul"], forward: plain("Mul") }),
  "com.microsoft:QLinearConcat": concat,
  "com.microsoft:QLinearSigmoid": unary(elementwiseRules["Sigmoid"]),
  "com.microsoft:QLinearLeakyRelu": unary(elementwiseRules["LeakyRelu"]),
  "com.microsoft:QLinearSoftmax": unary(normalisationRules["Softmax"]),
  "com.microsoft:QLinearAveragePool": unary(poolingRules["AveragePool"]),
  "com.microsoft:QLinearGlobalAveragePool": unary(poolingRules["GlobalAveragePool"]),
};
