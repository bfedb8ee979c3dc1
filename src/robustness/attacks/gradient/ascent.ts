// The loop that FGSM, PGD and the momentum attacks share: ask for a gradient, step, project.
import { countOf, pick, sizeOf, type Batch } from "../../batch.ts";
import type { DifferentiableClassifier, Loss } from "../../classifier.ts";
import { lossAtLogits } from "../../loss.ts";
import type { Random } from "../../random.ts";
import type { AttackInput, AttackResult } from "../define.ts";
import { gradientMeterOf, type GradientMeter } from "../meter.ts";
import { projectAll, type Ball } from "../project.ts";
import { startWithin } from "../start.ts";
import { steepest } from "../step.ts";
import { plain } from "./estimates.ts";
import { everyItem, goalOf, isFooled, rowOf, viewsOf } from "../success.ts";

/** Where a gradient is wanted. */
export interface Place {
  /** The items that are still attacked, one after another. */
  readonly x: Batch;
  /** Their numbers in the batch. */
  readonly items: readonly number[];
  readonly loss: Loss;
  readonly meter: GradientMeter;
  /** Random numbers of each of them. */
  readonly randoms: readonly Random[];
  /** Momentum of each of them, as x. */
  readonly momentum: Float32Array;
}

/** What is climbed: the gradient, or a better guess of it. `logits` where they are those of x itself. */
export type Estimate = (
  place: Place,
) => Promise<{ readonly gradient: Float32Array; readonly logits?: Float32Array }>;

export interface Ascent {
  readonly ball: Ball;
  readonly stepSize: number;
  readonly steps: number;
  readonly restarts?: number;
  /** Moves each item, from its origin, to where it starts. */
  readonly start?: (x: Float32Array, random: Random) => void;
  /** Leaves an item as soon as the model is fooled. */
  readonly stopEarly?: boolean;
  /** Momentum is kept by this share and added to the gradient of mean size 1 (Dong et al. 2018). */
  readonly decay?: number;
  readonly estimate?: Estimate;
  /** Queries that one estimate costs each item. */
  readonly cost?: number;
  /** Takes a step along the gradient, in place, where it is not the steepest one of length `stepSize`. */
  readonly advance?: (x: Float32Array, gradient: Float32Array) => void;
}

/** Uniform in the ball: the usual random start. */
export function randomStart(ball: Ball): (x: Float32Array, random: Random) => void {
  return (x, random) => startWithin(x, ball, random);
}

/** Adds the gradient, scaled to mean size 1, to what is left of the momentum. Gives the momentum. */
function gather(momentum: Float32Array, gradient: Float32Array, decay: number): Float32Array {
  let sum = 0;
  for (const value of gradient) sum += Math.abs(value);
  const scale = sum > 0 && Number.isFinite(sum) ? gradient.length / sum : 0;
  for (let k = 0; k < momentum.length; k++) {
    momentum[k] = decay * momentum[k]! + (scale === 0 ? 0 : scale * gradient[k]!);
  }
  return momentum;
}

/** The steepest step. */
function stride({ ball, stepSize }: Ascent): NonNullable<Ascent["advance"]> {
  const length = Math.fround(stepSize);
  return (x, gradient) => {
    const direction = new Float32Array(x.length);
    steepest(gradient, direction, ball);
    for (let k = 0; k < x.length; k++) x[k] = x[k]! + length * direction[k]!;
  };
}

/** Climbs the cross-entropy from one start. */
async function climb(
  run: { readonly input: AttackInput; readonly meter: GradientMeter; readonly plan: Ascent },
  at: {
    readonly x: Float32Array;
    readonly items: readonly number[];
    readonly randoms: readonly Random[];
    readonly progress: (done: number) => void;
  },
): Promise<void> {
  const { input, meter, plan } = run;
  const { inputs } = input;
  const { estimate = plain, cost = 1, ball, decay, advance = stride(plan) } = plan;
  const shape = inputs.shape.slice(1);
  const size = sizeOf(shape);
  const all = countOf(inputs);
  const x: Batch = { data: at.x, shape: inputs.shape };
  const momentum = new Float32Array(decay === undefined ? 0 : at.x.length);
  let items = at.items;
  for (let step = 0; step < plan.steps; step++) {
    items = meter.affordable(items, cost);
    if (items.length === 0) return;
    const whole = items.length === all;
    const here = whole ? x : pick(x, items);
    const found = await estimate({
      x: here,
      items,
      loss: { kind: "cross-entropy", ...(whole ? input : goalOf(input, items)) },
      meter,
      randoms: items.map((item) => at.randoms[item]!),
      momentum:
        decay === undefined || whole
          ? momentum
          : pick({ data: momentum, shape: inputs.shape }, items).data,
    });
    const { logits } = found;
    const climbing = new Set(items);
    for (const [place, item] of items.entries()) {
      const classes = logits === undefined ? 0 : logits.length / items.length;
      if (plan.stopEarly && logits && isFooled(rowOf(logits, place, classes), item, input)) {
        climbing.delete(item);
        continue;
      }
      const from = item * size;
      let direction = found.gradient.subarray(place * size, (place + 1) * size);
      if (decay !== undefined) {
        direction = gather(momentum.subarray(from, from + size), direction, decay);
      }
      const moved = at.x.subarray(from, from + size);
      advance(moved, direction);
      projectAll(moved, inputs.data.subarray(from, from + size), { ...ball, size });
    }
    if (climbing.size < items.length) items = items.filter((item) => climbing.has(item));
    at.progress((step + 1) / plan.steps);
  }
}

/** Runs the loop on one batch. With several restarts the first that fools is kept, or else that of the greatest loss. */
export async function ascend(
  model: DifferentiableClassifier,
  input: AttackInput,
  plan: Ascent,
): Promise<AttackResult> {
  const { inputs, random, first } = input;
  const { restarts = 1, start } = plan;
  const meter = gradientMeterOf(model, input);
  const count = countOf(inputs);
  const randoms = everyItem(count).map((item) => random.fork(first + item));
  const best = inputs.data.slice();
  const most = new Float64Array(count).fill(-Infinity);
  let items: readonly number[] = everyItem(count);
  for (let restart = 0; restart < restarts && items.length > 0; restart++) {
    const x = inputs.data.slice();
    const views = viewsOf(x, inputs.shape);
    if (start) for (const item of items) start(views[item]!, randoms[item]!);
    await climb(
      { input, meter, plan },
      {
        x,
        items,
        randoms,
        progress: (done) => input.progress?.((restart + done) / restarts),
      },
    );
    if (restarts === 1) {
      best.set(x);
      break;
    }
    items = meter.affordable(items);
    if (items.length === 0) break;
    const logits = await meter.predict(pick({ data: x, shape: inputs.shape }, items), items);
    const { loss } = lossAtLogits(logits, model.classes, {
      kind: "cross-entropy",
      ...goalOf(input, items),
    });
    const left: number[] = [];
    for (const [place, item] of items.entries()) {
      const fooled = isFooled(rowOf(logits, place, model.classes), item, input);
      if (!fooled) left.push(item);
      if (!fooled && loss[place]! <= most[item]!) continue;
      most[item] = loss[place]!;
      best.set(views[item]!, item * views[item]!.length);
    }
    items = left;
  }
  input.progress?.(1);
  return {
    adversarial: { data: best, shape: inputs.shape },
    queries: meter.queries,
    zeroGradients: meter.zeroGradients(),
  };
}
