import fc from "fast-check";
import { expect, test } from "vitest";
import { countFor, distanceOf, rateOf, spreadOf } from "./statistics.ts";

// The values that R's binom::binom.confint(method = "wilson") documents and prop.test(correct = FALSE) gives.
test.each([
  [0, 10, 0, 0.2775],
  [5, 10, 0.2366, 0.7634],
  [10, 10, 0.7225, 1],
  [81, 263, 0.2553, 0.3662],
])("%i of %i lie between %f and %f (Wilson)", (hits, count, low, high) => {
  const rate = rateOf(hits, count);
  expect(rate.low).toBeCloseTo(low, 4);
  expect(rate.high).toBeCloseTo(high, 4);
});

test("an interval holds its share and stays within 0 and 1", () => {
  fc.assert(
    fc.property(fc.nat({ max: 5000 }), fc.nat({ max: 5000 }), (a, b) => {
      const count = a + b;
      const { value, low, high } = rateOf(a, count);
      expect(low).toBeGreaterThanOrEqual(0);
      expect(high).toBeLessThanOrEqual(1);
      if (count > 0) expect(low <= value && value <= high).toBe(true);
    }),
  );
});

test("so many inputs are enough, and fewer are not", () => {
  for (const half of [0.01, 0.03, 0.05]) {
    const count = countFor(half);
    const { low, high } = rateOf(count / 2, count);
    expect((high - low) / 2).toBeLessThanOrEqual(half + 1e-4);
    const fewer = rateOf(count * 0.45, count * 0.9);
    expect((fewer.high - fewer.low) / 2).toBeGreaterThan(half);
  }
});

test("spreads", () => {
  expect(spreadOf([])).toEqual({ mean: 0, median: 0, max: 0 });
  expect(spreadOf([4, 1, 7])).toEqual({ mean: 4, median: 4, max: 7 });
  expect(spreadOf([4, 1, 7, 2]).median).toBe(3);
});

test("distances in every norm, and what is no number is far away", () => {
  const at = Float32Array.of(0, 0, 0, 0);
  expect(distanceOf(at, Float32Array.of(3, 0, -4, 0))).toEqual({ linf: 4, l2: 5, l1: 7, l0: 2 });
  expect(distanceOf(at, at)).toEqual({ linf: 0, l2: 0, l1: 0, l0: 0 });
  expect(distanceOf(at, Float32Array.of(0, Number.NaN, 0, 0)).linf).toBe(Infinity);
});
