import { z } from "zod";
import { PaviseError } from "../../../core/errors.ts";
import { countOf, sizeOf } from "../../batch.ts";
import { lossAtLogits } from "../../loss.ts";
import { defineAttack, type AttackInput, type AttackResult } from "../define.ts";
import { everyItem, isFooled, rowOf } from "../success.ts";
import { swapsOf, type Swaps } from "./swaps.ts";
import { isTokenClassifier, type TokenClassifier } from "./tokens.ts";

const hotFlipParameters = z.strictObject({
  swaps: z.int().positive().default(5).describe("most tokens that are swapped in each input"),
  beam: z.int().positive().default(3).describe("texts that are followed at once"),
  candidates: z
    .int()
    .positive()
    .default(20)
    .describe(
      "swaps of each text that are tried in a step, the best by their gradient; in queries",
    ),
  positions: z
    .int()
    .positive()
    .default(16)
    .describe("places of each text that are looked at in a step, those of the steepest gradient"),
  special: z
    .array(z.int().nonnegative())
    .default([])
    .describe(
      "ids that are neither swapped nor swapped in; those that the vocabulary marks are so anyway",
    ),
});
type HotFlip = z.output<typeof hotFlipParameters>;

/** One text on the way. */
interface Text {
  readonly ids: Float32Array;
  readonly margin: number;
}

interface Walk {
  readonly item: number;
  readonly original: Float32Array;
  beam: readonly Text[];
}

interface Swap {
  readonly text: Text;
  readonly place: number;
  readonly token: number;
  /** By how much the loss grows to first order: (e' − e)·g (paper, eq. 2). */
  readonly gain: number;
}

function lengthOf(gradient: Float32Array, place: number, width: number): number {
  return Math.hypot(...gradient.subarray(place * width, (place + 1) * width));
}

/** The swaps of greatest gain, at places that are as they were. */
function bestSwaps(
  {
    text,
    original,
    gradient,
  }: { readonly text: Text; readonly original: Float32Array; readonly gradient: Float32Array },
  {
    embedding,
    swaps,
    parameters,
  }: {
    readonly embedding: TokenClassifier["embedding"];
    readonly swaps: Swaps;
    readonly parameters: HotFlip;
  },
): readonly Swap[] {
  const { table, width } = embedding;
  const places = Array.from(text.ids.keys())
    .filter((place) => text.ids[place] === original[place] && swaps.isOpen(original[place]!))
    .map((place) => ({ place, steep: lengthOf(gradient, place, width) }))
    .sort((a, b) => b.steep - a.steep || a.place - b.place)
    .slice(0, parameters.positions);
  const found: Swap[] = [];
  for (const { place } of places) {
    const own = original[place]!;
    const slope = gradient.subarray(place * width, (place + 1) * width);
    const rise = (token: number): number => {
      let sum = 0;
      for (let k = 0; k < width; k++) sum += table[token * width + k]! * slope[k]!;
      return sum;
    };
    const base = rise(own);
    for (const token of swaps.candidates(own)) {
      if (token === own) continue;
      const gain = rise(token) - base;
      if (found.length >= parameters.candidates && gain <= found.at(-1)!.gain) continue;
      const at = found.findIndex((swap) => swap.gain < gain);
      found.splice(at < 0 ? found.length : at, 0, { text, place, token, gain });
      if (found.length > parameters.candidates) found.pop();
    }
  }
  return found;
}

/** Counts queries and keeps to the budget. */
function accountOf(input: AttackInput): {
  readonly queries: Int32Array;
  afford(item: number, wanted: number): number;
} {
  const queries = new Int32Array(countOf(input.inputs));
  const { maxQueries = Infinity } = input;
  return {
    queries,
    afford: (item, wanted) => {
      input.signal?.throwIfAborted();
      const count = Math.max(0, Math.min(wanted, maxQueries - queries[item]!));
      queries[item]! += count;
      return count;
    },
  };
}

function joined(rows: readonly Float32Array[]): Float32Array {
  const size = rows[0]?.length ?? 0;
  const all = new Float32Array(rows.length * size);
  for (const [k, row] of rows.entries()) all.set(row, k * size);
  return all;
}

