import { z } from "zod";
import { countOf, pick } from "../../batch.ts";
import type { DifferentiableClassifier } from "../../classifier.ts";
import { square } from "../black-box/square.ts";
import { inBatches, itemsPerBatch } from "../batches.ts";
import { defineAttack, type AttackInput, type AttackResult } from "../define.ts";
import type { Meter } from "../meter.ts";
import { goalOf, isFooled, rowOf, viewsOf } from "../success.ts";
import { apgd, apgdTargeted, type ApgdPlan } from "./apgd.ts";
import { boutOf, cleanOf, resultOf } from "./clean.ts";
import { fabTargeted, type FabPlan } from "./fab.ts";
import { ballOf, batchSize, eps, norm } from "./parameters.ts";

/** What each part takes of the time when nothing is broken; for progress only. */
const shares = { "apgd-ce": 0.06, "apgd-t": 0.4, "fab-t": 0.3, square: 0.24 } as const;

const parameters = z.strictObject({
  norm,
  eps,
  steps: z.int().min(1).max(100_000).default(100).describe("steps of each run of APGD and FAB"),
  queries: z
    .int()
    .min(1)
    .max(10_000_000)
    .default(5000)
    .describe("queries of Square for each input that is left"),
  batchSize,
});

/** The numbers that the authors' standard version has for a norm. */
function standard(norm: "linf" | "l2" | "l1"): { restarts: number; targetClasses: number } {
  return norm === "l1" ? { restarts: 5, targetClasses: 5 } : { restarts: 1, targetClasses: 9 };
}

/** Runs Square on the items that are left; its queries are added, and what fools is written to `adversarial`. */
async function squareOn(
  model: DifferentiableClassifier,
  at: {
    readonly input: AttackInput;
    readonly items: readonly number[];
    readonly adversarial: Float32Array;
    readonly meter: Meter;
    readonly parameters: Parameters<typeof square.run>[2];
  },
): Promise<readonly number[]> {
  const { input, items, adversarial, meter } = at;
  const { inputs, maxQueries } = input;
  const done = items.reduce((sum, item) => Math.max(sum, meter.queries[item]!), 0);
  // One is kept to look at the result.
  const left = maxQueries === undefined ? undefined : maxQueries - done - 1;
  if (left !== undefined && left <= 0) return items;
  const found = await square.run(
    model,
    {
      ...input,
      ...goalOf(input, items),
      inputs: pick(inputs, items),
      // Numbers of items are those of the places here, so each stream is told apart by a label first.
      random: { ...input.random, fork: (label) => streamOf(input, items, Number(label)) },
      first: 0,
      maxQueries: left,
    },
    at.parameters,
  );
  const answers = await meter.predict(found.adversarial, items);
  const views = viewsOf(adversarial, inputs.shape);
  const moved = viewsOf(found.adversarial.data, found.adversarial.shape);
  return items.filter((item, place) => {
    meter.queries[item] = meter.queries[item]! + found.queries[place]!;
    if (!isFooled(rowOf(answers, place, model.classes), item, input)) return true;
    views[item]!.set(moved[place]!);
    return false;
  });
}

/** Random numbers of the item at this place, as if all items were there. */
function streamOf(
  { random, first }: AttackInput,
  items: readonly number[],
  place: number,
): AttackInput["random"] {
  return random.fork(first + items[place]!).fork("square");
}

async function attackBatch(
  model: DifferentiableClassifier,
  input: AttackInput,
  given: z.output<typeof parameters>,
): Promise<AttackResult> {
  const bout = boutOf(model, input);
  const ball = ballOf(model, given);
  const { restarts, targetClasses } = standard(given.norm);
  const count = countOf(input.inputs);
  const tried = input.inputs.data.slice();
  const adversarial = input.inputs.data.slice();
  const clean = await cleanOf(bout);
  const stages: Record<string, number> = { clean: count - clean.items.length };
  let before = 0;
  let items = clean.items;

  const progressOf = (stage: keyof typeof shares): ((done: number) => void) => {
    const from = before;
    before += shares[stage];
    return (done) => input.progress?.(from + done * shares[stage]);
  };
  /** Takes over what a part broke; what it only tried is forgotten, as the authors' code does. */
  const note = (stage: keyof typeof shares, left: readonly number[], from: Float32Array): void => {
    const still = new Set(left);
    const [out, source] = [
      viewsOf(adversarial, input.inputs.shape),
      viewsOf(from, input.inputs.shape),
    ];
    for (const item of items) if (!still.has(item)) out[item]!.set(source[item]!);
    stages[stage] = items.length - left.length;
    items = left;
  };

  const plan: ApgdPlan = {
    ball,
    steps: given.steps,
    rho: 0.75,
    restarts,
    adversarial: tried,
    progress: progressOf("apgd-ce"),
  };
  const loss = (some: readonly number[]) =>
    ({ kind: "cross-entropy", ...goalOf(input, some) }) as const;
  note("apgd-ce", await apgd(bout, plan, { items, loss, randoms: clean.randoms }), tried);

  const targeted = { ...plan, restarts: 1, targetClasses, progress: progressOf("apgd-t") };
  note("apgd-t", await apgdTargeted(bout, targeted, { ...clean, items }), tried);

  const near: FabPlan & { targetClasses: number } = {
    ball,
    steps: given.steps,
    restarts: 1,
    targetClasses: 9,
    alphaMax: 0.1,
    eta: 1.05,
    beta: 0.9,
    enough: true,
    best: tried,
    distances: new Float64Array(count).fill(Infinity),
    progress: progressOf("fab-t"),
  };
  note("fab-t", await fabTargeted(bout, near, { ...clean, items }), tried);

  if (items.length > 0) {
    const left = await squareOn(model, {
      input: { ...input, progress: progressOf("square") },
      items,
      adversarial: tried,
      meter: bout.meter,
      parameters: { norm: given.norm, eps: ball.eps, queries: given.queries, p: 0.8 },
    });
    note("square", left, tried);
  }
  const notes =
    (stages["square"] ?? 0) > 0
      ? [
          "Square, which sees no gradients, fooled the model where the gradient attacks did not: its gradients may be masked.",
        ]
      : undefined;
  return { ...resultOf(bout, adversarial), stages, notes };
}

/**
 * The standard version: APGD on the cross-entropy, APGD and FAB towards nine classes, and Square, each only on
 * the inputs that the ones before it did not break. What none broke is given back unchanged.
 */
export const autoAttack = defineAttack({
  meta: {
    id: "autoattack",
    title: "AutoAttack, standard version",
    paper:
      "Croce, Hein 2020: Reliable Evaluation of Adversarial Robustness with an Ensemble of Diverse Parameter-free Attacks, arXiv:2003.01690",
    access: "gradient",
    norms: ["linf", "l2", "l1"],
    kind: "bounded",
    canTarget: false,
  },
  parameters,
  run: async (model, input, given) =>
    await inBatches(input, itemsPerBatch(model.inputShape, given.batchSize), (part) =>
      attackBatch(model, part, given),
    ),
});
