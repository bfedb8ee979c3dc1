// Opens the model that a job names: a file, or one behind an address.
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { fileReason, PaviseError } from "../../core/index.ts";
import type { Classifier } from "../classifier.ts";
import type { DataSet } from "../data/dataset.ts";
import type { Preprocessing } from "../data/schema.ts";
import { openModel } from "../graph/open.ts";
import type { Provider } from "../graph/runtime.ts";
import { openEndpoint } from "../models/endpoint.ts";
import type { EndpointOptions } from "../models/endpoint/schema.ts";
import { readModelFile, type ModelFile } from "../models/open.ts";
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
  readonly file?: ModelFile;
  /** What the command says, and where it says nothing, what stands beside the model. */
  readonly preprocessing: Preprocessing;
  readonly classNames?: readonly string[] | undefined;
  readonly inputShape?: readonly (number | undefined)[] | undefined;
  readonly unusualOperators?: readonly string[];
  readonly notes: readonly string[];
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

/** Reads the model without running it: the axes of its input, what stands beside it, operators to be told of. */
export function targetFacts(job: AttackJob): TargetFacts {
  if (job.model === undefined)
    return { preprocessing: job.preprocessing, classNames: job.classNames, notes: [] };
  const file = readModelFile(job.model);
  const { graph } = file.model;
  const value = graph.inputs.find(({ name }) => name === job.input);
  const named = value?.shape
    ?.slice(1)
    .map((axis) => (typeof axis === "number" && axis > 0 ? axis : undefined));
  const operators = new Set(graph.nodes.map(({ operator }) => operator));
  const found = file.found;
  const notes =
    found === undefined
      ? []
      : [`preprocessing is taken from ${found.from.join(", ")} where nothing else is said`];
  return {
    file,
    preprocessing: { ...found?.preprocessing, ...job.preprocessing },
    classNames: job.classNames ?? found?.classNames,
    inputShape: named ?? file.inputShape,
    unusualOperators: [...operators].filter((operator) => unusual.has(operator)).sort(),
    notes: [...file.notes, ...notes],
  };
}

function channels(values: number | readonly number[] | undefined): readonly number[] | undefined {
  return values === undefined ? undefined : [values].flat();
}

async function openFile(
  file: ModelFile,
  job: AttackJob,
  about: { readonly set: DataSet; readonly facts: TargetFacts },
): Promise<Target> {
  const { set, facts } = about;
  const sha256 = await sha256Of(file.path);
  const mean = channels(facts.preprocessing.mean);
  const std = channels(facts.preprocessing.std);
  const model = await openModel(file.model, {
    name: job.modelName,
    inputShape: set.inputs.shape.slice(1),
    range: set.range,
    preprocessing: { ...(mean !== undefined && { mean }), ...(std !== undefined && { std }) },
    ...(job.input !== undefined && { input: job.input }),
    ...(job.output !== undefined && { output: job.output }),
    ...(job.provider !== undefined && { providers: [job.provider as Provider] }),
    ...(job.threads !== undefined && { threads: job.threads }),
    ...(job.batch !== undefined && { batch: job.batch }),
    ...(facts.classNames !== undefined && { classes: facts.classNames.length }),
  });
  const { info } = model;
  return {
    model,
    batch: info.batch,
    withoutGradient: info.withoutGradient,
    notes: [...facts.notes, ...info.notes],
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
  const { file } = about.facts;
  return file === undefined ? openAddress(job, about.set) : openFile(file, job, about);
}
