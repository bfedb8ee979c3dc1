// One corruption of one picture, by its kind and severity.
import { PaviseError } from "../../core/errors.ts";
import { pictureOf, type Layout } from "../attacks/images.ts";
import type { Random } from "../random.ts";
import { defocusBlur, glassBlur, motionBlur, zoomBlur } from "./blur.ts";
import { contrast, elastic, pixelate } from "./digital.ts";
import type { Image } from "./image.ts";
import { jpeg } from "./jpeg.ts";
import { gaussianNoise, impulseNoise, shotNoise } from "./noise.ts";
import { severityOf, type CorruptionKind } from "./severities.ts";
import { brightness, fog, frost, snow } from "./weather.ts";

type Corruption = (image: Image, levels: readonly number[], random: Random) => Image;

const corruptions: Readonly<Record<CorruptionKind, Corruption>> = {
  "gaussian-noise": gaussianNoise,
  "shot-noise": shotNoise,
  "impulse-noise": impulseNoise,
  "defocus-blur": defocusBlur,
  "glass-blur": glassBlur,
  "motion-blur": motionBlur,
  "zoom-blur": zoomBlur,
  snow,
  frost,
  fog,
  brightness,
  contrast,
  elastic,
  pixelate,
  jpeg,
};

/** Which of the numbers of a severity are lengths in pixels. */
const lengths: Partial<Readonly<Record<CorruptionKind, readonly number[]>>> = {
  "defocus-blur": [0, 1],
  "glass-blur": [0, 1],
  "motion-blur": [0, 1],
  snow: [4, 5],
};

function levelsOf(kind: CorruptionKind, severity: number, side: number): readonly number[] {
  const { levels, scale } = severityOf(kind, severity, side);
  // Those of elastic are shares of the side.
  if (kind === "elastic") return levels.map((level) => level * side);
  return levels.map((level, k) => (lengths[kind]?.includes(k) ? level * scale : level));
}

export interface CorruptionOptions {
  readonly kind: CorruptionKind;
  /** 1, hardly to be seen, to 5. */
  readonly severity: number;
  /** Axes of the picture, and how they lie. */
  readonly shape: readonly number[];
  readonly layout?: Layout;
  /** Values of black and white. */
  readonly range: readonly [number, number];
  readonly random: Random;
}

/**
 * Corrupts one picture; the result is of the same shape and within the range.
 *
 * @throws `data-invalid` where the input is no picture, or its range has no ends.
 */
export function corrupt(input: Float32Array, options: CorruptionOptions): Float32Array {
  const { kind, severity, shape, layout, range, random } = options;
  const [least, most] = range;
  if (!Number.isFinite(most - least)) {
    throw new PaviseError("data-invalid", "corruptions need to know what black and white are", {
      hint: "State the range of the inputs, such as 0 to 1.",
    });
  }
  const { channels, height, width, channelStride, pixelStride } = pictureOf(shape, layout);
  const planes = Array.from({ length: channels }, (_, channel) =>
    Float32Array.from({ length: height * width }, (_, pixel) => {
      const value =
        (input[channel * channelStride + pixel * pixelStride]! - least) / (most - least);
      return Math.min(1, Math.max(0, value));
    }),
  );
  const levels = levelsOf(kind, severity, Math.min(height, width));
  const found = corruptions[kind]({ height, width, planes }, levels, random);
  const out = new Float32Array(input.length);
  for (const [channel, plane] of found.planes.entries()) {
    for (const [pixel, value] of plane.entries()) {
      const inside = least + (most - least) * Math.min(1, Math.max(0, value));
      out[channel * channelStride + pixel * pixelStride] = Math.min(most, Math.max(least, inside));
    }
  }
  return out;
}
