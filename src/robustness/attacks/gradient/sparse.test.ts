import { expect, test } from "vitest";
import { network, randomLayers } from "../../testing/networks.ts";
import { distances } from "../distance.ts";
import { carliniWagnerL2 } from "./carlini-wagner.ts";
import { elasticNet } from "./elastic-net.ts";
import { jsma } from "./jsma.ts";
import { fooledBy, inputsFor, linear, run } from "../../testing/attacking.ts";

test("JSMA moves the two elements that do most, to the edge of the range", async () => {
  const model = linear([0.1, 3, 0.2, 2, 0.1], -3.2, [0, 1]);
  const input = await inputsFor(model, { count: 1, seed: 1, within: [0.2, 0.2] });
  const { adversarial, queries } = await run(jsma, model, {
    ...input,
    parameters: { gamma: 0.5 },
  });
  expect(await fooledBy(model, input, adversarial)).toHaveLength(1);
  expect([...adversarial.data].map((value) => value.toFixed(1))).toEqual([
    "0.2",
    "1.0",
    "0.2",
    "1.0",
    "0.2",
  ]);
  expect([...queries]).toEqual([4]);
});

const net = network({ inputShape: [1, 6, 6], layers: randomLayers([36, 40, 5], 8) });

test("JSMA keeps to its share of elements, lowers with theta below 0, and reaches targets", async () => {
  const input = await inputsFor(net, { count: 20, seed: 2 });
  const targets = input.labels.map((label) => (label + 1) % 5);
  for (const theta of [1, -1]) {
    const at = { ...input, targets };
    const { adversarial } = await run(jsma, net, { ...at, parameters: { theta, gamma: 0.5 } });
    expect((await fooledBy(net, at, adversarial)).length).toBeGreaterThan(6);
    expect(Math.max(...distances(adversarial, input.inputs, "l0"))).toBeLessThanOrEqual(18);
    for (const [k, value] of adversarial.data.entries()) {
      expect(theta * (value - input.inputs.data[k]!)).toBeGreaterThanOrEqual(0);
    }
  }
});

test("EAD finds about the L1 distance of a linear model, and moves fewer elements than C&W", async () => {
  const weights = [0.9, -0.35, 0.6, 0.15, -0.75, 0.05, -0.4, 0.25];
  const model = linear(weights, 0.1, [-2, 2]);
  const input = await inputsFor(model, { count: 20, seed: 9, within: [-1, 1] });
  const { adversarial } = await run(elasticNet, model, { ...input, parameters: { beta: 0.01 } });
  expect(await fooledBy(model, input, adversarial)).toHaveLength(20);
  let ratio = 0;
  for (const [item, far] of distances(adversarial, input.inputs, "l1").entries()) {
    const x = input.inputs.data.subarray(item * 8, (item + 1) * 8);
    const value = Math.abs(weights.reduce((sum, weight, k) => sum + weight * x[k]!, 0.1));
    expect(far).toBeGreaterThan(value / 0.9 - 1e-5);
    ratio += far / (value / 0.9) / 20;
  }
  expect(ratio).toBeLessThan(1.4);
  const dense = await run(carliniWagnerL2, model, input);
  const moved = (one: typeof dense): number =>
    distances(one.adversarial, input.inputs, "l0").reduce((sum, far) => sum + far, 0);
  expect(moved({ ...dense, adversarial })).toBeLessThan(moved(dense));
});
