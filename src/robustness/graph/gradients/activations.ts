// Gradients of activations that are products with a gate, in closed form.
import type { GraphNode } from "../../../formats/onnx/model.ts";
import { floatOf } from "../attributes.ts";
import type { Emitter } from "../rule.ts";
import { arithmetic } from "./arithmetic.ts";
import { elementsInBlocks } from "./blocks.ts";

/** g · (Φ(x) + x φ(x)): Hendrycks & Gimpel (2016). */
export function geluBack(
  emit: Emitter,
  { x, gradient }: { readonly x: string; readonly gradient: string },
): string {
  return elementsInBlocks(emit, [x, gradient], (inner, [value = "", arriving = ""]) => {
    const { mul, add, of, square } = arithmetic(inner);
    const half = mul(value, Math.SQRT1_2);
    // ½ + ½ erf, in one pass: it never leaves [0, 1].
    const cumulative = inner.node("HardSigmoid", [of("Erf", half)], {
      attributes: { alpha: 0.5, beta: 0.5 },
    });
    const density = of("Exp", of("Neg", square(half)));
    const slope = add(cumulative, mul(mul(value, 1 / Math.sqrt(2 * Math.PI)), density));
    return mul(arriving, slope);
  });
}

/** An activation x · gate, what it gave and what comes to it. */
export interface Gated {
  readonly x: string;
  readonly y: string;
  readonly gate: string;
  readonly gradient: string;
}

/** y = x σ(αx), ∂y/∂x = σ + α y (1 − σ). */
export function swishBack(
  emit: Emitter,
  { x, y, gate, gradient, alpha }: Gated & { readonly alpha: number },
): string {
  if (alpha === 1 && emit.shape(x).length === 4) {
    // σ (1 + x − y): the sum of three is one convolution by channel where values are held in blocks.
    const { add, mul, affine } = arithmetic(emit);
    return mul(gradient, mul(gate, add(affine(y, -1, 1), x)));
  }
  return elementsInBlocks(emit, [x, gradient], (inner, [value = "", arriving = ""]) => {
    const { add, mul, of, affine } = arithmetic(inner);
    const scaled = alpha === 1 ? value : mul(value, alpha);
    const own = of("Sigmoid", scaled);
    return mul(arriving, mul(own, add(mul(scaled, affine(own, -1, 1)), 1)));
  });
}

/** y = x h with h = clip(αx + β, 0, 1): h + α x between its corners, h beyond them. */
export function hardSwishBack(
  emit: Emitter,
  { gate, gradient, node }: Gated & { readonly node: GraphNode },
): string {
  const { add, mul, between, affine } = arithmetic(emit);
  const beta = floatOf(node, "beta", 0.5);
  // α x is h − β between the corners.
  return mul(gradient, add(gate, mul(affine(gate, 1, -beta), between(gate, 1))));
}
