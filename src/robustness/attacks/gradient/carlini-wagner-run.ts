// How one item searches in C&W (Carlini & Wagner 2017, arXiv:1608.04644), in the space of arctanh.
import type { Searcher } from "./margin-search.ts";
import { adam, weightSearch } from "./margin-search.ts";

export interface Place {
  readonly x: Float32Array;
  readonly origin: Float32Array;
  readonly best: Float32Array;
}

export interface CarliniWagner {
  readonly range: readonly [number, number];
  readonly confidence: number;
  readonly steps: number;
  readonly learningRate: number;
  readonly initialConst: number;
}

/**
 * Well within ±1 (footnote 8 of the paper): at 0.999999, as others have it, an element at the edge of the range
 * hardly moves in hundreds of steps, and pictures are full of those.
 */
const within = 0.99;

/** The inputs as tanh of something that is free. */
interface Free {
  /** The free variables. */
  readonly w: Float64Array;
  reset(): void;
  /** Moves w and writes x. */
  move(by: Float64Array): void;
  /** ∂x/∂w of an element, of the range as 1. */
  slope(k: number): number;
}

function freeOf({ x, origin }: Place, [least, most]: readonly [number, number]): Free {
  const width = most - least;
  const start = Float64Array.from(origin, (value) =>
    Math.atanh(within * Math.min(1, Math.max(-1, (2 * (value - least)) / width - 1))),
  );
  const w = start.slice();
  const bent = Float64Array.from(w, Math.tanh);
  return {
    w,
    reset: () => {
      w.set(start);
      for (let k = 0; k < w.length; k++) bent[k] = Math.tanh(w[k]!);
      x.set(origin);
    },
    move: (by) => {
      for (let k = 0; k < w.length; k++) {
        w[k] = w[k]! + by[k]!;
        bent[k] = Math.tanh(w[k]!);
        x[k] = Math.min(most, Math.max(least, least + (width / 2) * (bent[k]! / within + 1)));
      }
    },
    slope: (k) => (1 - bent[k]! ** 2) / (2 * within),
  };
}

/** Least squares of the move plus weight × what lacks of the margin, with a binary search for the weight. */
export function searchL2(
  place: Place,
  options: CarliniWagner & { readonly binarySearchSteps: number },
): Searcher {
  const { x, origin, best } = place;
  const { confidence, steps, range } = options;
  const width = range[1] - range[0];
  const free = freeOf(place, range);
  const descent = adam(x.length, options.learningRate);
  const weights = weightSearch(options.initialConst);
  const gradient = new Float64Array(x.length);
  const pause = Math.max(1, Math.floor(steps / 3));
  let [least, before, lowest, start] = [Infinity, Infinity, Infinity, Infinity];
  let [step, round, lastWin] = [0, 0, -Infinity];

  return ({ margin, won, gradient: rise }) => {
    const weight = weights.weight();
    const lacks = confidence - margin;
    let square = 0;
    for (let k = 0; k < x.length; k++) square += ((x[k]! - origin[k]!) / width) ** 2;
    if (won) {
      lastWin = step;
      if (square < least) {
        least = square;
        best.set(x);
      }
    }
    const loss = square + weight * Math.max(0, lacks);
    // A third of the steps without gain ends a run. The least so far is compared, since Adam swings about it,
    // and not before there was a gain at all: near a boundary its first steps are too long.
    lowest = Math.min(lowest, loss);
    let isOver = step === steps - 1;
    if (step % pause === 0) {
      if (step === 0) start = loss;
      if (lowest > 0.9999 * before && lowest < start) isOver = true;
      before = lowest;
    }
    if (isOver) {
      // Early steps may swing over the boundary with any weight; the weight is enough if the run ends beyond it.
      weights.after(step - lastWin < 10);
      if (++round >= options.binarySearchSteps) return false;
      free.reset();
      descent.reset();
      [before, lowest, step, lastWin] = [Infinity, Infinity, 0, -Infinity];
      return true;
    }
    const pull = lacks > 0 ? weight : 0;
    for (let k = 0; k < x.length; k++) {
      const slope = (2 * (x[k]! - origin[k]!)) / width - pull * width * rise[k]!;
      gradient[k] = slope * free.slope(k);
    }
    // Long steps at first, short ones in the end, where it is about digits.
    free.move(descent.step(gradient, 1 - step / steps));
    step++;
    return true;
  };
}

/**
 * Weight × what lacks of the margin, plus what elements are moved beyond a limit. Each success lowers the limit,
 * each run without one doubles the weight, and the search ends where the weight is too large.
 */
export function searchLinf(
  place: Place,
  options: CarliniWagner & { readonly largestConst: number; readonly decrease: number },
): Searcher {
  const { x, origin, best } = place;
  const { confidence, steps, range, decrease } = options;
  const width = range[1] - range[0];
  const free = freeOf(place, range);
  const descent = adam(x.length, options.learningRate);
  const gradient = new Float64Array(x.length);
  let [limit, weight, step] = [1, options.initialConst, 0];

  return ({ margin, won, gradient: rise }) => {
    const lacks = confidence - margin;
    let far = 0;
    for (let k = 0; k < x.length; k++) far = Math.max(far, Math.abs(x[k]! - origin[k]!) / width);
    if (won && far <= limit) {
      best.set(x);
      limit = decrease * far;
      // Less than a step of 8-bit pixels by far: no one looks for less.
      if (limit < 1e-5) return false;
      descent.reset();
      step = 0;
    } else if (++step >= steps) {
      weight *= 2;
      if (weight > options.largestConst) return false;
      descent.reset();
      step = 0;
    }
    const pull = lacks > 0 ? weight : 0;
    for (let k = 0; k < x.length; k++) {
      const by = (x[k]! - origin[k]!) / width;
      const beyond = Math.abs(by) > limit ? Math.sign(by) : 0;
      gradient[k] = (beyond - pull * width * rise[k]!) * free.slope(k);
    }
    free.move(descent.step(gradient));
    return true;
  };
}
