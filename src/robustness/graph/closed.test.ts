import { describe, expect, it } from "vitest";
import type { GraphNode, Tensor } from "../../formats/onnx/model.ts";
import { tensorOf } from "./tensors.ts";
import {
  differences,
  followed,
  nodeOf,
  randomNumbers,
  relativeError,
  type Case,
} from "./testing/differences.ts";

const number = (value: number): Tensor => tensorOf("float32", [], [value]);
const constants = {
  half: number(0.5),
  one: number(1),
  two: number(2),
  root: number(Math.SQRT2),
  inverseRoot: number(Math.SQRT1_2),
  alpha: number(1.702),
  epsilon: number(1e-5),
  last: tensorOf("int64", [1], [-1]),
};
const node = (operator: string, inputs: string, output = "y"): GraphNode =>
  nodeOf(operator, inputs.split(" "), { outputs: [output] });

const chains: Readonly<Record<string, readonly GraphNode[]>> = {
  "GELU as torch.onnx writes it": [
    node("Div", "x root", "a"),
    node("Erf", "a", "b"),
    node("Add", "b one", "c"),
    node("Mul", "x c", "d"),
    node("Mul", "d half"),
  ],
  "GELU, the half first": [
    node("Mul", "x half", "d"),
    node("Mul", "x inverseRoot", "a"),
    node("Erf", "a", "b"),
    node("Add", "one b", "c"),
    node("Mul", "d c"),
  ],
  "GELU, divided by two": [
    node("Div", "x root", "a"),
    node("Erf", "a", "b"),
    node("Add", "b one", "c"),
    node("Mul", "c x", "d"),
    node("Div", "d two"),
  ],
  SiLU: [node("Sigmoid", "x", "s"), node("Mul", "x s")],
  "sigmoid GELU": [node("Mul", "x alpha", "a"), node("Sigmoid", "a", "s"), node("Mul", "s x")],
  "hard swish": [
    nodeOf("HardSigmoid", ["x"], { attributes: { alpha: 1 / 6, beta: 0.5 }, outputs: ["h"] }),
    node("Mul", "x h"),
  ],
  "layer normalisation": [
    node("ReduceMean", "x last", "m"),
    node("Sub", "x m", "d"),
    node("Pow", "d two", "p"),
    node("ReduceMean", "p last", "v"),
    node("Add", "v epsilon", "e"),
    node("Sqrt", "e", "s"),
    node("Div", "d s"),
  ],
};
const caseOf = (nodes: readonly GraphNode[], dims: readonly number[]): Case => ({
  nodes,
  constants,
  inputs: { x: randomNumbers(dims, 3, [-4, 4]) },
});

describe("functions that are written as chains", () => {
  for (const [name, nodes] of Object.entries(chains)) {
    for (const dims of [
      [3, 8],
      [1, 4, 3, 4],
    ] as const)
      it(`${name} of ${dims.length} axes`, async () => {
        const given = caseOf(nodes, dims);
        const { gradient, weights, emission } = await followed(given);
        const wanted = await differences(given, { weights, step: 0.01 });
        expect(relativeError(gradient, wanted)).toBeLessThan(1e-3);
        // What is between is not used, so that onnxruntime may fuse it.
        const made = new Set(nodes.slice(0, -1).flatMap((each) => each.outputs));
        if (name.includes("GELU")) {
          const { nodes: back } = emission.needed([...emission.facts.keys()]);
          expect(back.flatMap((each) => each.inputs).filter((each) => made.has(each))).toEqual([]);
        }
      });

    it(`${name} in blocks is the same`, async () => {
      const large = await followed(caseOf(nodes, [2048, 256]));
      const small = await followed(caseOf(nodes, [4, 256]));
      expect(large.weights.subarray(0, 1024)).toEqual(small.weights);
      expect(relativeError(large.gradient.subarray(0, 1024), small.gradient)).toBeLessThan(1e-6);
    });
  }

  it("Softmax in blocks is the same", async () => {
    const nodes = [node("Softmax", "x")];
    const large = await followed(caseOf(nodes, [2048, 256]));
    const small = await followed(caseOf(nodes, [4, 256]));
    expect(relativeError(large.gradient.subarray(0, 1024), small.gradient)).toBeLessThan(1e-6);
  });

  it("is not deceived by a chain of other values", async () => {
    const nodes = [
      node("Mul", "x two", "z"),
      node("Div", "z root", "a"),
      node("Erf", "a", "b"),
      node("Add", "b one", "c"),
      node("Mul", "x c", "d"),
      node("Mul", "d half"),
    ];
    const given = caseOf(nodes, [3, 8]);
    const { gradient, weights } = await followed(given);
    const wanted = await differences(given, { weights, step: 0.01 });
    expect(relativeError(gradient, wanted)).toBeLessThan(1e-3);
  });
});
