import { join } from "node:path";
import { expect, test } from "vitest";
import { fromHuggingFace, fromMetadata, fromTimm, preprocessingBeside } from "./neighbours.ts";
import { preprocessingSchema } from "./schema.ts";
import { folderOf } from "./testing/files.ts";

const imagenet = { image_mean: [0.485, 0.456, 0.406], image_std: [0.229, 0.224, 0.225] };

test("an image processor of Hugging Face: shorter side, then the middle", () => {
  const found = fromHuggingFace({
    do_resize: true,
    size: { shortest_edge: 256 },
    resample: 3,
    do_center_crop: true,
    crop_size: { height: 224, width: 224 },
    do_rescale: true,
    rescale_factor: 0.00392156862745098,
    do_normalize: true,
    ...imagenet,
  });
  expect(found).toEqual({
    resize: 256,
    size: [224, 224],
    interpolation: "bicubic",
    scale: 1 / 255,
    mean: imagenet.image_mean,
    std: imagenet.image_std,
  });
  expect(preprocessingSchema.safeParse(found).success).toBe(true);
});

test("one that brings bytes to −1 to 1 keeps eps in 0 to 1", () => {
  const found = fromHuggingFace({
    size: 224,
    do_normalize: false,
    rescale_factor: 1 / 127.5,
    rescale_offset: true,
  });
  expect(found).toMatchObject({ scale: 1 / 255, size: [224, 224] });
  const [mean, std] = [found.mean as number[], found.std as number[]];
  expect((1 - mean[0]!) / std[0]!).toBeCloseTo(1, 6);
  expect((0 - mean[0]!) / std[0]!).toBeCloseTo(-1, 6);
});

test("ConvNeXt's share of the middle", () => {
  expect(
    fromHuggingFace({ size: { shortest_edge: 224 }, crop_pct: 0.875, do_normalize: false }),
  ).toEqual({ resize: 256, size: [224, 224], scale: 1 / 255 });
});

test("timm", () => {
  expect(
    fromTimm({
      input_size: [3, 224, 224],
      interpolation: "bicubic",
      crop_pct: 0.95,
      mean: [0.5, 0.5, 0.5],
      std: [0.5, 0.5, 0.5],
    }),
  ).toEqual({
    scale: 1 / 255,
    mean: [0.5, 0.5, 0.5],
    std: [0.5, 0.5, 0.5],
    size: [224, 224],
    resize: 235,
    channels: "rgb",
    layout: "nchw",
    interpolation: "bicubic",
  });
});

test("metadata of ONNX", () => {
  const metadata = new Map([
    ["Image.NominalPixelRange", "NominalRange_0_255"],
    ["Image.BitmapPixelFormat", "Bgr8"],
  ]);
  expect(fromMetadata(metadata)).toEqual({ scale: 1, channels: "bgr" });
});

test("files beside a model, or above its folder, with the names of classes", () => {
  const folder = folderOf({
    "onnx/model.onnx": "",
    "preprocessor_config.json": JSON.stringify({ size: 32, ...imagenet }),
    "config.json": JSON.stringify({ id2label: { "0": "cat", "1": "dog" } }),
  });
  const found = preprocessingBeside(join(folder, "onnx/model.onnx"));
  expect(found?.classNames).toEqual(["cat", "dog"]);
  expect(found?.preprocessing.size).toEqual([32, 32]);
  expect(found?.from).toHaveLength(2);
  expect(
    preprocessingBeside(join(folderOf({ "config.json": "{", "m.onnx": "" }), "m.onnx")),
  ).toBeUndefined();
});
