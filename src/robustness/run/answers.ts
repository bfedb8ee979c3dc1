// What scores say: the class and how sure the model is.
import { countOf, sliceOf, type Batch } from "../batch.ts";
import type { Answers, Classifier } from "../classifier.ts";
import type { CleanAnswers } from "./evaluation.ts";

/** The class of the greatest score, the first of several; −1 where one of them is no number. */
export function classOf(row: Float32Array): number {
  let best = 0;
  for (let k = 0; k < row.length; k++) {
    if (Number.isNaN(row[k]!)) return -1;
    if (row[k]! > row[best]!) best = k;
  }
  return best;
}

/** How sure a model is of its class, from 0 to 1; NaN where it does not say. */
export function confidenceOf(row: Float32Array, answers: Answers): number {
  const best = classOf(row);
  if (best < 0 || answers === "labels") return Number.NaN;
  const most = row[best]!;
  if (answers === "probabilities") return Math.min(1, Math.max(0, most));
  let sum = 0;
  for (const score of row) sum += Math.exp(score - most);
  return 1 / sum;
}

/** Asks the model for all inputs, batch by batch. */
export async function answersOf(
  model: Classifier,
  inputs: Batch,
  { batch, signal }: { readonly batch: number; readonly signal?: AbortSignal | undefined },
): Promise<CleanAnswers> {
  const count = countOf(inputs);
  const { classes: width, answers } = model;
  const scores = new Float32Array(count * width);
  const classes = new Int32Array(count);
  const confidence = new Float32Array(count);
  for (let start = 0; start < count; start += batch) {
    signal?.throwIfAborted();
    const end = Math.min(count, start + batch);
    const rows = await model.predict(sliceOf(inputs, start, end));
    scores.set(rows, start * width);
    for (let item = start; item < end; item++) {
      const row = scores.subarray(item * width, (item + 1) * width);
      classes[item] = classOf(row);
      confidence[item] = confidenceOf(row, answers);
    }
  }
  return { scores, classes, confidence };
}
