import { z } from "zod";
import { defineAttack } from "../define.ts";
import { queries } from "./parameters.ts";
import { searchEach, spanOf, type Item, type Search } from "./search.ts";

const zooParameters = z.strictObject({
  queries: queries(20_000),
  coordinates: z
    .int()
    .positive()
    .default(128)
    .describe("elements that are moved at once; each costs two queries a step"),
  delta: z
    .number()
    .positive()
    .default(1e-3)
    .describe(
      "how far an element is moved to both sides to see its slope, as a share of the range",
    ),
  stepSize: z
    .number()
    .positive()
    .default(0.02)
    .describe("Adam's learning rate for an element, as a share of the inputs' range"),
  confidence: z
    .number()
    .min(0)
    .default(0)
    .describe("by how much, in logits, the wrong class shall lead before only the distance counts"),
  constant: z
    .number()
    .positive()
    .default(1)
    .describe("weight of the margin against the squared distance at the start; it adapts"),
});
type Zoo = z.output<typeof zooParameters>;

/** Steps in a row without success after which the margin weighs double. */
const patience = 5;

/** Adam over elements that are seen at different times: each has a step count of its own (paper, algorithm 2). */
function coordinateAdam(size: number, rate: number): (k: number, slope: number) => number {
  const [first, second] = [new Float64Array(size), new Float64Array(size)];
  const steps = new Uint32Array(size);
  return (k, slope) => {
    const step = ++steps[k]!;
    first[k] = 0.9 * first[k]! + 0.1 * slope;
    second[k] = 0.999 * second[k]! + 0.001 * slope * slope;
    const scale = Math.sqrt(1 - 0.999 ** step) / (1 - 0.9 ** step);
    return (-rate * scale * first[k]) / (Math.sqrt(second[k]) + 1e-8);
  };
}

function* zooSearch(item: Item, parameters: Zoo, range: readonly [number, number]): Search {
  const { original } = item;
  const size = original.length;
  const [least, most] = range;
  const [low, high] = spanOf(range, original);
  const scale = high - low;
  const delta = parameters.delta * scale;
  const move = coordinateAdam(size, parameters.stepSize * scale);
  const order = Int32Array.from({ length: size }, (_, k) => k);
  const together = Math.min(size, parameters.coordinates, Math.max(1, Math.floor(item.chunk / 2)));
  const x = original.slice();
  let { constant } = parameters;
  let failures = 0;
  let next = size;

  /** The next elements: a new random order whenever all had their turn. */
  function turn(): readonly number[] {
    if (next + together > size) {
      for (let k = size - 1; k > 0; k--) {
        const other = item.random.below(k + 1);
        [order[k], order[other]] = [order[other]!, order[k]!];
      }
      next = 0;
    }
    next += together;
    return [...order.subarray(next - together, next)];
  }

  for (;;) {
    const elements = turn();
    const candidates = new Float32Array(elements.length * 2 * size);
    for (const [n, k] of elements.entries()) {
      candidates.set(x, 2 * n * size);
      candidates.set(x, (2 * n + 1) * size);
      candidates[2 * n * size + k] = Math.min(most, x[k]! + delta);
      candidates[(2 * n + 1) * size + k] = Math.max(least, x[k]! - delta);
    }
    const answer = yield candidates;
    for (const [n, k] of elements.entries()) {
      if (2 * n + 1 >= answer.count) break;
      const far = candidates[2 * n * size + k]! - candidates[(2 * n + 1) * size + k]!;
      if (far === 0) continue;
      const [up, down] = [2 * n, 2 * n + 1].map((row) =>
        Math.min(parameters.confidence, item.margin(answer.row(row))),
      );
      // The loss is |x − x₀|² / scale² − c · min(margin, confidence): its slope per share of the range.
      const slope = (2 * (x[k]! - original[k]!)) / scale - (constant * (up! - down!) * scale) / far;
      x[k] = Math.min(most, Math.max(least, x[k]! + move(k, slope)));
    }
    const own = yield x.slice();
    if (item.won(own.row(0))) {
      item.keepNearer(x, "l2");
      constant /= 2;
      failures = 0;
    } else if (++failures === patience) {
      constant *= 2;
      failures = 0;
    }
  }
}

/**
 * ZOO: the C&W loss climbed element by element, with slopes from two answers each. The weight of the margin is
 * adapted on the way, in place of the paper's nine runs of binary search, which would cost nine times as much;
 * the paper's reduced attack space for large images is left out.
 */
export const zoo = defineAttack({
  meta: {
    id: "zoo",
    title: "ZOO",
    paper:
      "Chen, Zhang, Sharma, Yi, Hsieh 2017: ZOO: zeroth order optimization based black-box attacks to deep neural networks without training substitute models, arXiv 1708.03999",
    access: "scores",
    norms: ["l2"],
    kind: "minimal",
    canTarget: true,
  },
  parameters: zooParameters,
  run: (model, input, parameters) =>
    searchEach(model, input, {
      access: "scores",
      queries: parameters.queries,
      search: (item) => zooSearch(item, parameters, model.range),
    }),
});
