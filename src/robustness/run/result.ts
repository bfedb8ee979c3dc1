// From records of attacks to the `robustness` section of a Run.
import { createHash } from "node:crypto";
import type {
  CorruptionOutcome,
  Examinations,
  Robustness,
  RobustnessBar,
  WorstCase,
} from "../../core/index.ts";
import { sizeOf } from "../batch.ts";
import { isDifferentiable, type Classifier } from "../classifier.ts";
import { curvesOf } from "./curves.ts";
import type { AttackRecord, CleanAnswers, LabelledInputs } from "./evaluation.ts";
import type { EvaluationOptions } from "./evaluation-options.ts";
import { examplesOf } from "./examples.ts";
import { outcomeOf, perClassOf, worstOf, type JudgedAttack } from "./judge.ts";
import type { Probes } from "./probes.ts";
import { rateOf } from "./statistics.ts";
import { trustOf } from "./trust.ts";

/** SHA-256 over the values of inputs and labels, hex. */
export function digestOf({ inputs, labels }: LabelledInputs): string {
  const hash = createHash("sha256");
  for (const { buffer, byteOffset, byteLength } of [inputs.data, labels])
    hash.update(new Uint8Array(buffer, byteOffset, byteLength));
  return hash.digest("hex");
}

function outOfRange({ inputs }: LabelledInputs, [least, most]: readonly [number, number]): number {
  const size = sizeOf(inputs.shape.slice(1));
  const slack = (most - least) * 1e-6;
  let count = 0;
  for (let at = 0; at < inputs.data.length; at += size) {
    const row = inputs.data.subarray(at, at + size);
    if (row.some((value) => !(value >= least - slack && value <= most + slack))) count++;
  }
  return count;
}

/** An evaluation under way: what is known already, and how it is told. */
export interface Known {
  readonly model: Classifier;
  readonly data: LabelledInputs;
  readonly digest: string;
  readonly clean: CleanAnswers;
  readonly probes: Probes;
  readonly options: EvaluationOptions;
  readonly records: readonly AttackRecord[];
  readonly again?:
    | { readonly attack: string; readonly inputs: number; readonly differ: number }
    | undefined;
  readonly corruptions?: readonly CorruptionOutcome[] | undefined;
  readonly examinations?: Examinations | undefined;
  readonly complete: boolean;
}

/** Attacks at the first of their bounds, which is the one that a gate is about. */
function judgedFirst(records: readonly AttackRecord[]): readonly JudgedAttack[] {
  const first = new Map<string, JudgedAttack>();
  for (const record of records) {
    const { attack, norm } = record.plan;
    const key = `${attack.meta.id} ${norm}`;
    if (!first.has(key)) first.set(key, { record, eps: record.plan.eps[0] });
  }
  return [...first.values()];
}

function worstCases(
  records: readonly AttackRecord[],
  given: { readonly labels: Int32Array; readonly clean: Int32Array },
): readonly WorstCase[] {
  const groups = new Map<string, { norm?: string; eps?: number; judged: JudgedAttack[] }>();
  for (const record of records)
    for (const eps of record.plan.eps) {
      const { norm } = record.plan;
      const key = `${norm} ${eps}`;
      const group = groups.get(key) ?? {
        ...(norm !== undefined && { norm }),
        ...(eps !== undefined && { eps }),
        judged: [],
      };
      group.judged.push({ record, eps });
      groups.set(key, group);
    }
  return [...groups.values()]
    .filter(({ judged }) => judged.length > 1)
    .map(({ judged, ...bound }) => ({ ...bound, ...worstOf(judged, given).worst }));
}

/** What is known, in numbers. */
export function resultOf(known: Known): Robustness {
  const { model, data, clean, probes, options, records, again, corruptions, complete } = known;
  const { labels } = data;
  const given = { labels, clean: clean.classes };
  const right = labels.filter((label, item) => clean.classes[item] === label).length;
  const cleanRate = rateOf(right, labels.length);
  const outcomes = records.flatMap((record) =>
    record.plan.eps.map((eps) => outcomeOf(record, eps, given)),
  );
  const judged = judgedFirst(records);
  const { worst, lost, upTo } = worstOf(judged, given);
  const { minimum } = options;
  const bounds = new Set(judged.map(({ record, eps }) => JSON.stringify([record.plan.norm, eps])));
  const [only] = bounds.size === 1 ? judged : [];
  const bar: RobustnessBar | undefined =
    minimum === undefined || judged.length === 0
      ? undefined
      : {
          minimum,
          measured: worst.robustAccuracy,
          attacks: worst.attacks,
          ...(only?.record.plan.norm !== undefined && { norm: only.record.plan.norm }),
          ...(only?.eps !== undefined && { eps: only.eps }),
        };
  const { path, sha256, softmaxStripped, provider } = options.model;
  return {
    model: {
      path,
      ...(sha256 !== undefined && { sha256 }),
      inputShape: [...model.inputShape],
      classes: model.classes,
      answers: model.answers,
      gradients: isDifferentiable(model),
      softmaxStripped,
      provider,
    },
    data: {
      path: options.data.path,
      sha256: known.digest,
      count: labels.length,
      of: options.data.of,
      ...(data.classNames !== undefined && { classNames: [...data.classNames] }),
    },
    range: [model.range[0], model.range[1]],
    preprocessing: [...options.data.preprocessing],
    seed: options.seed,
    cleanAccuracy: cleanRate.value,
    cleanInterval: [cleanRate.low, cleanRate.high],
    robust: worst.robustAccuracy,
    attacks: outcomes,
    worst: worstCases(records, given),
    perClass: perClassOf({ ...given, upTo }, lost),
    curves: curvesOf(records, given),
    trust: trustOf({
      labels,
      clean: clean.classes,
      classes: model.classes,
      gradients: isDifferentiable(model),
      answers: model.answers,
      softmaxStripped,
      unusualOperators: options.model.unusualOperators,
      probes,
      outcomes,
      worst: worst.robustAccuracy,
      again,
      outOfRange: outOfRange(data, model.range),
    }),
    examples: examplesOf(
      judged.map(({ record }) => record),
      { data, clean, range: model.range },
    ),
    ...(corruptions !== undefined && { corruptions }),
    ...known.examinations,
    ...(bar !== undefined && { bar }),
    complete,
  };
}
