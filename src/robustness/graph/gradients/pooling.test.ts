import { describe, expect, it } from "vitest";
import type { PlainAttribute } from "../rule.ts";
import {
  differences,
  followed,
  nodeOf,
  randomNumbers,
  relativeError,
} from "../testing/differences.ts";

interface Row {
  readonly x: readonly number[];
  readonly attributes?: Readonly<Record<string, PlainAttribute>>;
}

const windows: Readonly<Record<string, Row>> = {
  tiles: { x: [2, 3, 6, 8], attributes: { kernel_shape: [2, 2], strides: [2, 2] } },
  "tiles, one left over": {
    x: [2, 3, 7, 9],
    attributes: { kernel_shape: [2, 2], strides: [2, 2] },
  },
  "that overlap": {
    x: [1, 2, 7, 8],
    attributes: { kernel_shape: [3, 3], strides: [2, 2], pads: [1, 1, 1, 1] },
  },
  "of stride 1": { x: [1, 2, 5, 5], attributes: { kernel_shape: [3, 3], pads: [1, 1, 1, 1] } },
  "that reach over the end": {
    x: [1, 2, 8, 8],
    attributes: { kernel_shape: [3, 3], strides: [2, 2], ceil_mode: 1 },
  },
  "that reach over the end of padding": {
    x: [1, 2, 8, 7],
    attributes: { kernel_shape: [3, 3], strides: [2, 2], pads: [1, 1, 1, 1], ceil_mode: 1 },
  },
  SAME_UPPER: {
    x: [1, 2, 7, 8],
    attributes: { kernel_shape: [3, 2], strides: [2, 2], auto_pad: "SAME_UPPER" },
  },
  SAME_LOWER: {
    x: [1, 2, 7, 8],
    attributes: { kernel_shape: [3, 2], strides: [2, 2], auto_pad: "SAME_LOWER" },
  },
  "of one axis": { x: [1, 2, 9], attributes: { kernel_shape: [3], strides: [2] } },
  "of three axes": {
    x: [1, 2, 4, 5, 6],
    attributes: { kernel_shape: [2, 2, 3], strides: [2, 2, 2] },
  },
};
const counting = Object.fromEntries(
  Object.entries(windows).map(([name, { x, attributes }]) => [
    `${name}, padding counted`,
    { x, attributes: { ...attributes, count_include_pad: 1 } },
  ]),
);
const still: Readonly<Record<string, Row>> = {
  all: { x: [2, 3, 4, 5] },
  "of one axis": { x: [2, 3, 4] },
};

const table: Readonly<Record<string, Readonly<Record<string, Row>>>> = {
  MaxPool: windows,
  AveragePool: { ...windows, ...counting },
  LpPool: windows,
  GlobalMaxPool: still,
  GlobalAveragePool: still,
  GlobalLpPool: still,
};

for (const [operator, rows] of Object.entries(table))
  describe(operator, () => {
    for (const [name, { x, attributes = {} }] of Object.entries(rows))
      it(name, async () => {
        // Far enough from each other for the greatest to stay it.
        const order = randomNumbers(x, 4).data;
        const ranks = Array.from(order, (_, index) => index).sort((a, b) => order[a]! - order[b]!);
        const data = new Float32Array(order.length);
        for (const [rank, index] of ranks.entries()) data[index] = (rank + 1) / order.length;
        const given = {
          nodes: [nodeOf(operator, ["x"], { attributes })],
          inputs: { x: { dims: x, data } },
        };
        const { gradient, weights } = await followed(given);
        const wanted = await differences(given, {
          weights,
          step: operator.includes("Average") ? 1 : 1e-3,
        });
        expect(relativeError(gradient, wanted)).toBeLessThan(
          operator.includes("Average") ? 3e-6 : 2e-3,
        );
      });
  });

describe("equal elements", () => {
  const flat = { dims: [1, 1, 4, 4], data: new Float32Array(16).fill(0.5) };

  it("MaxPool takes the first of a window", async () => {
    const attributes = { kernel_shape: [2, 2], strides: [2, 2] };
    const { gradient, weights } = await followed({
      nodes: [nodeOf("MaxPool", ["x"], { attributes })],
      inputs: { x: flat },
    });
    const [a, b, c, d] = weights;
    expect([...gradient]).toEqual([a, 0, b, 0, 0, 0, 0, 0, c, 0, d, 0, 0, 0, 0, 0]);
  });

  it("MaxPool takes the first of windows that overlap", async () => {
    const attributes = { kernel_shape: [3, 3], strides: [1, 1], pads: [1, 1, 1, 1] };
    const { gradient, weights } = await followed({
      nodes: [nodeOf("MaxPool", ["x"], { attributes })],
      inputs: { x: flat },
    });
    const wanted = new Float32Array(16);
    for (let y = 0; y < 4; y++)
      for (let x = 0; x < 4; x++) {
        const at = Math.max(0, y - 1) * 4 + Math.max(0, x - 1);
        wanted[at] = wanted[at]! + weights[y * 4 + x]!;
      }
    expect(relativeError(gradient, wanted)).toBeLessThan(1e-6);
  });

  it("GlobalMaxPool takes the first", async () => {
    const { gradient, weights } = await followed({
      nodes: [nodeOf("GlobalMaxPool", ["x"])],
      inputs: { x: flat },
    });
    expect([...gradient]).toEqual([weights[0], ...Array.from({ length: 15 }, () => 0)]);
  });
});
