// Formats of other languages and programs, of which one thing each is known to act.
import { describe, expect, test } from "vitest";
import { parseModel } from "../checks/parse-model.ts";
import { bytesOf } from "../formats/bytes/source.ts";
import { buildZip } from "../formats/zip/testing/build.ts";
import { readTextModel } from "./text-models.ts";
import { encode, type Message } from "./testing/messages.ts";
import { actsIn, calling, limits } from "./testing/pickles.ts";

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16BE(value);
  return bytes;
}

/** Objects of Java, of classes by their names. */
function java(...names: readonly string[]): Buffer {
  const parts = names.map((name) =>
    Buffer.concat([
      Buffer.from("sr"),
      u16(name.length),
      Buffer.from(name),
      Buffer.alloc(8, 7),
      Buffer.from("\x02\0\0xp"),
    ]),
  );
  return Buffer.concat([Buffer.from("aced0005", "hex"), ...parts]);
}

describe("objects of Java", () => {
  test.each([
    "org.apache.commons.collections.functors.InvokerTransformer",
    "[Lorg.apache.commons.collections.functors.ConstantTransformer;",
    "com.sun.org.apache.xalan.internal.xsltc.trax.TemplatesImpl",
    "java.lang.ProcessBuilder",
  ])("%s", (name) => {
    expect(actsIn(java("java.util.HashSet", name))).toEqual(["runs"]);
  });
  test("a model of Weka is silent", () => {
    expect(
      actsIn(
        java(
          "weka.classifiers.trees.J48",
          "java.util.HashMap",
          "org.apache.commons.math3.linear.Array2DRowRealMatrix",
        ),
      ),
    ).toEqual([]);
    expect(actsIn(java().subarray(0, 5))).toEqual([]);
  });
});

describe("Torch7", () => {
  const head = Buffer.from(Uint32Array.of(3, 1, 2, 30).buffer);
  test("a function as bytecode, and none", () => {
    expect(actsIn(Buffer.concat([head, Buffer.from("\x1bLJ\x01function", "latin1")]))).toEqual([
      "holds-code",
    ]);
    expect(actsIn(Buffer.concat([head, Buffer.from("numbers and numbers")]))).toEqual([]);
  });
});

/** What a text that is a model is said to do. */
function kindsOf(value: unknown): readonly string[] | undefined {
  const text = readTextModel(bytesOf(Buffer.from(JSON.stringify(value))), {});
  return text?.lines.flatMap(({ acts = [] }) => acts.map(({ kind }) => kind));
}

describe("MXNet", () => {
  const symbol = (...nodes: readonly object[]) => ({ nodes, arg_nodes: [0], heads: [[0, 0, 0]] });
  test("the address of a function, and an operator of Python", () => {
    expect(kindsOf(symbol({ op: "_Native", attrs: { info: "0x7f00" } }))).toEqual(["runs"]);
    expect(kindsOf(symbol({ op: "Custom", attr: { op_type: "evil" } }))).toEqual(["names-unknown"]);
  });
  test("what computes is silent", () => {
    expect(kindsOf(symbol({ op: "null", name: "data" }, { op: "Convolution", attrs: {} }))).toEqual(
      [],
    );
    expect(kindsOf({ arg_nodes: 1 })).toBe(undefined);
  });
});

describe("Ollama", () => {
  const manifest = (digest: string) => ({
    schemaVersion: 2,
    layers: [{ mediaType: "application/vnd.ollama.image.model", digest, size: 1 }],
  });
  test("CVE-2024-37032: a path for a digest", () => {
    expect(kindsOf(manifest("../../../etc/passwd"))).toEqual(["escapes"]);
    expect(kindsOf(manifest(`sha256:${"a".repeat(64)}`))).toBe(undefined);
  });
});

test("a file of assets of a SavedModel outside its folder", () => {
  const node: Message = [
    [1, "x"],
    [2, "MatMul"],
  ];
  const model = (place: string): Buffer =>
    encode([
      [1, 1],
      [
        2,
        [
          [2, [[1, node]]],
          [6, [[2, place]]],
        ],
      ],
    ]);
  expect(actsIn(model("../../../etc/passwd"))).toEqual(["escapes"]);
  expect(actsIn(model("vocabulary.txt"))).toEqual([]);
});

describe("images that end as an archive", () => {
  const image = Buffer.concat([Buffer.from("\x89PNG\r\n\x1a\n", "latin1"), Buffer.alloc(100)]);
  const parsed = (source: Buffer) =>
    parseModel({ kind: "image", path: "cat.png", source: bytesOf(source), limits })?.views.model;
  test("an archive of PyTorch behind a picture is read, as PyTorch reads it", () => {
    const archive = buildZip([{ name: "m/data.pkl", data: calling("os", "system", "id") }]);
    const acts = parsed(Buffer.concat([image, archive]))?.acts.map(({ kind }) => kind);
    expect(acts).toContain("runs");
  });
  test("a picture alone is none", () => {
    expect(parsed(image)).toBe(undefined);
  });
});
