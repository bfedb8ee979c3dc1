import { z } from "zod";
import { countOf, pick } from "../../batch.ts";
import { itemsPerBatch } from "../batches.ts";
import { defineAttack } from "../define.ts";
import {
  layouts,
  pictureOf,
  unwarped,
  warpOf,
  warped,
  type Picture,
  type Warp,
} from "../images.ts";
import { everyItem, goalOf, viewsOf } from "../success.ts";
import type { Random } from "../../random.ts";
import { boutOf, resultOf } from "./clean.ts";
import { adam } from "./margin-search.ts";

interface Placing {
  readonly least: number;
  readonly most: number;
  readonly degrees: number;
  readonly shape: "circle" | "square";
}

/** Puts the patch anywhere in the picture, of a size and turned by chance. */
function placed(picture: Picture, at: Placing, random: Random): Warp {
  const { height, width } = picture;
  const side = (at.least + (at.most - at.least) * random.uniform()) * Math.min(height, width);
  const angle = ((2 * random.uniform() - 1) * at.degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const reach = (side / 2) * (at.shape === "circle" ? 1 : Math.abs(cos) + Math.abs(sin));
  const middle = (length: number): number => {
    const free = Math.max(0, length - 2 * reach);
    return (length - free) / 2 + free * random.uniform() - 0.5;
  };
  const [middleY, middleX] = [middle(height), middle(width)];
  return warpOf(picture, (row, column) => {
    const [dy, dx] = [(row - middleY) / side, (column - middleX) / side];
    const [y, x] = [cos * dy + sin * dx, cos * dx - sin * dy];
    const outside = at.shape === "circle" ? Math.hypot(y, x) : Math.max(Math.abs(y), Math.abs(x));
    if (outside > 0.5) return undefined;
    return [(y + 0.5) * (height - 1), (x + 0.5) * (width - 1)];
  });
}

/** Pixels of the picture that the patch hides become those of the patch. */
function hide(
  image: Float32Array,
  patch: Float32Array,
  { picture, warp }: { readonly picture: Picture; readonly warp: Warp },
): void {
  const seen = warped(patch, picture, { warp, fill: 0 });
  for (let pixel = 0; 4 * pixel < warp.taps.length; pixel++) {
    if (warp.taps[4 * pixel]! < 0) continue;
    for (let channel = 0; channel < picture.channels; channel++) {
      const at = channel * picture.channelStride + pixel * picture.pixelStride;
      image[at] = seen[at]!;
    }
  }
}

/**
 * One patch for all pictures, learnt over places, sizes and turns by chance, so that it works wherever it is
 * stuck. It may look like anything: only its size is bounded. Without targets it leads away from the labels.
 */
export const patch = defineAttack({
  meta: {
    id: "patch",
    title: "Adversarial patch",
    paper: "Brown, Mané, Roy, Abadi, Gilmer 2017: Adversarial Patch, arXiv:1712.09665",
    access: "gradient",
    norms: [],
    kind: "unbounded",
    canTarget: true,
    isUniversal: true,
  },
  parameters: z
    .strictObject({
      leastSize: z
        .number()
        .positive()
        .max(1)
        .default(0.25)
        .describe("least side of the patch, as a share of the shorter side of the picture"),
      mostSize: z
        .number()
        .positive()
        .max(1)
        .default(0.4)
        .describe("most side of the patch, as a share of the shorter side of the picture"),
      degrees: z
        .number()
        .min(0)
        .max(180)
        .default(22.5)
        .describe("most turn of the patch, in degrees, either way"),
      form: z.enum(["circle", "square"]).default("circle").describe("form of the patch"),
      steps: z
        .int()
        .min(1)
        .max(100_000)
        .default(200)
        .describe("steps, each of one group of pictures"),
      group: z.int().min(1).default(32).describe("pictures whose gradients are averaged in a step"),
      learningRate: z
        .number()
        .positive()
        .default(0.05)
        .describe("rate of the descent, as a share of the range"),
      layout: z.enum(layouts).default("auto").describe("axes of a picture"),
    })
    .refine(({ leastSize, mostSize }) => leastSize <= mostSize, {
      message: "leastSize must not exceed mostSize",
    }),
  run: async (model, input, given) => {
    const bout = boutOf(model, input);
    const { meter } = bout;
    const picture = pictureOf(model.inputShape, given.layout);
    const placing: Placing = {
      least: given.leastSize,
      most: given.mostSize,
      degrees: given.degrees,
      shape: given.form,
    };
    const [least, most] = model.range;
    const width = most - least;
    const count = countOf(input.inputs);
    const patch = new Float32Array(input.inputs.data.length / Math.max(1, count)).fill(
      least + width / 2,
    );
    const descent = adam(patch.length, given.learningRate * width);
    const group = Math.min(count, itemsPerBatch(model.inputShape, given.group));
    const random = input.random.fork("patch");
    const steps = count === 0 ? 0 : given.steps;
    for (let step = 0; step < steps; step++) {
      const items = meter.affordable([
        ...new Set(Array.from({ length: group }, () => random.below(count))),
      ]);
      if (items.length === 0) break;
      const batch = pick(input.inputs, items);
      const warps = items.map(() => placed(picture, placing, random));
      for (const [place, view] of viewsOf(batch.data, batch.shape).entries()) {
        hide(view, patch, { picture, warp: warps[place]! });
      }
      const { gradient } = await meter.gradient(
        batch,
        { kind: "cross-entropy", ...goalOf(input, items) },
        items,
      );
      const sum = new Float64Array(patch.length);
      for (const [place, view] of viewsOf(gradient, batch.shape).entries()) {
        const back = unwarped(view, picture, warps[place]!);
        for (let k = 0; k < sum.length; k++) sum[k] = sum[k]! - back[k]! / items.length;
      }
      const move = descent.step(sum);
      for (let k = 0; k < patch.length; k++) {
        patch[k] = Math.min(most, Math.max(least, patch[k]! + move[k]!));
      }
      input.progress?.((step + 1) / steps);
    }
    const adversarial = input.inputs.data.slice();
    const views = viewsOf(adversarial, input.inputs.shape);
    for (const item of everyItem(count)) {
      const warp = placed(picture, placing, input.random.fork(input.first + item));
      hide(views[item]!, patch, { picture, warp });
    }
    return resultOf(bout, adversarial);
  },
});
