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

const a = randomNumbers([2, 3, 4], 1, [0.5, 2]);
const wide = randomNumbers([3, 1], 2, [0.5, 2]);

const cases: Readonly<Record<string, Case>> = {
  Add: { nodes: [nodeOf("Add", ["a", "b"])], inputs: { a, b: wide } },
  Sub: { nodes: [nodeOf("Sub", ["a", "b"])], inputs: { a, b: wide } },
  Mul: { nodes: [nodeOf("Mul", ["a", "b"])], inputs: { a, b: wide } },
  "Mul by itself": { nodes: [nodeOf("Mul", ["a", "a"])], inputs: { a } },
  Div: { nodes: [nodeOf("Div", ["a", "b"])], inputs: { a, b: wide } },
  Pow: { nodes: [nodeOf("Pow", ["a", "b"])], inputs: { a, b: wide } },
  Sum: { nodes: [nodeOf("Sum", ["a", "b", "a"])], inputs: { a, b: wide } },
  Mean: { nodes: [nodeOf("Mean", ["a", "b", "a"])], inputs: { a, b: wide } },
  Max: { nodes: [nodeOf("Max", ["a", "b"])], inputs: { a, b: wide } },
  Min: { nodes: [nodeOf("Min", ["a", "b"])], inputs: { a, b: wide } },
  PRelu: {
    nodes: [nodeOf("PRelu", ["a", "b"])],
    inputs: { a: randomNumbers([2, 3, 4], 4), b: wide },
  },
  Mod: { nodes: [nodeOf("Mod", ["a", "b"], { attributes: { fmod: 1 } })], inputs: { a, b: wide } },
  Where: {
    nodes: [nodeOf("Where", ["c", "a", "b"])],
    inputs: { a, b: wide },
    constants: { c: tensorOf("bool", [4], [1, 0, 0, 1]) },
  },
};

describe("operators of several inputs", () => {
  for (const [name, given] of Object.entries(cases))
    for (const by of Object.keys(given.inputs))
      it(`${name} by ${by}`, async () => {
        const { gradient, weights } = await followed({ ...given, by });
        const wanted = await differences({ ...given, by }, { weights, step: 0.001 });
        expect(relativeError(gradient, wanted)).toBeLessThan(2e-3);
      });

  for (const power of [0, 0.5, 1, 2, 3, 4, -1.5])
    it(`Pow by the constant ${power}`, async () => {
      const given = {
        nodes: [nodeOf("Pow", ["a", "p"], { outputs: ["q"] }), nodeOf("Add", ["q", "a"])],
        inputs: { a },
        constants: { p: tensorOf("float32", [], [power]) },
      };
      const { gradient, weights } = await followed(given);
      const wanted = Array.from(
        a.data,
        (x, index) => weights[index]! * (1 + (power === 0 ? 0 : power * x ** (power - 1))),
      );
      expect(relativeError(gradient, wanted)).toBeLessThan(1e-6);
    });

  it("Max shares alike what is equal", async () => {
    const x = { dims: [2], data: [1, 2] };
    const given = {
      nodes: [nodeOf("Max", ["x", "y0"], { outputs: ["y"] })],
      inputs: { x, y0: { dims: [2], data: [1, 3] } },
    };
    const { gradient, weights } = await followed(given);
    expect([...gradient]).toEqual([weights[0]! / 2, 0]);
  });
});
