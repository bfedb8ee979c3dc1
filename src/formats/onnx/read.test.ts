import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { PaviseError } from "../../core/errors.ts";
import { bytesOf } from "../bytes/source.ts";
import {
  elementTypes,
  type Attribute,
  type FunctionDefinition,
  type Graph,
  type GraphNode,
  type OnnxModel,
  type Tensor,
  type Value,
} from "./model.ts";
import { externalFolder } from "./read-external.ts";
import { byteLength } from "./read-tensor.ts";
import { readOnnxModel } from "./read.ts";
import { writeOnnxModel } from "./write.ts";
import { bytesOfPiece, intField, messageField, packedInts, textField } from "./write-wire.ts";

const folder = mkdtempSync(join(tmpdir(), "pavise-onnx-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** With the bytes of every tensor, so that models can be compared. */
function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return Buffer.from(value).toString("hex");
  if (value instanceof Map) return [...value].map(plain);
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === "function") return plain((value as Tensor["bytes"])());
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
}

const name = fc.string({ maxLength: 8 }).filter((text) => text !== "ai.onnx");
const int64 = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
const float32 = fc.float({ noNaN: true });
const tensor: fc.Arbitrary<Tensor> = fc
  .tuple(
    fc.constantFrom(...elementTypes.filter((type) => type !== "undefined")),
    fc.array(fc.nat(4), { maxLength: 3 }),
    fc.infiniteStream(fc.nat(255)),
  )
  .map(([type, dims, stream]) => {
    if (type === "string") {
      const count = dims.reduce((product, length) => product * length, 1);
      const strings = Array.from({ length: count }, (_, index) => `t${index}`);
      return { type, dims, bytes: () => new Uint8Array(0), strings };
    }
    const bytes = Uint8Array.from(
      { length: byteLength({ type, dims }) },
      () => stream.next().value as number,
    );
    return { type, dims, bytes: () => bytes };
  });
const value: fc.Arbitrary<Value> = fc.record({
  name,
  type: fc.constantFrom(...elementTypes.filter((type) => type !== "undefined")),
  shape: fc.option(
    fc.array(fc.oneof(fc.integer({ min: 1 }), fc.constantFrom("N", "T"), fc.constant(undefined)), {
      maxLength: 4,
    }),
    { nil: undefined },
  ),
});
const text = fc.uint8Array({ maxLength: 6 });
const { graph, node } = fc.letrec<{ graph: Graph; node: GraphNode; attribute: Attribute }>(
  (tie) => ({
    attribute: fc.oneof(
      { depthSize: "small" },
      float32.map((each) => ({ kind: "float", value: each }) as const),
      int64.map((each) => ({ kind: "int", value: each }) as const),
      text.map((each) => ({ kind: "string", value: each }) as const),
      tensor.map((each) => ({ kind: "tensor", value: each }) as const),
      fc.array(float32).map((each) => ({ kind: "floats", value: each }) as const),
      fc.array(int64).map((each) => ({ kind: "ints", value: each }) as const),
      fc.array(text).map((each) => ({ kind: "strings", value: each }) as const),
      fc.array(tensor, { maxLength: 3 }).map((each) => ({ kind: "tensors", value: each }) as const),
      fc.constant({ kind: "reference", value: "other" } as const),
      tie("graph").map((each) => ({ kind: "graph", value: each }) as const),
      fc
        .array(tie("graph"), { maxLength: 2 })
        .map((each) => ({ kind: "graphs", value: each }) as const),
    ),
    node: fc.record({
      name,
      operator: name,
      domain: name,
      inputs: fc.array(name, { maxLength: 3 }),
      outputs: fc.array(name, { maxLength: 3 }),
      attributes: fc
        .array(fc.tuple(name, tie("attribute")), { maxLength: 3 })
        .map((entries) => new Map(entries)),
    }),
    graph: fc.record({
      name,
      nodes: fc.array(tie("node"), { maxLength: 3, depthIdentifier: "nodes" }),
      initializers: fc
        .array(fc.tuple(name, tensor), { maxLength: 3 })
        .map((entries) => new Map(entries)),
      inputs: fc.array(value, { maxLength: 2 }),
      outputs: fc.array(value, { maxLength: 2 }),
      values: fc
        .array(value, { maxLength: 2 })
        .map((values) => new Map(values.map((each) => [each.name, each]))),
    }),
  }),
);
const definition: fc.Arbitrary<FunctionDefinition> = fc.record({
  name,
  domain: name,
  inputs: fc.array(name, { maxLength: 2 }),
  outputs: fc.array(name, { maxLength: 2 }),
  nodes: fc.array(node, { maxLength: 2 }),
  attributes: fc
    .array(
      fc.tuple(name, fc.constantFrom<Attribute | undefined>(undefined, { kind: "int", value: 3n })),
    )
    // Names without a default stand before the others in the file.
    .map(
      (entries) => new Map([...new Map(entries)].sort((a, b) => Number(!!a[1]) - Number(!!b[1]))),
    ),
  opsets: fc.array(fc.tuple(name, fc.nat(30))).map((entries) => new Map(entries)),
});
const model: fc.Arbitrary<OnnxModel> = fc
  .record({
    irVersion: fc.nat(20),
    opsets: fc.array(fc.tuple(name, fc.nat(30))).map((entries) => new Map(entries)),
    producer: fc.option(name, { nil: undefined }),
    graph,
    functions: fc.array(definition, { maxLength: 2 }),
    metadata: fc.array(fc.tuple(name, name)).map((entries) => new Map(entries)),
  })
  .map((each) => {
    const { initializers, inputs } = each.graph;
    const own = inputs.filter((input) => !initializers.has(input.name));
    return { ...each, graph: { ...each.graph, inputs: own } };
  });

