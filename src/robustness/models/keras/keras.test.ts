import { inflateSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bytesOf } from "../../../formats/bytes/source.ts";
import { readHdf5Datasets } from "../../../formats/hdf5/datasets.ts";
import { buildZip } from "../../../formats/zip/testing/build.ts";
import { sizeOf } from "../../batch.ts";
import { runOnnx } from "../testing/run.ts";
import { convertKeras } from "./convert.ts";
import { openKerasFile, openKerasHdf5 } from "./open.ts";
import { goldenModels, tiny, type GoldenModel } from "./testing/golden.ts";
import { namedStore, numberedStore, type Arrays } from "./weights.ts";

const unpacked = (text: string): Buffer => inflateSync(Buffer.from(text, "base64"));

function numbers(path: string, shape: readonly number[], index: number): Float32Array {
  const isVariance =
    (path.includes("batch_normalization") && path.endsWith("/3")) ||
    (path.includes("/normalization") && path.endsWith("/1"));
  return Float32Array.from({ length: sizeOf(shape) }, (_, k) => {
    const value = (((7 * k + 3 * index) % 13) - 6) / 16;
    return isVariance ? Math.abs(value) + 0.5 : value;
  });
}

function arraysOf({ weights }: GoldenModel): Arrays {
  return new Map(
    weights.map(([path, shape], index) => [
      path,
      { shape, read: () => numbers(path, shape, index) },
    ]),
  );
}

function inputOf({ name, input }: GoldenModel): Float32Array {
  return Float32Array.from({ length: 2 * sizeOf(input) }, (_, k) =>
    name === "text" ? (5 * k) % 10 : (((11 * k) % 17) - 8) / 8,
  );
}

test.each(goldenModels)("$name computes what Keras computes", async (golden) => {
  const { model } = convertKeras({
    model: JSON.parse(golden.config),
    store: numberedStore(arraysOf(golden)),
    version: "3.15.1",
  });
  const out = await runOnnx(model, { data: inputOf(golden), shape: [2, ...golden.input] });
  const expected = golden.outputs.flat();
  const most = Math.max(...expected.map(Math.abs));
  expect(out).toHaveLength(expected.length);
  for (const [index, value] of expected.entries())
    expect(Math.abs(out[index]! - value)).toBeLessThan(2e-6 * Math.max(1, most));
});

test.each([
  [".keras", () => openKerasFile(bytesOf(unpacked(tiny.keras)))],
  [".h5", () => openKerasHdf5(bytesOf(unpacked(tiny.hdf5)))],
])("a %s file that Keras saved", async (_, open) => {
  const { model } = open();
  expect(model.graph.inputs[0]?.shape).toEqual(["N", 3]);
  const out = await runOnnx(model, { data: Float32Array.from(tiny.inputs.flat()), shape: [2, 3] });
  for (const [index, value] of tiny.outputs.flat().entries())
    expect(out[index]).toBeCloseTo(value, 5);
});

const layer = (className: string, config: object, name = "it"): object => ({
  class_name: className,
  config: { name, ...config },
});
const start = layer("InputLayer", { batch_input_shape: [null, 4] }, "start");
const sequential = (...layers: readonly object[]): object => ({
  class_name: "Sequential",
  config: { name: "s", layers },
});
const none = namedStore(new Map());
const convert = (model: object): unknown => convertKeras({ model, store: none, version: "2.9.0" });

