// Expectation over transformation (Athalye, Engstrom, Ilyas, Kwok 2018, arXiv:1707.07397).
import { countOf, sizeOf, type Batch } from "../batch.ts";
import type { DifferentiableClassifier, Loss, LossGradient } from "../classifier.ts";
import { randomOf, type Random } from "../random.ts";
import { viewsOf } from "./success.ts";

/** One random change of an input, and the way back for a gradient. */
export interface Transform {
  readonly apply: (x: Float32Array) => Float32Array;
  /** From the gradient at what was made to the gradient at x. The gradient itself where it is left out. */
  readonly back?: (gradient: Float32Array) => Float32Array;
}

export interface ExpectationOptions {
  /** Transformations for each input and question. */
  readonly samples: number;
  readonly transform: (random: Random) => Transform;
  readonly seed?: number;
}

/** A number of the content of an input: FNV-1a over its bytes. */
function hashOf(x: Float32Array): number {
  let hash = 0x811c9dc5;
  for (const bits of new Uint32Array(x.slice().buffer)) hash = Math.imul(hash ^ bits, 0x01000193);
  return hash >>> 0;
}

/** Gaussian noise of this deviation, in the units of the inputs: for defences that add noise. */
export function noise(deviation: number): (random: Random) => Transform {
  return (random) => ({
    apply: (x) => x.map((value) => value + deviation * random.gaussian()),
  });
}

/**
 * The model as its mean over random transformations: answers, losses and gradients are means. What is drawn
 * depends on the seed and on the content of an input only, so that attacks stay repeatable whatever the
 * batch is. For models with random defences, and for inputs that must stand being photographed.
 */
export function expectationOver(
  model: DifferentiableClassifier,
  { samples, transform, seed = 0 }: ExpectationOptions,
): DifferentiableClassifier {
  const random = randomOf(seed);
  let queries = 0;

  /** Every sample of the batch, with the way back of each input. */
  function* changed(inputs: Batch): Generator<{ batch: Batch; ways: readonly Transform[] }> {
    const views = viewsOf(inputs.data, inputs.shape);
    queries += countOf(inputs);
    const streams = views.map((view) => random.fork(hashOf(view)));
    for (let sample = 0; sample < samples; sample++) {
      const data = new Float32Array(inputs.data.length);
      const ways = views.map((view, item) => {
        const way = transform(streams[item]!.fork(sample));
        data.set(way.apply(view), item * view.length);
        return way;
      });
      yield { batch: { data, shape: inputs.shape }, ways };
    }
  }

  function add(sum: Float32Array, values: Float32Array): void {
    for (let k = 0; k < sum.length; k++) sum[k] = sum[k]! + values[k]! / samples;
  }

  async function gradient(inputs: Batch, loss: Loss): Promise<LossGradient> {
    const count = countOf(inputs);
    const mean = {
      loss: new Float32Array(count),
      logits: new Float32Array(count * model.classes),
      gradient: new Float32Array(inputs.data.length),
    };
    const size = sizeOf(inputs.shape.slice(1));
    for (const { batch, ways } of changed(inputs)) {
      const found = await model.gradient(batch, loss);
      add(mean.loss, found.loss);
      add(mean.logits, found.logits);
      const back = found.gradient.slice();
      for (const [item, way] of ways.entries()) {
        if (way.back === undefined) continue;
        const view = back.subarray(item * size, (item + 1) * size);
        view.set(way.back(view.slice()));
      }
      add(mean.gradient, back);
    }
    return mean;
  }

  return {
    name: model.name,
    inputShape: model.inputShape,
    classes: model.classes,
    answers: "logits",
    range: model.range,
    get queries() {
      return queries;
    },
    predict: async (inputs) => {
      const mean = new Float32Array(countOf(inputs) * model.classes);
      for (const { batch } of changed(inputs)) add(mean, await model.predict(batch));
      return mean;
    },
    gradient,
    close: () => model.close(),
  };
}