const read = (bytes: Uint8Array) => readOnnxModel(bytesOf(Buffer.from(bytes)));

/** Inputs that an initializer of the same name gives are left out, in graphs of attributes too. */
function withoutGiven(each: OnnxModel): OnnxModel {
  const ofGraph = (one: Graph): Graph => ({
    ...one,
    inputs: one.inputs.filter((input) => !one.initializers.has(input.name)),
    nodes: one.nodes.map(ofNode),
  });
  const ofNode = (one: GraphNode): GraphNode => ({
    ...one,
    attributes: new Map(
      [...one.attributes].map(([key, attribute]) => [key, ofAttribute(attribute)]),
    ),
  });
  const ofAttribute = (one: Attribute): Attribute => {
    if (one.kind === "graph") return { kind: "graph", value: ofGraph(one.value) };
    if (one.kind === "graphs") return { kind: "graphs", value: one.value.map(ofGraph) };
    return one;
  };
  const functions = each.functions.map((one) => ({ ...one, nodes: one.nodes.map(ofNode) }));
  return { ...each, graph: ofGraph(each.graph), functions };
}

test("what was written is read as it was", () => {
  fc.assert(
    fc.property(model, (each) => {
      const found = read(writeOnnxModel(each).bytes);
      expect(found.problems).toEqual([]);
      expect(plain(found.model)).toEqual(plain(withoutGiven(each)));
    }),
    { numRuns: 150 },
  );
});

test("is total, whatever is cut off, changed or made up", () => {
  fc.assert(
    fc.property(model, fc.nat(), fc.nat(255), (each, at, byte) => {
      const bytes = Buffer.from(writeOnnxModel(each).bytes);
      bytes[at % bytes.length] = byte;
      read(bytes);
      expect(read(bytes.subarray(0, at % bytes.length)).problems.length).toBeLessThanOrEqual(100);
    }),
  );
  fc.assert(fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => void read(bytes)));
});

/** A model with one tensor of these fields. */
function withTensor(fields: Parameters<typeof messageField>[1], field = 5): Uint8Array {
  return bytesOfPiece(messageField(7, [messageField(field, fields)]));
}
const bytesIn = (found: ReturnType<typeof read>, key: string): string =>
  Buffer.from(found.model!.graph.initializers.get(key)!.bytes()).toString("hex");

