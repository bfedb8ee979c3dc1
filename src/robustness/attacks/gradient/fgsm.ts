import { z } from "zod";
import { inBatches, itemsPerBatch } from "../batches.ts";
import { defineAttack } from "../define.ts";
import { farthestL1 } from "../step.ts";
import { ascend, randomStart } from "./ascent.ts";
import { ballOf, batchSize, eps, norm } from "./parameters.ts";

/**
 * One step to the edge of the ball: the best one for a linear model. In L1 it moves the
 * elements of the largest gradients as far as the range goes, until eps is used up.
 */
export const fgsm = defineAttack({
  meta: {
    id: "fgsm",
    title: "Fast gradient (sign) method",
    paper:
      "Goodfellow, Shlens, Szegedy 2015: Explaining and Harnessing Adversarial Examples, arXiv:1412.6572",
    access: "gradient",
    norms: ["linf", "l2", "l1"],
    kind: "bounded",
    canTarget: true,
  },
  parameters: z.strictObject({
    norm,
    eps,
    randomStart: z
      .boolean()
      .default(false)
      .describe("whether to start at a random place of the ball"),
    batchSize,
  }),
  run: async (model, input, parameters) => {
    const ball = ballOf(model, parameters);
    const size = itemsPerBatch(model.inputShape, parameters.batchSize);
    return await inBatches(input, size, (part) =>
      ascend(model, part, {
        ball,
        stepSize: ball.eps,
        steps: 1,
        advance: ball.norm === "l1" ? (x, gradient) => farthestL1(x, gradient, ball) : undefined,
        start: parameters.randomStart ? randomStart(ball) : undefined,
      }),
    );
  },
});

/** A random step of signs first, so that masked gradients at the input itself are left behind. */
export const rFgsm = defineAttack({
  meta: {
    id: "r-fgsm",
    title: "Randomised fast gradient sign method",
    paper:
      "Tramèr, Kurakin, Papernot, Goodfellow, Boneh, McDaniel 2018: Ensemble Adversarial Training, arXiv:1705.07204",
    access: "gradient",
    norms: ["linf"],
    kind: "bounded",
    canTarget: true,
  },
  parameters: z.strictObject({
    eps,
    randomShare: z
      .number()
      .min(0)
      .max(1)
      .default(0.5)
      .describe("share of eps that the random step takes"),
    batchSize,
  }),
  run: async (model, input, parameters) => {
    const ball = ballOf(model, { ...parameters, norm: "linf" });
    const [least, most] = ball.range;
    const far = parameters.randomShare * ball.eps;
    const size = itemsPerBatch(model.inputShape, parameters.batchSize);
    return await inBatches(input, size, (part) =>
      ascend(model, part, {
        ball,
        stepSize: ball.eps - far,
        steps: 1,
        start: (x, random) => {
          for (let k = 0; k < x.length; k++) {
            const by = random.gaussian() < 0 ? -far : far;
            x[k] = Math.min(most, Math.max(least, x[k]! + by));
          }
        },
      }),
    );
  },
});