test("what Keras 2 writes: lists of nodes, a slope called alpha, hard sigmoid by fifths", async () => {
  const model = {
    class_name: "Functional",
    config: {
      name: "m",
      layers: [
        { ...start, name: "start", inbound_nodes: [] },
        {
          ...layer("LeakyReLU", { alpha: 0.5 }, "a"),
          name: "a",
          inbound_nodes: [[["start", 0, 0, {}]]],
        },
        {
          ...layer("Activation", { activation: "hard_sigmoid" }, "b"),
          name: "b",
          inbound_nodes: [[["start", 0, 0, {}]]],
        },
        {
          ...layer("TFOpLambda", { function: "math.multiply" }, "c"),
          name: "c",
          inbound_nodes: [["a", 0, 0, { y: ["b", 0, 0] }]],
        },
      ],
      input_layers: [["start", 0, 0]],
      output_layers: [["c", 0, 0]],
    },
  };
  const { model: onnx } = convertKeras({ model, store: none, version: "2.9.0" });
  const out = await runOnnx(onnx, { data: Float32Array.of(-1, 0, 1, 4), shape: [1, 4] });
  for (const [index, value] of [-0.5 * 0.3, 0, 0.7, 4].entries())
    expect(out[index]).toBeCloseTo(value, 6);
});

test.each<readonly [string, object, RegExp]>([
  [
    "code",
    sequential(start, layer("Lambda", { function: ["4wEA"] })),
    /layer it \(Lambda\).*never run/,
  ],
  ["an unknown layer", sequential(start, layer("Mystery", {})), /layer it \(Mystery\).*not known/],
  [
    "a model of a class of its own",
    { class_name: "MyNet", config: {} },
    /the model is a MyNet, whose layers/,
  ],
  [
    "an unknown activation",
    sequential(start, layer("Activation", { activation: "zip" })),
    /activation zip is not known/,
  ],
  [
    "missing weights",
    sequential(start, layer("Dense", { units: 2 })),
    /weights kernel, bias are not in the file/,
  ],
  [
    "no input shape",
    sequential(layer("Dense", { units: 2 })),
    /does not say what its input looks like/,
  ],
  [
    "masks",
    sequential(
      layer("InputLayer", { batch_shape: [null, 4] }),
      layer("Embedding", { mask_zero: true }, "e"),
      layer("LSTM", { units: 2 }),
    ),
    /weights embeddings/,
  ],
  [
    "a layer that waits for itself",
    {
      class_name: "Functional",
      config: {
        layers: [{ ...layer("ReLU", {}, "a"), inbound_nodes: [[["a", 0, 0, {}]]] }],
        input_layers: [],
        output_layers: [["a", 0, 0]],
      },
    },
    /needs what no layer gives/,
  ],
  [
    "a size that does not fit",
    sequential(start, layer("Reshape", { target_shape: [3] })),
    /cannot be made 3/,
  ],
])("%s: refused by name", (_, model, message) => {
  expect(() => convert(model)).toThrow(
    expect.objectContaining({
      code: "model-unsupported",
      message: expect.stringMatching(message),
      hint: expect.stringMatching(/\w/),
    }),
  );
});

test("models too deep in one another end", () => {
  let model = sequential(start);
  for (let depth = 0; depth < 50; depth++) model = sequential(start, model);
  expect(() => convert(model)).toThrow(/too deep/);
});

test("files that are no models", () => {
  expect(() => openKerasFile(bytesOf(buildZip([{ name: "x", data: "y" }])))).toThrow(
    /metadata\.json is not in the file/,
  );
  expect(() =>
    openKerasFile(
      bytesOf(
        buildZip([
          { name: "metadata.json", data: "{}" },
          { name: "config.json", data: "[" },
        ]),
      ),
    ),
  ).toThrow(/config\.json is no JSON/);
  expect(() => openKerasHdf5(bytesOf(Buffer.from("hello")))).toThrow(/holds weights only/);
});

test("any bytes of HDF5 are listed without a throw, and read or told", () => {
  const sound = unpacked(tiny.hdf5);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(), fc.nat(255)), { maxLength: 8 }), (changes) => {
      const bytes = Buffer.from(sound);
      for (const [at, value] of changes) bytes[at % bytes.length] = value;
      for (const dataset of readHdf5Datasets(bytesOf(bytes)).datasets.values()) {
        try {
          dataset.read();
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
          expect(error).not.toBeInstanceOf(RangeError);
          expect(error).not.toBeInstanceOf(TypeError);
        }
      }
    }),
    { numRuns: 300 },
  );
});