async function flip(
  model: TokenClassifier,
  input: AttackInput,
  parameters: HotFlip,
): Promise<AttackResult> {
  const length = sizeOf(model.inputShape);
  const { classes, embedding, vocabulary } = model;
  const swaps = swapsOf(embedding.table.length / embedding.width, {
    vocabulary,
    special: parameters.special,
  });
  const account = accountOf(input);
  const data = Float32Array.from(input.inputs.data);

  /** Answers to texts of one item, as many as it can pay for; and what they are worth. */
  async function ask(
    item: number,
    texts: readonly Float32Array[],
  ): Promise<readonly (Text & { readonly isWon: boolean })[]> {
    const paid = texts.slice(0, account.afford(item, texts.length));
    if (paid.length === 0) return [];
    const scores = await model.predict({
      data: joined(paid),
      shape: [paid.length, ...model.inputShape],
    });
    const goal = {
      labels: new Int32Array(paid.length).fill(input.labels[item]!),
      targets: input.targets && new Int32Array(paid.length).fill(input.targets[item]!),
    };
    const { loss } = lossAtLogits(scores, classes, { kind: "margin", ...goal });
    return paid.map((ids, k) => ({
      ids,
      margin: loss[k]!,
      isWon: isFooled(rowOf(scores, k, classes), k, goal),
    }));
  }

  /** Undoes every swap that was not needed. */
  async function prune(
    item: number,
    original: Float32Array,
    won: Float32Array,
  ): Promise<Float32Array> {
    let best = won;
    const places = Array.from(won.keys()).filter((place) => won[place] !== original[place]);
    if (places.length < 2) return best;
    for (const place of places) {
      const candidate = best.slice();
      candidate[place] = original[place]!;
      const [answer] = await ask(item, [candidate]);
      if (answer?.isWon === true) best = candidate;
    }
    return best;
  }

  /** One more swap; true where the walk is over. */
  async function step(walk: Walk): Promise<boolean> {
    const { item, original } = walk;
    const texts = walk.beam.slice(0, account.afford(item, walk.beam.length));
    if (texts.length === 0) return true;
    const { gradient } = await model.embeddingGradient(
      { data: joined(texts.map(({ ids }) => ids)), shape: [texts.length, ...model.inputShape] },
      {
        kind: "margin",
        labels: new Int32Array(texts.length).fill(input.labels[item]!),
        targets: input.targets && new Int32Array(texts.length).fill(input.targets[item]!),
      },
    );
    const each = length * embedding.width;
    const ranked = texts.flatMap((text, k) =>
      bestSwaps(
        { text, original, gradient: gradient.subarray(k * each, (k + 1) * each) },
        { embedding, swaps, parameters },
      ),
    );
    ranked.sort((a, b) => b.text.margin + b.gain - a.text.margin - a.gain);
    const candidates = new Map<string, Float32Array>();
    for (const { text, place, token } of ranked) {
      const ids = text.ids.slice();
      ids[place] = token;
      candidates.set(ids.join(" "), ids);
    }
    const answers = [...(await ask(item, [...candidates.values()]))].sort(
      (a, b) => b.margin - a.margin,
    );
    const won = answers.find(({ isWon }) => isWon);
    if (won !== undefined) {
      data.set(await prune(item, original, won.ids), item * length);
      return true;
    }
    walk.beam = answers.slice(0, parameters.beam);
    return walk.beam.length === 0;
  }

  const count = countOf(input.inputs);
  for (const item of everyItem(count)) {
    const original = input.inputs.data.slice(item * length, (item + 1) * length);
    const [start] = await ask(item, [original]);
    if (start !== undefined && !start.isWon) {
      const walk: Walk = { item, original, beam: [start] };
      for (let round = 0; round < parameters.swaps; round++) if (await step(walk)) break;
    }
    input.progress?.((item + 1) / count);
  }
  return { adversarial: { data, shape: input.inputs.shape }, queries: account.queries };
}

/**
 * HotFlip on token ids: swaps are ranked by the gradient at the embedding, the best are tried, and the best texts
 * followed in a beam. A vocabulary keeps swaps to tokens of the same kind.
 */
export const hotFlip = defineAttack({
  meta: {
    id: "hot-flip",
    title: "HotFlip on tokens",
    paper:
      "Ebrahimi, Rao, Lowd, Dou 2018: HotFlip: white-box adversarial examples for text classification, arXiv 1712.06751",
    access: "scores",
    norms: ["l0"],
    kind: "minimal",
    canTarget: true,
  },
  parameters: hotFlipParameters,
  run: async (model, input, parameters) => {
    if (isTokenClassifier(model)) return await flip(model, input, parameters);
    throw new PaviseError(
      "model-unsupported",
      `${model.name} is not opened as a model of token ids`,
      {
        hint: "hot-flip is for text models whose embedding is a Gather of a table; for others token-swap needs no gradient.",
      },
    );
  },
});
