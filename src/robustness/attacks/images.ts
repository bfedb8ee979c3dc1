// Pictures among the inputs: where their pixels lie, and linear maps of pixels with the way back for gradients.
import { PaviseError } from "../../core/errors.ts";

/** How the axes of one picture lie: channels first, or last. `auto` takes the axis of 1, 3 or 4 for channels. */
export const layouts = ["auto", "chw", "hwc"] as const;
export type Layout = (typeof layouts)[number];

/** Sizes of a picture, and how far apart neighbours lie in its data. */
export interface Picture {
  readonly channels: number;
  readonly height: number;
  readonly width: number;
  readonly channelStride: number;
  /** From one pixel to the next, in rows of `width`. */
  readonly pixelStride: number;
}

/**
 * How an input of these axes is a picture.
 *
 * @throws `data-invalid` where it is none: not 2 or 3 axes.
 */
export function pictureOf(shape: readonly number[], layout: Layout = "auto"): Picture {
  if (shape.length === 2) {
    const [height, width] = shape as [number, number];
    return { channels: 1, height, width, channelStride: height * width, pixelStride: 1 };
  }
  if (shape.length !== 3) {
    throw new PaviseError("data-invalid", `An input of shape ${shape.join(" × ")} is no picture.`, {
      hint: "This attack is for pictures of 2 axes, or 3 with the channels. Choose another attack for other data.",
    });
  }
  const [a, b, c] = shape as [number, number, number];
  const few = (length: number): boolean => length === 1 || length === 3 || length === 4;
  const last = layout === "hwc" || (layout === "auto" && few(c) && !few(a));
  if (last) return { channels: c, height: a, width: b, channelStride: 1, pixelStride: c };
  return { channels: a, height: b, width: c, channelStride: b * c, pixelStride: 1 };
}

/** A linear map of pixels: each comes from four others by weights; −1 is outside of the picture. */
export interface Warp {
  readonly taps: Int32Array;
  readonly weights: Float32Array;
}

/** Bilinear sampling: `from` says where in the picture a pixel comes from, in pixels; outside where it says nothing. */
export function warpOf(
  { height, width }: Picture,
  from: (y: number, x: number) => readonly [y: number, x: number] | undefined,
): Warp {
  const taps = new Int32Array(4 * height * width).fill(-1);
  const weights = new Float32Array(4 * height * width);
  let at = 0;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++, at += 4) {
      const place = from(row, column);
      if (place === undefined) {
        weights[at] = 1;
        continue;
      }
      const [y, x] = place;
      const top = Math.floor(y);
      const left = Math.floor(x);
      for (let corner = 0; corner < 4; corner++) {
        const dy = corner >> 1;
        const dx = corner & 1;
        const inside = top + dy >= 0 && top + dy < height && left + dx >= 0 && left + dx < width;
        if (inside) taps[at + corner] = (top + dy) * width + left + dx;
        weights[at + corner] =
          (dy === 1 ? y - top : 1 - (y - top)) * (dx === 1 ? x - left : 1 - (x - left));
      }
    }
  }
  return { taps, weights };
}

/** The picture as the map sees it; what is outside has the value `fill`. */
export function warped(
  image: Float32Array,
  picture: Picture,
  { warp, fill }: { readonly warp: Warp; readonly fill: number },
): Float32Array {
  const out = new Float32Array(image.length);
  const { taps, weights } = warp;
  for (let channel = 0; channel < picture.channels; channel++) {
    const base = channel * picture.channelStride;
    for (let pixel = 0, at = 0; at < taps.length; pixel++, at += 4) {
      let sum = 0;
      for (let corner = at; corner < at + 4; corner++) {
        const tap = taps[corner]!;
        sum += weights[corner]! * (tap < 0 ? fill : image[base + tap * picture.pixelStride]!);
      }
      out[base + pixel * picture.pixelStride] = sum;
    }
  }
  return out;
}

/** The gradient at the picture from the gradient at what the map made of it. */
export function unwarped(gradient: Float32Array, picture: Picture, warp: Warp): Float32Array {
  const out = new Float32Array(gradient.length);
  const { taps, weights } = warp;
  for (let channel = 0; channel < picture.channels; channel++) {
    const base = channel * picture.channelStride;
    for (let pixel = 0, at = 0; at < taps.length; pixel++, at += 4) {
      const value = gradient[base + pixel * picture.pixelStride]!;
      if (value === 0) continue;
      for (let corner = at; corner < at + 4; corner++) {
        const tap = taps[corner]!;
        if (tap < 0) continue;
        const to = base + tap * picture.pixelStride;
        out[to] = out[to]! + weights[corner]! * value;
      }
    }
  }
  return out;
}

/** Convolves each channel with the same symmetric kernel along rows and columns; outside is zero. In place. */
export function smooth(image: Float32Array, picture: Picture, kernel: Float64Array): void {
  const { channels, height, width, channelStride, pixelStride } = picture;
  const along = (base: number, length: number, stride: number): void => {
    const line = Float64Array.from({ length }, (_, k) => image[base + k * stride]!);
    const half = kernel.length >> 1;
    for (let k = 0; k < length; k++) {
      let sum = 0;
      for (let tap = Math.max(0, half - k); tap < kernel.length && k + tap - half < length; tap++) {
        sum += kernel[tap]! * line[k + tap - half]!;
      }
      image[base + k * stride] = sum;
    }
  };
  for (let channel = 0; channel < channels; channel++) {
    const base = channel * channelStride;
    for (let row = 0; row < height; row++) {
      along(base + row * width * pixelStride, width, pixelStride);
    }
    for (let column = 0; column < width; column++) {
      along(base + column * pixelStride, height, width * pixelStride);
    }
  }
}

/** Zero, or what is nearest to it in the range: what surrounds a picture. */
export function blankOf([least, most]: readonly [number, number]): number {
  return Math.min(most, Math.max(least, 0));
}
