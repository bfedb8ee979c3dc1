import { z } from "zod";
import { inBatches, itemsPerBatch } from "../batches.ts";
import { defineAttack } from "../define.ts";
import { blankOf, layouts, pictureOf } from "../images.ts";
import { ascend } from "./ascent.ts";
import { diverse, plain, smoothed } from "./estimates.ts";
import { ballOf, batchSize, decay, eps, norm, stepOf, steps, stepSize } from "./parameters.ts";

const parameters = {
  norm,
  eps,
  steps,
  stepSize,
  decay,
  leastSize: z
    .number()
    .positive()
    .max(1)
    .default(0.9)
    .describe("least size of a shrunk picture, as a share"),
  layout: z.enum(layouts).default("auto").describe("axes of a picture"),
  batchSize,
};

/** Each gradient is of a picture that was shrunk by chance. */
export const diFgsm = defineAttack({
  meta: {
    id: "di-fgsm",
    title: "Diverse inputs iterative fast gradient sign method",
    paper:
      "Xie et al. 2019: Improving Transferability of Adversarial Examples with Input Diversity, arXiv:1803.06978",
    access: "gradient",
    norms: ["linf", "l2", "l1"],
    kind: "bounded",
    canTarget: true,
  },
  parameters: z.strictObject({
    ...parameters,
    probability: z
      .number()
      .min(0)
      .max(1)
      .default(0.5)
      .describe("probability that a picture is shrunk"),
  }),
  run: async (model, input, given) => {
    const ball = ballOf(model, given);
    const estimate = diverse({
      picture: pictureOf(model.inputShape, given.layout),
      probability: given.probability,
      least: given.leastSize,
      fill: blankOf(model.range),
    });
    const plan = { ...given, ball, stepSize: stepOf(ball, given), estimate };
    return await inBatches(input, itemsPerBatch(model.inputShape, given.batchSize), (part) =>
      ascend(model, part, plan),
    );
  },
});

/** Gradients are smoothed; with a probability above 0 also of shrunk pictures (TI-DIM). */
export const tiFgsm = defineAttack({
  meta: {
    id: "ti-fgsm",
    title: "Translation-invariant iterative fast gradient sign method",
    paper:
      "Dong, Pang, Su, Zhu 2019: Evading Defenses to Transferable Adversarial Examples by Translation-Invariant Attacks, arXiv:1904.02884",
    access: "gradient",
    norms: ["linf", "l2", "l1"],
    kind: "bounded",
    canTarget: true,
  },
  parameters: z.strictObject({
    ...parameters,
    probability: z
      .number()
      .min(0)
      .max(1)
      .default(0)
      .describe("probability that a picture is shrunk"),
    kernel: z
      .int()
      .min(1)
      .max(101)
      .default(15)
      .describe("length of the smoothing kernel, in pixels"),
  }),
  run: async (model, input, given) => {
    const ball = ballOf(model, given);
    const picture = pictureOf(model.inputShape, given.layout);
    const { probability, leastSize: least } = given;
    const base =
      probability > 0
        ? diverse({ picture, probability, least, fill: blankOf(model.range) })
        : plain;
    const estimate = smoothed(picture, given.kernel, base);
    const plan = { ...given, ball, stepSize: stepOf(ball, given), estimate };
    return await inBatches(input, itemsPerBatch(model.inputShape, given.batchSize), (part) =>
      ascend(model, part, plan),
    );
  },
});
