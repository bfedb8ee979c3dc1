// A built model that runs: batches of one size, the last one filled up with copies of its last item.
import { PaviseError } from "../../core/errors.ts";
import { countOf, sizeOf, type Batch } from "../batch.ts";
import type { Loss, LossGradient } from "../classifier.ts";
import { lossInputs, type Built } from "./build.ts";
import { dataInput } from "./front.ts";
import { kindNumber } from "./losses.ts";
import { openSession, type RuntimeOptions, type RuntimeTensor, type Session } from "./runtime.ts";

/** A model for one batch size. Sessions are made when they are first needed. */
export interface Engine {
  readonly batch: number;
  /** N × width. */
  scores(inputs: Batch): Promise<Float32Array>;
  gradient(inputs: Batch, loss: Loss): Promise<LossGradient>;
  /** Where it runs; undefined before anything ran. */
  readonly provider: string | undefined;
  /** Elements of gradients that were no numbers and were taken for 0. */
  readonly broken: number;
  close(): Promise<void>;
}

export interface EngineOptions {
  readonly batch: number;
  /** Columns of the scores. */
  readonly width: number;
  readonly scores: Built;
  readonly gradient: Built | undefined;
  readonly runtime: RuntimeOptions;
}

const single = (data: Float32Array, dims: readonly number[]): RuntimeTensor => ({
  type: "float32",
  dims,
  data,
});

/** The items from `start` on, filled up to the size of a batch. */
function filled({ data, shape }: Batch, start: number, batch: number): RuntimeTensor {
  const size = sizeOf(shape.slice(1));
  const dims = [batch, ...shape.slice(1)];
  const part = data.subarray(start * size, (start + batch) * size);
  if (part.length === batch * size) return single(part, dims);
  const whole = new Float32Array(batch * size);
  whole.set(part);
  for (let at = part.length; at < whole.length; at += size)
    whole.set(part.subarray(part.length - size), at);
  return single(whole, dims);
}

/** One-hot rows of the classes from `start` on. */
function oneHot(labels: Int32Array, start: number, dims: readonly [number, number]): RuntimeTensor {
  const [batch, classes] = dims;
  const data = new Float32Array(batch * classes);
  for (let row = 0; row < batch; row++) data[row * classes + (labels[start + row] ?? 0)] = 1;
  return single(data, dims);
}

function lossFeeds(
  loss: Loss,
  start: number,
  dims: readonly [number, number],
): Record<string, RuntimeTensor> {
  const isWeighted = loss.kind === "weighted";
  const labels = isWeighted ? new Int32Array(0) : loss.labels;
  const targets = isWeighted ? undefined : loss.targets;
  const whole: Batch = {
    data: isWeighted ? loss.weights : new Float32Array(0),
    shape: [0, dims[1]],
  };
  const hot = oneHot(labels, start, dims);
  return {
    [lossInputs.kind]: {
      type: "int64",
      dims: [],
      data: BigInt64Array.of(BigInt(kindNumber(loss.kind))),
    },
    [lossInputs.targeted]: single(Float32Array.of(targets === undefined ? 0 : 1), []),
    [lossInputs.labels]: hot,
    [lossInputs.targets]: targets === undefined ? hot : oneHot(targets, start, dims),
    [lossInputs.weights]: isWeighted
      ? filled(whole, start, dims[0])
      : single(new Float32Array(dims[0] * dims[1]), dims),
  };
}

function floats(found: Readonly<Record<string, RuntimeTensor>>, name: string): Float32Array {
  const data = found[name]?.data;
  if (data instanceof Float32Array) return data;
  if (data instanceof BigInt64Array) return Float32Array.from(data, Number);
  return Float32Array.from((data as Int32Array | undefined) ?? []);
}

/** Makes an engine; nothing is loaded yet. */
export function engineOf(options: EngineOptions): Engine {
  const { batch, width, runtime } = options;
  let scoring: Session | undefined;
  let deriving: Session | undefined;
  let broken = 0;

  async function scores(inputs: Batch): Promise<Float32Array> {
    scoring ??= await openSession(options.scores.model, runtime);
    const count = countOf(inputs);
    const out = new Float32Array(count * width);
    for (let start = 0; start < count; start += batch) {
      const found = await scoring.run({ [dataInput]: filled(inputs, start, batch) });
      const some = floats(found, options.scores.scores);
      out.set(some.subarray(0, (Math.min(count, start + batch) - start) * width), start * width);
    }
    return out;
  }

  async function gradient(inputs: Batch, loss: Loss): Promise<LossGradient> {
    const built = options.gradient;
    if (built === undefined)
      throw new PaviseError("internal", "there is no gradient of this model");
    deriving ??= await openSession(built.model, runtime);
    const count = countOf(inputs);
    const size = sizeOf(inputs.shape.slice(1));
    const all = {
      loss: new Float32Array(count),
      logits: new Float32Array(count * width),
      gradient: new Float32Array(count * size),
    };
    for (let start = 0; start < count; start += batch) {
      const feeds = lossFeeds(loss, start, [batch, width]);
      const found = await deriving.run({ [dataInput]: filled(inputs, start, batch), ...feeds });
      const some = Math.min(count, start + batch) - start;
      const put = (into: Float32Array, name: string | undefined, each: number): void =>
        into.set(floats(found, name!).subarray(0, some * each), start * each);
      put(all.loss, built.loss, 1);
      put(all.logits, built.scores, width);
      put(all.gradient, built.gradient, size);
    }
    // The derivative of a root at 0, say: one such element must not spoil an attack.
    for (let at = 0; at < all.gradient.length; at++)
      if (!Number.isFinite(all.gradient[at]!)) {
        all.gradient[at] = 0;
        broken++;
      }
    return all;
  }

  return {
    batch,
    scores,
    gradient,
    get provider() {
      return deriving?.provider ?? scoring?.provider;
    },
    get broken() {
      return broken;
    },
    async close() {
      await scoring?.release();
      await deriving?.release();
      scoring = undefined;
      deriving = undefined;
    },
  };
}
