import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { bytesOf } from "../bytes/source.ts";
import { readHdf5Attributes } from "./attributes.ts";
import { files } from "./testing/files.ts";

const unpacked = new Map(
  Object.entries(files).map(([name, text]) => [name, gunzipSync(Buffer.from(text, "base64"))]),
);

test.each([...unpacked])("%s", (_, bytes) => {
  const { texts, problems } = readHdf5Attributes(bytesOf(bytes));
  expect(texts.get("model_config")).toMatch(/^\{"class_name": "Lambda", .*\}$/);
  expect(problems).toEqual([]);
});

test.each([...unpacked])("%s: what is cut off is told", (_, bytes) => {
  for (let length = 8; length < bytes.length; length += Math.ceil(bytes.length / 40)) {
    const { texts, problems } = readHdf5Attributes(bytesOf(bytes.subarray(0, length)));
    if (!texts.has("model_config")) expect(problems).toHaveLength(1);
  }
});

test("any bytes are read without a throw, and in no more time than some", () => {
  const all = [...unpacked.values()].filter(({ length }) => length < 20_000);
  const change = fc.tuple(fc.nat(), fc.nat(255));
  fc.assert(
    fc.property(fc.constantFrom(...all), fc.array(change, { maxLength: 8 }), (sound, changes) => {
      const bytes = Buffer.from(sound);
      for (const [at, value] of changes) bytes[at % bytes.length] = value;
      readHdf5Attributes(bytesOf(bytes));
    }),
    { numRuns: 500 },
  );
});

test("a heap whose blocks lie in themselves ends", () => {
  const bytes = Buffer.from(unpacked.get("60 attributes, in blocks of blocks")!);
  const block = bytes.indexOf("FHIB");
  // The first row is of direct blocks, whose place is that of the block itself.
  for (let at = block + 18; at < block + 18 + 32; at += 8)
    bytes.writeBigUInt64LE(BigInt(block), at);
  expect(readHdf5Attributes(bytesOf(bytes)).texts.has("model_config")).toBe(false);
});
