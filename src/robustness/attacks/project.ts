// Projections onto a ball around the original input, cut by the valid range. What comes out keeps to both as float32.
import { distance } from "./distance.ts";

/** Norms whose balls are convex. */
export type BallNorm = "linf" | "l2" | "l1";

/** Where an attack may go: within `eps` of the origin, in the units of the inputs, and within the range. */
export interface Ball {
  readonly norm: BallNorm;
  readonly eps: number;
  readonly range: readonly [least: number, most: number];
}

/** What rounding to float32 may add to eps: the share that results are allowed to exceed it by. */
const slack = 1e-6;

const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);

/** The next float32 towards `origin`. */
function nearer(value: number, origin: number): number {
  const up = origin > value;
  float[0] = value;
  if (value === 0) bits[0] = up ? 1 : -0x7fffffff;
  else bits[0] = bits[0]! + (value > 0 === up ? 1 : -1);
  return float[0];
}

/** The float32 furthest from the origin in the direction of `by` that is still within eps. */
function edge(origin: number, by: number, eps: number): number {
  let value = Math.fround(origin + by);
  while (Math.abs(value - origin) > eps * (1 + slack)) value = nearer(value, origin);
  return value;
}

/** Cuts every element to the range; what is no number becomes the origin's. In place. */
export function clip(
  x: Float32Array,
  origin: Float32Array,
  [least, most]: readonly [number, number],
): void {
  for (let k = 0; k < x.length; k++) {
    const value = x[k]!;
    if (value < least) x[k] = least;
    else if (value > most) x[k] = most;
    else if (Number.isNaN(value)) x[k] = origin[k]!;
  }
}

function projectLinf(x: Float32Array, origin: Float32Array, ball: Ball): void {
  const { eps, range } = ball;
  const [least, most] = range;
  // As float32, so that the edge is to the bit where tools that compute in float32 have it.
  const single = Math.fround(eps);
  for (let k = 0; k < x.length; k++) {
    const from = origin[k]!;
    let value = x[k]!;
    const by = value - from;
    if (by > eps) value = edge(from, single, eps);
    else if (by < -eps) value = edge(from, -single, eps);
    else if (Number.isNaN(value)) value = from;
    if (value < least) value = least;
    else if (value > most) value = most;
    x[k] = value;
  }
}

/** Puts x at origin + scale × move, with a scale so much smaller that the float32 result is within eps. */
function settle(x: Float32Array, origin: Float32Array, at: Ball & { move: Float64Array }): void {
  const { norm, eps, move } = at;
  let scale = 1;
  for (let attempt = 0; attempt < 12; attempt++) {
    for (let k = 0; k < x.length; k++) x[k] = origin[k]! + scale * move[k]!;
    const far = distance(x, origin, norm);
    if (far <= eps * (1 + slack)) return;
    scale *= (eps / far) * (1 - 1e-7 * 4 ** attempt);
  }
  x.set(origin);
}

/** Radially. A point of the range stays in it, since the way back to the origin does. */
function projectL2(x: Float32Array, origin: Float32Array, ball: Ball): void {
  clip(x, origin, ball.range);
  const far = distance(x, origin, "l2");
  if (far <= ball.eps * (1 + slack)) return;
  const scale = ball.eps / far;
  const move = new Float64Array(x.length);
  for (let k = 0; k < x.length; k++) move[k] = scale * (x[k]! - origin[k]!);
  settle(x, origin, { ...ball, move });
}

/**
 * How much every |move| must shrink so that Σ min(max(|move| − shrink, 0), room) = eps: the exact threshold
 * of Duchi et al. (2008), with a box that of Croce & Hein (2021, arXiv:2103.01208). The sum falls in
 * straight pieces, so Newton's method, kept between bounds, meets the root after a few pieces.
 */
function shrinkage(size: Float64Array, room: Float64Array, eps: number): number {
  let low = 0;
  let high = 0;
  for (const one of size) if (one > high) high = one;
  let shrink = 0;
  for (let round = 0; round < 200; round++) {
    let sum = 0;
    let falling = 0;
    for (let k = 0; k < size.length; k++) {
      const left = size[k]! - shrink;
      if (left <= 0) continue;
      if (left > room[k]!) sum += room[k]!;
      else {
        sum += left;
        falling++;
      }
    }
    if (round === 0 && sum <= eps) return 0;
    if (sum > eps) low = shrink;
    else high = shrink;
    const straight = shrink + (sum - eps) / falling;
    const next = straight >= low && straight <= high ? straight : (low + high) / 2;
    if (next === shrink || Math.abs(sum - eps) <= 1e-14 * eps) return shrink;
    shrink = next;
  }
  return high;
}

/** The nearest point in L2 of the L1 ball cut by the range, exactly. */
function projectL1(x: Float32Array, origin: Float32Array, ball: Ball): void {
  const [least, most] = ball.range;
  let inside = true;
  let sum = 0;
  for (let k = 0; k < x.length; k++) {
    const value = x[k]!;
    if (!(value >= least && value <= most)) inside = false;
    sum += Math.abs(value - origin[k]!);
  }
  if (inside && sum <= ball.eps * (1 + slack)) return;
  const size = new Float64Array(x.length);
  const room = new Float64Array(x.length);
  for (let k = 0; k < x.length; k++) {
    const by = x[k]! - origin[k]!;
    size[k] = Number.isNaN(by) ? 0 : Math.abs(by);
    room[k] = Math.max(0, by > 0 ? most - origin[k]! : origin[k]! - least);
  }
  const shrink = shrinkage(size, room, ball.eps);
  for (let k = 0; k < x.length; k++) {
    const left = Math.min(Math.max(size[k]! - shrink, 0), room[k]!);
    size[k] = x[k]! > origin[k]! ? left : -left;
  }
  settle(x, origin, { ...ball, move: size });
  clip(x, origin, ball.range);
}

/**
 * Moves one input, in place, to a point that is within eps of its origin and within the range: for L∞ and
 * L1 the nearest such point, for L2 by cutting to the range first and shortening the way then. What is no
 * number becomes the origin's. The float32 result exceeds eps by a share of 1e-6 at most.
 */
export function project(x: Float32Array, origin: Float32Array, ball: Ball): void {
  if (ball.norm === "linf") projectLinf(x, origin, ball);
  else if (ball.norm === "l2") projectL2(x, origin, ball);
  else projectL1(x, origin, ball);
}

/** Projects every item of a batch, in place. `size` is the elements of one. */
export function projectAll(
  x: Float32Array,
  origin: Float32Array,
  ball: Ball & { readonly size: number },
): void {
  const { size, norm } = ball;
  if (norm === "linf") {
    projectLinf(x, origin, ball);
    return;
  }
  for (let at = 0; at < x.length; at += size) {
    project(x.subarray(at, at + size), origin.subarray(at, at + size), ball);
  }
}
