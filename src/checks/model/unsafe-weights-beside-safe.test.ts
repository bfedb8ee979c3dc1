import { expect, test } from "vitest";
import { runFolderCheck } from "../../testing/folder-cases.ts";
import { unsafeWeightsBesideSafe } from "./unsafe-weights-beside-safe.ts";

const safe = "\x08\x00\x00\x00\x00\x00\x00\x00{}      ";
const pickle = "\x80\x04}\x94.";

function told(...names: readonly string[]) {
  const files = Object.fromEntries(
    names.map((name) => [name, name.endsWith(".safetensors") ? safe : pickle]),
  );
  return runFolderCheck(unsafeWeightsBesideSafe, files).map(({ message, details }) => [
    message,
    details.mend,
  ]);
}

test("says what to delete", () => {
  expect(told("pytorch_model.bin", "model.safetensors")).toEqual([
    [
      "`pytorch_model.bin` is a pickle; `model.safetensors` holds the same weights without one",
      "Delete `pytorch_model.bin`, and load with `use_safetensors=True`.",
    ],
  ]);
});

test("sees shards as one, with their index", () => {
  const bin = (number: number): string => `pytorch_model-0000${number}-of-00002.bin`;
  expect(told("model.safetensors", bin(1), bin(2), "pytorch_model.bin.index.json")).toEqual([
    [
      `\`${bin(1)}\` (and 1 more) are pickles; \`model.safetensors\` holds the same weights without one`,
      `Delete \`${bin(1)}\` (and 1 more) and \`pytorch_model.bin.index.json\`, and load with \`use_safetensors=True\`.`,
    ],
  ]);
});

test.each([
  ["unet/diffusion_pytorch_model.fp16.bin", "unet/diffusion_pytorch_model.fp16.safetensors"],
  ["adapter_model.bin", "adapter_model.safetensors"],
  ["v1-5-pruned.ckpt", "v1-5-pruned.safetensors"],
  ["consolidated.00.pth", "consolidated.safetensors"],
])("knows that %s and %s are the same", (...names) => {
  expect(told(...names)).toHaveLength(1);
});

test.each([
  ["model.safetensors", "training_args.bin", "optimizer.pt", "rng_state.pth"],
  ["pytorch_model.bin"],
  ["unet/diffusion_pytorch_model.bin", "vae/diffusion_pytorch_model.safetensors"],
  ["adapter_model.bin", "model.safetensors"],
])("is silent on %s", (...names) => {
  expect(told(...names)).toEqual([]);
});
