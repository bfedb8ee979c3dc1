// What operators are written out to has the gradient of the operator itself: differences of the runtime's own are the judge.
import { describe, expect, test } from "vitest";
import type { PlainAttribute } from "../rule.ts";
import { noise, nodeOf, numbers, type Numbers, type Spec } from "./testing/same.ts";
import { slopes } from "./testing/slopes.ts";

interface Case {
  readonly operator: string;
  readonly inputs: Readonly<Record<string, Numbers | undefined>>;
  readonly attributes?: Readonly<Record<string, PlainAttribute>>;
  readonly outputs?: readonly string[];
  readonly by?: readonly string[];
  readonly opset?: number;
}

function specOf({ operator, inputs, attributes, outputs = ["y"], by = ["x"], opset }: Case): Spec {
  const entries = Object.entries(inputs);
  const given = (isFed: boolean) =>
    Object.fromEntries(
      entries.flatMap(([name, each]) =>
        each !== undefined && by.includes(name) === isFed ? [[name, each]] : [],
      ),
    );
  const names = entries.map(([name, each]) => (each === undefined ? "" : name));
  return {
    nodes: [nodeOf(operator, [names, outputs], attributes)],
    inputs: given(true),
    constants: given(false),
    outputs: outputs.filter((name) => name !== ""),
    opset,
  };
}

function layer(
  operator: "LSTM" | "GRU" | "RNN",
  attributes: Case["attributes"] = {},
  lengths?: Numbers,
): Case {
  const passes = attributes["direction"] === "bidirectional" ? 2 : 1;
  const rows = { LSTM: 4, GRU: 3, RNN: 1 }[operator] * 3;
  const isLong = operator === "LSTM";
  return {
    operator,
    inputs: {
      x: noise([4, 2, 3], 1),
      w: noise([passes, rows, 3], 2, 0.7),
      r: noise([passes, rows, 3], 3, 0.7),
      b: noise([passes, 2 * rows], 4),
      lengths,
      h: noise([passes, 2, 3], 5),
      ...(isLong ? { c: noise([passes, 2, 3], 6), p: noise([passes, 9], 7) } : {}),
    },
    attributes: { hidden_size: 3, ...attributes },
    outputs: isLong ? ["y", "last", "cell"] : ["y", "last"],
    by: isLong ? ["x", "h", "c"] : ["x", "h"],
  };
}

const rows = noise([2, 3, 8], 1);
const two = { num_heads: 2 };
const heads = { x: noise([2, 2, 3, 4], 1), k: noise([2, 2, 5, 4], 2), v: noise([2, 2, 5, 4], 3) };
const image = noise([1, 2, 5, 4], 1);
const grid = noise([1, 3, 3, 2], 2, 0.4);
const norm = { scale: noise([8], 3), shift: noise([8], 4) };

const cases: readonly Case[] = [
  layer("LSTM"),
  layer("LSTM", { direction: "bidirectional", input_forget: 1 }, numbers("int32", [2], [4, 2])),
  layer("GRU", { direction: "reverse" }),
  layer("GRU", { linear_before_reset: 1 }, numbers("int32", [2], [1, 3])),
  layer("RNN", { direction: "bidirectional" }),
  {
    operator: "com.microsoft:FusedMatMul",
    inputs: { x: noise([3, 2, 4], 1), b: noise([2, 4, 5], 2) },
    attributes: { transBatchA: 1 },
  },
  {
    operator: "com.microsoft:FusedGemm",
    inputs: { x: noise([2, 4], 1), b: noise([4, 5], 2), c: noise([5], 3) },
    attributes: { activation: "Tanh" },
  },
  {
    operator: "com.microsoft:FusedConv",
    inputs: { x: image, w: noise([3, 2, 3, 3], 2), b: noise([3], 3) },
    attributes: { activation: "Sigmoid", pads: [1, 1, 1, 1] },
  },
  { operator: "com.microsoft:BiasGelu", inputs: { x: rows, b: norm.shift } },
  { operator: "com.microsoft:FastGelu", inputs: { x: rows, b: norm.shift } },
  { operator: "com.microsoft:QuickGelu", inputs: { x: rows } },
  { operator: "SimplifiedLayerNormalization", inputs: { x: rows, s: norm.scale } },
  {
    operator: "com.microsoft:SkipSimplifiedLayerNormalization",
    inputs: { x: rows, skip: noise([2, 3, 8], 5), s: norm.scale },
    outputs: ["y", "", "", "sum"],
    by: ["x", "skip"],
  },
  {
    operator: "com.microsoft:SkipLayerNormalization",
    inputs: { x: rows, skip: noise([2, 3, 8], 5), s: norm.scale, b: norm.shift },
    attributes: { epsilon: { float: 1e-5 } },
    outputs: ["y", "", "", "sum"],
    by: ["x", "skip"],
  },
  {
    operator: "com.microsoft:Attention",
    inputs: { x: rows, w: noise([8, 24], 2, 0.4), b: noise([24], 3, 0.2) },
    attributes: { ...two, unidirectional: 1 },
  },
  {
    operator: "com.microsoft:MultiHeadAttention",
    inputs: { x: rows, k: noise([2, 4, 8], 2), v: noise([2, 4, 8], 3) },
    attributes: two,
    by: ["x", "k", "v"],
  },
  {
    operator: "Attention",
    inputs: heads,
    attributes: { is_causal: 1, softcap: { float: 3 } },
    by: ["x", "k", "v"],
    opset: 23,
  },
  ...["linear", "cubic", "nearest"].flatMap((mode) =>
    ["zeros", "border", "reflection"].map((padding_mode) => ({
      operator: "GridSample",
      inputs: { x: image, grid },
      attributes: { mode, padding_mode },
      by: mode === "nearest" ? ["x"] : ["x", "grid"],
    })),
  ),
  {
    operator: "AffineGrid",
    inputs: { x: noise([2, 2, 3], 1), size: numbers("int64", [4], [2, 1, 3, 4]) },
  },
];

describe("differences of the runtime's own operator", () => {
  const each = cases.flatMap((one) =>
    (one.by ?? ["x"]).map(
      (by) => [one.operator, by, JSON.stringify(one.attributes ?? {}), one] as const,
    ),
  );
  test.each(each)("%s by %s %s", async (_operator, by, _attributes, one) => {
    const { gap } = await slopes(specOf(one), { by, step: 0.004, coordinates: 24 });
    expect(gap).toBeLessThan(3e-3);
  });
});
