import { expect, test } from "vitest";
import { encode } from "../../load/testing/messages.ts";
import { runFolderCheck } from "../../testing/folder-cases.ts";
import { modelFolderNativeCode } from "./model-folder-native-code.ts";

const elf = "\x7fELF\x02\x01\x01\0";
const remote = JSON.stringify({ model_type: "x", auto_map: { AutoModel: "modeling_x.X" } });
const plain = JSON.stringify({ model_type: "bert" });

/** A model of ONNX with one operator of a domain. */
function onnx(domain: string): string {
  const node = [
    [1, "x"],
    [2, "y"],
    [4, "SystemExec"],
    [7, domain],
  ] as const;
  const graph = [
    [1, node],
    [2, "g"],
  ] as const;
  return encode([
    [1, 8],
    [7, graph],
    [
      8,
      [
        [1, domain],
        [2, 1],
      ],
    ],
  ] as never).toString("latin1");
}

function told(files: Readonly<Record<string, string>>): readonly string[] {
  return runFolderCheck(modelFolderNativeCode, files).map(({ message }) => message);
}

test("a library beside what loads it", () => {
  expect(told({ "config.json": remote, "modeling_x.py": "import torch\n", "ops.so": elf })).toEqual(
    ["`ops.so` is machine code, and loading the model runs `modeling_x.py`"],
  );
  expect(told({ "model.onnx": onnx("ai.x.custom"), "libops.so": elf })).toEqual([
    "`libops.so` is machine code, and `model.onnx` names operators that no runtime has",
  ]);
});

test("a library beside a model that needs no code is silent", () => {
  expect(told({ "config.json": plain, "ops.so": elf })).toEqual([]);
  expect(
    told({ "config.json": remote, "modeling_x.py": "import torch\n", "ops.so": "text" }),
  ).toEqual([]);
  expect(told({ "model.onnx": onnx("com.microsoft"), "libops.so": elf })).toEqual([]);
});
