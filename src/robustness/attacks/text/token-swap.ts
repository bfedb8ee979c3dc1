import { z } from "zod";
import { queries } from "../black-box/parameters.ts";
import { searchEach, type Answer, type Item, type Search } from "../black-box/search.ts";
import { defineAttack } from "../define.ts";
import { swapsOf, type Swaps } from "./swaps.ts";
import { isTokenClassifier } from "./tokens.ts";

const tokenSwapParameters = z.strictObject({
  queries: queries(2000),
  swaps: z.int().positive().default(5).describe("most tokens that are swapped in each input"),
  candidates: z
    .int()
    .positive()
    .default(50)
    .describe("tokens that are tried at a place, drawn at random; in queries"),
  special: z
    .array(z.int().nonnegative())
    .default([])
    .describe(
      "ids that are neither swapped nor swapped in; those that the vocabulary marks are so anyway",
    ),
});
type TokenSwap = z.output<typeof tokenSwapParameters>;

function draw(swaps: Swaps, token: number, item: Item): number {
  const all = swaps.candidates(token);
  const place = all.indexOf(token);
  const other = item.random.below(all.length - 1);
  return all[other < place ? other : other + 1]!;
}

/** Asks for variants of a text in chunks; gives margins, and ends early with what wins. */
function* askAll(
  item: Item,
  texts: readonly Float32Array[],
): Generator<
  Float32Array,
  { readonly margins: readonly number[]; readonly won?: Float32Array },
  Answer
> {
  const margins: number[] = [];
  for (let start = 0; start < texts.length; start += item.chunk) {
    const some = texts.slice(start, start + item.chunk);
    const all = new Float32Array(some.length * item.original.length);
    for (const [k, text] of some.entries()) all.set(text, k * text.length);
    const answer = yield all;
    for (let k = 0; k < answer.count; k++) {
      margins.push(item.margin(answer.row(k)));
      if (!item.won(answer.row(k))) continue;
      item.keep(some[k]!);
      return { margins, won: some[k]! };
    }
  }
  return { margins };
}

/** Places by how much a random swap there helps, then the best of many tokens at each of the first places. */
function* swapSearch(item: Item, swaps: Swaps, parameters: TokenSwap): Search {
  const { original } = item;
  const places = Array.from(original.keys()).filter((place) => swaps.isOpen(original[place]!));
  const swapped = (text: Float32Array, place: number): Float32Array => {
    const candidate = text.slice();
    candidate[place] = draw(swaps, original[place]!, item);
    return candidate;
  };
  const probes = yield* askAll(
    item,
    places.map((place) => swapped(original, place)),
  );
  if (probes.won !== undefined) return;
  const order = places
    .map((place, k) => ({ place, margin: probes.margins[k] ?? -Infinity }))
    .sort((a, b) => b.margin - a.margin)
    .slice(0, parameters.swaps);
  let text = original;
  let margin = item.margin(item.scores);
  for (const { place } of order) {
    const texts = Array.from({ length: parameters.candidates }, () => swapped(text, place));
    const { margins, won } = yield* askAll(item, texts);
    if (won !== undefined) return;
    for (const [k, reached] of margins.entries()) {
      if (reached <= margin) continue;
      margin = reached;
      text = texts[k]!;
    }
  }
}

/** Token swaps without gradients, for text models behind an address: the places that matter most, the best of many tokens at each. */
export const tokenSwap = defineAttack({
  meta: {
    id: "token-swap",
    title: "Token swaps by their scores",
    paper:
      "own method after Gao, Lanchantin, Soffa, Qi 2018: Black-box generation of adversarial text sequences to evade deep learning classifiers, arXiv 1801.04354",
    access: "scores",
    norms: ["l0"],
    kind: "minimal",
    canTarget: true,
  },
  parameters: tokenSwapParameters,
  run: async (model, input, parameters) => {
    const vocabulary = isTokenClassifier(model) ? model.vocabulary : undefined;
    const size = Math.floor(model.range[1]) + 1;
    const swaps = swapsOf(Number.isFinite(size) ? size : 0, {
      vocabulary,
      special: parameters.special,
    });
    return await searchEach(model, input, {
      access: "scores",
      queries: parameters.queries,
      search: (item) => swapSearch(item, swaps, parameters),
    });
  },
});
