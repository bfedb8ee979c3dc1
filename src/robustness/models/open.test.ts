import { join } from "node:path";
import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { writeOnnxModel } from "../../formats/onnx/write.ts";
import { buildTorch, buildZip } from "../../formats/zip/testing/build.ts";
import { folderOf } from "../data/testing/files.ts";
import { newBuilder } from "./convert/builder.ts";
import { tiny } from "./keras/testing/golden.ts";
import { readModelFile } from "./open.ts";
import { graphModel } from "./tfjs/testing/graphs.ts";

type Files = Readonly<Record<string, string | Uint8Array>>;
const unpacked = (text: string): Buffer => inflateSync(Buffer.from(text, "base64"));

function onnxFile(): Uint8Array {
  const builder = newBuilder();
  const name = builder.input({ name: "x", type: "float32", shape: ["N", 3, "h", 8] });
  const from = builder.node("Relu", [name]);
  const metadata = new Map([["Image.NominalPixelRange", "NominalRange_0_255"]]);
  return writeOnnxModel(
    builder.finish([{ value: { name: "y", type: "float32", shape: ["N", 3, "h", 8] }, from }], {
      producer: "test",
      metadata,
    }),
  ).bytes;
}

function tfjsFiles(): Files {
  const { document, weights } = graphModel();
  return { "web/model.json": JSON.stringify(document), "web/group1-shard1of1.bin": weights };
}

test.each<readonly [string, Files, string, string, readonly (number | undefined)[]]>([
  ["ONNX", { "m.onnx": onnxFile() }, "m.onnx", "onnx", [3, undefined, 8]],
  [
    "a folder with an ONNX file in a folder",
    { "d/onnx/model.onnx": onnxFile() },
    "d",
    "onnx",
    [3, undefined, 8],
  ],
  [".keras", { "m.keras": unpacked(tiny.keras) }, "m.keras", "keras", [3]],
  [".h5 under another name", { "m.model": unpacked(tiny.hdf5) }, "m.model", "keras", [3]],
  ["a folder of TensorFlow.js", tfjsFiles(), "web", "tfjs", [7, 6, 2]],
])("%s is recognised", (_, files, target, kind, inputShape) => {
  const found = readModelFile(join(folderOf(files), target));
  expect(found).toMatchObject({ kind, inputShape });
});

test("what stands beside a model and in it is found", () => {
  const folder = folderOf({
    "m.onnx": onnxFile(),
    "config.json": JSON.stringify({
      label_names: ["a", "b"],
      pretrained_cfg: { mean: [0.5], std: [0.5] },
    }),
  });
  expect(readModelFile(folder).found).toMatchObject({
    classNames: ["a", "b"],
    preprocessing: { scale: 1 / 255, mean: [0.5] },
  });
});

test.each<readonly [string, Files, string, RegExp, RegExp]>([
  [
    "PyTorch",
    { "m.pt": buildTorch({ "data.pkl": "\x80\x02." }) },
    "m.pt",
    /holds weights of PyTorch/,
    /torch\.onnx\.export\(/,
  ],
  [
    "safetensors",
    { "m.safetensors": Buffer.concat([Buffer.from([2, 0, 0, 0, 0, 0, 0, 0]), Buffer.from("{}")]) },
    "m.safetensors",
    /holds weights of PyTorch/,
    /torch\.onnx\.export\(/,
  ],
  [
    "a pickle",
    { "m.pkl": Buffer.from("\x80\x04\x95.", "latin1") },
    "m.pkl",
    /is a pickle/,
    /skl2onnx/,
  ],
  [
    "TensorFlow Lite",
    { "m.tflite": Buffer.from("\x1c\0\0\0TFL3....") },
    "m.tflite",
    /TensorFlow Lite/,
    /tf2onnx/,
  ],
  ["SavedModel", { "d/saved_model.pb": "x" }, "d", /SavedModel/, /tf2onnx/],
  [
    "several models",
    { "d/a.onnx": "x", "d/b.onnx": "x" },
    "d",
    /several models: a\.onnx, b\.onnx/,
    /one of them/,
  ],
  ["an empty folder", { "d/readme": "" }, "d", /holds no model/, /ONNX/],
  ["another JSON", { "a.json": "{}" }, "a.json", /no model of TensorFlow\.js/, /model\.json/],
  [
    "a TensorFlow.js model whose weights lie elsewhere",
    {
      "a.json": JSON.stringify({
        modelTopology: { node: [] },
        weightsManifest: [{ paths: ["../../secret"], weights: [] }],
      }),
    },
    "a.json",
    /outside of the model's folder/,
    /together/,
  ],
  [
    "a ZIP file",
    { "m.zip": buildZip([{ name: "a", data: "b" }]) },
    "m.zip",
    /cannot be read as ONNX/,
    /whole/,
  ],
  ["text", { "m.onnx": "hello world" }, "m.onnx", /cannot be read as ONNX/, /whole/],
])("%s: refused with what to do", (_, files, target, message, hint) => {
  expect(() => readModelFile(join(folderOf(files), target))).toThrow(
    expect.objectContaining({
      code: "model-unsupported",
      message: expect.stringMatching(message),
      hint: expect.stringMatching(hint),
    }),
  );
});

test("a file that is not there, and an address", () => {
  expect(() => readModelFile("/nowhere/m.onnx")).toThrow(
    expect.objectContaining({ code: "file-missing" }),
  );
  expect(() => readModelFile("https://host/m")).toThrow(/is an address/);
});
