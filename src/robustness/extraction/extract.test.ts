import { expect, test } from "vitest";
import { network, randomLayers } from "../testing/networks.ts";
import { randomOf } from "../random.ts";
import { extract, extractionParameters } from "./extract.ts";

const size = 12;

function inputsOf(count: number, seed: number) {
  const random = randomOf(seed);
  return {
    data: Float32Array.from({ length: count * size }, () => random.uniform()),
    shape: [count, size],
  };
}

const victim = () => network({ inputShape: [size], layers: randomLayers([size, 24, 4], 5) });

test("a copy agrees more with every budget, and far beyond chance", async () => {
  const model = victim();
  const parameters = extractionParameters.parse({ budgets: [1000, 50], hidden: 32 });
  const { points, chance } = await extract(
    model,
    { pool: inputsOf(1000, 1), test: inputsOf(300, 2), random: randomOf(3) },
    parameters,
  );
  expect(points.map(({ queries }) => queries)).toEqual([50, 1000]);
  expect(points[1]!.agreement).toBeGreaterThan(points[0]!.agreement);
  expect(points[1]!.agreement).toBeGreaterThan(0.85);
  expect(chance).toBeLessThan(0.85);
  // What the comparison asks is no part of the budget.
  expect(model.queries).toBe(1300);
});

test("moved inputs stretch a small pool; labels alone are enough", async () => {
  const parameters = extractionParameters.parse({
    budgets: [400],
    strategy: "jacobian",
    labelsOnly: true,
  });
  const { points } = await extract(
    victim(),
    { pool: inputsOf(40, 1), test: inputsOf(300, 2), random: randomOf(3) },
    parameters,
  );
  expect(points[0]!.queries).toBe(400);
  expect(points[0]!.agreement).toBeGreaterThan(0.6);
});

test("a pool that is too small is told", async () => {
  const { points, notes } = await extract(
    victim(),
    { pool: inputsOf(60, 1), test: inputsOf(50, 2), random: randomOf(3) },
    extractionParameters.parse({ budgets: [50, 100, 200] }),
  );
  expect(points.map(({ queries }) => queries)).toEqual([50, 60]);
  expect(notes).toHaveLength(1);
});
