// Small trials beside the attacks, to see whether what they say can be trusted.
import { countOf, pick, sizeOf } from "../batch.ts";
import { isDifferentiable, type Classifier, type DifferentiableClassifier } from "../classifier.ts";
import { classOf } from "./answers.ts";
import type { CleanAnswers, LabelledInputs } from "./evaluation.ts";

/** What the trials saw; undefined where one could not be made. */
export interface Probes {
  /** Greatest difference of two answers to the same inputs. */
  readonly randomness: number;
  /** Answers look like probabilities: rows of 0 to 1 that sum to 1. */
  readonly looksLikeSoftmax: boolean;
  readonly gradients?: {
    readonly inputs: number;
    /** Share of zeros among all elements. */
    readonly zeros: number;
    /** Inputs whose gradient is zero everywhere. */
    readonly dead: number;
    /** Inputs with a gradient that is no number. */
    readonly broken: number;
  };
  /** Accuracy where an attack may change everything within the range. */
  readonly unbounded?: { readonly inputs: number; readonly accuracy: number };
}

/** Inputs that the trials use: enough to see what is meant for all. */
const most = 32;
const steps = 24;

function looksLikeSoftmax({ scores }: CleanAnswers, classes: number): boolean {
  for (let at = 0; at < scores.length; at += classes) {
    let sum = 0;
    for (const score of scores.subarray(at, at + classes)) {
      if (!(score >= 0 && score <= 1)) return false;
      sum += score;
    }
    if (Math.abs(sum - 1) > 1e-3) return false;
  }
  return scores.length > 0;
}

async function gradientsOf(
  model: DifferentiableClassifier,
  data: LabelledInputs,
): Promise<Probes["gradients"]> {
  const { labels, inputs } = data;
  const { gradient } = await model.gradient(inputs, { kind: "cross-entropy", labels });
  const size = sizeOf(inputs.shape.slice(1));
  let [zeros, dead, broken] = [0, 0, 0];
  for (let at = 0; at < gradient.length; at += size) {
    const row = gradient.subarray(at, at + size);
    const none = row.filter((value) => value === 0).length;
    zeros += none;
    if (none === size) dead++;
    if (row.some((value) => !Number.isFinite(value))) broken++;
  }
  return { inputs: countOf(inputs), zeros: zeros / gradient.length, dead, broken };
}

/**
 * Climbs the loss without any bound but the range. Where a model still answers rightly, it is not that it is
 * robust but that the gradient leads nowhere (Carlini et al. 2019, "On evaluating adversarial robustness").
 */
async function withoutBound(
  model: DifferentiableClassifier,
  data: LabelledInputs,
): Promise<Probes["unbounded"]> {
  const { labels, inputs } = data;
  const [least, most] = model.range;
  const size = sizeOf(inputs.shape.slice(1));
  const now = { data: inputs.data.slice(), shape: inputs.shape };
  const right = new Set(labels.keys());
  const note = (logits: Float32Array): void => {
    for (const item of right) {
      const row = logits.subarray(item * model.classes, (item + 1) * model.classes);
      if (classOf(row) !== labels[item]) right.delete(item);
    }
  };
  for (let step = 0; step < steps && right.size > 0; step++) {
    const { gradient, logits } = await model.gradient(now, { kind: "cross-entropy", labels });
    note(logits);
    const by = (most - least) / 8;
    for (const item of right)
      for (let at = item * size; at < (item + 1) * size; at++)
        now.data[at] = Math.min(
          most,
          Math.max(least, now.data[at]! + by * Math.sign(gradient[at]!)),
        );
  }
  note(await model.predict(now));
  return { inputs: labels.length, accuracy: labels.length === 0 ? 0 : right.size / labels.length };
}

/** Makes every trial that this model allows, on a few inputs that it gets right. */
export async function probe(
  model: Classifier,
  data: LabelledInputs,
  { clean, batch }: { readonly clean: CleanAnswers; readonly batch: number },
): Promise<Probes> {
  const right = Array.from(data.labels.keys()).filter(
    (item) => clean.classes[item] === data.labels[item],
  );
  const items = (right.length > 0 ? right : Array.from(data.labels.keys())).slice(
    0,
    Math.min(most, batch),
  );
  const few = {
    inputs: pick(data.inputs, items),
    labels: Int32Array.from(items, (item) => data.labels[item]!),
  };
  const once = await model.predict(few.inputs);
  const twice = await model.predict(few.inputs);
  let randomness = 0;
  for (let at = 0; at < once.length; at++)
    randomness = Math.max(randomness, Math.abs(once[at]! - twice[at]!));
  const softmax = looksLikeSoftmax(clean, model.classes);
  if (!isDifferentiable(model)) return { randomness, looksLikeSoftmax: softmax };
  return {
    randomness,
    looksLikeSoftmax: softmax,
    gradients: await gradientsOf(model, few),
    unbounded: await withoutBound(model, few),
  };
}
