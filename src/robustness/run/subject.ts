// Opens what is attacked: model and data as a job names them.
import { statSync } from "node:fs";
import { extname } from "node:path";
import { PaviseError } from "../../core/index.ts";
import { attacks } from "../attacks/registry.ts";
import type { Batch } from "../batch.ts";
import { isDifferentiable, type Classifier } from "../classifier.ts";
import { corruptionAccuracy } from "../corruptions/accuracy.ts";
import { readDataSet } from "../data/read.ts";
import type { DataSet } from "../data/dataset.ts";
import { randomOf } from "../random.ts";
import type { LabelledInputs, PlannedAttack } from "./evaluation.ts";
import type { EvaluationOptions } from "./evaluation-options.ts";
import type { AttackJob, ReadFile } from "./job.ts";
import type { Labelled } from "../membership/infer.ts";
import { examinationsOf } from "./examine.ts";
import { assertShared, planOf } from "./plan.ts";
import { openTarget, targetFacts, type Target, type TargetFacts } from "./target.ts";
import { usualAttacks } from "./usual.ts";

/** A model, data, and what is done with them. */
export interface Subject {
  readonly model: Classifier;
  readonly data: LabelledInputs;
  readonly options: EvaluationOptions;
  readonly files: readonly ReadFile[];
  readonly notes: readonly string[];
}

/** Inputs at once where nothing is said: small enough for progress and memory, large enough for speed. */
const usualBatch = 64;

const kinds: Readonly<Record<string, ReadFile["kind"]>> = {
  ".onnx": "onnx",
  ".h5": "hdf5",
  ".npy": "numpy",
  ".npz": "numpy",
  ".parquet": "parquet",
  ".csv": "text",
  ".txt": "text",
};

function fileAt(path: string, name: string): ReadFile {
  const status = statSync(path.split("!")[0]!, { throwIfNoEntry: false });
  if (status?.isDirectory() === true) return { path: name, kind: "directory", size: 0 };
  const kind = kinds[extname(name.split("!")[0]!).toLowerCase()] ?? "binary";
  return { path: name, kind, size: status?.size ?? 0 };
}

function preprocessingWords({ preprocessing }: TargetFacts): readonly string[] {
  const list = (value: number | readonly number[]): string => [value].flat().join(" ");
  const { scale, mean, std, layout, resize, size, channels } = preprocessing;
  const brief = (value: number): string => {
    const inverse = Math.round(1 / value);
    return value > 0 && value < 1 && Math.abs(1 / value - inverse) < 1e-9
      ? `1/${inverse}`
      : String(value);
  };
  return [
    ...(scale === undefined || scale === 1 ? [] : [`scaled by ${brief(scale)}`]),
    ...(mean === undefined ? [] : [`mean ${list(mean)}`]),
    ...(std === undefined ? [] : [`std ${list(std)}`]),
    ...(layout === undefined ? [] : [layout]),
    ...(resize === undefined ? [] : [`resized to ${resize}`]),
    ...(size === undefined ? [] : [`size ${[size].flat().join("×")}`]),
    ...(channels === undefined ? [] : [channels]),
  ];
}

async function readData(
  job: AttackJob,
  { inputShape, preprocessing, classNames }: TargetFacts,
): Promise<DataSet & { readonly labels: Int32Array }> {
  const set = await readDataSet({
    data: job.data,
    preprocessing,
    ...(job.labels !== undefined && { labels: job.labels }),
    ...(job.columns !== undefined && { columns: job.columns }),
    ...(inputShape !== undefined && { inputShape }),
    ...(classNames !== undefined && { classNames }),
    ...(job.limit !== undefined && { limit: job.limit }),
  });
  const { labels } = set;
  if (labels !== undefined) return { ...set, labels };
  throw new PaviseError("data-invalid", `${job.dataName}: the data have no labels`, {
    hint: "Name them: --labels labels.npy, or `labels` in pavise.yaml.",
  });
}

