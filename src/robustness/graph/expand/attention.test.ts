import { describe, expect, test } from "vitest";
import type { PlainAttribute } from "../rule.ts";
import { apart, noise, nodeOf, numbers, type Numbers } from "./testing/same.ts";

type Inputs = Readonly<Record<string, Numbers | undefined>>;
type Case = readonly [
  what: string,
  operator: string,
  inputs: Inputs,
  attributes: Readonly<Record<string, PlainAttribute>>,
  outputs?: readonly string[],
];

const two = { num_heads: 2 };
const packed = { x: noise([2, 5, 8], 1), w: noise([8, 24], 2, 0.4), b: noise([24], 3, 0.2) };
const apartOf = { q: noise([2, 4, 8], 1), k: noise([2, 6, 8], 2), v: noise([2, 6, 12], 3) };
const none = undefined;
const lengths = numbers("int32", [2], [3, 6]);
const shown = numbers("int32", [2, 6], [1, 1, 0, 1, 0, 1, 1, 1, 1, 1, 0, 0]);
const shown5 = numbers("int32", [2, 5], [1, 1, 0, 1, 0, 1, 1, 1, 1, 1]);
const heads = { q: noise([2, 4, 3, 5], 1), k: noise([2, 4, 6, 5], 2), v: noise([2, 4, 6, 7], 3) };
const mask = numbers("bool", [3, 6], [1, 1, 0, 1, 0, 1, 1, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0]);
const kept = { ...heads, m: none, pk: noise([2, 4, 2, 5], 7), pv: noise([2, 4, 2, 7], 8) };

const cases: readonly Case[] = [
  ["plain", "com.microsoft:Attention", packed, two],
  ["one-way", "com.microsoft:Attention", packed, { ...two, unidirectional: 1 }],
  ["counted keys", "com.microsoft:Attention", { ...packed, m: numbers("int32", [2], [3, 5]) }, two],
  ["shown keys", "com.microsoft:Attention", { ...packed, m: shown5 }, two],
  [
    "scaled, with a bias",
    "com.microsoft:Attention",
    { ...packed, m: none, past: none, bias: noise([2, 2, 5, 5], 4) },
    { ...two, scale: { float: 0.3 } },
  ],
  [
    "other sizes",
    "com.microsoft:Attention",
    { x: packed.x, w: noise([8, 20], 2, 0.4), b: noise([20], 3) },
    { ...two, qkv_hidden_sizes: [8, 8, 4] },
  ],
  ["with what is kept", "com.microsoft:Attention", packed, two, ["y", "present"]],
  ["plain", "com.microsoft:MultiHeadAttention", apartOf, two],
  ["with bias", "com.microsoft:MultiHeadAttention", { ...apartOf, b: noise([28], 4) }, two],
  ["shown keys", "com.microsoft:MultiHeadAttention", { ...apartOf, b: none, m: shown }, two],
  ["counted keys", "com.microsoft:MultiHeadAttention", { ...apartOf, b: none, m: lengths }, two],
  [
    "added bias",
    "com.microsoft:MultiHeadAttention",
    { ...apartOf, b: none, m: none, a: noise([1, 2, 4, 6], 5) },
    { ...two, scale: { float: 0.5 } },
  ],
  ["plain", "Attention", heads, {}],
  ["flat", "Attention", apartOf, { q_num_heads: 2, kv_num_heads: 2 }],
  [
    "shared heads",
    "Attention",
    { q: noise([2, 4, 3, 5], 1), k: noise([2, 2, 6, 5], 2), v: noise([2, 2, 6, 5], 3) },
    {},
  ],
  ["causal", "Attention", heads, { is_causal: 1 }],
  ["masked", "Attention", { ...heads, m: mask }, { softcap: { float: 2 } }],
  ["added mask", "Attention", { ...heads, m: noise([2, 1, 3, 6], 5) }, { scale: { float: 0.2 } }],
  ["kept", "Attention", kept, {}, ["y", "pk2", "pv2"]],
  ["kept and causal", "Attention", kept, { is_causal: 1 }, ["y", "pk2", "pv2"]],
];

describe("is the same as the runtime's own operator", () => {
  test.each(cases.map((each) => [each[0], each[1], each] as const))(
    "%s %s",
    async (...[, , each]) => {
      const [, operator, inputs, attributes, outputs = ["y"]] = each;
      const names = Object.keys(inputs).map((name) => (inputs[name] === undefined ? "" : name));
      const given = Object.fromEntries(
        Object.entries(inputs).flatMap(([name, each]) =>
          each === undefined ? [] : [[name, each]],
        ),
      );
      const { gap, graph } = await apart({
        nodes: [nodeOf(operator, [names, outputs], attributes)],
        inputs: given,
        outputs,
        opset: 23,
      });
      expect(graph.nodes.some((node) => node.operator.endsWith("Attention"))).toBe(false);
      expect(gap).toBeLessThan(3e-6);
    },
  );
});
