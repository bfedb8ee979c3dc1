import { describe, expect, test } from "vitest";
import type { GraphNode, OnnxModel } from "../../formats/onnx/model.ts";
import { sizeOf } from "../batch.ts";
import { randomOf } from "../random.ts";
import { runAlone } from "./evaluate.ts";
import { infer } from "./infer.ts";
import type { Fact } from "./inference.ts";
import { normalise, prepare } from "./prepare.ts";
import { openSession } from "./runtime.ts";
import { modelOf, nodeOf, tensor, wholes } from "./testing/models.ts";

async function run(model: OnnxModel, shape: readonly number[]): Promise<readonly number[]> {
  const session = await openSession(model, { optimise: "none" });
  const random = randomOf(4);
  const data = Float32Array.from({ length: sizeOf(shape) }, () => random.gaussian());
  const found = await session.run({ x: { type: "float32", dims: shape, data } });
  await session.release();
  return Array.from(Object.values(found)[0]!.data as Float32Array);
}

/** The model as it is, and after it was normalised and settled. */
async function both(model: OnnxModel, shape: readonly number[]) {
  const normal = normalise(model).model;
  const inputs = new Map<string, Fact>([["x", { type: "float32", shape }]]);
  const settled = await prepare(normal, { inputs, outputs: ["y"] });
  const constants = [...settled.facts].filter(([, fact]) => fact.constant !== undefined);
  const output = settled.outputs.get("y")!;
  const after: OnnxModel = {
    ...normal,
    graph: {
      ...normal.graph,
      nodes: settled.nodes,
      initializers: new Map(constants.map(([name, fact]) => [name, fact.constant!])),
      outputs: [{ name: output, type: "float32", shape: settled.facts.get(output)!.shape }],
    },
  };
  return { before: await run(model, shape), after: await run(after, shape), settled };
}

