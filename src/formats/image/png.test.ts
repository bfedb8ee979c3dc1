import fc from "fast-check";
import { expect, test } from "vitest";
import { png, type PngParts } from "../../robustness/data/testing/files.ts";
import { decodePng } from "./png.ts";

function pixels(parts: PngParts): readonly number[] {
  const decoded = decodePng(png(parts), 1000);
  if ("problem" in decoded) throw new Error(decoded.problem);
  return [...decoded.data];
}

test("every filter is taken off", () => {
  // Worked out by hand from section 9: each row is 10, 20, 30 in grey.
  const rows = Uint8Array.of(0, 10, 20, 30, 1, 10, 10, 10, 2, 0, 0, 0, 3, 5, 5, 5, 4, 0, 0, 0);
  expect(pixels({ width: 3, height: 5, colour: 0, rows })).toEqual(
    Array.from({ length: 5 }, () => [10, 20, 30]).flat(),
  );
});

test("samples of fewer bits are stretched, those of a palette looked up", () => {
  expect(
    pixels({ width: 5, height: 1, depth: 1, colour: 0, rows: Uint8Array.of(0, 0b10110_000) }),
  ).toEqual([255, 0, 255, 255, 0]);
  expect(
    pixels({ width: 3, height: 1, depth: 2, colour: 0, rows: Uint8Array.of(0, 0b00_01_11_00) }),
  ).toEqual([0, 85, 255]);
  const palette = Uint8Array.of(1, 2, 3, 4, 5, 6);
  expect(
    pixels({
      width: 3,
      height: 1,
      depth: 4,
      colour: 3,
      palette,
      rows: Uint8Array.of(0, 0x10, 0x20),
    }),
  ).toEqual([4, 5, 6, 1, 2, 3, 0, 0, 0]);
});

test("the higher half of 16 bits is kept", () => {
  expect(
    pixels({ width: 2, height: 1, depth: 16, colour: 0, rows: Uint8Array.of(0, 1, 255, 200, 0) }),
  ).toEqual([1, 200]);
});

test("interlaced pixels come to their places", () => {
  // 3 × 3 by Adam7: passes 1, 5 (0,2), 6 and 7 have pixels; each pixel's value is its number.
  const rows = Uint8Array.of(0, 0, 0, 2, 0, 6, 8, 0, 1, 0, 7, 0, 3, 4, 5);
  expect(pixels({ width: 3, height: 3, colour: 0, interlace: 1, rows })).toEqual([
    0, 1, 2, 3, 4, 5, 6, 7, 8,
  ]);
});

test("what claims too much, or lacks pixels, is told", () => {
  const rows = new Uint8Array(10);
  expect(decodePng(png({ width: 60_000, height: 60_000, rows }), 1e6)).toEqual({
    problem: "it claims 60000 × 60000 pixels",
  });
  expect(decodePng(png({ width: 20, height: 20, rows }), 1e6)).toEqual({
    problem: "it is cut off",
  });
  expect(decodePng(png({ width: 2, height: 2, rows: new Uint8Array(5_000_000) }), 1e6)).toEqual({
    problem: "its pixels cannot be unpacked",
  });
  expect(decodePng(png({ width: 2, height: 2, depth: 7, rows }), 1e6)).toEqual({
    problem: "its header says what no PNG may",
  });
  expect(decodePng(png({ width: 2, height: 2, colour: 3, rows }), 1e6)).toEqual({
    problem: "it has no palette",
  });
});

test("any bytes are decoded without a throw", () => {
  const sound = png({ width: 4, height: 4, rows: new Uint8Array(52) });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { maxLength: 6 }),
      (changes) => {
        const bytes = Buffer.from(sound);
        for (const [at, value] of changes) bytes[at] = value;
        decodePng(bytes, 1e6);
      },
    ),
    { numRuns: 300 },
  );
});
