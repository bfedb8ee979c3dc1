// One run of the fast adaptive boundary attack (Croce & Hein 2020, arXiv:1907.02044).
import { pick } from "../../batch.ts";
import { distance } from "../distance.ts";
import { clip, type Ball, type BallNorm } from "../project.ts";
import { isFooled, rowOf, viewsOf } from "../success.ts";
import type { Bout } from "./apgd-run.ts";
import { moveToHyperplane } from "./hyperplane.ts";

export interface FabRun {
  readonly items: readonly number[];
  /** eps is where the search may end, with `enough`. */
  readonly ball: Ball;
  readonly steps: number;
  /** Most share of the step that is taken from the origin. */
  readonly alphaMax: number;
  /** Overshoot beyond the hyperplane. */
  readonly eta: number;
  /** Where to go on after a success, between the origin (0) and the place of success (1). */
  readonly beta: number;
  /** As the batch: where each starts. Overwritten. */
  readonly x: Float32Array;
  /** The class whose boundary each item of the batch goes to; every other class where there is none. */
  readonly towards?: Int32Array;
  /** Whether an item is done once it is within eps. */
  readonly enough: boolean;
  /** As the batch: the nearest that fools so far, and how far it is; Infinity where there is none. */
  readonly best: Float32Array;
  readonly distances: Float64Array;
  readonly progress?: (done: number) => void;
}

/** A boundary as it is seen from x: the difference of logits and its gradient. */
interface Boundary {
  readonly difference: number;
  readonly gradient: Float32Array;
}

/** What a step of length 1 changes the difference by. */
function steepness(gradient: Float32Array, norm: BallNorm): number {
  let sum = 0;
  for (const value of gradient) {
    if (norm === "linf") sum += Math.abs(value);
    else if (norm === "l2") sum += value * value;
    else sum = Math.max(sum, Math.abs(value));
  }
  return norm === "l2" ? Math.sqrt(sum) : sum;
}

/** The boundary of each item: that towards its class, or the nearest of all, if the model were linear. */
async function boundariesOf(
  { input, meter, classes }: Bout,
  run: FabRun,
  items: readonly number[],
): Promise<readonly Boundary[]> {
  const x = pick({ data: run.x, shape: input.inputs.shape }, items);
  const size = x.data.length / items.length;
  const found: (Boundary & { readonly far: number })[] = [];
  const rounds = run.towards === undefined ? classes - 1 : 1;
  for (let round = 1; round <= rounds; round++) {
    const weights = new Float32Array(items.length * classes);
    for (const [place, item] of items.entries()) {
      const label = input.labels[item]!;
      const other = run.towards?.[item] ?? (label + round) % classes;
      weights[place * classes + other] = 1;
      weights[place * classes + label] = -1;
    }
    const { loss, gradient } = await meter.gradient(x, { kind: "weighted", weights }, items);
    for (let place = 0; place < items.length; place++) {
      const one = gradient.subarray(place * size, (place + 1) * size);
      const difference = loss[place]!;
      const far = Math.abs(difference) / (1e-12 + steepness(one, run.ball.norm));
      const before = found[place];
      if (before === undefined || far < before.far) {
        found[place] = { difference, gradient: one, far };
      }
    }
  }
  return found;
}

function lengthOf(move: Float64Array, norm: BallNorm): number {
  let sum = 0;
  for (const value of move) {
    if (norm === "linf") sum = Math.max(sum, Math.abs(value));
    else if (norm === "l2") sum += value * value;
    else sum += Math.abs(value);
  }
  return norm === "l2" ? Math.sqrt(sum) : sum;
}

/** Goes beyond the hyperplane, from x and from the origin, and takes a mean of both that is biased to the origin. */
function advance(x: Float32Array, origin: Float32Array, at: FabRun & Boundary): void {
  const { difference, gradient, ball, alphaMax, eta } = at;
  const { norm, range } = ball;
  const near = new Float64Array(x.length);
  const far = new Float64Array(x.length);
  moveToHyperplane(x, { weights: gradient, rise: -difference }, { norm, range, move: near });
  let rise = -difference;
  for (let k = 0; k < x.length; k++) rise += gradient[k]! * (x[k]! - origin[k]!);
  moveToHyperplane(origin, { weights: gradient, rise }, { norm, range, move: far });
  const least = 1e-8 * (range[1] - range[0]);
  const a = Math.max(least, lengthOf(near, norm));
  const b = Math.max(least, lengthOf(far, norm));
  const alpha = Math.min(a / (a + b), alphaMax);
  for (let k = 0; k < x.length; k++) {
    x[k] = (1 - alpha) * (x[k]! + eta * near[k]!) + alpha * (origin[k]! + eta * far[k]!);
  }
  clip(x, origin, range);
}

/** Runs it, and gives back the items that are not done: those beyond eps, or all but what has no queries left. */
export async function fabRun(bout: Bout, run: FabRun): Promise<readonly number[]> {
  const { input, meter, classes } = bout;
  const { shape } = input.inputs;
  const { ball, beta } = run;
  const [xs, origins, bests] = [run.x, input.inputs.data, run.best].map((data) =>
    viewsOf(data, shape),
  ) as [readonly Float32Array[], readonly Float32Array[], readonly Float32Array[]];
  const cost = 1 + (run.towards === undefined ? classes - 1 : 1);
  let items = run.items;
  for (let step = 0; step < run.steps; step++) {
    items = meter.affordable(items, cost);
    if (items.length === 0) break;
    for (const [place, boundary] of (await boundariesOf(bout, run, items)).entries()) {
      const item = items[place]!;
      advance(xs[item]!, origins[item]!, { ...run, ...boundary });
    }
    const answers = await meter.predict(pick({ data: run.x, shape }, items), items);
    items = items.filter((item, place) => {
      if (!isFooled(rowOf(answers, place, classes), item, input)) return true;
      const x = xs[item]!;
      const origin = origins[item]!;
      const far = distance(x, origin, ball.norm);
      if (far < run.distances[item]!) {
        run.distances[item] = far;
        bests[item]!.set(x);
      }
      if (run.enough && far <= ball.eps * (1 + 1e-6)) return false;
      for (let k = 0; k < x.length; k++) x[k] = origin[k]! + beta * (x[k]! - origin[k]!);
      return true;
    });
    run.progress?.((step + 1) / run.steps);
  }
  return run.items.filter((item) => !(run.distances[item]! <= ball.eps * (1 + 1e-6)));
}
