import { z } from "zod";
import { pick, sizeOf } from "../../batch.ts";
import { inBatches, itemsPerBatch } from "../batches.ts";
import { defineAttack } from "../define.ts";
import { isFooled, rowOf, viewsOf } from "../success.ts";
import type { Bout } from "./apgd-run.ts";
import { boutOf, cleanOf, resultOf } from "./clean.ts";
import { batchSize } from "./parameters.ts";

/** What a change of each element does to the target's logit, and to the sum of the others'. */
interface Saliency {
  readonly target: Float32Array;
  readonly others: Float32Array;
}

/** Most elements among which the best pair is searched: the best for the target, and the worst for the others. */
const mostCandidates = 96;

/** Elements that may still move, cut to those that promise most. */
function candidatesOf(
  free: readonly number[],
  { target, others }: Saliency,
  sign: number,
): number[] {
  if (free.length <= 2 * mostCandidates) return [...free];
  const best = (value: (k: number) => number): number[] =>
    [...free].sort((a, b) => value(b) - value(a)).slice(0, mostCandidates);
  return [...new Set([...best((k) => sign * target[k]!), ...best((k) => -sign * others[k]!)])].sort(
    (a, b) => a - b,
  );
}

/** The pair that raises the target and lowers the others most (algorithm 3 of the paper); undefined where none does both. */
function bestPair(
  free: readonly number[],
  saliency: Saliency,
  sign: number,
): readonly [number, number] | undefined {
  const { target, others } = saliency;
  const candidates = candidatesOf(free, saliency, sign);
  let best: readonly [number, number] | undefined;
  let most = 0;
  for (const [at, p] of candidates.entries()) {
    for (let next = at + 1; next < candidates.length; next++) {
      const q = candidates[next]!;
      const up = sign * (target[p]! + target[q]!);
      const down = -sign * (others[p]! + others[q]!);
      if (up <= 0 || down <= 0 || up * down <= most) continue;
      most = up * down;
      best = [p, q];
    }
  }
  return best;
}

/** The class that each item goes to: its target, or the likeliest other class now. */
function towards({ input, classes }: Bout, logits: Float32Array, item: number): number {
  const target = input.targets?.[item];
  if (target !== undefined) return target;
  const row = rowOf(logits, item, classes);
  const label = input.labels[item]!;
  let best = label === 0 ? 1 : 0;
  for (let k = 0; k < classes; k++) if (k !== label && row[k]! > row[best]!) best = k;
  return best;
}

async function saliencies(
  bout: Bout,
  x: Float32Array,
  at: { readonly items: readonly number[]; readonly logits: Float32Array },
): Promise<readonly Saliency[]> {
  const { input, meter, classes } = bout;
  const { items } = at;
  // Both gradients of an item go in one call: first all rows for the target, then all for the others.
  const rows = [...items, ...items];
  const weights = new Float32Array(rows.length * classes);
  for (const [place, item] of items.entries()) {
    const target = towards(bout, at.logits, item);
    const others = (items.length + place) * classes;
    weights[place * classes + target] = 1;
    weights.fill(1, others, others + classes);
    weights[others + target] = 0;
  }
  const { gradient } = await meter.gradient(
    pick({ data: x, shape: input.inputs.shape }, rows),
    { kind: "weighted", weights },
    rows,
  );
  const size = sizeOf(input.inputs.shape.slice(1));
  const of = (row: number): Float32Array => gradient.subarray(row * size, (row + 1) * size);
  return items.map((_, place) => ({ target: of(place), others: of(items.length + place) }));
}

/** Few elements, two by two, are moved far: those that raise the target's logit and lower the others'. */
export const jsma = defineAttack({
  meta: {
    id: "jsma",
    title: "Jacobian-based saliency map attack",
    paper:
      "Papernot, McDaniel, Jha, Fredrikson, Celik, Swami 2016: The Limitations of Deep Learning in Adversarial Settings, arXiv:1511.07528",
    access: "gradient",
    norms: ["l0"],
    kind: "minimal",
    canTarget: true,
  },
  parameters: z.strictObject({
    theta: z
      .number()
      .min(-1)
      .max(1)
      .refine((value) => value !== 0, "must not be 0")
      .default(1)
      .describe(
        "what is added to an element at once, as a share of the range; below 0 to lower it",
      ),
    gamma: z
      .number()
      .positive()
      .max(1)
      .default(0.1)
      .describe("most elements that are moved, as a share of all"),
    batchSize,
  }),
  run: async (model, input, given) =>
    await inBatches(input, itemsPerBatch(model.inputShape, given.batchSize), async (part) => {
      const bout = boutOf(model, part);
      const { shape } = part.inputs;
      const size = sizeOf(shape.slice(1));
      const [least, most] = model.range;
      const sign = Math.sign(given.theta);
      const by = given.theta * (most - least);
      const rounds = Math.max(1, Math.floor((given.gamma * size) / 2));
      const clean = await cleanOf(bout);
      const { logits } = clean;
      const x = part.inputs.data.slice();
      const views = viewsOf(x, shape);
      const adversarial = part.inputs.data.slice();
      const out = viewsOf(adversarial, shape);
      let { items } = clean;
      for (let round = 0; round < rounds; round++) {
        items = bout.meter.affordable(items, 3);
        if (items.length === 0) break;
        const maps = await saliencies(bout, x, { items, logits });
        items = items.filter((item, place) => {
          const view = views[item]!;
          const free = [...view.keys()].filter((k) =>
            sign > 0 ? view[k]! < most : view[k]! > least,
          );
          const pair = bestPair(free, maps[place]!, sign);
          for (const k of pair ?? []) view[k] = Math.min(most, Math.max(least, view[k]! + by));
          return pair !== undefined;
        });
        if (items.length === 0) break;
        const answers = await bout.meter.predict(pick({ data: x, shape }, items), items);
        items = items.filter((item, place) => {
          const row = rowOf(answers, place, model.classes);
          logits.set(row, item * model.classes);
          if (!isFooled(row, item, part)) return true;
          out[item]!.set(views[item]!);
          return false;
        });
        part.progress?.((round + 1) / rounds);
      }
      return resultOf(bout, adversarial);
    }),
});
