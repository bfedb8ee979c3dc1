// SPSA and NES: the gradient is estimated from answers to pairs of inputs on both sides of a point, then climbed.
import { z } from "zod";
import { defineAttack, type AttackInput, type AttackResult } from "../define.ts";
import type { Classifier } from "../../classifier.ts";
import type { Random } from "../../random.ts";
import { project } from "../project.ts";
import { fillGaussian, fillSigns } from "./normals.ts";
import { eps, epsOf, queries } from "./parameters.ts";
import { searchEach, spanOf, type Answer, type Item, type Search } from "./search.ts";

const shared = {
  eps,
  queries: queries(5000),
  stepSize: z
    .number()
    .positive()
    .optional()
    .describe("length of a step in l∞, in the inputs' units; eps / 4 where it is left out"),
};

const spsaParameters = z.strictObject({
  ...shared,
  samples: z.int().min(2).default(128).describe("queries for one estimate of the gradient"),
  delta: z
    .number()
    .positive()
    .default(0.01)
    .describe("how far around a point the model is asked, as a share of the inputs' range"),
});

const nesParameters = z.strictObject({
  ...shared,
  samples: z.int().min(2).default(50).describe("queries for one estimate of the gradient"),
  delta: z
    .number()
    .positive()
    .default(0.001)
    .describe("deviation of the gaussian around a point, as a share of the inputs' range"),
  momentum: z
    .number()
    .min(0)
    .max(0.999)
    .default(0.9)
    .describe("share that a step keeps of the last"),
});

/** Changes the input by the estimated gradient, in place. `stuck` where the last step made it worse. */
type Climb = (x: Float32Array, gradient: Float32Array, stuck: boolean) => void;

/** Adam (Kingma & Ba 2015) with its own constants. */
function adam(size: number, rate: number): Climb {
  const [first, second] = [new Float64Array(size), new Float64Array(size)];
  let step = 0;
  return (x, gradient) => {
    step++;
    const scale = (rate * Math.sqrt(1 - 0.999 ** step)) / (1 - 0.9 ** step);
    for (let k = 0; k < size; k++) {
      const g = gradient[k]!;
      first[k] = 0.9 * first[k]! + 0.1 * g;
      second[k] = 0.999 * second[k]! + 0.001 * g * g;
      x[k] = x[k]! + (scale * first[k]!) / (Math.sqrt(second[k]!) + 1e-8);
    }
  };
}

/** Signs of what momentum gathers; the step is halved where the loss falls, down to a tenth of what it was. */
function signs(
  size: number,
  { rate, momentum }: { readonly rate: number; readonly momentum: number },
): Climb {
  const gathered = new Float64Array(size);
  let length = rate;
  return (x, gradient, stuck) => {
    if (stuck) length = Math.max(rate / 10, length / 2);
    for (let k = 0; k < size; k++) {
      gathered[k] = momentum * gathered[k]! + (1 - momentum) * gradient[k]!;
      x[k] = x[k]! + length * Math.sign(gathered[k]!);
    }
  };
}

interface Estimate {
  readonly samples: number;
  readonly delta: number;
  readonly eps: number;
  readonly range: readonly [number, number];
  readonly fill: (into: Float32Array, random: Random) => void;
  readonly climb: Climb;
}

/** What was won on the way, if anything. */
interface Estimated {
  readonly gradient: Float32Array;
  readonly margin: number;
  readonly won?: Float32Array;
}

/**
 * Asks for the point itself and for pairs around it. Pairs may leave the ball by delta, as in the papers, but
 * not the range, since an endpoint may refuse what lies outside.
 */
