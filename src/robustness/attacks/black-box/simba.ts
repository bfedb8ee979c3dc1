import { z } from "zod";
import { lossAtLogits } from "../../loss.ts";
import type { Random } from "../../random.ts";
import { defineAttack } from "../define.ts";
import { pictureOf, type Picture } from "../images.ts";
import { cosine } from "./dct.ts";
import { queries } from "./parameters.ts";
import { searchEach, spanOf, type Item, type Search } from "./search.ts";

const simbaParameters = z.strictObject({
  basis: z
    .enum(["pixel", "dct"])
    .default("pixel")
    .describe(
      "directions: single elements, or waves of the discrete cosine transform (images only)",
    ),
  queries: queries(5000),
  stepSize: z
    .number()
    .positive()
    .default(0.2)
    .describe("length of each step in l2, as a share of the inputs' range"),
  frequencies: z
    .number()
    .positive()
    .max(1)
    .default(0.125)
    .describe("share of the lowest frequencies along each axis that are tried first"),
});
type Simba = z.output<typeof simbaParameters>;

/** A direction of length 1, added to `into` with a factor. */
type Basis = (index: number, into: Float32Array, factor: number) => void;

function shuffled(numbers: readonly number[], random: Random): number[] {
  const all = [...numbers];
  for (let k = all.length - 1; k > 0; k--) {
    const other = random.below(k + 1);
    [all[k], all[other]] = [all[other]!, all[k]!];
  }
  return all;
}

/** Waves of one channel: index counts channels, rows of frequencies, columns of frequencies. */
function waves({ channels, height, width, channelStride, pixelStride }: Picture): {
  readonly basis: Basis;
  readonly count: number;
  readonly isLow: (index: number, share: number) => boolean;
} {
  const rows = Array.from({ length: height }, (_, k) => cosine(height, k));
  const columns = Array.from({ length: width }, (_, k) => cosine(width, k));
  const [down, along] = [
    (index: number) => Math.floor(index / width) % height,
    (index: number) => index % width,
  ];
  return {
    count: channels * height * width,
    isLow: (index, share) =>
      down(index) < Math.ceil(share * height) && along(index) < Math.ceil(share * width),
    basis: (index, into, factor) => {
      const start = Math.floor(index / (width * height)) * channelStride;
      const [vertical, horizontal] = [rows[down(index)]!, columns[along(index)]!];
      for (let y = 0; y < height; y++) {
        const row = start + y * width * pixelStride;
        const strength = factor * vertical[y]!;
        for (let x = 0; x < width; x++) {
          const at = row + x * pixelStride;
          into[at] = into[at]! + strength * horizontal[x]!;
        }
      }
    },
  };
}

interface Directions {
  readonly basis: Basis;
  /** Directions in the order in which they are tried, without end. */
  readonly order: (random: Random) => Generator<number>;
}

function directionsOf(shape: readonly number[], size: number, parameters: Simba): Directions {
  const everything = Array.from({ length: size }, (_, k) => k);
  if (parameters.basis === "pixel") {
    return {
      basis: (index, into, factor) => {
        into[index] = into[index]! + factor;
      },
      order: function* order(random) {
        for (;;) yield* shuffled(everything, random);
      },
    };
  }
  const { basis, count, isLow } = waves(pictureOf(shape));
  const all = Array.from({ length: count }, (_, k) => k);
  const low = all.filter((index) => isLow(index, parameters.frequencies));
  const high = all.filter((index) => !isLow(index, parameters.frequencies));
  return {
    basis,
    order: function* order(random) {
      for (;;) {
        yield* shuffled(low, random);
        yield* shuffled(high, random);
      }
    },
  };
}

/** Untargeted −log p of the label, else log p of the target. */
function lossOf({ label, target }: Item, row: Float32Array): number {
  return lossAtLogits(row, row.length, {
    kind: "cross-entropy",
    labels: Int32Array.of(label),
    targets: target === undefined ? undefined : Int32Array.of(target),
  }).loss[0]!;
}

function* simbaSearch(
  item: Item,
  { basis, order }: Directions,
  { step, range }: { readonly step: number; readonly range: readonly [number, number] },
): Search {
  const [least, most] = range;
  let best = item.original.slice();
  let loss = lossOf(item, item.scores);
  for (const index of order(item.random)) {
    for (const factor of [-step, step]) {
      const candidate = best.slice();
      basis(index, candidate, factor);
      for (let k = 0; k < candidate.length; k++) {
        candidate[k] = Math.min(most, Math.max(least, candidate[k]!));
      }
      // At the end of the range a step may change nothing: it need not be asked about.
      if (candidate.every((value, k) => value === best[k])) continue;
      const answer = yield candidate;
      const row = answer.row(0);
      const reached = lossOf(item, row);
      if (item.won(row)) {
        item.keep(candidate);
        return;
      }
      if (reached <= loss) continue;
      loss = reached;
      best = candidate;
      item.keep(best);
      break;
    }
  }
}

/** SimBA: tries one direction after another, and keeps each step that makes the label less likely. */
export const simba = defineAttack({
  meta: {
    id: "simba",
    title: "SimBA",
    paper:
      "Guo, Gardner, You, Wilson, Weinberger 2019: Simple black-box adversarial attacks, arXiv 1905.07121",
    access: "scores",
    norms: ["l2"],
    kind: "minimal",
    canTarget: true,
  },
  parameters: simbaParameters,
  run: async (model, input, parameters) => {
    const size = model.inputShape.reduce((product, length) => product * length, 1);
    const directions = directionsOf(model.inputShape, size, parameters);
    return await searchEach(model, input, {
      access: "scores",
      queries: parameters.queries,
      search: (item) => {
        const [least, most] = spanOf(model.range, item.original);
        const step = parameters.stepSize * (most - least);
        return simbaSearch(item, directions, { step, range: model.range });
      },
    });
  },
});
