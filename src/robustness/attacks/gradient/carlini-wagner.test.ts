import { expect, test } from "vitest";
import { network, randomLayers } from "../../testing/networks.ts";
import { distances } from "../distance.ts";
import { isFooled, rowOf } from "../success.ts";
import { carliniWagnerL2, carliniWagnerLinf } from "./carlini-wagner.ts";
import { deepFool } from "./deepfool.ts";
import { fooledBy, inputsFor, linear, run } from "../../testing/attacking.ts";

const weights = [0.9, -0.35, 0.6, 0.15, -0.75, 0.05, -0.4, 0.25];
const model = linear(weights, 0.1, [-2, 2]);

test.each([
  { attack: carliniWagnerL2, norm: "l2", dual: Math.hypot(...weights) },
  {
    attack: carliniWagnerLinf,
    norm: "linf",
    dual: weights.reduce((sum, one) => sum + Math.abs(one), 0),
  },
] as const)("$attack.meta.id finds the distance to a linear boundary", async (one) => {
  const input = await inputsFor(model, { count: 20, seed: 9, within: [-1, 1] });
  const { adversarial } = await run(one.attack, model, input);
  expect(await fooledBy(model, input, adversarial)).toHaveLength(20);
  for (const [item, far] of distances(adversarial, input.inputs, one.norm).entries()) {
    const x = input.inputs.data.subarray(item * 8, (item + 1) * 8);
    const value = Math.abs(weights.reduce((sum, weight, k) => sum + weight * x[k]!, 0.1));
    expect(far).toBeGreaterThan((value / one.dual) * 0.999 - 1e-6);
    expect(far).toBeLessThan((value / one.dual) * (one.norm === "l2" ? 1.01 : 1.12) + 0.01);
  }
});

const net = network({ inputShape: [20], layers: randomLayers([20, 40, 40, 6], 3) });

test("it is at least as near as DeepFool on most", async () => {
  const input = await inputsFor(net, { count: 12, seed: 5 });
  for (const [attack, norm] of [
    [carliniWagnerL2, "l2"],
    [carliniWagnerLinf, "linf"],
  ] as const) {
    const strong = await run(attack, net, input);
    const quick = await run(deepFool, net, { ...input, parameters: { norm } });
    expect((await fooledBy(net, input, strong.adversarial)).length).toBe(12);
    const sum = (far: Float64Array): number => far.reduce((total, one) => total + one, 0);
    expect(sum(distances(strong.adversarial, input.inputs, norm))).toBeLessThan(
      1.02 * sum(distances(quick.adversarial, input.inputs, norm)),
    );
  }
});

test("confidence asks for a margin, targets for a class", async () => {
  const input = await inputsFor(net, { count: 10, seed: 6 });
  const targets = input.labels.map((label) => (label + 1) % 6);
  const at = { ...input, targets };
  const { adversarial } = await run(carliniWagnerL2, net, {
    ...at,
    parameters: { confidence: 0.5 },
  });
  const answers = await net.predict(adversarial);
  let reached = 0;
  for (let item = 0; item < 10; item++) {
    const row = rowOf(answers, item, 6);
    if (!isFooled(row, item, at)) continue;
    reached++;
    const others = row.filter((_, k) => k !== targets[item]);
    expect(row[targets[item]!]! - Math.max(...others)).toBeGreaterThan(0.499);
  }
  expect(reached).toBeGreaterThanOrEqual(9);
});
