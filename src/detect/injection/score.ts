import { conceptBuckets, type Features } from "./features.ts";
import { longestScan } from "./scan.ts";
import type { Windows } from "./windows.ts";

/** For whom the weights of a model are: what a user says, and what is data. */
export const head = { user: 0, tool: 1 } as const;

/** Weights of two heads, interleaved, with a scale and an offset for each. */
export interface Model {
  readonly weights: Int8Array | Float32Array;
  readonly scale: readonly number[];
  readonly offset: readonly number[];
}

/** Short windows know little: as if they had so many more features that say nothing. */
export const conceptPrior = 3;
export const wordPrior = 12;

/** Sums up to each token, of weights and numbers of features; shared. */
const sums = {
  concept: new Float64Array(longestScan + 1),
  word: new Float64Array(longestScan + 1),
  conceptCount: new Int32Array(longestScan + 1),
  wordCount: new Int32Array(longestScan + 1),
};

/** What sums of a scan there are: to be asked for windows. Overwrites those of the call before. */
export function sumUp(
  features: Features,
  tokens: number,
  { model, which }: { readonly model: Model; readonly which: number },
): void {
  const { weights } = model;
  const { concept, word, conceptCount, wordCount } = sums;
  const { buckets, ends } = features;
  let at = 0;
  let conceptSum = 0;
  let wordSum = 0;
  let conceptsSeen = 0;
  for (let token = 0; token < tokens; token++) {
    for (const end = ends[token]!; at < end; at++) {
      const bucket = buckets[at]!;
      const weight = weights[bucket * 2 + which]!;
      if (bucket < conceptBuckets) {
        conceptSum += weight;
        conceptsSeen++;
      } else wordSum += weight;
    }
    concept[token + 1] = conceptSum;
    word[token + 1] = wordSum;
    conceptCount[token + 1] = conceptsSeen;
    wordCount[token + 1] = at - conceptsSeen;
  }
}

/** Score of a window of the scan that was summed up, before the offset. */
export function windowScore(from: number, to: number): number {
  const { concept, word, conceptCount, wordCount } = sums;
  return (
    (concept[to]! - concept[from]!) /
      Math.sqrt(conceptCount[to]! - conceptCount[from]! + conceptPrior) +
    (word[to]! - word[from]!) / Math.sqrt(wordCount[to]! - wordCount[from]! + wordPrior)
  );
}

/** Index of the window that scores highest. */
export function bestWindow(windows: Windows): number {
  let best = 0;
  let high = Number.NEGATIVE_INFINITY;
  for (let index = 0; index < windows.count; index++) {
    const score = windowScore(windows.from[index]!, windows.to[index]!);
    if (score > high) {
      high = score;
      best = index;
    }
  }
  return best;
}
