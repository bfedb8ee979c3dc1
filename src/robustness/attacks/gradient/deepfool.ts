import { z } from "zod";
import { inBatches, itemsPerBatch } from "../batches.ts";
import { defineAttack } from "../define.ts";
import { viewsOf } from "../success.ts";
import { boutOf, cleanOf, resultOf } from "./clean.ts";
import { deepFoolRun } from "./deepfool-run.ts";
import { batchSize } from "./parameters.ts";

/**
 * Steps to the nearest boundary as if the model were linear, until it is crossed. A step asks for the gradient
 * of the likeliest other class first, then of those whose boundary may still be nearer. What the range cuts off
 * is left to the next step: on trained networks that ends nearer than going around the range's edge in one.
 */
export const deepFool = defineAttack({
  meta: {
    id: "deepfool",
    title: "DeepFool",
    paper:
      "Moosavi-Dezfooli, Fawzi, Frossard 2016: DeepFool: a Simple and Accurate Method to Fool Deep Neural Networks, arXiv:1511.04599",
    access: "gradient",
    norms: ["l2", "linf"],
    kind: "minimal",
    canTarget: false,
  },
  parameters: z.strictObject({
    norm: z.enum(["l2", "linf"]).default("l2").describe("norm in which the perturbation is least"),
    steps: z.int().min(1).max(10_000).default(50).describe("most steps"),
    overshoot: z
      .number()
      .nonnegative()
      .default(0.02)
      .describe("how far beyond the boundary, as a share of the way"),
    nbClasses: z
      .int()
      .min(2)
      .default(10)
      .describe("classes that are looked at: the predicted one and the likeliest others"),
    prune: z
      .number()
      .min(1)
      .default(2)
      .describe(
        "a class is left out if its boundary would be nearer only with a gradient so many times the largest one seen",
      ),
    batchSize,
  }),
  run: async (model, input, given) => {
    const rows = itemsPerBatch(model.inputShape, given.batchSize);
    return await inBatches(input, rows, async (part) => {
      const bout = boutOf(model, part);
      const { items, logits } = await cleanOf(bout);
      const x = part.inputs.data.slice();
      const fooled = await deepFoolRun(bout, {
        ...given,
        items,
        candidates: Math.min(given.nbClasses, model.classes) - 1,
        range: model.range,
        x,
        logits,
        rows,
        progress: part.progress,
      });
      const adversarial = part.inputs.data.slice();
      const [out, found] = [adversarial, x].map((data) => viewsOf(data, part.inputs.shape)) as [
        readonly Float32Array[],
        readonly Float32Array[],
      ];
      for (const item of fooled) out[item]!.set(found[item]!);
      return resultOf(bout, adversarial);
    });
  },
});
