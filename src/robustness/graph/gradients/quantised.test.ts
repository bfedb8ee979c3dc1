// Rounding has no gradient to hold against differences: whole-number graphs are held against the same in real numbers.
import { describe, expect, test } from "vitest";
import type { GraphNode } from "../../../formats/onnx/model.ts";
import {
  graphOf,
  noise,
  nodeOf,
  numbers,
  runGraph,
  type Numbers,
  type Spec,
} from "../expand/testing/same.ts";
import { gradientOf } from "../expand/testing/slopes.ts";
import type { PlainAttribute } from "../rule.ts";

type Attributes = Readonly<Record<string, PlainAttribute>>;

const scalar = (type: "float32" | "uint8" | "int8", value: number): Numbers =>
  numbers(type, [], [value]);
const steps = { xs: scalar("float32", 0.04), xz: scalar("uint8", 128) };
const quantize = nodeOf("QuantizeLinear", [["x", "xs", "xz"], ["q"]]);
const dequantize = nodeOf("DequantizeLinear", [["p", "ys", "yz"], ["y"]]);
const wide = { ys: scalar("float32", 0.2), yz: scalar("uint8", 120) };

/** Whole numbers of a shape, the same for a seed. */
function wholes(dims: readonly number[], seed: number, type: "int8" | "uint8" = "int8"): Numbers {
  const { values } = noise(dims, seed, 30);
  const middle = type === "int8" ? 0 : 128;
  return numbers(
    type,
    dims,
    values.map((value) => Math.max(-100, Math.min(100, Math.round(value))) + middle),
  );
}

function realOf(whole: Numbers, scales: readonly number[], inner: number, zero = 0): Numbers {
  const values = whole.values.map(
    (value, at) => (value - zero) * scales[Math.floor(at / inner) % scales.length]!,
  );
  return numbers("float32", whole.dims, values);
}

interface Case {
  readonly x: Numbers;
  readonly nodes: readonly GraphNode[];
  readonly constants: Readonly<Record<string, Numbers>>;
  readonly real: readonly GraphNode[];
  readonly reals?: Readonly<Record<string, Numbers>>;
  /** How far rounded values may lead astray; nothing where the operator is linear. */
  readonly within?: number;
}

const image = noise([2, 3, 6, 5], 1);
const kernel = wholes([4, 3, 3, 3], 2);
const scales = numbers("float32", [4], [0.01, 0.02, 0.005, 0.03]);
const zeros = numbers("int8", [4], [0, 0, 0, 0]);
const conv = { pads: [1, 0, 1, 1], strides: [2, 1] };
const realKernel = realOf(kernel, scales.values, 27);
const matrix = wholes([5, 4], 3);
const rows = noise([2, 3, 5], 4);
const other = noise([2, 3, 5], 5);
const otherSteps = { os: scalar("float32", 0.05), oz: scalar("uint8", 110) };

const unary = (operator: string, attributes: Attributes, real: GraphNode): Case => ({
  x: image,
  nodes: [
    quantize,
    nodeOf(`com.microsoft:${operator}`, [["q", "xs", "xz", "ys", "yz"], ["p"]], attributes),
    dequantize,
  ],
  constants: { ...steps, ys: scalar("float32", 0.02), yz: scalar("uint8", 100) },
  real: [real],
  within: 0.06,
});

const binary = (operator: string): Case => ({
  x: rows,
  nodes: [
    quantize,
    nodeOf("QuantizeLinear", [["o", "os", "oz"], ["r"]]),
    nodeOf(`com.microsoft:QLinear${operator}`, [
      ["q", "xs", "xz", "r", "os", "oz", "ys", "yz"],
      ["p"],
    ]),
    dequantize,
  ],
  constants: { ...steps, ...otherSteps, ...wide, o: other },
  real: [nodeOf(operator, [["x", "o"], ["y"]])],
  reals: { o: other },
  within: 0.05,
});

const dynamic = nodeOf("DynamicQuantizeLinear", [["x"], ["q", "xs", "xz"]]);

