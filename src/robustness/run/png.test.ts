import { crc32, inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { layoutOf, picturesOf } from "./pictures.ts";
import { encodePng } from "./png.ts";

/** Reads what the writer writes, by the chunks. */
function decode(png: Buffer): { width: number; height: number; kind: number; rows: Buffer } {
  expect(png.subarray(0, 8).toString("latin1")).toBe("\u0089PNG\r\n\u001a\n");
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    const typed = png.subarray(at + 4, at + 8 + length);
    expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(typed));
    chunks.set(typed.toString("latin1", 0, 4), typed.subarray(4));
    at += length + 12;
  }
  expect([...chunks.keys()]).toEqual(["IHDR", "IDAT", "IEND"]);
  const header = chunks.get("IHDR")!;
  return {
    width: header.readUInt32BE(0),
    height: header.readUInt32BE(4),
    kind: header[9]!,
    rows: inflateSync(chunks.get("IDAT")!),
  };
}

test.each([1, 3] as const)("pictures of %i channels", (channels) => {
  const bytes = Uint8Array.from({ length: 3 * 2 * channels }, (_, k) => 40 * k);
  const { width, height, kind, rows } = decode(encodePng({ width: 3, height: 2, channels, bytes }));
  expect([width, height, kind]).toEqual([3, 2, channels === 1 ? 0 : 2]);
  const row = 3 * channels;
  expect([...rows]).toEqual([0, ...bytes.subarray(0, row), 0, ...bytes.subarray(row)]);
});

test("knows how pictures lie, and rows of tables for none", () => {
  expect(layoutOf([3, 8, 9])).toMatchObject({ height: 8, width: 9, channels: 3 });
  expect(layoutOf([8, 9, 1])).toMatchObject({ height: 8, width: 9, channels: 1 });
  expect(layoutOf([28, 28])).toMatchObject({ channels: 1 });
  expect(layoutOf([12])).toBeUndefined();
  expect(layoutOf([64, 8, 8])).toBeUndefined();
});

test("a difference is grey where nothing changed, and magnified", () => {
  const before = new Float32Array(16).fill(100);
  const after = before.slice();
  after[5] = 110;
  const pictures = picturesOf({ before, after }, { shape: [1, 4, 4], range: [0, 255] })!;
  expect(pictures.magnified).toBe(10);
  const { rows } = decode(Buffer.from(pictures.difference.split(",")[1]!, "base64"));
  expect(rows[1]).toBe(128);
  expect(rows[5 + 2 + 1 - 1]).toBe(Math.round(255 * (0.5 + 100 / 255)));
});

test("a large picture is made smaller", () => {
  const before = new Float32Array(3 * 400 * 640);
  const pictures = picturesOf({ before, after: before }, { shape: [3, 400, 640], range: [0, 1] })!;
  expect([pictures.width, pictures.height]).toEqual([160, 100]);
});
