// Noise: gaussian, shot (Poisson) and impulse.
import type { Random } from "../random.ts";
import { mapPlanes, type Image } from "./image.ts";

/** From how many expected events on a gaussian stands for a Poisson number. */
const many = 40;

function poisson(mean: number, random: Random): number {
  if (mean > many) return Math.max(0, Math.round(mean + Math.sqrt(mean) * random.gaussian()));
  // Knuth: as many factors as the product stays above e^−mean.
  const limit = Math.exp(-mean);
  let count = 0;
  for (let product = random.uniform(); product > limit; product *= random.uniform()) count++;
  return count;
}

export function gaussianNoise(image: Image, [sigma]: readonly number[], random: Random): Image {
  return mapPlanes(image, (plane) => plane.map((value) => value + sigma! * random.gaussian()));
}

export function shotNoise(image: Image, [photons]: readonly number[], random: Random): Image {
  return mapPlanes(image, (plane) =>
    plane.map((value) => poisson(Math.max(0, value) * photons!, random) / photons!),
  );
}

/** Salt and pepper: a share of the elements is set to 0 or 1. */
export function impulseNoise(image: Image, [share]: readonly number[], random: Random): Image {
  return mapPlanes(image, (plane) =>
    plane.map((value) => (random.uniform() < share! ? Math.round(random.uniform()) : value)),
  );
}
