// Small networks in plain JavaScript with gradients by hand, so that attacks are tested without a runtime.
import { countOf, sizeOf, type Batch } from "../batch.ts";
import type { DifferentiableClassifier, Loss, LossGradient } from "../classifier.ts";
import { lossAtLogits } from "../loss.ts";
import { randomOf } from "../random.ts";

interface Layer {
  /** outputs × inputs. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

export interface NetworkOptions {
  readonly inputShape: readonly number[];
  readonly range?: readonly [number, number];
  /** A ReLU stands between each two. */
  readonly layers: readonly Layer[];
}

function apply({ weights, bias }: Layer, x: Float32Array): Float32Array {
  const out = new Float32Array(bias.length);
  for (let row = 0; row < bias.length; row++) {
    let sum = bias[row]!;
    for (let k = 0; k < x.length; k++) sum += weights[row * x.length + k]! * x[k]!;
    out[row] = sum;
  }
  return out;
}

function back({ weights, bias }: Layer, gradient: Float32Array, width: number): Float32Array {
  const out = new Float32Array(width);
  for (let row = 0; row < bias.length; row++) {
    const one = gradient[row]!;
    if (one === 0) continue;
    for (let k = 0; k < width; k++) out[k] = out[k]! + one * weights[row * width + k]!;
  }
  return out;
}

/** A network of dense layers. */
export function network(options: NetworkOptions): DifferentiableClassifier {
  const { inputShape, layers, range = [0, 1] } = options;
  const size = sizeOf(inputShape);
  const classes = layers.at(-1)!.bias.length;
  let queries = 0;

  /** What each layer was given; the last is the logits. */
  function forward(x: Float32Array): readonly Float32Array[] {
    const given = [x];
    for (const [index, layer] of layers.entries()) {
      const out = apply(layer, given.at(-1)!);
      given.push(index < layers.length - 1 ? out.map((value) => Math.max(0, value)) : out);
    }
    return given;
  }

  function predict(inputs: Batch): Float32Array {
    const count = countOf(inputs);
    queries += count;
    const logits = new Float32Array(count * classes);
    for (let item = 0; item < count; item++) {
      logits.set(
        forward(inputs.data.subarray(item * size, (item + 1) * size)).at(-1)!,
        item * classes,
      );
    }
    return logits;
  }

  function gradient(inputs: Batch, loss: Loss): LossGradient {
    const logits = predict(inputs);
    const at = lossAtLogits(logits, classes, loss);
    const out = new Float32Array(inputs.data.length);
    for (let item = 0; item < countOf(inputs); item++) {
      const given = forward(inputs.data.subarray(item * size, (item + 1) * size));
      let flowing: Float32Array = at.seed.subarray(item * classes, (item + 1) * classes);
      for (let index = layers.length - 1; index >= 0; index--) {
        flowing = back(layers[index]!, flowing, given[index]!.length);
        if (index > 0) flowing = flowing.map((value, k) => (given[index]![k]! > 0 ? value : 0));
      }
      out.set(flowing, item * size);
    }
    return { loss: at.loss, logits, gradient: out };
  }

  return {
    name: "network",
    inputShape,
    classes,
    answers: "logits",
    range,
    get queries() {
      return queries;
    },
    predict: async (inputs) => predict(inputs),
    gradient: async (inputs, loss) => gradient(inputs, loss),
    close: async () => undefined,
  };
}

/** Dense layers of these widths with weights of a seed, scaled as He et al. (2015) do. */
export function randomLayers(widths: readonly number[], seed: number): readonly Layer[] {
  const random = randomOf(seed);
  return widths.slice(1).map((outputs, index) => {
    const inputs = widths[index]!;
    return {
      weights: Float32Array.from(
        { length: inputs * outputs },
        () => Math.sqrt(2 / inputs) * random.gaussian(),
      ),
      bias: Float32Array.from({ length: outputs }, () => 0.1 * random.gaussian()),
    };
  });
}
