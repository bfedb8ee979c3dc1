// Whether any input within eps can change a model's answer: proved for each input, or left open.
import { z } from "zod";
import { countOf, sizeOf, type Batch } from "../batch.ts";
import { norms } from "../attacks/define.ts";
import { reluLines, undecided } from "./lines.ts";
import { slopeBelow, type Bend } from "./linear.ts";
import {
  openIntervals,
  openLinear,
  type Bounds,
  type LinearSession,
  type LineValues,
  type Network,
} from "./sessions.ts";

export const certificationParameters = z.strictObject({
  norm: z
    .enum(norms)
    .exclude(["l0"])
    .default("linf")
    .describe("in which norm the perturbation is bounded"),
  eps: z.number().positive().describe("bound of the perturbation, in the units of the inputs"),
  method: z
    .enum(["interval", "crown"])
    .default("crown")
    .describe(
      "`interval` (Gowal et al. 2018, arXiv:1810.12715) is fast and knows most operators; `crown` (Zhang et al. 2018, arXiv:1811.00866) is far tighter, for networks of sums, ReLU and max-pooling",
    ),
  refine: z
    .number()
    .int()
    .min(0)
    .default(640)
    .describe(
      "bounds of inner values that `crown` may tighten for one input; 0 takes intervals for all",
    ),
});
export type CertificationParameters = z.output<typeof certificationParameters>;

export interface CertificationInput {
  readonly inputs: Batch;
  readonly labels: Int32Array;
  /** Valid range of an input: no attacker leaves it. */
  readonly range: readonly [least: number, most: number];
  readonly signal?: AbortSignal;
  readonly progress?: (done: number) => void;
}

export interface Certificate {
  /** True: within eps the model gives the label, whatever an attacker does. False says nothing. */
  readonly isCertified: boolean;
  /** At least so much the label's logit stays above every other, in logits. */
  readonly margin: number;
}

/** Rounding of float32 may move a bound by so much of the logits' size; less than that proves nothing. */
const rounding = 1e-5;
const sumsAtOnce = 32;

interface Ball extends Bounds {
  readonly norm: CertificationParameters["norm"];
  readonly eps: number;
  readonly centre: Float32Array;
}

function ballOf(
  centre: Float32Array,
  { norm, eps }: CertificationParameters,
  [least, most]: readonly [number, number],
): Ball {
  return {
    norm,
    eps,
    centre,
    lower: centre.map((value) => Math.max(least, value - eps)),
    upper: centre.map((value) => Math.min(most, value + eps)),
  };
}

/** The least of a · x over the ball: the better of its box and its norm (Hölder). */
function leastOver(ball: Ball, coefficients: Float32Array): number {
  let box = 0;
  let middle = 0;
  let [squares, greatest] = [0, 0];
  for (let at = 0; at < coefficients.length; at++) {
    const one = coefficients[at]!;
    box += one * (one > 0 ? ball.lower[at]! : ball.upper[at]!);
    middle += one * ball.centre[at]!;
    squares += one * one;
    greatest = Math.max(greatest, Math.abs(one));
  }
  if (ball.norm === "linf") return box;
  const dual = ball.norm === "l2" ? Math.sqrt(squares) : greatest;
  return Math.max(box, middle - ball.eps * dual);
}

function linesOf({ node, kind }: Bend, { lower, upper }: Bounds): LineValues {
  if (kind === "max-pool") return { lower, upper };
  return { ...reluLines(lower, upper, slopeBelow(node) ?? 0) };
}

/** Bounds of many sums, so many at once as the session takes. */
async function boundSums(
  session: LinearSession,
  {
    ball,
    lines,
    sums,
  }: { ball: Ball; lines: readonly LineValues[]; sums: readonly Map<number, number>[] },
): Promise<Float64Array> {
  const out = new Float64Array(sums.length);
  const inputs = ball.centre.length;
  for (let start = 0; start < sums.length; start += session.batch) {
    const part = sums.slice(start, start + session.batch);
    const weights = new Float32Array(session.batch * session.size);
    for (const [at, sum] of part.entries())
      for (const [place, weight] of sum) weights[at * session.size + place] = weight;
    const { coefficients, constant } = await session.run(weights, lines);
    for (const at of part.keys()) {
      const row = coefficients.subarray(at * inputs, (at + 1) * inputs);
      out[start + at] = leastOver(ball, row) + constant[constant.length === 1 ? 0 : at]!;
    }
  }
  return out;
}

