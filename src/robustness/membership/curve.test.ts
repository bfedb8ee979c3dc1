import { expect, test } from "vitest";
import { randomOf } from "../random.ts";
import { separate } from "./curve.ts";

function scores(count: number, mean: number, seed: number): Float64Array {
  const random = randomOf(seed);
  return Float64Array.from({ length: count }, () => mean + random.gaussian());
}

test("groups that do not differ give one half, and the interval holds it", () => {
  const { auc, aucInterval, balancedAccuracy } = separate(scores(2000, 0, 1), scores(2000, 0, 2));
  expect(auc).toBeCloseTo(0.5, 1);
  expect(aucInterval[0]).toBeLessThan(0.5);
  expect(aucInterval[1]).toBeGreaterThan(0.5);
  expect(balancedAccuracy).toBeCloseTo(0.5, 1);
});

test("a difference of one deviation is Φ(1/√2), and its best threshold Φ(1/2)", () => {
  const { auc, balancedAccuracy } = separate(scores(20_000, 1, 1), scores(20_000, 0, 2));
  expect(auc).toBeCloseTo(0.7602, 2);
  expect(balancedAccuracy).toBeCloseTo(0.6915, 2);
});

test("equal scores are worth one half; few others tell no small rate", () => {
  const { auc, truePositiveRate } = separate(Float64Array.of(1, 1, 0), Float64Array.of(1, 0, 0));
  expect(auc).toBeCloseTo((2 * 0.5 + 2 * 2 + 2 * 0.5) / 9, 10);
  expect(truePositiveRate).toEqual({ at1: undefined, at01: undefined });
});

test("a rate is told at the share of others that it accuses", () => {
  const others = Float64Array.from({ length: 200 }, (_, at) => at);
  // Two of two hundred may be accused: the members above the third greatest are found.
  expect(separate(Float64Array.of(197.5, 198.5, 0, 300), others).truePositiveRate.at1).toBe(0.75);
});
