// What holds for every attack that needs answers only.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sliceOf } from "../../batch.ts";
import type { Classifier } from "../../classifier.ts";
import { randomOf } from "../../random.ts";
import { network, randomLayers } from "../../testing/networks.ts";
import type { AttackInput, AttackResult } from "../define.ts";
import { distance } from "../distance.ts";
import { blackBoxAttacks } from "./registry.ts";
import { inputsOf, labelsOf } from "./testing.ts";

type Run = (model: Classifier, input: AttackInput, parameters: unknown) => Promise<AttackResult>;

const shapes = [[1, 5, 5], [4, 6, 3], [9], [1], [2, 3, 2, 2]] as const;

// One-pixel is for pictures only, and too weak for what is asked of the others: it has a test of its own.
const tested = blackBoxAttacks.filter(({ meta }) => meta.id !== "one-pixel");

describe.each(tested.map((attack) => [attack.meta.id, attack] as const))("%s", (_, attack) => {
  const run = attack.run as unknown as Run;
  const { meta } = attack;

  test("says what its parameters are, and has a value for each", () => {
    const { shape } = attack.parameters as unknown as {
      shape: Record<string, { description?: string }>;
    };
    for (const field of Object.values(shape)) expect(field.description).toMatch(/\w/);
    expect(() => attack.parameters.parse({})).not.toThrow();
    expect(() => attack.parameters.parse({ unknown: 1 })).toThrow("unknown");
  });

  test("keeps to range, ball and budget, whatever the shape, the range and the seed", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...shapes),
        fc.integer({ min: 0, max: 500 }),
        fc.integer({ min: 0, max: 90 }),
        fc.constantFrom([0, 1] as const, [-1, 2] as const, [-Infinity, Infinity] as const),
        async (shape, seed, maxQueries, range) => {
          const size = shape.reduce((product: number, length) => product * length, 1);
          const layers = randomLayers([size, 8, 3], seed);
          const model = network({ inputShape: shape, layers, range });
          const inputs = inputsOf(shape, 2, { seed: seed });
          const labels = await labelsOf(model, inputs);
          const before = model.queries;
          const given = meta.kind === "bounded" ? { eps: 0.07, queries: 70 } : { queries: 70 };
          const result = await run(
            model,
            { inputs, labels, random: randomOf(seed), first: 0, maxQueries },
            attack.parameters.parse(given),
          );
          expect(Math.max(...result.queries)).toBeLessThanOrEqual(Math.min(70, maxQueries));
          expect(model.queries - before).toBe(result.queries.reduce((sum, one) => sum + one, 0));
          for (const value of result.adversarial.data) {
            expect(value).toBeGreaterThanOrEqual(range[0]);
            expect(value).toBeLessThanOrEqual(range[1]);
            expect(value).not.toBeNaN();
          }
          if (meta.kind !== "bounded") return;
          const far = distance(result.adversarial.data, inputs.data, "linf");
          expect(far).toBeLessThanOrEqual(0.07 * (1 + 1e-6));
        },
      ),
      { numRuns: 40 },
    );
  });

  test("finds what is near: most of a small network's answers are changed", async () => {
    const model = network({ inputShape: [1, 5, 5], layers: randomLayers([25, 16, 3], 6) });
    const inputs = inputsOf([1, 5, 5], 8, { seed: 3 });
    const labels = await labelsOf(model, inputs);
    const given = meta.kind === "bounded" ? { eps: 0.4, queries: 2000 } : { queries: 2000 };
    const result = await run(
      model,
      { inputs, labels, random: randomOf(0), first: 0 },
      attack.parameters.parse(given),
    );
    const found = await labelsOf(model, result.adversarial);
    expect(found.filter((label, item) => label !== labels[item]).length).toBeGreaterThanOrEqual(6);
  });

  test("how items are batched changes nothing, and neither does a strange model", async () => {
    const model = network({ inputShape: [1, 5, 5], layers: randomLayers([25, 16, 3], 6) });
    const inputs = inputsOf([1, 5, 5], 4, { seed: 3 });
    const labels = await labelsOf(model, inputs);
    const parameters = attack.parameters.parse({ queries: 120 });
    const whole = await run(model, { inputs, labels, random: randomOf(2), first: 3 }, parameters);
    for (let item = 0; item < 4; item++) {
      const alone = await run(
        model,
        {
          inputs: sliceOf(inputs, item, item + 1),
          labels: labels.subarray(item, item + 1),
          random: randomOf(2),
          first: 3 + item,
        },
        parameters,
      );
      expect(alone.adversarial.data).toEqual(sliceOf(whole.adversarial, item, item + 1).data);
      expect(alone.queries[0]).toBe(whole.queries[item]);
    }
    const silent: Classifier = {
      ...model,
      predict: async (batch) => new Float32Array(batch.shape[0]! * 3).fill(Number.NaN),
    };
    const nothing = await run(
      silent,
      { inputs, labels, random: randomOf(2), first: 0 },
      parameters,
    );
    expect(nothing.notes?.[0]).toMatch("NaN");
    expect(nothing.adversarial.data.includes(Number.NaN)).toBe(false);
  });
});
