// Two small attacks in plain sight, so that an evaluation is tested without the real ones.
import { z } from "zod";
import { countOf, sizeOf } from "../batch.ts";
import { defineAttack } from "../attacks/define.ts";

const stepParameters = z.strictObject({
  norm: z.enum(["linf"]).default("linf").describe("Norm."),
  eps: z.number().default(0.1).describe("Bound, in units of the inputs."),
  steps: z.int().min(1).default(1).describe("Steps."),
  randomStart: z.boolean().default(false).describe("Starts within eps at random."),
  restarts: z.int().min(1).default(1).describe("Starts."),
});

/** Sign steps within eps. */
export const signSteps = defineAttack({
  meta: {
    id: "test-steps",
    title: "Sign steps",
    paper: "Madry et al. 2018",
    access: "gradient",
    norms: ["linf"],
    kind: "bounded",
    canTarget: true,
  },
  parameters: stepParameters,
  run: async (model, input, { eps, steps, randomStart }) => {
    const { inputs, labels, targets, random, first, signal } = input;
    const size = sizeOf(inputs.shape.slice(1));
    const data = inputs.data.slice();
    const clip = (at: number, value: number): number =>
      Math.min(
        model.range[1],
        inputs.data[at]! + eps,
        Math.max(model.range[0], inputs.data[at]! - eps, value),
      );
    if (randomStart)
      for (let item = 0; item < countOf(inputs); item++) {
        const own = random.fork(first + item);
        for (let at = item * size; at < (item + 1) * size; at++)
          data[at] = clip(at, data[at]! + eps * (2 * own.uniform() - 1));
      }
    for (let step = 0; step < steps; step++) {
      signal?.throwIfAborted();
      const { gradient } = await model.gradient(
        { data, shape: inputs.shape },
        { kind: "cross-entropy", labels, ...(targets !== undefined && { targets }) },
      );
      for (let at = 0; at < data.length; at++)
        data[at] = clip(at, data[at]! + ((2 * eps) / (steps + 1)) * Math.sign(gradient[at]!));
      input.progress?.((step + 1) / steps);
    }
    return {
      adversarial: { data, shape: inputs.shape },
      queries: new Int32Array(countOf(inputs)).fill(steps),
    };
  },
});

/** Walks to the gradient until the answer changes. */
export const shortWalk = defineAttack({
  meta: {
    id: "test-walk",
    title: "A walk to the border",
    paper: "Moosavi-Dezfooli et al. 2016",
    access: "gradient",
    norms: ["l2", "linf"],
    kind: "minimal",
    canTarget: false,
  },
  parameters: z.strictObject({ steps: z.int().min(1).default(60).describe("Steps.") }),
  run: async (model, { inputs, labels }, { steps }) => {
    const size = sizeOf(inputs.shape.slice(1));
    const data = inputs.data.slice();
    const queries = new Int32Array(labels.length);
    for (let step = 0; step < steps; step++) {
      const { gradient, logits } = await model.gradient(
        { data, shape: inputs.shape },
        { kind: "margin", labels },
      );
      for (const [item, label] of labels.entries()) {
        const row = logits.subarray(item * model.classes, (item + 1) * model.classes);
        if (row.some((value, k) => k !== label && value > row[label]!)) continue;
        queries[item] = step + 1;
        const own = gradient.subarray(item * size, (item + 1) * size);
        const length = Math.hypot(...own) || 1;
        for (let k = 0; k < size; k++) {
          const at = item * size + k;
          data[at] = Math.min(
            model.range[1],
            Math.max(model.range[0], data[at]! + (0.05 * own[k]!) / length),
          );
        }
      }
    }
    return { adversarial: { data, shape: inputs.shape }, queries };
  },
});