/** Tightens the bounds of a bend where intervals leave it open; gives how many bounds that took. */
async function tighten(
  session: LinearSession,
  given: { ball: Ball; lines: readonly LineValues[]; bounds: Bounds; most: number },
): Promise<number> {
  const { ball, lines, bounds, most } = given;
  // Those that leave most room between their lines come first.
  const room = (place: number): number => -bounds.lower[place]! * bounds.upper[place]!;
  const open = undecided(bounds.lower, bounds.upper)
    .toSorted((a, b) => room(b) - room(a))
    .slice(0, Math.floor(most / 2));
  if (open.length === 0) return 0;
  const sums = open.flatMap((place) => [new Map([[place, 1]]), new Map([[place, -1]])]);
  const found = await boundSums(session, { ball, lines, sums });
  for (const [at, place] of open.entries()) {
    bounds.lower[place] = Math.max(bounds.lower[place]!, found[2 * at]!);
    bounds.upper[place] = Math.min(bounds.upper[place]!, -found[2 * at + 1]!);
  }
  return 2 * open.length;
}

function marginOf({ lower, upper }: Bounds, label: number): number {
  let margin = Infinity;
  for (let k = 0; k < lower.length; k++)
    if (k !== label) margin = Math.min(margin, lower[label]! - upper[k]!);
  return margin;
}

/**
 * Certifies each input, or leaves it open. Bounds are computed in float32 and not rounded outwards; a margin
 * within that rounding certifies nothing. Errors: `model-unsupported` for operators without bounds; the
 * signal's reason.
 */
export async function certify(
  network: Network,
  input: CertificationInput,
  parameters: CertificationParameters,
): Promise<readonly Certificate[]> {
  const { inputs, labels, range, signal, progress } = input;
  const size = sizeOf(network.inputShape);
  const intervals = await openIntervals(network);
  const sessions = new Map<number | undefined, LinearSession>();
  const linear = async (bend?: number): Promise<LinearSession> => {
    const known = sessions.get(bend);
    if (known !== undefined) return known;
    const made = await openLinear(network, {
      batch: sumsAtOnce,
      ...(bend !== undefined && { bend }),
    });
    sessions.set(bend, made);
    return made;
  };

  async function marginByLines(
    ball: Ball,
    bounds: readonly Bounds[],
    { label, classes }: { readonly label: number; readonly classes: number },
  ): Promise<number> {
    const lines: LineValues[] = [];
    let left = parameters.refine;
    for (const [at, bend] of intervals.bends.entries()) {
      const own = { lower: bounds[at]!.lower.slice(), upper: bounds[at]!.upper.slice() };
      // What lies before the first bend is straight: for a box, intervals are as tight as lines; for a ball they are not.
      const isTight = at === 0 && ball.norm === "linf";
      if (left > 0 && bend.kind === "relu" && !isTight)
        left -= await tighten(await linear(at), { ball, lines, bounds: own, most: left });
      lines.push(linesOf(bend, own));
    }
    const others = Array.from({ length: classes }, (_, k) => k).filter((k) => k !== label);
    const sums = others.map(
      (k) =>
        new Map([
          [label, 1],
          [k, -1],
        ]),
    );
    return Math.min(...(await boundSums(await linear(), { ball, lines, sums })));
  }

  try {
    const certificates: Certificate[] = [];
    for (let item = 0; item < countOf(inputs); item++) {
      signal?.throwIfAborted();
      const centre = inputs.data.slice(item * size, (item + 1) * size);
      const ball = ballOf(centre, parameters, range);
      const { bends, output } = await intervals.run(ball);
      const label = labels[item]!;
      let margin = marginOf(output, label);
      if (margin <= 0 && parameters.method === "crown")
        margin = Math.max(
          margin,
          await marginByLines(ball, bends, { label, classes: output.lower.length }),
        );
      const scale = Math.max(1, ...output.lower.map(Math.abs), ...output.upper.map(Math.abs));
      // Intervals that have exploded say nothing of the size of the logits.
      const isCertified = margin > rounding * Math.min(scale, 1e4);
      certificates.push({ isCertified, margin });
      progress?.((item + 1) / countOf(inputs));
    }
    return certificates;
  } finally {
    await intervals.release();
    for (const session of sessions.values()) await session.release();
  }
}
