import fc from "fast-check";
import { expect, test } from "vitest";
import { distance } from "./distance.ts";
import { project, type BallNorm } from "./project.ts";
import { steepest } from "./step.ts";

const balls = ["linf", "l2", "l1"] as const;
const float = (min: number, max: number): fc.Arbitrary<number> =>
  fc.float({ min: Math.fround(min), max: Math.fround(max), noNaN: true });

/** Origin within the range, a point anywhere, and a radius. */
const problem = fc
  .record({
    norm: fc.constantFrom<BallNorm>(...balls),
    eps: fc.double({ min: 1e-4, max: 20, noNaN: true }),
    scale: fc.constantFrom(1, 255),
    pairs: fc.array(fc.tuple(float(0, 1), float(-3, 3)), { minLength: 1, maxLength: 40 }),
  })
  .map(({ norm, eps, scale, pairs }) => ({
    ball: { norm, eps: eps * scale, range: [0, scale] as const },
    origin: Float32Array.from(pairs, ([at]) => at * scale),
    x: Float32Array.from(pairs, ([, at]) => at * scale),
  }));

test("what is projected is in the ball and in the range, as float32", () => {
  fc.assert(
    fc.property(problem, ({ ball, origin, x }) => {
      project(x, origin, ball);
      expect(distance(x, origin, ball.norm)).toBeLessThanOrEqual(ball.eps * (1 + 1e-6));
      for (const value of x) {
        expect(value).toBeGreaterThanOrEqual(ball.range[0]);
        expect(value).toBeLessThanOrEqual(ball.range[1]);
      }
    }),
  );
});

test("what is inside already stays as it is", () => {
  fc.assert(
    fc.property(problem, ({ ball, origin, x }) => {
      project(x, origin, ball);
      const again = x.slice();
      project(again, origin, ball);
      expect(again).toEqual(x);
    }),
  );
});

test("the L1 projection is the nearest point: no other point of the ball is nearer", () => {
  fc.assert(
    fc.property(problem, fc.array(float(-1, 1), { minLength: 40, maxLength: 40 }), (p, moves) => {
      const ball = { ...p.ball, norm: "l1" as const };
      const before = p.x.slice();
      project(p.x, p.origin, ball);
      const other = p.x.map((value, k) => value + 0.05 * ball.range[1] * moves[k]!);
      project(other, p.origin, ball);
      const size = distance(before, p.origin, "l2");
      expect(distance(before, p.x, "l2")).toBeLessThanOrEqual(
        distance(before, other, "l2") + 1e-5 * size,
      );
    }),
  );
});

test("soft thresholding by hand: (3, 1, −2) onto the L1 ball of radius 3", () => {
  const x = Float32Array.of(3, 1, -2);
  project(x, new Float32Array(3), { norm: "l1", eps: 3, range: [-10, 10] });
  expect([...x]).toEqual([2, 0, -1]);
});

test("tiny radii beside large values are kept in spite of rounding", () => {
  const origin = Float32Array.of(0.999, 0.3, 0.0001, 0.5);
  for (const norm of balls) {
    for (const eps of [1e-3, 1e-5, 3e-8, 1e-9]) {
      const x = Float32Array.of(2, -2, 2, -1);
      project(x, origin, { norm, eps, range: [0, 1] });
      expect(distance(x, origin, norm)).toBeLessThanOrEqual(eps * (1 + 1e-6));
    }
  }
});

test("what is no number becomes the origin's", () => {
  for (const norm of balls) {
    const x = Float32Array.of(Number.NaN, 5);
    project(x, Float32Array.of(0.25, 0.5), { norm, eps: 0.1, range: [0, 1] });
    expect(x[0]).toBe(0.25);
    expect(x[1]).toBeCloseTo(0.6, 6);
  }
});

test("a step has length 1 in its norm, also for tiny gradients, and none without a gradient", () => {
  const gradient = Float32Array.from({ length: 250 }, (_, k) => Math.sin(k) * 1e-30);
  for (const norm of balls) {
    const step = new Float32Array(250);
    steepest(gradient, step, { norm });
    expect(distance(step, new Float32Array(250), norm)).toBeCloseTo(1, 5);
    steepest(new Float32Array(250), step, { norm });
    expect(step.every((value) => value === 0)).toBe(true);
    steepest(new Float32Array(250).fill(Number.NaN), step, { norm });
    expect(step.every((value) => value === 0)).toBe(true);
  }
});
