import { z } from "zod";
import { defineAttack } from "../define.ts";
import { distance } from "../distance.ts";
import { fillGaussian } from "./normals.ts";
import { queries, tries } from "./parameters.ts";
import { searchEach, spanOf, type Answer, type Item, type Search } from "./search.ts";
import { startOf, toBoundary, type Starts } from "./walk.ts";

const hopSkipJumpParameters = z.strictObject({
  norm: z.enum(["l2", "linf"]).default("l2").describe("norm that is made small"),
  queries: queries(5000),
  evaluations: z
    .int()
    .min(2)
    .default(100)
    .describe(
      "queries for the first estimate of the boundary's direction; later ones grow with √step",
    ),
  mostEvaluations: z.int().min(2).default(10_000).describe("most queries for one estimate"),
  tries,
});
type HopSkipJump = z.output<typeof hopSkipJumpParameters>;

/** No bisection goes below what float32 can tell apart. */
const finest = 2 ** -22;

/** What bisection leaves, as a share of the distance (paper, section 5.1, and the authors' d⁻² for l∞). */
function toleranceOf(norm: "l2" | "linf", size: number): number {
  return Math.max(finest, norm === "l2" ? size ** -1.5 : size ** -2);
}

interface Estimate {
  readonly at: Float32Array;
  /** How far around the point the model is asked. */
  readonly reach: number;
  readonly count: number;
  readonly norm: "l2" | "linf";
  readonly range: readonly [number, number];
}

/** A unit vector: gaussian, in l∞ even, so that no direction is preferred. */
function draw(item: Item, norm: "l2" | "linf"): Float32Array {
  const direction = new Float32Array(item.original.length);
  if (norm === "l2") fillGaussian(direction, item.random);
  else for (let k = 0; k < direction.length; k++) direction[k] = 2 * item.random.uniform() - 1;
  let sum = 0;
  for (const value of direction) sum += value * value;
  const length = Math.sqrt(sum) || 1;
  for (let k = 0; k < direction.length; k++) direction[k] = direction[k]! / length;
  return direction;
}

/** The direction in which the boundary is left behind: answers ±1 around a point of it, less their mean (paper, eq. 16). */
function* direction(item: Item, estimate: Estimate): Generator<Float32Array, Float32Array, Answer> {
  const { at, reach, count, norm, range } = estimate;
  const [least, most] = range;
  const size = at.length;
  const signed = new Float64Array(size);
  const plain = new Float64Array(size);
  let total = 0;
  let asked = 0;
  for (let start = 0; start < count; start += item.chunk) {
    const rows = Math.min(item.chunk, count - start);
    const candidates = new Float32Array(rows * size);
    for (let row = 0; row < rows; row++) {
      const unit = draw(item, norm);
      const base = row * size;
      for (let k = 0; k < size; k++) {
        candidates[base + k] = Math.min(most, Math.max(least, at[k]! + reach * unit[k]!));
      }
    }
    const answer = yield candidates;
    for (let row = 0; row < answer.count; row++) {
      const sign = item.won(answer.row(row)) ? 1 : -1;
      total += sign;
      asked++;
      const base = row * size;
      for (let k = 0; k < size; k++) {
        const moved = candidates[base + k]! - at[k]!;
        plain[k] = plain[k]! + moved;
        signed[k] = signed[k]! + sign * moved;
      }
    }
  }
  // With one answer only there is no difference to learn from: then their mean direction is taken as it is.
  const mean = Math.abs(total) === asked ? 0 : total / asked;
  const found = Float32Array.from(signed, (value, k) => value - mean * plain[k]!);
  if (norm === "linf") return found.map(Math.sign);
  let sum = 0;
  for (const value of found) sum += value * value;
  const length = Math.sqrt(sum) || 1;
  return found.map((value) => value / length);
}

/** Steps along the direction, by halves of what geometric progress allows, until the step is on the won side. */
function* leap(
  item: Item,
  step: { readonly at: Float32Array; readonly along: Float32Array; readonly length: number },
  [least, most]: readonly [number, number],
): Generator<Float32Array, Float32Array | undefined, Answer> {
  const { at, along } = step;
  for (let { length } = step; length > step.length * finest; length /= 2) {
    const candidate = at.map((value, k) =>
      Math.min(most, Math.max(least, value + length * along[k]!)),
    );
    const answer = yield candidate;
    if (item.won(answer.row(0))) return candidate;
  }
  return undefined;
}

function* hopSkipJumpSearch(item: Item, parameters: HopSkipJump, starts: Starts): Search {
  const { norm, evaluations, mostEvaluations } = parameters;
  const { range } = starts;
  const [least, most] = spanOf(range, item.original);
  const size = item.original.length;
  const tolerance = toleranceOf(norm, size);
  const start = yield* startOf(item, starts);
  if (start === undefined) return;
  item.keepNearer(start, norm);
  let at = yield* toBoundary(item, start, { norm, tolerance });
  for (let step = 1; ; step++) {
    const far = distance(at, item.original, norm);
    const reach =
      step === 1
        ? 0.1 * (most - least)
        : (norm === "l2" ? Math.sqrt(size) : size) * tolerance * far;
    const count = Math.min(mostEvaluations, Math.floor(evaluations * Math.sqrt(step)));
    const along = yield* direction(item, { at, reach, count, norm, range });
    const won = yield* leap(item, { at, along, length: far / Math.sqrt(step) }, range);
    at = yield* toBoundary(item, won ?? at, { norm, tolerance });
    item.keepNearer(at, norm);
  }
}

/**
 * HopSkipJump: walks along the decision boundary with labels only; each step asks around a point of the boundary
 * where it leads, jumps that way, and bisects back to it.
 */
export const hopSkipJump = defineAttack({
  meta: {
    id: "hop-skip-jump",
    title: "HopSkipJump",
    paper:
      "Chen, Jordan, Wainwright 2019: HopSkipJumpAttack: a query-efficient decision-based attack, arXiv 1904.02144",
    access: "labels",
    norms: ["l2", "linf"],
    kind: "minimal",
    canTarget: true,
  },
  parameters: hopSkipJumpParameters,
  run: async (model, input, parameters) => {
    const starts = { range: model.range, references: input.references, tries: parameters.tries };
    return await searchEach(model, input, {
      access: "labels",
      queries: parameters.queries,
      search: (item) => hopSkipJumpSearch(item, parameters, starts),
    });
  },
});
