// A classifier of token ids whose gradient can be had at the embedding: where swaps of tokens can be ranked.
import type { Batch } from "../../batch.ts";
import type { Classifier, Loss, LossGradient } from "../../classifier.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Inputs are token ids as floats, one item a row of one length. */
export interface TokenClassifier extends Classifier {
  /** One row of `width` for each token. */
  readonly embedding: { readonly table: Float32Array; readonly width: number };
  /** What the tokens are, where it is known. */
  readonly vocabulary?: Vocabulary;
  /** ∂loss/∂embedding: N × length × width. One item is one query. */
  embeddingGradient(tokens: Batch, loss: Loss): Promise<LossGradient>;
}

/** Whether tokens of it can be ranked by gradients. */
export function isTokenClassifier(model: Classifier): model is TokenClassifier {
  return "embeddingGradient" in model;
}
