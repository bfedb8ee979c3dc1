// Parameters that the gradient attacks share, and what they are where they are left out.
import { z } from "zod";
import type { Ball, BallNorm } from "../project.ts";

export const norm = z
  .enum(["linf", "l2", "l1"])
  .default("linf")
  .describe("norm that bounds the perturbation");

export const eps = z
  .number()
  .nonnegative()
  .optional()
  .describe(
    "most perturbation, in units of the inputs; left out: of the range 8/255 (linf), 0.5 (l2), 12 (l1)",
  );

export const stepSize = z
  .number()
  .positive()
  .optional()
  .describe("length of a step, in units of the inputs; left out: 2.5 × eps / steps");

export const steps = z
  .int()
  .min(1)
  .max(100_000)
  .default(10)
  .describe("steps, in gradients per input");

export const restarts = z
  .int()
  .min(1)
  .max(1000)
  .default(1)
  .describe("starts; inputs that were fooled are left out of the next");

export const batchSize = z
  .int()
  .min(1)
  .optional()
  .describe("inputs attacked together; left out: as many as fit in memory. Changes no result");

export const decay = z
  .number()
  .nonnegative()
  .default(1)
  .describe("share of the momentum that is kept from step to step");

const shares: Readonly<Record<BallNorm, number>> = { linf: 8 / 255, l2: 0.5, l1: 12 };

/** The ball of these parameters around inputs of this model. */
export function ballOf(
  { range }: { readonly range: readonly [number, number] },
  parameters: { readonly norm: BallNorm; readonly eps?: number },
): Ball {
  const eps = parameters.eps ?? shares[parameters.norm] * (range[1] - range[0]);
  return { norm: parameters.norm, eps, range };
}

/** The length of a step: 2.5 × eps / steps (Madry et al. 2018) unless it is given. */
export function stepOf(
  { eps }: Ball,
  parameters: { readonly stepSize?: number; readonly steps: number },
): number {
  return parameters.stepSize ?? (2.5 * eps) / parameters.steps;
}
