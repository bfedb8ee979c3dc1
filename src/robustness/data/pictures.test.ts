import { expect, test } from "vitest";
import { cropped, decodePicture, resized, withChannels } from "./pictures.ts";
import { plain } from "./testing/files.ts";
import { jpegPixels, jpegs } from "./testing/written.ts";

test.each(Object.entries(jpegs))("a %s JPEG is what Pillow sees, to a few levels", (_, text) => {
  const picture = decodePicture(Buffer.from(text, "base64"), "x.jpg");
  expect([picture.width, picture.height, picture.channels]).toEqual([16, 16, 3]);
  const places = [0, 15, 15 * 16, 8 * 16 + 8];
  for (const [index, at] of places.entries())
    for (let k = 0; k < 3; k++)
      expect(Math.abs(picture.data[3 * at + k]! - jpegPixels[index]![k]!)).toBeLessThanOrEqual(3);
});

test("a picture is resized as Pillow does it", () => {
  const data = Uint8Array.from({ length: 24 }, (_, k) => (k * 37) % 256);
  const picture = { width: 6, height: 4, channels: 1 as const, data };
  // Image.fromarray(...).resize((3, 2), …) of Pillow 13.
  expect([...resized(picture, [2, 3], "bilinear").data]).toEqual(goldenBilinear);
  expect([...resized(picture, [2, 3], "bicubic").data]).toEqual(goldenBicubic);
  expect([...resized(picture, [2, 3], "nearest").data]).toEqual(goldenNearest);
});

const goldenBilinear = [80, 73, 135, 168, 84, 81];
const goldenBicubic = [73, 66, 145, 185, 77, 76];
const goldenNearest = [3, 77, 151, 191, 9, 83];

test("the middle is cut out, with black around where there is none", () => {
  const picture = {
    width: 4,
    height: 3,
    channels: 1 as const,
    data: Uint8Array.from({ length: 12 }, (_, k) => k + 1),
  };
  expect([...cropped(picture, [1, 2]).data]).toEqual([6, 7]);
  expect([...cropped(picture, [3, 6]).data]).toEqual([
    0, 1, 2, 3, 4, 0, 0, 5, 6, 7, 8, 0, 0, 9, 10, 11, 12, 0,
  ]);
});

test("channels are changed", () => {
  const picture = decodePicture(plain(1, 1, [200, 100, 50]), "x.png");
  expect([...withChannels(picture, "bgr").data]).toEqual([50, 100, 200]);
  // 0.299 × 200 + 0.587 × 100 + 0.114 × 50 = 124.2
  expect([...withChannels(picture, "grey").data]).toEqual([124]);
  expect([...withChannels(decodePicture(plain(1, 1, [7]), "x.png"), "rgb").data]).toEqual([
    7, 7, 7,
  ]);
});

test.each([
  ["a GIF", Buffer.from("GIF89a"), /x is a GIF, which is not read/],
  ["a WebP", Buffer.from("RIFF\0\0\0\0WEBPVP8 "), /x is a WebP/],
  ["text", Buffer.from("hello"), /x is no picture/],
  ["half a JPEG", Buffer.from(jpegs.baseline, "base64").subarray(0, 200), /x cannot be decoded/],
])("%s is refused", (_, bytes, message) => {
  expect(() => decodePicture(bytes, "x")).toThrow(message);
});
