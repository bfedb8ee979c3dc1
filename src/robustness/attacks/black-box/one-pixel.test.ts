import fc from "fast-check";
import { expect, test } from "vitest";
import { sliceOf } from "../../batch.ts";
import { randomOf } from "../../random.ts";
import { network, randomLayers } from "../../testing/networks.ts";
import { distance } from "../distance.ts";
import { onePixel } from "./one-pixel.ts";
import { inputsOf, labelsOf } from "./testing.ts";

test("changes as many pixels as it may, within range and budget, and only what wins", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom([3, 6, 6], [6, 6, 3], [5, 7]),
      fc.integer({ min: 0, max: 500 }),
      fc.integer({ min: 0, max: 200 }),
      fc.integer({ min: 1, max: 3 }),
      async (shape, seed, maxQueries, pixels) => {
        const size = shape.reduce((product, length) => product * length, 1);
        const model = network({ inputShape: shape, layers: randomLayers([size, 8, 3], seed) });
        const inputs = inputsOf(shape, 3, { seed });
        const labels = await labelsOf(model, inputs);
        const before = model.queries;
        const parameters = onePixel.parameters.parse({ pixels, population: 20 });
        const given = { inputs, labels, random: randomOf(seed), first: 0, maxQueries };
        const result = await onePixel.run(model, given, parameters);
        expect(Math.max(...result.queries)).toBeLessThanOrEqual(maxQueries);
        expect(model.queries - before).toBe(result.queries.reduce((sum, one) => sum + one, 0));
        const found = await labelsOf(model, result.adversarial);
        for (let item = 0; item < 3; item++) {
          const [from, to] = [inputs, result.adversarial].map(
            (batch) => sliceOf(batch, item, item + 1).data,
          );
          const far = distance(from!, to!, "l0");
          expect(far).toBeLessThanOrEqual(pixels * (shape.length === 3 ? 3 : 1));
          if (far > 0) expect(found[item]).not.toBe(labels[item]);
          expect(to!.every((value) => value >= 0 && value <= 1)).toBe(true);
        }
      },
    ),
    { numRuns: 25 },
  );
});

test("finds the one pixel that decides, and gives the same item by item", async () => {
  // The second class wins where pixel 17 is above 0.9.
  const weights = new Float32Array(2 * 36);
  weights[36 + 17] = 1;
  const model = network({
    inputShape: [1, 6, 6],
    layers: [{ weights, bias: Float32Array.of(0.9, 0) }],
  });
  const inputs = inputsOf([1, 6, 6], 4, { seed: 1, within: [0, 0.8] });
  const labels = await labelsOf(model, inputs);
  const parameters = onePixel.parameters.parse({});
  const whole = await onePixel.run(
    model,
    { inputs, labels, random: randomOf(0), first: 0 },
    parameters,
  );
  expect(await labelsOf(model, whole.adversarial)).toEqual(Int32Array.of(1, 1, 1, 1));
  const alone = await onePixel.run(
    model,
    {
      inputs: sliceOf(inputs, 2, 3),
      labels: labels.subarray(2, 3),
      random: randomOf(0),
      first: 2,
    },
    parameters,
  );
  expect(alone.adversarial.data).toEqual(sliceOf(whole.adversarial, 2, 3).data);
});
