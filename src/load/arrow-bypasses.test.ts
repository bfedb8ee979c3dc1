// CVE-2023-47248: PyArrow loads what describes a type of Python as a pickle.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bytesOf } from "../formats/bytes/source.ts";
import { tableModel } from "./arrow.ts";
import { flatFile, type FlatTable } from "./testing/flatbuffers.ts";
import { actsIn, calling, opcodes } from "./testing/pickles.ts";

const evil = calling("os", "system", "id");
const old = opcodes("cos\nsystem\n(S'id'\ntR.");
const data = opcodes("\x80\x04]\x8c\x01aa.");

function entry(key: string, value: string | Buffer): FlatTable {
  return { fields: [key, value] };
}

/** A field of a type, in a field of another. */
function schema(type: string, metadata: string | Buffer): FlatTable {
  const notes = [entry("ARROW:extension:name", type), entry("ARROW:extension:metadata", metadata)];
  const inner: FlatTable = {
    fields: ["inner", undefined, undefined, undefined, undefined, undefined, notes],
  };
  const outer: FlatTable = {
    fields: ["outer", undefined, undefined, undefined, undefined, [inner]],
  };
  return { fields: [undefined, [outer], [entry("pandas", '{"columns": [], "index": null}')]] };
}

const u32 = (value: number): Buffer => Buffer.from(Uint32Array.of(value).buffer);

/** A message with a schema, behind its mark and its length. */
function message(of: FlatTable): Buffer {
  // The identifier is none of Arrow's, and is passed over as any gap is.
  const flat = flatFile("none", { fields: [4, 1, of] });
  return Buffer.concat([u32(0xffffffff), u32(flat.length), flat]);
}

function file(first: FlatTable, last: FlatTable): Buffer {
  const footer = flatFile("none", { fields: [4, last] });
  const mark = Buffer.from("ARROW1");
  return Buffer.concat([mark, Buffer.alloc(2), message(first), footer, u32(footer.length), mark]);
}

function varint(value: number): Buffer {
  return value < 128
    ? Buffer.from([value])
    : Buffer.from([(value & 127) | 128, ...varint(value >> 7)]);
}

function binary(text: string | Buffer): Buffer {
  const bytes = Buffer.from(text as string);
  return Buffer.concat([varint(bytes.length), bytes]);
}

/** A file of Parquet: a version, a list of what is passed over, a count, no rows, and pairs. */
function parquet(pairs: readonly (readonly [key: string, value: string | Buffer])[]): Buffer {
  const footer = Buffer.concat([
    Buffer.from([0x15, 4, 0x19, 0x1c, 0x15, 2, 0x18, 1, 0x61, 0, 0x16, 2, 0x19, 0x0c]),
    Buffer.from([0x19, (pairs.length << 4) | 0x0c]),
    ...pairs.flatMap(([key, value]) => [
      Buffer.from([0x18]),
      binary(key),
      Buffer.from([0x18]),
      binary(value),
      Buffer.from([0]),
    ]),
    Buffer.from([0x18, 1, 0x78, 0]),
  ]);
  return Buffer.concat([Buffer.from("PAR1"), footer, u32(footer.length), Buffer.from("PAR1")]);
}

const type = "arrow.py_extension_type";
const honest = schema("arrow.uuid", "");

describe("CVE-2023-47248", () => {
  test.each([
    ["a stream", message(schema(type, evil))],
    ["a stream, the pickle of protocol 0", message(schema(type, old))],
    ["the beginning of a file", file(schema(type, evil), honest)],
    ["the end of a file", file(honest, schema(type, evil))],
    ["another type that Python brings", message(schema("ray.data.arrow_tensor", evil))],
    ["letters in a description", message(schema("x", `{"v": "${evil.toString("base64")}"}`))],
    ["Parquet", parquet([["ARROW:schema", message(schema(type, evil)).toString("base64")]])],
    ["a pickle beside it in Parquet", parquet([["state", evil]])],
  ])("%s", (_, bytes) => {
    expect(actsIn(bytes)).toEqual(["runs"]);
  });
});

test.each([
  ["a type of Arrow's own", file(honest, honest)],
  ["a type that is described by data", message(schema(type, data))],
  [
    "Parquet",
    parquet([
      ["ARROW:schema", message(honest).toString("base64")],
      ["pandas", "{}"],
    ]),
  ],
  ["what is called Parquet", Buffer.from("PAR1 is a mark of bytes, and this is none of it PAR1")],
])("%s does nothing", (_, bytes) => {
  expect(actsIn(bytes)).toEqual([]);
});

test("any bytes are read without a throw", () => {
  const all = [message(schema(type, evil)), file(honest, honest), parquet([["a", "b"]])];
  const change = fc.tuple(fc.nat(), fc.nat(255));
  fc.assert(
    fc.property(fc.constantFrom(...all), fc.array(change, { maxLength: 6 }), (sound, changes) => {
      const bytes = Buffer.from(sound);
      for (const [at, value] of changes) bytes[at % bytes.length] = value;
      tableModel(bytesOf(bytes), bytes);
      actsIn(bytes);
    }),
    { numRuns: 300 },
  );
});
