// What several attacks want to know first: the clean answers, and which items need no attack.
import { countOf } from "../../batch.ts";
import type { DifferentiableClassifier } from "../../classifier.ts";
import type { Random } from "../../random.ts";
import type { AttackInput, AttackResult } from "../define.ts";
import { gradientMeterOf } from "../meter.ts";
import { everyItem, isFooled, rowOf } from "../success.ts";
import type { Bout } from "./apgd-run.ts";

export interface Clean {
  /** Items that do not fool the model as they are, and may cost queries. */
  readonly items: readonly number[];
  /** Of every item of the batch; zeros where no query is allowed. */
  readonly logits: Float32Array;
  /** Random numbers of each item. */
  readonly randoms: readonly Random[];
}

export function boutOf(model: DifferentiableClassifier, input: AttackInput): Bout {
  return { input, meter: gradientMeterOf(model, input), classes: model.classes };
}

/** Asks for the clean answers: a query for each item. */
export async function cleanOf({ input, meter, classes }: Bout): Promise<Clean> {
  const all = everyItem(countOf(input.inputs));
  const asked = meter.affordable(all);
  const logits = new Float32Array(all.length * classes);
  if (asked.length === all.length) logits.set(await meter.predict(input.inputs, all));
  return {
    logits,
    items: asked.filter((item) => !isFooled(rowOf(logits, item, classes), item, input)),
    randoms: all.map((item) => input.random.fork(input.first + item)),
  };
}

export function resultOf({ input, meter }: Bout, adversarial: Float32Array): AttackResult {
  input.progress?.(1);
  return {
    adversarial: { data: adversarial, shape: input.inputs.shape },
    queries: meter.queries,
    zeroGradients: meter.zeroGradients(),
  };
}

/** The class of this rank of each answer, from 0: that of the greatest logit. */
export function ranked(logits: Float32Array, classes: number, rank: number): Int32Array {
  return Int32Array.from({ length: logits.length / classes }, (_, place) => {
    const row = rowOf(logits, place, classes);
    return [...row.keys()].sort((a, b) => row[b]! - row[a]! || a - b)[rank]!;
  });
}
