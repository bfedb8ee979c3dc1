// The steps of DeepFool for many items at once; universal perturbations are made of them too.
import { sizeOf } from "../../batch.ts";
import type { Bout } from "./apgd-run.ts";
import { clip } from "../project.ts";
import { isFooled, rowOf, viewsOf } from "../success.ts";

export interface DeepFoolRun {
  readonly items: readonly number[];
  readonly norm: "linf" | "l2";
  readonly range: readonly [number, number];
  readonly steps: number;
  readonly overshoot: number;
  /** How many of the likeliest other classes are looked at. */
  readonly candidates: number;
  /** Classes are left out whose boundary would be nearer only with a gradient so many times as large. */
  readonly prune: number;
  /** As the batch: where each starts, and what it has become in the end. */
  readonly x: Float32Array;
  /** Of every item of the batch, at x. */
  readonly logits: Float32Array;
  /** Rows that go to the model in one call. */
  readonly rows: number;
  readonly progress?: (done: number) => void;
}

/** A class whose boundary is looked at, from one item. */
interface Pair {
  readonly item: number;
  readonly other: number;
  readonly rise: number;
}

interface Nearest {
  readonly far: number;
  readonly rise: number;
  readonly gradient: Float32Array;
  readonly steepest: number;
}

function steepness(gradient: Float32Array, norm: "linf" | "l2"): number {
  let sum = 0;
  for (const value of gradient) sum += norm === "l2" ? value * value : Math.abs(value);
  return norm === "l2" ? Math.sqrt(sum) : sum;
}

/** The likeliest classes but the label. */
function rivalsOf(row: Float32Array, label: number, count: number): readonly number[] {
  return [...row.keys()]
    .filter((k) => k !== label)
    .sort((a, b) => row[b]! - row[a]! || a - b)
    .slice(0, count);
}

/** Looks at pairs, in calls of so many rows, and keeps the nearest boundary of each item. */
async function look(
  { input, meter, classes }: Bout,
  run: DeepFoolRun,
  at: { readonly pairs: readonly Pair[]; readonly nearest: Map<number, Nearest> },
): Promise<void> {
  const shape = input.inputs.shape.slice(1);
  const size = sizeOf(shape);
  const views = viewsOf(run.x, input.inputs.shape);
  for (let start = 0; start < at.pairs.length; start += run.rows) {
    const pairs = at.pairs.slice(start, start + run.rows);
    const data = new Float32Array(pairs.length * size);
    const weights = new Float32Array(pairs.length * classes);
    for (const [row, { item, other }] of pairs.entries()) {
      data.set(views[item]!, row * size);
      weights[row * classes + other] = 1;
      weights[row * classes + input.labels[item]!] = -1;
    }
    const found = await meter.gradient(
      { data, shape: [pairs.length, ...shape] },
      { kind: "weighted", weights },
      pairs.map(({ item }) => item),
    );
    for (const [row, { item, rise }] of pairs.entries()) {
      const gradient = found.gradient.subarray(row * size, (row + 1) * size);
      const steep = steepness(gradient, run.norm);
      const far = Math.abs(rise) / (steep + 1e-30);
      const before = at.nearest.get(item);
      const steepest = Math.max(steep, before?.steepest ?? 0);
      if (before !== undefined && before.far <= far) at.nearest.set(item, { ...before, steepest });
      else at.nearest.set(item, { far, rise, gradient, steepest });
    }
  }
}

/** The least move that raises a linear function by so much. What the range cuts off is left to the next step. */
function stride(
  gradient: Float32Array,
  { norm, by, move }: { norm: "linf" | "l2"; by: number; move: Float64Array },
): void {
  const steep = steepness(gradient, norm);
  const scale =
    steep > 0 && Number.isFinite(steep) ? by / (norm === "l2" ? steep * steep : steep) : 0;
  for (let k = 0; k < move.length; k++) {
    move[k] = scale * (norm === "l2" ? gradient[k]! : Math.sign(gradient[k]!));
  }
}

/** Runs it from x, which is overwritten; gives back the items that fool the model. */
export async function deepFoolRun(bout: Bout, run: DeepFoolRun): Promise<readonly number[]> {
  const { input, meter, classes } = bout;
  const { norm, range, overshoot } = run;
  const { shape } = input.inputs;
  const size = sizeOf(shape.slice(1));
  const views = viewsOf(run.x, shape);
  const starts = viewsOf(run.x.slice(), shape);
  const logits = run.logits.slice();
  const total = new Float64Array(run.x.length);
  const fooled: number[] = [];
  let { items } = run;
  for (let step = 0; step < run.steps; step++) {
    items = meter.affordable(items, run.candidates + 1);
    if (items.length === 0) break;
    const nearest = new Map<number, Nearest>();
    const rest: Pair[] = [];
    const first: Pair[] = [];
    for (const item of items) {
      const row = rowOf(logits, item, classes);
      const label = input.labels[item]!;
      for (const [rank, other] of rivalsOf(row, label, run.candidates).entries()) {
        (rank === 0 ? first : rest).push({ item, other, rise: row[label]! - row[other]! });
      }
    }
    await look(bout, run, { pairs: first, nearest });
    const worth = rest.filter(({ item, rise }) => {
      const { far, steepest } = nearest.get(item)!;
      return rise < far * steepest * run.prune;
    });
    await look(bout, run, { pairs: worth, nearest });
    const move = new Float64Array(size);
    for (const item of items) {
      const x = views[item]!;
      const { rise, gradient } = nearest.get(item)!;
      // A little more than the way to the boundary, lest float32 stops just before it.
      const by = (1 + 1e-6) * Math.abs(rise) + 1e-7;
      stride(gradient, { norm, by, move });
      for (let k = 0; k < size; k++) {
        total[item * size + k] = total[item * size + k]! + move[k]!;
        x[k] = starts[item]![k]! + (1 + overshoot) * total[item * size + k]!;
      }
      clip(x, starts[item]!, range);
    }
    const data = new Float32Array(items.length * size);
    for (const [place, item] of items.entries()) data.set(views[item]!, place * size);
    const answers = await meter.predict({ data, shape: [items.length, ...shape.slice(1)] }, items);
    items = items.filter((item, place) => {
      const row = rowOf(answers, place, classes);
      logits.set(row, item * classes);
      if (!isFooled(row, item, input)) return true;
      fooled.push(item);
      return false;
    });
    run.progress?.(1 - items.length / Math.max(1, run.items.length));
  }
  return fooled;
}
