import { z } from "zod";
import { countOf, sizeOf, type Batch } from "../../batch.ts";
import type { DifferentiableClassifier } from "../../classifier.ts";
import { searchEach } from "../black-box/search.ts";
import { defineAttack, type AttackInput, type AttackResult } from "../define.ts";
import { gradientMeterOf } from "../meter.ts";
import { everyItem, goalOf, isFooled, rowOf } from "../success.ts";
import { shared, tableFor } from "./parameters.ts";
import { freeParts } from "./parts.ts";
import { shrink } from "./shrink.ts";
import { costOf, intoSpace, spaceAround, type Space, type Table } from "./space.ts";

const tabularGradientParameters = z.strictObject({
  ...shared,
  steps: z.int().positive().default(100).describe("steps, in gradients per input"),
  stepSize: z
    .number()
    .positive()
    .default(0.3)
    .describe(
      "length of the first step, in weighted shares of the columns' ranges; later ones are shorter",
    ),
  radius: z
    .number()
    .positive()
    .default(0.5)
    .describe("length of the change at the start, in the same; it adapts"),
  isPruned: z
    .boolean()
    .default(true)
    .describe("takes back what was not needed at the end; costs some queries more"),
});
type Parameters = z.output<typeof tabularGradientParameters>;

/** How much the length of a change grows or shrinks in a step (Rony et al. 2019 take 0.05 with more steps). */
const growth = 0.1;

/** Where one item is: its change in weighted shares of ranges, not yet on any grid. */
interface Walk {
  readonly space: Space;
  readonly change: Float64Array;
  radius: number;
  best: Float32Array | undefined;
  cost: number;
}

function inputOf({ space, change }: Walk): Float32Array {
  const x = Float32Array.from(change, (by, k) => {
    const { scale, weight } = space.table.columns[k]!;
    return space.original[k]! + (by * scale) / weight;
  });
  return intoSpace(x, space);
}

/** A step along the gradient, and back to the radius: direction and length are apart (Rony et al. 2019). */
function advance(
  walk: Walk,
  gradient: Float32Array,
  { isWon, length }: { readonly isWon: boolean; readonly length: number },
): void {
  const { space, change } = walk;
  const { columns, groups } = space.table;
  const steepness = Float64Array.from(change, (_, k) => {
    const { scale, weight, group, change: way } = columns[k]!;
    const slope = (gradient[k]! * scale) / weight;
    const isShut = group < 0 ? way === "never" : !groups[group]!.isFree;
    return isShut || (way === "up" && slope < 0) || (way === "down" && slope > 0) ? 0 : slope;
  });
  const steep = Math.hypot(...steepness);
  for (let k = 0; k < change.length; k++) {
    if (steep > 0) change[k] = change[k]! + (length * steepness[k]!) / steep;
  }
  walk.radius *= isWon ? 1 - growth : 1 + growth;
  const far = Math.hypot(...change);
  if (far === 0) return;
  for (let k = 0; k < change.length; k++) change[k] = (change[k]! * walk.radius) / far;
}

/** Walks of all items together; gives the cheapest inputs that won. */
async function walkAll(
  model: DifferentiableClassifier,
  input: AttackInput,
  { table, parameters }: { readonly table: Table; readonly parameters: Parameters },
): Promise<{ readonly walks: readonly Walk[]; readonly result: AttackResult }> {
  const size = sizeOf(model.inputShape);
  const count = countOf(input.inputs);
  const meter = gradientMeterOf(model, input);
  const [least, most] = model.range;
  const walks = everyItem(count).map((item): Walk => {
    const original = input.inputs.data
      .slice(item * size, (item + 1) * size)
      .map((value) => Math.min(most, Math.max(least, value)));
    return {
      space: spaceAround(table, original, parameters.most),
      change: new Float64Array(size),
      radius: parameters.radius,
      best: undefined,
      cost: Infinity,
    };
  });
  let active: readonly number[] = everyItem(count);
  for (let step = 0; step <= parameters.steps && active.length > 0; step++) {
    const items = meter.affordable(active);
    if (items.length === 0) break;
    const xs = items.map((item) => inputOf(walks[item]!));
    const batch: Batch = {
      data: new Float32Array(items.length * size),
      shape: [items.length, ...model.inputShape],
    };
    for (const [place, x] of xs.entries()) batch.data.set(x, place * size);
    const goal = goalOf(input, items);
    const found = await meter.gradient(batch, { kind: "margin", ...goal }, items);
    const length =
      parameters.stepSize *
      (0.01 + 0.99 * 0.5 * (1 + Math.cos((Math.PI * step) / parameters.steps)));
    const finished = new Set<number>();
    for (const [place, item] of items.entries()) {
      const walk = walks[item]!;
      const isWon = isFooled(rowOf(found.logits, place, model.classes), place, goal);
      const cost = costOf(xs[place]!, walk.space);
      if (isWon && cost < walk.cost) {
        walk.best = xs[place]!;
        walk.cost = cost;
      }
      if (isWon && cost === 0) finished.add(item);
      const gradient = found.gradient.subarray(place * size, (place + 1) * size);
      advance(walk, gradient, { isWon, length });
    }
    active = active.filter((item) => !finished.has(item));
    input.progress?.((0.9 * step) / parameters.steps);
  }
  const data = Float32Array.from(input.inputs.data);
  for (const [item, { best, cost }] of walks.entries()) {
    if (best !== undefined && cost > 0) data.set(best, item * size);
  }
  const result = {
    adversarial: { data, shape: input.inputs.shape },
    queries: meter.queries,
    zeroGradients: meter.zeroGradients(),
  };
  return { walks, result };
}

/** Takes back what the walks did not need, item by item. */
async function prune(
  model: DifferentiableClassifier,
  input: AttackInput,
  {
    table,
    walked,
  }: { readonly table: Table; readonly walked: Awaited<ReturnType<typeof walkAll>> },
): Promise<AttackResult> {
  const { walks, result } = walked;
  const spent = Math.max(0, ...result.queries);
  const left = (input.maxQueries ?? Infinity) - spent;
  if (left < 2) return result;
  const parts = freeParts(table);
  const pruned = await searchEach(
    model,
    { ...input, maxQueries: left, progress: undefined },
    {
      access: "scores",
      queries: Infinity,
      *search(item) {
        const { best, space } = walks[item.index]!;
        if (best === undefined) return;
        item.keep(best);
        yield* shrink(item, best, { space, parts });
      },
    },
  );
  return {
    ...result,
    adversarial: pruned.adversarial,
    queries: result.queries.map((count, item) => count + pruned.queries[item]!),
  };
}

/**
 * Gradient attack on a table: climbs the margin within what its schema allows, each step brought to the nearest
 * feasible row before the model is asked, and makes the weighted change as small as it can.
 */
export const tabularGradient = defineAttack({
  meta: {
    id: "tabular-gradient",
    title: "Gradient attack on a table",
    paper:
      "weighted as in Ballet, Renard, Aigrain, Laugel, Frossard, Detyniecki 2019: Imperceptible adversarial attacks on tabular data (LowProFool), arXiv 1911.03274; lengths by Rony et al. 2019 (DDN), arXiv 1811.09600",
    access: "gradient",
    norms: [],
    kind: "unbounded",
    canTarget: true,
  },
  parameters: tabularGradientParameters,
  run: async (model, input, parameters) => {
    const table = tableFor(model, parameters);
    const walked = await walkAll(model, input, { table, parameters });
    const result = parameters.isPruned
      ? await prune(model, input, { table, walked })
      : walked.result;
    input.progress?.(1);
    return result;
  },
});
