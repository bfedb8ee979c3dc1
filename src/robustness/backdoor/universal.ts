// The least change that, added to any input, makes a model give one class: what a backdoor makes small.
import { argmax, rowOf } from "../attacks/success.ts";
import { sizeOf, type Batch } from "../batch.ts";
import type { DifferentiableClassifier } from "../classifier.ts";

export interface UniversalOptions {
  /** Inputs of other classes than the target. */
  readonly inputs: Batch;
  readonly target: number;
  /** Share of the inputs that must be taken for the target. */
  readonly success: number;
  /** Steps of each search at one radius. */
  readonly steps: number;
  /** Radii between which is searched, in the L2 norm, in the units of the inputs. */
  readonly radii: readonly [least: number, most: number];
  /** Halvings of the range of radii, on a logarithmic scale. */
  readonly halvings: number;
  readonly signal?: AbortSignal;
}

/** The least radius at which a change was found, `most` where none was. */
export interface Universal {
  readonly radius: number;
  /** What is added to every input; undefined where none was found. */
  readonly change: Float32Array | undefined;
}

function lengthOf(vector: Float32Array): number {
  let squares = 0;
  for (const value of vector) squares += value * value;
  return Math.sqrt(squares);
}

/** Weight of the steps before in each step. */
const momentum = 0.7;
/** A step is this part of the radius. */
const stepShare = 1 / 6;

/**
 * Searches the least radius in the L2 norm by halving: at each, the change climbs the mean log-probability of the
 * target over all inputs (Moosavi-Dezfooli et al. 2017, arXiv:1610.08401, targeted; Wang et al. 2019, "Neural
 * Cleanse", IEEE S&P, with an added change in place of a mask, which also finds blended and wave-like triggers).
 */
export async function leastUniversal(
  model: DifferentiableClassifier,
  options: UniversalOptions,
): Promise<Universal> {
  const { inputs, target, success, steps, radii, halvings, signal } = options;
  const [count = 0, ...shape] = inputs.shape;
  const size = sizeOf(shape);
  const [least, most] = model.range;
  const targets = new Int32Array(count).fill(target);
  const loss = { kind: "cross-entropy", labels: targets, targets } as const;

  /** Adds up the gradients of all inputs, without what would push an element out of its range. */
  function direction(moved: Float32Array, gradient: Float32Array): Float32Array {
    const sum = new Float32Array(size);
    for (let at = 0; at < moved.length; at++) {
      const one = gradient[at]!;
      const isStuck = (moved[at]! <= least && one < 0) || (moved[at]! >= most && one > 0);
      if (!isStuck) sum[at % size]! += one;
    }
    return sum;
  }

  async function changeWithin(radius: number): Promise<Float32Array | undefined> {
    const change = new Float32Array(size);
    const speed = new Float32Array(size);
    for (let step = 0; step <= steps; step++) {
      signal?.throwIfAborted();
      const data = inputs.data.map((value, at) =>
        Math.min(most, Math.max(least, value + change[at % size]!)),
      );
      const { gradient, logits } = await model.gradient({ data, shape: inputs.shape }, loss);
      let taken = 0;
      for (let item = 0; item < count; item++)
        if (argmax(rowOf(logits, item, model.classes)) === target) taken++;
      if (taken >= success * count) return change;
      const sum = direction(data, gradient);
      const length = lengthOf(sum);
      if (length === 0) return undefined;
      for (let at = 0; at < size; at++) {
        speed[at] = momentum * speed[at]! + sum[at]! / length;
        change[at]! += radius * stepShare * speed[at]!;
      }
      const far = lengthOf(change);
      if (far > radius) for (let at = 0; at < size; at++) change[at]! *= radius / far;
    }
    return undefined;
  }

  let [low, high] = radii;
  let best: Float32Array | undefined;
  for (let halving = 0; halving < halvings; halving++) {
    const middle = Math.sqrt(low * high);
    const found = await changeWithin(middle);
    if (found === undefined) low = middle;
    else {
      high = middle;
      best = found;
    }
  }
  return { radius: high, change: best };
}