function* estimateAt(
  item: Item,
  at: Float32Array,
  { samples, delta, fill, range }: Estimate,
): Generator<Float32Array, Estimated, Answer> {
  const [least, most] = range;
  const size = at.length;
  const gradient = new Float32Array(size);
  const pairs = Math.max(1, Math.floor(samples / 2));
  const own = yield at;
  const margin = item.margin(own.row(0));
  if (item.won(own.row(0))) return { gradient, margin, won: at };
  const room = Math.max(1, Math.floor(item.chunk / 2));
  for (let start = 0; start < pairs; start += room) {
    const count = Math.min(room, pairs - start);
    const directions = new Float32Array(count * size);
    const candidates = new Float32Array(2 * count * size);
    fill(directions, item.random);
    for (let pair = 0; pair < count; pair++) {
      for (let k = 0; k < size; k++) {
        const by = delta * directions[pair * size + k]!;
        candidates[2 * pair * size + k] = Math.min(most, Math.max(least, at[k]! + by));
        candidates[(2 * pair + 1) * size + k] = Math.min(most, Math.max(least, at[k]! - by));
      }
    }
    const answer = yield candidates;
    for (let pair = 0; 2 * pair + 1 < answer.count; pair++) {
      const rise = item.margin(answer.row(2 * pair)) - item.margin(answer.row(2 * pair + 1));
      const scale = rise / (2 * delta * pairs);
      for (let k = 0; k < size; k++) {
        gradient[k] = gradient[k]! + scale * directions[pair * size + k]!;
      }
    }
  }
  return { gradient, margin };
}

function* climbSearch(item: Item, estimate: Estimate): Search {
  const ball = { norm: "linf", eps: estimate.eps, range: estimate.range } as const;
  const x = item.original.slice();
  let best = -Infinity;
  let last = -Infinity;
  for (;;) {
    const { gradient, margin, won } = yield* estimateAt(item, x.slice(), estimate);
    if (won !== undefined || margin > best) item.keep(x);
    if (won !== undefined) return;
    best = Math.max(best, margin);
    estimate.climb(x, gradient, margin < last);
    last = margin;
    project(x, item.original, ball);
  }
}

interface Scale {
  /** Length of the inputs' range. */
  readonly length: number;
  readonly size: number;
  readonly stepSize: number;
}

interface Run {
  readonly model: Classifier;
  readonly input: AttackInput;
  readonly queries: number;
  readonly given: { readonly eps?: number; readonly stepSize?: number };
  readonly estimate: (scale: Scale) => Omit<Estimate, "range" | "eps">;
}

async function climbEach({ model, input, queries, given, estimate }: Run): Promise<AttackResult> {
  return await searchEach(model, input, {
    access: "scores",
    queries,
    search: (item) => {
      const [least, most] = spanOf(model.range, item.original);
      const length = most - least;
      const eps = epsOf(given.eps, "linf", length);
      const stepSize = given.stepSize ?? eps / 4;
      const scale = { length, size: item.original.length, stepSize };
      return climbSearch(item, { ...estimate(scale), eps, range: model.range });
    },
  });
}

/** SPSA: pairs in random signs, the margin climbed by Adam. */
export const spsa = defineAttack({
  meta: {
    id: "spsa",
    title: "SPSA",
    paper:
      "Uesato, O'Donoghue, van den Oord, Kohli 2018: Adversarial risk and the dangers of evaluating against weak attacks, arXiv 1802.05666",
    access: "scores",
    norms: ["linf"],
    kind: "bounded",
    canTarget: true,
  },
  parameters: spsaParameters,
  run: (model, input, { queries, samples, delta, ...given }) =>
    climbEach({
      model,
      input,
      queries,
      given,
      estimate: ({ length, size, stepSize }) => ({
        samples,
        delta: delta * length,
        fill: fillSigns,
        climb: adam(size, stepSize),
      }),
    }),
});

/** NES: pairs in gaussian directions, climbed by signs with momentum. */
export const nes = defineAttack({
  meta: {
    id: "nes",
    title: "NES",
    paper:
      "Ilyas, Engstrom, Athalye, Lin 2018: Black-box adversarial attacks with limited queries and information, arXiv 1804.08598",
    access: "scores",
    norms: ["linf"],
    kind: "bounded",
    canTarget: true,
  },
  parameters: nesParameters,
  run: (model, input, { queries, samples, delta, momentum, ...given }) =>
    climbEach({
      model,
      input,
      queries,
      given,
      estimate: ({ length, size, stepSize }) => ({
        samples,
        delta: delta * length,
        fill: fillGaussian,
        climb: signs(size, { rate: stepSize, momentum }),
      }),
    }),
});
