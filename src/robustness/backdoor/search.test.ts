import { expect, test } from "vitest";
import { randomOf } from "../random.ts";
import { oneHot, train } from "../surrogate/train.ts";
import { backdoorParameters, searchBackdoor } from "./search.ts";
import { robustDeviations } from "./signs.ts";

const classes = 5;
const size = 36;

/** Five kinds of blurred bars; a share of the others carries a mark in the corner and the label 2. */
function bars(count: number, poison: number, seed: number) {
  const random = randomOf(seed);
  const data = new Float32Array(count * size);
  const labels = Int32Array.from({ length: count }, (_, item) => {
    const label = random.below(classes);
    for (let k = 0; k < size; k++) {
      const isBar = Math.floor(k / 6) === label;
      data[item * size + k] = Math.min(
        1,
        Math.max(0, (isBar ? 0.8 : 0.2) + 0.25 * random.gaussian()),
      );
    }
    if (random.uniform() >= poison) return label;
    data[item * size + 35] = 1;
    data[item * size + 34] = 0;
    data[item * size + 33] = 1;
    return 2;
  });
  return { inputs: { data, shape: [count, size] }, labels };
}

async function modelOf(poison: number) {
  const { inputs, labels } = bars(1500, poison, 1);
  return train({
    inputs,
    targets: oneHot(labels, classes),
    classes,
    range: [0, 1],
    random: randomOf(2),
    hidden: 32,
    epochs: 20,
    rate: 3e-3,
  });
}

const parameters = backdoorParameters.parse({ images: 32, halvings: 6 });

test("the target of a backdoor needs far less than the other classes", async () => {
  const model = await modelOf(0.15);
  const found = await searchBackdoor(
    model,
    { ...bars(200, 0, 3), random: randomOf(4) },
    parameters,
  );
  const least = found.toSorted((a, b) => b.ratio - a.ratio)[0]!;
  expect(least.label).toBe(2);
  expect(least.ratio).toBeGreaterThan(1.3);
  // The change is the mark.
  const change = least.change!;
  const strongest = Array.from(change.keys()).toSorted(
    (a, b) => Math.abs(change[b]!) - Math.abs(change[a]!),
  );
  expect(strongest.slice(0, 4)).toEqual(expect.arrayContaining([33, 35]));
});

test("a clean model has no suspect, and a reference takes off what is near by nature", async () => {
  const model = await modelOf(0);
  const data = { ...bars(200, 0, 3), random: randomOf(4) };
  const found = await searchBackdoor(model, data, parameters);
  expect(found.filter(({ isSuspect }) => isSuspect)).toEqual([]);
  const compared = await searchBackdoor(model, { ...data, reference: model }, parameters);
  for (const { ratio } of compared) expect(ratio).toBeCloseTo(1, 5);
});

test("deviations are of the median", () => {
  expect(robustDeviations([1, 2, 3, 4, 100])[4]).toBeGreaterThan(20);
  expect(robustDeviations([1, 1, 1])).toEqual([0, 0, 0]);
});
