import { z } from "zod";
import { inBatches, itemsPerBatch } from "../batches.ts";
import { defineAttack, type AttackMeta } from "../define.ts";
import { ascend } from "./ascent.ts";
import { lookAhead, plain, scaled, varianceTuned } from "./estimates.ts";
import { ballOf, batchSize, decay, eps, norm, stepOf, steps, stepSize } from "./parameters.ts";

const facts = {
  access: "gradient",
  norms: ["linf", "l2", "l1"],
  kind: "bounded",
  canTarget: true,
} as const satisfies Partial<AttackMeta>;
const parameters = { norm, eps, steps, stepSize, decay, batchSize };
const nesterov =
  "Lin, Song, He, Wang, Hopcroft 2020: Nesterov Accelerated Gradient and Scale Invariance for Adversarial Attacks, arXiv:1908.06281";

/** Gradients of mean size 1 are gathered from step to step. */
export const miFgsm = defineAttack({
  meta: {
    ...facts,
    id: "mi-fgsm",
    title: "Momentum iterative fast gradient sign method",
    paper: "Dong et al. 2018: Boosting Adversarial Attacks with Momentum, arXiv:1710.06081",
  },
  parameters: z.strictObject(parameters),
  run: async (model, input, given) => {
    const ball = ballOf(model, given);
    const plan = { ...given, ball, stepSize: stepOf(ball, given) };
    return await inBatches(input, itemsPerBatch(model.inputShape, given.batchSize), (part) =>
      ascend(model, part, plan),
    );
  },
});

/** Momentum with the gradient where the momentum leads. */
export const niFgsm = defineAttack({
  meta: {
    ...facts,
    id: "ni-fgsm",
    title: "Nesterov iterative fast gradient sign method",
    paper: nesterov,
  },
  parameters: z.strictObject(parameters),
  run: async (model, input, given) => {
    const ball = ballOf(model, given);
    const stepSize = stepOf(ball, given);
    const estimate = lookAhead(given.decay * stepSize, plain);
    return await inBatches(input, itemsPerBatch(model.inputShape, given.batchSize), (part) =>
      ascend(model, part, { ...given, ball, stepSize, estimate }),
    );
  },
});

/** The same, with the mean gradient of copies of 1, 1/2, 1/4 … of the input. */
export const siNiFgsm = defineAttack({
  meta: {
    ...facts,
    id: "si-ni-fgsm",
    title: "Scale-invariant Nesterov iterative fast gradient sign method",
    paper: nesterov,
  },
  parameters: z.strictObject({
    ...parameters,
    copies: z.int().min(1).max(20).default(5).describe("copies, each of half the scale"),
  }),
  run: async (model, input, given) => {
    const ball = ballOf(model, given);
    const stepSize = stepOf(ball, given);
    const estimate = lookAhead(given.decay * stepSize, scaled(given.copies));
    const plan = { ...given, ball, stepSize, estimate, cost: given.copies };
    return await inBatches(input, itemsPerBatch(model.inputShape, given.batchSize), (part) =>
      ascend(model, part, plan),
    );
  },
});

/** Momentum of gradients that are corrected by how they vary around the input. */
export const vmiFgsm = defineAttack({
  meta: {
    ...facts,
    id: "vmi-fgsm",
    title: "Variance-tuned momentum iterative fast gradient sign method",
    paper:
      "Wang, He 2021: Enhancing the Transferability of Adversarial Attacks through Variance Tuning, arXiv:2103.15571",
  },
  parameters: z.strictObject({
    ...parameters,
    neighbours: z
      .int()
      .min(1)
      .max(1000)
      .default(5)
      .describe("neighbours, each a gradient; 20 in the paper"),
    reach: z
      .number()
      .positive()
      .default(1.5)
      .describe("how far neighbours are, as a multiple of eps"),
  }),
  run: async (model, input, given) => {
    const ball = ballOf(model, given);
    const { neighbours, reach } = given;
    const plan = { ...given, ball, stepSize: stepOf(ball, given), cost: 1 + neighbours };
    return await inBatches(input, itemsPerBatch(model.inputShape, given.batchSize), (part) =>
      ascend(model, part, {
        ...plan,
        estimate: varianceTuned(
          { neighbours, radius: reach * ball.eps, length: part.inputs.data.length },
          plain,
        ),
      }),
    );
  },
});
