// Formats in which nothing acts, and what has been put into them all the same.
import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { parseModel } from "../checks/parse-model.ts";
import { identify } from "../engine/identify.ts";
import { bytesOf } from "../formats/bytes/source.ts";
import { zipOf } from "../testing/archives.ts";
import { flaxArray, msgpack, ubjson, type Packed } from "./testing/data-models.ts";
import { actsIn, calling, limits, opcodes } from "./testing/pickles.ts";
import { traceLoad } from "./trace.ts";

const evil = calling("os", "system", "id");

function viewOf(name: string, bytes: Buffer) {
  const kind = identify({ bytes, size: bytes.length, name: name.toLowerCase() });
  const view = parseModel({ kind, path: name, source: bytesOf(bytes), limits })?.views.model;
  return { title: view?.text.split("\n")[0], acts: view?.acts.map((act) => act.kind) };
}

describe("MessagePack", () => {
  const list = opcodes("\x80\x04]\x8c\x01aa.");
  const array = (kind: string, data: Buffer): Packed =>
    new Map<string, Packed>([
      ["nd", true],
      ["type", "|O"],
      ["kind", Buffer.from(kind)],
      ["shape", [1]],
      ["data", data],
    ]);
  test("an array of objects of msgpack-numpy is loaded as a pickle", () => {
    const bytes = msgpack(array("O", evil));
    expect(actsIn(bytes)).toEqual(["runs"]);
    const { parts } = traceLoad(bytesOf(bytes), limits);
    expect(parts.at(-1)?.isNested).toBe(false);
  });
  test("a pickle among bytes, in lists and in extensions", () => {
    for (const value of [
      array("V", evil),
      [1, evil],
      new Map([["x", [{ extension: 1, data: evil }]]]),
    ]) {
      const { parts } = traceLoad(bytesOf(msgpack(value)), limits);
      expect(parts.at(-1)?.isNested).toBe(true);
      expect(actsIn(msgpack(value))).toEqual(["runs"]);
    }
  });
  test("pickles of data, and what is none", () => {
    for (const value of [
      array("O", list),
      [1, list, "text"],
      array("", Buffer.from("\x80\x04abc")),
    ])
      expect(actsIn(msgpack(value))).toEqual([]);
  });
});

describe("Flax", () => {
  const kernel = flaxArray([2, 2], "float32", Buffer.alloc(16));
  const model = (...more: readonly (readonly [string, Packed])[]): Buffer =>
    msgpack(new Map<string, Packed>([["params", new Map([["kernel", kernel]])], ...more]));
  test("a pickle among the bytes, and one in base64", () => {
    expect(actsIn(model(["x", evil]))).toEqual(["runs"]);
    expect(actsIn(model(["x", evil.toString("base64")]))).toEqual(["runs"]);
  });
  test("an extension that Flax has not", () => {
    const data = Buffer.from("x");
    expect(actsIn(model(["x", { extension: 42, data }]))).toEqual(["contradicts"]);
  });
  test("an array of another size, of objects, or broken", () => {
    for (const array of [
      flaxArray([2, 200], "float32", Buffer.alloc(16)),
      flaxArray([2], "object", Buffer.alloc(16)),
      { extension: 1, data: Buffer.from("\x93\x01") },
    ])
      expect(actsIn(model(["x", array]))).toEqual(["contradicts"]);
  });
  test("maps in one another without end are told", () => {
    const deep = Buffer.concat([Buffer.alloc(900, "\x81\xa1a", "latin1"), Buffer.from([1])]);
    const bytes = Buffer.concat([
      Buffer.from([0x82, 0xa1, 0x61]),
      msgpack(kernel),
      Buffer.from([0xa1, 0x62]),
      deep,
    ]);
    const { problems } = traceLoad(bytesOf(bytes), limits);
    expect(problems.map(({ message }) => message)).toEqual(["maps in one another are too deep"]);
  });
  test("a sound one is silent, and what is not of Flax is not taken for it", () => {
    const half = flaxArray([3], "bfloat16", Buffer.alloc(6));
    expect(viewOf("m.msgpack", model(["step", 3], ["half", half]))).toEqual({
      title: "# Flax, MessagePack with 2 maps and 2 arrays",
      acts: [],
    });
    expect(viewOf("m.msgpack", msgpack(new Map([["a", Buffer.from("evil")]])))).toEqual({});
    expect(viewOf("m.msgpack", Buffer.concat([model(), Buffer.from("x\0")]))).toEqual({});
  });
});

