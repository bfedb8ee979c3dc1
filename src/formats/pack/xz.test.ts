import { crc32 } from "node:zlib";
import { expect, test } from "vitest";
import { describeUnpacker, plenty } from "./testing/hold.ts";
import { vector } from "./testing/vectors.ts";
import { unpackXz } from "./xz.ts";

describeUnpacker("xz ", unpackXz);

const one = vector("xz with CRC64");

/** The stream with a check of another kind, in its header and its footer. */
function withCheck(packed: Buffer, kind: number): Buffer {
  const changed = Buffer.from(packed);
  changed[7] = kind;
  changed.writeUInt32LE(crc32(changed.subarray(6, 8)), 8);
  const footer = changed.subarray(-12);
  footer[9] = kind;
  footer.writeUInt32LE(crc32(footer.subarray(4, 10)), 0);
  return changed;
}

test("streams in a row are one, with padding between", () => {
  const other = vector("xz of noise");
  const old = vector("lzma of squares");
  const pad = Buffer.alloc(8);
  const packed = Buffer.concat([one.packed, pad, other.packed, old.packed, Buffer.from("rest")]);
  const { bytes, problem } = unpackXz(packed, plenty);
  expect(problem).toBeUndefined();
  expect(bytes.equals(Buffer.concat([one.unpacked, other.unpacked, old.unpacked]))).toBe(true);
});

test.each(["xz with CRC32", "xz with CRC64", "xz with SHA-256"])(
  "%s: a check that does not fit is told, with the bytes",
  (name) => {
    const { packed, unpacked } = vector(name);
    const changed = Buffer.from(packed);
    changed[packed.length - 12 - 12 - 1]! ^= 1;
    const { bytes, problem } = unpackXz(changed, plenty);
    expect(problem?.kind).toBe("broken");
    expect(problem?.message).toBe("the check of the block at byte 12 does not fit");
    expect(bytes.equals(unpacked)).toBe(true);
  },
);

test("a check of an unknown kind is told, and all is unpacked", () => {
  const { bytes, problem } = unpackXz(withCheck(vector("xz with CRC32").packed, 2), plenty);
  expect(problem?.kind).toBe("unknown-method");
  expect(bytes.equals(one.unpacked)).toBe(true);
});

test("a filter that is not undone is told by its name", () => {
  const { bytes, problem } = unpackXz(vector("xz of calls, ARM").packed, plenty);
  expect(problem).toEqual({
    kind: "unknown-method",
    message: "its filter BCJ of ARM is not undone",
  });
  expect(bytes).toHaveLength(0);
});

test("an index and a footer that do not fit are told, with the bytes", () => {
  for (const [back, message] of [
    [18, "the index is not that of the blocks"],
    [12, "the footer is broken"],
    [1, "the footer is broken"],
  ] as const) {
    const changed = Buffer.from(one.packed);
    changed[changed.length - back]! ^= 1;
    const { bytes, problem } = unpackXz(changed, plenty);
    expect(problem).toEqual({ kind: "broken", message });
    expect(bytes.equals(one.unpacked)).toBe(true);
  }
});

test("what begins as lzip is told", () => {
  const packed = Buffer.concat([one.packed, Buffer.from("LZIP\u0001\u0010 and more")]);
  const { bytes, problem } = unpackXz(packed, plenty);
  expect(problem?.kind).toBe("unknown-method");
  expect(bytes.equals(one.unpacked)).toBe(true);
});

test("other bytes are not xz", () => {
  expect(unpackXz(Buffer.from("hello world"), plenty).problem?.message).toBe("it is not xz");
});
