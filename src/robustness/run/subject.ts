// Opens what is attacked: model and data as a job names them.
import { createHash } from "node:crypto";
import { createReadStream, statSync } from "node:fs";
import { dirname, extname } from "node:path";
import { fileReason, PaviseError } from "../../core/index.ts";
import { externalFolder, fileSource } from "../../formats/onnx/read-external.ts";
import { readOnnxModel } from "../../formats/onnx/read.ts";
import { attacks } from "../attacks/registry.ts";
import { isDifferentiable, type Classifier } from "../classifier.ts";
import { readDataSet } from "../data/read.ts";
import type { DataSet } from "../data/dataset.ts";
import { openModel } from "../graph/open.ts";
import type { Provider } from "../graph/runtime.ts";
import type { LabelledInputs } from "./evaluation.ts";
import type { EvaluationOptions } from "./evaluation-options.ts";
import type { AttackJob, ReadFile } from "./job.ts";
import { assertShared, planOf } from "./plan.ts";
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

async function sha256Of(path: string): Promise<string> {
  const hash = createHash("sha256");
  try {
    for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  } catch (error) {
    throw new PaviseError("file-missing", `${path}: ${fileReason(error)}`, { cause: error });
  }
  return hash.digest("hex");
}

/** Operators by which an answer is drawn, looped for or decided: they may hide gradients. */
const unusual = new Set([
  "Bernoulli",
  "If",
  "Loop",
  "Multinomial",
  "RandomNormal",
  "RandomNormalLike",
  "RandomUniform",
  "RandomUniformLike",
  "Scan",
]);

/** What of a graph matters before it is opened: the axes of its input, and operators to be told of. */
function graphFacts(
  path: string,
  input: string | undefined,
): {
  readonly inputShape?: readonly (number | undefined)[];
  readonly unusualOperators?: readonly string[];
} {
  if (extname(path).toLowerCase() !== ".onnx") return {};
  const { model } = readOnnxModel(fileSource(path), { external: externalFolder(dirname(path)) });
  if (model === undefined) return {};
  const given = new Set(model.graph.initializers.keys());
  const values = model.graph.inputs.filter(({ name }) => !given.has(name));
  const value = values.find(({ name }) => name === input) ?? values[0];
  const axes = value?.shape?.slice(1).map((axis) => (typeof axis === "number" ? axis : undefined));
  const operators = new Set(model.graph.nodes.map(({ operator }) => operator));
  return {
    ...(axes !== undefined && { inputShape: axes }),
    unusualOperators: [...operators].filter((operator) => unusual.has(operator)).sort(),
  };
}

function preprocessingWords({ preprocessing }: AttackJob): readonly string[] {
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
  inputShape: readonly (number | undefined)[] | undefined,
): Promise<DataSet & { readonly labels: Int32Array }> {
  const set = await readDataSet({
    data: job.data,
    preprocessing: job.preprocessing,
    ...(job.labels !== undefined && { labels: job.labels }),
    ...(job.columns !== undefined && { columns: job.columns }),
    ...(inputShape !== undefined && { inputShape }),
    ...(job.classNames !== undefined && { classNames: job.classNames }),
    ...(job.limit !== undefined && { limit: job.limit }),
  });
  const { labels } = set;
  if (labels !== undefined) return { ...set, labels };
  throw new PaviseError("data-invalid", `${job.dataName}: the data have no labels`, {
    hint: "Name them: --labels labels.npy, or `labels` in pavise.yaml.",
  });
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

/** Opens everything. Throws what says what is wrong with model, data or request. */
export async function openSubject(job: AttackJob): Promise<Subject> {
  const path = job.model!;
  const sha256 = await sha256Of(path);
  const facts = graphFacts(path, job.input);
  const set = await readData(job, facts.inputShape);
  const { mean, std } = job.preprocessing;
  const model = await openModel(path, {
    inputShape: set.inputs.shape.slice(1),
    range: set.range,
    preprocessing: {
      ...(mean !== undefined && { mean: [mean].flat() }),
      ...(std !== undefined && { std: [std].flat() }),
    },
    ...(job.input !== undefined && { input: job.input }),
    ...(job.output !== undefined && { output: job.output }),
    ...(job.provider !== undefined && { providers: [job.provider as Provider] }),
    ...(job.threads !== undefined && { threads: job.threads }),
    ...(job.batch !== undefined && { batch: job.batch }),
    ...(job.classNames !== undefined && { classes: job.classNames.length }),
  });
  try {
    checkLabels(set, model.classes);
    const requests = job.requests.length > 0 ? job.requests : usualAttacks(model, job.usual);
    assertShared(requests, attacks);
    const plans = requests.flatMap((request) => planOf(request, { attacks, range: set.range }));
    const blind = plans.find(({ attack }) => attack.meta.access === "gradient");
    if (blind !== undefined && !isDifferentiable(model))
      throw new PaviseError(
        "model-unsupported",
        `${blind.attack.meta.id} needs gradients, and the model has none: ${model.info.withoutGradient ?? "it is no graph"}`,
        { hint: "Attack it as a black box: --attack square, or --attack hop-skip-jump." },
      );
    return {
      model,
      data: {
        inputs: set.inputs,
        labels: set.labels,
        classNames: set.classNames,
        featureNames: set.columns?.map(({ name }) => name),
      },
      options: {
        model: {
          path: job.modelName,
          sha256,
          softmaxStripped: model.info.stripped !== undefined,
          unusualOperators: facts.unusualOperators,
          get provider() {
            return model.provider ?? "cpu";
          },
        },
        data: {
          path: job.dataName,
          of: set.available,
          preprocessing: preprocessingWords(job),
        },
        attacks: plans,
        seed: job.seed,
        batch: job.batch ?? model.info.batch ?? usualBatch,
        target: job.target,
        maxQueries: job.maxQueries,
        minimum: job.minimum,
      },
      files: [fileAt(path, job.modelName), fileAt(job.data, job.dataName)],
      notes: [...set.notes, ...model.info.notes],
    };
  } catch (error) {
    await model.close();
    throw error;
  }
}
