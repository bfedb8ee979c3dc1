// Operations that write files are part of each SavedModel: what saves it is silent, what serves it is not.
import { describe, expect, test } from "vitest";
import { encode, type Message } from "./testing/messages.ts";
import { actsIn } from "./testing/pickles.ts";

interface Node {
  readonly name: string;
  readonly op: string;
  readonly inputs?: readonly string[];
  /** A function that it calls. */
  readonly calls?: string;
  readonly stream?: string;
}

function nodeOf({ name, op, inputs = [], calls, stream }: Node): Message {
  const attribute = (key: string, value: Message): Message => [
    [
      5,
      [
        [1, key],
        [2, value],
      ],
    ],
  ];
  return [
    [1, name],
    [2, op],
    ...inputs.map((one) => [3, one] as const),
    ...(calls === undefined ? [] : attribute("f", [[10, [[1, calls]]]])),
    ...(stream === undefined ? [] : attribute("output_stream", [[2, stream]])),
  ];
}

/** A SavedModel: nodes, functions by name, the saver's node, outputs of signatures. */
function model({
  nodes,
  functions = {},
  saves,
  outputs = [],
}: {
  readonly nodes: readonly Node[];
  readonly functions?: Readonly<Record<string, readonly Node[]>>;
  readonly saves?: string;
  readonly outputs?: readonly string[];
}): Buffer {
  const library: Message = Object.entries(functions).map(([name, inner]) => [
    1,
    [[1, [[1, name]]], ...inner.map((one) => [3, nodeOf(one)] as const)],
  ]);
  const signatures: Message = outputs.map((output) => [
    5,
    [
      [1, "serving_default"],
      [
        2,
        [
          [
            2,
            [
              [1, "out"],
              [2, [[1, `${output}:0`]]],
            ],
          ],
        ],
      ],
    ],
  ]);
  const graph: Message = [...nodes.map((one) => [1, nodeOf(one)] as const), [2, library]];
  const saver: Message =
    saves === undefined
      ? []
      : [
          [
            3,
            [
              [1, "saver_filename:0"],
              [2, `${saves}:0`],
            ],
          ],
        ];
  return encode([
    [1, 1],
    [2, [[2, graph], ...saver, ...signatures]],
  ]);
}

const serving = {
  name: "StatefulPartitionedCall",
  op: "StatefulPartitionedCall",
  calls: "__inference_serve_1",
};
const saving = {
  name: "StatefulPartitionedCall_1",
  op: "StatefulPartitionedCall",
  inputs: ["saver_filename"],
  calls: "__inference__traced_save_9",
};
const placeholder = { name: "saver_filename", op: "Placeholder" };
const write = [
  { name: "SaveV2", op: "SaveV2" },
  { name: "MergeV2Checkpoints", op: "MergeV2Checkpoints", inputs: ["^SaveV2"] },
];
const compute = [{ name: "m", op: "MatMul" }];

/** As TensorFlow 2 writes it, with functions in it changed. */
function second(
  serve: readonly Node[],
  more: Readonly<Record<string, readonly Node[]>> = {},
): Buffer {
  return model({
    nodes: [placeholder, serving, saving],
    functions: { __inference_serve_1: serve, __inference__traced_save_9: write, ...more },
    saves: "StatefulPartitionedCall_1",
    outputs: ["StatefulPartitionedCall"],
  });
}

/** As TensorFlow 1 writes it. */
function first(outputs: readonly string[], scope = "save"): Buffer {
  return model({
    nodes: [
      { name: `${scope}/Const`, op: "Const" },
      { name: `${scope}/SaveV2`, op: "SaveV2", inputs: [`${scope}/Const`] },
      {
        name: `${scope}/MergeV2Checkpoints`,
        op: "MergeV2Checkpoints",
        inputs: [`^${scope}/SaveV2`],
      },
      {
        name: `${scope}/Identity`,
        op: "Identity",
        inputs: [`${scope}/Const`, `^${scope}/MergeV2Checkpoints`],
      },
      { name: "out", op: "MatMul", inputs: ["x"] },
      { name: "evil", op: "Identity", inputs: ["out", `^${scope}/SaveV2`] },
    ],
    saves: `${scope}/Identity`,
    outputs,
  });
}

describe("what saves the model is silent", () => {
  test.each([
    ["TensorFlow 2", second(compute)],
    ["TensorFlow 1", first(["out"])],
    ["TensorFlow 1, under another name", first(["out"], "module/final")],
    [
      "a second saver",
      model({
        nodes: [
          { name: "save_1/SaveV2", op: "SaveV2" },
          { name: "m", op: "MatMul" },
        ],
      }),
    ],
    [
      "a saver that nobody calls",
      model({
        nodes: [serving],
        functions: { __inference__traced_save_9: write },
        outputs: ["StatefulPartitionedCall"],
      }),
    ],
    ["PrintV2 to the console", second([{ name: "p", op: "PrintV2", stream: "stderr" }])],
  ])("%s", (_, bytes) => {
    expect(actsIn(bytes)).toEqual([]);
  });
});

describe("what serves the model must not write", () => {
  test.each([
    ["in the function of a signature", second(write)],
    [
      "in a function that it calls",
      second([{ name: "c", op: "PartitionedCall", calls: "inner" }], { inner: write }),
    ],
    [
      "in a function that is called as an operation",
      second([{ name: "c", op: "inner" }], { inner: write }),
    ],
    [
      "the saver's own function",
      second([{ name: "c", op: "PartitionedCall", calls: "__inference__traced_save_9" }]),
    ],
    ["the saver's own node", first(["evil"])],
    [
      "a node of no saver",
      model({
        nodes: [
          { name: "w", op: "Save" },
          { name: "m", op: "MatMul" },
        ],
      }),
    ],
    ["a function of no saver", model({ nodes: [serving], functions: { later: write } })],
  ])("%s", (_, bytes) => {
    expect(actsIn(bytes)).toEqual(["calls-unknown"]);
  });
  test("PrintV2 to a file", () => {
    const node = { name: "p", op: "PrintV2", stream: "file:///root/.bashrc" };
    expect(actsIn(second([node]))).toEqual(["runs"]);
  });
});

test("a frozen graph", () => {
  const graph = (name: string): Buffer =>
    encode([
      [1, nodeOf({ name: "x", op: "Placeholder" })],
      [1, nodeOf({ name, op: "SaveV2" })],
    ]);
  expect(actsIn(graph("save/SaveV2"))).toEqual([]);
  expect(actsIn(graph("out"))).toEqual(["calls-unknown"]);
});

test("functions that call each other without end", () => {
  const inner = [{ name: "c", op: "PartitionedCall", calls: "__inference_serve_1" }];
  expect(actsIn(second(inner))).toEqual([]);
});
