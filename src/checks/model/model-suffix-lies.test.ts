import { expect, test } from "vitest";
import { buildZip } from "../../formats/zip/testing/build.ts";
import { calling, opcodes } from "../../load/testing/pickles.ts";
import { runModelCheck } from "../../testing/model-cases.ts";
import { modelSuffixLies } from "./model-suffix-lies.ts";

function said(path: string, bytes: Buffer): readonly string[] {
  return runModelCheck(modelSuffixLies, bytes, { path }).map(({ message }) => message);
}

test("says what it is called and what it is", () => {
  const pickle = calling("os", "system", "id");
  const zip = buildZip([{ name: "a", data: "b" }]);
  expect(said("model.safetensors", pickle)).toEqual(["It is called .safetensors and is a pickle"]);
  expect(said("logo.PNG", pickle)).toEqual(["It is called .png and is a pickle"]);
  expect(said("w.gguf", zip)).toEqual(["It is called .gguf and is a ZIP archive"]);
});

test("is silent where the name says nothing, or the truth", () => {
  const pickle = opcodes("\x80\x04N.");
  for (const path of ["model.pkl", "pytorch_model.bin", "checkpoint", "x.pt"])
    expect(said(path, pickle), path).toEqual([]);
  expect(said("arrays.npz", buildZip([{ name: "a.npy", data: "b" }]))).toEqual([]);
});
