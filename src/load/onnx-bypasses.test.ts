import { describe, expect, test } from "vitest";
import { encode, type Message } from "./testing/messages.ts";
import { actsIn } from "./testing/pickles.ts";

type Part = Message[number];
const node = (operator: string, inputs: readonly string[], ...more: readonly Part[]): Part => [
  1,
  [...inputs.map((name) => [1, name] as const), [2, "y"], [4, operator], ...more],
];
const weight = (name: string, ...fields: readonly Part[]): Part => [5, [...fields, [8, name]]];
const model = (...parts: readonly Part[]): Buffer =>
  encode([
    [1, 8],
    [2, "test"],
    [7, parts],
  ]);
/** A weight whose data lie elsewhere. */
const external = (...entries: readonly (readonly [string, string])[]): Buffer =>
  model(
    node("Op", ["w"]),
    weight(
      "w",
      [1, 4],
      [2, 1],
      ...entries.map(([key, value]): Part => [
        13,
        [
          [1, key],
          [2, value],
        ],
      ]),
      [14, 1],
    ),
  );
const shape = (...sizes: readonly number[]): Buffer =>
  Buffer.from(BigInt64Array.from(sizes.map((size) => BigInt(size))).buffer);

describe("external data of ONNX", () => {
  const location = ["location", "model.data"] as const;
  test.each([
    ["an offset below nothing", external(location, ["offset", "-1"])],
    ["a length that wraps around", external(location, ["length", "18446744073709551615"])],
    ["an offset that is no number", external(location, ["offset", "1e3"])],
    ["a key twice", external(location, ["offset", "0"], ["offset", "8"])],
    [
      "CVE-2026-34445: a key that is an attribute of Python's",
      external(location, ["__class__", "x"]),
    ],
  ])("%s", (_, bytes) => {
    expect(actsIn(bytes)).toEqual(["contradicts"]);
  });
  test("of two places the one that is not read last", () => {
    expect(actsIn(external(["location", "/etc/passwd"], location))).toEqual([
      "contradicts",
      "escapes",
    ]);
  });
  test("places, checksums and what onnxruntime prepacks are silent", () => {
    const bytes = external(
      location,
      ["offset", "4096"],
      ["length", "16"],
      ["checksum", "ab"],
      ["prepacked_0", "k|0|1"],
    );
    expect(actsIn(bytes)).toEqual([]);
  });
});

describe("operators of ONNX that make much of little", () => {
  const large = shape(1e6, 1e6);
  const weights = (raw: Buffer): Part => weight("s", [1, raw.length / 8], [2, 7], [9, raw]);
  test.each([
    ["ConstantOfShape", model(node("ConstantOfShape", ["s"]), weights(large))],
    ["Expand", model(node("Expand", ["x", "s"]), weights(large))],
    ["Tile", model(node("Tile", ["x", "s"]), weights(large))],
    [
      "a shape in numbers of their own",
      model(node("Tile", ["x", "s"]), weight("s", [1, 2], [2, 7], [7, 1e6], [7, 1e6])),
    ],
    [
      "a shape that a node gives, behind who takes it",
      model(
        node("Tile", ["x", "y"]),
        node(
          "Constant",
          [],
          [
            5,
            [
              [1, "value"],
              [
                5,
                [
                  [1, 2],
                  [2, 7],
                  [9, large],
                ],
              ],
            ],
          ],
        ),
      ),
    ],
  ])("%s", (_, bytes) => {
    expect(actsIn(bytes)).toEqual(["contradicts"]);
  });
  test.each([
    ["shapes that machines hold", model(node("Expand", ["x", "s"]), weights(shape(64, 512, 4096)))],
    [
      "sizes that are known later",
      model(node("ConstantOfShape", ["s"]), weights(shape(-1, 1e6, 1e6))),
    ],
    ["numbers that are no shape", model(node("Add", ["x", "s"]), weights(large))],
    ["an empty shape", model(node("ConstantOfShape", ["s"]), weights(shape()))],
  ])("%s are silent", (_, bytes) => {
    expect(actsIn(bytes)).toEqual([]);
  });
});

test("a weight that has fewer bytes than it says", () => {
  const bytes = (raw: number): Buffer =>
    model(node("Op", ["w"]), weight("w", [1, 1_000], [1, 10], [2, 1], [9, Buffer.alloc(raw)]));
  expect([actsIn(bytes(16)), actsIn(bytes(40_000))]).toEqual([["contradicts"], []]);
});

describe("operators that run more than numbers", () => {
  const text = (key: string, value: string): Part => [
    5,
    [
      [1, key],
      [4, value],
    ],
  ];
  test.each([
    ["a class of Python", node("PyOp", ["x"], text("module", "evil"), text("class_name", "Op"))],
    [
      "a function of PyTorch, in the domain of ONNX Runtime",
      node("PythonOp", ["x"], text("func_name", "evil.Function"), [7, "com.microsoft"]),
    ],
  ])("%s", (_, part) => {
    expect(actsIn(model(part))).toEqual(["calls-unknown"]);
  });
  test("a context of an accelerator in a file elsewhere, and one beside the model", () => {
    const context = (place: string): Buffer =>
      model(node("EPContext", ["x"], text("ep_cache_context", place), [7, "com.microsoft"]));
    expect(actsIn(context("../../lib/evil.bin"))).toEqual(["escapes"]);
    expect(actsIn(context("model_ctx.bin"))).toEqual([]);
    expect(actsIn(context("/\0\x01embedded"))).toEqual([]);
  });
  test("operators of ONNX Runtime that only compute", () => {
    expect(actsIn(model(node("FusedMatMul", ["x"], [7, "com.microsoft"])))).toEqual([]);
  });
});
