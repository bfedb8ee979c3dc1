// A small network that is trained here: to see how well a model can be copied, and how models forget and remember.
import { countOf, sizeOf, type Batch } from "../batch.ts";
import type { DifferentiableClassifier } from "../classifier.ts";
import { lossAtLogits } from "../loss.ts";
import type { Random } from "../random.ts";

export interface TrainingOptions {
  readonly inputs: Batch;
  /** N × classes: what the network shall answer with, as probabilities. */
  readonly targets: Float32Array;
  readonly classes: number;
  readonly range: readonly [least: number, most: number];
  readonly random: Random;
  /** Units of the layer between; 0 for none, which is a logistic regression. */
  readonly hidden?: number;
  /** Passes over the data. */
  readonly epochs?: number;
  readonly batch?: number;
  /** Adam's step (Kingma & Ba 2015). */
  readonly rate?: number;
  /** Pull of the weights towards zero in each step (Loshchilov & Hutter 2019). */
  readonly decay?: number;
  readonly signal?: AbortSignal;
}

/** A matrix of inputs × outputs with one bias an output, and what Adam remembers of each. */
interface Layer {
  readonly inputs: number;
  readonly outputs: number;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

function layerOf(inputs: number, outputs: number, random: Random): Layer {
  const scale = Math.sqrt(2 / inputs);
  return {
    inputs,
    outputs,
    weights: Float32Array.from({ length: inputs * outputs }, () => scale * random.gaussian()),
    bias: new Float32Array(outputs),
  };
}

/** Adds x · W + b; elements that are zero cost nothing. */
function forward({ inputs, outputs, weights, bias }: Layer, x: Float32Array): Float32Array {
  const out = bias.slice();
  for (let k = 0; k < inputs; k++) {
    const value = x[k]!;
    if (value === 0) continue;
    const row = k * outputs;
    for (let j = 0; j < outputs; j++) out[j]! += value * weights[row + j]!;
  }
  return out;
}

/** W · g: the gradient at what the layer was given. */
function backward({ inputs, outputs, weights }: Layer, gradient: Float32Array): Float32Array {
  const out = new Float32Array(inputs);
  for (let k = 0; k < inputs; k++) {
    let sum = 0;
    const row = k * outputs;
    for (let j = 0; j < outputs; j++) sum += weights[row + j]! * gradient[j]!;
    out[k] = sum;
  }
  return out;
}

/** Gradients of a layer, summed over a batch. */
interface Sums {
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

function addTo(sums: Sums, x: Float32Array, gradient: Float32Array): void {
  const outputs = gradient.length;
  for (let k = 0; k < x.length; k++) {
    const value = x[k]!;
    if (value === 0) continue;
    const row = k * outputs;
    for (let j = 0; j < outputs; j++) sums.weights[row + j]! += value * gradient[j]!;
  }
  for (let j = 0; j < outputs; j++) sums.bias[j]! += gradient[j]!;
}

/** Adam for one array of numbers. */
function adam(values: Float32Array, rate: number, decay: number) {
  const first = new Float32Array(values.length);
  const second = new Float32Array(values.length);
  let step = 0;
  return (gradient: Float32Array, count: number): void => {
    step++;
    const size = (rate * Math.sqrt(1 - 0.999 ** step)) / (1 - 0.9 ** step);
    for (let k = 0; k < values.length; k++) {
      const one = gradient[k]! / count;
      first[k] = 0.9 * first[k]! + 0.1 * one;
      second[k] = 0.999 * second[k]! + 0.001 * one * one;
      const moved = (size * first[k]!) / (Math.sqrt(second[k]!) + 1e-8);
      values[k] = values[k]! * (1 - rate * decay) - moved;
      gradient[k] = 0;
    }
  };
}

/** Numbers from 0 up to `count` in a random order (Fisher and Yates). */
export function shuffled(count: number, random: Random): Int32Array {
  const order = Int32Array.from({ length: count }, (_, index) => index);
  for (let left = count - 1; left > 0; left--) {
    const other = random.below(left + 1);
    [order[left], order[other]] = [order[other]!, order[left]!];
  }
  return order;
}

/** Inputs are brought to −1 … 1, so that the same step suits data of any unit. */
function scaler([least, most]: readonly [number, number]) {
  const scale = 2 / (most - least);
  return {
    scale,
    apply: (x: Float32Array): Float32Array => x.map((value) => (value - least) * scale - 1),
  };
}

/**
 * Trains a network of one hidden layer on soft labels with cross-entropy. The same options give the same
 * network. Throws the signal's reason once it is aborted.
 */
export async function train(options: TrainingOptions): Promise<DifferentiableClassifier> {
  const { inputs, targets, classes, range, random, signal } = options;
  const { hidden = 64, epochs = 30, batch = 32, rate = 1e-3, decay = 0 } = options;
  const shape = inputs.shape.slice(1);
  const size = sizeOf(shape);
  const count = countOf(inputs);
  const scaled = scaler(range);
  const weightsRandom = random.fork("weights");
  const widths = hidden > 0 ? [size, hidden, classes] : [size, classes];
  const layers = widths
    .slice(1)
    .map((outputs, index) => layerOf(widths[index]!, outputs, weightsRandom));
  const sums = layers.map(({ weights, bias }) => ({
    weights: new Float32Array(weights.length),
    bias: new Float32Array(bias.length),
  }));
  const updates = layers.map(({ weights, bias }) => ({
    weights: adam(weights, rate, decay),
    bias: adam(bias, rate, 0),
  }));

  /** What each layer was given; the last is the logits. */
  function run(x: Float32Array): Float32Array[] {
    const given = [scaled.apply(x)];
    for (const [index, layer] of layers.entries()) {
      const out = forward(layer, given.at(-1)!);
      if (index < layers.length - 1)
        for (let k = 0; k < out.length; k++) if (out[k]! < 0) out[k] = 0;
      given.push(out);
    }
    return given;
  }

  /** The gradient at the input, in the input's units; at each layer it is told on the way. */
  function follow(
    given: readonly Float32Array[],
    seed: Float32Array,
    tell?: (layer: number, gradient: Float32Array) => void,
  ): Float32Array {
    let flowing = seed;
    for (let index = layers.length - 1; index >= 0; index--) {
      tell?.(index, flowing);
      if (index === 0 && tell !== undefined) break;
      flowing = backward(layers[index]!, flowing);
      if (index > 0) {
        const active = given[index]!;
        for (let k = 0; k < flowing.length; k++) if (active[k] === 0) flowing[k] = 0;
      }
    }
    return flowing;
  }

  const itemOf = (item: number): Float32Array =>
    inputs.data.subarray(item * size, (item + 1) * size);

  for (let epoch = 0; epoch < epochs; epoch++) {
    signal?.throwIfAborted();
    const order = shuffled(count, random.fork(`epoch ${epoch}`));
    for (let start = 0; start < count; start += batch) {
      const part = order.subarray(start, start + batch);
      for (const item of part) {
        const given = run(itemOf(item));
        const seed = softmax(given.at(-1)!);
        for (let k = 0; k < classes; k++) seed[k]! -= targets[item * classes + k]!;
        follow(given, seed, (index, gradient) => addTo(sums[index]!, given[index]!, gradient));
      }
      for (const [index, update] of updates.entries()) {
        update.weights(sums[index]!.weights, part.length);
        update.bias(sums[index]!.bias, part.length);
      }
    }
    // Whoever cancels has to be heard.
    await new Promise((resolve) => setImmediate(resolve));
  }

  let queries = 0;
  async function predict(asked: Batch): Promise<Float32Array> {
    const many = countOf(asked);
    queries += many;
    const logits = new Float32Array(many * classes);
    for (let item = 0; item < many; item++)
      logits.set(run(asked.data.subarray(item * size, (item + 1) * size)).at(-1)!, item * classes);
    return logits;
  }

  return {
    name: "surrogate",
    inputShape: shape,
    classes,
    answers: "logits",
    range,
    get queries() {
      return queries;
    },
    predict,
    gradient: async (asked, loss) => {
      const logits = await predict(asked);
      const at = lossAtLogits(logits, classes, loss);
      const gradient = new Float32Array(asked.data.length);
      for (let item = 0; item < countOf(asked); item++) {
        const given = run(asked.data.subarray(item * size, (item + 1) * size));
        const seed = at.seed.slice(item * classes, (item + 1) * classes);
        gradient.set(
          follow(given, seed).map((value) => value * scaled.scale),
          item * size,
        );
      }
      return { loss: at.loss, logits, gradient };
    },
    close: async () => undefined,
  };
}

/** Probabilities of one row of logits. */
export function softmax(row: Float32Array): Float32Array {
  let most = -Infinity;
  for (const value of row) if (value > most) most = value;
  let sum = 0;
  const out = row.map((value) => Math.exp(value - most));
  for (const value of out) sum += value;
  for (let k = 0; k < out.length; k++) out[k]! /= sum;
  return out;
}

/** N × classes with 1 at each label: hard labels as targets. */
export function oneHot(labels: Int32Array, classes: number): Float32Array {
  const out = new Float32Array(labels.length * classes);
  for (const [item, label] of labels.entries()) out[item * classes + label] = 1;
  return out;
}
