// Better guesses than the gradient at one place, of the attacks that are made to carry over to other models.
import type { Batch } from "../../batch.ts";
import { smooth, unwarped, warpOf, warped, type Picture, type Warp } from "../images.ts";
import { viewsOf } from "../success.ts";
import type { Random } from "../../random.ts";
import type { Estimate, Place } from "./ascent.ts";

/** x moved by `scale` × move. */
function moved(x: Batch, scale: number, move: Float32Array): Batch {
  const data = new Float32Array(x.data.length);
  for (let k = 0; k < data.length; k++) data[k] = x.data[k]! + scale * move[k]!;
  return { data, shape: x.shape };
}

/** The gradient where the momentum leads (Nesterov 1983, as in Lin et al. 2020). */
export function lookAhead(by: number, then: Estimate): Estimate {
  return async (place) => {
    const { gradient } = await then({ ...place, x: moved(place.x, by, place.momentum) });
    return { gradient };
  };
}

/** Mean of the gradients at x, x/2, x/4 …: a network is nearly blind to scale (Lin et al. 2020). */
export function scaled(copies: number): Estimate {
  return async ({ x, items, loss, meter }) => {
    const sum = new Float32Array(x.data.length);
    let logits: Float32Array | undefined;
    for (let copy = 0; copy < copies; copy++) {
      const scale = 2 ** -copy;
      const data = x.data.map((value) => value * scale);
      const found = await meter.gradient({ data, shape: x.shape }, loss, items);
      logits ??= found.logits;
      for (let k = 0; k < sum.length; k++) {
        sum[k] = sum[k]! + (scale * found.gradient[k]!) / copies;
      }
    }
    return { gradient: sum, logits };
  };
}

/**
 * Adds how the last step's gradient differed from the mean of its neighbours' (Wang & He 2021). The state is
 * of one batch of `length` elements.
 */
export function varianceTuned(
  {
    neighbours,
    radius,
    length,
  }: { readonly neighbours: number; readonly radius: number; readonly length: number },
  base: Estimate,
): Estimate {
  const variance = new Float32Array(length);
  return async (place) => {
    const { x, items, loss, meter, randoms } = place;
    const size = x.data.length / items.length;
    const found = await base(place);
    const tuned = found.gradient.slice();
    for (const [at, item] of items.entries()) {
      for (let k = 0; k < size; k++) {
        tuned[at * size + k] = tuned[at * size + k]! + variance[item * size + k]!;
      }
    }
    const mean = new Float32Array(x.data.length);
    for (let neighbour = 0; neighbour < neighbours; neighbour++) {
      const data = x.data.slice();
      for (let k = 0; k < data.length; k++) {
        const random = randoms[Math.floor(k / size)]!;
        data[k] = data[k]! + radius * (2 * random.uniform() - 1);
      }
      const { gradient } = await meter.gradient({ data, shape: x.shape }, loss, items);
      for (let k = 0; k < mean.length; k++) mean[k] = mean[k]! + gradient[k]! / neighbours;
    }
    for (const [at, item] of items.entries()) {
      for (let k = 0; k < size; k++) {
        variance[item * size + k] = mean[at * size + k]! - found.gradient[at * size + k]!;
      }
    }
    return { gradient: tuned, logits: found.logits };
  };
}

/** Made smaller by chance, at a place by chance, with nothing around it (Xie et al. 2019). */
function shrunk(picture: Picture, least: number, random: Random): Warp | undefined {
  const { height, width } = picture;
  const share = least + (1 - least) * random.uniform();
  const rows = Math.max(1, Math.floor(height * share));
  const columns = Math.max(1, Math.floor(width * share));
  const top = random.below(height - rows + 1);
  const left = random.below(width - columns + 1);
  if (rows === height && columns === width) return undefined;
  const inside = (place: number, length: number): number =>
    Math.min(length - 1, Math.max(0, place));
  return warpOf(picture, (row, column) => {
    const y = row - top;
    const x = column - left;
    if (y < 0 || y >= rows || x < 0 || x >= columns) return undefined;
    return [
      inside(((y + 0.5) * height) / rows - 0.5, height),
      inside(((x + 0.5) * width) / columns - 0.5, width),
    ];
  });
}

/** The gradient through a random shrinking of each picture, with this probability. */
export function diverse({
  picture,
  probability,
  least,
  fill,
}: {
  readonly picture: Picture;
  readonly probability: number;
  readonly least: number;
  readonly fill: number;
}): Estimate {
  return async (place: Place) => {
    const { x, items, loss, meter, randoms } = place;
    const data = x.data.slice();
    const views = viewsOf(data, x.shape);
    const warps = randoms.map((random) =>
      random.uniform() < probability ? shrunk(picture, least, random) : undefined,
    );
    for (const [at, warp] of warps.entries()) {
      if (warp) views[at]!.set(warped(views[at]!, picture, { warp, fill }));
    }
    const { gradient } = await meter.gradient({ data, shape: x.shape }, loss, items);
    const out = gradient.slice();
    const backs = viewsOf(out, x.shape);
    for (const [at, warp] of warps.entries()) {
      if (warp) backs[at]!.set(unwarped(backs[at]!, picture, warp));
    }
    return { gradient: out };
  };
}

/** A Gaussian from −3 to 3 deviations over so many elements, of sum 1 (Dong et al. 2019). */
function gaussianKernel(length: number): Float64Array {
  const at = (k: number): number => (length === 1 ? 0 : (6 * k) / (length - 1) - 3);
  const kernel = Float64Array.from({ length }, (_, k) => Math.exp(-(at(k) ** 2) / 2));
  const sum = kernel.reduce((total, one) => total + one, 0);
  return kernel.map((one) => one / sum);
}

/** Smooths the gradient: about the mean of the gradients of shifted pictures (Dong et al. 2019). */
export function smoothed(picture: Picture, length: number, base: Estimate): Estimate {
  const kernel = gaussianKernel(length);
  return async (place) => {
    const found = await base(place);
    const gradient = found.gradient.slice();
    for (const view of viewsOf(gradient, place.x.shape)) smooth(view, picture, kernel);
    return { gradient, logits: found.logits };
  };
}

/** The gradient itself. */
export const plain: Estimate = async ({ meter, x, loss, items }) =>
  await meter.gradient(x, loss, items);
