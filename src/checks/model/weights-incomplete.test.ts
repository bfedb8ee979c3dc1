import { expect, test } from "vitest";
import { runFolderCheck } from "../../testing/folder-cases.ts";
import { weightsIncomplete } from "./weights-incomplete.ts";

const shard = (number: number, of = 3): string => `model-0000${number}-of-0000${of}.safetensors`;
const index = JSON.stringify({
  weight_map: { a: shard(1), b: shard(2), c: shard(3), d: shard(3) },
});

function told(...names: readonly string[]): readonly string[] {
  const weights = Object.fromEntries(names.map((name) => [name, "\n"]));
  const files = { "model.safetensors.index.json": index, ...weights };
  return runFolderCheck(weightsIncomplete, files).map(({ message }) => message);
}

test("counts the files that are missing", () => {
  expect(told(shard(1), shard(2))).toEqual([
    `1 file of 3 that the index names is missing, \`${shard(3)}\``,
  ]);
  expect(told(shard(2))).toEqual([
    `2 files of 3 that the index names are missing, first \`${shard(1)}\``,
  ]);
});

test("names a file that no index lists", () => {
  expect(told(shard(1), shard(2), shard(3), shard(4))).toEqual([
    `\`${shard(4)}\` is named like a shard, and \`model.safetensors.index.json\` does not list it`,
  ]);
});

test("is silent where all is there, where nothing is, and on other weights", () => {
  expect(told(shard(1), shard(2), shard(3))).toEqual([]);
  expect(told()).toEqual([]);
  expect(
    told(
      shard(1),
      shard(2),
      shard(3),
      "pytorch_model-00001-of-00002.bin",
      "other-00001-of-00002.safetensors",
    ),
  ).toEqual([]);
});
