import { expect, test } from "vitest";
import { runOnnx } from "../testing/run.ts";
import { openTfjs } from "./open.ts";
import { graphInput, graphModel, layersModel, type TfjsFiles } from "./testing/graphs.ts";

const convert = ({ document, weights }: TfjsFiles): ReturnType<typeof openTfjs> =>
  openTfjs(document, () => weights);

test("a graph model computes what TensorFlow.js computes", async () => {
  const { model } = convert(graphModel());
  const out = await runOnnx(model, { data: graphInput(), shape: [2, 7, 6, 2] });
  // loadGraphModel(…).predict of @tensorflow/tfjs 4.22.
  const expected = [0.3664519, 0.5793792, 0.05416889, 0.6971408, 0.2982519, 0.004607392];
  for (const [index, value] of expected.entries())
    expect(Math.abs(out[index]! - value)).toBeLessThan(1e-6);
});

test("a layers model, its weights in bytes and half floats", async () => {
  const { model } = convert(layersModel());
  const out = await runOnnx(model, {
    data: Float32Array.of(1, 2, -1, 0.5, -0.5, 0.25),
    shape: [2, 3],
  });
  for (const [index, value] of [0.2, 0.25, 0.55, 0.425].entries())
    expect(out[index]).toBeCloseTo(value, 6);
});

interface Node {
  readonly name: string;
  readonly op: string;
  readonly input: readonly string[];
  readonly attr: object;
}
const graph = (nodes: readonly Node[]): TfjsFiles => ({
  document: { modelTopology: { node: nodes }, weightsManifest: [] },
  weights: Buffer.alloc(0),
});
const x: Node = {
  name: "x",
  op: "Placeholder",
  input: [],
  attr: { shape: { shape: { dim: [{ size: "-1" }, { size: "4" }] } } },
};
const node = (name: string, op: string, ...input: readonly string[]): Node => ({
  name,
  op,
  input,
  attr: {},
});

test.each<readonly [string, TfjsFiles, RegExp]>([
  [
    "an unknown operator",
    graph([x, node("n", "NonMaxSuppressionV5", "x")]),
    /operator NonMaxSuppressionV5 of node n.*not known/,
  ],
  ["a loop", graph([x, node("a", "Relu", "b"), node("b", "Relu", "a")]), /waits for itself/],
  ["a missing node", graph([x, node("a", "Relu", "z")]), /needs z, which is not in the graph/],
  [
    "a missing constant",
    graph([x, node("c", "Const"), node("a", "Mul", "x", "c")]),
    /not among the weights/,
  ],
  [
    "weights that are computed",
    graph([x, node("a", "MatMul", "x", "x")]),
    /what should be weights is computed/,
  ],
  [
    "an input without axes",
    graph([{ ...x, attr: {} }, node("a", "Relu", "x")]),
    /shape of the input is not told/,
  ],
  ["weights that are cut off", { ...graphModel(), weights: Buffer.alloc(10) }, /k1 are cut off/],
  [
    "an odd list of weights",
    { document: { modelTopology: {}, weightsManifest: [1] }, weights: Buffer.alloc(0) },
    /list of weights is broken/,
  ],
  ["no model", { document: {}, weights: Buffer.alloc(0) }, /no model of TensorFlow\.js/],
])("%s: refused by name", (_, files, message) => {
  expect(() => convert(files)).toThrow(
    expect.objectContaining({
      code: "model-unsupported",
      message: expect.stringMatching(message),
      hint: expect.stringMatching(/\w/),
    }),
  );
});
