// The loop that C&W and EAD share: every item searches on its own, and all of them ask for gradients together.
import { pick, sizeOf } from "../../batch.ts";
import { goalOf, isFooled, rowOf, viewsOf } from "../success.ts";
import type { Bout } from "./apgd-run.ts";

/** What an item learns of where it is. */
export interface Seen {
  /** The margin: how far the model is wrong, or nearer to the target than to any other class. */
  readonly margin: number;
  /** Whether the model is fooled with a margin of the confidence at least. */
  readonly won: boolean;
  /** ∂margin/∂x. */
  readonly gradient: Float32Array;
}

/** Takes in what was seen at x, moves x in place, and says whether it goes on. */
export type Searcher = (seen: Seen) => boolean;

/** Runs the searchers, by item, until all are done. `x` is as the batch. */
export async function searchByMargin(
  { input, meter, classes }: Bout,
  at: {
    readonly searchers: ReadonlyMap<number, Searcher>;
    readonly x: Float32Array;
    readonly confidence: number;
    /** Most steps of one item, for progress. */
    readonly most: number;
  },
): Promise<void> {
  const { shape } = input.inputs;
  const size = sizeOf(shape.slice(1));
  let items: readonly number[] = [...at.searchers.keys()];
  for (let step = 0; ; step++) {
    items = meter.affordable(items);
    if (items.length === 0) return;
    const found = await meter.gradient(
      pick({ data: at.x, shape }, items),
      { kind: "margin", ...goalOf(input, items) },
      items,
    );
    items = items.filter((item, place) => {
      const margin = found.loss[place]!;
      const row = rowOf(found.logits, place, classes);
      const won = margin >= at.confidence && isFooled(row, item, input);
      const gradient = found.gradient.subarray(place * size, (place + 1) * size);
      return at.searchers.get(item)!({ margin, won, gradient });
    });
    const share = items.length / at.searchers.size;
    input.progress?.(Math.max(1 - share, Math.min(1, step / at.most)));
  }
}

/** Searches the least weight of the margin with which a run succeeds (Carlini & Wagner 2017, section V-C). */
export interface WeightSearch {
  weight(): number;
  /** Narrows the bounds after a run. */
  after(hasWon: boolean): void;
}

/** Ten times as much until it succeeds, then by halves. */
export function weightSearch(initial: number): WeightSearch {
  let [low, high, weight] = [0, Infinity, initial];
  return {
    weight: () => weight,
    after: (hasWon) => {
      if (hasWon) high = Math.min(high, weight);
      else low = Math.max(low, weight);
      weight = high === Infinity ? Math.min(1e10, weight * 10) : (low + high) / 2;
    },
  };
}

/** Adam (Kingma & Ba 2015) for one item. */
export interface Adam {
  /** What to add to each element to descend this gradient, at a share of the rate; overwritten by the next call. */
  step(gradient: Float64Array, share?: number): Float64Array;
  reset(): void;
}

export function adam(size: number, rate: number): Adam {
  const mean = new Float64Array(size);
  const square = new Float64Array(size);
  const move = new Float64Array(size);
  let time = 0;
  return {
    step: (gradient, share = 1) => {
      time++;
      const scale = (-rate * share) / (1 - 0.9 ** time);
      const correct = 1 / (1 - 0.999 ** time);
      for (let k = 0; k < size; k++) {
        const slope = Number.isNaN(gradient[k]!) ? 0 : gradient[k]!;
        mean[k] = 0.9 * mean[k]! + 0.1 * slope;
        square[k] = 0.999 * square[k]! + 0.001 * slope * slope;
        move[k] = (scale * mean[k]!) / (Math.sqrt(square[k]! * correct) + 1e-8);
      }
      return move;
    },
    reset: () => {
      mean.fill(0);
      square.fill(0);
      time = 0;
    },
  };
}

/** Views that the searchers of a batch need: where each is, where it began, and where its best goes. */
export function placesOf(
  { input }: Bout,
  x: Float32Array,
  best: Float32Array,
): (item: number) => { x: Float32Array; origin: Float32Array; best: Float32Array } {
  const { shape, data } = input.inputs;
  const [xs, origins, bests] = [viewsOf(x, shape), viewsOf(data, shape), viewsOf(best, shape)];
  return (item) => ({ x: xs[item]!, origin: origins[item]!, best: bests[item]! });
}
