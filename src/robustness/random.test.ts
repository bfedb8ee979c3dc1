import { expect, test } from "vitest";
import { randomOf } from "./random.ts";

test("a seed repeats its numbers, another does not", () => {
  const draw = (seed: number): readonly number[] => {
    const random = randomOf(seed);
    return Array.from({ length: 8 }, () => random.uniform());
  };
  expect(draw(1)).toEqual(draw(1));
  expect(draw(1)).not.toEqual(draw(2));
});

test("uniform and gaussian have the moments that they should", () => {
  const random = randomOf(7);
  const count = 50_000;
  const uniform = Array.from({ length: count }, () => random.uniform());
  const gaussian = Array.from({ length: count }, () => random.gaussian());
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  expect(mean(uniform)).toBeCloseTo(0.5, 2);
  expect(mean(uniform.map((value) => value * value))).toBeCloseTo(1 / 3, 2);
  expect(mean(gaussian)).toBeCloseTo(0, 1);
  expect(mean(gaussian.map((value) => value * value))).toBeCloseTo(1, 1);
});

test("a fork does not depend on what was drawn before", () => {
  const one = randomOf(3);
  const other = randomOf(3);
  other.uniform();
  expect(one.fork(5).uniform()).toBe(other.fork(5).uniform());
  expect(one.fork(5).uniform()).not.toBe(one.fork(6).uniform());
});
