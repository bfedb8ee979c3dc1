// Engines of several batch sizes that act as one, so that the few items that an attack has left cost little.
import { countOf, sizeOf, sliceOf, type Batch } from "../batch.ts";
import type { Loss, LossGradient } from "../classifier.ts";
import type { Engine } from "./engine.ts";

export interface LadderOptions {
  /** Smaller batch sizes, falling; each is made when it is first needed. */
  readonly sizes: readonly number[];
  readonly make: (batch: number) => Promise<Engine>;
}

/** A quarter, a sixteenth and so on down to 1. */
export function fallingSizes(batch: number): readonly number[] {
  const sizes: number[] = [];
  for (let size = batch; size > 1;) {
    size = Math.max(1, Math.floor(size / 4));
    sizes.push(size);
  }
  return sizes;
}

/** The size for what is left: the least that holds all, or the next below where more than half of it would be filling. */
function sizeFor(left: number, sizes: readonly number[]): number {
  const above = sizes.findLast((size) => size >= left) ?? sizes[0]!;
  const below = sizes.find((size) => size < left);
  return below !== undefined && left * 2 <= above ? below : above;
}

function partOf(loss: Loss, count: number, [start, end]: readonly [number, number]): Loss {
  if (loss.kind === "weighted") {
    const width = loss.weights.length / count;
    return { kind: loss.kind, weights: loss.weights.subarray(start * width, end * width) };
  }
  const labels = loss.labels.subarray(start, end);
  return { kind: loss.kind, labels, targets: loss.targets?.subarray(start, end) };
}

/** Puts smaller engines below one. */
export function ladderOf(first: Engine, { sizes, make }: LadderOptions): Engine {
  const all = [first.batch, ...sizes];
  const engines = new Map<number, Promise<Engine>>([[first.batch, Promise.resolve(first)]]);
  const made: Engine[] = [first];

  async function start(size: number): Promise<Engine> {
    const engine = await make(size);
    made.push(engine);
    return engine;
  }

  async function eachPart(
    inputs: Batch,
    use: (engine: Engine, part: Batch, start: number) => Promise<void>,
  ): Promise<void> {
    const count = countOf(inputs);
    for (let at = 0; at < count;) {
      const left = count - at;
      const size = left >= first.batch ? first.batch : sizeFor(left, all);
      const taken = left >= first.batch ? left - (left % first.batch) : Math.min(left, size);
      const engine = engines.get(size) ?? start(size);
      engines.set(size, engine);
      await use(await engine, sliceOf(inputs, at, at + taken), at);
      at += taken;
    }
  }

  async function scores(inputs: Batch): Promise<Float32Array> {
    const parts: Float32Array[] = [];
    await eachPart(inputs, async (engine, part) => {
      parts.push(await engine.scores(part));
    });
    if (parts.length === 1) return parts[0]!;
    const out = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of parts) {
      out.set(part, at);
      at += part.length;
    }
    return out;
  }

  async function gradient(inputs: Batch, loss: Loss): Promise<LossGradient> {
    const count = countOf(inputs);
    const size = sizeOf(inputs.shape.slice(1));
    let whole: LossGradient | undefined;
    await eachPart(inputs, async (engine, part, start) => {
      const end = start + countOf(part);
      if (start === 0 && end === count) {
        whole = await engine.gradient(part, loss);
        return;
      }
      const found = await engine.gradient(part, partOf(loss, count, [start, end]));
      const classes = found.logits.length / (end - start);
      whole ??= {
        loss: new Float32Array(count),
        logits: new Float32Array(count * classes),
        gradient: new Float32Array(count * size),
      };
      whole.loss.set(found.loss, start);
      whole.logits.set(found.logits, start * classes);
      whole.gradient.set(found.gradient, start * size);
    });
    return whole ?? first.gradient(inputs, loss);
  }

  return {
    batch: first.batch,
    scores,
    gradient,
    get provider() {
      return made.map((engine) => engine.provider).find((name) => name !== undefined);
    },
    get broken() {
      return made.reduce((sum, engine) => sum + engine.broken, 0);
    },
    async close() {
      for (const engine of made) await engine.close();
    },
  };
}
