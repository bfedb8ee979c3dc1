import { z } from "zod";
import type { Random } from "../../random.ts";
import { inBatches, itemsPerBatch } from "../batches.ts";
import { defineAttack, type AttackMeta } from "../define.ts";
import { project, type Ball } from "../project.ts";
import { viewsOf } from "../success.ts";
import type { Bout } from "./apgd-run.ts";
import { scatter } from "./apgd.ts";
import { boutOf, cleanOf, ranked, resultOf, type Clean } from "./clean.ts";
import { fabRun, type FabRun } from "./fab-run.ts";
import { ballOf, batchSize, norm, restarts } from "./parameters.ts";

/** What is the same for every run of one attack. */
export type FabPlan = Omit<FabRun, "items" | "x" | "towards"> & { readonly restarts: number };

/** Restarts after the first begin at half of eps from the origin, in a random direction. */
function startOf(x: Float32Array, ball: Ball, random: Random): void {
  const origin = x.slice();
  scatter(x, { ...ball, eps: ball.eps / 2 }, random);
  project(x, origin, ball);
}

/** Runs with restarts; gives back the items that are still beyond eps. */
export async function fab(
  { input, meter, classes }: Bout,
  plan: FabPlan,
  at: {
    readonly items: readonly number[];
    readonly randoms: readonly Random[];
    readonly towards?: Int32Array;
  },
): Promise<readonly number[]> {
  let { items } = at;
  for (let restart = 0; restart < plan.restarts && items.length > 0; restart++) {
    const x = input.inputs.data.slice();
    const views = viewsOf(x, input.inputs.shape);
    if (restart > 0) {
      for (const item of items) startOf(views[item]!, plan.ball, at.randoms[item]!);
    }
    items = await fabRun(
      { input, meter, classes },
      {
        ...plan,
        items,
        x,
        towards: at.towards,
        progress: (done) => plan.progress?.((restart + done) / plan.restarts),
      },
    );
  }
  return items;
}

/** Towards the boundary of each of the likeliest other classes, one after another. */
export async function fabTargeted(
  bout: Bout,
  plan: FabPlan & { readonly targetClasses: number },
  at: Clean,
): Promise<readonly number[]> {
  const ranks = Math.min(plan.targetClasses, bout.classes - 1);
  let { items } = at;
  for (let rank = 1; rank <= ranks && items.length > 0; rank++) {
    const towards = ranked(at.logits, bout.classes, rank);
    const progress = (done: number): void => plan.progress?.((rank - 1 + done) / ranks);
    const left = await fab(bout, { ...plan, progress }, { ...at, items, towards });
    // What is to be as near as possible goes on towards the other classes; what need only be within eps is done.
    if (plan.enough) items = left;
  }
  return items;
}

const facts = {
  access: "gradient",
  norms: ["linf", "l2", "l1"],
  kind: "minimal",
  paper:
    "Croce, Hein 2020: Minimally Distorted Adversarial Examples with a Fast Adaptive Boundary Attack, arXiv:1907.02044",
} as const satisfies Partial<AttackMeta>;

const parameters = {
  norm,
  eps: z
    .number()
    .nonnegative()
    .optional()
    .describe(
      "how near is near enough to need no restart, and how far restarts begin, in units of the inputs; left out: of the range 8/255 (linf), 0.5 (l2), 12 (l1)",
    ),
  steps: z.int().min(1).max(100_000).default(100).describe("steps of a run"),
  restarts,
  alphaMax: z
    .number()
    .min(0)
    .max(1)
    .default(0.1)
    .describe("most share of a step that is taken from the original input"),
  eta: z.number().min(1).default(1.05).describe("overshoot beyond the boundary, as a multiple"),
  beta: z
    .number()
    .min(0)
    .max(1)
    .default(0.9)
    .describe("where to go on after a success, from the original (0) to the success (1)"),
  batchSize,
};

function planOf(
  bout: Bout,
  given: Omit<FabPlan, "best" | "distances" | "enough" | "ball">,
  ball: Ball,
): FabPlan {
  const { inputs, progress } = bout.input;
  return {
    ...given,
    ball,
    enough: false,
    best: inputs.data.slice(),
    distances: new Float64Array(inputs.shape[0]!).fill(Infinity),
    progress,
  };
}

/** Steps to the nearest of all boundaries, as if the model were linear, while staying near the original. A step costs a gradient per class. */
export const fabUntargeted = defineAttack({
  meta: { ...facts, id: "fab", title: "Fast adaptive boundary attack", canTarget: true },
  parameters: z.strictObject(parameters),
  run: async (model, input, given) =>
    await inBatches(input, itemsPerBatch(model.inputShape, given.batchSize), async (part) => {
      const bout = boutOf(model, part);
      const plan = planOf(bout, given, ballOf(model, given));
      await fab(bout, plan, { ...(await cleanOf(bout)), towards: part.targets });
      return resultOf(bout, plan.best);
    }),
});

/** The same towards each of the likeliest other classes in turn: a step costs one gradient, whatever the number of classes. */
export const fabT = defineAttack({
  meta: {
    ...facts,
    id: "fab-t",
    title: "Targeted fast adaptive boundary attack, without a given target",
    canTarget: false,
  },
  parameters: z.strictObject({
    ...parameters,
    targetClasses: z
      .int()
      .min(1)
      .default(9)
      .describe("how many of the likeliest other classes are tried"),
  }),
  run: async (model, input, given) =>
    await inBatches(input, itemsPerBatch(model.inputShape, given.batchSize), async (part) => {
      const bout = boutOf(model, part);
      const plan = planOf(bout, given, ballOf(model, given));
      await fabTargeted(bout, { ...plan, targetClasses: given.targetClasses }, await cleanOf(bout));
      return resultOf(bout, plan.best);
    }),
});
