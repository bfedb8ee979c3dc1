// The regions that Square moves at once: squares of an image, or random sets of the elements of a flat input.
import type { Random } from "../../random.ts";
import { pictureOf, type Picture } from "../images.ts";

/** Elements that move together, one list for each channel, and how strongly each of a list moves. */
export interface Window {
  readonly channels: readonly Int32Array[];
  readonly profile: Float32Array;
}

export interface Windows {
  /** A window anywhere that holds about this share of the elements. */
  random(share: number, random: Random): Window;
  /** Two windows of the same size and profile, the second for its place only. */
  pair(share: number, random: Random): readonly [Window, Window];
  /** Windows that cover the whole input: where an l2 or l1 attack starts. */
  tiles(random: Random): readonly Window[];
  /** Groups that have one sign each at the start of an l∞ attack: the columns of every channel. */
  stripes(): readonly Int32Array[];
  /** Whether the elements of one channel have a sign each, as there are no neighbours. */
  readonly loose: boolean;
}

/** Σ 1/(n+1−k)² for k up to M(r, s): a hill over height × width with the least at its rim (paper, section 4). */
function hill(height: number, width: number): Float32Array {
  const middle = Math.floor(height / 2);
  const values = new Float32Array(height * width);
  for (let r = 1; r <= height; r++) {
    for (let s = 1; s <= width; s++) {
      const rim = Math.max(Math.abs(r - middle - 1), Math.abs(s - Math.floor(width / 2) - 1));
      let value = 0;
      for (let k = 0; k <= middle - rim; k++) value += 1 / (middle + 1 - k) ** 2;
      values[(r - 1) * width + s - 1] = value;
    }
  }
  return values;
}

/** Two hills of opposite sign side by side, or by chance one above the other; its l2 norm is 1. */
function hills(side: number, random: Random): Float32Array {
  if (side === 1) return Float32Array.of(1);
  const left = Math.floor(side / 2);
  const [one, other] = [hill(side, left), hill(side, side - left)];
  const turned = random.uniform() < 0.5;
  const values = new Float32Array(side * side);
  let sum = 0;
  for (let r = 0; r < side; r++) {
    for (let s = 0; s < side; s++) {
      const value = s < left ? one[r * left + s]! : -other[r * (side - left) + s - left]!;
      values[turned ? s * side + r : r * side + s] = value;
      sum += value * value;
    }
  }
  return values.map((value) => value / Math.sqrt(sum));
}

function squares({ channels, height, width, channelStride, pixelStride }: Picture): Windows {
  const longest = Math.min(height, width);

  function at(top: number, left: number, [tall, wide]: readonly [number, number]): Int32Array[] {
    return Array.from({ length: channels }, (_, channel) => {
      const elements = new Int32Array(tall * wide);
      for (let y = 0; y < tall; y++) {
        const start = channel * channelStride + ((top + y) * width + left) * pixelStride;
        for (let x = 0; x < wide; x++) elements[y * wide + x] = start + x * pixelStride;
      }
      return elements;
    });
  }

  function sideOf(share: number): number {
    return Math.min(longest, Math.max(1, Math.round(Math.sqrt(share * height * width))));
  }

  function anywhere(side: number, random: Random): readonly Int32Array[] {
    return at(random.below(height - side + 1), random.below(width - side + 1), [side, side]);
  }

  return {
    loose: false,
    random: (share, random) => ({
      channels: anywhere(sideOf(share), random),
      profile: new Float32Array(),
    }),
    pair: (share, random) => {
      // Hills need an odd side of 3 and more.
      const wanted = Math.max(3, sideOf(share));
      const side = Math.min(longest, wanted % 2 === 0 ? wanted + 1 : wanted);
      const profile = hills(side, random);
      return [
        { channels: anywhere(side, random), profile },
        { channels: anywhere(side, random), profile },
      ];
    },
    tiles: (random) => {
      const side = Math.max(1, Math.floor(longest / 5));
      const windows: Window[] = [];
      for (let top = 0; top + side <= height; top += side) {
        for (let left = 0; left + side <= width; left += side) {
          windows.push({ channels: at(top, left, [side, side]), profile: hills(side, random) });
        }
      }
      return windows;
    },
    stripes: () => Array.from({ length: width }, (_, left) => at(0, left, [height, 1])).flat(),
  };
}

/** Random sets of elements. Those that move in one step have signs of their own. */
function sets(size: number): Windows {
  function some(count: number, random: Random): Int32Array {
    const all = Int32Array.from({ length: size }, (_, k) => k);
    for (let k = 0; k < count; k++) {
      const other = k + random.below(size - k);
      [all[k], all[other]] = [all[other]!, all[k]!];
    }
    return all.slice(0, count);
  }

  function signs(count: number, random: Random): Float32Array {
    return Float32Array.from(
      { length: count },
      () => (random.uniform() < 0.5 ? -1 : 1) / Math.sqrt(count),
    );
  }

  function countOf(share: number): number {
    return Math.min(size, Math.max(1, Math.round(share * size)));
  }

  return {
    loose: true,
    random: (share, random) => ({
      channels: [some(countOf(share), random)],
      profile: new Float32Array(),
    }),
    pair: (share, random) => {
      const count = countOf(share);
      const profile = signs(count, random);
      return [
        { channels: [some(count, random)], profile },
        { channels: [some(count, random)], profile },
      ];
    },
    tiles: (random) => [
      { channels: [Int32Array.from({ length: size }, (_, k) => k)], profile: signs(size, random) },
    ],
    stripes: () => Array.from({ length: size }, (_, k) => Int32Array.of(k)),
  };
}

/** Squares where the input has rows and columns, sets of elements where not. */
export function windowsOf(shape: readonly number[], size: number): Windows {
  if (shape.length < 2 || shape.length > 3) return sets(size);
  const picture = pictureOf(shape);
  // A single row is a table's, not a picture's.
  return Math.min(picture.height, picture.width) < 2 ? sets(size) : squares(picture);
}
