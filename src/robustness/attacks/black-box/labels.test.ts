// What the attacks that know labels only have in common: they end near the closed form on a linear model.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sliceOf } from "../../batch.ts";
import type { Classifier } from "../../classifier.ts";
import { randomOf } from "../../random.ts";
import { network, randomLayers } from "../../testing/networks.ts";
import { distance } from "../distance.ts";
import { boundary } from "./boundary.ts";
import { hopSkipJump } from "./hop-skip-jump.ts";
import { argmax } from "../success.ts";
import { inputsOf, labelsOf, labelsOnly } from "./testing.ts";

/** Two classes with the boundary w·x = b at an l2 distance of 0.5 from the grey input. */
function linear(size: number): { readonly model: Classifier; readonly weights: Float32Array } {
  const random = randomOf(3);
  const weights = Float32Array.from({ length: size }, () => random.gaussian());
  const bias = weights.reduce((sum, w) => sum + w / 2, 0) - 0.5 * Math.hypot(...weights);
  return {
    weights,
    model: network({
      inputShape: [size],
      layers: [
        {
          weights: Float32Array.from([...weights.map((w) => -w), ...weights]),
          bias: Float32Array.of(bias, -bias),
        },
      ],
    }),
  };
}

const size = 25;

test.each([
  ["l2", 1.03],
  ["linf", 1.1],
] as const)(
  "HopSkipJump comes near the least distance of a linear model in %s",
  async (norm, slack) => {
    const { model, weights } = linear(size);
    const inputs = { data: new Float32Array(3 * size).fill(0.5), shape: [3, size] };
    const result = await hopSkipJump.run(
      labelsOnly(model),
      { inputs, labels: Int32Array.of(1, 1, 1), random: randomOf(1), first: 0 },
      hopSkipJump.parameters.parse({ norm, queries: 4000 }),
    );
    const euclid = 0.5;
    const least =
      norm === "l2"
        ? euclid
        : (euclid * Math.hypot(...weights)) / weights.reduce((sum, w) => sum + Math.abs(w), 0);
    for (let item = 0; item < 3; item++) {
      const [from, to] = [inputs, result.adversarial].map((batch) =>
        sliceOf(batch, item, item + 1),
      );
      expect(argmax(await model.predict(to!))).toBe(0);
      const far = distance(from!.data, to!.data, norm);
      expect(far).toBeGreaterThanOrEqual(least * 0.9999);
      expect(far).toBeLessThanOrEqual(least * slack);
    }
  },
);

test("Boundary comes near the least distance of a linear model", async () => {
  const { model } = linear(size);
  const inputs = { data: new Float32Array(3 * size).fill(0.5), shape: [3, size] };
  const result = await boundary.run(
    labelsOnly(model),
    { inputs, labels: Int32Array.of(1, 1, 1), random: randomOf(1), first: 0 },
    boundary.parameters.parse({ queries: 6000 }),
  );
  for (let item = 0; item < 3; item++) {
    const [from, to] = [inputs, result.adversarial].map((batch) => sliceOf(batch, item, item + 1));
    expect(argmax(await model.predict(to!))).toBe(0);
    const far = distance(from!.data, to!.data, "l2");
    expect(far).toBeGreaterThanOrEqual(0.5 * 0.9999);
    expect(far).toBeLessThanOrEqual(0.5 * 1.05);
  }
});

const attacks = [
  ["hop-skip-jump l2", hopSkipJump, { norm: "l2", evaluations: 10 }],
  ["hop-skip-jump linf", hopSkipJump, { norm: "linf", evaluations: 10 }],
  ["boundary", boundary, {}],
] as const;

describe.each(attacks)("%s", (_, attack, given) => {
  const run = async (model: Classifier, input: Parameters<typeof attack.run>[1]) =>
    await attack.run(model, input, attack.parameters.parse({ ...given, queries: 150 }) as never);

  test("keeps to range and budget, and what is changed is misclassified", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 0, max: 200 }),
        fc.integer({ min: 1, max: 12 }),
        async (seed, maxQueries, width) => {
          const model = network({ inputShape: [width], layers: randomLayers([width, 9, 3], seed) });
          const inputs = inputsOf([width], 3, { seed: seed, within: [0.25, 0.75] });
          const labels = await labelsOf(model, inputs);
          const before = model.queries;
          const result = await run(labelsOnly(model), {
            inputs,
            labels,
            random: randomOf(seed),
            first: 0,
            maxQueries,
          });
          expect(Math.max(...result.queries)).toBeLessThanOrEqual(Math.min(150, maxQueries));
          expect(model.queries - before).toBe(result.queries.reduce((sum, one) => sum + one, 0));
          const found = await labelsOf(model, result.adversarial);
          for (let item = 0; item < 3; item++) {
            const moved = sliceOf(result.adversarial, item, item + 1).data;
            const from = sliceOf(inputs, item, item + 1).data;
            if (distance(moved, from, "linf") > 0) expect(found[item]).not.toBe(labels[item]);
            for (const value of moved) {
              expect(value).toBeGreaterThanOrEqual(0);
              expect(value).toBeLessThanOrEqual(1);
            }
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test("how items are batched changes nothing", async () => {
    const model = labelsOnly(network({ inputShape: [12], layers: randomLayers([12, 9, 3], 5) }));
    const inputs = inputsOf([12], 4, { seed: 1, within: [0.25, 0.75] });
    const labels = await labelsOf(model, inputs);
    const whole = await run(model, { inputs, labels, random: randomOf(1), first: 7 });
    for (let item = 0; item < 4; item++) {
      const alone = await run(model, {
        inputs: sliceOf(inputs, item, item + 1),
        labels: labels.subarray(item, item + 1),
        random: randomOf(1),
        first: 7 + item,
      });
      expect(alone.adversarial.data).toEqual(sliceOf(whole.adversarial, item, item + 1).data);
      expect(alone.queries[0]).toBe(whole.queries[item]);
    }
  });

  test("goes to a target from the references, and does without a start", async () => {
    const model = labelsOnly(network({ inputShape: [12], layers: randomLayers([12, 9, 3], 5) }));
    const references = inputsOf([12], 60, { seed: 8, within: [0.25, 0.75] });
    const classes = await labelsOf(model, references);
    const target = (classes[0]! + 1) % 3;
    const inputs = sliceOf(references, 0, 1);
    const input = {
      inputs,
      labels: classes.subarray(0, 1),
      targets: Int32Array.of(target),
      random: randomOf(1),
      first: 0,
    };
    if (!classes.includes(target)) throw new Error("no reference of the target");
    const result = await run(model, {
      ...input,
      references: { inputs: references, labels: classes },
    });
    expect(await labelsOf(model, result.adversarial)).toEqual(input.targets);
    const never: Classifier = {
      ...model,
      predict: async (batch) => {
        const scores = new Float32Array(batch.shape[0]! * 3);
        for (let at = 0; at < scores.length; at += 3) scores[at] = 1;
        return scores;
      },
    };
    const nothing = await run(never, {
      inputs,
      labels: Int32Array.of(0),
      random: randomOf(1),
      first: 0,
    });
    expect(nothing.adversarial.data).toEqual(inputs.data);
    expect(nothing.notes?.[0]).toMatch("no starting point");
  });
});
