// Sampling at places that a grid gives, written as lookups and weights, so that image and grid both have gradients:
// https://onnx.ai/onnx/operators/onnx__GridSample.html .
import type { Expansion, Expansions, Site } from "./site.ts";

/** One neighbour along one axis: where it is and how much it counts, both [batch, points]. */
interface Tap {
  readonly index: string;
  readonly weight: string | undefined;
}

/** Coordinates -1..1 to pixels of an axis of this length. */
function pixels(site: Site, coordinate: string, length: number): string {
  const isCentred = site.int("align_corners", 0) === 0;
  const factor = isCentred ? length / 2 : (length - 1) / 2;
  const offset = (length - 1) / 2;
  const scaled = site.write("Mul", [coordinate, site.floats([factor])]);
  return site.write("Add", [scaled, site.floats([offset])]);
}

/** Brings the number of a pixel into the image, and says which were inside where the others count as zero. */
function inside(site: Site, index: string, length: number): Tap {
  const mode = site.text("padding_mode", "zeros");
  const clamped = (name: string): string =>
    site.write("Clip", [name, site.floats([0]), site.floats([length - 1])]);
  if (mode === "border" || (mode === "reflection" && length === 1))
    return { index: clamped(index), weight: undefined };
  if (mode === "zeros") {
    const valid = site.write("Equal", [index, clamped(index)]);
    const one = site.write("Where", [valid, site.floats([1]), site.floats([0])]);
    return { index: clamped(index), weight: one };
  }
  const isCentred = site.int("align_corners", 0) === 0;
  const low = isCentred ? -0.5 : 0;
  const range = isCentred ? length : length - 1;
  // A triangle wave: low + range - |((x - low) mod 2·range) - range|.
  const period = site.floats([2 * range]);
  const moved = site.write("Sub", [index, site.floats([low])]);
  const turns = site.write("Floor", [site.write("Div", [moved, period])]);
  const within = site.write("Sub", [moved, site.write("Mul", [turns, period])]);
  const folded = site.write("Abs", [site.write("Sub", [within, site.floats([range])])]);
  const back = site.write("Sub", [site.floats([low + range]), folded]);
  return { index: clamped(back), weight: undefined };
}

const times = (site: Site, one: string | undefined, two: string | undefined): string | undefined =>
  one === undefined || two === undefined ? (one ?? two) : site.write("Mul", [one, two]);

/** Weights of four neighbours at a distance from the second: Keys (1981) with a = -3/4. */
function cubicWeights(site: Site, fraction: string): readonly string[] {
  const number = (value: number): string => site.floats([value]);
  const polynomial = (t: string, factors: readonly number[]): string => {
    const [head = 0, ...rest] = factors;
    let value = number(head);
    for (const factor of rest)
      value = site.write("Add", [site.write("Mul", [value, t]), number(factor)]);
    return value;
  };
  const a = -0.75;
  const outer = (t: string): string => polynomial(t, [a, -5 * a, 8 * a, -4 * a]);
  const inner = (t: string): string => polynomial(t, [a + 2, -(a + 3), 0, 1]);
  const other = site.write("Sub", [number(1), fraction]);
  return [
    outer(site.write("Add", [fraction, number(1)])),
    inner(fraction),
    inner(other),
    outer(site.write("Add", [other, number(1)])),
  ];
}

function tapsOf(site: Site, coordinate: string, length: number): readonly Tap[] {
  const mode = site.text("mode", "linear");
  const place = pixels(site, coordinate, length);
  const offset = (name: string, by: number): string =>
    by === 0 ? name : site.write("Add", [name, site.floats([by])]);
  const tap = (index: string, weight: string | undefined): Tap => {
    const found = inside(site, index, length);
    return { index: found.index, weight: times(site, weight, found.weight) };
  };
  if (mode === "nearest") return [tap(site.write("Round", [place]), undefined)];
  const floor = site.write("Floor", [place]);
  const fraction = site.write("Sub", [place, floor]);
  if (mode === "linear" || mode === "bilinear")
    return [
      tap(floor, site.write("Sub", [site.floats([1]), fraction])),
      tap(offset(floor, 1), fraction),
    ];
  if (mode !== "cubic" && mode !== "bicubic") return site.refuse(`its mode is "${mode}"`);
  return cubicWeights(site, fraction).map((weight, at) => tap(offset(floor, at - 1), weight));
}

