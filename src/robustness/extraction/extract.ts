// How well a model can be copied by asking it: a surrogate is trained on its answers, for growing budgets of queries.
import { z } from "zod";
import { argmax, rowOf } from "../attacks/success.ts";
import { countOf, pick, sizeOf, type Batch } from "../batch.ts";
import type { Classifier, DifferentiableClassifier } from "../classifier.ts";
import type { Random } from "../random.ts";
import { oneHot, shuffled, softmax, train } from "../surrogate/train.ts";

/** What an extraction is run with. */
export const extractionParameters = z.strictObject({
  budgets: z
    .array(z.number().int().positive())
    .min(1)
    .default([100, 500, 1000, 2000])
    .describe("queries after which a copy is trained and measured, in any order"),
  strategy: z
    .enum(["random", "jacobian"])
    .default("random")
    .describe(
      "where queries come from: `random` draws from the pool (Knockoff Nets, Orekondy et al. 2019, arXiv:1812.02766); `jacobian` begins with a tenth and moves inputs along the copy's gradients (Papernot et al. 2017, arXiv:1602.02697)",
    ),
  labelsOnly: z
    .boolean()
    .default(false)
    .describe("use the class alone, as of an API that tells no scores (Copycat, arXiv:1806.05476)"),
  hidden: z
    .number()
    .int()
    .min(0)
    .default(128)
    .describe("units of the copy's hidden layer; 0 for none"),
  epochs: z.number().int().positive().default(60).describe("passes over the queries in training"),
  jacobianStep: z
    .number()
    .positive()
    .default(0.1)
    .describe("how far `jacobian` moves an input, as a share of the model's range"),
});
export type ExtractionParameters = z.output<typeof extractionParameters>;

export interface ExtractionInput {
  /** Inputs that the thief has: no labels are needed. */
  readonly pool: Batch;
  /** Inputs on which the copy is compared with the model. They must not be among the pool. */
  readonly test: Batch;
  /** Their true classes, where they are known. */
  readonly labels?: Int32Array;
  readonly random: Random;
  readonly signal?: AbortSignal;
  readonly progress?: (done: number) => void;
}

/** How near a copy came with a budget. */
export interface ExtractionPoint {
  readonly queries: number;
  /** Share of the test inputs on which copy and model agree (fidelity; Jagielski et al. 2020, arXiv:1909.01838). */
  readonly agreement: number;
  /** Share of the test inputs that the copy classifies rightly. */
  readonly accuracy?: number;
}

export interface ExtractionResult {
  /** By rising budget. */
  readonly points: readonly ExtractionPoint[];
  /** Share of the test inputs that the model itself classifies rightly: what a perfect copy would. */
  readonly modelAccuracy?: number;
  /** Agreement of a copy that always says the model's most frequent class: what is no theft yet. */
  readonly chance: number;
  readonly notes: readonly string[];
}

function classesIn(answers: Float32Array, classes: number): Int32Array {
  return Int32Array.from({ length: answers.length / classes }, (_, item) =>
    argmax(rowOf(answers, item, classes)),
  );
}

function shareEqual(left: Int32Array, right: Int32Array): number {
  let equal = 0;
  for (const [item, value] of left.entries()) if (value === right[item]) equal++;
  return left.length === 0 ? 0 : equal / left.length;
}

function shareOfMostFrequent(found: Int32Array, classes: number): number {
  const counts = new Int32Array(classes);
  for (const value of found) counts[value]!++;
  return found.length === 0 ? 0 : Math.max(...counts) / found.length;
}

/** Answers as what a copy is trained on. */
function targetsOf(model: Classifier, answers: Float32Array, labelsOnly: boolean): Float32Array {
  const { classes } = model;
  if (labelsOnly || model.answers === "labels") return oneHot(classesIn(answers, classes), classes);
  if (model.answers === "probabilities") return answers;
  const out = new Float32Array(answers.length);
  for (let item = 0; item < answers.length / classes; item++)
    out.set(softmax(rowOf(answers, item, classes)), item * classes);
  return out;
}

/** What was asked and answered so far. */
interface Asked {
  readonly inputs: Float32Array[];
  readonly targets: Float32Array[];
  count: number;
}

