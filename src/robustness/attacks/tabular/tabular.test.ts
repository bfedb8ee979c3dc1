import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sliceOf, type Batch } from "../../batch.ts";
import type { Classifier } from "../../classifier.ts";
import { randomOf } from "../../random.ts";
import { network, randomLayers } from "../../testing/networks.ts";
import { labelsOf, labelsOnly } from "../black-box/testing.ts";
import type { AnyAttack, AttackInput, AttackResult } from "../define.ts";
import { tabularAttacks } from "./index.ts";
import { tableSchema } from "./schema.ts";
import { costOf, intoSpace, spaceAround, tableOf } from "./space.ts";

// Ten columns: age only grows, sex never changes, income in hundreds, three shares that add up to 1,
// a job of three values, and a debt that is at most the income.
const schema = tableSchema.parse({
  features: [
    { name: "age", kind: "integer", range: [18, 90], change: "up" },
    { name: "sex", kind: "integer", range: [0, 1], change: "never" },
    { name: "income", range: [0, 5000], step: 100, weight: 2 },
    { name: "a", range: [0, 1] },
    { name: "b", range: [0, 1] },
    { name: "c", range: [0, 1] },
    { name: "job", kind: "one-hot", values: 3 },
    { name: "debt", range: [0, 5000] },
  ],
  relations: [
    { kind: "sum", of: ["a", "b", "c"], total: 1 },
    { kind: "at-most", less: "debt", greater: "income" },
  ],
});
const range = [0, 5000] as const;
const scales = [72, 1, 5000, 1, 1, 1, 1, 1, 1, 5000];

function rows(count: number, seed: number): Batch {
  const random = randomOf(seed);
  const data = new Float32Array(count * 10);
  for (let item = 0; item < count; item++) {
    const row = data.subarray(item * 10, item * 10 + 10);
    row[0] = 18 + random.below(73);
    row[1] = random.below(2);
    row[2] = 100 * random.below(51);
    const [a, b] = [random.uniform() / 2, random.uniform() / 2];
    row.set([a, b, 1 - a - b], 3);
    row[6 + random.below(3)] = 1;
    row[9] = random.uniform() * row[2];
  }
  return { data, shape: [count, 10] };
}

/** A random network over the columns brought to one scale. */
function scaled(seed: number): ReturnType<typeof network> {
  const layers = [...randomLayers([10, 12, 3], seed)];
  const first = layers[0]!;
  layers[0] = {
    ...first,
    weights: first.weights.map((weight, k) => (3 * weight) / scales[k % 10]!),
  };
  return network({ inputShape: [10], layers, range });
}

function expectFeasible(row: Float32Array, original: Float32Array): void {
  const near = (value: number, wanted: number): void =>
    expect(Math.abs(value - wanted)).toBeLessThan(1e-4 * Math.max(1, Math.abs(wanted)));
  expect(Number.isInteger(row[0])).toBe(true);
  expect(row[0]).toBeGreaterThanOrEqual(original[0]!);
  expect(row[0]).toBeLessThanOrEqual(90);
  expect(row[1]).toBe(original[1]);
  expect(row[2]! % 100).toBe(0);
  expect(row[2]).toBeLessThanOrEqual(5000);
  near(row[3]! + row[4]! + row[5]!, 1);
  expect([...row.subarray(6, 9)].sort()).toEqual([0, 0, 1]);
  expect(row[9]).toBeLessThanOrEqual(row[2]!);
  for (const value of row) expect(value).toBeGreaterThanOrEqual(0);
}

async function run(
  attack: AnyAttack,
  model: Classifier,
  given: AttackInput & { readonly parameters?: object },
): Promise<AttackResult> {
  const { parameters, ...input } = given;
  const all = attack.parameters.parse({ ...schema, ...parameters });
  return await attack.run(model as never, input, all as never);
}

test("what is brought into the space is feasible, and what is feasible stays as it is", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1000 }),
      fc.array(fc.float({ min: -6000, max: 6000 }), { minLength: 10, maxLength: 10 }),
      (seed, values) => {
        const original = rows(1, seed).data;
        const table = tableOf(schema, { size: 10, range });
        const space = spaceAround(table, original, 1);
        const inside = intoSpace(Float32Array.from(values), space);
        expectFeasible(inside, original);
        expect(intoSpace(original, space)).toEqual(original);
        expect(costOf(original, space)).toBe(0);
        const again = intoSpace(inside, space);
        for (const [k, value] of again.entries()) {
          expect(Math.abs(value - inside[k]!)).toBeLessThan(1e-3 * scales[k]!);
        }
      },
    ),
    { numRuns: 300 },
  );
});

