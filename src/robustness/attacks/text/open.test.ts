import { describe, expect, test } from "vitest";
import type { OnnxModel, Value } from "../../../formats/onnx/model.ts";
import { randomOf } from "../../random.ts";
import { modelOf, type PlainNode } from "../../testing/models.ts";
import { labelsOf } from "../black-box/testing.ts";
import { hotFlip } from "./hot-flip.ts";
import { openTextModel } from "./open.ts";

const [size, width, length] = [20, 6, 5];

function weights(
  dims: readonly number[],
  seed: number,
): { dims: readonly number[]; values: Float32Array } {
  const random = randomOf(seed);
  const count = dims.reduce((product, one) => product * one, 1);
  return { dims, values: Float32Array.from({ length: count }, () => random.gaussian()) };
}

/** Embedding, a mask, the mean over tokens, two layers. */
function textModel(more: readonly PlainNode[] = [], after = "looked", reach = 1): OnnxModel {
  const table = weights([size, width], 1);
  const model = modelOf({
    weights: {
      table: { ...table, values: table.values.map((value) => value * reach) },
      first: weights([width, 8], 2),
      second: weights([8, 3], 3),
    },
    nodes: [
      ["Cast", ["ids"], ["whole"], { to: 7 }],
      ["Gather", ["table", "whole"], ["looked"], { axis: 0 }],
      ["Cast", ["attention_mask"], ["mask"], { to: 1 }],
      ["Unsqueeze", ["mask", "two"], ["wide"]],
      ...more,
      ["Mul", [after, "wide"], ["kept"]],
      ["ReduceMean", ["kept", "one"], ["mean"], { keepdims: 0 }],
      ["MatMul", ["mean", "first"], ["hidden"]],
      ["Tanh", ["hidden"], ["bent"]],
      ["MatMul", ["bent", "second"], ["y"]],
    ],
    input: ["N", length],
    output: ["N", 3],
  });
  const int64 = (value: number) => ({
    type: "int64" as const,
    dims: [1],
    bytes: () => new Uint8Array(BigInt64Array.of(BigInt(value)).buffer),
  });
  const input = (name: string): Value => ({ name, type: "int64", shape: ["N", length] });
  return {
    ...model,
    graph: {
      ...model.graph,
      inputs: [input("ids"), input("attention_mask")],
      initializers: new Map([...model.graph.initializers, ["one", int64(1)], ["two", int64(2)]]),
    },
  };
}

const tokens = {
  data: Float32Array.from({ length: 6 * length }, (_, k) => (7 * k + 3) % size),
  shape: [6, length],
};

describe("a text model", () => {
  test("is cut behind its embedding: the gradient there agrees with finite differences", async () => {
    // Tokens are near each other, so that the loss is nearly straight between them.
    const model = await openTextModel(textModel([], "looked", 0.1), { length, batch: 4 });
    try {
      const loss = { kind: "cross-entropy", labels: Int32Array.of(0, 1, 2, 0, 1, 2) } as const;
      const found = await model.embeddingGradient(tokens, loss);
      expect(found.gradient).toHaveLength(6 * length * width);
      // Along the way from one token to another: to first order what a swap brings.
      const { table } = model.embedding;
      const near = { ...tokens, data: tokens.data.slice() };
      const [from, to] = [tokens.data[2]!, 11];
      near.data[2] = to;
      const slope = found.gradient.subarray(2 * width, 3 * width);
      let rise = 0;
      for (let k = 0; k < width; k++)
        rise += (table[to * width + k]! - table[from * width + k]!) * slope[k]!;
      const after = await model.embeddingGradient(near, loss);
      const back = after.gradient.subarray(2 * width, 3 * width);
      let fall = 0;
      for (let k = 0; k < width; k++)
        fall += (table[to * width + k]! - table[from * width + k]!) * back[k]!;
      // By the trapezoid rule the change of the loss is near the mean of both slopes.
      const change = after.loss[0]! - found.loss[0]!;
      expect(Math.abs(change)).toBeGreaterThan(1e-3);
      expect(Math.abs(change - (rise + fall) / 2)).toBeLessThan(0.02 * Math.abs(change));
    } finally {
      await model.close();
    }
  });

  test("falls to hot-flip", async () => {
    const model = await openTextModel(textModel(), { length });
    try {
      const labels = await labelsOf(model, tokens);
      const result = await hotFlip.run(
        model,
        { inputs: tokens, labels, random: randomOf(0), first: 0 },
        hotFlip.parameters.parse({}),
      );
      const found = await labelsOf(model, result.adversarial);
      expect(found.filter((label, item) => label !== labels[item]).length).toBeGreaterThanOrEqual(
        5,
      );
      await expect(
        model.predict({ data: Float32Array.of(0, 1, 2, 3, 20), shape: [1, length] }),
      ).rejects.toMatchObject({
        code: "data-invalid",
      });
    } finally {
      await model.close();
    }
  });

  test("that uses its tokens otherwise too, or takes more, is refused with what to do", async () => {
    const twice = textModel(
      [
        ["Cast", ["ids"], ["floats"], { to: 1 }],
        ["Unsqueeze", ["floats", "two"], ["deep"]],
        ["Add", ["looked", "deep"], ["sum"]],
      ],
      "sum",
    );
    await expect(openTextModel(twice, { length })).rejects.toThrow("Unsqueeze");
    const base = textModel();
    const more: Value = { name: "temperature", type: "float32", shape: [] };
    const asking = { ...base, graph: { ...base.graph, inputs: [...base.graph.inputs, more] } };
    await expect(openTextModel(asking, { length })).rejects.toThrow("temperature");
    await expect(openTextModel(base, { length, input: "attention_mask" })).rejects.toMatchObject({
      code: "model-unsupported",
    });
  });
});