const axes: readonly (readonly [string, OnnxModel, readonly number[]])[] = [
  [
    "Clip 6",
    modelOf({ nodes: [["Clip", ["x"], ["y"], { min: -0.5, max: 0.25 }]], opset: 7 }),
    [2, 3],
  ],
  [
    "Slice 1",
    modelOf({ nodes: [["Slice", ["x"], ["y"], { starts: [1], ends: [3], axes: [1] }]], opset: 9 }),
    [2, 4],
  ],
  [
    "Pad 2",
    modelOf({ nodes: [["Pad", ["x"], ["y"], { pads: [0, 1, 0, 2], value: 1.5 }]], opset: 9 }),
    [2, 3],
  ],
  [
    "Pad 2 that reflects",
    modelOf({ nodes: [["Pad", ["x"], ["y"], { pads: [0, 1, 0, 2], mode: "reflect" }]], opset: 9 }),
    [2, 4],
  ],
  [
    "Split 2",
    modelOf({ nodes: [["Split", ["x"], ["a", "y"], { axis: 1, split: [1, 2] }]], opset: 9 }),
    [2, 3],
  ],
  [
    "Split 13 in equal parts",
    modelOf({ nodes: [["Split", ["x"], ["a", "y"], { axis: 1 }]], opset: 13 }),
    [2, 4],
  ],
  [
    "Squeeze 1",
    modelOf({ nodes: [["Squeeze", ["x"], ["y"], { axes: [1] }]], opset: 11 }),
    [2, 1, 3],
  ],
  [
    "Unsqueeze 1",
    modelOf({ nodes: [["Unsqueeze", ["x"], ["y"], { axes: [0] }]], opset: 11 }),
    [2, 3],
  ],
  [
    "ReduceMean 1",
    modelOf({ nodes: [["ReduceMean", ["x"], ["y"], { axes: [1], keepdims: 0 }]], opset: 11 }),
    [2, 3],
  ],
  ["ReduceSum 1 over all", modelOf({ nodes: [["ReduceSum", ["x"], ["y"]]], opset: 11 }), [2, 3]],
  [
    "Softmax 1 over two axes",
    modelOf({ nodes: [["Softmax", ["x"], ["y"]]], opset: 11 }),
    [2, 3, 4],
  ],
  [
    "LogSoftmax 1 over the second axis",
    modelOf({ nodes: [["LogSoftmax", ["x"], ["y"], { axis: 1 }]], opset: 11 }),
    [2, 3],
  ],
  [
    "Upsample 7",
    modelOf({
      nodes: [
        [
          "Upsample",
          ["x"],
          ["y"],
          { mode: "nearest", scales: { kind: "floats", value: [1, 1, 2, 3] } },
        ],
      ],
      opset: 7,
    }),
    [1, 2, 2, 3],
  ],
  [
    "Upsample 9",
    modelOf({
      nodes: [["Upsample", ["x", "s"], ["y"], { mode: "linear" }]],
      initializers: { s: tensor([4], [1, 1, 2, 2]) },
      opset: 9,
    }),
    [1, 2, 2, 3],
  ],
  [
    "Resize 10",
    modelOf({
      nodes: [["Resize", ["x", "s"], ["y"], { mode: "nearest" }]],
      initializers: { s: tensor([4], [1, 1, 2, 2]) },
      opset: 10,
    }),
    [1, 2, 2, 3],
  ],
  ["TopK 1", modelOf({ nodes: [["TopK", ["x"], ["y", "i"], { k: 2 }]], opset: 9 }), [2, 4]],
  ["Dropout 7", modelOf({ nodes: [["Dropout", ["x"], ["y"], { ratio: 0.5 }]], opset: 9 }), [2, 4]],
  [
    "GroupNormalization 18",
    modelOf({
      nodes: [["GroupNormalization", ["x", "s", "b"], ["y"], { num_groups: 2 }]],
      initializers: { s: tensor([2], [1, 2]), b: tensor([2], [0, 1]) },
      opset: 18,
    }),
    [2, 4, 3],
  ],
  [
    "a shape that is computed",
    modelOf({
      nodes: [
        ["Shape", ["x"], ["s"]],
        ["Gather", ["s", "zero"], ["n"], { axis: 0 }],
        ["Unsqueeze", ["n"], ["u"], { axes: [0] }],
        ["Concat", ["u", "rest"], ["to"], { axis: 0 }],
        ["Reshape", ["x", "to"], ["y"]],
      ],
      initializers: { zero: { ...wholes(0), dims: [] }, rest: wholes(-1) },
      opset: 11,
    }),
    [2, 3, 4],
  ],
  [
    "batch normalisation after a convolution",
    modelOf({
      nodes: [
        ["Conv", ["x", "k", "c"], ["h"]],
        ["BatchNormalization", ["h", "s", "b", "m", "v"], ["y"]],
      ],
      initializers: {
        k: tensor([2, 3, 1, 1], [1, 2, 3, 4, 5, 6]),
        c: tensor([2], [1, 2]),
        s: tensor([2], [2, 3]),
        b: tensor([2], [1, -1]),
        m: tensor([2], [0.5, 1]),
        v: tensor([2], [2, 0.5]),
      },
    }),
    [2, 3, 2, 2],
  ],
];
test.each(axes)("%s gives the same after it was brought up to date", async (_, model, shape) => {
  const { before, after } = await both(model, shape);
  expect(after.length).toBe(before.length);
  for (const [at, value] of before.entries()) expect(after[at]).toBeCloseTo(value, 4);
});

test("what does not depend on the input is gone, and so is batch normalisation", async () => {
  const computed = await both(axes.at(-2)![1], [2, 3, 4]);
  expect(computed.settled.nodes.map((node) => node.operator)).toEqual(["Reshape"]);
  const folded = await both(axes.at(-1)![1], [2, 3, 2, 2]);
  expect(folded.settled.nodes.map((node) => node.operator)).toEqual(["Conv"]);
});

