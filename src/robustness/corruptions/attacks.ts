// Each corruption as an attack without a model: what it does is not aimed at anything.
import { setImmediate } from "node:timers/promises";
import { z } from "zod";
import { countOf, sizeOf, type Batch } from "../batch.ts";
import { defineAttack, type AnyAttack, type AttackInput } from "../attacks/define.ts";
import { layouts, type Layout } from "../attacks/images.ts";
import { corrupt } from "./corrupt.ts";
import { corruptionKinds, type CorruptionKind } from "./severities.ts";

const corruptionParameters = z.strictObject({
  severity: z.int().min(1).max(5).default(3).describe("how strong it is, 1 to 5"),
  layout: z
    .enum(layouts)
    .default("auto")
    .describe("how the axes of a picture lie; auto takes the axis of 1, 3 or 4 for channels"),
});

/** What corrupts a batch. */
export interface BatchCorruption {
  readonly kind: CorruptionKind;
  readonly severity: number;
  readonly layout?: Layout;
  readonly range: readonly [number, number];
}

type Some = Pick<AttackInput, "inputs" | "random" | "first" | "signal" | "progress">;

/** Corrupts every item of a batch; each has random numbers of its own. Throws the signal's reason. */
export async function corruptAll(input: Some, how: BatchCorruption): Promise<Batch> {
  const { inputs, random, first, signal, progress } = input;
  const shape = inputs.shape.slice(1);
  const size = sizeOf(shape);
  const data = new Float32Array(inputs.data.length);
  for (let item = 0; item < countOf(inputs); item++) {
    if (signal !== undefined) await setImmediate();
    signal?.throwIfAborted();
    const own = random.fork(first + item).fork(`${how.kind} ${how.severity}`);
    const picture = inputs.data.subarray(item * size, (item + 1) * size);
    data.set(corrupt(picture, { ...how, shape, random: own }), item * size);
    progress?.((item + 1) / countOf(inputs));
  }
  return { data, shape: inputs.shape };
}

function attackOf(kind: CorruptionKind): AnyAttack {
  const own =
    kind === "frost"
      ? "; the authors lay photographs over the picture, this one generates its frost"
      : "";
  return defineAttack({
    meta: {
      id: `corruption-${kind}`,
      title: `Common corruption: ${kind.replace("-", " ")}`,
      paper: `Hendrycks, Dietterich 2019: Benchmarking neural network robustness to common corruptions and perturbations, arXiv 1903.12261${own}`,
      access: "labels",
      norms: [],
      kind: "unbounded",
      canTarget: false,
    },
    parameters: corruptionParameters,
    run: async ({ range }, input, { severity, layout }) => ({
      adversarial: await corruptAll(input, { kind, severity, layout, range }),
      queries: new Int32Array(countOf(input.inputs)),
    }),
  });
}

/** The 15 common corruptions. */
export const corruptionAttacks: readonly AnyAttack[] = corruptionKinds.map(attackOf);
