import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { writeOnnxModel } from "../../formats/onnx/write.ts";
import type { OnnxModel } from "../../formats/onnx/model.ts";
import { isDifferentiable, type Loss } from "../classifier.ts";
import { inputGradient } from "../index.ts";
import { network, randomLayers } from "../testing/networks.ts";
import { randomOf } from "../random.ts";
import { openModel, type OpenOptions } from "./open.ts";
import { modelOf, openDifferentiable, tensor, wholes } from "./testing/models.ts";
import { tensorOf } from "./tensors.ts";

const folder = mkdtempSync(join(tmpdir(), "pavise-open-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const layers = randomLayers([6, 8, 3], 5);
const weights = {
  w1: tensor([8, 6], layers[0]!.weights),
  b1: tensor([8], layers[0]!.bias),
  w2: tensor([3, 8], layers[1]!.weights),
  b2: tensor([3], layers[1]!.bias),
};
const dense = [
  ["Gemm", ["x", "w1", "b1"], ["h"], { transB: 1 }],
  ["Relu", ["h"], ["r"]],
] as const;
const mlp = modelOf({
  nodes: [...dense, ["Gemm", ["r", "w2", "b2"], ["y"], { transB: 1 }]],
  initializers: weights,
  input: ["N", 6],
});
const softmax = modelOf({
  nodes: [...dense, ["Gemm", ["r", "w2", "b2"], ["z"], { transB: 1 }], ["Softmax", ["z"], ["y"]]],
  initializers: weights,
  input: ["N", 6],
  opset: 11,
});
const random = randomOf(2);
const data = Float32Array.from({ length: 7 * 6 }, () => random.uniform());
const inputs = { data, shape: [7, 6] };
const labels = Int32Array.of(0, 1, 2, 0, 1, 2, 0);
const loss: Loss = { kind: "cross-entropy", labels };

const reference = network({ inputShape: [6], layers });

function expectClose(found: Float32Array, wanted: Float32Array): void {
  expect(found.length).toBe(wanted.length);
  for (const [at, value] of wanted.entries()) expect(found[at]).toBeCloseTo(value, 5);
}

test.each<[string, OnnxModel]>([
  ["a model", mlp],
  ["one that ends in softmax", softmax],
])(
  "%s has the gradients of the network that it is, with a last batch that is not full",
  async (_, each) => {
    const model = await openDifferentiable(each, { batch: 3 });
    const found = await model.gradient(inputs, loss);
    const wanted = await reference.gradient(inputs, loss);
    expectClose(found.gradient, wanted.gradient);
    expectClose(found.logits, wanted.logits);
    expectClose(found.loss, wanted.loss);
    expectClose(await model.predict(inputs), wanted.logits);
    expect(model.queries).toBe(14);
    expect(model.info.stripped).toBe(each === softmax ? "softmax" : undefined);
    expect(model.provider).toBe("cpu");
    await model.close();
  },
);

test("a batch of any size gives what one item at a time gives", async () => {
  const model = await openDifferentiable(mlp, { batch: 16 });
  const alone = await openDifferentiable(mlp, { batch: 1 });
  for (const count of [1, 3, 7, 17, 37]) {
    const many = {
      data: Float32Array.from({ length: count * 6 }, () => random.uniform()),
      shape: [count, 6],
    };
    const targets = Int32Array.from({ length: count }, (_, at) => at % 3);
    const weights = Float32Array.from({ length: count * 3 }, () => random.gaussian());
    for (const own of [
      { kind: "margin", labels: targets, targets: targets.map((each) => (each + 1) % 3) },
      { kind: "weighted", weights },
    ] as const) {
      const [found, wanted] = [await model.gradient(many, own), await alone.gradient(many, own)];
      expectClose(found.gradient, wanted.gradient);
      expectClose(found.loss, wanted.loss);
      expectClose(await model.predict(many), wanted.logits);
    }
  }
  await model.close();
  await alone.close();
});

test("a file is opened, and a library call gives its gradient", async () => {
  const path = join(folder, "mlp.onnx");
  writeFileSync(path, writeOnnxModel(mlp).bytes);
  const found = await inputGradient(path, inputs, loss);
  expectClose(found.gradient, (await reference.gradient(inputs, loss)).gradient);
  await expect(openModel(join(folder, "none.onnx"))).rejects.toMatchObject({
    code: "file-missing",
  });
  writeFileSync(path, "no model");
  await expect(openModel(path)).rejects.toMatchObject({ code: "model-unsupported" });
});

test("gradients are in the units of the data: scale, mean and std are followed", async () => {
  const preprocessing = { scale: 1 / 255, mean: [0.5], std: [0.25] };
  const model = await openDifferentiable(mlp, { preprocessing, range: [0, 255] });
  const pixels = data.map((value) => 255 * value);
  const found = await model.gradient({ data: pixels, shape: [7, 6] }, loss);
  const normal = data.map((value) => (value - 0.5) / 0.25);
  const wanted = await reference.gradient({ data: normal, shape: [7, 6] }, loss);
  expectClose(
    found.gradient.map((value) => value * 255 * 0.25),
    wanted.gradient,
  );
  await model.close();
});

test("pictures whose channels come last are turned", async () => {
  const picture = modelOf({
    nodes: [
      ["Conv", ["x", "k"], ["c"]],
      ["Flatten", ["c"], ["y"]],
    ],
    initializers: {
      k: tensor(
        [2, 3, 4, 5],
        Float32Array.from({ length: 120 }, (_, at) => at),
      ),
    },
    input: ["N", 3, 4, 5],
  });
  const model = await openDifferentiable(picture, { preprocessing: { layout: "hwc" } });
  expect(model.inputShape).toEqual([4, 5, 3]);
  const { gradient } = await model.gradient(
    { data: new Float32Array(60), shape: [1, 4, 5, 3] },
    { kind: "weighted", weights: Float32Array.of(1, 0) },
  );
  // Element [h, w, c] of the data is weight [c, h, w].
  expect(gradient[1]).toBe(20);
  expect(gradient[3]).toBe(1);
  await model.close();
});

test("a binary model has two classes", async () => {
  const binary = modelOf({
    nodes: [
      ["MatMul", ["x", "w"], ["z"]],
      ["Sigmoid", ["z"], ["y"]],
    ],
    initializers: { w: tensor([2, 1], [1, -2]) },
    input: ["N", 2],
  });
  const model = await openDifferentiable(binary);
  expect([model.classes, model.info.stripped]).toEqual([2, "sigmoid"]);
  const found = await model.gradient(
    { data: Float32Array.of(1, 1), shape: [1, 2] },
    { kind: "margin", labels: Int32Array.of(0) },
  );
  expect([...found.logits, ...found.gradient]).toEqual([0, -1, 1, -2]);
  await model.close();
});

test("a hard-coded batch is filled up, and an open axis is asked for", async () => {
  const fixed = {
    ...mlp,
    graph: { ...mlp.graph, inputs: [{ ...mlp.graph.inputs[0]!, shape: [4, 6] }] },
  };
  const model = await openDifferentiable(fixed);
  expect(model.info.hasHardCodedBatch).toBe(true);
  expectClose(
    (await model.gradient(inputs, loss)).gradient,
    (await reference.gradient(inputs, loss)).gradient,
  );
  await model.close();
  const open = {
    ...mlp,
    graph: { ...mlp.graph, inputs: [{ ...mlp.graph.inputs[0]!, shape: ["N", "T"] }] },
  };
  await expect(openModel(open)).rejects.toThrow(/open/);
  const said = await openModel(open, { inputShape: [6] });
  expect(said.inputShape).toEqual([6]);
});

test("half precision and float64 are followed", async () => {
  for (const type of ["float16", "float64"] as const) {
    const model = await openDifferentiable(
      modelOf({
        nodes: [["MatMul", ["x", "w"], ["y"]]],
        initializers: { w: tensorOf(type, [2, 3], [1, 2, 3, 4, 5, 6.5]) },
        input: ["N", 2],
        inputType: type,
        outputType: type,
      }),
    );
    const found = await model.gradient(
      { data: Float32Array.of(1, 2), shape: [1, 2] },
      { kind: "weighted", weights: Float32Array.of(0, 0, 1) },
    );
    expect([...found.logits, ...found.gradient], type).toEqual([9, 12, 16, 3, 6.5]);
    await model.close();
  }
});

const refusals: readonly (readonly [string, OnnxModel, RegExp, OpenOptions?])[] = [
  [
    "whole numbers as input",
    modelOf({
      nodes: [["Gather", ["w", "x"], ["y"]]],
      initializers: { w: tensor([2, 2], [1, 2, 3, 4]) },
      input: ["N"],
      inputType: "int64",
    }),
    /int64/,
  ],
  ["an output that is not there", mlp, /no output/, { output: "logits" }],
  ["an input that is not there", mlp, /no input/, { input: "image" }],
  ["data of another shape", mlp, /does not fit/, { inputShape: [7] }],
  [
    "a shape that depends on numbers",
    modelOf({
      nodes: [
        ["NonZero", ["x"], ["n"]],
        ["Cast", ["n"], ["y"], { to: 1 }],
      ],
      input: ["N", 2],
    }),
    /NonZero/,
  ],
  ["operators of an old version", { ...mlp, opsets: new Map([["", 5]]) }, /version 5/],
  [
    "an answer that is no row of classes",
    modelOf({ nodes: [["Relu", ["x"], ["y"]]], input: ["N", 3, 4] }),
    /one row of classes/,
  ],
  [
    "an operator that nobody knows",
    modelOf({
      nodes: [["com.example:Mystery", ["x"], ["y"]]],
      input: ["N", 2],
      domains: ["com.example"],
    }),
    /Mystery/,
  ],
];
for (const [name, model, message, options = {}] of refusals)
  test(`${name} is an error that says what to do`, async () => {
    const error: unknown = await openModel(model, options).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      name: "PaviseError",
      hint: expect.stringMatching(/./) as unknown,
    });
    expect(String(error)).toMatch(message);
  });

