import { expect, test } from "vitest";
import { expectQuick } from "../../testing/hostile.ts";
import { unpackBzip2 } from "./bzip2.ts";
import { describeUnpacker, plenty } from "./testing/hold.ts";
import { vector } from "./testing/vectors.ts";

describeUnpacker("bzip2 ", unpackBzip2);

const one = vector("bzip2 of squares");
const other = vector("bzip2 of noise");

test("streams in a row are one, and what begins none is left out", () => {
  const packed = Buffer.concat([one.packed, other.packed, Buffer.from("BZ and more")]);
  const { bytes, problem } = unpackBzip2(packed, plenty);
  expect(problem).toBeUndefined();
  expect(bytes.equals(Buffer.concat([one.unpacked, other.unpacked]))).toBe(true);
});

test("a checksum that does not fit is told, with the bytes", () => {
  const packed = Buffer.from(one.packed);
  packed[10]! ^= 1;
  const { bytes, problem } = unpackBzip2(packed, plenty);
  expect(problem).toEqual({
    kind: "broken",
    message: "the checksum of the block at byte 4 does not fit",
  });
  expect(bytes.equals(one.unpacked)).toBe(true);
});

test("the checksum of the stream counts as well", () => {
  const packed = Buffer.from(one.packed);
  packed[packed.length - 3]! ^= 8;
  expect(unpackBzip2(packed, plenty).problem?.message).toMatch(/checksum of the stream/);
});

test("other bytes are not bzip2", () => {
  expect(unpackBzip2(Buffer.from("hello"), plenty).problem?.message).toBe("it is not bzip2");
  expect(unpackBzip2(Buffer.alloc(0), plenty).problem?.kind).toBe("truncated");
});

test("very many small streams end quickly", () => {
  const packed = Buffer.concat(Array.from({ length: 5000 }, () => one.packed));
  expectQuick(() => expect(unpackBzip2(packed, 1e8).problem).toBeUndefined(), 10_000);
});
