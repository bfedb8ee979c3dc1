// From a model, data and attacks to what a report needs.
import { formatBound, type Examinations, type Robustness } from "../../core/index.ts";
import { countOf, pick } from "../batch.ts";
import type { Classifier } from "../classifier.ts";
import { randomOf } from "../random.ts";
import { answersOf } from "./answers.ts";
import { attackOne } from "./attack-one.ts";
import type { AttackRecord, LabelledInputs, PlannedAttack } from "./evaluation.ts";
import type { EvaluationOptions } from "./evaluation-options.ts";
import { probe } from "./probes.ts";
import { digestOf, resultOf, type Known } from "./result.ts";
import { targetsOf } from "./targets.ts";

/** Inputs on which an attack is tried a second time. */
const againInputs = 64;

/** The attack of which a second run with other random numbers tells something. */
function drawn(records: readonly AttackRecord[]): AttackRecord | undefined {
  return records.find(({ plan, upTo }) => {
    const { meta } = plan.attack;
    const { randomStart, restarts } = plan.shown;
    const draws = randomStart === true || (randomStart === undefined && restarts !== undefined);
    return meta.kind === "bounded" && meta.access === "gradient" && draws && upTo > 0;
  });
}

async function runAgain(known: Known): Promise<Known["again"]> {
  const { model, data, clean, records, options } = known;
  const record = drawn(records);
  if (record === undefined) return undefined;
  const { plan, results, targets } = record;
  const items = results.items.subarray(0, againInputs);
  const of = (values: Int32Array): Int32Array => Int32Array.from(items, (item) => values[item]!);
  const few = { inputs: pick(data.inputs, items), labels: of(data.labels) };
  const second = await attackOne(model, plan, {
    data: few,
    clean: { ...clean, classes: of(clean.classes) },
    targets: targets === undefined ? undefined : of(targets),
    random: randomOf(options.seed).fork("again"),
    batch: options.batch,
    maxQueries: options.maxQueries,
    signal: options.signal,
  });
  let differ = 0;
  for (const [at, item] of second.results.items.entries()) {
    const isWrong = second.results.after[at] !== few.labels[item];
    if (isWrong !== (results.after[item] !== few.labels[item])) differ++;
  }
  return { attack: plan.attack.meta.id, inputs: second.results.items.length, differ };
}

function nameOf({ attack, norm, eps }: PlannedAttack): string {
  return `${attack.meta.id} ${formatBound(norm, eps[0])}`.trim();
}

/** Accuracy under corruptions, where it is asked for; undefined where it was stopped in the middle. */
async function corrupted(
  { corruptions, attacks, signal }: EvaluationOptions,
  tell: (step: string, at: number) => (done: number, total: number) => void,
): Promise<Known["corruptions"]> {
  if (corruptions === undefined) return undefined;
  const onShare = tell("corruptions", attacks.length + 1);
  try {
    // In hundredths: what is done is not counted by inputs.
    return await corruptions((share) => onShare(Math.round(100 * share), 100), signal);
  } catch (error) {
    if (signal?.aborted === true) return undefined;
    throw error;
  }
}

/**
 * Attacks a model and says how it held. Rejects where model or data fail; where the signal says stop,
 * gives what is known, with `complete` false.
 */
export async function evaluate(
  model: Classifier,
  data: LabelledInputs,
  options: EvaluationOptions,
): Promise<Robustness> {
  const { attacks, seed, batch, target, signal, onProgress, onPartial } = options;
  const count = countOf(data.inputs);
  const { examinations = [] } = options;
  const afterAttacks = attacks.length + 1 + (options.corruptions === undefined ? 0 : 1);
  const steps = afterAttacks + examinations.length;
  const tell = (step: string, at: number) => (done: number, total: number) =>
    onProgress?.({ step, at, steps, done, total });
  tell("clean answers", 0)(0, count);
  const clean = await answersOf(model, data.inputs, { batch, signal });
  const probes = await probe(model, data, { clean, batch });
  const random = randomOf(seed);
  const targets =
    target === undefined
      ? undefined
      : targetsOf(target, data.labels, {
          clean,
          classes: model.classes,
          random: random.fork("targets"),
        });
  const records: AttackRecord[] = [];
  const known: Known = {
    model,
    data,
    digest: digestOf(data),
    clean,
    probes,
    options,
    records,
    complete: false,
  };
  onPartial?.(resultOf(known));
  const isStopped = (): boolean => signal?.aborted === true;
  for (const [index, plan] of attacks.entries()) {
    if (isStopped()) break;
    const onItems = tell(nameOf(plan), index + 1);
    onItems(0, count);
    const record = await attackOne(model, plan, {
      data,
      clean,
      targets: plan.attack.meta.canTarget ? targets : undefined,
      random: random.fork(plan.attack.meta.id),
      batch,
      maxQueries: options.maxQueries,
      signal,
      onProgress: onItems,
    });
    // Stopped before its first inputs were done: nothing is known of it.
    if (isStopped() && record.upTo === 0) break;
    records.push(record);
    if (index < attacks.length - 1) onPartial?.(resultOf(known));
  }
  const corruptions = isStopped() ? undefined : await corrupted(options, tell);
  const examined: Examinations = {};
  for (const [index, { step, run }] of examinations.entries()) {
    if (isStopped()) break;
    const done = tell(step, afterAttacks + index);
    try {
      const found = await run({
        records,
        clean,
        done: (share) => done(Math.round(100 * share), 100),
        signal,
      });
      Object.assign(examined, found);
    } catch (error) {
      if (!isStopped()) throw error;
    }
    onPartial?.(resultOf({ ...known, corruptions, examinations: { ...examined } }));
  }
  const again = isStopped() ? undefined : await runAgain(known);
  return resultOf({
    ...known,
    corruptions,
    examinations: examined,
    again,
    complete: !isStopped(),
  });
}
