// An ONNX model as the classifier that attacks see.
import { PaviseError } from "../../core/errors.ts";
import { countOf, sizeOf, type Batch } from "../batch.ts";
import type { Answers, Classifier, DifferentiableClassifier, Loss } from "../classifier.ts";
import type { Engine } from "./engine.ts";
import type { Scored } from "./head.ts";

/** What a report says of how a model was opened. */
export interface OnnxInfo {
  /** Version of ONNX's operators that the file is written in. */
  readonly opset: number;
  readonly producer: string | undefined;
  /** Items that are run together. */
  readonly batch: number;
  readonly hasHardCodedBatch: boolean;
  /** What was taken off the end, so that gradients do not vanish. */
  readonly stripped: "softmax" | "log-softmax" | "sigmoid" | undefined;
  /** Which operator has no gradient and why; undefined where gradients can be had. */
  readonly withoutGradient: string | undefined;
  readonly notes: readonly string[];
}

/** A model settled for one batch size. */
export interface Plan {
  readonly batch: number;
  readonly scored: Scored;
  readonly opsets: ReadonlyMap<string, number>;
}

/** A classifier that says more of itself. `gradient` is there where `info.withoutGradient` is undefined. */
export interface OnnxClassifier extends Classifier {
  readonly info: OnnxInfo;
  /** Where it runs, such as `cpu` or `cuda`; undefined before anything ran. */
  readonly provider: string | undefined;
  /** Elements of gradients that were no numbers and were taken for 0. */
  readonly brokenGradients: number;
  /** The graph from data to scores for a batch of this size, for what works on graphs itself. */
  readonly plan: (batch: number) => Promise<Plan>;
}

export interface ClassifierOptions {
  readonly name: string;
  readonly inputShape: readonly number[];
  readonly classes: number;
  readonly answers: Answers;
  readonly range: readonly [number, number];
  readonly engine: Engine;
  readonly isDifferentiable: boolean;
  readonly info: OnnxInfo;
  readonly plan: OnnxClassifier["plan"];
}

function wrong(message: string, hint: string): PaviseError {
  return new PaviseError("data-invalid", message, { hint });
}

function checkNumbers(scores: Float32Array, width: number): void {
  const at = scores.findIndex((value) => Number.isNaN(value));
  if (at < 0) return;
  throw new PaviseError(
    "model-unsupported",
    `the model answers input ${Math.floor(at / width)} with what is no number (NaN)`,
    {
      hint: "Check the range, mean and std of the inputs, and that the model's weights are finite.",
    },
  );
}

/** Makes the classifier. */
export function classifierOf(
  options: ClassifierOptions,
): OnnxClassifier | (OnnxClassifier & DifferentiableClassifier) {
  const { name, inputShape, classes, answers, range, engine, info } = options;
  const size = sizeOf(inputShape);
  let queries = 0;

  function check(inputs: Batch): number {
    const count = countOf(inputs);
    const item = inputs.shape.slice(1);
    const fits =
      item.length === inputShape.length &&
      item.every((length, axis) => length === inputShape[axis]);
    if (!fits || inputs.data.length !== count * size)
      throw wrong(
        `inputs of [${inputs.shape.join(", ")}] were given; the model takes [N, ${inputShape.join(", ")}]`,
        "Resize the data, or say how their axes lie with `layout`.",
      );
    return count;
  }

  function checkClasses(numbers: Int32Array, count: number): void {
    if (numbers.length !== count)
      throw wrong(
        `${numbers.length} labels were given for ${count} inputs`,
        "Give one label for each input.",
      );
    const bad = numbers.find((label) => label < 0 || label >= classes);
    if (bad !== undefined)
      throw wrong(
        `there is no class ${bad}: the model has ${classes}, from 0 on`,
        "Check the labels.",
      );
  }

  const base = {
    name,
    inputShape,
    classes,
    answers,
    range,
    info,
    plan: options.plan,
    async predict(inputs: Batch): Promise<Float32Array> {
      const count = check(inputs);
      queries += count;
      const scores = await engine.scores(inputs);
      checkNumbers(scores, count === 0 ? 1 : scores.length / count);
      if (answers !== "labels") return scores;
      const rows = new Float32Array(count * classes);
      for (const [item, label] of scores.entries()) {
        checkClasses(Int32Array.of(label), 1);
        rows[item * classes + label] = 1;
      }
      return rows;
    },
    close: async (): Promise<void> => engine.close(),
  };
  const live = {
    get queries() {
      return queries;
    },
    get provider() {
      return engine.provider;
    },
    get brokenGradients() {
      return engine.broken;
    },
  };
  const whole = <T extends object>(own: T): T & typeof live =>
    Object.defineProperties(own, Object.getOwnPropertyDescriptors(live)) as T & typeof live;
  if (!options.isDifferentiable || answers !== "logits") return whole(base);
  return whole({
    ...base,
    answers,
    async gradient(inputs: Batch, loss: Loss) {
      const count = check(inputs);
      if (loss.kind === "weighted") {
        if (loss.weights.length !== count * classes)
          throw wrong(
            `${loss.weights.length} weights were given for ${count} × ${classes} logits`,
            "Give one for each logit.",
          );
      } else {
        checkClasses(loss.labels, count);
        if (loss.targets !== undefined) checkClasses(loss.targets, count);
      }
      queries += count;
      const found = await engine.gradient(inputs, loss);
      checkNumbers(found.logits, classes);
      return found;
    },
  });
}
