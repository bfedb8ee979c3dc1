import { z } from "zod";
import type { Loss } from "../../classifier.ts";
import type { Random } from "../../random.ts";
import { inBatches, itemsPerBatch } from "../batches.ts";
import { defineAttack, type AttackMeta } from "../define.ts";
import { project, type Ball } from "../project.ts";
import { goalOf, viewsOf, type Goal } from "../success.ts";
import { apgdRun, type Bout, type LossOf } from "./apgd-run.ts";
import { boutOf, cleanOf, ranked, resultOf, type Clean } from "./clean.ts";
import { ballOf, batchSize, eps, norm, restarts } from "./parameters.ts";

/** What is the same for every run of one attack. */
export interface ApgdPlan {
  readonly ball: Ball;
  readonly steps: number;
  readonly rho: number;
  readonly restarts: number;
  /** As the batch: what fools, or else what has the greatest loss, is written here. */
  readonly adversarial: Float32Array;
  /** From 0 to 1. */
  readonly progress?: (done: number) => void;
}

/** On the edge of the ball (L∞: the largest element; L2), or for L1 a Gaussian that is projected. */
export function scatter(x: Float32Array, ball: Ball, random: Random): void {
  const origin = x.slice();
  const width = ball.range[1] - ball.range[0];
  const move = Float64Array.from(x, () =>
    ball.norm === "linf" ? 2 * random.uniform() - 1 : width * random.gaussian(),
  );
  let scale = 1;
  if (ball.norm === "linf") {
    scale = ball.eps / move.reduce((most, one) => Math.max(most, Math.abs(one)), 1e-12);
  } else if (ball.norm === "l2") {
    scale = ball.eps / Math.sqrt(move.reduce((sum, one) => sum + one * one, 1e-24));
  }
  for (let k = 0; k < x.length; k++) x[k] = origin[k]! + scale * move[k]!;
  project(x, origin, ball);
}

/** In L1 the ball is first three times, then twice as wide (Croce & Hein 2021, section 4.3). */
function phasesOf({ ball, steps }: ApgdPlan): readonly { ball: Ball; steps: number }[] {
  if (ball.norm !== "l1") return [{ ball, steps }];
  const third = Math.ceil(0.3 * steps);
  const wide = (by: number): Ball => ({ ...ball, eps: by * ball.eps });
  return [
    { ball: wide(3), steps: third },
    { ball: wide(2), steps: third },
    { ball, steps: Math.max(1, steps - 2 * third) },
  ];
}

/** Runs with restarts; gives back the items that still do not fool the model. */
export async function apgd(
  bout: Bout,
  plan: ApgdPlan,
  at: {
    readonly items: readonly number[];
    readonly loss: LossOf;
    readonly randoms: readonly Random[];
  },
): Promise<readonly number[]> {
  const { shape } = bout.input.inputs;
  const origins = viewsOf(bout.input.inputs.data, shape);
  const phases = phasesOf(plan);
  let { items } = at;
  for (let restart = 0; restart < plan.restarts && items.length > 0; restart++) {
    let x: Float32Array = bout.input.inputs.data.slice();
    for (const item of items) {
      scatter(viewsOf(x, shape)[item]!, phases[0]!.ball, at.randoms[item]!);
    }
    for (const [index, phase] of phases.entries()) {
      const views = viewsOf(x, shape);
      for (const item of items) project(views[item]!, origins[item]!, phase.ball);
      const last = index === phases.length - 1;
      const fresh = phases.length === 1;
      const progress = (done: number): void =>
        plan.progress?.((restart + (index + done) / phases.length) / plan.restarts);
      const run = { ...plan, ...phase, items, x, loss: at.loss, stop: last, fresh, progress };
      const { best, left } = await apgdRun(bout, run);
      x = best;
      if (!last) continue;
      const out = viewsOf(plan.adversarial, shape);
      for (const item of items) out[item]!.set(viewsOf(best, shape)[item]!);
      items = left;
    }
  }
  return items;
}

