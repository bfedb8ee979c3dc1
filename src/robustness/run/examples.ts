// Which adversarial inputs a report shows, and how.
import type { AttackExample } from "../../core/index.ts";
import { sizeOf } from "../batch.ts";
import type { AttackRecord, CleanAnswers, LabelledInputs } from "./evaluation.ts";
import { layoutOf, picturesOf } from "./pictures.ts";
import { distanceOf } from "./statistics.ts";

/** Shown in all. */
const most = 12;
/** Features of a row that are named; those that changed most. */
const mostFeatures = 8;

interface Shown {
  readonly data: LabelledInputs;
  readonly clean: CleanAnswers;
  readonly range: readonly [number, number];
}

function known(confidence: number | undefined): { readonly confidence?: number } {
  return confidence === undefined || Number.isNaN(confidence) ? {} : { confidence };
}

function featuresOf(
  { before, after }: { readonly before: Float32Array; readonly after: Float32Array },
  names: readonly string[] | undefined,
): AttackExample["features"] {
  return Array.from(before.keys())
    .filter((at) => before[at] !== after[at])
    .sort((a, b) => Math.abs(after[b]! - before[b]!) - Math.abs(after[a]! - before[a]!))
    .slice(0, mostFeatures)
    .map((at) => ({
      name: names?.[at] ?? `feature ${at}`,
      before: before[at]!,
      after: after[at]!,
    }));
}

function exampleOf(
  record: AttackRecord,
  { item, adversarial }: AttackRecord["kept"][number],
  { data, clean, range }: Shown,
): AttackExample {
  const { plan, results } = record;
  const shape = data.inputs.shape.slice(1);
  const size = sizeOf(shape);
  const before = data.inputs.data.subarray(item * size, (item + 1) * size);
  const { linf, l2, l0 } = distanceOf(before, adversarial);
  const at = results.items.indexOf(item);
  const pictures = picturesOf({ before, after: adversarial }, { shape, range });
  const eps = plan.eps[0];
  return {
    index: item,
    attack: plan.attack.meta.id,
    ...(plan.norm !== undefined && { norm: plan.norm }),
    ...(eps !== undefined && { eps }),
    label: data.labels[item]!,
    before: { label: clean.classes[item]!, ...known(clean.confidence[item]) },
    after: { label: results.after[at]!, ...known(results.confidence[at]) },
    distance: { linf, l2, l0 },
    ...(pictures !== undefined && { pictures }),
    ...(layoutOf(shape) === undefined && {
      features: featuresOf({ before, after: adversarial }, data.featureNames),
    }),
  };
}

/** Some successful inputs of every attack in turn, each input once. */
export function examplesOf(
  records: readonly AttackRecord[],
  shown: Shown,
): readonly AttackExample[] {
  const examples: AttackExample[] = [];
  const seen = new Set<number>();
  const queues = records.map(({ kept }) => [...kept]);
  while (examples.length < most && queues.some((queue) => queue.length > 0)) {
    for (const [index, queue] of queues.entries()) {
      const next = queue.find(({ item }) => !seen.has(item)) ?? queue[0];
      if (next === undefined || examples.length >= most) continue;
      queue.splice(queue.indexOf(next), 1);
      seen.add(next.item);
      examples.push(exampleOf(records[index]!, next, shown));
    }
  }
  return examples;
}
