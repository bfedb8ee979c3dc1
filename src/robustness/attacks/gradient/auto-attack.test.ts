import { expect, test } from "vitest";
import { network, randomLayers } from "../../testing/networks.ts";
import { apgdCe } from "./apgd.ts";
import { autoAttack } from "./auto-attack.ts";
import { fooledBy, inputsFor, linear, run } from "../../testing/attacking.ts";

const net = network({ inputShape: [1, 5, 5], layers: randomLayers([25, 32, 6], 11) });
const parameters = { eps: 0.12, steps: 30, queries: 150 };

test("each part only sees what the ones before left, and the counts add up", async () => {
  const input = await inputsFor(net, { count: 60, seed: 5 });
  const labels = input.labels.map((label, item) => (item < 4 ? (label + 1) % 6 : label));
  const at = { ...input, labels };
  const { adversarial, queries, stages } = await run(autoAttack, net, { ...at, parameters });
  const fooled = await fooledBy(net, at, adversarial);
  expect(Object.keys(stages!)).toEqual(["clean", "apgd-ce", "apgd-t", "fab-t", "square"]);
  expect(Object.values(stages!).reduce((sum, one) => sum + one, 0)).toBe(fooled.length);
  expect(stages!["clean"]).toBe(4);
  expect([...queries.subarray(0, 4)]).toEqual([1, 1, 1, 1]);
  const alone = await run(apgdCe, net, { ...at, parameters: { eps: 0.12, steps: 30 } });
  expect(fooled.length).toBeGreaterThanOrEqual((await fooledBy(net, at, alone.adversarial)).length);
  // What is not broken is given back as it was, after all parts.
  const held = [...queries.keys()].filter((item) => !fooled.includes(item));
  expect(held.length).toBeGreaterThan(5);
  for (const item of held) {
    const range = [item * 25, item * 25 + 25] as const;
    expect(adversarial.data.subarray(...range)).toEqual(input.inputs.data.subarray(...range));
    expect(queries[item]).toBe(1 + 31 + 5 * 31 + 5 * 60 + 150 + 1);
  }
});

test("two classes are few, but enough", async () => {
  const model = linear([1, -2, 0.5], 0);
  const input = await inputsFor(model, { count: 30, seed: 2, within: [-1, 1] });
  const { adversarial } = await run(autoAttack, model, {
    ...input,
    parameters: { ...parameters, eps: 0.2 },
  });
  const fooled = new Set(await fooledBy(model, input, adversarial));
  for (let item = 0; item < 30; item++) {
    const [a, b, c] = input.inputs.data.subarray(item * 3, item * 3 + 3) as unknown as [
      number,
      number,
      number,
    ];
    const left = Math.abs(a - 2 * b + 0.5 * c) - 0.2 * 3.5;
    if (Math.abs(left) > 1e-4) expect(fooled.has(item)).toBe(left < 0);
  }
});

test("where Square is needed, the result says so", async () => {
  // Nothing to follow within the data: steps of a tenth are flattened before the model sees them.
  const input = await inputsFor(net, { count: 40, seed: 5 });
  const flat = {
    ...net,
    gradient: async (...at: Parameters<typeof net.gradient>) => {
      const found = await net.gradient(...at);
      return { ...found, gradient: new Float32Array(found.gradient.length) };
    },
  };
  const { stages, notes } = await run(autoAttack, flat, {
    ...input,
    parameters: { eps: 0.2, steps: 5, queries: 300 },
  });
  expect(stages!["square"]).toBeGreaterThan(0);
  expect(notes?.[0]).toContain("masked");
});