const cases: Readonly<Record<string, Case>> = {
  "QuantizeLinear and DequantizeLinear": {
    x: image,
    nodes: [
      quantize,
      nodeOf("DequantizeLinear", [["q", "xs", "xz"], ["r"]]),
      nodeOf("Conv", [["r", "k"], ["y"]]),
    ],
    constants: { ...steps, k: realKernel },
    real: [nodeOf("Conv", [["x", "k"], ["y"]])],
    reals: { k: realKernel },
  },
  "whole numbers that are moved": {
    x: image,
    nodes: [
      quantize,
      nodeOf("Transpose", [["q"], ["t"]], { perm: [0, 2, 3, 1] }),
      nodeOf("Reshape", [["t", "shape"], ["r"]]),
      nodeOf("DequantizeLinear", [["r", "xs", "xz"], ["y"]]),
    ],
    constants: { ...steps, shape: numbers("int64", [2], [2, -1]) },
    real: [
      nodeOf("Transpose", [["x"], ["t"]], { perm: [0, 2, 3, 1] }),
      nodeOf("Reshape", [["t", "shape"], ["y"]]),
    ],
    reals: { shape: numbers("int64", [2], [2, -1]) },
  },
  QLinearConv: {
    x: image,
    nodes: [
      quantize,
      nodeOf("QLinearConv", [["q", "xs", "xz", "k", "ks", "kz", "ys", "yz"], ["p"]], conv),
      dequantize,
    ],
    constants: { ...steps, k: kernel, ks: scales, kz: zeros, ...wide },
    real: [nodeOf("Conv", [["x", "k"], ["y"]], conv)],
    reals: { k: realKernel },
  },
  QLinearMatMul: {
    x: rows,
    nodes: [
      quantize,
      nodeOf("QLinearMatMul", [["q", "xs", "xz", "k", "ks", "kz", "ys", "yz"], ["p"]]),
      dequantize,
    ],
    constants: { ...steps, k: matrix, ks: scales, kz: zeros, ...wide },
    real: [nodeOf("MatMul", [["x", "k"], ["y"]])],
    reals: { k: realOf(matrix, scales.values, 1) },
  },
  "QLinearMatMul of two": {
    x: rows,
    nodes: [
      quantize,
      nodeOf("Transpose", [["q"], ["t"]], { perm: [0, 2, 1] }),
      nodeOf("QLinearMatMul", [["q", "xs", "xz", "t", "xs", "xz", "ys", "yz"], ["p"]]),
      dequantize,
    ],
    constants: { ...steps, ...wide },
    real: [
      nodeOf("Transpose", [["x"], ["t"]], { perm: [0, 2, 1] }),
      nodeOf("MatMul", [["x", "t"], ["y"]]),
    ],
    within: 0.05,
  },
  QGemm: {
    x: noise([3, 5], 6),
    nodes: [
      quantize,
      nodeOf("com.microsoft:QGemm", [["q", "xs", "xz", "k", "ks", "kz", "", "ys", "yz"], ["p"]], {
        transB: 1,
        alpha: { float: 1 },
      }),
      dequantize,
    ],
    constants: {
      ...steps,
      k: wholes([4, 5], 7),
      ks: scalar("float32", 0.02),
      kz: scalar("int8", 0),
      ...wide,
    },
    real: [nodeOf("Gemm", [["x", "k"], ["y"]], { transB: 1 })],
    reals: { k: realOf(wholes([4, 5], 7), [0.02], 1) },
  },
  QLinearAdd: binary("Add"),
  QLinearMul: binary("Mul"),
  QLinearConcat: {
    x: rows,
    nodes: [
      quantize,
      nodeOf("QuantizeLinear", [["o", "os", "oz"], ["r"]]),
      nodeOf(
        "com.microsoft:QLinearConcat",
        [["ys", "yz", "q", "xs", "xz", "r", "os", "oz"], ["p"]],
        { axis: 1 },
      ),
      dequantize,
    ],
    constants: { ...steps, ...otherSteps, ...wide, o: other },
    real: [nodeOf("Concat", [["x", "o"], ["y"]], { axis: 1 })],
    reals: { o: other },
  },
  QLinearSigmoid: unary("QLinearSigmoid", {}, nodeOf("Sigmoid", [["x"], ["y"]])),
  QLinearLeakyRelu: {
    ...unary(
      "QLinearLeakyRelu",
      { alpha: { float: 0.1 } },
      nodeOf("LeakyRelu", [["x"], ["y"]], { alpha: { float: 0.1 } }),
    ),
    constants: { ...steps, ys: scalar("float32", 0.04), yz: scalar("uint8", 100) },
    x: numbers("float32", [2, 3], [0.5, -0.5, 1, -1, 2, -2]),
  },
  QLinearGlobalAveragePool: unary(
    "QLinearGlobalAveragePool",
    {},
    nodeOf("GlobalAveragePool", [["x"], ["y"]]),
  ),
  QLinearAveragePool: unary(
    "QLinearAveragePool",
    { kernel_shape: [2, 2] },
    nodeOf("AveragePool", [["x"], ["y"]], { kernel_shape: [2, 2] }),
  ),
  "DynamicQuantizeLinear and MatMulInteger": {
    x: rows,
    nodes: [
      dynamic,
      nodeOf("MatMulInteger", [["q", "k", "xz", "kz"], ["m"]]),
      nodeOf("Cast", [["m"], ["f"]], { to: 1 }),
      nodeOf("Mul", [["xs", "ks"], ["s"]]),
      nodeOf("Mul", [["f", "s"], ["y"]]),
    ],
    constants: { k: matrix, ks: scalar("float32", 0.02), kz: scalar("int8", 3) },
    real: [nodeOf("MatMul", [["x", "k"], ["y"]])],
    reals: { k: realOf(matrix, [0.02], 1, 3) },
  },
  "DynamicQuantizeLinear and ConvInteger": {
    x: image,
    nodes: [
      dynamic,
      nodeOf("ConvInteger", [["q", "k", "xz", "kz"], ["m"]], conv),
      nodeOf("Cast", [["m"], ["f"]], { to: 1 }),
      nodeOf("Mul", [["f", "xs"], ["y"]]),
    ],
    constants: { k: wholes([4, 3, 3, 3], 2, "uint8"), kz: scalar("uint8", 130) },
    real: [nodeOf("Conv", [["x", "k"], ["y"]], conv)],
    reals: { k: realOf(wholes([4, 3, 3, 3], 2, "uint8"), [1], 1, 130) },
  },
  MatMulIntegerToFloat: {
    x: rows,
    nodes: [
      dynamic,
      nodeOf("com.microsoft:MatMulIntegerToFloat", [["q", "k", "xs", "ks", "xz", "kz"], ["y"]]),
    ],
    constants: { k: matrix, ks: scales, kz: zeros },
    real: [nodeOf("MatMul", [["x", "k"], ["y"]])],
    reals: { k: realOf(matrix, scales.values, 1) },
  },
  DynamicQuantizeMatMul: {
    x: rows,
    nodes: [nodeOf("com.microsoft:DynamicQuantizeMatMul", [["x", "k", "ks", "kz"], ["y"]])],
    constants: { k: matrix, ks: scalar("float32", 0.02), kz: scalar("int8", 0) },
    real: [nodeOf("MatMul", [["x", "k"], ["y"]])],
    reals: { k: realOf(matrix, [0.02], 1) },
  },
};

