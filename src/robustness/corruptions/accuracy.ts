// How well a model keeps its answers under every common corruption.
import { countOf } from "../batch.ts";
import type { Classifier } from "../classifier.ts";
import type { AttackInput } from "../attacks/define.ts";
import type { Layout } from "../attacks/images.ts";
import { argmax, rowOf } from "../attacks/success.ts";
import { corruptAll } from "./attacks.ts";
import { corruptionKinds, type CorruptionKind } from "./severities.ts";

/** Shares of right answers, from 0 to 1. */
export interface CorruptionAccuracy {
  readonly clean: number;
  /** The mean over all kinds and severities: the mean corruption accuracy. */
  readonly mean: number;
  readonly kinds: readonly {
    readonly kind: CorruptionKind;
    readonly mean: number;
    /** At severities 1 to 5. */
    readonly accuracies: readonly number[];
  }[];
}

type Input = Pick<AttackInput, "inputs" | "labels" | "random" | "first" | "signal" | "progress">;

/**
 * Asks the model about its inputs as they are and under 15 corruptions × 5 severities: 76 queries for each.
 * The paper's mean corruption error divides by the errors of AlexNet, which mean nothing for other data.
 */
export async function corruptionAccuracy(
  model: Classifier,
  input: Input,
  layout: Layout = "auto",
): Promise<CorruptionAccuracy> {
  const { labels, progress, ...rest } = input;
  const share = async (inputs: AttackInput["inputs"]): Promise<number> => {
    const answers = await model.predict(inputs);
    let right = 0;
    for (let item = 0; item < countOf(inputs); item++) {
      if (argmax(rowOf(answers, item, model.classes)) === labels[item]) right++;
    }
    return right / Math.max(1, countOf(inputs));
  };
  const clean = await share(input.inputs);
  const kinds: CorruptionAccuracy["kinds"][number][] = [];
  for (const kind of corruptionKinds) {
    const accuracies: number[] = [];
    for (let severity = 1; severity <= 5; severity++) {
      const how = { kind, severity, layout, range: model.range };
      accuracies.push(await share(await corruptAll(rest, how)));
      progress?.((kinds.length * 5 + severity) / (5 * corruptionKinds.length));
    }
    kinds.push({ kind, mean: accuracies.reduce((sum, one) => sum + one, 0) / 5, accuracies });
  }
  const mean = kinds.reduce((sum, one) => sum + one.mean, 0) / kinds.length;
  return { clean, mean, kinds };
}
