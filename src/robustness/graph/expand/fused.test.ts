import { describe, expect, test } from "vitest";
import type { GraphNode } from "../../../formats/onnx/model.ts";
import type { PlainAttribute } from "../rule.ts";
import { apart, noise, nodeOf, numbers, type Numbers } from "./testing/same.ts";

type Case = readonly [
  operator: string,
  inputs: Readonly<Record<string, Numbers>>,
  attributes?: Readonly<Record<string, PlainAttribute>>,
  outputs?: readonly string[],
];

const image = noise([2, 4, 7, 6], 1);
const kernel = noise([6, 4, 3, 3], 2, 0.3);
const conv = { x: image, w: kernel, b: noise([6], 3) };
const rows = noise([2, 5, 8], 4);
const scale = noise([8], 5);
const all = ["y", "mean", "deviation", "sum"];
const ids = numbers("int32", [2, 3], [1, 4, 0, 2, 2, 3]);
const segments = numbers("int32", [2, 3], [0, 0, 1, 1, 0, 1]);
const embedding = {
  ids,
  segments,
  words: noise([5, 8], 6),
  places: noise([4, 8], 7),
  kinds: noise([2, 8], 8),
  scale,
  shift: noise([8], 9),
};

const cases: readonly Case[] = [
  ["com.microsoft:FusedConv", conv, { activation: "Relu", pads: [1, 1, 1, 1], strides: [2, 2] }],
  [
    "com.microsoft:FusedConv",
    conv,
    { activation: "LeakyRelu", activation_params: { floats: [0.2] } },
  ],
  ["com.microsoft:FusedConv", conv, { activation: "Clip", activation_params: { floats: [0, 1] } }],
  [
    "com.microsoft:FusedConv",
    conv,
    { activation: "HardSigmoid", activation_params: { floats: [0.3, 0.4] } },
  ],
  ["com.microsoft:FusedConv", { ...conv, z: noise([2, 6, 5, 4], 10) }, { activation: "Relu" }],
  [
    "com.microsoft:FusedGemm",
    { a: noise([4, 3], 1), b: noise([5, 4], 2), c: noise([5], 3) },
    {
      transA: 1,
      transB: 1,
      alpha: { float: 0.5 },
      activation: "LeakyRelu",
      activation_alpha: { float: 0.3 },
    },
  ],
  [
    "com.microsoft:FusedMatMul",
    { a: noise([2, 4, 3], 1), b: noise([2, 5, 4], 2) },
    { transA: 1, transB: 1, alpha: { float: 0.25 } },
  ],
  [
    "com.microsoft:FusedMatMul",
    { a: noise([3, 2, 4], 1), b: noise([2, 4, 5], 2) },
    { transBatchA: 1 },
  ],
  [
    "com.microsoft:FusedMatMul",
    { a: noise([2, 3, 4], 1), b: noise([5, 2, 4], 2) },
    { transBatchB: 1, transB: 1 },
  ],
  ["com.microsoft:Gelu", { rows }],
  ["com.microsoft:BiasGelu", { rows, scale }],
  ["com.microsoft:FastGelu", { rows }],
  ["com.microsoft:FastGelu", { rows, scale }],
  ["com.microsoft:QuickGelu", { rows }, { alpha: { float: 1.3 } }],
  ["SimplifiedLayerNormalization", { rows, scale }],
  [
    "com.microsoft:SkipSimplifiedLayerNormalization",
    { rows, skip: noise([2, 5, 8], 6), scale },
    {},
    ["y", "", "", "sum"],
  ],
  [
    "com.microsoft:SkipSimplifiedLayerNormalization",
    { rows, skip: noise([2, 5, 8], 6), scale, bias: noise([8], 7) },
  ],
  [
    "com.microsoft:SkipLayerNormalization",
    { rows, skip: noise([2, 5, 8], 6), scale, shift: noise([8], 7), bias: noise([8], 8) },
    { epsilon: { float: 1e-5 } },
    ["y", "", "", "sum"],
  ],
  [
    "com.microsoft:SkipLayerNormalization",
    { rows, skip: noise([1, 5, 8], 6), scale, shift: noise([8], 7) },
    {},
    ["y"],
  ],
  [
    "com.microsoft:EmbedLayerNormalization",
    embedding,
    { epsilon: { float: 1e-6 } },
    ["y", "mask_index"],
  ],
  [
    "com.microsoft:EmbedLayerNormalization",
    { ...embedding, mask: numbers("int32", [2, 3], [1, 1, 0, 1, 1, 1]) },
    {},
    ["y", "mask_index", "sum"],
  ],
];

describe("is the same as the runtime's own operator", () => {
  test.each(cases.map((each, at) => [at, each[0], each] as const))(
    "%i %s",
    async (_at, _name, each) => {
      const [operator, inputs, attributes = {}, outputs = ["y"]] = each;
      const node: GraphNode = nodeOf(operator, [Object.keys(inputs), outputs], attributes);
      const wanted = outputs.filter((name) => all.includes(name) || name === "mask_index");
      const { gap, graph } = await apart({ nodes: [node], inputs, outputs: wanted });
      expect(graph.nodes.some((one) => one.domain !== "")).toBe(false);
      expect(gap).toBeLessThan(2e-6);
    },
  );
});
