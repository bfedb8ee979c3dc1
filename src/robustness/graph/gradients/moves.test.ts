// Operators that only move values: their gradients are linear, so that differences of the forward pass are exact.
import { describe, expect, test } from "vitest";
import { noise, nodeOf, numbers, type Numbers } from "../expand/testing/same.ts";
import { slopes } from "../expand/testing/slopes.ts";
import type { PlainAttribute } from "../rule.ts";

interface Case {
  readonly operator: string;
  readonly x: readonly number[];
  /** Further inputs; "" is one that is left out. */
  readonly more?: Readonly<Record<string, Numbers | "">>;
  readonly attributes?: Readonly<Record<string, PlainAttribute>>;
  readonly outputs?: readonly string[];
  /** Inputs that are fed, so that they are no constants. */
  readonly fed?: readonly string[];
  readonly by?: string;
  readonly writes?: readonly string[];
}

const ints = (...values: number[]): Numbers => numbers("int64", [values.length], values);
const floats = (...values: number[]): Numbers => numbers("float32", [values.length], values);
const none = "" as const;

const reshape: readonly Case[] = [
  { operator: "Reshape", x: [2, 3, 4], more: { shape: ints(4, -1) } },
  { operator: "Flatten", x: [2, 3, 4], attributes: { axis: 2 } },
  { operator: "Squeeze", x: [1, 3, 1, 4], more: { axes: ints(0, 2) } },
  { operator: "Squeeze", x: [1, 3, 1, 4] },
  { operator: "Unsqueeze", x: [3, 4], more: { axes: ints(0, -1) } },
  { operator: "Transpose", x: [2, 3, 4], attributes: { perm: [2, 0, 1] } },
  { operator: "Transpose", x: [2, 3, 4] },
  { operator: "Identity", x: [2, 3] },
  { operator: "Dropout", x: [2, 3] },
  { operator: "Cast", x: [2, 3], attributes: { to: 1 } },
  { operator: "Expand", x: [3, 1], more: { shape: ints(2, 1, 4) } },
  { operator: "Tile", x: [2, 3], more: { repeats: ints(1, 3) } },
  { operator: "Tile", x: [2, 3], more: { repeats: ints(2, 2) } },
  { operator: "DepthToSpace", x: [2, 8, 3, 2], attributes: { blocksize: 2 } },
  { operator: "DepthToSpace", x: [2, 8, 3, 2], attributes: { blocksize: 2, mode: "CRD" } },
  { operator: "SpaceToDepth", x: [2, 2, 4, 6], attributes: { blocksize: 2 } },
];

const slice = (starts: number[], ends: number[], rest: readonly number[][]): Case => {
  const [axes, steps] = rest;
  const more: Record<string, Numbers> = { starts: ints(...starts), ends: ints(...ends) };
  if (axes !== undefined) more["axes"] = ints(...axes);
  if (steps !== undefined) more["steps"] = ints(...steps);
  return { operator: "Slice", x: [5, 7, 4], more };
};

const join: readonly Case[] = [
  { operator: "Concat", x: [2, 3], more: { other: noise([2, 2], 8) }, attributes: { axis: 1 } },
  {
    operator: "Concat",
    x: [2, 3],
    more: { other: noise([4, 3], 8) },
    attributes: { axis: -2 },
    by: "other",
    fed: ["other"],
  },
  {
    operator: "Split",
    x: [2, 6],
    more: { sizes: ints(1, 2, 3) },
    attributes: { axis: -1 },
    outputs: ["a", "b", "c"],
  },
  { operator: "Split", x: [7, 2], attributes: { num_outputs: 3 }, outputs: ["a", "b", "c"] },
  slice([1, 2], [4, 6], []),
  { ...slice([1], [-1], [[1]]), writes: ["Pad"] },
  slice([0], [100], [[1], [2]]),
  slice([-1], [-100], [[0], [-1]]),
  slice(
    [6, -1],
    [0, 0],
    [
      [1, 2],
      [-2, -3],
    ],
  ),
  slice(
    [1, 0],
    [5, 3],
    [
      [0, 1],
      [3, 1],
    ],
  ),
  { operator: "Pad", x: [2, 4], more: { pads: ints(1, 2, 0, 3) } },
  { operator: "Pad", x: [2, 4], more: { pads: ints(0, -1, 1, -1) } },
  { operator: "Pad", x: [2, 4], more: { pads: ints(2, 1), value: none, axes: ints(-1) } },
  {
    operator: "Pad",
    x: [2, 4],
    more: { pads: ints(1, 2, 0, 3), value: numbers("float32", [], [0.3]) },
    by: "value",
    fed: ["value"],
  },
  {
    operator: "Pad",
    x: [2, 3, 5],
    more: { pads: ints(0, 1, 4, 0, 2, 3) },
    attributes: { mode: "reflect" },
  },
  {
    operator: "Pad",
    x: [2, 3, 5],
    more: { pads: ints(0, 1, 6, 3, 2, 3) },
    attributes: { mode: "edge" },
  },
  {
    operator: "Pad",
    x: [2, 3, 5],
    more: { pads: ints(1, 0, 4, 2, 2, 3) },
    attributes: { mode: "wrap" },
  },
  {
    operator: "Trilu",
    x: [2, 4, 5],
    more: { k: numbers("int64", [], [-1]) },
    attributes: { upper: 0 },
  },
  { operator: "Trilu", x: [4, 5] },
  {
    operator: "ReverseSequence",
    x: [4, 3, 2],
    more: { lengths: ints(3, 1, 4) },
    attributes: { time_axis: 0, batch_axis: 1 },
  },
];