describe("XGBoost", () => {
  const trees = [{ base_weights: Buffer.alloc(40), tree_param: { num_nodes: "3" } }];
  const learner = (attributes: Readonly<Record<string, string>>) => ({
    learner: { attributes, gradient_booster: { model: { trees } } },
    version: [3, 2, 0],
  });
  test("a pickle in an attribute", () => {
    for (const text of [evil.toString("base64"), evil.toString("hex"), evil.toString("latin1")])
      expect(actsIn(ubjson(learner({ best: text })))).toEqual(["runs"]);
  });
  test("more decoys than are looked at are told", () => {
    const decoys = "\x80\x04}.".repeat(1_000);
    const bytes = ubjson(learner({ best: decoys + evil.toString("latin1") }));
    const { problems } = traceLoad(bytesOf(bytes), limits);
    expect(problems.map(({ message }) => message)).toEqual([
      "more of it looks like pickles than is looked at",
    ]);
  });
  test("a pickle in an attribute, as JSON", () => {
    const text = JSON.stringify(learner({ best: evil.toString("base64") }));
    expect(viewOf("model.json", Buffer.from(text)).acts).toEqual(["runs"]);
  });
  test("counts, lengths and ends that cannot be", () => {
    const sound = ubjson(learner({}));
    const wide = Buffer.from(sound);
    wide.writeBigInt64BE(2n ** 40n, wide.indexOf("[$U#L") + 5);
    const negative = Buffer.from(sound);
    negative.writeBigInt64BE(-1n, negative.indexOf("[$U#L") + 5);
    const cut = sound.subarray(0, -1);
    const long = Buffer.concat([sound, Buffer.from("}")]);
    for (const bytes of [wide, negative, cut, long]) expect(actsIn(bytes)).toEqual(["contradicts"]);
  });
  test("lists in one another without end are told", () => {
    const deep = Buffer.from(`{L\0\0\0\0\0\0\0\x07learner[${"[".repeat(1_000)}`, "latin1");
    const { problems } = traceLoad(bytesOf(deep), limits);
    expect(problems.map(({ message }) => message)).toEqual(["objects in one another are too deep"]);
  });
  test("a sound one is silent", () => {
    expect(viewOf("m.ubj", ubjson(learner({ best: "12" })))).toEqual({
      title: expect.stringMatching(/^# XGBoost, UBJSON with \d+ things: learner, version$/),
      acts: [],
    });
    expect(viewOf("m.json", Buffer.from(JSON.stringify(learner({}))))).toMatchObject({ acts: [] });
    expect(viewOf("package.json", Buffer.from('{"version":"1","learner":{"a":1}}'))).toEqual({});
  });
  test("the form of before is known", () => {
    const name = (text: string): Buffer =>
      Buffer.concat([Buffer.from([text.length, 0, 0, 0, 0, 0, 0, 0]), Buffer.from(text)]);
    const rest = [name("binary:logistic"), name("gbtree"), Buffer.alloc(400)];
    const old = Buffer.concat([Buffer.from("binf"), Buffer.alloc(136, 0), ...rest]);
    expect(viewOf("m.xgb", old)).toEqual({
      title: "# XGBoost, the form of before: binary:logistic, gbtree",
      acts: [],
    });
    expect(viewOf("m.xgb", Buffer.concat([old, evil])).acts).toEqual(["runs"]);
  });
});

describe("CatBoost and LightGBM", () => {
  const cbm = (more: Buffer): Buffer => {
    const trees = Buffer.concat([Buffer.from([20, 0, 0, 0]), Buffer.alloc(60)]);
    return Buffer.concat([Buffer.from("CBM1"), Buffer.from([trees.length, 0, 0, 0]), trees, more]);
  };
  const lgb = (line: string): Buffer =>
    Buffer.from(`tree\nversion=v4\nnum_class=1\nmax_feature_idx=4\n${line}\nend of trees\n`);
  test("a pickle in a model of CatBoost", () => {
    expect(actsIn(cbm(evil))).toEqual(["runs"]);
    expect(actsIn(cbm(Buffer.from(evil.toString("base64"))))).toEqual(["runs"]);
  });
  test("trees of CatBoost that end after the file", () => {
    expect(actsIn(cbm(Buffer.alloc(0)).subarray(0, 40))).toEqual(["contradicts"]);
  });
  test("a pickle in a model of LightGBM", () => {
    const bytes = lgb(`pandas_categorical:${evil.toString("base64")}`);
    expect(viewOf("model.txt", bytes).acts).toEqual(["runs"]);
  });
  test("sound ones are silent", () => {
    expect(viewOf("m.cbm", cbm(Buffer.alloc(9)))).toEqual({
      title: "# CatBoost, 64 bytes of trees",
      acts: [],
    });
    expect(viewOf("m.txt", lgb("leaf_value=1 2 3"))).toMatchObject({ acts: [] });
    expect(viewOf("m.txt", Buffer.from("tree\nof life"))).toEqual({});
  });
});

test.each(["ubj", "cbm", "xgb", "msgpack", "txt"])(
  "what is called .%s and is another",
  (suffix) => {
    const elf = Buffer.concat([Buffer.from("\x7fELF\x02\x01\x01"), Buffer.alloc(200)]);
    const pe = Buffer.concat([Buffer.from("MZ"), Buffer.alloc(200)]);
    pe.writeUInt32LE(80, 60);
    pe.write("PE\0\0", 80);
    for (const bytes of [evil, zipOf({ a: "x" }), elf, pe])
      expect(viewOf(`model.${suffix}`, bytes).acts).toContain("lies");
  },
);

test("programs that are called what they are are silent", () => {
  const elf = Buffer.concat([Buffer.from("\x7fELF\x02\x01\x01"), Buffer.alloc(200)]);
  for (const name of ["a.out", "lib.so", "installer.bin"]) expect(viewOf(name, elf)).toEqual({});
});

test("parts of Orbax are known", () => {
  expect(viewOf("manifest.ocdbt", Buffer.from("0cdb3a2a7100000000000000", "hex"))).toEqual({
    title: "# OCDBT, a manifest",
    acts: [],
  });
});

test("any bytes behind a sign are read without a throw", () => {
  const signs = [
    "\x81",
    "\xde\x00",
    "{L\0\0\0\0\0\0\0\x07learner{",
    "CBM1",
    "binf",
    "tree\nversion=v4",
  ];
  fc.assert(
    fc.property(fc.constantFrom(...signs), fc.uint8Array({ maxLength: 200 }), (sign, rest) => {
      traceLoad(bytesOf(Buffer.concat([Buffer.from(sign, "latin1"), rest])), limits);
    }),
    { numRuns: 1_000 },
  );
});
