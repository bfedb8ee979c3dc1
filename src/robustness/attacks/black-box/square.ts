import { z } from "zod";
import { lossAtLogits } from "../../loss.ts";
import { defineAttack } from "../define.ts";
import { eps, epsOf, queries } from "./parameters.ts";
import { searchEach, spanOf, type Item, type Search } from "./search.ts";
import { movesOf, type Moves } from "./square-moves.ts";
import { windowsOf } from "./windows.ts";

const squareParameters = z.strictObject({
  norm: z.enum(["linf", "l2", "l1"]).default("linf").describe("norm that bounds the perturbation"),
  eps,
  queries: queries(5000),
  p: z
    .number()
    .positive()
    .max(1)
    .default(0.8)
    .describe(
      "share of the elements that a step changes at the start; it is halved as queries go by",
    ),
});

/** Queries of 10,000 after which the share is halved (paper, section 4.2). */
const halvings = [10, 50, 200, 500, 1000, 2000, 4000, 6000, 8000] as const;

/** Share of the elements to change in a step; the schedule is stretched to the budget. */
export function shareAt(p: number, query: number, budget: number): number {
  const at = Math.floor((query / budget) * 10_000);
  return p / 2 ** halvings.filter((limit) => at > limit).length;
}

/** Untargeted the margin, towards a target the cross-entropy, as AutoAttack does. */
function lossOf(item: Item, row: Float32Array): number {
  if (item.target === undefined) return item.margin(row);
  return lossAtLogits(row, row.length, {
    kind: "cross-entropy",
    labels: Int32Array.of(item.label),
    targets: Int32Array.of(item.target),
  }).loss[0]!;
}

function* squareSearch(item: Item, moves: Moves, p: number): Search {
  let best = moves.start();
  let loss = -Infinity;
  let candidate = best;
  for (;;) {
    const answer = yield candidate;
    const row = answer.row(0);
    const reached = lossOf(item, row);
    const won = item.won(row);
    if (won || reached > loss) {
      best = candidate;
      loss = reached;
      item.keep(best);
    }
    if (won) return;
    const next = moves.step(best, shareAt(p, item.used() - 1, item.budget));
    if (next === undefined) return;
    candidate = next;
  }
}

/**
 * Square attack: random search with square-shaped steps. Inputs without rows and columns are handled by a
 * generalisation of ours: a step moves a random set of elements, each with its own sign.
 * A step that would change nothing is drawn anew and costs no query.
 */
export const square = defineAttack({
  meta: {
    id: "square",
    title: "Square attack",
    paper:
      "Andriushchenko, Croce, Flammarion, Hein 2020: Square Attack: a query-efficient black-box adversarial attack via random search, arXiv 1912.00049; l1 as in Croce, Hein 2021: Mind the box, arXiv 2103.01208",
    access: "scores",
    norms: ["linf", "l2", "l1"],
    kind: "bounded",
    canTarget: true,
  },
  parameters: squareParameters,
  run: (model, input, { norm, eps, queries, p }) =>
    searchEach(model, input, {
      access: "scores",
      queries,
      search: (item) => {
        const windows = windowsOf(model.inputShape, item.original.length);
        const [least, most] = spanOf(model.range, item.original);
        const moves = movesOf(norm, {
          original: item.original,
          windows,
          eps: epsOf(eps, norm, most - least),
          range: model.range,
          random: item.random,
        });
        return squareSearch(item, moves, p);
      },
    }),
});
