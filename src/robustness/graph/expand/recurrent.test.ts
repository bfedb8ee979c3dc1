import { describe, expect, test } from "vitest";
import type { PlainAttribute } from "../rule.ts";
import {
  apart,
  expanded,
  graphOf,
  noise,
  nodeOf,
  numbers,
  runGraph,
  type Numbers,
  type Spec,
} from "./testing/same.ts";

const [steps, batch, width, hidden] = [5, 3, 4, 3];
const gates = { LSTM: 4, GRU: 3, RNN: 1 } as const;

interface Case {
  readonly operator: keyof typeof gates;
  readonly attributes?: Readonly<Record<string, PlainAttribute>>;
  readonly without?: readonly string[];
  readonly lengths?: readonly number[];
  readonly fedLengths?: readonly number[];
}

function specOf({ operator, attributes = {}, without = [], lengths, fedLengths }: Case): Spec {
  const passes = attributes["direction"] === "bidirectional" ? 2 : 1;
  const rows = gates[operator] * hidden;
  const constants: Record<string, Numbers> = {
    W: noise([passes, rows, width], 1),
    R: noise([passes, rows, hidden], 2),
    B: noise([passes, 2 * rows], 3),
    ...(lengths === undefined ? {} : { lengths: numbers("int32", [batch], lengths) }),
  };
  const inputs: Record<string, Numbers> = {
    X: noise([steps, batch, width], 4),
    h: noise([passes, batch, hidden], 5),
    ...(operator === "LSTM" ? { c: noise([passes, batch, hidden], 6) } : {}),
    ...(fedLengths === undefined ? {} : { lengths: numbers("int32", [batch], fedLengths) }),
  };
  if (operator === "LSTM") constants["P"] = noise([passes, 3 * hidden], 7);
  const order = ["X", "W", "R", "B", "lengths", "h", ...(operator === "LSTM" ? ["c", "P"] : [])];
  const given = order.map((name) =>
    (name in constants || name in inputs) && !without.includes(name) ? name : "",
  );
  const used = (all: Record<string, Numbers>) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => given.includes(name)));
  const outputs = operator === "LSTM" ? ["Y", "Y_h", "Y_c"] : ["Y", "Y_h"];
  return {
    nodes: [nodeOf(operator, [given, outputs], { hidden_size: hidden, ...attributes })],
    inputs: used(inputs),
    constants: used(constants),
    outputs,
  };
}

const texts = (...names: string[]): PlainAttribute => ({
  kind: "strings",
  value: names.map((name) => Buffer.from(name)),
});
const floats = (...values: number[]): PlainAttribute => ({ floats: values });
const bare = ["P", "h", "c", "B"];

describe("is the same as the runtime's own layer", () => {
  const cases: readonly Case[] = [
    ...(["LSTM", "GRU", "RNN"] as const).flatMap((operator): readonly Case[] => [
      { operator, without: bare },
      { operator },
      { operator, without: ["P"] },
      { operator, attributes: { direction: "reverse" } },
      { operator, attributes: { direction: "bidirectional" } },
      { operator, attributes: { direction: "bidirectional" }, lengths: [5, 2, 4] },
      { operator, attributes: { direction: "reverse" }, fedLengths: [3, 5, 1] },
      { operator, lengths: [3, 3, 2] },
      { operator, attributes: { clip: { float: 0.6 } } },
    ]),
    { operator: "GRU", attributes: { linear_before_reset: 1 } },
    { operator: "GRU", attributes: { linear_before_reset: 1, direction: "bidirectional" } },
    { operator: "GRU", attributes: { linear_before_reset: 1 }, without: ["B"] },
    { operator: "LSTM", attributes: { input_forget: 1 }, without: ["P"] },
    {
      operator: "LSTM",
      attributes: {
        activations: texts("HardSigmoid", "Softsign", "Affine"),
        activation_alpha: floats(0.3, 0.7),
        activation_beta: floats(0.4, 0.1),
      },
    },
    {
      operator: "GRU",
      attributes: {
        activations: texts("sigmoid", "ScaledTanh"),
        activation_alpha: floats(0.9),
        activation_beta: floats(0.8),
      },
    },
    {
      operator: "RNN",
      attributes: {
        direction: "bidirectional",
        activations: texts("LeakyRelu", "Elu"),
        activation_alpha: floats(0.1, 0.5),
      },
    },
    { operator: "RNN", attributes: { activations: texts("Softplus") } },
    {
      operator: "RNN",
      attributes: { activations: texts("ThresholdedRelu"), activation_alpha: floats(0.3) },
    },
    { operator: "RNN", attributes: { activations: texts("Relu") } },
  ];
  test.each(cases)("%j", async (one) => {
    const { gap, graph } = await apart(specOf(one));
    expect(graph.nodes.some((node) => node.operator === one.operator)).toBe(false);
    expect(gap).toBeLessThan(3e-6);
  });
});

describe("with the batch first, which the runtime does not run", () => {
  test.each(["LSTM", "GRU", "RNN"] as const)(
    "%s is the same between Transposes",
    async (operator) => {
      const usual = specOf({ operator, attributes: { direction: "bidirectional" } });
      const turned = (value: Numbers): Numbers => {
        const [one = 0, two = 0, rest = 0] = value.dims;
        const values = Array.from({ length: value.values.length }, (_, at) => {
          const [row, column] = [Math.floor(at / (one * rest)), Math.floor(at / rest) % one];
          return value.values[(column * two + row) * rest + (at % rest)]!;
        });
        return numbers("float32", [two, one, rest], values);
      };
      const inputs = Object.fromEntries(
        Object.entries(usual.inputs).map(([name, value]) => [name, turned(value)]),
      );
      const [node] = usual.nodes;
      const first: Spec = {
        ...usual,
        inputs,
        nodes: [
          {
            ...node!,
            attributes: new Map([...node!.attributes, ["layout", { kind: "int", value: 1n }]]),
          },
        ],
      };
      const before = await runGraph(graphOf(usual), usual);
      const after = await runGraph(await expanded(first), first);
      expect(after["Y"]!.dims).toEqual([batch, steps, 2, hidden]);
      const [plain, moved] = [before["Y"]!.data as Float32Array, after["Y"]!.data as Float32Array];
      for (const [at, value] of plain.entries()) {
        const unit = at % hidden;
        const item = Math.floor(at / hidden) % batch;
        const pass = Math.floor(at / (hidden * batch)) % 2;
        const step = Math.floor(at / (hidden * batch * 2));
        expect(moved[((item * steps + step) * 2 + pass) * hidden + unit]).toBeCloseTo(value, 5);
      }
    },
  );
});
