import { z } from "zod";
import { defineAttack } from "../define.ts";
import type { Place } from "./carlini-wagner-run.ts";
import { confidence, learningRate, searchItems } from "./carlini-wagner.ts";
import { weightSearch, type Searcher } from "./margin-search.ts";
import { batchSize } from "./parameters.ts";

interface ElasticNet {
  readonly range: readonly [number, number];
  readonly confidence: number;
  readonly steps: number;
  readonly learningRate: number;
  readonly initialConst: number;
  readonly binarySearchSteps: number;
  readonly beta: number;
  readonly decision: "en" | "l1";
}

/**
 * Iterative shrinkage and thresholding with momentum (FISTA, Beck & Teboulle 2009). What is judged is the
 * point where the gradient is taken, so that a step costs one query.
 */
function searchElasticNet({ x, origin, best }: Place, options: ElasticNet): Searcher {
  const { steps, beta, range } = options;
  const [low, high] = range;
  const width = high - low;
  const weights = weightSearch(options.initialConst);
  let reached = Float64Array.from(origin);
  let [least, step, round, hasWon] = [Infinity, 0, 0, false];

  return ({ margin, won, gradient }) => {
    const weight = weights.weight();
    const lacks = options.confidence - margin;
    let [square, sum] = [0, 0];
    for (let k = 0; k < x.length; k++) {
      const by = (x[k]! - origin[k]!) / width;
      square += by * by;
      sum += Math.abs(by);
    }
    const far = options.decision === "l1" ? sum : square + beta * sum;
    if (won) {
      hasWon = true;
      if (far < least) {
        least = far;
        best.set(x);
      }
    }
    if (step === steps) {
      weights.after(hasWon);
      if (++round >= options.binarySearchSteps) return false;
      reached = Float64Array.from(origin);
      x.set(origin);
      [step, hasWon] = [0, false];
      return true;
    }
    const rate = options.learningRate * Math.sqrt(1 - step / steps);
    const momentum = step / (step + 3);
    const pull = lacks > 0 ? weight : 0;
    for (let k = 0; k < x.length; k++) {
      const slope = (2 * (x[k]! - origin[k]!)) / width - pull * width * gradient[k]!;
      const by = (x[k]! - origin[k]!) / width - rate * (Number.isNaN(slope) ? 0 : slope);
      const shrunk = Math.sign(by) * Math.max(0, Math.abs(by) - beta);
      const next = Math.min(high, Math.max(low, origin[k]! + width * shrunk));
      x[k] = Math.min(high, Math.max(low, next + momentum * (next - reached[k]!)));
      reached[k] = next;
    }
    step++;
    return true;
  };
}

/** The least of squared L2 and L1 together that has a margin: few elements are moved, and not far. */
export const elasticNet = defineAttack({
  meta: {
    id: "ead",
    title: "Elastic-net attack",
    paper:
      "Chen, Sharma, Zhang, Yi, Hsieh 2018: EAD: Elastic-Net Attacks to Deep Neural Networks, arXiv:1709.04114",
    access: "gradient",
    norms: ["l1"],
    kind: "minimal",
    canTarget: true,
  },
  parameters: z.strictObject({
    confidence,
    learningRate,
    steps: z.int().min(1).max(100_000).default(100).describe("steps for each weight"),
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
      .describe("first weight of the margin against the distance, where the range is 1"),
    beta: z
      .number()
      .nonnegative()
      .default(1e-3)
      .describe(
        "weight of L1 against squared L2: moves below it are taken back, where the range is 1",
      ),
    decision: z
      .enum(["en", "l1"])
      .default("l1")
      .describe("which is kept: the least elastic net, or the least L1"),
    batchSize,
  }),
  run: async (model, input, given) =>
    await searchItems(model, input, {
      ...given,
      most: (given.steps + 1) * given.binarySearchSteps,
      searcherOf: (place) => searchElasticNet(place, { ...given, range: model.range }),
    }),
});
