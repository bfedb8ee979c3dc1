// The losses that attacks climb, and their gradients at the logits. What ONNX graphs compute is held against these.
import type { Loss } from "./classifier.ts";

/** Loss of each item, and ∂loss/∂logits as N × classes. */
export interface LossAtLogits {
  readonly loss: Float32Array;
  readonly seed: Float32Array;
}

/** The class of the greatest logit that is not among `but`; the first of several. */
function greatest(row: Float32Array, ...but: readonly number[]): number {
  let best = -1;
  for (let k = 0; k < row.length; k++) {
    if (!but.includes(k) && (best < 0 || row[k]! > row[best]!)) best = k;
  }
  return best;
}

function logSumExp(row: Float32Array, but = -1): number {
  let most = -Infinity;
  for (let k = 0; k < row.length; k++) if (k !== but && row[k]! > most) most = row[k]!;
  if (most === -Infinity) return most;
  let sum = 0;
  for (let k = 0; k < row.length; k++) if (k !== but) sum += Math.exp(row[k]! - most);
  return most + Math.log(sum);
}

/**
 * −log p(label). The gradient at the other logits is their softmax, at the label minus the sum of these:
 * taken so, and not as p − 1, no digit is lost where the model is sure.
 */
function crossEntropy(row: Float32Array, label: number, seed: Float32Array): number {
  const whole = logSumExp(row);
  let others = 0;
  for (let k = 0; k < row.length; k++) {
    if (k === label) continue;
    seed[k] = Math.exp(row[k]! - whole);
    others += seed[k]!;
  }
  seed[label] = -others;
  // log(1 + Σ exp(z − z of the label)): exact also where it is next to nothing.
  const odds = Math.exp(logSumExp(row, label) - row[label]!);
  return Number.isFinite(odds) ? Math.log1p(odds) : whole - row[label]!;
}

function margin(row: Float32Array, label: number, seed: Float32Array): number {
  const other = greatest(row, label);
  if (other < 0) return 0;
  seed[other] = 1;
  seed[label] = -1;
  return row[other]! - row[label]!;
}

/** −(z_y − max of the others) / (z_π1 − z_π3 + 1e-12), or −(z_y − z_t) / (z_π1 − (z_π3 + z_π4) / 2 + 1e-12). */
function dlr(
  row: Float32Array,
  { label, target }: { readonly label: number; readonly target: number | undefined },
  seed: Float32Array,
): number {
  const first = greatest(row);
  const second = greatest(row, first);
  const third = greatest(row, first, second);
  if (third < 0) return margin(row, label, seed);
  const fourth = target === undefined ? third : greatest(row, first, second, third);
  if (fourth < 0) return margin(row, label, seed);
  const other = target ?? (first === label ? second : first);
  const rise = row[other]! - row[label]!;
  const scale = row[first]! - (row[third]! + row[fourth]!) / 2 + 1e-12;
  seed[other] = seed[other]! + 1 / scale;
  seed[label] = seed[label]! - 1 / scale;
  const back = rise / (scale * scale);
  seed[first] = seed[first]! - back;
  seed[third] = seed[third]! + back / 2;
  seed[fourth] = seed[fourth]! + back / 2;
  return rise / scale;
}

function negate(row: Float32Array): void {
  for (let k = 0; k < row.length; k++) row[k] = -row[k]!;
}

/** Reference for every loss. `logits` is N × classes. */
export function lossAtLogits(logits: Float32Array, classes: number, loss: Loss): LossAtLogits {
  const count = logits.length / classes;
  const values = new Float32Array(count);
  const seed = new Float32Array(logits.length);
  for (let item = 0; item < count; item++) {
    const row = logits.subarray(item * classes, (item + 1) * classes);
    const into = seed.subarray(item * classes, (item + 1) * classes);
    if (loss.kind === "weighted") {
      let sum = 0;
      for (let k = 0; k < classes; k++) {
        into[k] = loss.weights[item * classes + k]!;
        sum += into[k]! * row[k]!;
      }
      values[item] = sum;
      continue;
    }
    const label = loss.labels[item]!;
    const target = loss.targets?.[item];
    if (loss.kind === "dlr") {
      values[item] = dlr(row, { label, target }, into);
      continue;
    }
    const at = loss.kind === "margin" ? margin : crossEntropy;
    values[item] = at(row, target ?? label, into);
    if (target !== undefined) {
      values[item] = -values[item]!;
      negate(into);
    }
  }
  return { loss: values, seed };
}
