import { expect, test } from "vitest";
import { expectQuick } from "../../testing/hostile.ts";
import { unpackLzma } from "./lzma.ts";
import { describeUnpacker, plenty } from "./testing/hold.ts";
import { vector } from "./testing/vectors.ts";

describeUnpacker("lzma ", unpackLzma);

const one = vector("lzma of squares");
const known = vector("lzma of known size");

test("streams of both formats in a row are one, as for Python's LZMAFile", () => {
  const xz = vector("xz with CRC64");
  const rest = Buffer.from("what begins no stream");
  const packed = Buffer.concat([one.packed, xz.packed, known.packed, rest]);
  const { bytes, problem } = unpackLzma(packed, plenty);
  expect(problem).toBeUndefined();
  expect(bytes.equals(Buffer.concat([one.unpacked, xz.unpacked, known.unpacked]))).toBe(true);
});

test("a size that is not that of the stream is told", () => {
  const short = Buffer.from(known.packed);
  short.writeUInt32LE(500, 5);
  expect(unpackLzma(short, plenty).problem?.kind).toBe("broken");
  expect(unpackLzma(short, plenty).bytes.equals(known.unpacked.subarray(0, 500))).toBe(true);
  const early = Buffer.from(vector("lzma of known size with").packed);
  early.writeUInt32LE(5000, 5);
  expect(unpackLzma(early, plenty).problem?.kind).toBe("broken");
  expect(unpackLzma(early, plenty).bytes.equals(one.unpacked)).toBe(true);
});

test("a size or dictionary that is only claimed costs nothing", () => {
  const packed = Buffer.from(one.packed);
  packed.writeUInt32LE(0xffff_ffff, 1);
  packed.writeUInt32LE(0xffff_fff0, 5);
  packed.writeUInt32LE(0x20, 9);
  const before = process.memoryUsage().arrayBuffers;
  const { bytes } = unpackLzma(packed, 1e9);
  expect(bytes.equals(one.unpacked)).toBe(true);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000);
});

test("properties that liblzma does not read are told", () => {
  const packed = Buffer.from(one.packed);
  packed[0] = 225;
  expect(unpackLzma(packed, plenty).problem?.kind).toBe("unknown-method");
});

test("very many empty streams end quickly", () => {
  const nothing = vector("lzma of nothing").packed;
  const packed = Buffer.concat(Array.from({ length: 50_000 }, () => nothing));
  expectQuick(() => expect(unpackLzma(packed, plenty).problem).toBeUndefined(), 10_000);
});
