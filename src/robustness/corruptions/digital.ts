// Contrast, elastic bending and coarse pixels.
import type { Random } from "../random.ts";
import { blurred, mapPlanes, sample, type Image } from "./image.ts";

export function contrast(image: Image, [factor]: readonly number[]): Image {
  return mapPlanes(image, (plane) => {
    const mean = plane.reduce((sum, value) => sum + value, 0) / plane.length;
    return plane.map((value) => (value - mean) * factor! + mean);
  });
}

interface Affine {
  /** Rows of the map from a pixel (y, x, 1) to where it comes from. */
  readonly y: readonly [number, number, number];
  readonly x: readonly [number, number, number];
}

/** The affine map that takes three points by the middle each up to `reach` elsewhere. */
function bend({ height, width }: Image, reach: number, random: Random): Affine {
  const third = Math.min(height, width) / 3 || 1;
  const moved = (): number => reach * (2 * random.uniform() - 1);
  // Points at (m, m), (m, −m), (−m, m) around the middle: the map is what their moves are, added linearly.
  const [middleY, middleX] = [height / 2, width / 2];
  const row = (): readonly [number, number, number] => {
    const [a, b, c] = [moved(), moved(), moved()];
    const [alongY, alongX] = [(a - c) / (2 * third), (a - b) / (2 * third)];
    return [alongY, alongX, (b + c) / 2 - alongY * middleY - alongX * middleX];
  };
  const [y, x] = [row(), row()];
  return { y: [1 + y[0], y[1], y[2]], x: [x[0], 1 + x[1], x[2]] };
}

/** An affine bend, then smooth random displacements (Simard, Steinkraus, Platt 2003). */
export function elastic(image: Image, levels: readonly number[], random: Random): Image {
  const [strength, smooth, reach] = levels as readonly [number, number, number];
  const { height, width } = image;
  const { y: down, x: along } = bend(image, reach, random);
  const field = (): Float32Array =>
    strength === 0
      ? new Float32Array(height * width)
      : blurred(
          Float32Array.from({ length: height * width }, () => 2 * random.uniform() - 1),
          image,
          smooth,
        ).map((value) => value * strength);
  const [fieldY, fieldX] = [field(), field()];
  return mapPlanes(image, (plane) =>
    plane.map((_, k) => {
      const y = Math.floor(k / width) + fieldY[k]!;
      const x = (k % width) + fieldX[k]!;
      const from = [
        down[0] * y + down[1] * x + down[2],
        along[0] * y + along[1] * x + along[2],
      ] as const;
      return sample(plane, image, from);
    }),
  );
}

/** Shares of the old pixels that lie in each of fewer new ones. */
function boxes(
  length: number,
  fewer: number,
): readonly (readonly [pixel: number, share: number])[][] {
  return Array.from({ length: fewer }, (_, k) => {
    const [start, end] = [(k * length) / fewer, ((k + 1) * length) / fewer];
    const found: (readonly [number, number])[] = [];
    for (let at = Math.floor(start); at < Math.min(length, Math.ceil(end)); at++) {
      found.push([at, (Math.min(end, at + 1) - Math.max(start, at)) / (end - start)]);
    }
    return found;
  });
}

/** Means of boxes, repeated to the old size. */
export function pixelate(image: Image, [factor]: readonly number[]): Image {
  const { height, width } = image;
  const [rows, columns] = [height, width].map((length) =>
    boxes(length, Math.max(1, Math.floor(length * factor!))),
  );
  return mapPlanes(image, (plane) => {
    const few = rows!.map((vertical) =>
      columns!.map((horizontal) => {
        let sum = 0;
        for (const [y, a] of vertical)
          for (const [x, b] of horizontal) sum += a * b * plane[y * width + x]!;
        return sum;
      }),
    );
    return plane.map((_, k) => {
      const y = Math.floor(((Math.floor(k / width) + 0.5) * rows!.length) / height);
      const x = Math.floor((((k % width) + 0.5) * columns!.length) / width);
      return few[y]![x]!;
    });
  });
}
