// Operators that work element by element on one input: ∂L/∂x = ∂L/∂y · f'(x).
import type { GradientRule, GradientRules, Step } from "../rule.ts";
import { arithmetic, type Arithmetic } from "./arithmetic.ts";
import { geluBack } from "./activations.ts";
import { binaryRules } from "./elementwise-binary.ts";

interface Unary extends Arithmetic {
  readonly step: Step;
  readonly x: string;
  /** What the operator gave: where a derivative can be had from it, the input need not be kept. */
  readonly y: string;
}

/** A rule from the derivative. */
function derivative(write: (at: Unary) => string): GradientRule {
  return (step) => {
    const calc = arithmetic(step.emit);
    const at: Unary = { ...calc, step, x: step.node.inputs[0]!, y: step.node.outputs[0]! };
    return [calc.mul(step.arriving[0]!, write(at))];
  };
}

/** Constant between its jumps: no gradient, as in PyTorch. */
const flat: GradientRule = () => [];

/** 1 strictly between the bounds, which are what the output is clipped to. */
function inside({ y, positive, between, mul, sub }: Unary, least: number, most: number): string {
  if (least === 0 && most > 0 && most < 2 ** 20) return between(y, most);
  if (least === -Infinity && most === Infinity) return positive(mul(y, 0));
  const above = least === 0 ? y : sub(y, least);
  if (most === Infinity) return positive(above);
  const below = sub(most, y);
  if (least === -Infinity) return positive(below);
  return mul(positive(above), positive(below));
}

/**
 * At the bounds the gradient is 0, as PyTorch's hardtanh and ReLU6 have it, from which most of these come. (Its clamp
 * has 1 there.)
 */
const clip: GradientRule = (step) => {
  const { emit, node } = step;
  const calc = arithmetic(emit);
  const [x, least = "", most = ""] = node.inputs;
  const y = node.outputs[0]!;
  const gradient = step.arriving[0]!;
  const bound = (index: number, other: number): number => {
    const name = node.inputs[index] ?? "";
    return name === ""
      ? other
      : (step.wholes(index)?.[0] ?? step.refuse("its bounds are no constants"));
  };
  if (step.wants(1) || step.wants(2)) {
    const under = least === "" ? undefined : emit.node("Less", [x!, least]);
    const over = most === "" ? undefined : emit.node("Greater", [x!, most]);
    const sum = (where: string): string => emit.sumTo(calc.pick(where, gradient, 0), []);
    let kept = gradient;
    for (const where of [under, over]) if (where !== undefined) kept = calc.pick(where, 0, kept);
    return [kept, under && sum(under), over && sum(over)];
  }
  const at: Unary = { ...calc, step, x: x!, y };
  return [calc.mul(gradient, inside(at, bound(1, -Infinity), bound(2, Infinity)))];
};

/** x > 0: 1, otherwise the slope. Where 0 ≤ slope ≤ 1, one clip does it. */
function leaky({ y, mul, clip: bounded, positive, add }: Unary, slope: number): string {
  if (slope > 0 && slope <= 1) return bounded(mul(y, 2 ** 126), slope, 1);
  return add(mul(positive(y), 1 - slope), slope);
}

/** A slope below 0 turns the sign of what is given, so that the input is looked at. */
const leakyRelu = derivative((at) => {
  const slope = at.step.float("alpha", 0.01);
  return leaky(slope > 0 ? at : { ...at, y: at.x }, slope);
});

/** An exponential below 0, of which the output says the derivative: min(y, 0) / scale + depth, and the line above 0. */
const exponential = (shape: (step: Step) => { alpha: number; gamma: number }): GradientRule =>
  derivative(({ step, y, add, mul, positive, clip: bounded }) => {
    const { alpha, gamma } = shape(step);
    const below = add(bounded(y, -Infinity, 0), alpha * gamma);
    const rest = gamma - alpha * gamma;
    return rest === 0 ? below : add(below, mul(positive(y), rest));
  });

const geluByTanh = derivative(({ x, of, mul, add, sub, square }) => {
  const [scale, cube] = [Math.sqrt(2 / Math.PI), 0.044715];
  const squared = square(x);
  const inner = of("Tanh", mul(x, add(mul(squared, scale * cube), scale)));
  // ½(1 + t) + ½ x (1 − t²) · scale · (1 + 3 · cube · x²)
  const slope = mul(x, add(mul(squared, (scale * 3 * cube) / 2), scale / 2));
  return add(add(mul(inner, 0.5), 0.5), mul(slope, sub(1, square(inner))));
});

const gelu: GradientRule = (step) =>
  step.text("approximate", "none") === "tanh"
    ? geluByTanh(step)
    : [geluBack(step.emit, { x: step.node.inputs[0]!, gradient: step.arriving[0]! })];