const matrix = (type: "int64" | "int32", dims: readonly number[], ...values: number[]): Numbers =>
  numbers(type, dims, values);
const places = matrix("int64", [2, 3], 0, 2, 2, -1, 0, 1);
const rows = matrix("int64", [3, 2], 0, 1, 2, -1, 0, 0);

const gather: readonly Case[] = [
  { operator: "Gather", x: [4, 3], more: { at: matrix("int64", [], 2) } },
  {
    operator: "Gather",
    x: [4, 3, 2],
    more: { at: ints(-1, 0, 1) },
    attributes: { axis: 1 },
    writes: ["Gather"],
  },
  { operator: "Gather", x: [4, 3], more: { at: places }, attributes: { axis: 0 } },
  { operator: "Gather", x: [4, 3], more: { at: places }, fed: ["at"] },
  {
    operator: "Gather",
    x: [4, 3],
    more: { at: ints(...Array.from({ length: 20 }, (_, at) => at % 3)) },
    writes: ["Reshape", "MatMul", "Reshape"],
  },
  { operator: "GatherElements", x: [3, 3], more: { at: places }, attributes: { axis: 1 } },
  { operator: "GatherElements", x: [4, 3], more: { at: places }, fed: ["at"] },
  { operator: "GatherND", x: [3, 4, 2], more: { at: rows } },
  {
    operator: "GatherND",
    x: [2, 3, 4],
    more: { at: matrix("int64", [2, 2, 1], 0, 2, 1, 1) },
    attributes: { batch_dims: 1 },
  },
  { operator: "TopK", x: [3, 6], more: { k: ints(2) }, outputs: ["top", "at"] },
  {
    operator: "TopK",
    x: [6, 3],
    more: { k: ints(4) },
    attributes: { axis: 0, largest: 0 },
    outputs: ["top", "at"],
  },
  {
    operator: "Compress",
    x: [4, 3],
    more: { keep: numbers("bool", [4], [1, 0, 1, 1]) },
    attributes: { axis: 0 },
  },
  { operator: "Compress", x: [4, 3], more: { keep: numbers("bool", [7], [1, 0, 1, 1, 0, 0, 1]) } },
];

const updates = noise([2, 3], 9);
const distinct = matrix("int64", [2, 3], 0, 2, 1, 3, 0, 2);
const scatter: readonly Case[] = ["none", "add", "mul", "max", "min"].flatMap((reduction) => [
  {
    operator: "ScatterElements",
    x: [4, 3],
    more: { at: distinct, updates },
    attributes: { reduction },
  },
  {
    operator: "ScatterElements",
    x: [4, 3],
    more: { at: distinct, updates },
    attributes: { reduction },
    by: "updates",
    fed: ["updates"],
  },
  {
    operator: "ScatterND",
    x: [4, 3],
    more: { at: matrix("int64", [2, 1], 3, 0), updates },
    attributes: { reduction },
  },
  {
    operator: "ScatterND",
    x: [4, 3],
    more: { at: matrix("int64", [2, 1], -1, 0), updates },
    attributes: { reduction },
    by: "updates",
    fed: ["updates"],
  },
]);

const others: readonly Case[] = [
  {
    operator: "OneHot",
    x: [2],
    more: { depth: ints(4), values: noise([2], 3) },
    by: "values",
    fed: ["values"],
  },
  {
    operator: "Range",
    x: [],
    more: { limit: numbers("float32", [], [5]), delta: numbers("float32", [], [0.7]) },
  },
  {
    operator: "Range",
    x: [],
    more: { limit: numbers("float32", [], [5]), delta: numbers("float32", [], [0.7]) },
    by: "delta",
    fed: ["delta"],
  },
];

