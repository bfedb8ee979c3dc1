import { describe, expect, test } from "vitest";
import { bytesOf } from "../formats/bytes/source.ts";
import { paddleLines } from "./paddle.ts";
import { encode, type Message } from "./testing/messages.ts";
import { actsIn, calling, isFound, opcodes } from "./testing/pickles.ts";
import { readTextModel } from "./text-models.ts";

/** A graph with operators in its second block, each with the file it names. */
function program(...operators: readonly (readonly [type: string, file?: string])[]): Buffer {
  const inner = operators.map(([type, file]): readonly [4, Message] => [
    4,
    [
      [3, type],
      ...(file === undefined
        ? []
        : [
            [
              4,
              [
                [1, "file_path"],
                [2, 2],
                [5, file],
              ],
            ] as const,
          ]),
    ],
  ]);
  const block = (index: number, parts: Message): Message => [[1, index], [2, 0], ...parts];
  return encode([
    [
      1,
      block(0, [
        [3, [[1, "x"]]],
        [4, [[3, "feed"]]],
      ]),
    ],
    [1, block(1, inner)],
    [4, [[1, 0]]],
  ]);
}

/** A graph in JSON with one operator below another one. */
function pir(name: string, attributes: readonly unknown[] = []): string {
  const below = { "#": "region_1", blocks: [{ ops: [{ "#": name, A: attributes }] }] };
  const ops = [{ "#": "1.conv2d" }, { "#": "1.if", regions: [below] }];
  return JSON.stringify({
    base_code: { magic: "pir", trainable: true, version: 4 },
    program: { regions: [{ "#": "region_0", blocks: [{ ops }] }] },
  });
}
const actsOf = (text: string): readonly string[] | undefined =>
  readTextModel(bytesOf(Buffer.from(text)), {})?.lines.flatMap(({ acts = [] }) =>
    acts.map(({ kind }) => kind),
  );

describe("PaddlePaddle", () => {
  test.each([
    ["py_func", undefined, "runs"],
    ["save_combine", "../../root/.bashrc", "runs"],
    ["load", "/etc/passwd", "calls-unknown"],
    ["run_program", undefined, "names-unknown"],
    ["evil_custom_op", undefined, "names-unknown"],
  ] as const)("%s in a block below", (type, file, kind) => {
    expect(actsIn(program(["relu"], [type, file]))).toEqual([kind]);
  });
  test("the file that is named is shown", () => {
    const lines = paddleLines(bytesOf(program(["load", "/etc/passwd"])))!;
    expect(lines.map(({ text }) => text)).toEqual([
      "# PaddlePaddle graph, 2 operators",
      'load("/etc/passwd")',
    ]);
  });
  test("operators of its own are silent", () => {
    const bytes = program(["conv2d"], ["fused_attention"], ["elementwise_add"], ["fetch"]);
    expect(actsIn(bytes)).toEqual([]);
  });
  test.each([
    ["a text", Buffer.from("\n\x05\x08\0\x10\0\n")],
    [
      "a block without operators",
      encode([
        [
          1,
          [
            [1, 0],
            [2, 0],
          ],
        ],
      ]),
    ],
    [
      "fields that no program has",
      encode([
        [
          1,
          [
            [1, 0],
            [2, 0],
            [4, [[3, "relu"]]],
          ],
        ],
        [7, "x"],
      ]),
    ],
  ])("%s: another file", (_, bytes) => {
    expect(paddleLines(bytesOf(bytes))).toBeUndefined();
  });

  test.each([
    ["3.evil", "names-unknown"],
    ["custom_op.evil", "names-unknown"],
    ["py_op.call", "runs"],
    ["1.py_func", "runs"],
    ["1.save", "runs"],
    ["1.load_combine", "calls-unknown"],
  ])("%s in a graph in JSON", (name, kind) => {
    expect(actsOf(pir(name))).toEqual([kind]);
  });
  test("whatever stands first in the JSON, and however it is written", () => {
    const text = JSON.stringify(
      Object.fromEntries(
        Object.entries(JSON.parse(pir("3.evil")) as Record<string, unknown>).toReversed(),
      ),
    );
    expect(actsOf(text)).toEqual(["names-unknown"]);
    expect(actsOf(text.replace("base_code", "b\\u0061se_code"))).toEqual(["names-unknown"]);
  });
  test("a sound graph in JSON is silent, and other JSON is none", () => {
    expect(actsOf(pir("1.batch_norm_"))).toEqual([]);
    expect(actsOf('{"base_code": {"magic": "other"}}')).toBeUndefined();
    expect(actsOf('{"ops": [{"#": "3.evil"}]}')).toBeUndefined();
  });

  test("paddle.load: .pdparams are pickles", () => {
    expect(isFound(calling("os", "system", "id"))).toBe(true);
    expect(actsIn(opcodes("\x80\x02}q\0X\x01\0\0\0wq\x01K\x01s."))).toEqual([]);
  });
});
