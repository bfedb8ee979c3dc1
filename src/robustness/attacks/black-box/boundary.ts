import { z } from "zod";
import { defineAttack } from "../define.ts";
import { distance } from "../distance.ts";
import { fillGaussian } from "./normals.ts";
import { queries, tries } from "./parameters.ts";
import { searchEach, type Item, type Search } from "./search.ts";
import { startOf, toBoundary, type Starts } from "./walk.ts";

const boundaryParameters = z.strictObject({
  queries: queries(10_000),
  sideStep: z
    .number()
    .positive()
    .default(0.01)
    .describe("first step along the sphere, as a share of the distance; it adapts"),
  stepSize: z
    .number()
    .positive()
    .default(0.01)
    .describe("first step towards the original, as a share of the distance; it adapts"),
  adaptation: z.number().gt(1).default(1.5).describe("factor by which steps grow or shrink"),
  tries,
});
type Boundary = z.output<typeof boundaryParameters>;

/** A step so small is the end: nothing is won any more. */
const smallest = 1e-7;

/** A record of the last successes. */
function recordOf(length: number): {
  add(success: boolean): void;
  clear(): void;
  share(): number | undefined;
} {
  let last: boolean[] = [];
  return {
    add: (success) => {
      last.push(success);
      if (last.length > length) last.shift();
    },
    clear: () => {
      last = [];
    },
    share: () => (last.length < length ? undefined : last.filter(Boolean).length / length),
  };
}

interface Around {
  readonly original: Float32Array;
  readonly best: Float32Array;
  readonly range: readonly [number, number];
}

/** A point on the sphere through the best around the original, in a random direction (paper, section 2.2). */
function aside({ original, best, range }: Around, share: number, item: Item): Float32Array {
  const [least, most] = range;
  const size = best.length;
  const out = best.map((value, k) => value - original[k]!);
  const far = Math.hypot(distance(best, original, "l2"), 1e-12);
  const side = new Float32Array(size);
  fillGaussian(side, item.random);
  let along = 0;
  for (let k = 0; k < size; k++) along += (side[k]! * out[k]!) / far;
  let length = 0;
  for (let k = 0; k < size; k++) {
    side[k] = side[k]! - (along * out[k]!) / far;
    length += side[k]! ** 2;
  }
  const scale = length === 0 ? 0 : (share * far) / Math.sqrt(length);
  // Back onto the sphere: (1, share) has this length.
  const shrink = 1 / Math.sqrt(1 + share * share);
  return out.map((value, k) =>
    Math.min(most, Math.max(least, original[k]! + shrink * (value + scale * side[k]!))),
  );
}

function* boundarySearch(item: Item, parameters: Boundary, starts: Starts): Search {
  const { original } = item;
  const start = yield* startOf(item, starts);
  if (start === undefined) return;
  item.keepNearer(start, "l2");
  let best = yield* toBoundary(item, start, { norm: "l2", tolerance: 1e-3 });
  let { sideStep, stepSize } = parameters;
  const { adaptation } = parameters;
  const sides = recordOf(10);
  const steps = recordOf(20);
  for (let turn = 0; stepSize > smallest; turn++) {
    const beside = aside({ original, best, range: starts.range }, sideStep, item);
    if (turn % 5 === 0) {
      const answer = yield beside;
      const won = item.won(answer.row(0));
      sides.add(won);
      if (!won) continue;
    }
    const candidate = beside.map((value, k) => value + stepSize * (original[k]! - value));
    const answer = yield candidate;
    const won = item.won(answer.row(0));
    steps.add(won);
    if (won && distance(candidate, original, "l2") < distance(best, original, "l2")) {
      best = candidate;
      item.keepNearer(best, "l2");
    }
    // Where the boundary is flat half of the steps along the sphere stay on the won side.
    const side = sides.share();
    if (side !== undefined && (side > 0.5 || side < 0.2)) {
      const factor = side > 0.5 ? adaptation : 1 / adaptation;
      sideStep = Math.min(1, sideStep * factor);
      stepSize = Math.min(0.5, stepSize * factor);
      sides.clear();
    }
    const step = steps.share();
    if (step !== undefined && (step > 0.25 || step < 0.1)) {
      stepSize = Math.min(0.5, stepSize * (step > 0.25 ? adaptation : 1 / adaptation));
      steps.clear();
    }
  }
}

/** Boundary attack: a random walk along the decision boundary towards the original, with labels only. */
export const boundary = defineAttack({
  meta: {
    id: "boundary",
    title: "Boundary attack",
    paper:
      "Brendel, Rauber, Bethge 2018: Decision-based adversarial attacks: reliable attacks against black-box machine learning models, arXiv 1712.04248",
    access: "labels",
    norms: ["l2"],
    kind: "minimal",
    canTarget: true,
  },
  parameters: boundaryParameters,
  run: async (model, input, parameters) => {
    const starts = { range: model.range, references: input.references, tries: parameters.tries };
    return await searchEach(model, input, {
      access: "labels",
      queries: parameters.queries,
      search: (item) => boundarySearch(item, parameters, starts),
    });
  },
});
