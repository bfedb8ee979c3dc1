// Taking back what a change did not need: part by part, whole or by halves.
import type { Answer, Item } from "../black-box/search.ts";
import { isChanged, type Part } from "./parts.ts";
import { costOf, intoSpace, type Space } from "./space.ts";

/** Halvings of a column's change. */
const halvings = 6;

interface Shrinking {
  readonly space: Space;
  readonly parts: readonly Part[];
}

/** Asks about one candidate where it is cheaper than what is there. */
function* cheaper(
  item: Item,
  candidate: Float32Array,
  { best, space }: { readonly best: Float32Array; readonly space: Space },
): Generator<Float32Array, boolean, Answer> {
  if (costOf(candidate, space) >= costOf(best, space) * (1 - 1e-6)) return false;
  const answer = yield candidate;
  if (!item.won(answer.row(0))) return false;
  item.keep(candidate);
  return true;
}

function without(
  x: Float32Array,
  { columns }: Part,
  { space, share }: { readonly space: Space; readonly share: number },
): Float32Array {
  const candidate = x.slice();
  for (const k of columns) {
    candidate[k] = space.original[k]! + share * (x[k]! - space.original[k]!);
  }
  return intoSpace(candidate, space);
}

/** Takes back parts of a won input while it stays won; the dearest first, until nothing can be taken back. */
export function* shrink(
  item: Item,
  won: Float32Array,
  { space, parts }: Shrinking,
): Generator<Float32Array, Float32Array, Answer> {
  let best = won;
  const price = (part: Part): number =>
    costOf(best, space) - costOf(without(best, part, { space, share: 0 }), space);
  for (let last = Infinity; costOf(best, space) < last * (1 - 1e-3);) {
    last = costOf(best, space);
    const changed = parts.filter((part) => isChanged(part, best, space));
    const prices = new Map(changed.map((part) => [part, price(part)]));
    for (const part of changed.sort((a, b) => prices.get(b)! - prices.get(a)!)) {
      const candidate = without(best, part, { space, share: 0 });
      if (yield* cheaper(item, candidate, { best, space })) best = candidate;
    }
    for (const part of changed) {
      if (part.isOneHot || !isChanged(part, best, space)) continue;
      const from = best;
      let [low, high] = [0, 1];
      for (let n = 0; n < halvings; n++) {
        const share = (low + high) / 2;
        const candidate = without(from, part, { space, share });
        if (yield* cheaper(item, candidate, { best, space })) {
          best = candidate;
          high = share;
        } else low = share;
      }
    }
  }
  return best;
}
