import { describe, expect, test } from "vitest";
import { flatFile, type FlatTable } from "./testing/flatbuffers.ts";
import { actsIn } from "./testing/pickles.ts";

const delegate = (id: string, isSegment: number, index: number): FlatTable => ({
  fields: [id, { fields: [isSegment, index] }],
});
interface Parts {
  readonly operators?: readonly string[];
  readonly delegates?: readonly FlatTable[];
  readonly data?: readonly Buffer[];
  readonly segments?: readonly (readonly [offset: number, size: number])[];
}
function root({ operators = [], delegates = [], data = [], segments = [] }: Parts): FlatTable {
  const names = operators.map((name): FlatTable => ({ fields: [name, "out"] }));
  const plan: FlatTable = {
    fields: ["forward", undefined, [], undefined, undefined, [], names, delegates],
  };
  const blobs = data.map((bytes): FlatTable => ({ fields: [bytes] }));
  return { fields: [0, [plan], undefined, blobs, segments.map((each) => ({ fields: each }))] };
}
function header(size: number, base: number, length: number): Buffer {
  const bytes = Buffer.alloc(32);
  bytes.write("eh00", 0, "latin1");
  bytes.writeUInt32LE(32, 4);
  for (const [index, value] of [size, base, length].entries())
    bytes.writeBigUInt64LE(BigInt(value), 8 + 8 * index);
  return bytes;
}
const elf = Buffer.from(`\x7fELF${"\0".repeat(60)}`, "latin1");

describe("ExecuTorch", () => {
  test.each([
    [
      "a delegate of others",
      { delegates: [delegate("EvilBackend", 0, 0)], data: [Buffer.alloc(4)] },
    ],
    ["an operator of others", { operators: ["evil::boom"] }],
  ])("%s", (_, parts) => {
    expect(actsIn(flatFile("ET12", root(parts)))).toEqual(["names-unknown"]);
  });
  test("a library that a delegate of AOTInductor loads", () => {
    const parts = { delegates: [delegate("CudaBackend", 0, 0)], data: [elf] };
    expect(actsIn(flatFile("ET12", root(parts)))).toEqual(["native"]);
  });
  test("a library in a segment", () => {
    const bytes = flatFile("ET12", root({ segments: [[0, 64]] }), header(10, 4_096, 64));
    const file = Buffer.concat([bytes, Buffer.alloc(4_096 - bytes.length), elf]);
    expect(actsIn(file)).toEqual(["native"]);
  });
  test.each([
    [
      "data that are not there",
      flatFile("ET12", root({ delegates: [delegate("XnnpackBackend", 0, 7)] })),
    ],
    ["a segment behind the end", flatFile("ET12", root({ segments: [[0, 1e9]] }))],
    ["a program behind the end", flatFile("ET12", root({}), header(1e9, 0, 0))],
    ["segments behind the end", flatFile("ET12", root({}), header(10, 10, 1e9))],
    ["a root that leads nowhere", Buffer.from("\xff\xff\xff\x7fET12\0\0\0\0", "latin1")],
    [
      "a list that is longer than the file",
      flatFile("ET12", { fields: [0, [], undefined, Buffer.alloc(0), elf] }),
    ],
  ])("%s", (_, bytes) => {
    expect(actsIn(bytes)).toEqual(["contradicts"]);
  });
  test("a program in a bundle with its tests", () => {
    const program = flatFile("ET12", root({ operators: ["evil::boom"] }));
    expect(actsIn(flatFile("BP08", { fields: [0, [], program] }))).toEqual(["names-unknown"]);
  });
  test("operators and delegates of its own are silent", () => {
    const parts = {
      operators: [
        "aten::add",
        "quantized_decomposed::quantize_per_tensor",
        "executorch_prim::et_view",
      ],
      delegates: [delegate("XnnpackBackend", 0, 0)],
      data: [Buffer.alloc(64)],
    };
    expect(actsIn(flatFile("ET12", root(parts)))).toEqual([]);
  });
});