function joined(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const queriesAtOnce = 256;

/**
 * Copies a model by its answers and says how near the copy comes. A small network is trained: a thief with the
 * model's own architecture comes nearer, so that agreement is a lower bound of what can be stolen.
 *
 * @throws the signal's reason, and what the model throws.
 */
export async function extract(
  model: Classifier,
  input: ExtractionInput,
  parameters: ExtractionParameters,
): Promise<ExtractionResult> {
  const { pool, test, labels, random, signal, progress } = input;
  const { strategy, labelsOnly, hidden, epochs } = parameters;
  const { classes, range } = model;
  const shape = pool.shape.slice(1);
  const size = sizeOf(shape);
  const budgets = [...new Set(parameters.budgets)].sort((a, b) => a - b);
  const most = budgets.at(-1)!;
  const notes: string[] = [];

  async function answersTo(batch: Batch): Promise<Float32Array> {
    const parts: Float32Array[] = [];
    for (let start = 0; start < countOf(batch); start += queriesAtOnce) {
      signal?.throwIfAborted();
      const end = Math.min(countOf(batch), start + queriesAtOnce);
      const data = batch.data.subarray(start * size, end * size);
      parts.push((await model.predict({ data, shape: [end - start, ...shape] })).slice());
    }
    return joined(parts);
  }

  const asked: Asked = { inputs: [], targets: [], count: 0 };
  async function ask(batch: Batch): Promise<void> {
    asked.inputs.push(batch.data);
    asked.targets.push(targetsOf(model, await answersTo(batch), labelsOnly));
    asked.count += countOf(batch);
  }

  async function copy(): Promise<DifferentiableClassifier> {
    const inputs = { data: joined(asked.inputs), shape: [asked.count, ...shape] };
    const targets = joined(asked.targets);
    return train({
      inputs,
      targets,
      classes,
      range,
      hidden,
      epochs,
      random: random.fork(`copy ${asked.count}`),
      ...(signal && { signal }),
    });
  }

  /** Inputs moved by a step along the sign of the copy's own gradient at the class that the model gave. */
  async function moved(surrogate: DifferentiableClassifier, count: number): Promise<Batch> {
    const known = { data: joined(asked.inputs), shape: [asked.count, ...shape] };
    const from = random.fork(`moved ${asked.count}`);
    const items = Array.from({ length: count }, () => from.below(asked.count));
    const start = pick(known, items);
    const targets = pick(
      { data: joined(asked.targets), shape: [asked.count, classes] },
      items,
    ).data;
    const found = classesIn(targets, classes);
    const { gradient } = await surrogate.gradient(start, {
      kind: "weighted",
      weights: oneHot(found, classes),
    });
    const step = parameters.jacobianStep * (range[1] - range[0]);
    // Half of the moves go the other way, so that the copy learns both sides of each boundary.
    const data = start.data.map((value, at) => {
      const way = Math.floor(at / size) % 2 === 0 ? step : -step;
      return Math.min(range[1], Math.max(range[0], value + way * Math.sign(gradient[at]!)));
    });
    return { data, shape: start.shape };
  }

  const order = shuffled(countOf(pool), random.fork("pool"));
  let drawn = 0;
  async function askFromPool(count: number): Promise<void> {
    const items = order.subarray(drawn, drawn + count);
    drawn += items.length;
    if (items.length > 0) await ask(pick(pool, items));
  }

  const answers = await answersTo(test);
  const truth = classesIn(answers, classes);
  const points: ExtractionPoint[] = [];
  let surrogate: DifferentiableClassifier | undefined;
  for (const budget of budgets) {
    if (strategy === "jacobian") {
      if (asked.count === 0) await askFromPool(Math.min(budget, Math.ceil(most / 10)));
      while (asked.count < budget) {
        surrogate ??= await copy();
        await ask(await moved(surrogate, Math.min(asked.count, budget - asked.count)));
        surrogate = undefined;
      }
    } else await askFromPool(budget - asked.count);
    surrogate = await copy();
    const found = classesIn(await surrogate.predict(test), classes);
    points.push({
      queries: asked.count,
      agreement: shareEqual(found, truth),
      ...(labels && { accuracy: shareEqual(found, labels) }),
    });
    progress?.(asked.count / most);
    if (asked.count < budget) {
      notes.push(`the pool has ${countOf(pool)} inputs, so that budgets beyond were not tried`);
      break;
    }
  }
  return {
    points,
    ...(labels && { modelAccuracy: shareEqual(truth, labels) }),
    chance: shareOfMostFrequent(truth, classes),
    notes,
  };
}
