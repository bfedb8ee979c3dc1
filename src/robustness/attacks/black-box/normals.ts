// Many gaussian numbers at little cost: black-box attacks draw as many as the queries have elements.
import type { Random } from "../../random.ts";

const steps = 4096;

/** Values that divide a gaussian into 4096 equally likely parts, by adding up its density. */
const quantiles = ((): Float32Array => {
  const found = new Float32Array(steps);
  const width = 1e-4;
  let below = 0;
  let next = 0;
  for (let z = -6; next < steps; z += width) {
    below += (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * width;
    while (next < steps && below >= (next + 0.5) / steps) found[next++] = z;
  }
  return found;
})();

/** Fills with gaussian numbers to within 1/4096 of probability: four are had from each draw. */
export function fillGaussian(into: Float32Array, random: Random): void {
  let rest = 0;
  for (let k = 0; k < into.length; k++) {
    if (k % 4 === 0) rest = random.uniform();
    rest *= steps;
    const index = Math.floor(rest);
    rest -= index;
    into[k] = quantiles[index]!;
  }
}

/** Fills with +1 and −1. */
export function fillSigns(into: Float32Array, random: Random): void {
  let bits = 0;
  for (let k = 0; k < into.length; k++) {
    if (k % 32 === 0) bits = Math.floor(random.uniform() * 2 ** 32);
    into[k] = (bits >>> (k % 32)) & 1 ? 1 : -1;
  }
}
