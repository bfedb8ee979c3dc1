// Opens the model that a job names: a file, or one behind an address.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { dirname, extname } from "node:path";
import { fileReason, PaviseError } from "../../core/index.ts";
import { externalFolder, fileSource } from "../../formats/onnx/read-external.ts";
import { readOnnxModel } from "../../formats/onnx/read.ts";
import type { Classifier } from "../classifier.ts";
import type { DataSet } from "../data/dataset.ts";
import { openModel } from "../graph/open.ts";
import type { Provider } from "../graph/runtime.ts";
import { openEndpoint } from "../models/endpoint.ts";
import type { EndpointOptions } from "../models/endpoint/schema.ts";
import type { ModelFacts } from "./evaluation-options.ts";
import type { AttackJob } from "./job.ts";

/** A model that was opened, and what is known of it. */
export interface Target {
  readonly model: Classifier;
  readonly facts: ModelFacts;
  /** Inputs that it takes best at once. */
  readonly batch?: number | undefined;
  /** Why there are no gradients. */
  readonly withoutGradient?: string | undefined;
  readonly notes: readonly string[];
}

/** What of a model is known before the data are read. */
export interface TargetFacts {
  readonly inputShape?: readonly (number | undefined)[];
  readonly unusualOperators?: readonly string[];
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
export function targetFacts({ model: path, input }: AttackJob): TargetFacts {
  if (path === undefined || extname(path).toLowerCase() !== ".onnx") return {};
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

function channels(values: number | readonly number[] | undefined): readonly number[] | undefined {
  return values === undefined ? undefined : [values].flat();
}

async function openFile(
  path: string,
  job: AttackJob,
  about: { readonly set: DataSet; readonly facts: TargetFacts },
): Promise<Target> {
  const { set, facts } = about;
  const sha256 = await sha256Of(path);
  const mean = channels(job.preprocessing.mean);
  const std = channels(job.preprocessing.std);
  const model = await openModel(path, {
    inputShape: set.inputs.shape.slice(1),
    range: set.range,
    preprocessing: { ...(mean !== undefined && { mean }), ...(std !== undefined && { std }) },
    ...(job.input !== undefined && { input: job.input }),
    ...(job.output !== undefined && { output: job.output }),
    ...(job.provider !== undefined && { providers: [job.provider as Provider] }),
    ...(job.threads !== undefined && { threads: job.threads }),
    ...(job.batch !== undefined && { batch: job.batch }),
    ...(job.classNames !== undefined && { classes: job.classNames.length }),
  });
  const { info } = model;
  return {
    model,
    batch: info.batch,
    withoutGradient: info.withoutGradient,
    notes: info.notes,
    facts: {
      path: job.modelName,
      sha256,
      softmaxStripped: info.stripped !== undefined,
      unusualOperators: facts.unusualOperators,
      get provider() {
        return model.provider ?? "cpu";
      },
    },
  };
}

/** What an address looks like, where nothing is said. */
function protocolOf(url: string): EndpointOptions["protocol"] {
  return /\/v1\/models\//.test(url) ? "tensorflow" : "kserve-v2";
}

async function openAddress(job: AttackJob, set: DataSet): Promise<Target> {
  const { url = "", ...rest } = job.endpoint ?? {};
  const address = String(url);
  const options = {
    protocol: protocolOf(address),
    ...(job.classNames !== undefined && { classNames: [...job.classNames] }),
    ...(job.batch !== undefined && { batch: job.batch }),
    range: [...set.range],
    ...rest,
    url: address,
  } as EndpointOptions;
  const model = await openEndpoint(options, { inputShape: set.inputs.shape.slice(1) });
  return {
    model,
    withoutGradient: "a model behind an address shows no graph",
    notes: [],
    facts: { path: job.modelName, softmaxStripped: false, provider: "http" },
  };
}

/** Opens the model for these data. */
export function openTarget(
  job: AttackJob,
  about: { readonly set: DataSet; readonly facts: TargetFacts },
): Promise<Target> {
  return job.model === undefined ? openAddress(job, about.set) : openFile(job.model, job, about);
}
