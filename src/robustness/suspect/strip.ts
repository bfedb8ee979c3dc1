// STRIP (Gao, Xu, Wang, Chen, Ranasinghe, Nepal 2019, arXiv 1902.06531): an input that carries a backdoor's trigger
// keeps its class whatever is laid over it, a clean one does not.
import { PaviseError } from "../../core/errors.ts";
import { countOf, sizeOf, sliceOf, type Batch } from "../batch.ts";
import type { Classifier } from "../classifier.ts";

export interface StripOptions {
  /** Inputs that are known to be clean: the first are laid over others, the rest set the threshold. */
  readonly clean: Batch;
  /** How many clean inputs are laid over each input; 64 otherwise. Each is a query. */
  readonly overlays?: number;
  /** Share of the input under test in each mixture, from 0 to 1; 0.5 otherwise. */
  readonly share?: number;
  /** Share of clean inputs that may be taken for suspect; 0.01 otherwise. */
  readonly falseRejection?: number;
  readonly signal?: AbortSignal;
}

/** One input's verdict. */
export interface Suspicion {
  /** Mean entropy of the answers to the mixtures, in bits. */
  readonly entropy: number;
  readonly isSuspect: boolean;
}

/** STRIP, fitted to a model. */
export interface Strip {
  /** Entropy in bits up to which an input is suspect. */
  readonly threshold: number;
  /** Entropies of the clean inputs that set it, in growing order. */
  readonly cleanEntropies: Float64Array;
  judge(inputs: Batch): Promise<readonly Suspicion[]>;
}

/** Entropy in bits of one answer. */
function entropyOf(row: Float32Array, answers: Classifier["answers"]): number {
  let p: Iterable<number> = row;
  if (answers === "logits") {
    const most = row.reduce((a, b) => Math.max(a, b), -Infinity);
    const weights = Float64Array.from(row, (z) => Math.exp(z - most));
    const sum = weights.reduce((total, one) => total + one, 0);
    p = weights.map((one) => one / sum);
  }
  let entropy = 0;
  for (const one of p) if (one > 0) entropy -= one * Math.log2(one);
  return entropy;
}

function settings(
  model: Classifier,
  options: StripOptions,
): Required<Omit<StripOptions, "signal">> {
  const { clean, overlays = 64, share = 0.5, falseRejection = 0.01 } = options;
  if (model.answers === "labels") {
    throw new PaviseError("model-unsupported", `${model.name} answers with labels only`, {
      hint: "STRIP needs the probabilities or the logits of every class.",
    });
  }
  if (!(share > 0 && share < 1 && falseRejection > 0 && falseRejection < 1 && overlays >= 1)) {
    throw new PaviseError("data-invalid", "a setting of STRIP is out of its range", {
      hint: "share and falseRejection are between 0 and 1, overlays is 1 or more.",
    });
  }
  const least = overlays + Math.ceil(1 / falseRejection) - 1;
  if (countOf(clean) < least) {
    throw new PaviseError("data-invalid", `${countOf(clean)} clean inputs are too few for STRIP`, {
      hint: `With ${overlays} overlays and a false rejection rate of ${falseRejection} it takes ${least}: give more, or allow a higher rate.`,
    });
  }
  return { clean, overlays, share, falseRejection };
}

/**
 * Fits STRIP to a model. The threshold is the k-th smallest clean entropy with k = rate × (n + 1), so that a fresh
 * clean input is rejected at that rate or less whatever the entropies' distribution; the paper takes a
 * quantile of a fitted gaussian.
 *
 * @throws `data-invalid` where clean inputs are too few for the rate, `model-unsupported` where only labels are known.
 */
export async function stripOf(model: Classifier, options: StripOptions): Promise<Strip> {
  const { clean, overlays, share, falseRejection } = settings(model, options);
  const size = sizeOf(model.inputShape);
  const [least, most] = model.range;
  const over = sliceOf(clean, 0, overlays);

  async function entropies(inputs: Batch): Promise<Float64Array> {
    const found = new Float64Array(countOf(inputs));
    for (let item = 0; item < found.length; item++) {
      options.signal?.throwIfAborted();
      const own = inputs.data.subarray(item * size, (item + 1) * size);
      const mixtures = over.data.map((value, k) =>
        Math.min(most, Math.max(least, share * own[k % size]! + (1 - share) * value)),
      );
      const answers = await model.predict({ data: mixtures, shape: over.shape });
      let sum = 0;
      for (let at = 0; at < answers.length; at += model.classes) {
        sum += entropyOf(answers.subarray(at, at + model.classes), model.answers);
      }
      found[item] = sum / overlays;
    }
    return found;
  }

  const rest = sliceOf(clean, overlays, countOf(clean));
  const cleanEntropies = (await entropies(rest)).sort();
  const threshold = cleanEntropies[Math.floor(falseRejection * (cleanEntropies.length + 1)) - 1]!;
  return {
    threshold,
    cleanEntropies,
    judge: async (inputs) => {
      const found = await entropies(inputs);
      return Array.from(found, (entropy) => ({ entropy, isSuspect: entropy <= threshold }));
    },
  };
}
