import { expect, test } from "vitest";
import { unpackLz4 } from "./lz4.ts";
import { describeUnpacker, plenty } from "./testing/hold.ts";
import { vector } from "./testing/vectors.ts";
import { xxh32 } from "./xxh32.ts";

describeUnpacker("lz4 ", unpackLz4);

const one = vector("lz4 of squares");

/** A frame of independent blocks without checksums. */
function frame(...blocks: readonly (readonly number[])[]): Buffer {
  const head = Buffer.from([0x04, 0x22, 0x4d, 0x18, 0x60, 0x40, 0]);
  head[6] = (xxh32(head, 4, 6) >>> 8) & 0xff;
  const parts = blocks.flatMap((block) => {
    const size = Buffer.alloc(4);
    size.writeUInt32LE(block.length);
    return [size, Buffer.from(block)];
  });
  return Buffer.concat([head, ...parts, Buffer.alloc(4)]);
}

test("frames in a row are one, and those to skip are skipped", () => {
  const other = vector("lz4 of noise");
  const skipped = Buffer.from([0x5a, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3]);
  const packed = Buffer.concat([skipped, one.packed, skipped, other.packed, skipped]);
  const { bytes, problem } = unpackLz4(packed, plenty);
  expect(problem).toBeUndefined();
  expect(bytes.equals(Buffer.concat([one.unpacked, other.unpacked]))).toBe(true);
});

test("what follows and is no frame is told, with the bytes", () => {
  const { bytes, problem } = unpackLz4(Buffer.concat([one.packed, Buffer.from("rest")]), plenty);
  expect(problem?.message).toBe(`no LZ4 frame begins at byte ${one.packed.length}`);
  expect(bytes.equals(one.unpacked)).toBe(true);
});

test("checksums that do not fit are told, with the bytes", () => {
  const { packed, unpacked } = vector("lz4 of linked blocks");
  const changed = Buffer.from(packed);
  changed[packed.length - 1]! ^= 1;
  expect(unpackLz4(changed, plenty).problem?.message).toBe(
    "the checksum of the LZ4 frame does not fit",
  );
  expect(unpackLz4(changed, plenty).bytes.equals(unpacked)).toBe(true);
  changed[packed.length - 9]! ^= 1;
  expect(unpackLz4(changed, plenty).problem?.message).toMatch(/^the checksum of the block/);
});

test("a match of distance 0 is zeros, as liblz4 reads it", () => {
  const packed = frame([0x10, 0x61, 0, 0, 0x10, 0x62]);
  expect(unpackLz4(packed, plenty)).toEqual({ bytes: Buffer.from("a\0\0\0\0b") });
});

test("a match that looks past the block is told", () => {
  const { bytes, problem } = unpackLz4(frame([0x10, 0x61], [0x10, 0x62, 2, 0, 0]), plenty);
  expect(problem?.kind).toBe("broken");
  expect(bytes.toString()).toBe("ab");
});

test("a block that holds more than its frame tells is told", () => {
  const packed = frame([0x1f, 0x61, 1, 0, ...Array<number>(300).fill(255), 0, 0]);
  const { bytes, problem } = unpackLz4(packed, plenty);
  expect(problem?.kind).toBe("broken");
  expect(bytes.equals(Buffer.alloc(65_536, "a"))).toBe(true);
});

test("other frames are told", () => {
  const legacy = Buffer.from([0x02, 0x21, 0x4c, 0x18, 0, 0, 0, 0]);
  expect(unpackLz4(legacy, plenty).problem?.kind).toBe("unknown-method");
  expect(unpackLz4(Buffer.from("hello"), plenty).problem?.kind).toBe("broken");
  expect(unpackLz4(Buffer.alloc(0), plenty).problem?.kind).toBe("truncated");
});

test("XXH32 is that of its specification", () => {
  const text = Buffer.from("Nobody inspects the spammish repetition");
  expect(xxh32(Buffer.alloc(0), 0, 0)).toBe(0x02cc5d05);
  expect(xxh32(text, 0, text.length)).toBe(0xe2293b2f);
});