async function bothOf(one: Case) {
  const real: Spec = {
    nodes: one.real,
    inputs: { x: one.x },
    constants: one.reals,
    outputs: ["y"],
  };
  const whole: Spec = { ...real, nodes: one.nodes, constants: one.constants };
  const { y } = await runGraph(graphOf(real), real);
  const weights = new Map([["y", noise([y!.data.length], 9).values]]);
  return {
    whole: (await gradientOf(whole, "x", weights)).gradient,
    real: (await gradientOf(real, "x", weights)).gradient,
  };
}

describe("has the gradient of the real numbers it stands for", () => {
  test.each(Object.entries(cases))("%s", async (_name, one) => {
    const { whole, real } = await bothOf(one);
    const scale = Math.max(...real.map(Math.abs));
    const gap = Math.max(...real.map((value, at) => Math.abs(value - whole[at]!))) / scale;
    expect(scale).toBeGreaterThan(0);
    expect(gap).toBeLessThan(one.within ?? 2e-5);
  });
});

describe("the ends of the range", () => {
  const spec = (x: readonly number[]): Spec => ({
    nodes: [
      nodeOf("QuantizeLinear", [["x", "s", "z"], ["q"]]),
      nodeOf("DequantizeLinear", [["q", "s", "z"], ["y"]]),
    ],
    inputs: { x: numbers("float32", [x.length], x) },
    constants: { s: scalar("float32", 1 / 255), z: scalar("uint8", 0) },
    outputs: ["y"],
  });
  test("let a black and a white pixel pass, and nothing that is cut", async () => {
    const { gradient } = await gradientOf(
      spec([0, 1, -0.1, 1.1, 0.5]),
      "x",
      new Map([["y", [1, 1, 1, 1, 1]]]),
    );
    expect(gradient.map((each) => Math.round(each * 1e6) / 1e6)).toEqual([1, 1, 0, 0, 1]);
  });
});
