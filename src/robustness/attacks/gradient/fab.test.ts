import fc from "fast-check";
import { expect, test } from "vitest";
import { network, randomLayers } from "../../testing/networks.ts";
import { distances } from "../distance.ts";
import { moveToHyperplane } from "./hyperplane.ts";
import { fabT, fabUntargeted } from "./fab.ts";
import { fooledBy, inputsFor, linear, run } from "../../testing/attacking.ts";

const norms = ["linf", "l2", "l1"] as const;
const weights = [0.9, -0.35, 0.6, 0.15, -0.75, 0.05, -0.4, 0.25];
const model = linear(weights, 0.1);
const dual = {
  linf: weights.reduce((sum, one) => sum + Math.abs(one), 0),
  l2: Math.hypot(...weights),
  l1: Math.max(...weights.map(Math.abs)),
};

test.each([fabUntargeted, fabT])("the distance to a linear boundary is found", async (attack) => {
  for (const norm of norms) {
    const input = await inputsFor(model, { count: 50, seed: 9, within: [-1, 1] });
    const { adversarial } = await run(attack, model, {
      ...input,
      parameters: { norm, eta: 1.001 },
    });
    expect(await fooledBy(model, input, adversarial)).toHaveLength(50);
    for (const [item, far] of distances(adversarial, input.inputs, norm).entries()) {
      const x = input.inputs.data.subarray(item * 8, (item + 1) * 8);
      const value = Math.abs(weights.reduce((sum, weight, k) => sum + weight * x[k]!, 0.1));
      expect(far).toBeLessThanOrEqual((value / dual[norm]) * 1.01 + 1e-6);
    }
  }
});

const float = fc.double({ min: -2, max: 2, noNaN: true });
const problem = fc.record({
  norm: fc.constantFrom(...norms),
  rise: float,
  elements: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), float), {
    minLength: 1,
    maxLength: 30,
  }),
});

test("a move reaches the hyperplane within the box, or the corner next to it", () => {
  fc.assert(
    fc.property(problem, ({ norm, rise, elements }) => {
      const x = Float32Array.from(elements, ([at]) => at);
      const slopes = Float32Array.from(elements, ([, slope]) => slope);
      const move = new Float64Array(x.length);
      moveToHyperplane(x, { weights: slopes, rise }, { norm, range: [0, 1], move });
      let reached = 0;
      let most = 0;
      for (const [k, by] of move.entries()) {
        expect(x[k]! + by).toBeGreaterThanOrEqual(-1e-9);
        expect(x[k]! + by).toBeLessThanOrEqual(1 + 1e-9);
        reached += by * slopes[k]!;
        const up = rise * slopes[k]! > 0;
        most += Math.abs(slopes[k]!) * (up ? 1 - x[k]! : x[k]!);
      }
      expect(reached * Math.sign(rise)).toBeCloseTo(Math.min(most, Math.abs(rise)), 6);
    }),
  );
});

test("in the box L2 spends what an element lacks on the others", () => {
  const move = new Float64Array(2);
  const x = Float32Array.of(0.75, 0);
  moveToHyperplane(
    x,
    { weights: Float32Array.of(1, 1), rise: 0.75 },
    { norm: "l2", range: [0, 1], move },
  );
  expect([...move]).toEqual([0.25, 0.5]);
});

const net = network({ inputShape: [20], layers: randomLayers([20, 30, 30, 5], 3) });

test("the nearest of all boundaries is no farther than by targets alone, about", async () => {
  const input = await inputsFor(net, { count: 30, seed: 5 });
  for (const norm of norms) {
    const by = async (attack: typeof fabT | typeof fabUntargeted): Promise<number> => {
      const { adversarial } = await run(attack, net, { ...input, parameters: { norm, steps: 40 } });
      expect((await fooledBy(net, input, adversarial)).length).toBeGreaterThanOrEqual(25);
      return distances(adversarial, input.inputs, norm).reduce((sum, far) => sum + far, 0);
    };
    const [one, other] = [await by(fabUntargeted), await by(fabT)];
    expect(Math.abs(one / other - 1)).toBeLessThan(0.25);
  }
});
