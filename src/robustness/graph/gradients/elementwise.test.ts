import { describe, expect, it } from "vitest";
import { tensorOf } from "../tensors.ts";
import {
  followed,
  nodeOf,
  randomNumbers,
  relativeError,
  type Numbers,
} from "../testing/differences.ts";
import type { PlainAttribute } from "../rule.ts";

interface Row {
  readonly operator: string;
  readonly slope: (x: number) => number;
  readonly attributes?: Readonly<Record<string, PlainAttribute>>;
  readonly range?: readonly [number, number];
  readonly domain?: string;
}

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
/** Abramowitz & Stegun 7.1.5, a series that converges everywhere. */
function erf(x: number): number {
  let [term, sum] = [x, x];
  for (let n = 1; n < 200; n++) {
    term *= (-x * x) / n;
    sum += term / (2 * n + 1);
  }
  return (2 / Math.sqrt(Math.PI)) * sum;
}
const normal = (x: number): number => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);

const rows: readonly Row[] = [
  { operator: "Abs", slope: Math.sign },
  { operator: "Neg", slope: () => -1 },
  { operator: "Exp", slope: Math.exp },
  { operator: "Log", slope: (x) => 1 / x, range: [0.1, 4] },
  { operator: "Sqrt", slope: (x) => 0.5 / Math.sqrt(x), range: [0.1, 4] },
  { operator: "Reciprocal", slope: (x) => -1 / x ** 2, range: [0.2, 3] },
  { operator: "Erf", slope: (x) => (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) },
  { operator: "Sin", slope: Math.cos },
  { operator: "Cos", slope: (x) => -Math.sin(x) },
  { operator: "Tan", slope: (x) => 1 / Math.cos(x) ** 2, range: [-1.2, 1.2] },
  { operator: "Asin", slope: (x) => 1 / Math.sqrt(1 - x * x), range: [-0.9, 0.9] },
  { operator: "Acos", slope: (x) => -1 / Math.sqrt(1 - x * x), range: [-0.9, 0.9] },
  { operator: "Atan", slope: (x) => 1 / (1 + x * x) },
  { operator: "Sinh", slope: Math.cosh },
  { operator: "Cosh", slope: Math.sinh },
  { operator: "Tanh", slope: (x) => 1 - Math.tanh(x) ** 2 },
  { operator: "Asinh", slope: (x) => 1 / Math.sqrt(x * x + 1) },
  { operator: "Acosh", slope: (x) => 1 / Math.sqrt(x * x - 1), range: [1.2, 4] },
  { operator: "Atanh", slope: (x) => 1 / (1 - x * x), range: [-0.9, 0.9] },
  { operator: "Sigmoid", slope: (x) => sigmoid(x) * (1 - sigmoid(x)) },
  { operator: "HardSigmoid", slope: (x) => (Math.abs(x) < 2.5 ? 0.2 : 0) },
  {
    operator: "HardSigmoid",
    attributes: { alpha: 0.5, beta: 0.25 },
    slope: (x) => (x > -0.5 && x < 1.5 ? 0.5 : 0),
  },
  { operator: "HardSwish", slope: (x) => (x <= -3 ? 0 : x >= 3 ? 1 : x / 3 + 0.5), range: [-4, 4] },
  { operator: "Softplus", slope: sigmoid },
  { operator: "Softsign", slope: (x) => 1 / (1 + Math.abs(x)) ** 2 },
  {
    operator: "Mish",
    slope: (x) => {
      const t = Math.tanh(Math.log1p(Math.exp(x)));
      return t + x * sigmoid(x) * (1 - t * t);
    },
  },
  { operator: "Gelu", slope: (x) => 0.5 + 0.5 * erf(x / Math.SQRT2) + x * normal(x) },
  {
    operator: "Gelu",
    attributes: { approximate: "tanh" },
    slope: (x) => {
      const c = Math.sqrt(2 / Math.PI);
      const t = Math.tanh(c * (x + 0.044715 * x ** 3));
      return 0.5 * (1 + t) + 0.5 * x * (1 - t * t) * c * (1 + 3 * 0.044715 * x * x);
    },
  },
  {
    operator: "QuickGelu",
    domain: "com.microsoft",
    slope: (x) => {
      const s = sigmoid(1.702 * x);
      return s + 1.702 * x * s * (1 - s);
    },
  },
  {
    operator: "QuickGelu",
    domain: "com.microsoft",
    attributes: { alpha: { float: 1 } },
    slope: (x) => sigmoid(x) * (1 + x * (1 - sigmoid(x))),
  },
  { operator: "Relu", slope: (x) => (x > 0 ? 1 : 0) },
  { operator: "LeakyRelu", slope: (x) => (x > 0 ? 1 : Math.fround(0.01)) },
  { operator: "LeakyRelu", attributes: { alpha: 2.5 }, slope: (x) => (x > 0 ? 1 : 2.5) },
  { operator: "LeakyRelu", attributes: { alpha: -0.5 }, slope: (x) => (x > 0 ? 1 : -0.5) },
  { operator: "ThresholdedRelu", slope: (x) => (x > 1 ? 1 : 0) },
  { operator: "Elu", slope: (x) => (x > 0 ? 1 : Math.exp(x)) },
  { operator: "Elu", attributes: { alpha: 0.3 }, slope: (x) => (x > 0 ? 1 : 0.3 * Math.exp(x)) },
  {
    operator: "Selu",
    slope: (x) => 1.0507009873554805 * (x > 0 ? 1 : 1.6732632423543772 * Math.exp(x)),
  },
  { operator: "Celu", attributes: { alpha: 0.7 }, slope: (x) => (x > 0 ? 1 : Math.exp(x / 0.7)) },
  {
    operator: "Shrink",
    attributes: { lambd: 0.5, bias: 0.1 },
    slope: (x) => (Math.abs(x) > 0.5 ? 1 : 0),
  },
];

