// The nearest point of a box that lies on a hyperplane (Croce & Hein 2020, arXiv:1907.02044, section 2.1).
import type { BallNorm } from "../project.ts";

/** The hyperplane w·z = w·x + `rise`, seen from a point x of the box. */
export interface Hyperplane {
  readonly weights: Float32Array;
  readonly rise: number;
}

/** How far an element may go in the direction in which w·z grows (or falls, for a negative rise). */
function room(at: number, up: boolean, [least, most]: readonly [number, number]): number {
  return Math.max(0, up ? most - at : at - least);
}

/**
 * Writes the shortest move from x to the hyperplane within the range into `move`; where the box does not
 * reach the hyperplane, the move to the corner next to it. L∞ and L2 by Newton's method on the piecewise
 * linear, concave reach of the move, which ends exactly after a few pieces; L1 by the elements of the
 * largest weights first.
 */
export function moveToHyperplane(
  x: Float32Array,
  plane: Hyperplane,
  to: {
    readonly norm: BallNorm;
    readonly range: readonly [number, number];
    readonly move: Float64Array;
  },
): void {
  const { weights, rise } = plane;
  const { norm, range, move } = to;
  const wanted = Math.abs(rise);
  const sign = rise < 0 ? -1 : 1;
  move.fill(0);
  if (!(wanted > 0)) return;
  if (norm === "l1") {
    moveL1(x, plane, to);
    return;
  }
  const size = new Float64Array(x.length);
  const free = new Float64Array(x.length);
  for (let k = 0; k < x.length; k++) {
    size[k] = Math.abs(weights[k]!);
    free[k] = room(x[k]!, sign * weights[k]! > 0, range);
  }
  const length = lengthOfMove(size, free, { wanted, isFlat: norm === "linf" });
  for (let k = 0; k < x.length; k++) {
    if (size[k] === 0) continue;
    const by = Math.min(norm === "linf" ? length : length * size[k]!, free[k]!);
    move[k] = sign * weights[k]! > 0 ? by : -by;
  }
}

/** How far each element goes (L∞), or as a multiple of its weight (L2), until all together reach what is wanted. */
function lengthOfMove(
  size: Float64Array,
  free: Float64Array,
  { wanted, isFlat }: { readonly wanted: number; readonly isFlat: boolean },
): number {
  let length = 0;
  for (let round = 0; round < 60; round++) {
    let reach = 0;
    let slope = 0;
    for (let k = 0; k < size.length; k++) {
      const weight = size[k]!;
      const by = isFlat ? length : length * weight;
      if (by < free[k]!) {
        reach += weight * by;
        slope += isFlat ? weight : weight * weight;
      } else reach += weight * free[k]!;
    }
    if (slope === 0) return Infinity;
    const next = length + (wanted - reach) / slope;
    if (!(next > length * (1 + 1e-12))) return length;
    length = next;
  }
  return length;
}

/** Places of the elements by falling size. Sorted as numbers that carry size and place, which typed arrays do fast. */
function byFallingSize(weights: Float32Array): Float64Array {
  const bits = new Uint32Array(Float32Array.from(weights, Math.abs).buffer);
  const keys = Float64Array.from(bits, (size, k) => size * 2 ** 22 + k);
  return keys.sort().reverse();
}

function moveL1(
  x: Float32Array,
  { weights, rise }: Hyperplane,
  { range, move }: { readonly range: readonly [number, number]; readonly move: Float64Array },
): void {
  let left = Math.abs(rise);
  for (const key of byFallingSize(weights)) {
    const k = key % 2 ** 22;
    const weight = Math.sign(rise) * weights[k]!;
    if (left <= 0 || weight === 0) return;
    const by = Math.min(room(x[k]!, weight > 0, range), left / Math.abs(weight));
    move[k] = Math.sign(weight) * by;
    left -= by * Math.abs(weight);
  }
}
