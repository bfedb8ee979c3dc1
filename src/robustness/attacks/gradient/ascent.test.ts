import { expect, test } from "vitest";
import { network, randomLayers } from "../../testing/networks.ts";
import { distances } from "../distance.ts";
import { bim, pgd } from "./pgd.ts";
import { fgsm, rFgsm } from "./fgsm.ts";
import { diFgsm, tiFgsm } from "./diverse.ts";
import { miFgsm, niFgsm, siNiFgsm, vmiFgsm } from "./momentum.ts";
import { fooledBy, inputsFor, linear, run } from "../../testing/attacking.ts";

const weights = [0.9, -0.35, 0.6, 0.15, -0.75, 0.05, -0.4, 0.25];
const model = linear(weights, 0.1);

/** Length of the weights in the dual norm: what eps of perturbation changes w·x by. */
const dual = {
  linf: weights.reduce((sum, one) => sum + Math.abs(one), 0),
  l2: Math.hypot(...weights),
  l1: Math.max(...weights.map(Math.abs)),
};

const iterative = { steps: 40, stepSize: undefined };
test.each([
  { name: "fgsm", attack: fgsm, more: {} },
  { name: "bim", attack: bim, more: iterative },
  { name: "pgd", attack: pgd, more: { ...iterative, randomStart: false } },
  {
    name: "pgd from a random start",
    attack: pgd,
    more: { steps: 40, stepSize: 2, randomStart: true },
  },
  { name: "mi-fgsm", attack: miFgsm, more: iterative },
  { name: "ni-fgsm", attack: niFgsm, more: iterative },
  { name: "si-ni-fgsm", attack: siNiFgsm, more: iterative },
  { name: "vmi-fgsm", attack: vmiFgsm, more: iterative },
])("$name breaks exactly the points of a linear model that can be broken", async (one) => {
  for (const norm of ["linf", "l2", "l1"] as const) {
    const eps = norm === "linf" ? 0.3 : 0.8;
    const input = await inputsFor(model, { count: 300, seed: 9, within: [-1, 1] });
    const { adversarial } = await run(one.attack, model, {
      ...input,
      parameters: { ...one.more, norm, eps },
    });
    const fooled = new Set(await fooledBy(model, input, adversarial));
    for (let item = 0; item < 300; item++) {
      const x = input.inputs.data.subarray(item * 8, (item + 1) * 8);
      const value = weights.reduce((sum, weight, k) => sum + weight * x[k]!, 0.1);
      const left = Math.abs(value) - eps * dual[norm];
      // On the very edge float32 decides.
      if (Math.abs(left) > 1e-4) expect(fooled.has(item)).toBe(left < 0);
    }
  }
});

test("in L1 FGSM fills the ball also where the range is near", async () => {
  const tight = linear([3, 2, 1], -10, [0, 1]);
  const input = await inputsFor(tight, { count: 1, seed: 1, within: [0.9, 0.9] });
  const { adversarial, queries } = await run(fgsm, tight, {
    ...input,
    parameters: { norm: "l1", eps: 0.15 },
  });
  expect(adversarial.data[0]).toBe(1);
  expect(adversarial.data[1]).toBeCloseTo(0.95, 6);
  expect(adversarial.data[2]).toBeCloseTo(0.9, 6);
  expect([...queries]).toEqual([1]);
});

const net = network({ inputShape: [1, 5, 5], layers: randomLayers([25, 32, 5], 11) });

test.each([
  { name: "fgsm", attack: fgsm },
  { name: "r-fgsm", attack: rFgsm },
  { name: "pgd", attack: pgd },
  { name: "mi-fgsm", attack: miFgsm },
  { name: "di-fgsm", attack: diFgsm },
  { name: "ti-fgsm", attack: tiFgsm },
])("$name: targeted, the target gains", async ({ attack }) => {
  const input = await inputsFor(net, { count: 40, seed: 2 });
  const targets = input.labels.map((label) => (label + 1) % 5);
  const { adversarial } = await run(attack, net, { ...input, targets, parameters: { eps: 0.1 } });
  const before = await net.predict(input.inputs);
  const after = await net.predict(adversarial);
  let gained = 0;
  for (const [item, target] of targets.entries()) {
    const share = (logits: Float32Array): number => {
      const row = logits.subarray(item * 5, item * 5 + 5);
      return Math.exp(row[target]!) / row.reduce((sum, one) => sum + Math.exp(one), 0);
    };
    if (share(after) > share(before)) gained++;
  }
  expect(gained).toBeGreaterThanOrEqual(attack === tiFgsm ? 30 : 38);
});

test("restarts only help, and leave alone what is fooled", async () => {
  const input = await inputsFor(net, { count: 60, seed: 5 });
  const parameters = { eps: 0.06, steps: 4 };
  const once = await run(pgd, net, { ...input, parameters });
  const often = await run(pgd, net, { ...input, parameters: { ...parameters, restarts: 4 } });
  const few = (await fooledBy(net, input, once.adversarial)).length;
  const many = (await fooledBy(net, input, often.adversarial)).length;
  expect(many).toBeGreaterThanOrEqual(few);
  expect(Math.min(...often.queries)).toBe(5);
  expect(Math.max(...often.queries)).toBe(20);
});

test("stopping early fools at least as many with fewer queries", async () => {
  const input = await inputsFor(net, { count: 60, seed: 5 });
  const parameters = { eps: 0.1, steps: 20, randomStart: false };
  const late = await run(pgd, net, { ...input, parameters });
  const early = await run(pgd, net, { ...input, parameters: { ...parameters, stopEarly: true } });
  expect((await fooledBy(net, input, early.adversarial)).length).toBeGreaterThanOrEqual(
    (await fooledBy(net, input, late.adversarial)).length,
  );
  const sum = (counts: Int32Array): number => counts.reduce((total, one) => total + one, 0);
  expect(sum(early.queries)).toBeLessThan(sum(late.queries));
});

test("eps 0 changes nothing; zero gradients are counted", async () => {
  const input = await inputsFor(net, { count: 4, seed: 5 });
  const still = await run(pgd, net, { ...input, parameters: { eps: 0 } });
  expect(Math.max(...distances(still.adversarial, input.inputs, "linf"))).toBe(0);
  const dead = network({
    inputShape: [2],
    layers: [{ weights: new Float32Array(4), bias: Float32Array.of(1, 0) }],
  });
  const flat = await inputsFor(dead, { count: 3, seed: 1 });
  const { zeroGradients, adversarial } = await run(fgsm, dead, flat);
  expect(zeroGradients).toBe(1);
  expect(adversarial.data).toEqual(flat.inputs.data);
});