async function slopesOf(row: Row, x: Numbers): Promise<{ ours: number[]; wanted: number[] }> {
  const { attributes, domain } = row;
  const node = nodeOf(row.operator, ["x"], {
    ...(attributes && { attributes }),
    ...(domain !== undefined && { domain }),
  });
  const { gradient, weights } = await followed({ nodes: [node], inputs: { x } });
  return {
    ours: [...gradient],
    wanted: Array.from(x.data, (value, index) => weights[index]! * row.slope(value)),
  };
}

describe("operators of one element", () => {
  for (const row of rows)
    it(`${row.operator} ${JSON.stringify(row.attributes ?? {})}`, async () => {
      const { ours, wanted } = await slopesOf(
        row,
        randomNumbers([4, 50], 3, row.range ?? [-3.5, 3.5]),
      );
      expect(relativeError(ours, wanted)).toBeLessThan(1e-6);
    });

  const edges: readonly (readonly [string, number, number])[] = [
    ["Relu", 0, 0],
    ["Relu", 1e-38, 1],
    ["Relu", 1e30, 1],
    ["LeakyRelu", 0, Math.fround(0.01)],
    ["LeakyRelu", 1e-30, 1],
    ["Abs", 0, 0],
  ];
  for (const [operator, at, slope] of edges)
    it(`${operator} at ${at} is as in PyTorch`, async () => {
      const x = { dims: [1], data: [at] };
      const { gradient, weights } = await followed({
        nodes: [nodeOf(operator, ["x"])],
        inputs: { x },
      });
      expect(gradient[0]).toBe(Math.fround(weights[0]! * slope));
    });

  it("Clip has no gradient at its bounds, as ReLU6 in PyTorch", async () => {
    const x = { dims: [5], data: [0, 1e-20, 5.999999, 6, 7] };
    const { gradient, weights } = await followed({
      nodes: [nodeOf("Clip", ["x", "least", "most"])],
      inputs: { x },
      constants: { least: tensorOf("float32", [], [0]), most: tensorOf("float32", [], [6]) },
    });
    expect(Array.from(gradient, (each) => each + 0)).toEqual([0, weights[1], weights[2], 0, 0]);
  });

  it("Clip without bounds leaves the gradient as it is", async () => {
    const x = { dims: [2], data: [-5, 5] };
    const { gradient, weights } = await followed({ nodes: [nodeOf("Clip", ["x"])], inputs: { x } });
    expect(gradient).toEqual(weights);
  });

  for (const operator of ["Floor", "Ceil", "Round", "Sign"])
    it(`${operator} alone leaves no gradient, and says so`, async () => {
      const x = { dims: [1], data: [0.3] };
      const given = { nodes: [nodeOf(operator, ["x"])], inputs: { x } };
      await expect(followed(given)).rejects.toMatchObject({ code: "model-unsupported" });
    });
});
