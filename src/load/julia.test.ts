import fc from "fast-check";
import { expect, test } from "vitest";
import { bytesOf } from "../formats/bytes/source.ts";
import { juliaModel } from "./julia.ts";
import { actsIn } from "./testing/pickles.ts";

type Value = string | number | readonly Value[] | { readonly [key: string]: Value };

function int(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
}

function document(entries: readonly (readonly [string, Value])[]): Buffer {
  const body = Buffer.concat(
    entries.map(([key, value]) => {
      const [type, data]: readonly [number, Buffer] =
        typeof value === "string"
          ? [2, Buffer.concat([int(value.length + 1), Buffer.from(`${value}\0`)])]
          : typeof value === "number"
            ? [16, int(value)]
            : Array.isArray(value)
              ? [4, document(value.map((each: Value, at: number) => [`${at}`, each]))]
              : [3, document(Object.entries(value as Record<string, Value>))];
      return Buffer.concat([Buffer.from([type]), Buffer.from(`${key}\0`), data]);
    }),
  );
  return Buffer.concat([int(body.length + 5), body, Buffer.from([0])]);
}

const model = (...name: readonly string[]): Buffer =>
  document([["model", { tag: "struct", type: { tag: "datatype", name, params: [] }, data: [1] }]]);

test("names that start programs are told", () => {
  expect(actsIn(model("Core", "run"))).toEqual(["runs"]);
  expect(actsIn(model("Base", "Cmd"))).toEqual(["runs"]);
  expect(actsIn(model("Core", "Main", "Base", "include_string"))).toEqual(["runs"]);
});

test("layers and arrays are silent", () => {
  expect(actsIn(model("Flux", "Dense"))).toEqual([]);
  expect(actsIn(model("Core", "Array"))).toEqual([]);
  expect(actsIn(document([["text", "Base.run"]]))).toEqual([]);
});

test("no bytes make it throw", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (tail) => {
      const bytes = Buffer.concat([int(tail.length + 4), tail]);
      juliaModel(bytesOf(bytes), bytes);
    }),
  );
});
