// The direction in which a linear function grows fastest for a step of length 1, by norm.
import type { Ball, BallNorm } from "./project.ts";

/** The share of elements that a step in L1 moves (Tramèr & Boneh 2019, arXiv:1904.13000). */
const sparse = 0.01;

/** The k-th largest |value|, from 1. */
export function kthLargest(values: Float32Array, k: number): number {
  const size = Float32Array.from(values, (value) => (Number.isNaN(value) ? 0 : Math.abs(value)));
  if (k === 1) {
    let most = 0;
    for (const value of size) if (value > most) most = value;
    return most;
  }
  return size.sort()[size.length - k] ?? 0;
}

function steepestL1(gradient: Float32Array, into: Float32Array, share: number): void {
  const wanted = Math.max(1, Math.floor(share * gradient.length));
  const least = kthLargest(gradient, wanted);
  into.fill(0);
  if (least === 0 && kthLargest(gradient, 1) === 0) return;
  // Of equal ones the first are taken, so that never more than wanted move.
  let left = wanted;
  for (const above of [true, false]) {
    for (let k = 0; k < gradient.length && left > 0; k++) {
      const size = Math.abs(gradient[k]!);
      if (size === 0 || !(above ? size > least : size === least)) continue;
      into[k] = Math.sign(gradient[k]!);
      left--;
    }
  }
  const moved = wanted - left;
  if (moved > 0) for (let k = 0; k < into.length; k++) into[k] = into[k]! / moved;
}

/**
 * Writes the direction of one item into `into` (which may be the gradient itself): signs for L∞, the
 * gradient at length 1 for L2, equal moves of the elements with the largest gradients for L1. Zero where
 * the gradient is zero or no number.
 */
export function steepest(
  gradient: Float32Array,
  into: Float32Array,
  { norm, share = sparse }: { readonly norm: BallNorm; readonly share?: number },
): void {
  if (norm === "linf") {
    for (let k = 0; k < gradient.length; k++) {
      const value = gradient[k]!;
      into[k] = value > 0 ? 1 : value < 0 ? -1 : 0;
    }
    return;
  }
  if (norm === "l1") {
    steepestL1(gradient.slice(), into, share);
    return;
  }
  // Scaled by the largest first: squares of tiny gradients would vanish, those of huge ones overflow.
  const most = kthLargest(gradient, 1);
  let sum = 0;
  for (const value of gradient) sum += (value / most) ** 2;
  const length = most * Math.sqrt(sum);
  const usable = length > 0 && Number.isFinite(length);
  for (let k = 0; k < gradient.length; k++) into[k] = usable ? gradient[k]! / length : 0;
}

/** Moves x, in place, to where a linear function of this gradient is greatest in the L1 ball around x, cut by the range. */
export function farthestL1(x: Float32Array, gradient: Float32Array, { eps, range }: Ball): void {
  const [least, most] = range;
  const order = Uint32Array.from(gradient, (_, k) => k);
  order.sort((a, b) => Math.abs(gradient[b]!) - Math.abs(gradient[a]!) || a - b);
  let left = eps;
  for (const k of order) {
    const slope = gradient[k]!;
    if (left <= 0 || slope === 0) return;
    if (Number.isNaN(slope)) continue;
    const room = slope > 0 ? most - x[k]! : x[k]! - least;
    const by = Math.min(left, Math.max(0, room));
    x[k] = x[k]! + Math.sign(slope) * by;
    left -= by;
  }
}