test("answers that are no numbers, labels that do not fit and inputs of another shape are errors", async () => {
  const root = modelOf({ nodes: [["Sqrt", ["x"], ["y"]]], input: ["N", 2] });
  const model = await openDifferentiable(root);
  await expect(
    model.predict({ data: Float32Array.of(1, 4, 1, -1), shape: [2, 2] }),
  ).rejects.toThrow(/input 1 .*NaN/);
  const fine = { data: Float32Array.of(0, 4), shape: [1, 2] };
  await expect(
    model.gradient(fine, { kind: "margin", labels: Int32Array.of(2) }),
  ).rejects.toMatchObject({ code: "data-invalid" });
  await expect(model.predict({ data: new Float32Array(3), shape: [1, 3] })).rejects.toMatchObject({
    code: "data-invalid",
  });
  // The derivative of the root at 0 is infinite: it is taken for 0, and counted.
  const { gradient } = await model.gradient(fine, {
    kind: "weighted",
    weights: Float32Array.of(1, 1),
  });
  expect([...gradient]).toEqual([0, 0.25]);
  expect(model.brokenGradients).toBe(1);
  await model.close();
});

test("a model without a gradient still answers, and says why", async () => {
  const steps = modelOf({
    nodes: [
      ["MatMul", ["x", "w"], ["z"]],
      ["Det", ["z"], ["d"]],
      ["Unsqueeze", ["d", "a"], ["y"]],
    ],
    initializers: { w: tensor([2, 2], [1, 2, 3, 5]), a: wholes(1) },
    input: ["N", 2, 2],
  });
  const model = await openModel(steps);
  expect(isDifferentiable(model)).toBe(false);
  expect(model.info.withoutGradient).toMatch(/Det/);
  const answers = await model.predict({ data: Float32Array.of(1, 0, 0, 1), shape: [1, 2, 2] });
  expect(answers[1]).toBeCloseTo(-1, 5);
  await model.close();
});
