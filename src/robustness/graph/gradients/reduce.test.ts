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

const x = randomNumbers([2, 3, 4], 1, [0.5, 2]);
const cases: Record<string, Case> = {};
for (const operator of "Sum Mean SumSquare L1 L2 LogSum LogSumExp Max Min Prod".split(" ")) {
  const constants = { axes: tensorOf("int64", [2], [0, -1]) };
  cases[`Reduce${operator}`] = {
    nodes: [nodeOf(`Reduce${operator}`, ["x", "axes"])],
    inputs: { x },
    constants,
  };
  cases[`Reduce${operator} without axes kept`] = {
    nodes: [nodeOf(`Reduce${operator}`, ["x", "axes"], { attributes: { keepdims: 0 } })],
    inputs: { x },
    constants,
  };
  cases[`Reduce${operator} of all`] = {
    nodes: [nodeOf(`Reduce${operator}`, ["x"], { attributes: { keepdims: 0 } })],
    inputs: { x },
  };
}
cases["ReduceSum of nothing"] = {
  nodes: [nodeOf("ReduceSum", ["x"], { attributes: { noop_with_empty_axes: 1 } })],
  inputs: { x },
};
for (const axis of [0, 1, -1]) {
  cases[`Softmax of axis ${axis}`] = {
    nodes: [nodeOf("Softmax", ["x"], { attributes: { axis } })],
    inputs: { x },
  };
  cases[`LogSoftmax of axis ${axis}`] = {
    nodes: [nodeOf("LogSoftmax", ["x"], { attributes: { axis } })],
    inputs: { x },
  };
}
for (const exclusive of [0, 1])
  for (const reverse of [0, 1])
    cases[`CumSum ${exclusive} ${reverse}`] = {
      nodes: [nodeOf("CumSum", ["x", "axis"], { attributes: { exclusive, reverse } })],
      inputs: { x },
      constants: { axis: tensorOf("int64", [], [1]) },
    };

describe("reductions", () => {
  for (const [name, given] of Object.entries(cases))
    it(name, async () => {
      const { gradient, weights } = await followed(given);
      const wanted = await differences(given, { weights, step: 0.003 });
      expect(relativeError(gradient, wanted)).toBeLessThan(1e-3);
    });

  const prod = (data: readonly number[]): Case => ({
    nodes: [nodeOf("ReduceProd", ["x"], { attributes: { keepdims: 0 } })],
    inputs: { x: { dims: [3], data } },
  });
  it("ReduceProd with one zero", async () => {
    const { gradient, weights } = await followed(prod([2, 0, 3]));
    expect(relativeError(gradient, [0, 6 * weights[0]!, 0])).toBeLessThan(1e-6);
  });
  it("ReduceProd with two zeros", async () => {
    expect(relativeError((await followed(prod([2, 0, 0]))).gradient, [0, 0, 0])).toBe(0);
  });
  it("ReduceL2 of zeros has the gradient 0", async () => {
    const given = {
      nodes: [nodeOf("ReduceL2", ["x"])],
      inputs: { x: { dims: [1, 3], data: [0, 0, 0] } },
    };
    expect(relativeError((await followed(given)).gradient, [0, 0, 0])).toBe(0);
  });
});