/** Rules by operator. */
export const elementwiseRules: GradientRules = {
  ...binaryRules,
  Abs: derivative(({ x, of }) => of("Sign", x)),
  Neg: ({ emit, arriving }) => [emit.node("Neg", [arriving[0]!])],
  Exp: derivative(({ y }) => y),
  Log: ({ emit, arriving, node }) => [emit.node("Div", [arriving[0]!, node.inputs[0]!])],
  Sqrt: derivative(({ y, div }) => div(0.5, y)),
  Reciprocal: derivative(({ y, of, square }) => of("Neg", square(y))),
  Erf: derivative(({ x, of, mul, square }) =>
    mul(of("Exp", of("Neg", square(x))), 2 / Math.sqrt(Math.PI)),
  ),
  Sin: derivative(({ x, of }) => of("Cos", x)),
  Cos: derivative(({ x, of }) => of("Neg", of("Sin", x))),
  Tan: derivative(({ y, add, square }) => add(square(y), 1)),
  Asin: derivative(({ x, of, sub, div, square }) => div(1, of("Sqrt", sub(1, square(x))))),
  Acos: derivative(({ x, of, sub, div, square }) => div(-1, of("Sqrt", sub(1, square(x))))),
  Atan: derivative(({ x, add, div, square }) => div(1, add(square(x), 1))),
  Sinh: derivative(({ x, of }) => of("Cosh", x)),
  Cosh: derivative(({ x, of }) => of("Sinh", x)),
  Tanh: derivative(({ y, affine, square }) => affine(square(y), -1, 1)),
  Asinh: derivative(({ x, of, add, div, square }) => div(1, of("Sqrt", add(square(x), 1)))),
  Acosh: derivative(({ x, of, sub, div, square }) => div(1, of("Sqrt", sub(square(x), 1)))),
  Atanh: derivative(({ x, sub, div, square }) => div(1, sub(1, square(x)))),
  Sigmoid: derivative(({ y, mul, affine }) => mul(y, affine(y, -1, 1))),
  HardSigmoid: derivative((at) => at.mul(inside(at, 0, 1), at.step.float("alpha", 0.2))),
  // x · clip(x / 6 + ½, 0, 1): 0 below −3, 1 above 3, x / 3 + ½ between.
  HardSwish: derivative(({ step, x, add, mul, clip: bounded, positive, sub }) => {
    const gate = step.emit.node("HardSigmoid", [x], {
      attributes: { alpha: 1 / 6, beta: 0.5 },
    });
    const within = mul(positive(gate), positive(sub(1, gate)));
    return add(gate, mul(mul(bounded(x, -3, 3), 1 / 6), within));
  }),
  Softplus: derivative(({ x, of }) => of("Sigmoid", x)),
  Softsign: derivative(({ x, of, add, div, square }) => div(1, square(add(of("Abs", x), 1)))),
  Mish: derivative(({ x, of, add, mul, sub, square }) => {
    const inner = of("Tanh", of("Softplus", x));
    return add(inner, mul(mul(x, of("Sigmoid", x)), sub(1, square(inner))));
  }),
  Gelu: gelu,
  "com.microsoft:Gelu": gelu,
  // x · σ(αx): σ + αy(1 − σ)
  "com.microsoft:QuickGelu": derivative(({ step, x, y, of, add, mul, sub }) => {
    const alpha = step.float("alpha", 1.702);
    const gate = of("Sigmoid", alpha === 1 ? x : mul(x, alpha));
    return add(gate, mul(alpha === 1 ? y : mul(y, alpha), sub(1, gate)));
  }),
  Relu: derivative(({ y, positive }) => positive(y)),
  LeakyRelu: leakyRelu,
  ThresholdedRelu: derivative(({ step, x, sub, positive }) =>
    positive(sub(x, step.float("alpha", 1))),
  ),
  Elu: exponential((step) => ({ alpha: step.float("alpha", 1), gamma: 1 })),
  Selu: exponential((step) => ({
    alpha: step.float("alpha", 1.67326319217681884765625),
    gamma: step.float("gamma", 1.05070102214813232421875),
  })),
  // α (e^(x / α) − 1) below 0
  Celu: derivative(({ step, y, add, div, clip: bounded }) =>
    add(div(bounded(y, -Infinity, 0), step.float("alpha", 1)), 1),
  ),
  Shrink: derivative(({ step, x, sub, of, positive }) =>
    positive(sub(of("Abs", x), step.float("lambd", 0.5))),
  ),
  Clip: clip,
  Floor: flat,
  Ceil: flat,
  Round: flat,
  Sign: flat,
  Hardmax: flat,
};
