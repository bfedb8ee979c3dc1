// What holds for every gradient attack, whatever the model is.
import { expect, test } from "vitest";
import { network, randomLayers } from "../../testing/networks.ts";
import { distances } from "../distance.ts";
import { ballOf } from "./parameters.ts";
import { gradientAttacks } from "./index.ts";
import { inputsFor, part, run } from "../../testing/attacking.ts";

const picture = network({ inputShape: [1, 6, 6], layers: randomLayers([36, 24, 6], 5) });
const bytes = network({
  inputShape: [6, 6, 1],
  range: [0, 255],
  layers: randomLayers([36, 24, 6], 6).map(({ weights, bias }, index) => ({
    weights: index === 0 ? weights.map((one) => one / 255) : weights,
    bias,
  })),
});

/** Fewer steps, so that the tests are quick. */
const quick: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  "apgd-ce": { steps: 20 },
  "apgd-dlr": { steps: 20 },
  "apgd-t": { steps: 15, targetClasses: 2 },
  autoattack: { steps: 8, queries: 40 },
  "cw-l2": { steps: 20, binarySearchSteps: 3 },
  "cw-linf": { steps: 10, largestConst: 0.1 },
  ead: { steps: 15, binarySearchSteps: 3 },
  patch: { steps: 4 },
  spatial: { turns: 5, shifts: 3 },
  universal: { epochs: 2 },
  fab: { steps: 6 },
  "fab-t": { steps: 6, targetClasses: 2 },
};

const cases = gradientAttacks.flatMap((attack) =>
  (attack.meta.norms.length === 0 ? (["linf"] as const) : attack.meta.norms).map((norm) => ({
    attack,
    norm,
    name: `${attack.meta.id} ${norm}`,
    parameters: {
      ...(attack.meta.norms.length > 1 ? { norm } : {}),
      ...quick[attack.meta.id],
    },
  })),
);

test.each(cases)(
  "$name: within the range and the ball, repeatable, split or whole",
  async (one) => {
    const { attack, norm, parameters } = one;
    for (const model of [picture, bytes]) {
      const input = await inputsFor(model, { count: 6, seed: 3 });
      const whole = await run(attack, model, { ...input, parameters });
      const [least, most] = model.range;
      for (const value of whole.adversarial.data) {
        expect(value >= least && value <= most).toBe(true);
      }
      if (attack.meta.kind === "bounded" && norm !== "l0") {
        const { eps } = ballOf(model, { norm });
        for (const far of distances(whole.adversarial, input.inputs, norm)) {
          expect(far).toBeLessThanOrEqual(eps * (1 + 1e-6));
        }
      }
      const again = await run(attack, model, { ...input, parameters });
      expect(again.adversarial.data).toEqual(whole.adversarial.data);
      if (attack.meta.isUniversal) continue;
      const halves = [
        await run(attack, model, { ...part(input, [0, 1]), parameters }),
        await run(attack, model, { ...part(input, [2, 3, 4, 5]), parameters }),
      ];
      expect(halves.flatMap(({ adversarial }) => [...adversarial.data])).toEqual([
        ...whole.adversarial.data,
      ]);
    }
  },
);

test.each(cases)("$name: the query budget is kept, and what was asked is counted", async (one) => {
  const input = await inputsFor(picture, { count: 4, seed: 4 });
  const before = picture.queries;
  const { queries } = await run(one.attack, picture, {
    ...input,
    maxQueries: 7,
    parameters: one.parameters,
  });
  for (const count of queries) expect(count).toBeLessThanOrEqual(7);
  expect(queries.reduce((sum, count) => sum + count, 0)).toBe(picture.queries - before);
});

test.each(cases)("$name: an aborted signal is thrown", async (one) => {
  const input = await inputsFor(picture, { count: 4, seed: 4 });
  const reason = new Error("stop");
  await expect(
    run(one.attack, picture, {
      ...input,
      signal: AbortSignal.abort(reason),
      parameters: one.parameters,
    }),
  ).rejects.toBe(reason);
});