test("functions are put in, those within functions too", async () => {
  const attributes = new Map([["alpha", undefined]]);
  const opsets = new Map([
    ["", 17],
    ["own", 1],
  ]);
  const leak = {
    ...nodeOf(["LeakyRelu", ["a"], ["t"]]),
    attributes: new Map([["alpha", { kind: "reference", value: "alpha" } as const]]),
  };
  const inner = {
    name: "Inner",
    domain: "own",
    inputs: ["a"],
    outputs: ["b"],
    nodes: [leak, nodeOf(["Add", ["t", "a"], ["b"]])],
    attributes,
    opsets,
  };
  const call = {
    ...nodeOf(["own:Inner", ["t"], ["b"]]),
    attributes: new Map([["alpha", { kind: "float", value: 0.5 } as const]]),
  };
  const outer = {
    name: "Outer",
    domain: "own",
    inputs: ["a"],
    outputs: ["b"],
    nodes: [nodeOf(["Neg", ["a"], ["t"]]), call],
    attributes: new Map(),
    opsets,
  };
  const model = modelOf({
    nodes: [
      ["own:Outer", ["x"], ["h"]],
      ["own:Outer", ["h"], ["y"]],
    ],
    functions: [inner, outer],
    opset: 17,
    domains: ["own"],
  });
  const { before, after } = await both(model, [2, 3]);
  expect(after).toEqual(before);
  const endless = { ...outer, nodes: [nodeOf(["own:Outer", ["a"], ["b"]])] };
  expect(() => normalise({ ...model, functions: [endless] })).toThrow(/without end/);
});