describe.each(tabularAttacks.map((attack) => [attack.meta.id, attack] as const))(
  "%s",
  (_, attack) => {
    test("keeps to schema and budget", async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 0, max: 1000 }),
          fc.integer({ min: 0, max: 300 }),
          async (seed, maxQueries) => {
            const model = scaled(seed);
            const inputs = rows(3, seed);
            const labels = await labelsOf(model, inputs);
            const before = model.queries;
            const result = await run(attack, model, {
              inputs,
              labels,
              random: randomOf(seed),
              first: 0,
              maxQueries,
            });
            expect(Math.max(...result.queries)).toBeLessThanOrEqual(maxQueries);
            expect(model.queries - before).toBe(result.queries.reduce((sum, one) => sum + one, 0));
            for (let item = 0; item < 3; item++) {
              expectFeasible(
                sliceOf(result.adversarial, item, item + 1).data,
                sliceOf(inputs, item, item + 1).data,
              );
            }
          },
        ),
        { numRuns: 25 },
      );
    });

    test("wins most rows, and how they are batched changes nothing", async () => {
      const model = scaled(4);
      const inputs = rows(10, 2);
      const labels = await labelsOf(model, inputs);
      const whole = await run(attack, model, { inputs, labels, random: randomOf(0), first: 5 });
      const found = await labelsOf(model, whole.adversarial);
      expect(found.filter((label, item) => label !== labels[item]).length).toBeGreaterThanOrEqual(
        8,
      );
      for (let item = 0; item < 10; item += 5) {
        const part = await run(attack, model, {
          inputs: sliceOf(inputs, item, item + 5),
          labels: labels.subarray(item, item + 5),
          random: randomOf(0),
          first: 5 + item,
        });
        expect(part.adversarial.data).toEqual(sliceOf(whole.adversarial, item, item + 5).data);
        expect(part.queries).toEqual(whole.queries.slice(item, item + 5));
      }
    });

    test("on a linear model the change is near the least that there is", async () => {
      // Four free columns in 0..1 and the boundary at a distance of 0.3 along (2, 1, 0, −2) / 3.
      const weights = [2, 1, 0, -2];
      const model = network({
        inputShape: [4],
        layers: [
          {
            weights: Float32Array.from([...weights.map((w) => -w), ...weights]),
            bias: Float32Array.of(0.5 + 0.9, -0.5 - 0.9),
          },
        ],
      });
      const inputs = { data: new Float32Array(4).fill(0.5), shape: [1, 4] };
      const result = await run(attack, model, {
        inputs,
        labels: Int32Array.of(0),
        random: randomOf(0),
        first: 0,
        parameters: { features: undefined, relations: [] },
      });
      const change = result.adversarial.data.map((value) => value - 0.5);
      expect(await labelsOf(model, result.adversarial)).toEqual(Int32Array.of(1));
      expect(Math.hypot(...change)).toBeGreaterThanOrEqual(0.2999);
      // One column alone reaches it with 0.45: what a greedy search finds.
      expect(Math.hypot(...change)).toBeLessThanOrEqual(
        attack.meta.access === "gradient" ? 0.33 : 0.46,
      );
    });

    test("names what does not fit", async () => {
      const model = scaled(1);
      const inputs = rows(1, 0);
      const input = { inputs, labels: Int32Array.of(0), random: randomOf(0), first: 0 };
      await expect(
        run(attack, model, { ...input, parameters: { features: [{ name: "a" }], relations: [] } }),
      ).rejects.toMatchObject({ code: "data-invalid" });
      await expect(
        run(attack, model, {
          ...input,
          parameters: { relations: [{ kind: "at-most", less: "gone", greater: "age" }] },
        }),
      ).rejects.toThrow("gone");
      expect(() => attack.parameters.parse({ features: [{ range: [1, 0] }] })).toThrow("less");
      expect(() => attack.parameters.parse({ features: [{ kind: "one-hot" }] })).toThrow("values");
    });
  },
);

test("a forest, whose scores are flat, and a model of labels fall to the search", async () => {
  const search = tabularAttacks.find(({ meta }) => meta.id === "tabular-search")!;
  // Two trees: young or rich by a, debt by job.
  const forest: Classifier = {
    ...scaled(0),
    answers: "probabilities",
    classes: 2,
    predict: async ({ data, shape }) => {
      const scores = new Float32Array(shape[0]! * 2);
      for (let item = 0; item < shape[0]!; item++) {
        const row = data.subarray(item * 10, item * 10 + 10);
        const votes =
          (row[0]! > 60 && row[3]! > 0.7 ? 1 : 0) + (row[8] === 1 && row[9]! > 400 ? 1 : 0);
        scores.set([1 - votes / 2 - 0.1, votes / 2 + 0.1], item * 2);
      }
      return scores;
    },
  };
  const inputs: Batch = {
    data: Float32Array.of(30, 1, 1000, 0.2, 0.3, 0.5, 1, 0, 0, 100),
    shape: [1, 10],
  };
  for (const model of [forest, labelsOnly(forest)]) {
    const result = await run(search, model, {
      inputs,
      labels: Int32Array.of(0),
      random: randomOf(3),
      first: 0,
    });
    expect(await labelsOf(forest, result.adversarial)).toEqual(Int32Array.of(1));
    expectFeasible(result.adversarial.data, inputs.data);
  }
});
