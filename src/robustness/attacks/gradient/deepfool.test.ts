import { expect, test } from "vitest";
import { network, randomLayers } from "../../testing/networks.ts";
import { distances } from "../distance.ts";
import { deepFool } from "./deepfool.ts";
import { fooledBy, inputsFor, linear, run } from "../../testing/attacking.ts";

const weights = [0.9, -0.35, 0.6, 0.15, -0.75, 0.05, -0.4, 0.25];
const dual = {
  linf: weights.reduce((sum, one) => sum + Math.abs(one), 0),
  l2: Math.hypot(...weights),
};

test("one step finds the distance to a linear boundary", async () => {
  const model = linear(weights, 0.1);
  for (const norm of ["l2", "linf"] as const) {
    const input = await inputsFor(model, { count: 50, seed: 9, within: [-1, 1] });
    const { adversarial, queries } = await run(deepFool, model, {
      ...input,
      parameters: { norm, overshoot: 1e-5 },
    });
    expect(await fooledBy(model, input, adversarial)).toHaveLength(50);
    expect(Math.max(...queries)).toBe(3);
    for (const [item, far] of distances(adversarial, input.inputs, norm).entries()) {
      const x = input.inputs.data.subarray(item * 8, (item + 1) * 8);
      const value = Math.abs(weights.reduce((sum, weight, k) => sum + weight * x[k]!, 0.1));
      expect(far).toBeCloseTo(value / dual[norm], 4);
    }
  }
});

test("where the range is near, the other elements go the way", async () => {
  const model = linear([1, 1], -1.5, [0, 1]);
  const input = await inputsFor(model, { count: 1, seed: 1, within: [0.5, 0.5] });
  input.inputs.data.set([0.95, 0.1]);
  const { adversarial } = await run(deepFool, model, {
    ...input,
    parameters: { overshoot: 0.001 },
  });
  expect(await fooledBy(model, input, adversarial)).toHaveLength(1);
  expect(adversarial.data[0]).toBe(1);
  expect(adversarial.data[1]).toBeCloseTo(0.5, 1);
});

const net = network({ inputShape: [20], layers: randomLayers([20, 40, 40, 8], 3) });

test("pruning saves gradients and finds about the same distances", async () => {
  const input = await inputsFor(net, { count: 60, seed: 5 });
  const by = async (prune: number): Promise<readonly [number, number]> => {
    const { adversarial, queries } = await run(deepFool, net, { ...input, parameters: { prune } });
    expect((await fooledBy(net, input, adversarial)).length).toBeGreaterThan(55);
    const far = distances(adversarial, input.inputs, "l2");
    return [far.reduce((sum, one) => sum + one, 0), queries.reduce((sum, one) => sum + one, 0)];
  };
  const [exact, pruned] = [await by(1e9), await by(2)];
  expect(pruned[0] / exact[0]).toBeLessThan(1.03);
  expect(pruned[1]).toBeLessThan(0.8 * exact[1]);
});
