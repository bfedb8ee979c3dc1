import { describe, expect, it } from "vitest";
import type { PlainAttribute } from "../rule.ts";
import { tensorOf } from "../tensors.ts";
import {
  differences,
  followed,
  nodeOf,
  randomNumbers,
  relativeError,
  type Case,
} from "../testing/differences.ts";

interface Row {
  readonly x: readonly number[];
  readonly w: readonly number[];
  readonly attributes?: Readonly<Record<string, PlainAttribute>>;
}

const rows: Readonly<Record<string, Row>> = {
  plain: { x: [2, 3, 6, 5], w: [4, 3, 3, 3] },
  padded: { x: [2, 3, 6, 5], w: [4, 3, 3, 3], attributes: { pads: [1, 1, 1, 1] } },
  "unevenly padded": { x: [1, 2, 6, 5], w: [3, 2, 3, 2], attributes: { pads: [0, 1, 2, 0] } },
  "padded beyond its reach": {
    x: [1, 2, 4, 4],
    w: [3, 2, 1, 2],
    attributes: { pads: [2, 2, 1, 3] },
  },
  dilated: {
    x: [1, 2, 8, 9],
    w: [3, 2, 3, 2],
    attributes: { dilations: [2, 3], pads: [1, 2, 2, 1] },
  },
  "in groups": { x: [2, 6, 5, 5], w: [4, 3, 3, 3], attributes: { group: 2, pads: [1, 1, 1, 1] } },
  "by channel": { x: [2, 4, 5, 5], w: [4, 1, 3, 3], attributes: { group: 4, pads: [1, 1, 1, 1] } },
  "by channel, several each": { x: [1, 2, 5, 5], w: [6, 1, 3, 3], attributes: { group: 2 } },
  "stride 2": {
    x: [2, 3, 8, 8],
    w: [4, 3, 3, 3],
    attributes: { strides: [2, 2], pads: [1, 1, 1, 1] },
  },
  "stride 2, odd": {
    x: [2, 3, 7, 9],
    w: [4, 3, 3, 3],
    attributes: { strides: [2, 2], pads: [1, 1, 1, 1] },
  },
  "stride 2, last not read": { x: [1, 2, 8, 8], w: [3, 2, 3, 3], attributes: { strides: [2, 2] } },
  "stride 3, even kernel": {
    x: [1, 2, 11, 10],
    w: [3, 2, 4, 4],
    attributes: { strides: [3, 3], pads: [1, 0, 0, 2] },
  },
  "stride 2, kernel 7": {
    x: [1, 3, 12, 12],
    w: [4, 3, 7, 7],
    attributes: { strides: [2, 2], pads: [3, 3, 3, 3] },
  },
  "strides of two lengths": {
    x: [1, 2, 8, 9],
    w: [3, 2, 3, 3],
    attributes: { strides: [2, 1], pads: [1, 1, 1, 1] },
  },
  patches: { x: [1, 3, 8, 8], w: [5, 3, 4, 4], attributes: { strides: [4, 4] } },
  "one place, stride 2": { x: [2, 3, 7, 8], w: [4, 3, 1, 1], attributes: { strides: [2, 2] } },
  "kernel below stride": { x: [1, 2, 9, 9], w: [3, 2, 2, 2], attributes: { strides: [3, 3] } },
  "stride 2 in groups": {
    x: [1, 4, 8, 8],
    w: [6, 2, 3, 3],
    attributes: { group: 2, strides: [2, 2], pads: [1, 1, 1, 1] },
  },
  "stride 2 by channel": {
    x: [2, 4, 8, 7],
    w: [4, 1, 3, 3],
    attributes: { group: 4, strides: [2, 2], pads: [1, 1, 1, 1] },
  },
  "stride 2 by channel, padded for even lengths": {
    x: [1, 2, 8, 8],
    w: [2, 1, 5, 5],
    attributes: { group: 2, strides: [2, 2], pads: [2, 2, 2, 2] },
  },
  "stride 2, dilated": {
    x: [1, 2, 11, 11],
    w: [3, 2, 3, 3],
    attributes: { strides: [2, 2], dilations: [2, 2], pads: [2, 1, 1, 2] },
  },
  SAME_UPPER: {
    x: [1, 2, 7, 8],
    w: [3, 2, 4, 3],
    attributes: { auto_pad: "SAME_UPPER", strides: [2, 2] },
  },
  SAME_LOWER: { x: [1, 2, 7, 8], w: [3, 2, 4, 2], attributes: { auto_pad: "SAME_LOWER" } },
  VALID: { x: [1, 2, 7, 8], w: [3, 2, 4, 2], attributes: { auto_pad: "VALID" } },
  "one axis": { x: [2, 3, 9], w: [4, 3, 3], attributes: { pads: [1, 1] } },
  "one axis, stride 2": { x: [2, 3, 9], w: [4, 3, 3], attributes: { pads: [1, 1], strides: [2] } },
  "three axes": {
    x: [1, 2, 4, 4, 5],
    w: [3, 2, 2, 3, 3],
    attributes: { pads: [0, 1, 1, 1, 1, 0] },
  },
  "three axes, stride 2": {
    x: [1, 2, 4, 5, 6],
    w: [3, 2, 2, 3, 3],
    attributes: { strides: [2, 2, 2], pads: [0, 1, 1, 1, 1, 0] },
  },
};

