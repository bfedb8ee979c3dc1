import { z } from "zod";
import type { DifferentiableClassifier } from "../../classifier.ts";
import { inBatches, itemsPerBatch } from "../batches.ts";
import { defineAttack, type AttackInput, type AttackMeta, type AttackResult } from "../define.ts";
import { searchL2, searchLinf, type Place } from "./carlini-wagner-run.ts";
import { boutOf, cleanOf, resultOf } from "./clean.ts";
import { placesOf, searchByMargin, type Searcher } from "./margin-search.ts";
import { batchSize } from "./parameters.ts";

const facts = {
  paper:
    "Carlini, Wagner 2017: Towards Evaluating the Robustness of Neural Networks, arXiv:1608.04644",
  access: "gradient",
  kind: "minimal",
  canTarget: true,
} as const satisfies Partial<AttackMeta>;

export const confidence = z
  .number()
  .nonnegative()
  .default(0)
  .describe("least margin of an adversarial input, in units of the logits");

export const learningRate = z
  .number()
  .positive()
  .default(0.01)
  .describe("rate of the descent, where the range is 1");

/** Runs a searcher for every item that does not fool the model as it is. */
export async function searchItems(
  model: DifferentiableClassifier,
  input: AttackInput,
  search: {
    readonly confidence: number;
    readonly most: number;
    readonly batchSize?: number;
    readonly searcherOf: (place: Place) => Searcher;
  },
): Promise<AttackResult> {
  const size = itemsPerBatch(model.inputShape, search.batchSize);
  return await inBatches(input, size, async (part) => {
    const bout = boutOf(model, part);
    const { items } = await cleanOf(bout);
    const [x, best] = [part.inputs.data.slice(), part.inputs.data.slice()];
    const placeOf = placesOf(bout, x, best);
    const searchers = new Map(items.map((item) => [item, search.searcherOf(placeOf(item))]));
    await searchByMargin(bout, { ...search, searchers, x });
    return resultOf(bout, best);
  });
}

/** The least move in L2 that has a margin, by descent in the space of arctanh. Slow and strong. */
export const carliniWagnerL2 = defineAttack({
  meta: { ...facts, id: "cw-l2", title: "Carlini & Wagner, L2", norms: ["l2"] },
  parameters: z.strictObject({
    confidence,
    learningRate: learningRate.default(0.05),
    steps: z.int().min(1).max(100_000).default(100).describe("most steps for each weight"),
    binarySearchSteps: z
      .int()
      .min(1)
      .max(50)
      .default(9)
      .describe("weights that are tried: ten times as much until one succeeds, then by halves"),
    initialConst: z
      .number()
      .positive()
      .default(0.01)
      .describe("first weight of the margin against the squared distance, where the range is 1"),
    batchSize,
  }),
  run: async (model, input, given) =>
    await searchItems(model, input, {
      ...given,
      most: given.steps * given.binarySearchSteps,
      searcherOf: (place) => searchL2(place, { ...given, range: model.range }),
    }),
});

/** The least move in L∞ that has a margin, by a limit on every element that is lowered step by step. */
export const carliniWagnerLinf = defineAttack({
  meta: { ...facts, id: "cw-linf", title: "Carlini & Wagner, L∞", norms: ["linf"] },
  parameters: z.strictObject({
    confidence,
    learningRate,
    steps: z
      .int()
      .min(1)
      .max(100_000)
      .default(50)
      .describe("steps without success after which the weight is doubled"),
    initialConst: z
      .number()
      .positive()
      .default(0.01)
      .describe("first weight of the margin against what is beyond the limit"),
    largestConst: z.number().positive().default(20).describe("weight beyond which the search ends"),
    decrease: z
      .number()
      .positive()
      .lt(1)
      .default(0.9)
      .describe("what the limit is lowered to after a success, as a share of the move"),
    batchSize,
  }),
  run: async (model, input, given) =>
    await searchItems(model, input, {
      ...given,
      most: 30 * given.steps,
      searcherOf: (place) => searchLinf(place, { ...given, range: model.range }),
    }),
});
