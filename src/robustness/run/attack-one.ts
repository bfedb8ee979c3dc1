// Runs one attack over all inputs that the model gets right, and looks for itself what came of it.
import type { AttackResult } from "../attacks/define.ts";
import { countOf, pick, sizeOf, type Batch } from "../batch.ts";
import type { Classifier } from "../classifier.ts";
import type { Random } from "../random.ts";
import { classOf, confidenceOf } from "./answers.ts";
import type { AttackRecord, CleanAnswers, LabelledInputs, PlannedAttack } from "./evaluation.ts";
import { isWithin } from "./judge.ts";
import { distanceOf } from "./statistics.ts";

/** What one attack is run with. */
export interface AttackSetting {
  readonly data: LabelledInputs;
  readonly clean: CleanAnswers;
  readonly targets?: Int32Array | undefined;
  readonly random: Random;
  /** Inputs at once. */
  readonly batch: number;
  readonly maxQueries?: number | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Inputs done, of those that are attacked. */
  readonly onProgress?: ((done: number, total: number) => void) | undefined;
}

/** Successful inputs that are kept to be shown. */
const mostKept = 12;

function chosen(values: Int32Array, items: Int32Array): Int32Array {
  return Int32Array.from(items, (item) => values[item]!);
}

/** Numbers of the inputs that are classified rightly. */
function rightOf({ labels }: LabelledInputs, { classes }: CleanAnswers): Int32Array {
  const right: number[] = [];
  for (const [item, label] of labels.entries()) if (classes[item] === label) right.push(item);
  return Int32Array.from(right);
}

/** Attacks only what is right from the start: the rest is wrong already. */
export async function attackOne(
  model: Classifier,
  plan: PlannedAttack,
  setting: AttackSetting,
): Promise<AttackRecord> {
  const { data, clean, targets, random, maxQueries, signal } = setting;
  const items = rightOf(data, clean);
  const total = items.length;
  const size = sizeOf(data.inputs.shape.slice(1));
  const results = {
    after: new Int32Array(total),
    confidence: new Float32Array(total),
    linf: new Float64Array(total),
    l2: new Float64Array(total),
    l1: new Float64Array(total),
    l0: new Float64Array(total),
    queries: new Int32Array(total),
  };
  const kept: { item: number; adversarial: Float32Array }[] = [];
  const perLabel = new Map<number, number>();
  const notes = new Set<string>();
  const begin = performance.now();
  const isStopped = (): boolean => signal?.aborted === true;
  let [zeros, zeroCount, done] = [0, 0, 0];
  const step = plan.attack.meta.isUniversal === true ? Math.max(1, total) : setting.batch;

  async function batchFrom(start: number): Promise<void> {
    const part = items.subarray(start, Math.min(total, start + step));
    const inputs = pick(data.inputs, part);
    const result: AttackResult = await plan.attack.run(
      model as never,
      {
        inputs,
        labels: chosen(data.labels, part),
        ...(targets !== undefined && { targets: chosen(targets, part) }),
        random,
        first: start,
        ...(signal !== undefined && { signal }),
        ...(maxQueries !== undefined && { maxQueries }),
        progress: (share) => setting.onProgress?.(start + share * part.length, total),
      },
      plan.parameters as never,
    );
    const { adversarial } = result;
    const scores = await predictAll(model, adversarial, setting.batch);
    for (const [at, item] of part.entries()) {
      const into = start + at;
      const row = scores.subarray(at * model.classes, (at + 1) * model.classes);
      const now = adversarial.data.subarray(at * size, (at + 1) * size);
      const distance = distanceOf(inputs.data.subarray(at * size, (at + 1) * size), now);
      const after = classOf(row);
      results.after[into] = after;
      results.confidence[into] = confidenceOf(row, model.answers);
      for (const norm of ["linf", "l2", "l1", "l0"] as const) results[norm][into] = distance[norm];
      results.queries[into] = result.queries[at]!;
      const label = data.labels[item]!;
      if (after === label || after < 0 || !plan.eps.some((eps) => isWithin(distance, plan, eps)))
        continue;
      const already = perLabel.get(label) ?? 0;
      // Some of every class, so that the report shows more than the first.
      if (kept.length >= mostKept || already >= 2) continue;
      perLabel.set(label, already + 1);
      kept.push({ item, adversarial: now.slice() });
    }
    for (const note of result.notes ?? []) notes.add(note);
    if (result.zeroGradients !== undefined) {
      zeros += result.zeroGradients * part.length;
      zeroCount += part.length;
    }
    done = start + part.length;
    setting.onProgress?.(done, total);
  }

  for (let start = 0; start < total && !isStopped(); start += step) {
    try {
      await batchFrom(start);
    } catch (error) {
      // What was begun when it was stopped is not known; what was done before is.
      if (!isStopped()) throw error;
    }
  }
  const isWhole = done === total;
  const cut = (values: Float64Array): Float64Array => values.subarray(0, done);
  return {
    plan,
    results: {
      items: items.subarray(0, done),
      after: results.after.subarray(0, done),
      confidence: results.confidence.subarray(0, done),
      linf: cut(results.linf),
      l2: cut(results.l2),
      l1: cut(results.l1),
      l0: cut(results.l0),
      queries: results.queries.subarray(0, done),
    },
    upTo: isWhole ? data.labels.length : done === 0 ? 0 : items[done - 1]! + 1,
    targets,
    seconds: (performance.now() - begin) / 1000,
    zeroGradients: zeroCount === 0 ? undefined : zeros / zeroCount,
    notes: [...notes],
    kept,
  };
}

async function predictAll(model: Classifier, inputs: Batch, batch: number): Promise<Float32Array> {
  if (countOf(inputs) <= batch) return model.predict(inputs);
  const size = sizeOf(inputs.shape.slice(1));
  const scores = new Float32Array(countOf(inputs) * model.classes);
  for (let start = 0; start < countOf(inputs); start += batch) {
    const end = Math.min(countOf(inputs), start + batch);
    const part = {
      data: inputs.data.subarray(start * size, end * size),
      shape: [end - start, ...inputs.shape.slice(1)],
    };
    scores.set(await model.predict(part), start * model.classes);
  }
  return scores;
}