const gridSample: Expansion = (site) => {
  const [batch = 1, channels = 1, ...lengths] = site.shape(site.needed(0));
  const places = site.shape(site.needed(1)).slice(1, -1);
  const points = places.reduce((all, each) => all * each, 1);
  const size = lengths.reduce((all, each) => all * each, 1);
  const coordinates = site.writeAll(
    "Split",
    [
      site.write("Reshape", [site.needed(1), site.ints([batch, points, lengths.length])]),
      site.ints(lengths.map(() => 1)),
    ],
    { attributes: { axis: 2 }, outputs: lengths.length },
  );
  const flat = site.ints([batch, points]);
  // The last axis comes first in the grid.
  const taps = lengths.map((length, axis) =>
    tapsOf(site, site.write("Reshape", [coordinates[lengths.length - 1 - axis]!, flat]), length),
  );
  const image = site.write("Reshape", [site.needed(0), site.ints([batch, channels, size])]);
  let sum: string | undefined;
  for (const { index, weight } of combined(site, taps, lengths)) {
    const whole = site.write("Cast", [index], { attributes: { to: 7 } });
    const indices = site.write("Expand", [
      site.write("Reshape", [whole, site.ints([batch, 1, points])]),
      site.ints([batch, channels, points]),
    ]);
    const values = site.write("GatherElements", [image, indices], { attributes: { axis: 2 } });
    const weighted =
      weight === undefined
        ? values
        : site.write("Mul", [
            values,
            site.write("Reshape", [weight, site.ints([batch, 1, points])]),
          ]);
    sum = sum === undefined ? weighted : site.write("Add", [sum, weighted]);
  }
  site.give(0, site.write("Reshape", [sum, site.ints([batch, channels, ...places])]));
};

/** Every choice of one neighbour per axis, its index in the flat image. */
function combined(
  site: Site,
  taps: readonly (readonly Tap[])[],
  lengths: readonly number[],
): readonly Tap[] {
  let all: readonly Tap[] = [];
  for (const [axis, each] of taps.entries()) {
    if (axis === 0) {
      all = each;
      continue;
    }
    const length = site.floats([lengths[axis]!]);
    all = all.flatMap(({ index, weight }) => {
      const row = site.write("Mul", [index, length]);
      return each.map((tap) => ({
        index: site.write("Add", [row, tap.index]),
        weight: times(site, weight, tap.weight),
      }));
    });
  }
  return all;
}

/** https://onnx.ai/onnx/operators/onnx__AffineGrid.html : a fixed grid, turned by each matrix. */
const affineGrid: Expansion = (site) => {
  const [batch = 1, , ...lengths] =
    site.wholes(site.needed(1)) ?? site.refuse("its size depends on the input");
  const isCentred = site.int("align_corners", 0) === 0;
  const points = lengths.reduce((all, each) => all * each, 1);
  const rows: number[] = [];
  for (let at = 0; at < points; at++) {
    let rest = at;
    const row: number[] = [];
    for (const length of lengths.toReversed()) {
      const place = rest % length;
      rest = Math.floor(rest / length);
      const step = length === 1 ? 0 : (2 * place) / (length - 1) - 1;
      row.push(isCentred ? (2 * place + 1) / length - 1 : step);
    }
    rows.push(...row, 1);
  }
  const grid = site.floats(rows, [points, lengths.length + 1]);
  const turned = site.write("Transpose", [site.needed(0)], { attributes: { perm: [0, 2, 1] } });
  const product = site.write("MatMul", [grid, turned]);
  site.give(0, site.write("Reshape", [product, site.ints([batch, ...lengths, lengths.length])]));
};

export const gridExpansions: Expansions = { GridSample: gridSample, AffineGrid: affineGrid };
