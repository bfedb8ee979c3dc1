import { expect, test } from "vitest";
import { runFolderCheck } from "../../testing/folder-cases.ts";
import { weightsLeaveFolder } from "./weights-leave-folder.ts";

const index = (shard: string): Readonly<Record<string, string>> => ({
  "model.safetensors.index.json": JSON.stringify({
    weight_map: { "a.b": "x.safetensors", c: shard },
  }),
});

test.each([
  "../other/model.safetensors",
  "a/../../model.safetensors",
  "..\\model.safetensors",
  "/etc/passwd",
  "~/model.safetensors",
  "C:\\model.safetensors",
  "https://example.com/model.safetensors",
])("finds an index that names %s", (shard) => {
  expect(runFolderCheck(weightsLeaveFolder, index(shard)).map(({ message }) => message)).toEqual([
    `The index takes weights from \`${shard}\`, outside the folder`,
  ]);
});

test.each(["model-00001-of-00002.safetensors", "parts/model.safetensors", "a..b.safetensors"])(
  "is silent on an index that names %s",
  (shard) => {
    expect(runFolderCheck(weightsLeaveFolder, index(shard))).toEqual([]);
  },
);
