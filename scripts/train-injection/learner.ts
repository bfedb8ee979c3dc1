import { bucketCount, conceptBuckets, featuresOf } from "../../src/detect/injection/features.ts";
import { scan } from "../../src/detect/injection/scan.ts";
import { conceptPrior, wordPrior } from "../../src/detect/injection/score.ts";
import { windowsOf } from "../../src/detect/injection/windows.ts";
import type { Chance } from "./grammar.ts";

/** A text to learn from: for which head, and whether it is an attack. */
export interface Example {
  readonly text: string;
  readonly head: 0 | 1;
  readonly isAttack: boolean;
  /** How much it counts. */
  readonly weight?: number;
}

interface Prepared {
  readonly buckets: Int32Array;
  readonly ends: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly head: 0 | 1;
  readonly isAttack: boolean;
  readonly weight: number;
}

/** Longer texts are cut for training: attacks stand in what is kept. */
const mostCharacters = 6_000;

function prepare({ text, head, isAttack, weight = 1 }: Example): Prepared | undefined {
  const seen = scan(text.slice(0, mostCharacters));
  if (seen.tokens === 0) return undefined;
  const { buckets, ends } = featuresOf(seen);
  const windows = windowsOf(seen);
  return {
    buckets: buckets.slice(0, ends[seen.tokens - 1]),
    ends: ends.slice(0, seen.tokens),
    from: windows.from.slice(0, windows.count),
    to: windows.to.slice(0, windows.count),
    head,
    isAttack,
    weight,
  };
}

export interface Learned {
  readonly weights: Float32Array;
  readonly offset: [number, number];
}

const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));

/**
 * Logistic regression over the best window of each text (multiple-instance learning), with Adagrad. In a share of the
 * steps only concepts are looked at, so that they learn to tell attacks without the words of a language.
 */
export function learn(
  examples: readonly Example[],
  chance: Chance,
  options: { epochs: number; rate: number; decay: number; negative: number },
): Learned {
  const prepared = examples.map(prepare).filter((one) => one !== undefined);
  const weights = new Float32Array(bucketCount * 2);
  const squares = new Float32Array(bucketCount * 2).fill(0.1);
  const offset: [number, number] = [-1, -1];
  const offsetSquares = [1, 1];
  const size = 1 << 16;
  const concept = new Float64Array(size);
  const word = new Float64Array(size);
  const conceptCount = new Int32Array(size);
  const wordCount = new Int32Array(size);
  const order = prepared.map((_, index) => index);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(chance() * (at + 1));
      [order[at], order[other]] = [order[other]!, order[at]!];
    }
    const rate = options.rate * (1 - (0.8 * epoch) / options.epochs);
    let loss = 0;
    for (const index of order) {
      const { buckets, ends, from, to, head, isAttack, weight } = prepared[index]!;
      const dice = chance();
      const isConceptOnly = dice < 0.25;
      const isWordOnly = dice > 0.9;
      let at = 0;
      let conceptSum = 0;
      let wordSum = 0;
      let conceptsSeen = 0;
      for (let token = 0; token < ends.length; token++) {
        for (; at < ends[token]!; at++) {
          const bucket = buckets[at]!;
          if (bucket < conceptBuckets) {
            conceptSum += weights[bucket * 2 + head]!;
            conceptsSeen++;
          } else wordSum += weights[bucket * 2 + head]!;
        }
        concept[token + 1] = conceptSum;
        word[token + 1] = wordSum;
        conceptCount[token + 1] = conceptsSeen;
        wordCount[token + 1] = at - conceptsSeen;
      }
      const score = (window: number): number => {
        const start = from[window]!;
        const end = to[window]!;
        let sum = offset[head];
        if (!isWordOnly)
          sum +=
            (concept[end]! - concept[start]!) /
            Math.sqrt(conceptCount[end]! - conceptCount[start]! + conceptPrior);
        if (!isConceptOnly)
          sum +=
            (word[end]! - word[start]!) /
            Math.sqrt(wordCount[end]! - wordCount[start]! + wordPrior);
        return sum;
      };
      // The best window, and of harmless texts another one by chance.
      let best = 0;
      let high = -Infinity;
      for (let window = 0; window < from.length; window++) {
        const value = score(window);
        if (value > high) {
          high = value;
          best = window;
        }
      }
      const chosen = [best];
      if (!isAttack && from.length > 1) chosen.push(Math.floor(chance() * from.length));
      for (const window of chosen) {
        const value = score(window);
        const slope = (isAttack ? sigmoid(value) - 1 : sigmoid(value) * options.negative) * weight;
        loss += isAttack ? Math.log1p(Math.exp(-value)) : Math.log1p(Math.exp(value));
        if (Math.abs(slope) < 0.002) continue;
        const start = from[window]!;
        const end = to[window]!;
        const conceptScale =
          1 / Math.sqrt(conceptCount[end]! - conceptCount[start]! + conceptPrior);
        const wordScale = 1 / Math.sqrt(wordCount[end]! - wordCount[start]! + wordPrior);
        for (let at = start === 0 ? 0 : ends[start - 1]!; at < ends[end - 1]!; at++) {
          const bucket = buckets[at]!;
          const isConcept = bucket < conceptBuckets;
          if (isConcept ? isWordOnly : isConceptOnly) continue;
          const place = bucket * 2 + head;
          const change =
            slope * (isConcept ? conceptScale : wordScale) + options.decay * weights[place]!;
          squares[place]! += change * change;
          weights[place]! -= (rate * change) / Math.sqrt(squares[place]!);
        }
        offsetSquares[head]! += slope * slope;
        offset[head] -= (rate * 0.1 * slope) / Math.sqrt(offsetSquares[head]!);
      }
    }
    process.stderr.write(`epoch ${epoch + 1}: loss ${(loss / order.length).toFixed(4)}\n`);
  }
  return { weights, offset };
}
