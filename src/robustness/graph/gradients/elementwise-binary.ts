// Operators that work element by element on several inputs, which are broadcast to one shape.
import type { GradientRule, GradientRules, Step } from "../rule.ts";
import { arithmetic, type Arithmetic } from "./arithmetic.ts";

interface Many extends Arithmetic {
  readonly step: Step;
  readonly gradient: string;
  readonly inputs: readonly string[];
  readonly y: string;
}

/** A rule from what comes to each input, at the shape of the output. */
function shares(...write: readonly ((at: Many) => string | undefined)[]): GradientRule {
  return (step) => {
    const { node, emit } = step;
    const at: Many = {
      ...arithmetic(emit),
      step,
      gradient: step.arriving[0]!,
      inputs: node.inputs,
      y: node.outputs[0]!,
    };
    return node.inputs.map((name, index) => {
      if (!step.wants(index)) return undefined;
      const share = write[Math.min(index, write.length - 1)]!(at);
      return share === undefined ? undefined : emit.sumTo(share, emit.shape(name));
    });
  };
}

/** The greatest or least of several: where they are equal, they share alike, as in PyTorch. */
const extreme: GradientRule = (step) => {
  const { node, emit } = step;
  const { mul, add, div } = arithmetic(emit);
  const y = node.outputs[0]!;
  if (node.inputs.length === 1) return [step.arriving[0]];
  const isIt = node.inputs.map((name) => emit.node("CastLike", [emit.node("Equal", [name, y]), y]));
  const each = div(step.arriving[0]!, isIt.reduce(add));
  return node.inputs.map((name, index) =>
    step.wants(index) ? emit.sumTo(mul(each, isIt[index]!), emit.shape(name)) : undefined,
  );
};

/** p · x^(p − 1), and 0 where p is 0. */
function powerSlope({ step, inputs, mul, sub, of, pick }: Many): string | undefined {
  const [x, power] = inputs as readonly [string, string];
  const known = step.wholes(1);
  const only = known?.every((each) => each === known[0]) === true ? known[0] : undefined;
  if (only === 0) return undefined;
  if (only === 1) return mul(x, 0);
  if (only === 2) return mul(x, 2);
  if (only === 3) return mul(mul(x, x), 3);
  if (only === 0.5) return of("Reciprocal", mul(step.node.outputs[0]!, 2));
  if (only !== undefined)
    return mul(step.emit.node("Pow", [x, step.emit.floats([only - 1], [])]), only);
  const exponent =
    step.emit.type(power) === step.emit.type(x) ? power : step.emit.node("CastLike", [power, x]);
  const isZero = step.emit.node("Equal", [
    exponent,
    step.emit.node("CastLike", [step.emit.floats([0], []), exponent]),
  ]);
  return pick(isZero, 0, mul(exponent, step.emit.node("Pow", [x, sub(exponent, 1)])));
}

const power = shares(
  (at) => {
    const slope = powerSlope(at);
    if (slope === undefined) return undefined;
    const only = at.step.wholes(1);
    return only?.every((each) => each === 1) === true
      ? at.mul(at.gradient, 1)
      : at.mul(at.gradient, slope);
  },
  // y · log x, and 0 where x is 0.
  ({ step, inputs, y, gradient, of, mul, pick }) => {
    const isZero = step.emit.node("Equal", [inputs[0]!, step.emit.floats([0], [])]);
    return mul(gradient, pick(isZero, 0, mul(y, of("Log", pick(isZero, 1, inputs[0]!)))));
  },
);

/** Rules by operator. */
export const binaryRules: GradientRules = {
  Add: shares(({ gradient }) => gradient),
  Sum: shares(({ gradient }) => gradient),
  Mean: shares(({ gradient, inputs, mul }) => mul(gradient, 1 / inputs.length)),
  Sub: shares(
    ({ gradient }) => gradient,
    ({ gradient, of }) => of("Neg", gradient),
  ),
  Mul: shares(
    ({ gradient, inputs, mul }) => mul(gradient, inputs[1]!),
    ({ gradient, inputs, mul }) => mul(gradient, inputs[0]!),
  ),
  Div: shares(
    ({ gradient, inputs, div }) => div(gradient, inputs[1]!),
    ({ gradient, inputs, y, div, mul, of }) => of("Neg", div(mul(gradient, y), inputs[1]!)),
  ),
  Pow: power,
  Max: extreme,
  Min: extreme,
  Where: shares(
    () => undefined,
    ({ gradient, inputs, pick }) => pick(inputs[0]!, gradient, 0),
    ({ gradient, inputs, pick }) => pick(inputs[0]!, 0, gradient),
  ),
  // x − b · quotient, the quotient a whole number.
  Mod: shares(
    ({ gradient }) => gradient,
    ({ gradient, inputs, y, div, sub, mul, of }) =>
      of("Neg", mul(gradient, of("Round", div(sub(inputs[0]!, y), inputs[1]!)))),
  ),
  PRelu: shares(
    ({ gradient, inputs, positive, mul, add, sub }) => {
      const above = positive(inputs[0]!);
      return mul(gradient, add(above, mul(sub(1, above), inputs[1]!)));
    },
    ({ gradient, inputs, clip, mul }) => mul(gradient, clip(inputs[0]!, -Infinity, 0)),
  ),
};
