// Parameters that the black-box attacks share, and what they are where they are left out.
import { z } from "zod";
import type { BallNorm } from "../project.ts";

export const eps = z
  .number()
  .nonnegative()
  .optional()
  .describe(
    "most perturbation, in units of the inputs; left out: of the range 8/255 (linf), 0.5 (l2), 12 (l1)",
  );

const shares: Readonly<Record<BallNorm, number>> = { linf: 8 / 255, l2: 0.5, l1: 12 };

/** What eps is for a range of this length. */
export function epsOf(given: number | undefined, norm: BallNorm, length: number): number {
  return given ?? shares[norm] * length;
}

/** Most queries for each input. */
export function queries(most: number): z.ZodDefault<z.ZodInt> {
  return z.int().positive().default(most).describe("most queries for each input");
}

export const tries = z
  .int()
  .min(1)
  .default(100)
  .describe("random inputs that are tried as a starting point");