/** Inputs that the model was trained on, read as the data are. */
async function readMembers(job: AttackJob, facts: TargetFacts): Promise<Labelled | undefined> {
  const { members } = job.examine;
  if (members === undefined) return undefined;
  const { data, labels } = members;
  return readData({ ...job, data, dataName: data, labels }, facts);
}

function checkLabels({ labels }: { readonly labels: Int32Array }, classes: number): void {
  for (const [item, label] of labels.entries())
    if (label < 0 || label >= classes)
      throw new PaviseError(
        "data-invalid",
        `label ${label} of input ${item} is none of the ${classes} classes of the model`,
        { hint: "Labels count from 0. Do the labels belong to this model?" },
      );
}

/** Accuracy under every kind and severity. */
function corruptionsOf(
  model: Classifier,
  { inputs, labels }: { readonly inputs: Batch; readonly labels: Int32Array },
  seed: number,
): EvaluationOptions["corruptions"] {
  return async (onShare, signal) => {
    const random = randomOf(seed).fork("corruptions");
    const { kinds } = await corruptionAccuracy(model, {
      inputs,
      labels,
      random,
      first: 0,
      progress: onShare,
      ...(signal !== undefined && { signal }),
    });
    return kinds.flatMap(({ kind, accuracies }) =>
      accuracies.map((accuracy, at) => ({ kind, severity: at + 1, accuracy })),
    );
  };
}

/** Fails where an attack needs more than the model shows. */
function assertAccess(
  plans: readonly PlannedAttack[],
  { model, withoutGradient = "it shows no graph" }: Target,
): void {
  const blind = plans.find(
    ({ attack: { meta } }) =>
      (meta.access === "gradient" && !isDifferentiable(model)) ||
      (meta.access === "scores" && model.answers === "labels"),
  );
  if (blind === undefined) return;
  const { id, access } = blind.attack.meta;
  if (access === "scores")
    throw new PaviseError(
      "model-unsupported",
      `${id} needs scores, and the model gives classes only`,
      {
        hint: "Attack it by its classes: --attack hop-skip-jump, or --attack boundary.",
      },
    );
  throw new PaviseError(
    "model-unsupported",
    `${id} needs gradients, and the model has none: ${withoutGradient}`,
    { hint: "Attack it as a black box: --attack square, or --attack hop-skip-jump." },
  );
}

/** Opens everything. Throws what says what is wrong with model, data or request. */
export async function openSubject(job: AttackJob): Promise<Subject> {
  const facts = targetFacts(job);
  const set = await readData(job, facts);
  const target = await openTarget(job, { set, facts });
  const { model } = target;
  try {
    checkLabels(set, model.classes);
    const requests = job.requests.length > 0 ? job.requests : usualAttacks(model, job.usual);
    assertShared(requests, attacks);
    const plans = requests.flatMap((request) => planOf(request, { attacks, range: set.range }));
    assertAccess(plans, target);
    const members = await readMembers(job, facts);
    if (members !== undefined) checkLabels(members, model.classes);
    return {
      model,
      data: {
        inputs: set.inputs,
        labels: set.labels,
        classNames: set.classNames,
        featureNames: set.columns?.map(({ name }) => name),
      },
      options: {
        model: target.facts,
        data: {
          path: job.dataName,
          of: set.available,
          preprocessing: preprocessingWords(facts),
        },
        attacks: plans,
        corruptions: job.corruptions ? corruptionsOf(model, set, job.seed) : undefined,
        seed: job.seed,
        batch: job.batch ?? target.batch ?? usualBatch,
        target: job.target,
        maxQueries: job.maxQueries,
        minimum: job.minimum,
        examinations: examinationsOf({
          model,
          data: set,
          plans,
          request: job.examine,
          members,
          seed: job.seed,
        }),
      },
      files: [
        ...(facts.file === undefined ? [] : [fileAt(facts.file.path, job.modelName)]),
        fileAt(job.data, job.dataName),
      ],
      notes: [...set.notes, ...target.notes],
    };
  } catch (error) {
    await model.close();
    throw error;
  }
}
