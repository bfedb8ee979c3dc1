import { expect, test } from "vitest";
import { randomOf } from "../random.ts";
import { pictureOf, smooth, unwarped, warpOf, warped } from "./images.ts";

const random = randomOf(1);
const noise = (length: number): Float32Array =>
  Float32Array.from({ length }, () => random.gaussian());
const dot = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, k) => sum + value * b[k]!, 0);

test("channels are found first or last", () => {
  expect(pictureOf([3, 8, 9])).toMatchObject({ channels: 3, height: 8, width: 9, pixelStride: 1 });
  expect(pictureOf([8, 9, 3])).toMatchObject({ channels: 3, height: 8, width: 9, pixelStride: 3 });
  expect(pictureOf([8, 9])).toMatchObject({ channels: 1, height: 8, width: 9 });
  expect(() => pictureOf([30])).toThrow("is no picture");
});

test.each([[[2, 5, 7]], [[5, 7, 3]]])("the way back of a warp of %j is its transpose", (shape) => {
  const picture = pictureOf(shape);
  const warp = warpOf(picture, (y, x) =>
    y + x === 3 ? undefined : [0.8 * y - 0.3, 1.1 * x + 0.2],
  );
  const size = shape[0]! * shape[1]! * shape[2]!;
  const [x, g] = [noise(size), noise(size)];
  const left = dot(warped(x, picture, { warp, fill: 0 }), g);
  expect(left).toBeCloseTo(dot(x, unwarped(g, picture, warp)), 4);
});

test("the identity changes nothing, what is outside is filled", () => {
  const picture = pictureOf([1, 3, 3]);
  const image = noise(9);
  const same = warpOf(picture, (y, x) => [y, x]);
  expect(warped(image, picture, { warp: same, fill: 9 })).toEqual(image);
  const shifted = warpOf(picture, (y, x) => [y, x + 1]);
  expect(warped(image, picture, { warp: shifted, fill: 9 })[2]).toBe(9);
});

test("smoothing by a kernel of one tap is nothing, by a wide one a mean", () => {
  const picture = pictureOf([3, 3, 1], "hwc");
  const image = new Float32Array(9);
  image[4] = 9;
  const still = image.slice();
  smooth(still, picture, Float64Array.of(1));
  expect(still).toEqual(image);
  smooth(image, picture, Float64Array.of(1 / 3, 1 / 3, 1 / 3));
  for (const value of image) expect(value).toBeCloseTo(1, 6);
});
