import { expect, test } from "vitest";
import { pick } from "../batch.ts";
import { randomOf } from "../random.ts";
import { oneHot, train } from "../surrogate/train.ts";
import { inferMembership, membershipParameters } from "./infer.ts";

const size = 10;
const classes = 3;

/** Inputs with labels that are a third noise: what a model can only know by heart. */
function noisy(count: number, seed: number) {
  const random = randomOf(seed);
  const data = Float32Array.from({ length: count * size }, () => random.uniform());
  const labels = Int32Array.from({ length: count }, (_, item) => {
    if (random.uniform() < 1 / 3) return random.below(classes);
    const sum = data[item * size]! + data[item * size + 1]!;
    return sum < 0.8 ? 0 : sum < 1.2 ? 1 : 2;
  });
  return { inputs: { data, shape: [count, size] }, labels };
}

async function trained(count: number, epochs: number) {
  const data = noisy(count, 1);
  const model = await train({
    inputs: data.inputs,
    targets: oneHot(data.labels, classes),
    classes,
    range: [0, 1],
    random: randomOf(4),
    hidden: 64,
    epochs,
    rate: 3e-3,
  });
  return { model, data };
}

const parameters = membershipParameters.parse({ shadows: 4, hidden: 32 });

test("a model that learnt by heart is seen through, best with shadow models", async () => {
  const { model, data } = await trained(150, 300);
  const result = await inferMembership(
    model,
    { members: data, others: noisy(150, 2), shadow: noisy(300, 3), random: randomOf(5) },
    parameters,
  );
  const auc = Object.fromEntries(result.attacks.map(({ id, auc: area }) => [id, area]));
  expect(result.memberAccuracy).toBeGreaterThan(result.otherAccuracy + 0.2);
  expect(auc["gap"]).toBeGreaterThan(0.6);
  expect(auc["loss"]).toBeGreaterThan(0.7);
  expect(auc["shadow"]).toBeGreaterThan(0.7);
});

test("a model that cannot learn by heart gives nothing away", async () => {
  const { model, data } = await trained(4000, 5);
  const some = Int32Array.from({ length: 500 }, (_, at) => at);
  const members = { inputs: pick(data.inputs, some), labels: data.labels.slice(0, 500) };
  const { attacks, notes } = await inferMembership(
    model,
    { members, others: noisy(500, 2), random: randomOf(5) },
    parameters,
  );
  for (const { aucInterval } of attacks) expect(aucInterval[0]).toBeLessThan(0.53);
  expect(notes.join()).toContain("no shadow data");
});
