// What the tests of black-box attacks share.
import { countOf, sizeOf, type Batch } from "../../batch.ts";
import type { Classifier } from "../../classifier.ts";
import { randomOf } from "../../random.ts";
import { argmax, rowOf } from "../success.ts";

/** Uniform inputs of a seed. */
export function inputsOf(
  shape: readonly number[],
  count: number,
  { seed, within = [0, 1] }: { readonly seed: number; readonly within?: readonly [number, number] },
): Batch {
  const random = randomOf(seed);
  const [least, most] = within;
  return {
    data: Float32Array.from(
      { length: count * sizeOf(shape) },
      () => least + (most - least) * random.uniform(),
    ),
    shape: [count, ...shape],
  };
}

/** The model's own answers. */
export async function labelsOf(model: Classifier, inputs: Batch): Promise<Int32Array> {
  const scores = await model.predict(inputs);
  return Int32Array.from({ length: countOf(inputs) }, (_, item) =>
    argmax(rowOf(scores, item, model.classes)),
  );
}

/** The same model, of which only labels are seen. */
export function labelsOnly(model: Classifier): Classifier {
  return {
    ...model,
    get queries() {
      return model.queries;
    },
    answers: "labels",
    predict: async (inputs) => {
      const labels = await labelsOf(model, inputs);
      const scores = new Float32Array(labels.length * model.classes);
      for (const [item, label] of labels.entries()) scores[item * model.classes + label] = 1;
      return scores;
    },
  };
}
