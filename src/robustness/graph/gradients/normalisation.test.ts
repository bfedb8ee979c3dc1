import { describe, expect, it } from "vitest";
import { tensorOf } from "../tensors.ts";
import {
  differences,
  followed,
  nodeOf,
  randomNumbers,
  relativeError,
  type Case,
} from "../testing/differences.ts";

const x = randomNumbers([2, 4, 3, 3], 1, [-1, 3]);
const channel = (seed: number): ReturnType<typeof randomNumbers> =>
  randomNumbers([4], seed, [0.5, 1.5]);
const last = (seed: number): ReturnType<typeof randomNumbers> =>
  randomNumbers([3], seed, [0.5, 1.5]);

const cases: Readonly<Record<string, Case>> = {
  BatchNormalization: {
    nodes: [nodeOf("BatchNormalization", ["x", "s", "b", "m", "v"])],
    inputs: { x, s: channel(2), b: channel(3) },
    constants: {
      m: tensorOf("float32", [4], channel(4).data),
      v: tensorOf("float32", [4], channel(5).data),
    },
  },
  LayerNormalization: {
    nodes: [nodeOf("LayerNormalization", ["x", "s", "b"], { attributes: { epsilon: 1e-3 } })],
    inputs: { x: randomNumbers([2, 2, 3], 1), s: last(2), b: last(3) },
  },
  "LayerNormalization of two axes": {
    nodes: [nodeOf("LayerNormalization", ["x", "s"], { attributes: { axis: -2 } })],
    inputs: { x, s: randomNumbers([3, 3], 2) },
  },
  "LayerNormalization of all": {
    nodes: [nodeOf("LayerNormalization", ["x", "s"], { attributes: { axis: 0 } })],
    inputs: { x: randomNumbers([4, 3], 1), s: randomNumbers([4, 3], 2) },
  },
  InstanceNormalization: {
    nodes: [nodeOf("InstanceNormalization", ["x", "s", "b"])],
    inputs: { x, s: channel(2), b: channel(3) },
  },
  GroupNormalization: {
    nodes: [nodeOf("GroupNormalization", ["x", "s", "b"], { attributes: { num_groups: 2 } })],
    inputs: { x, s: channel(2), b: channel(3) },
  },
  MeanVarianceNormalization: {
    nodes: [nodeOf("MeanVarianceNormalization", ["x"])],
    inputs: { x },
  },
  "LpNormalization by L2": {
    nodes: [nodeOf("LpNormalization", ["x"], { attributes: { axis: 1 } })],
    inputs: { x },
  },
  "LpNormalization by L1": {
    nodes: [nodeOf("LpNormalization", ["x"], { attributes: { axis: 1, p: 1 } })],
    inputs: { x: randomNumbers([2, 4, 3, 3], 1, [0.5, 3]) },
  },
  LRN: {
    nodes: [nodeOf("LRN", ["x"], { attributes: { size: 3, alpha: 0.5, beta: 0.75, bias: 1.5 } })],
    inputs: { x },
  },
};

describe("normalisations", () => {
  for (const [name, given] of Object.entries(cases))
    for (const by of Object.keys(given.inputs))
      it(`${name} by ${by}`, async () => {
        const { gradient, weights } = await followed({ ...given, by });
        const wanted = await differences({ ...given, by }, { weights, step: 0.02 });
        expect(relativeError(gradient, wanted)).toBeLessThan(1e-3);
      });

  it("refuses a BatchNormalization that is still in training", async () => {
    const given = cases["BatchNormalization"]!;
    const node = nodeOf("BatchNormalization", ["x", "s", "b", "m", "v"], {
      attributes: { training_mode: 1 },
      outputs: ["y", "mean", "variance"],
    });
    await expect(followed({ ...given, nodes: [node], output: "y" })).rejects.toMatchObject({
      code: "model-unsupported",
      message: expect.stringContaining("training mode") as string,
    });
  });
});
