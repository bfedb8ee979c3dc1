// What attacks that walk along the decision boundary share: where they start, and the way back to the boundary.
import { sizeOf } from "../../batch.ts";
import type { Random } from "../../random.ts";
import type { AttackInput } from "../define.ts";
import { distance } from "../distance.ts";
import { spanOf, type Answer, type Item } from "./search.ts";

/** A part of a search that ends with an input, or with undefined where there is none. */
type Part<T> = Generator<Float32Array, T, Answer>;

/** Noise of four kinds in turn: even, at the ends of the range only, and both in runs of equal elements. Even noise first, as in the papers. */
function strangeInput(size: number, turn: number, random: Random): Float32Array {
  const run = turn % 4 < 2 ? 1 : Math.ceil(size / (1 + random.below(16)));
  const share = random.uniform();
  const draw: () => number =
    turn % 2 === 0 ? () => random.uniform() : () => (random.uniform() < share ? 1 : 0);
  const values = Float32Array.from({ length: Math.ceil(size / run) }, draw);
  return Float32Array.from({ length: size }, (_, k) => values[Math.floor(k / run)]!);
}

/** Where a walk may start. */
export interface Starts {
  readonly range: readonly [number, number];
  readonly references: AttackInput["references"];
  /** Strange inputs that are tried. */
  readonly tries: number;
}

function* candidatesOf(item: Item, { range, references, tries }: Starts): Generator<Float32Array> {
  const [least, most] = spanOf(range, item.original);
  const size = item.original.length;
  const few = item.target === undefined ? tries : Math.ceil(tries / 10);
  for (let turn = 0; turn < few; turn++) {
    const noise = strangeInput(size, turn, item.random);
    yield noise.map((value) => least + (most - least) * value);
  }
  if (references === undefined) return;
  const { inputs, labels } = references;
  // The nearest first: the walk from there is the shortest.
  const near: { readonly x: Float32Array; readonly far: number }[] = [];
  for (const [k, label] of labels.entries()) {
    if (item.target === undefined ? label === item.label : label !== item.target) continue;
    const x = inputs.data.slice(k * sizeOf(inputs.shape.slice(1)), (k + 1) * size);
    for (const [n, value] of x.entries()) x[n] = Math.min(range[1], Math.max(range[0], value));
    near.push({ x, far: distance(x, item.original, "l2") });
  }
  for (const { x } of near.sort((a, b) => a.far - b.far)) yield x;
}

/** An input that is what the attack wants, however far it is; undefined where none was found. */
export function* startOf(item: Item, starts: Starts): Part<Float32Array | undefined> {
  for (const candidate of candidatesOf(item, starts)) {
    const answer = yield candidate;
    if (answer.count === 1 && item.won(answer.row(0))) return candidate;
  }
  item.note(
    "For some inputs no starting point was found: raise `tries`, or give more data of other classes.",
  );
  return undefined;
}

/** Between the original (0) and another input (1): in a straight line, or in l∞ by clipping to a cube. */
export function between(
  norm: "l2" | "linf",
  [original, far]: readonly [Float32Array, Float32Array],
  share: number,
): Float32Array {
  if (norm === "l2") return original.map((value, k) => value + share * (far[k]! - value));
  const reach = share * distance(original, far, "linf");
  return original.map((value, k) => Math.min(value + reach, Math.max(value - reach, far[k]!)));
}

/** Bisects between the original and what is won until the share is known to `tolerance`; ends on the won side. */
export function* toBoundary(
  item: Item,
  won: Float32Array,
  { norm, tolerance }: { readonly norm: "l2" | "linf"; readonly tolerance: number },
): Part<Float32Array> {
  let best = won;
  let low = 0;
  let high = 1;
  while (high - low > tolerance) {
    const middle = (low + high) / 2;
    const candidate = between(norm, [item.original, won], middle);
    const answer = yield candidate;
    if (item.won(answer.row(0))) {
      high = middle;
      best = candidate;
      item.keepNearer(best, norm);
    } else low = middle;
  }
  return best;
}
