import { expect, test } from "vitest";
import { countOf, sliceOf, type Batch } from "../batch.ts";
import type { Classifier } from "../classifier.ts";
import { randomOf } from "../random.ts";
import { network } from "../testing/networks.ts";
import { stripOf } from "./strip.ts";

const classes = 4;
const size = 16;

/** Each class is bright in one quarter; a bright last pixel outweighs them all, and means class 0. */
function backdoored(): ReturnType<typeof network> {
  const weights = new Float32Array(classes * size);
  for (let k = 0; k < size - 1; k++) weights[Math.floor(k / 4) * size + k] = 4;
  weights[size - 1] = 60;
  const bias = Float32Array.of(-12, 0, 0, 0);
  return network({ inputShape: [size], layers: [{ weights, bias }] });
}

function inputs(count: number, seed: number, isTriggered = false): Batch {
  const random = randomOf(seed);
  const data = new Float32Array(count * size);
  for (let item = 0; item < count; item++) {
    const quarter = random.below(classes);
    for (let k = 0; k < size - 1; k++) {
      data[item * size + k] = (Math.floor(k / 4) === quarter ? 0.6 : 0) + 0.4 * random.uniform();
    }
    data[item * size + size - 1] = isTriggered ? 1 : 0.2 * random.uniform();
  }
  return { data, shape: [count, size] };
}

test("inputs with a trigger are suspect, clean ones at the chosen rate", async () => {
  const model = backdoored();
  const strip = await stripOf(model, { clean: inputs(500, 1), overlays: 40, falseRejection: 0.02 });
  const triggered = await strip.judge(inputs(100, 2, true));
  expect(triggered.filter(({ isSuspect }) => isSuspect).length).toBeGreaterThanOrEqual(95);
  const clean = await strip.judge(inputs(1000, 3));
  // 2 % with a standard deviation of 0.8 for 460 inputs that set it and 1000 that are judged.
  expect(clean.filter(({ isSuspect }) => isSuspect).length).toBeLessThan(45);
  expect(strip.cleanEntropies).toHaveLength(460);
  for (const { entropy } of clean) expect(entropy).toBeLessThanOrEqual(Math.log2(classes) + 1e-6);
});

test("probabilities give the same as logits, item by item the same as together", async () => {
  const model = backdoored();
  const softmax: Classifier = {
    ...model,
    answers: "probabilities",
    predict: async (batch) => {
      const scores = await model.predict(batch);
      for (let item = 0; item < countOf(batch); item++) {
        const row = scores.subarray(item * classes, (item + 1) * classes);
        const sum = row.reduce((total, z) => total + Math.exp(z), 0);
        for (const [k, z] of row.entries()) row[k] = Math.exp(z) / sum;
      }
      return scores;
    },
  };
  const options = { clean: inputs(120, 1), overlays: 20, falseRejection: 0.05 };
  const [one, other] = [await stripOf(model, options), await stripOf(softmax, options)];
  expect(other.threshold).toBeCloseTo(one.threshold, 4);
  const some = inputs(5, 9);
  const whole = await one.judge(some);
  expect(await one.judge(sliceOf(some, 3, 4))).toEqual([whole[3]]);
});

test("says what is missing", async () => {
  const model = backdoored();
  await expect(stripOf(model, { clean: inputs(100, 1) })).rejects.toThrow("too few");
  await expect(
    stripOf({ ...model, answers: "labels" }, { clean: inputs(500, 1) }),
  ).rejects.toMatchObject({ code: "model-unsupported" });
  await expect(stripOf(model, { clean: inputs(500, 1), share: 1 })).rejects.toMatchObject({
    code: "data-invalid",
  });
});
