// Inputs as pictures for a report, and the difference of two.
import type { AttackExample } from "../../core/index.ts";
import { encodePng, type Picture } from "./png.ts";

/** How the elements of an input lie. */
interface Layout {
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 3;
  readonly at: (y: number, x: number, channel: number) => number;
}

/** Larger pictures are made smaller by whole steps: a report is for looking. */
const mostPixels = 160;

/** How a picture lies in inputs of this shape; undefined where they are none: [C, H, W], [H, W, C] or [H, W]. */
export function layoutOf(shape: readonly number[]): Layout | undefined {
  const [a = 0, b = 0, c = 0] = shape;
  if (shape.length === 2 && a >= 4 && b >= 4)
    return { height: a, width: b, channels: 1, at: (y, x) => y * b + x };
  if (shape.length !== 3) return undefined;
  if ((a === 1 || a === 3) && b >= 4 && c >= 4)
    return { height: b, width: c, channels: a, at: (y, x, k) => (k * b + y) * c + x };
  if ((c === 1 || c === 3) && a >= 4 && b >= 4)
    return { height: a, width: b, channels: c, at: (y, x, k) => (y * b + x) * c + k };
  return undefined;
}

/** Values from 0 to 1 as a picture, made smaller where it is large. */
function draw(values: (at: number) => number, layout: Layout): Picture {
  const { channels, at } = layout;
  const step = Math.ceil(Math.max(layout.width, layout.height) / mostPixels);
  const width = Math.floor(layout.width / step);
  const height = Math.floor(layout.height / step);
  const bytes = new Uint8Array(width * height * channels);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      for (let k = 0; k < channels; k++) {
        let sum = 0;
        for (let dy = 0; dy < step; dy++)
          for (let dx = 0; dx < step; dx++) sum += values(at(y * step + dy, x * step + dx, k));
        const value = sum / (step * step);
        bytes[(y * width + x) * channels + k] = Math.round(255 * Math.min(1, Math.max(0, value)));
      }
  return { width, height, channels, bytes };
}

function address(picture: Picture): string {
  return `data:image/png;base64,${encodePng(picture).toString("base64")}`;
}

/** What is added to inputs, as a picture with grey for nothing, magnified to fill the range of greys. */
export function changePicture(change: Float32Array, shape: readonly number[]): string | undefined {
  const layout = layoutOf(shape);
  if (layout === undefined) return undefined;
  let furthest = 0;
  for (const value of change) furthest = Math.max(furthest, Math.abs(value));
  return address(draw((at) => 0.5 + change[at]! / (2 * furthest || 1), layout));
}

/** Factors that a reader can take in. */
const factors = [1, 2, 5, 10, 20, 50, 100];

/** An input, what became of it, and what was added, magnified. */
export function picturesOf(
  given: { readonly before: Float32Array; readonly after: Float32Array },
  about: { readonly shape: readonly number[]; readonly range: readonly [number, number] },
): AttackExample["pictures"] {
  const layout = layoutOf(about.shape);
  if (layout === undefined) return undefined;
  const { before, after } = given;
  const [least, most] = about.range;
  const width = most - least;
  const shade = (values: Float32Array) => (at: number) => (values[at]! - least) / width;
  let furthest = 0;
  for (let k = 0; k < before.length; k++)
    furthest = Math.max(furthest, Math.abs(after[k]! - before[k]!) / width);
  const room = furthest === 0 ? 1 : 0.5 / furthest;
  const magnified = factors.findLast((factor) => factor <= room) ?? 1;
  const original = draw(shade(before), layout);
  return {
    original: address(original),
    adversarial: address(draw(shade(after), layout)),
    difference: address(
      draw((at) => 0.5 + (magnified * (after[at]! - before[at]!)) / width, layout),
    ),
    magnified,
    width: original.width,
    height: original.height,
  };
}
