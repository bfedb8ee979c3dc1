// Attacks on whole pictures: a patch, one perturbation for all, turns and shifts; and the mean over transformations.
import { expect, test } from "vitest";
import type { DifferentiableClassifier } from "../../classifier.ts";
import { network, randomLayers } from "../../testing/networks.ts";
import { expectationOver, noise } from "../eot.ts";
import { fgsm } from "./fgsm.ts";
import { patch } from "./patch.ts";
import { spatial } from "./spatial.ts";
import { fooledBy, inputsFor, run } from "../../testing/attacking.ts";
import { universal } from "./universal.ts";

/** Says which half of a picture of 8 × 8 is brighter: left (0) or right (1). */
function halves(): DifferentiableClassifier {
  const side = Float32Array.from({ length: 64 }, (_, k) => (k % 8 < 4 ? 1 : -1));
  return network({
    inputShape: [1, 8, 8],
    layers: [
      {
        weights: Float32Array.from([...side, ...side.map((one) => -one)]),
        bias: new Float32Array(2),
      },
    ],
  });
}

test("a shift that carries the bright column over the middle is found, the smallest first", async () => {
  const model = halves();
  const input = await inputsFor(model, { count: 1, seed: 1 });
  input.inputs.data.fill(0);
  for (let row = 0; row < 8; row++) input.inputs.data[row * 8 + 3] = 1;
  const at = { ...input, labels: Int32Array.of(0) };
  const parameters = { degrees: 0, turns: 1, shift: 0.25, shifts: 5 };
  const { adversarial, queries } = await run(spatial, model, { ...at, parameters });
  expect(await fooledBy(model, at, adversarial)).toHaveLength(1);
  for (let row = 0; row < 8; row++) expect(adversarial.data[row * 8 + 4]).toBe(1);
  expect(queries[0]).toBeLessThanOrEqual(25);
});

test("a half turn swaps the halves", async () => {
  const model = halves();
  const input = await inputsFor(model, { count: 1, seed: 1 });
  input.inputs.data.fill(0.1);
  for (let row = 0; row < 8; row++) input.inputs.data[row * 8] = 0.9;
  const at = { ...input, labels: Int32Array.of(0) };
  const { adversarial } = await run(spatial, model, {
    ...at,
    parameters: { degrees: 180, turns: 3, shift: 0, shifts: 1 },
  });
  for (let row = 0; row < 8; row++) expect(adversarial.data[row * 8 + 7]).toBeCloseTo(0.9, 4);
});

test("a patch is learnt that wins wherever it is stuck, and hides no more than its size", async () => {
  const net = network({ inputShape: [1, 8, 8], layers: randomLayers([64, 32, 4], 21) });
  const input = await inputsFor(net, { count: 40, seed: 3 });
  const targets = new Int32Array(40).fill((input.labels[0]! + 1) % 4);
  const at = { ...input, targets };
  const parameters = { leastSize: 0.6, mostSize: 0.7, form: "square", degrees: 10, steps: 80 };
  const before = (await fooledBy(net, at, input.inputs)).length;
  const { adversarial } = await run(patch, net, { ...at, parameters });
  expect((await fooledBy(net, at, adversarial)).length).toBeGreaterThan(before + 8);
  for (let item = 0; item < 40; item++) {
    let hidden = 0;
    for (let k = item * 64; k < item * 64 + 64; k++) {
      if (adversarial.data[k] !== input.inputs.data[k]) hidden++;
    }
    expect(hidden).toBeGreaterThan(8);
    expect(hidden).toBeLessThan(40);
  }
});

test("one perturbation fools most, and is the same for all", async () => {
  const net = network({ inputShape: [6, 6], range: [-1, 1], layers: randomLayers([36, 32, 4], 5) });
  const input = await inputsFor(net, { count: 40, seed: 8, within: [-0.3, 0.3] });
  const { adversarial, queries } = await run(universal, net, {
    ...input,
    parameters: { eps: 0.3 },
  });
  expect((await fooledBy(net, input, adversarial)).length).toBeGreaterThan(25);
  expect(queries.reduce((sum, one) => sum + one, 0)).toBeGreaterThan(40);
  const move = (item: number, k: number): number =>
    adversarial.data[item * 36 + k]! - input.inputs.data[item * 36 + k]!;
  for (let item = 1; item < 40; item++) {
    for (let k = 0; k < 36; k++) expect(move(item, k)).toBeCloseTo(move(0, k), 5);
  }
});

test("the mean over transformations is the same for the same input, and has the mean gradient", async () => {
  const net = network({ inputShape: [10], layers: randomLayers([10, 16, 3], 2) });
  const mean = expectationOver(net, { samples: 200, transform: noise(0.05), seed: 4 });
  const input = await inputsFor(net, { count: 5, seed: 6 });
  const loss = { kind: "cross-entropy", labels: input.labels } as const;
  const whole = await mean.gradient(input.inputs, loss);
  expect(await mean.gradient(input.inputs, loss)).toEqual(whole);
  const { gradient } = await net.gradient(input.inputs, loss);
  let [dot, a, b] = [0, 0, 0];
  for (const [k, value] of gradient.entries()) {
    dot += value * whole.gradient[k]!;
    a += value * value;
    b += whole.gradient[k]! ** 2;
  }
  expect(dot / Math.sqrt(a * b)).toBeGreaterThan(0.9);
  expect(mean.queries).toBe(10);
  const { adversarial } = await run(fgsm, mean, { ...input, parameters: { eps: 0.1 } });
  expect(adversarial.data).not.toEqual(input.inputs.data);
});

test("the way back of a transformation is used", async () => {
  const net = network({ inputShape: [4], layers: randomLayers([4, 2], 2) });
  const doubled = expectationOver(net, {
    samples: 1,
    transform: () => ({
      apply: (x) => x.map((value) => 2 * value),
      back: (gradient) => gradient.map((value) => 2 * value),
    }),
  });
  const input = await inputsFor(net, { count: 3, seed: 6 });
  const loss = { kind: "margin", labels: input.labels } as const;
  const one = await net.gradient(input.inputs, loss);
  const two = await doubled.gradient(input.inputs, loss);
  for (const [k, value] of one.gradient.entries())
    expect(two.gradient[k]).toBeCloseTo(2 * value, 5);
});