const transposed: Readonly<Record<string, Row>> = {
  plain: { x: [2, 3, 4, 5], w: [3, 4, 3, 3] },
  "stride 2": {
    x: [1, 3, 4, 5],
    w: [3, 2, 3, 3],
    attributes: { strides: [2, 2], pads: [1, 1, 1, 1] },
  },
  "stride 2, more behind": {
    x: [1, 3, 4, 5],
    w: [3, 2, 3, 3],
    attributes: { strides: [2, 2], pads: [1, 1, 1, 1], output_padding: [1, 1] },
  },
  "in groups, dilated": {
    x: [1, 4, 4, 4],
    w: [4, 3, 2, 3],
    attributes: { group: 2, dilations: [2, 1] },
  },
  "output shape": {
    x: [1, 2, 3, 3],
    w: [2, 2, 3, 3],
    attributes: { strides: [3, 2], output_shape: [10, 8] },
  },
  SAME_UPPER: {
    x: [1, 2, 3, 3],
    w: [2, 2, 3, 3],
    attributes: { strides: [2, 2], auto_pad: "SAME_UPPER" },
  },
  "one axis": { x: [1, 2, 5], w: [2, 3, 4], attributes: { strides: [2] } },
  "three axes": { x: [1, 2, 3, 3, 2], w: [2, 2, 2, 2, 2], attributes: { strides: [2, 2, 2] } },
};

function caseOf(operator: string, { x, w, attributes = {} }: Row, isConstant: boolean): Case {
  const weights = randomNumbers(w, 5);
  const node = nodeOf(operator, ["x", "w"], { attributes });
  const input = randomNumbers(x, 6);
  return isConstant
    ? {
        nodes: [node],
        inputs: { x: input },
        constants: { w: tensorOf("float32", w, weights.data) },
      }
    : { nodes: [node], inputs: { x: input, w: weights } };
}

for (const [operator, table] of [
  ["Conv", rows],
  ["ConvTranspose", transposed],
] as const)
  describe(operator, () => {
    for (const [name, row] of Object.entries(table)) {
      it(name, async () => {
        const given = caseOf(operator, row, true);
        const { gradient, weights } = await followed(given);
        // It is linear: any step is exact but for rounding.
        const wanted = await differences(given, { weights, step: 1 });
        expect(relativeError(gradient, wanted)).toBeLessThan(3e-6);
      });
      it(`${name}, weights that are computed`, async () => {
        const given = caseOf(operator, row, false);
        const { gradient, weights } = await followed(given);
        const wanted = await differences(given, { weights, step: 1 });
        expect(relativeError(gradient, wanted)).toBeLessThan(3e-6);
      });
      it(`${name}, by the weights`, async () => {
        const given = { ...caseOf(operator, row, false), by: "w" };
        const { gradient, weights } = await followed(given);
        const wanted = await differences(given, { weights, step: 1 });
        expect(relativeError(gradient, wanted)).toBeLessThan(3e-6);
      });
    }
  });
