import { z } from "zod";
import { defineAttack } from "../define.ts";
import { layouts, pictureOf, type Picture } from "../images.ts";
import { queries } from "./parameters.ts";
import { searchEach, spanOf, type Answer, type Item, type Search } from "./search.ts";

const onePixelParameters = z.strictObject({
  queries: queries(10_000),
  pixels: z.int().positive().default(1).describe("pixels that are changed, all channels of each"),
  population: z
    .int()
    .min(4)
    .default(100)
    .describe("candidates of a generation, in queries; the paper takes 400"),
  layout: z
    .enum(layouts)
    .default("auto")
    .describe("how the axes of a picture lie; auto takes the axis of 1, 3 or 4 for channels"),
});
type OnePixel = z.output<typeof onePixelParameters>;

/** Weight of the difference of two candidates (paper, eq. 3). */
const weight = 0.5;

/** Pixels one after another, each as row, column and the values of its channels; all as shares from 0 to 1. */
type Genes = Float64Array;

interface Canvas {
  readonly picture: Picture;
  readonly range: readonly [number, number];
}

function painted(genes: Genes, original: Float32Array, { picture, range }: Canvas): Float32Array {
  const { channels, height, width, channelStride, pixelStride } = picture;
  const [least, most] = range;
  const candidate = original.slice();
  for (let at = 0; at < genes.length; at += 2 + channels) {
    const row = Math.min(height - 1, Math.floor(genes[at]! * height));
    const column = Math.min(width - 1, Math.floor(genes[at + 1]! * width));
    for (let channel = 0; channel < channels; channel++) {
      candidate[channel * channelStride + (row * width + column) * pixelStride] =
        least + (most - least) * genes[at + 2 + channel]!;
    }
  }
  return candidate;
}

/** Where a coordinate leaves 0 to 1 it is mirrored back. */
function inside(value: number): number {
  const folded = Math.abs(value) % 2;
  return folded > 1 ? 2 - folded : folded;
}

/** A generation's margins; undefined once one has won. */
function* judge(
  item: Item,
  candidates: readonly Float32Array[],
): Generator<Float32Array, readonly number[] | undefined, Answer> {
  const margins: number[] = [];
  for (let start = 0; start < candidates.length; start += item.chunk) {
    const some = candidates.slice(start, start + item.chunk);
    const all = new Float32Array(some.length * item.original.length);
    for (const [k, one] of some.entries()) all.set(one, k * one.length);
    const answer = yield all;
    for (let k = 0; k < answer.count; k++) {
      margins.push(item.margin(answer.row(k)));
      if (!item.won(answer.row(k))) continue;
      item.keep(some[k]!);
      return undefined;
    }
  }
  return margins;
}

function* onePixelSearch(item: Item, { pixels, population }: OnePixel, canvas: Canvas): Search {
  const { random, original } = item;
  const size = pixels * (2 + canvas.picture.channels);
  let genes = Array.from({ length: population }, () =>
    Float64Array.from({ length: size }, () => random.uniform()),
  );
  const first = yield* judge(
    item,
    genes.map((one) => painted(one, original, canvas)),
  );
  if (first === undefined) return;
  let margins = first;
  for (;;) {
    const parents = genes;
    const children = parents.map(() => {
      const [a, b, c] = [0, 1, 2].map(() => parents[random.below(population)]!);
      return a!.map((value, k) => inside(value + weight * (b![k]! - c![k]!)));
    });
    const reached = yield* judge(
      item,
      children.map((one) => painted(one, original, canvas)),
    );
    if (reached === undefined) return;
    // A child takes its own place only where it is better.
    const before = margins;
    genes = parents.map((one, k) => ((reached[k] ?? -Infinity) > before[k]! ? children[k]! : one));
    margins = before.map((one, k) => Math.max(one, reached[k] ?? -Infinity));
  }
}

/** One-pixel attack: differential evolution of a pixel's place and colour. What does not win is given back unchanged. */
export const onePixel = defineAttack({
  meta: {
    id: "one-pixel",
    title: "One-pixel attack",
    paper:
      "Su, Vargas, Sakurai 2019: One pixel attack for fooling deep neural networks, arXiv 1710.08864",
    access: "scores",
    norms: ["l0"],
    kind: "minimal",
    canTarget: true,
  },
  parameters: onePixelParameters,
  run: async (model, input, parameters) => {
    const picture = pictureOf(model.inputShape, parameters.layout);
    return await searchEach(model, input, {
      access: "scores",
      queries: parameters.queries,
      search: (item) =>
        onePixelSearch(item, parameters, { picture, range: spanOf(model.range, item.original) }),
    });
  },
});