test("typed fields give the bytes that raw data would", () => {
  const at = (type: number, ...fields: Parameters<typeof messageField>[1]) =>
    bytesIn(
      read(withTensor([packedInts(1, [2]), intField(2, type), textField(8, "w"), ...fields])),
      "w",
    );
  expect(at(10, packedInts(5, [0x3c00, 0xbc00]))).toBe("003c00bc");
  expect(at(3, packedInts(5, [-1, 5]))).toBe("ff05");
  expect(at(9, intField(5, 1), intField(5, 0))).toBe("0100");
  expect(at(7, packedInts(7, [-2n, 2n ** 62n]))).toBe("feffffffffffffff0000000000000040");
  expect(at(13, packedInts(11, [2n ** 63n + 1n, 7])), "uint64").toBe(
    "01000000000000800700000000000000",
  );
  expect(at(22, packedInts(5, [0x21]))).toBe("21");
});

test("a sparse tensor is spread out, and a place beyond it is an error", () => {
  const sparse = (places: readonly number[]) =>
    read(
      withTensor(
        [
          messageField(1, [
            packedInts(1, [2]),
            intField(2, 2),
            textField(8, "s"),
            packedInts(5, [7, 9]),
          ]),
          messageField(2, [packedInts(1, [2]), intField(2, 7), packedInts(7, places)]),
          packedInts(3, [2, 3]),
        ],
        15,
      ),
    );
  expect(bytesIn(sparse([1, 5]), "s")).toBe("000700000009");
  expect(() => bytesIn(sparse([1, 6]), "s")).toThrow(PaviseError);
});

test("external data are read inside the folder only, at places that are there", () => {
  mkdirSync(join(folder, "model"));
  writeFileSync(join(folder, "secret.bin"), "12345678");
  writeFileSync(join(folder, "model", "w.bin"), "12345678");
  symlinkSync(join(folder, "secret.bin"), join(folder, "model", "link.bin"));
  const external = (location: string, offset: number) => {
    const entry = (key: string, text: string) =>
      messageField(13, [textField(1, key), textField(2, text)]);
    const bytes = withTensor([
      packedInts(1, [4]),
      intField(2, 2),
      textField(8, "w"),
      entry("location", location),
      entry("offset", String(offset)),
      intField(14, 1),
    ]);
    return readOnnxModel(bytesOf(Buffer.from(bytes)), {
      external: externalFolder(join(folder, "model")),
    });
  };
  const found = external("w.bin", 4);
  expect(found.problems).toEqual([]);
  expect(bytesIn(found, "w")).toBe("35363738");
  const escapes = [
    "../secret.bin",
    join(folder, "secret.bin"),
    "link.bin",
    "a/../../secret.bin",
    "",
    ".",
  ];
  for (const location of escapes) {
    const refused = external(location, 0);
    expect(refused.problems, location).toHaveLength(1);
    expect(() => bytesIn(refused, "w")).toThrow(PaviseError);
  }
  expect(external("w.bin", 5).problems[0]).toContain("5 + 4");
  expect(external("w.bin", -1).problems).toHaveLength(1);
});

test("a shape that asks for more than is there is a problem, not an allocation", () => {
  const huge = read(
    withTensor([packedInts(1, [2 ** 40, 2 ** 30]), intField(2, 1), textField(8, "w")]),
  );
  expect(huge.problems).toHaveLength(1);
  const more = read(withTensor([packedInts(1, [2 ** 40]), intField(2, 1), textField(8, "w")]));
  expect(more.problems[0]).toContain("bytes where its shape asks for");
});

test("graphs in graphs without end stop", () => {
  let inner = messageField(6, [textField(2, "g")]);
  for (let depth = 0; depth < 60; depth++)
    inner = messageField(6, [messageField(1, [messageField(5, [textField(1, "body"), inner])])]);
  const node = messageField(1, [messageField(5, [textField(1, "body"), inner])]);
  const found = read(bytesOfPiece(messageField(7, [node])));
  expect(found.problems.join()).toContain("deep");
});
