// What an attack asks of a model goes through a meter: it counts, keeps to the budget, and stops when told to.
import { setImmediate } from "node:timers/promises";
import { countOf, type Batch } from "../batch.ts";
import type { Classifier, DifferentiableClassifier, Loss, LossGradient } from "../classifier.ts";
import type { AttackInput } from "./define.ts";

/** Counts for the items of one batch. `items` are their numbers in the batch; all where it is left out. */
export interface Meter {
  /** Queries per item so far. */
  readonly queries: Int32Array;
  /** Share of zeros among all elements of gradients so far; undefined where there was none. */
  zeroGradients(): number | undefined;
  /** Those of the items that may cost so many queries more. */
  affordable(items: readonly number[], cost?: number): readonly number[];
  predict(inputs: Batch, items?: readonly number[]): Promise<Float32Array>;
}

export interface GradientMeter extends Meter {
  gradient(inputs: Batch, loss: Loss, items?: readonly number[]): Promise<LossGradient>;
}

/** How long the event loop may wait for a turn, in ms, so that a signal gets through. */
const patience = 50;

/** For attacks that only ask for answers. Throws the signal's reason instead of asking once it is aborted. */
export function meterOf(model: Classifier, input: AttackInput): Meter {
  return gradientMeterOf(model as DifferentiableClassifier, input);
}

/** For attacks that ask for gradients. */
export function gradientMeterOf(
  model: DifferentiableClassifier,
  input: AttackInput,
): GradientMeter {
  const { signal, maxQueries = Infinity } = input;
  const queries = new Int32Array(countOf(input.inputs));
  let zeros = 0;
  let elements = 0;
  let turn = performance.now();

  async function ask(inputs: Batch, items: readonly number[] | undefined): Promise<void> {
    if (signal !== undefined && performance.now() - turn > patience) {
      await setImmediate();
      turn = performance.now();
    }
    signal?.throwIfAborted();
    if (items === undefined) {
      for (let item = 0; item < countOf(inputs); item++) queries[item]!++;
      return;
    }
    for (const item of items) queries[item]!++;
  }

  return {
    queries,
    zeroGradients: () => (elements === 0 ? undefined : zeros / elements),
    affordable: (items, cost = 1) =>
      maxQueries === Infinity ? items : items.filter((item) => queries[item]! + cost <= maxQueries),
    predict: async (inputs, items) => {
      await ask(inputs, items);
      return await model.predict(inputs);
    },
    gradient: async (inputs, loss, items) => {
      await ask(inputs, items);
      const found = await model.gradient(inputs, loss);
      elements += found.gradient.length;
      const { gradient } = found;
      for (let k = 0; k < gradient.length; k++) if (gradient[k] === 0) zeros++;
      return found;
    },
  };
}
