// What an attack sees of a model: a classifier that answers, and where it can be had, gradients.
import type { Batch } from "./batch.ts";

/** What a model answers with. */
export type Answers = "logits" | "probabilities" | "labels";

/** A model as a black box. */
export interface Classifier {
  readonly name: string;
  /** Axes of one input, without N. */
  readonly inputShape: readonly number[];
  readonly classes: number;
  readonly answers: Answers;
  /** The valid range of an input, in the units of the data; perturbations are in the same units. */
  readonly range: readonly [least: number, most: number];
  /** Inputs that were answered so far, gradients included: one input is one query. */
  readonly queries: number;
  /** N × classes: logits or probabilities; for `labels` 1 at the class and 0 elsewhere. */
  predict(inputs: Batch): Promise<Float32Array>;
  /** Releases what it holds. */
  close(): Promise<void>;
}

/**
 * What an attack climbs, for each item. Every loss grows as the model gets more wrong, or with `targets`
 * as it gets nearer to the target, so that an attack always climbs.
 */
export type Loss =
  /** −log p of the label (Goodfellow et al. 2015); with targets log p of the target. */
  | {
      readonly kind: "cross-entropy";
      readonly labels: Int32Array;
      readonly targets?: Int32Array;
    }
  /** max over others of z − z of the label (Carlini & Wagner 2017); with targets z of the target − max of the others. */
  | { readonly kind: "margin"; readonly labels: Int32Array; readonly targets?: Int32Array }
  /** Difference of logits ratio (Croce & Hein 2020); with targets its targeted form, for 4 classes and more. */
  | { readonly kind: "dlr"; readonly labels: Int32Array; readonly targets?: Int32Array }
  /** Σ weight × logit with N × classes weights: any other loss by its gradient at the logits. */
  | { readonly kind: "weighted"; readonly weights: Float32Array };

export interface LossGradient {
  /** N values. */
  readonly loss: Float32Array;
  /** N × classes. */
  readonly logits: Float32Array;
  /** ∂loss/∂input, as the inputs. Each item's own: the sum over items is what is differentiated. */
  readonly gradient: Float32Array;
}

/** A model whose gradients can be had. `answers` is `logits`: a last softmax is taken off. */
export interface DifferentiableClassifier extends Classifier {
  readonly answers: "logits";
  gradient(inputs: Batch, loss: Loss): Promise<LossGradient>;
}

/** Whether gradients can be had of it. */
export function isDifferentiable(model: Classifier): model is DifferentiableClassifier {
  return "gradient" in model;
}
