import { describe, expect, it } from "vitest";
import {
  differences,
  followed,
  nodeOf,
  randomNumbers,
  relativeError,
  type Case,
} from "../testing/differences.ts";

const matMul = (a: readonly number[], b: readonly number[]): Case => ({
  nodes: [nodeOf("MatMul", ["a", "b"])],
  inputs: { a: randomNumbers(a, 1), b: randomNumbers(b, 2) },
});

const gemm = (transA: number, transB: number): Case => ({
  nodes: [
    nodeOf("Gemm", ["a", "b", "c"], { attributes: { transA, transB, alpha: 0.7, beta: 1.3 } }),
  ],
  inputs: {
    a: randomNumbers(transA === 1 ? [4, 3] : [3, 4], 1),
    b: randomNumbers(transB === 1 ? [5, 4] : [4, 5], 2),
    c: randomNumbers([5], 3),
  },
});

const einsum = (equation: string, ...shapes: readonly (readonly number[])[]): Case => ({
  nodes: [
    nodeOf(
      "Einsum",
      shapes.map((_, index) => `x${index}`),
      { attributes: { equation } },
    ),
  ],
  inputs: Object.fromEntries(
    shapes.map((shape, index) => [`x${index}`, randomNumbers(shape, index + 1)]),
  ),
});

const cases: Readonly<Record<string, Case>> = {
  Gemm: gemm(0, 0),
  "Gemm, A turned": gemm(1, 0),
  "Gemm, B turned": gemm(0, 1),
  "Gemm, both turned": gemm(1, 1),
  "MatMul of matrices": matMul([3, 4], [4, 5]),
  "MatMul of batches": matMul([2, 3, 4], [2, 4, 5]),
  "MatMul of a batch and a matrix": matMul([2, 3, 4], [4, 5]),
  "MatMul of a matrix and a batch": matMul([3, 4], [2, 4, 5]),
  "MatMul, broadcast": matMul([2, 1, 3, 4], [3, 4, 5]),
  "MatMul of a vector and a matrix": matMul([4], [4, 5]),
  "MatMul of a vector and a batch": matMul([4], [2, 4, 5]),
  "MatMul of a matrix and a vector": matMul([3, 4], [4]),
  "MatMul of a batch and a vector": matMul([2, 3, 4], [4]),
  "MatMul of vectors": matMul([4], [4]),
  "Einsum of matrices": einsum("ij,jk->ik", [3, 4], [4, 5]),
  "Einsum of heads": einsum("bhid,bhjd->bhij", [2, 2, 3, 4], [2, 2, 3, 4]),
  "Einsum that sums": einsum("ij->i", [3, 4]),
  "Einsum that sums one of two": einsum("ij,ik->k", [3, 4], [3, 2]),
  "Einsum without a result": einsum("ij,jk", [3, 4], [4, 5]),
};

describe("products", () => {
  for (const [name, given] of Object.entries(cases))
    for (const by of Object.keys(given.inputs))
      it(`${name} by ${by}`, async () => {
        const { gradient, weights } = await followed({ ...given, by });
        const wanted = await differences({ ...given, by }, { weights, step: 1 });
        expect(relativeError(gradient, wanted)).toBeLessThan(3e-6);
      });
});
