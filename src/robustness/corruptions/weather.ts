// Weather and light: snow, frost, fog, brightness.
import type { Random } from "../random.ts";
import { mapPlanes, streaked, zoomed, type Image } from "./image.ts";
import { plasma } from "./plasma.ts";

/** Grey of a colour picture by Rec. 601, of any other the mean. */
function greyOf({ planes }: Image): Float32Array {
  const weights = planes.length === 3 ? [0.299, 0.587, 0.114] : planes.map(() => 1 / planes.length);
  return planes[0]!.map((_, k) =>
    planes.reduce((sum, plane, channel) => sum + weights[channel]! * plane[k]!, 0),
  );
}

function clipped(value: number): number {
  return Math.min(1, Math.max(0, value));
}

/** Flakes are gaussian noise that is enlarged, cut below a threshold and streaked; the picture is whitened beneath. */
export function snow(image: Image, levels: readonly number[], random: Random): Image {
  const [mean, sigma, zoom, threshold, radius, spread, mix] = levels as readonly number[] &
    readonly [number, number, number, number, number, number, number];
  const size = image.height * image.width;
  const noise = Float32Array.from({ length: size }, () => mean + sigma * random.gaussian());
  const flakes = zoomed(noise, image, Math.max(1, zoom)).map((value) =>
    value < threshold ? 0 : clipped(value),
  );
  const angle = -135 + 90 * random.uniform();
  const layer = streaked(flakes, image, { radius, sigma: spread, angle });
  const grey = greyOf(image);
  return mapPlanes(image, (plane) =>
    plane.map(
      (value, k) =>
        mix * value +
        (1 - mix) * Math.max(value, grey[k]! * 1.5 + 0.5) +
        layer[k]! +
        layer[size - 1 - k]!,
    ),
  );
}

/**
 * The authors lay photographs of frost over the picture. Ours is generated: veins where two rough fields of
 * clouds are near their middle, bluish where there is colour.
 */
export function frost(image: Image, levels: readonly number[], random: Random): Image {
  const [keep, share] = levels as readonly [number, number];
  const [wide, fine] = [plasma(image, 1.4, random), plasma(image, 1.15, random)];
  const ice = wide.map((value, k) => {
    const veins = 1 - Math.abs(2 * value - 1);
    return clipped(0.25 + 0.75 * veins ** 3 + 0.5 * (fine[k]! - 0.5));
  });
  const tint = image.planes.length === 3 ? [0.86, 0.93, 1] : [];
  return mapPlanes(image, (plane, channel) =>
    plane.map((value, k) => keep * value + share * (tint[channel] ?? 1) * ice[k]!),
  );
}

export function fog(image: Image, levels: readonly number[], random: Random): Image {
  const [thick, decay] = levels as readonly [number, number];
  const clouds = plasma(image, decay, random);
  let most = 0;
  for (const plane of image.planes) for (const value of plane) most = Math.max(most, value);
  const back = most / (most + thick);
  return mapPlanes(image, (plane) => plane.map((value, k) => (value + thick * clouds[k]!) * back));
}

/** Adds to the value of hue, saturation and value; to every channel where there are not three. */
export function brightness(image: Image, [more]: readonly number[]): Image {
  const { planes } = image;
  if (planes.length !== 3) return mapPlanes(image, (plane) => plane.map((value) => value + more!));
  // Hue and saturation stay where every channel grows by the same factor.
  const factors = planes[0]!.map((_, k) => {
    const value = Math.max(...planes.map((plane) => plane[k]!));
    return value === 0 ? 0 : clipped(value + more!) / value;
  });
  return mapPlanes(image, (plane) =>
    plane.map((value, k) => (factors[k] === 0 ? more! : value * factors[k]!)),
  );
}
