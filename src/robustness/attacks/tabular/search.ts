import { z } from "zod";
import { sizeOf } from "../../batch.ts";
import { queries } from "../black-box/parameters.ts";
import { searchEach, type Answer, type Item, type Search } from "../black-box/search.ts";
import { defineAttack, type AttackInput } from "../define.ts";
import { shared, tableFor } from "./parameters.ts";
import { choose, freeParts, setAnywhere, type Part } from "./parts.ts";
import { shrink } from "./shrink.ts";
import { costOf, intoSpace, spaceAround, type Space } from "./space.ts";

const tabularSearchParameters = z.strictObject({
  ...shared,
  queries: queries(2000),
  candidates: z
    .int()
    .positive()
    .default(100)
    .describe("most changes of one feature that are compared in a step, in queries"),
});

/** Lengths of single changes that are tried, as shares of the range. */
const lengths = [0.01, 0.05, 0.2, 0.5, 1] as const;

interface Hunt {
  readonly space: Space;
  readonly parts: readonly Part[];
  readonly references: AttackInput["references"];
  readonly candidates: number;
}

function isSame(a: Float32Array, b: Float32Array): boolean {
  return a.every((value, k) => value === b[k]);
}

/** Inputs that differ from x in one part. */
function neighbours(
  x: Float32Array,
  { space, parts, candidates }: Hunt,
  item: Item,
): Float32Array[] {
  const found: Float32Array[] = [];
  const add = (change: (into: Float32Array) => void): void => {
    const candidate = x.slice();
    change(candidate);
    const inside = intoSpace(candidate, space);
    if (!isSame(inside, x)) found.push(inside);
  };
  for (const { columns, isOneHot } of parts) {
    if (isOneHot) {
      for (let value = 0; value < columns.length; value++) {
        add((into) => choose(columns, into, { space, value }));
      }
      continue;
    }
    const k = columns[0]!;
    const { scale, step } = space.table.columns[k]!;
    for (const length of lengths) {
      for (const way of [-1, 1]) {
        add((into) => {
          into[k] = x[k]! + way * Math.max(step, length * scale);
        });
      }
    }
  }
  for (let k = 0; k < Math.min(candidates, found.length); k++) {
    const other = k + item.random.below(found.length - k);
    [found[k], found[other]] = [found[other]!, found[k]!];
  }
  return found.slice(0, candidates);
}

function joined(rows: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(rows.length * (rows[0]?.length ?? 0));
  let at = 0;
  for (const row of rows) {
    all.set(row, at);
    at += row.length;
  }
  return all;
}

/** Takes the best single change again and again, until one wins or none helps. Of those that win the cheapest. */
function* climb(item: Item, hunt: Hunt): Generator<Float32Array, Float32Array | undefined, Answer> {
  let x = item.original;
  let margin = item.margin(item.scores);
  for (;;) {
    const rows = neighbours(x, hunt, item);
    let next: Float32Array | undefined;
    let won: Float32Array | undefined;
    for (let start = 0; start < rows.length; start += item.chunk) {
      const asked = rows.slice(start, start + item.chunk);
      const answer = yield joined(asked);
      for (let n = 0; n < answer.count; n++) {
        const row = asked[n]!;
        if (item.won(answer.row(n))) {
          if (won === undefined || costOf(row, hunt.space) < costOf(won, hunt.space)) won = row;
          item.keep(won);
        }
        const reached = item.margin(answer.row(n));
        if (reached <= margin) continue;
        margin = reached;
        next = row;
      }
    }
    if (won !== undefined) return won;
    if (next === undefined) return undefined;
    x = next;
  }
}

/** Inputs that are far from the original: what can change of references of other classes, then changes by chance. */
function* strangers(item: Item, { space, parts, references }: Hunt): Generator<Float32Array> {
  if (references !== undefined) {
    const { inputs, labels } = references;
    const size = sizeOf(inputs.shape.slice(1));
    const rows: Float32Array[] = [];
    for (const [n, label] of labels.entries()) {
      if (item.target === undefined ? label === item.label : label !== item.target) continue;
      const candidate = space.original.slice();
      for (const { columns } of parts) {
        for (const k of columns) candidate[k] = inputs.data[n * size + k]!;
      }
      rows.push(intoSpace(candidate, space));
    }
    rows.sort((a, b) => costOf(a, space) - costOf(b, space));
    yield* rows.slice(0, 50);
  }
  for (;;) {
    const candidate = space.original.slice();
    const count = 1 + item.random.below(parts.length);
    for (let n = 0; n < count; n++) {
      const part = parts[item.random.below(parts.length)]!;
      setAnywhere(part, candidate, { space, random: item.random });
    }
    yield intoSpace(candidate, space);
  }
}

/** Share of the budget after which nothing far is sought any more. */
const seeking = 0.8;

function* scatter(
  item: Item,
  hunt: Hunt,
): Generator<Float32Array, Float32Array | undefined, Answer> {
  let idle = 0;
  for (const candidate of strangers(item, hunt)) {
    if (item.used() >= seeking * item.budget || idle > 1000) return undefined;
    if (isSame(candidate, hunt.space.original)) {
      idle++;
      continue;
    }
    idle = 0;
    const answer = yield candidate;
    if (!item.won(answer.row(0))) continue;
    item.keep(candidate);
    return candidate;
  }
  return undefined;
}

function* searchTable(item: Item, hunt: Hunt): Search {
  if (hunt.parts.length === 0) return;
  const won = (yield* climb(item, hunt)) ?? (yield* scatter(item, hunt));
  if (won !== undefined) yield* shrink(item, won, hunt);
}

/**
 * Search over a table's features without gradients, so that forests and boosted trees can be attacked: single
 * changes are compared by their scores, where none helps changes of many are tried, and then all that was not
 * needed is taken back. Works on labels too, from changes by chance.
 */
export const tabularSearch = defineAttack({
  meta: {
    id: "tabular-search",
    title: "Search over a table's features",
    paper:
      "own method; the cost of a change as in Ballet et al. 2019: Imperceptible adversarial attacks on tabular data, arXiv 1911.03274",
    access: "labels",
    norms: [],
    kind: "unbounded",
    canTarget: true,
  },
  parameters: tabularSearchParameters,
  run: async (model, input, parameters) => {
    const table = tableFor(model, parameters);
    const parts = freeParts(table);
    return await searchEach(model, input, {
      access: "labels",
      queries: parameters.queries,
      search: (item) =>
        searchTable(item, {
          space: spaceAround(table, item.original, parameters.most),
          parts,
          references: input.references,
          candidates: parameters.candidates,
        }),
    });
  },
});