const half = { coordinate_transformation_mode: "half_pixel" };
const resized = (
  attributes: Case["attributes"],
  to: readonly number[],
  x: readonly number[] = [2, 3, 4, 5],
): readonly Case[] => [
  { operator: "Resize", x, more: { roi: none, scales: none, sizes: ints(...to) }, attributes },
  {
    operator: "Resize",
    x,
    more: { roi: none, scales: floats(...to.map((size, axis) => size / x[axis]!)) },
    attributes,
  },
];

const coordinates = [
  "half_pixel",
  "half_pixel_symmetric",
  "pytorch_half_pixel",
  "align_corners",
  "asymmetric",
];
const roundings = ["round_prefer_floor", "round_prefer_ceil", "floor", "ceil"];
const crop = {
  coordinate_transformation_mode: "tf_crop_and_resize",
  extrapolation_value: { float: 3 },
};
const region = floats(0, 0, 0.2, -0.1, 1, 1, 0.8, 1.2);
const resize: readonly Case[] = [
  ...coordinates.flatMap((coordinate_transformation_mode) => [
    ...roundings.flatMap((nearest_mode) => [
      ...resized({ mode: "nearest", nearest_mode, coordinate_transformation_mode }, [2, 3, 8, 10]),
      ...resized({ mode: "nearest", nearest_mode, coordinate_transformation_mode }, [2, 3, 7, 3]),
    ]),
    ...resized({ mode: "linear", coordinate_transformation_mode }, [2, 3, 9, 3]),
    ...resized({ mode: "cubic", coordinate_transformation_mode }, [2, 3, 9, 3]),
  ]),
  ...resized({ ...half, mode: "linear", antialias: 1 }, [2, 3, 2, 3]),
  ...resized({ ...half, mode: "cubic", antialias: 1 }, [2, 3, 2, 9]),
  ...resized(
    { ...half, mode: "cubic", exclude_outside: 1, cubic_coeff_a: { float: -0.5 } },
    [2, 3, 7, 9],
  ),
  ...resized({ ...half, mode: "linear" }, [1, 2, 5, 6, 3], [1, 2, 3, 4, 5]),
  ...resized({ ...half, mode: "linear" }, [4, 6], [3, 4]),
  ...["linear", "nearest", "cubic"].map((mode) => ({
    operator: "Resize",
    x: [1, 2, 6, 5],
    more: { roi: region, scales: none, sizes: ints(1, 2, 4, 7) },
    attributes: { mode, ...crop },
  })),
  {
    operator: "Resize",
    x: [1, 2, 6, 5],
    more: { roi: none, scales: none, sizes: ints(4, 9) },
    attributes: { mode: "linear", axes: [2, 3] },
  },
  {
    operator: "Resize",
    x: [1, 2, 6, 4],
    more: { roi: none, scales: none, sizes: ints(12, 9) },
    attributes: { mode: "linear", axes: [2, 3], keep_aspect_ratio_policy: "not_larger" },
  },
];

function specOf(one: Case) {
  const { operator, more = {}, attributes, outputs = ["y"], fed = [] } = one;
  const inputs: Record<string, Numbers> = { x: noise(one.x, 5) };
  if (operator === "OneHot") inputs["x"] = numbers("int64", one.x, [1, 3]);
  const constants: Record<string, Numbers> = {};
  for (const [name, value] of Object.entries(more)) {
    if (value === "") continue;
    if (fed.includes(name)) inputs[name] = value;
    else constants[name] = value;
  }
  const names = Object.entries(more).map(([name, value]) => (value === "" ? "" : name));
  const node = nodeOf(operator, [["x", ...names], outputs], attributes);
  const wanted = operator === "TopK" ? ["top"] : outputs;
  return { nodes: [node], inputs, constants, outputs: wanted };
}

describe.each(Object.entries({ reshape, join, gather, scatter, others, resize }))(
  "%s",
  (_name, cases) => {
    test.each(
      cases.map(
        (one, at) => [at, one.operator, JSON.stringify(one.attributes ?? {}), one] as const,
      ),
    )("%i %s %s", async (_at, _operator, _attributes, one) => {
      const { gap, operators } = await slopes(specOf(one), { by: one.by });
      expect(gap).toBeLessThan(1e-3);
      if (one.writes !== undefined) expect(operators).toEqual(one.writes);
    });
  },
);
