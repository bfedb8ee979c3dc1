import { z } from "zod";
import { inBatches, itemsPerBatch } from "../batches.ts";
import { defineAttack } from "../define.ts";
import { ascend, randomStart } from "./ascent.ts";
import { ballOf, batchSize, eps, norm, restarts, stepOf, steps, stepSize } from "./parameters.ts";

const stopEarly = z
  .boolean()
  .default(false)
  .describe("leave an input as soon as it fools the model: cheaper, with less loss");

/** Steps of steepest ascent, each followed by the projection. In L1 a step moves 1 % of the elements (Tramèr & Boneh 2019). */
export const pgd = defineAttack({
  meta: {
    id: "pgd",
    title: "Projected gradient descent",
    paper:
      "Madry, Makelov, Schmidt, Tsipras, Vladu 2018: Towards Deep Learning Models Resistant to Adversarial Attacks, arXiv:1706.06083",
    access: "gradient",
    norms: ["linf", "l2", "l1"],
    kind: "bounded",
    canTarget: true,
  },
  parameters: z.strictObject({
    norm,
    eps,
    steps,
    stepSize,
    restarts,
    randomStart: z
      .boolean()
      .default(true)
      .describe("whether to start at a random place of the ball"),
    stopEarly,
    batchSize,
  }),
  run: async (model, input, parameters) => {
    const ball = ballOf(model, parameters);
    const size = itemsPerBatch(model.inputShape, parameters.batchSize);
    return await inBatches(input, size, (part) =>
      ascend(model, part, {
        ...parameters,
        ball,
        stepSize: stepOf(ball, parameters),
        // Without chance every restart would be the same.
        restarts: parameters.randomStart ? parameters.restarts : 1,
        start: parameters.randomStart ? randomStart(ball) : undefined,
      }),
    );
  },
});

/** PGD from the input itself. */
export const bim = defineAttack({
  meta: {
    id: "bim",
    title: "Basic iterative method",
    paper:
      "Kurakin, Goodfellow, Bengio 2017: Adversarial Examples in the Physical World, arXiv:1607.02533",
    access: "gradient",
    norms: ["linf", "l2", "l1"],
    kind: "bounded",
    canTarget: true,
  },
  parameters: z.strictObject({ norm, eps, steps, stepSize, stopEarly, batchSize }),
  run: async (model, input, parameters) => {
    const ball = ballOf(model, parameters);
    const size = itemsPerBatch(model.inputShape, parameters.batchSize);
    return await inBatches(input, size, (part) =>
      ascend(model, part, { ...parameters, ball, stepSize: stepOf(ball, parameters) }),
    );
  },
});