/** Towards each of the classes that come next after the first, one after another (Croce & Hein 2020, section 5). */
export async function apgdTargeted(
  bout: Bout,
  plan: ApgdPlan & { readonly targetClasses: number },
  at: Clean,
): Promise<readonly number[]> {
  const { input, classes } = bout;
  const ranks = Math.min(plan.targetClasses, classes - 1);
  let { items } = at;
  for (let rank = 1; rank <= ranks && items.length > 0; rank++) {
    const targets = ranked(at.logits, classes, rank);
    const progress = (done: number): void => plan.progress?.((rank - 1 + done) / ranks);
    // The loss goes towards the target, but any other class than the label is a success.
    const loss: LossOf = (some) => ({
      kind: "dlr",
      ...goalOf({ labels: input.labels, targets }, some),
    });
    items = await apgd(bout, { ...plan, progress }, { items, loss, randoms: at.randoms });
  }
  return items;
}

const facts = {
  access: "gradient",
  norms: ["linf", "l2", "l1"],
  kind: "bounded",
  canTarget: true,
  paper:
    "Croce, Hein 2020: Reliable Evaluation of Adversarial Robustness with an Ensemble of Diverse Parameter-free Attacks, arXiv:2003.01690; L1: 2021, Mind the Box, arXiv:2103.01208",
} as const satisfies Partial<AttackMeta>;

const parameters = {
  norm,
  eps,
  steps: z
    .int()
    .min(1)
    .max(100_000)
    .default(100)
    .describe("steps of a run, in gradients per input"),
  restarts,
  rho: z
    .number()
    .min(0)
    .max(1)
    .default(0.75)
    .describe("share of steps that must raise the loss, or else the step is halved"),
  batchSize,
};

function climbing(kind: "cross-entropy" | "dlr", goal: Goal): LossOf {
  return (items): Loss => ({ kind, ...goalOf(goal, items) });
}

/** Auto-PGD on the cross-entropy. */
export const apgdCe = defineAttack({
  meta: { ...facts, id: "apgd-ce", title: "Auto-PGD on the cross-entropy" },
  parameters: z.strictObject(parameters),
  run: async (model, input, given) =>
    await inBatches(input, itemsPerBatch(model.inputShape, given.batchSize), async (part) => {
      const bout = boutOf(model, part);
      const adversarial = part.inputs.data.slice();
      const plan = { ...given, ball: ballOf(model, given), adversarial, progress: part.progress };
      const at = await cleanOf(bout);
      await apgd(bout, plan, { ...at, loss: climbing("cross-entropy", part) });
      return resultOf(bout, adversarial);
    }),
});

/** Auto-PGD on the difference of logits ratio, which does not fade where the model is sure. */
export const apgdDlr = defineAttack({
  meta: { ...facts, id: "apgd-dlr", title: "Auto-PGD on the difference of logits ratio" },
  parameters: z.strictObject(parameters),
  run: async (model, input, given) =>
    await inBatches(input, itemsPerBatch(model.inputShape, given.batchSize), async (part) => {
      const bout = boutOf(model, part);
      const adversarial = part.inputs.data.slice();
      const plan = { ...given, ball: ballOf(model, given), adversarial, progress: part.progress };
      const at = await cleanOf(bout);
      await apgd(bout, plan, { ...at, loss: climbing("dlr", part) });
      return resultOf(bout, adversarial);
    }),
});

/** Auto-PGD towards each of the likeliest other classes in turn. */
export const apgdT = defineAttack({
  meta: { ...facts, id: "apgd-t", title: "Targeted Auto-PGD, without a given target" },
  parameters: z.strictObject({
    ...parameters,
    targetClasses: z
      .int()
      .min(1)
      .default(9)
      .describe("how many of the likeliest other classes are tried; 5 in AutoAttack's L1"),
  }),
  run: async (model, input, given) =>
    await inBatches(input, itemsPerBatch(model.inputShape, given.batchSize), async (part) => {
      const bout = boutOf(model, part);
      const adversarial = part.inputs.data.slice();
      const plan = { ...given, ball: ballOf(model, given), adversarial, progress: part.progress };
      const at = await cleanOf(bout);
      if (part.targets) await apgd(bout, plan, { ...at, loss: climbing("dlr", part) });
      else await apgdTargeted(bout, plan, at);
      return resultOf(bout, adversarial);
    }),
});
