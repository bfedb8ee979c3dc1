import { z } from "zod";
import { countOf, pick, sizeOf, type Batch } from "../../batch.ts";
import type { DifferentiableClassifier } from "../../classifier.ts";
import { itemsPerBatch } from "../batches.ts";
import { defineAttack, type AttackInput } from "../define.ts";
import { project, type Ball } from "../project.ts";
import { everyItem, goalOf, isFooled, rowOf, viewsOf } from "../success.ts";
import type { Bout } from "./apgd-run.ts";
import { boutOf, resultOf } from "./clean.ts";
import { deepFoolRun } from "./deepfool-run.ts";
import { ballOf, eps } from "./parameters.ts";

/** These items with the perturbation, within the ball and the range. */
function perturbed(
  input: AttackInput,
  items: readonly number[],
  at: { move: Float32Array; ball: Ball },
): Batch {
  const batch = pick(input.inputs, items);
  const origins = viewsOf(input.inputs.data, input.inputs.shape);
  for (const [place, view] of viewsOf(batch.data, batch.shape).entries()) {
    for (let k = 0; k < view.length; k++) view[k] = view[k]! + at.move[k]!;
    project(view, origins[items[place]!]!, at.ball);
  }
  return batch;
}

/** Items in an order by chance (Fisher & Yates 1938). */
function shuffled(count: number, random: AttackInput["random"]): number[] {
  const items = everyItem(count);
  for (let k = count - 1; k > 0; k--) {
    const other = random.below(k + 1);
    [items[k], items[other]] = [items[other]!, items[k]!];
  }
  return items;
}

/** What every item is moved by, within the limits of a ball around nothing. */
interface Search {
  readonly ball: Ball;
  readonly overshoot: number;
  readonly innerSteps: number;
  readonly move: Float32Array;
}

/** Moves what a few items still need by DeepFool, one after another. */
async function learnFrom(bout: Bout, items: readonly number[], search: Search): Promise<void> {
  const { input, meter, classes } = bout;
  const { ball, move } = search;
  const batch = perturbed(input, items, search);
  const answers = await meter.predict(batch, items);
  const few: Bout = {
    ...bout,
    // The places of these few are their numbers while DeepFool runs; queries are counted for the items.
    input: { ...input, ...goalOf(input, items), inputs: batch, progress: undefined },
    meter: {
      ...meter,
      affordable: (places, cost) => {
        const paid = new Set(
          meter.affordable(
            places.map((place) => items[place]!),
            cost,
          ),
        );
        return places.filter((place) => paid.has(items[place]!));
      },
      predict: (x, places) =>
        meter.predict(
          x,
          places?.map((place) => items[place]!),
        ),
      gradient: (x, loss, places) =>
        meter.gradient(
          x,
          loss,
          places?.map((place) => items[place]!),
        ),
    },
  };
  const open = everyItem(items.length).filter(
    (place) => !isFooled(rowOf(answers, place, classes), place, few.input),
  );
  const x = batch.data.slice();
  const fooled = await deepFoolRun(few, {
    items: open,
    norm: ball.norm === "linf" ? "linf" : "l2",
    range: ball.range,
    steps: search.innerSteps,
    overshoot: search.overshoot,
    candidates: Math.min(10, classes) - 1,
    prune: 2,
    x,
    logits: answers,
    rows: Math.max(16, items.length),
  });
  const nowhere = new Float32Array(move.length);
  const free = { ...ball, range: [-Infinity, Infinity] as const };
  for (const place of fooled.toSorted((a, b) => a - b)) {
    const from = place * move.length;
    for (let k = 0; k < move.length; k++) {
      move[k] = move[k]! + x[from + k]! - batch.data[from + k]!;
    }
    project(move, nowhere, free);
  }
}

/** How many items fool the model with this move. */
async function foolingOf(
  { input, meter, classes }: Bout,
  items: readonly number[],
  at: { readonly move: Float32Array; readonly ball: Ball; readonly rows: number },
): Promise<number> {
  let fooled = 0;
  for (let start = 0; start < items.length; start += at.rows) {
    const some = items.slice(start, start + at.rows);
    const answers = await meter.predict(perturbed(input, some, at), some);
    fooled += some.filter((item, place) =>
      isFooled(rowOf(answers, place, classes), item, input),
    ).length;
  }
  return fooled;
}

const parameters = z.strictObject({
  norm: z.enum(["linf", "l2"]).default("linf").describe("norm that bounds the perturbation"),
  eps,
  epochs: z.int().min(1).max(1000).default(10).describe("most rounds over all inputs"),
  wanted: z
    .number()
    .positive()
    .max(1)
    .default(0.8)
    .describe("share of fooled inputs at which it ends"),
  overshoot: z.number().nonnegative().default(0.02).describe("DeepFool's, as a share of the way"),
  innerSteps: z.int().min(1).max(1000).default(10).describe("most steps of DeepFool for an input"),
  group: z
    .int()
    .min(1)
    .default(8)
    .describe("inputs whose moves are added together; 1 in the paper, which is slow"),
});

async function learn(
  model: DifferentiableClassifier,
  bout: Bout,
  given: { readonly ball: Ball; readonly parameters: z.output<typeof parameters> },
): Promise<Float32Array> {
  const { input, meter } = bout;
  const { ball, parameters } = given;
  const count = countOf(input.inputs);
  const rows = itemsPerBatch(model.inputShape, 256);
  const move = new Float32Array(sizeOf(model.inputShape));
  let best = move.slice();
  let most = -1;
  for (let epoch = 0; epoch < parameters.epochs; epoch++) {
    const order = shuffled(count, input.random.fork("universal").fork(epoch));
    for (let start = 0; start < count; start += parameters.group) {
      // What DeepFool may cost, and a look at the end of the epoch.
      const items = meter.affordable(order.slice(start, start + parameters.group), 3);
      if (items.length > 0) await learnFrom(bout, items, { ...parameters, ball, move });
      input.progress?.((epoch + start / count) / parameters.epochs);
    }
    const items = meter.affordable(everyItem(count));
    const fooled = await foolingOf(bout, items, { move, ball, rows });
    if (fooled > most) {
      most = fooled;
      best = move.slice();
    }
    if (items.length < count || most >= parameters.wanted * count) break;
  }
  return best;
}

/** One perturbation for all inputs, which is learnt from them by DeepFool. Labels are what it leads away from. */
export const universal = defineAttack({
  meta: {
    id: "universal",
    title: "Universal adversarial perturbation",
    paper:
      "Moosavi-Dezfooli, Fawzi, Fawzi, Frossard 2017: Universal Adversarial Perturbations, arXiv:1610.08401",
    access: "gradient",
    norms: ["linf", "l2"],
    kind: "bounded",
    canTarget: false,
    isUniversal: true,
  },
  parameters,
  run: async (model, input, given) => {
    const bout = boutOf(model, input);
    const ball = ballOf(model, given);
    const move = await learn(model, bout, { ball, parameters: given });
    const all = everyItem(countOf(input.inputs));
    return resultOf(bout, perturbed(input, all, { move, ball }).data);
  },
});
