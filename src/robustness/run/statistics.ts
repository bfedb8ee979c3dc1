// Numbers about shares and lists.
import type { Rate, Spread } from "../../core/index.ts";

/** The normal deviate that leaves 2.5 % on each side. */
const z = 1.959963984540054;

/**
 * A share with its 95 % score interval (Wilson 1927, "Probable inference, the law of succession"): holds
 * near 0 and 1 as well, where the usual one gives bounds outside.
 */
export function rateOf(hits: number, count: number): Rate {
  if (count === 0) return { value: 0, low: 0, high: 1 };
  const share = hits / count;
  const scale = 1 + (z * z) / count;
  const centre = (share + (z * z) / (2 * count)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / count + (z * z) / (4 * count ** 2));
  return {
    value: share,
    // Rounding would leave 1e-17 where the bound is the end itself.
    low: hits === 0 ? 0 : Math.max(0, centre - half),
    high: hits === count ? 1 : Math.min(1, centre + half),
  };
}

/** How many inputs give an interval of this half width, at worst (a share of one half). */
export function countFor(halfWidth: number): number {
  return Math.ceil((z / (2 * halfWidth)) ** 2 - z * z);
}

/** Mean, median and maximum; zeros for an empty list. */
export function spreadOf(values: readonly number[]): Spread {
  if (values.length === 0) return { mean: 0, median: 0, max: 0 };
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const median =
    sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
  let sum = 0;
  for (const value of sorted) sum += value;
  return { mean: sum / sorted.length, median, max: sorted.at(-1)! };
}

/** How far two inputs are from each other. */
export interface Distance {
  readonly linf: number;
  readonly l2: number;
  readonly l1: number;
  /** Elements that differ. */
  readonly l0: number;
}

/** The distance of two inputs in every norm. What is not a number is infinitely far. */
export function distanceOf(one: Float32Array, other: Float32Array): Distance {
  let [linf, squares, l1, l0] = [0, 0, 0, 0];
  for (let k = 0; k < one.length; k++) {
    const by = Math.abs(other[k]! - one[k]!);
    if (by === 0) continue;
    if (Number.isNaN(by)) return { linf: Infinity, l2: Infinity, l1: Infinity, l0: one.length };
    if (by > linf) linf = by;
    squares += by * by;
    l1 += by;
    l0++;
  }
  return { linf, l2: Math.sqrt(squares), l1, l0 };
}
