import { expect, test } from "vitest";
import { network, randomLayers } from "../../testing/networks.ts";
import { apgdCe, apgdDlr, apgdT } from "./apgd.ts";
import { pgd } from "./pgd.ts";
import { fooledBy, inputsFor, linear, run } from "../../testing/attacking.ts";

const weights = [0.9, -0.35, 0.6, 0.15, -0.75, 0.05, -0.4, 0.25];
const model = linear(weights, 0.1);
const dual = {
  linf: weights.reduce((sum, one) => sum + Math.abs(one), 0),
  l2: Math.hypot(...weights),
  l1: Math.max(...weights.map(Math.abs)),
};

test.each([
  { name: "apgd-ce", attack: apgdCe },
  { name: "apgd-dlr", attack: apgdDlr },
  { name: "apgd-t", attack: apgdT },
])("$name breaks exactly the points of a linear model that can be broken", async ({ attack }) => {
  for (const norm of ["linf", "l2", "l1"] as const) {
    const eps = norm === "linf" ? 0.3 : 0.8;
    const input = await inputsFor(model, { count: 200, seed: 9, within: [-1, 1] });
    const { adversarial } = await run(attack, model, { ...input, parameters: { norm, eps } });
    const fooled = new Set(await fooledBy(model, input, adversarial));
    for (let item = 0; item < 200; item++) {
      const x = input.inputs.data.subarray(item * 8, (item + 1) * 8);
      const value = weights.reduce((sum, weight, k) => sum + weight * x[k]!, 0.1);
      const left = Math.abs(value) - eps * dual[norm];
      if (Math.abs(left) > 2e-3) expect(fooled.has(item)).toBe(left < 0);
    }
  }
});

const net = network({ inputShape: [30], layers: randomLayers([30, 40, 40, 6], 3) });

test("it fools at least as many as PGD with the same number of gradients", async () => {
  const input = await inputsFor(net, { count: 80, seed: 5 });
  for (const [norm, eps] of [
    ["linf", 0.05],
    ["l2", 0.25],
    ["l1", 1.2],
  ] as const) {
    const by = async (attack: typeof apgdCe | typeof pgd): Promise<number> => {
      const { adversarial } = await run(attack, net, {
        ...input,
        parameters: { norm, eps, steps: 40 },
      });
      return (await fooledBy(net, input, adversarial)).length;
    };
    expect(await by(apgdCe)).toBeGreaterThanOrEqual((await by(pgd)) - 1);
  }
});

test("what is fooled already costs one query and stays as it is", async () => {
  const input = await inputsFor(net, { count: 10, seed: 5 });
  const labels = input.labels.map((label) => (label + 1) % 6);
  const { adversarial, queries } = await run(apgdCe, net, { ...input, labels });
  expect(adversarial.data).toEqual(input.inputs.data);
  expect([...queries]).toEqual(Array.from({ length: 10 }, () => 1));
});

test("an item is left out once it fools the model", async () => {
  const input = await inputsFor(net, { count: 40, seed: 6 });
  const { adversarial, queries } = await run(apgdT, net, {
    ...input,
    parameters: { eps: 0.25, steps: 30 },
  });
  const fooled = new Set(await fooledBy(net, input, adversarial));
  expect(fooled.size).toBeGreaterThan(5);
  for (const [item, count] of queries.entries()) {
    if (!fooled.has(item)) expect(count).toBe(1 + 5 * 31);
    else expect(count).toBeLessThan(1 + 5 * 31);
  }
});

test.each([apgdCe, apgdDlr, apgdT])("targets are reached", async (attack) => {
  const input = await inputsFor(net, { count: 30, seed: 7 });
  const targets = input.labels.map((label) => (label + 2) % 6);
  const at = { ...input, targets };
  const { adversarial } = await run(attack, net, { ...at, parameters: { eps: 0.7, steps: 40 } });
  expect((await fooledBy(net, at, adversarial)).length).toBeGreaterThan(25);
});
