import { describe, expect, test } from "vitest";
import { bytesOf } from "../formats/bytes/source.ts";
import { buildZip } from "../formats/zip/testing/build.ts";
import { coremlLines } from "./coreml.ts";
import { encode, type Message } from "./testing/messages.ts";
import { actsIn } from "./testing/pickles.ts";
import { readTextModel } from "./text-models.ts";

const input: Message = [
  [1, "x"],
  [3, [[5, [[1, 2]]]]],
];

/** A model with what is in one of its fields. */
function model(number: number, content: Message, author = "me"): Message {
  const description: Message = [
    [1, input],
    [100, [[3, author]]],
  ];
  return [
    [1, 4],
    [2, description],
    [number, content],
  ];
}
const custom: Message = [[500, [[10, "EvilLayer"]]]];
const network = (layer: Message): Message => [[1, layer]];
const linked = (name: string, path: string): Message => [
  [
    1,
    [
      [1, [[1, name]]],
      [2, [[1, path]]],
    ],
  ],
];
/** A program with one weight that is read from a file. */
const program = (file: string): Message => {
  const value: Message = [[5, [[1, file]]]];
  const operation: Message = [
    [1, "const"],
    [
      5,
      [
        [1, "val"],
        [2, value],
      ],
    ],
  ];
  const block: Message = [[3, operation]];
  const made: Message = [
    [
      3,
      [
        [1, "CoreML5"],
        [2, block],
      ],
    ],
  ];
  return [
    [1, 1],
    [
      2,
      [
        [1, "main"],
        [2, made],
      ],
    ],
  ];
};

describe("Core ML", () => {
  test.each([
    ["a layer of the program's own", model(500, network(custom)), "names-unknown"],
    [
      "such a layer in a classifier in a pipeline in a pipeline",
      model(202, [[1, model(200, [[1, [[1, model(403, network(custom))]]]])]]),
      "names-unknown",
    ],
    [
      "such a layer in the body of a loop in a branch",
      model(500, network([[605, [[2, network([[615, [[4, network(custom)]]]])]]]])),
      "names-unknown",
    ],
    ["a model of the program's own", model(555, [[10, "EvilModel"]]), "names-unknown"],
    ["a linked model elsewhere", model(556, linked("../../x.mlmodelc", ".")), "escapes"],
    ["a path to look along", model(556, linked("x.mlmodelc", ".:/tmp")), "escapes"],
    ["weights elsewhere", model(502, program("@model_path/../../../etc/passwd")), "escapes"],
    ["weights anywhere", model(502, program("/etc/passwd")), "escapes"],
    ["code in the metadata", model(900, [], "import os; os.system('id')"), "metadata"],
  ] as const)("%s", (_, message, kind) => {
    expect(actsIn(encode(message))).toEqual([kind]);
  });
  test("fields in another order", () => {
    expect(actsIn(encode(model(500, network(custom)).toReversed()))).toEqual(["names-unknown"]);
  });
  test("a model that is cut off", () => {
    const bytes = encode(model(500, network(custom)));
    expect(actsIn(bytes.subarray(0, bytes.length - 2))).toContain("contradicts");
  });
  test("a member of an archive", () => {
    const data = encode(model(555, [[10, "EvilModel"]]));
    expect(actsIn(buildZip([{ name: "a.mlpackage/Data/m.mlmodel", data }]))).toEqual([
      "names-unknown",
    ]);
  });
  test("networks, programs with their weights and linked models of the bundle are silent", () => {
    const relu: Message = [
      [1, "r"],
      [130, [[10, []]]],
    ];
    const models = [
      model(500, network(relu)),
      model(502, program("@model_path/weights/weight.bin")),
      model(556, linked("x.mlmodelc", "$BUNDLE_MAIN")),
      model(300, [[1, [[1, "weight"]]]]),
    ];
    expect(models.flatMap((each) => actsIn(encode(each)))).toEqual([]);
    expect(models.map((each) => coremlLines(bytesOf(encode(each)))?.[0]?.text)).toEqual([
      "# Core ML, specification 4, a neural network",
      "# Core ML, specification 4, a program",
      "# Core ML, specification 4, a linked model",
      "# Core ML, specification 4, a linear regressor",
    ]);
  });
  test.each([
    ["fields that no model has", encode([...model(900, []), [7, "graph"]])],
    ["no model in it", encode([[1, 4]])],
    ["a version of nothing", encode([[1, 0], ...model(900, []).slice(1)])],
    ["a text", Buffer.from("\x08 backspace and more\n")],
  ])("%s: another file", (_, bytes) => {
    expect(coremlLines(bytesOf(bytes))).toBeUndefined();
  });
});

describe("packages of Core ML", () => {
  const manifest = (path: string): string =>
    JSON.stringify({ itemInfoEntries: { a: { name: "m", path } }, rootModelIdentifier: "a" });
  const acts = (text: string): readonly string[] =>
    readTextModel(bytesOf(Buffer.from(text)), {})!.lines.flatMap(({ acts: all = [] }) =>
      all.map(({ kind }) => kind),
    );
  test.each(["../../../etc/passwd", "/etc/passwd", "a/../../b"])("a part at %s", (path) => {
    expect(acts(manifest(path))).toEqual(["escapes"]);
    expect(actsIn(buildZip([{ name: "a.mlpackage/Manifest.json", data: manifest(path) }]))).toEqual(
      ["escapes"],
    );
  });
  test("of two paths the one that is not read last", () => {
    const text = manifest("/etc/passwd").replace("}}", ',"path":"com.apple.CoreML/m"}}');
    expect(acts(text)).toEqual(["escapes"]);
  });
  test("a sound package is silent", () => {
    expect(acts(manifest("com.apple.CoreML/model.mlmodel"))).toEqual([]);
  });
});
