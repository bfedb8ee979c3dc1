import { z } from "zod";
import { countOf, sizeOf } from "../../batch.ts";
import { inBatches, itemsPerBatch } from "../batches.ts";
import { defineAttack, type AttackInput } from "../define.ts";
import { blankOf, layouts, pictureOf, warped, warpOf, type Picture, type Warp } from "../images.ts";
import { meterOf } from "../meter.ts";
import { everyItem, isFooled, rowOf, viewsOf } from "../success.ts";
import { batchSize } from "./parameters.ts";

/** A turn in degrees, and a shift in pixels. */
interface Turn {
  readonly degrees: number;
  readonly down: number;
  readonly right: number;
}

/** So many values from −most to most. */
function spread(most: number, count: number): readonly number[] {
  if (count === 1 || most === 0) return [0];
  return Array.from({ length: count }, (_, k) => -most + (2 * most * k) / (count - 1));
}

/** Every turn with every shift, small ones first; the one that changes nothing is left out. */
function gridOf(
  { height, width }: Picture,
  at: {
    readonly degrees: number;
    readonly turns: number;
    readonly shift: number;
    readonly shifts: number;
  },
): readonly Turn[] {
  const whole = (by: number): number => Math.round(by);
  const grid = spread(at.degrees, at.turns).flatMap((degrees) =>
    spread(at.shift * height, at.shifts).flatMap((down) =>
      spread(at.shift * width, at.shifts).map((right) => ({
        degrees,
        down: whole(down),
        right: whole(right),
      })),
    ),
  );
  const size = ({ degrees, down, right }: Turn): number =>
    Math.abs(degrees) / (at.degrees || 1) +
    Math.hypot(down / height, right / width) / (at.shift || 1);
  return grid
    .filter((turn) => size(turn) > 0)
    .map((turn) => ({ turn, size: size(turn) }))
    .sort((a, b) => a.size - b.size)
    .map(({ turn }) => turn);
}

/** Turns around the middle, then shifts; sampled between pixels. */
function warpFor(picture: Picture, { degrees, down, right }: Turn): Warp {
  const angle = (degrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const [middleY, middleX] = [(picture.height - 1) / 2, (picture.width - 1) / 2];
  return warpOf(picture, (row, column) => {
    const y = row - down - middleY;
    const x = column - right - middleX;
    return [middleY + cos * y + sin * x, middleX - sin * y + cos * x];
  });
}

/** How far the model is wrong by these answers. */
function marginOf(row: Float32Array, item: number, { labels, targets }: AttackInput): number {
  const wanted = targets?.[item] ?? labels[item]!;
  let most = -Infinity;
  for (let k = 0; k < row.length; k++) if (k !== wanted && row[k]! > most) most = row[k]!;
  return targets === undefined ? most - row[wanted]! : row[wanted]! - most;
}

/** Inputs in one call. */
const rows = 128;

/** Tries a grid of turns and shifts, small ones first, and needs no gradient. What none fools is given back at its worst. */
export const spatial = defineAttack({
  meta: {
    id: "spatial",
    title: "Rotations and translations",
    paper:
      "Engstrom, Tran, Tsipras, Schmidt, Madry 2019: Exploring the Landscape of Spatial Robustness, arXiv:1712.02779",
    access: "labels",
    norms: [],
    kind: "unbounded",
    canTarget: true,
  },
  parameters: z.strictObject({
    degrees: z.number().min(0).max(180).default(30).describe("most turn, in degrees, either way"),
    turns: z.int().min(1).max(1001).default(31).describe("turns that are tried"),
    shift: z
      .number()
      .min(0)
      .max(1)
      .default(0.1)
      .describe("most shift, as a share of height and width, either way"),
    shifts: z.int().min(1).max(101).default(5).describe("shifts that are tried along each axis"),
    layout: z.enum(layouts).default("auto").describe("axes of a picture"),
    batchSize,
  }),
  run: async (model, input, given) => {
    const picture = pictureOf(model.inputShape, given.layout);
    const grid = gridOf(picture, given);
    const fill = blankOf(model.range);
    const [least, most] = model.range;
    return await inBatches(
      input,
      itemsPerBatch(model.inputShape, given.batchSize),
      async (part) => {
        const meter = meterOf(model, part);
        const { shape, data } = part.inputs;
        const size = sizeOf(model.inputShape);
        const origins = viewsOf(data, shape);
        const adversarial = data.slice();
        const out = viewsOf(adversarial, shape);
        const worst = new Float64Array(countOf(part.inputs)).fill(-Infinity);
        let items = meter.affordable(everyItem(countOf(part.inputs)));
        if (items.length > 0) {
          const answers = await meter.predict(part.inputs, items);
          items = items.filter((item) => {
            const row = rowOf(answers, item, model.classes);
            worst[item] = marginOf(row, item, part);
            return !isFooled(row, item, part);
          });
        }
        for (let next = 0; next < grid.length;) {
          items = meter.affordable(items);
          if (items.length === 0) break;
          // The fewer items are left, the more turns go in one call.
          const left =
            (part.maxQueries ?? Infinity) - Math.max(...items.map((item) => meter.queries[item]!));
          const wanted = Math.min(left, Math.max(1, Math.floor(rows / items.length)));
          const turns = grid.slice(next, next + wanted);
          next += turns.length;
          const tried = turns.flatMap((turn) => {
            const warp = warpFor(picture, turn);
            return items.map((item) => ({
              item,
              image: warped(origins[item]!, picture, { warp, fill }).map((value) =>
                Math.min(most, Math.max(least, value)),
              ),
            }));
          });
          const inputs = new Float32Array(tried.length * size);
          for (const [row, { image }] of tried.entries()) inputs.set(image, row * size);
          const answers = await meter.predict(
            { data: inputs, shape: [tried.length, ...model.inputShape] },
            tried.map(({ item }) => item),
          );
          const done = new Set<number>();
          for (const [place, { item, image }] of tried.entries()) {
            if (done.has(item)) continue;
            const row = rowOf(answers, place, model.classes);
            const margin = marginOf(row, item, part);
            const fooled = isFooled(row, item, part);
            if (fooled) done.add(item);
            else if (!(margin > worst[item]!)) continue;
            worst[item] = margin;
            out[item]!.set(image);
          }
          items = items.filter((item) => !done.has(item));
          part.progress?.(next / grid.length);
        }
        part.progress?.(1);
        return { adversarial: { data: adversarial, shape }, queries: meter.queries };
      },
    );
  },
});