describe("shapes that are inferred are those that the runtime gives", () => {
  const f = (...shape: readonly number[]): Fact => ({ type: "float32", shape });
  const c = (...values: readonly number[]): Fact => ({
    type: "int64",
    shape: [values.length],
    constant: wholes(...values),
  });
  const cases: readonly (readonly [GraphNode, readonly Fact[]])[] = [
    [
      nodeOf([
        "Conv",
        ["a", "b"],
        ["y"],
        { strides: [2, 1], pads: [1, 0, 2, 1], dilations: [1, 2] },
      ]),
      [f(2, 3, 7, 8), f(4, 3, 3, 2)],
    ],
    [
      nodeOf(["Conv", ["a", "b"], ["y"], { auto_pad: "SAME_UPPER", strides: [2, 2], group: 3 }]),
      [f(2, 3, 7, 8), f(6, 1, 3, 2)],
    ],
    [
      nodeOf([
        "ConvTranspose",
        ["a", "b"],
        ["y"],
        { strides: [2, 2], output_padding: [1, 0], pads: [1, 1, 0, 0] },
      ]),
      [f(1, 3, 4, 5), f(3, 2, 3, 3)],
    ],
    [
      nodeOf(["ConvTranspose", ["a", "b"], ["y"], { strides: [2, 2], auto_pad: "SAME_LOWER" }]),
      [f(1, 3, 4, 5), f(3, 2, 3, 3)],
    ],
    [
      nodeOf([
        "MaxPool",
        ["a"],
        ["y"],
        { kernel_shape: [3, 3], strides: [2, 2], ceil_mode: 1, pads: [1, 1, 1, 1] },
      ]),
      [f(1, 2, 8, 7)],
    ],
    [
      nodeOf([
        "AveragePool",
        ["a"],
        ["y"],
        { kernel_shape: [2, 2], strides: [3, 3], ceil_mode: 1 },
      ]),
      [f(1, 2, 7, 8)],
    ],
    [nodeOf(["MatMul", ["a", "b"], ["y"]]), [f(2, 1, 3, 4), f(5, 4, 2)]],
    [nodeOf(["MatMul", ["a", "b"], ["y"]]), [f(4), f(5, 4, 2)]],
    [nodeOf(["Gemm", ["a", "b"], ["y"], { transA: 1, transB: 1 }]), [f(4, 2), f(3, 4)]],
    [nodeOf(["Reshape", ["a", "b"], ["y"]]), [f(2, 3, 4), c(0, -1, 2)]],
    [
      nodeOf(["Slice", ["a", "b", "c", "d", "e"], ["y"]]),
      [f(7, 9), c(-1, 1), c(-100, 100), c(0, 1), c(-2, 3)],
    ],
    [nodeOf(["Pad", ["a", "b"], ["y"]]), [f(2, 3), c(0, 1, 2, -1)]],
    [nodeOf(["Gather", ["a", "b"], ["y"], { axis: -1 }]), [f(2, 3, 4), c(0, 2)]],
    [
      nodeOf(["GatherND", ["a", "b"], ["y"]]),
      [f(2, 3, 4), { ...c(0, 1), shape: [1, 2], constant: { ...wholes(0, 1), dims: [1, 2] } }],
    ],
    [nodeOf(["Split", ["a"], ["y", "z", "w"], { num_outputs: 3, axis: 1 }]), [f(2, 7)]],
    [nodeOf(["TopK", ["a", "b"], ["y", "z"], { axis: 0 }]), [f(5, 3), c(2)]],
    [nodeOf(["Einsum", ["a", "b"], ["y"], { equation: "bij,bjk->bki" }]), [f(2, 3, 4), f(2, 4, 5)]],
    [nodeOf(["Einsum", ["a", "b"], ["y"], { equation: "ij, jk" }]), [f(3, 4), f(4, 5)]],
    [
      nodeOf(["Resize", ["a", "", "b"], ["y"]]),
      [
        f(1, 2, 3, 5),
        f(),
        { type: "float32", shape: [4], constant: tensor([4], [1, 1, 1.5, 2.3]) },
      ],
    ],
    [
      nodeOf(["LayerNormalization", ["a", "b"], ["y", "m", "s"], { axis: 1 }]),
      [f(2, 3, 4), f(3, 4)],
    ],
    [nodeOf(["DepthToSpace", ["a"], ["y"], { blocksize: 2 }]), [f(1, 8, 2, 3)]],
    [nodeOf(["Tile", ["a", "b"], ["y"]]), [f(2, 3), c(2, 1)]],
    [nodeOf(["ArgMax", ["a"], ["y"], { axis: 1, keepdims: 0 }]), [f(2, 3)]],
    [nodeOf(["ReduceL2", ["a", "b"], ["y"], { keepdims: 0 }]), [f(2, 3, 4), c(-1, 0)]],
    [
      nodeOf([
        "LSTM",
        ["a", "b", "c"],
        ["y", "h", "s"],
        { hidden_size: 5, direction: "bidirectional" },
      ]),
      [f(4, 2, 3), f(2, 20, 3), f(2, 20, 5)],
    ],
    [
      nodeOf(["Where", ["a", "b", "c"], ["y"]]),
      [{ type: "bool", shape: [3, 1] }, f(2), f(1, 1, 1)],
    ],
    [nodeOf(["GridSample", ["a", "b"], ["y"]]), [f(1, 2, 4, 5), f(1, 3, 6, 2)]],
  ];
  test.each(cases)("$operator $attributes", async (node, facts) => {
    const given = node.inputs.map((name, at) => (name === "" ? undefined : facts[at]));
    const known = new Map(
      node.inputs.flatMap((name, at) =>
        given[at] === undefined ? [] : [[name, given[at]] as const],
      ),
    );
    const wanted = await runAlone({
      node,
      facts: known,
      opsets: new Map([["", 21]]),
      irVersion: 10,
    });
    const found = infer(node, given).slice(0, wanted.length);
    expect(found.map(({ type, shape }) => [type, shape])).toEqual(
      wanted.map(({ type, shape }) => [type, shape]),
    );
  });
});
