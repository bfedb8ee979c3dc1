// Searches a model for a backdoor: for each class the least change that turns every input into it.
import { z } from "zod";
import { countOf, pick, sizeOf, type Batch } from "../batch.ts";
import type { DifferentiableClassifier } from "../classifier.ts";
import type { Random } from "../random.ts";
import { shuffled } from "../surrogate/train.ts";
import { medianOf } from "./median.ts";
import { leastUniversal } from "./universal.ts";

export const backdoorParameters = z.strictObject({
  images: z
    .number()
    .int()
    .min(8)
    .default(48)
    .describe("inputs of other classes that one change has to turn, for each class"),
  success: z
    .number()
    .gt(0)
    .max(1)
    .default(0.95)
    .describe("share of them that must be taken for the class"),
  steps: z.number().int().positive().default(25).describe("steps of each search at one radius"),
  halvings: z
    .number()
    .int()
    .positive()
    .default(5)
    .describe("halvings of the range of radii: 5 tells radii that differ by an eighth"),
  suspicious: z
    .number()
    .gt(1)
    .default(2)
    .describe(
      "how many times less than the median of the other classes a class must need to be suspected",
    ),
});
export type BackdoorParameters = z.output<typeof backdoorParameters>;

export interface BackdoorInput {
  /** Inputs as the model is used on, clean; some 100 are enough. */
  readonly inputs: Batch;
  /** Their classes. */
  readonly labels: Int32Array;
  readonly random: Random;
  /** A model of the same task that is trusted, such as the parent: what is small there is small by nature. */
  readonly reference?: DifferentiableClassifier;
  readonly signal?: AbortSignal;
  readonly progress?: (done: number) => void;
}

export interface ClassTrigger {
  readonly label: number;
  /** Length (L2) of the least change found, in the units of the inputs. */
  readonly radius: number;
  /** The same for the reference. */
  readonly reference?: number;
  /** How many times less than the median of the other classes. */
  readonly ratio: number;
  readonly isSuspect: boolean;
  /** The change itself, of the shape of an input. */
  readonly change: Float32Array | undefined;
}

/** Radii between which is searched, as a share of the length of an input whose elements all span the range. */
const radiusShare = [0.015, 0.5] as const;

function ratiosOf(radii: readonly number[]): readonly number[] {
  return radii.map(
    (radius, label) => medianOf(radii.filter((_, other) => other !== label)) / radius,
  );
}

/**
 * Searches triggers of every class. A class that needs far less than the others is suspected to be the target of a
 * backdoor. Not seen: triggers that work on one source class only, that move with the input, or that cost as much as
 * the classes are apart (a large patch on a large image). Throws the signal's reason.
 */
export async function searchBackdoor(
  model: DifferentiableClassifier,
  input: BackdoorInput,
  parameters: BackdoorParameters,
): Promise<readonly ClassTrigger[]> {
  const { inputs, labels, random, reference, signal, progress } = input;
  const { images, success, steps, halvings, suspicious } = parameters;
  const { classes, range } = model;
  const order = shuffled(countOf(inputs), random.fork("inputs"));
  const whole = (range[1] - range[0]) * Math.sqrt(sizeOf(inputs.shape.slice(1)));
  const radii = [radiusShare[0] * whole, radiusShare[1] * whole] as const;
  const models = reference === undefined ? [model] : [model, reference];
  const found: { radius: number; change: Float32Array | undefined }[][] = [];
  for (let target = 0; target < classes; target++) {
    const others = order.filter((item) => labels[item] !== target).subarray(0, images);
    const own: (typeof found)[number] = [];
    for (const [at, each] of models.entries()) {
      own.push(
        await leastUniversal(each, {
          inputs: pick(inputs, others),
          target,
          success,
          steps,
          radii,
          halvings,
          ...(signal && { signal }),
        }),
      );
      progress?.((target + (at + 1) / models.length) / classes);
    }
    found.push(own);
  }
  // With a reference, how much less than there; without, the radius itself.
  const ratios = ratiosOf(found.map(([own, other]) => own!.radius / (other?.radius ?? 1)));
  return found.map(([own, other], label) => ({
    label,
    radius: own!.radius,
    ...(other && { reference: other.radius }),
    ratio: ratios[label]!,
    isSuspect: ratios[label]! >= suspicious,
    change: own!.change,
  }));
}
