// From the command line and `pavise.yaml` to what the attacking process is told.
import { existsSync, readFileSync, statSync } from "node:fs";
import { totalmem } from "node:os";
import { dirname, isAbsolute, relative, resolve } from "node:path";
import { fileReason, PaviseError } from "../core/index.ts";
import type { Config } from "../engine/index.ts";
import { preprocessingSchema, type Preprocessing } from "../robustness/data/schema.ts";
import { fractionOf } from "../robustness/run/fraction.ts";
import type { AttackJob, ExaminationRequest } from "../robustness/run/job.ts";
import { numberOf, requestsOf, targetOf, wholeOf } from "./attack-requests.ts";
import { oneOf, type Given } from "./options.ts";

type Section = NonNullable<Config["robustness"]>;

/** What is left to the rest of the machine. */
const memoryShare = 0.8;

function usage(message: string, hint: string): PaviseError {
  return new PaviseError("usage", message, { hint });
}

/** Numbers of an option, by commas. */
function numbersOf(given: Given, name: string): readonly number[] | undefined {
  return given
    .last(name)
    ?.split(",")
    .map((each) => fractionOf(each, `--${name}`));
}

const one = (values: readonly number[] | undefined): number | readonly number[] | undefined =>
  values?.length === 1 ? values[0] : values;

function preprocessingOf(given: Given, section: Section): Preprocessing {
  const orders = ["nchw", "nhwc"] as const;
  const said = {
    scale: given.last("scale") ?? section.scale,
    range: numbersOf(given, "range") ?? section.range,
    mean: one(numbersOf(given, "mean")) ?? section.mean,
    std: one(numbersOf(given, "std")) ?? section.std,
    layout: oneOf(given, "layout", orders) ?? section.layout,
    dataLayout: oneOf(given, "data-layout", orders) ?? section["data-layout"],
    size: one(numbersOf(given, "size")) ?? section.size,
    resize: section.resize,
    interpolation: section.interpolation,
    channels: section.channels,
  };
  const known = Object.entries(said).filter(([, value]) => value !== undefined);
  const read = preprocessingSchema.safeParse(Object.fromEntries(known));
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw usage(
    `--${issue?.path.join(" ") ?? "scale"}: ${issue?.message ?? "cannot be used"}`,
    "A number or a fraction, such as --scale 1/255 --mean 0.485,0.456,0.406 --range 0,1.",
  );
}

function classNamesOf(
  given: Given,
  { section, folder }: { readonly section: Section; readonly folder: string },
): readonly string[] | undefined {
  const named = given.last("classes");
  const stated = section.classes;
  if (named === undefined && Array.isArray(stated)) return stated;
  const file = named ?? (typeof stated === "string" ? resolve(folder, stated) : undefined);
  if (file === undefined) return undefined;
  try {
    const lines = readFileSync(file, "utf8").split(/\r?\n/);
    while (lines.at(-1)?.trim() === "") lines.pop();
    return lines.map((line) => line.trim());
  } catch (error) {
    throw new PaviseError("file-missing", `${file}: ${fileReason(error)}`, {
      hint: "A file with the name of a class on each line, in their order.",
      cause: error,
    });
  }
}

/** A path as the user would write it, from where they are. */
function shown(path: string, cwd: string): string {
  const near = relative(cwd, path);
  return near === "" || near.startsWith("..") || isAbsolute(near) ? path : near;
}

/** The part of the configuration that speaks of this model. */
function sectionFor(
  given: Given,
  {
    operand,
    config,
    cwd,
  }: { readonly operand: string; readonly config: Config; readonly cwd: string },
): Section {
  const section = config.robustness ?? {};
  const home = config.file === undefined ? cwd : dirname(config.file);
  if (statSync(resolve(cwd, operand), { throwIfNoEntry: false })?.isDirectory() === true) {
    // Nor does the file of another folder, unless it was named.
    const isNamed = given.has("config") || section.model === undefined;
    return isNamed || home === resolve(cwd, operand) ? section : {};
  }
  const model = section.model;
  // A file says nothing of other models than its own.
  const isOther = model !== undefined && resolve(home, model) !== resolve(cwd, operand);
  return isOther ? {} : section;
}

function addressOf(endpoint: AttackJob["endpoint"]): string | undefined {
  const url = endpoint?.["url"];
  return typeof url === "string" ? url : undefined;
}

function minimumOf(given: Given, section: Section): number | undefined {
  const minimum = numberOf(given, "min-robust-accuracy") ?? section["min-robust-accuracy"];
  if (minimum === undefined || (minimum >= 0 && minimum <= 1)) return minimum;
  throw usage(`--min-robust-accuracy ${minimum}: not a share`, "From 0 to 1: 0.4 for 40 %.");
}

/** Budgets of queries where none is named. */
const usualBudgets = [100, 500, 1000, 2000];

function budgetsOf(given: Given, section: Section): readonly number[] | undefined {
  const said = given.last("extract-queries");
  if (said !== undefined)
    return said.split(",").map((each) => {
      const budget = fractionOf(each, "--extract-queries");
      if (Number.isInteger(budget) && budget > 0) return budget;
      throw usage(`--extract-queries ${said}: not whole numbers`, "As in 100,1000,10000.");
    });
  if (Array.isArray(section.extract)) return section.extract;
  return given.has("extract") || section.extract === true ? usualBudgets : undefined;
}

/** What is looked at beside attacks. */
function examineOf(
  given: Given,
  section: Section,
  stated: (path: string | undefined) => string | undefined,
): ExaminationRequest {
  const { certify } = section;
  const method = typeof certify === "string" ? certify : certify === true ? "crown" : undefined;
  const members = given.last("members") ?? stated(section.members);
  const memberLabels = given.last("member-labels") ?? stated(section["member-labels"]);
  return {
    certify: given.has("certify") ? (method ?? "crown") : method,
    backdoors: given.has("backdoors") || section.backdoors === true,
    extract: budgetsOf(given, section),
    members: members === undefined ? undefined : { data: members, labels: memberLabels },
  };
}

function memoryOf(given: Given): number {
  const said = wholeOf(given, "memory", 128);
  if (said !== undefined) return said;
  const limit = process.constrainedMemory();
  const bytes = limit > 0 && limit < totalmem() ? limit : totalmem();
  return Math.floor((bytes / 2 ** 20) * memoryShare);
}

/** Reads what is to be attacked, with what, and how. Throws `usage` where something is missing. */
export function jobOf(
  given: Given,
  {
    operand,
    config,
    cwd,
  }: { readonly operand: string; readonly config: Config; readonly cwd: string },
): AttackJob {
  const section = sectionFor(given, { operand, config, cwd });
  const folder = config.file === undefined ? cwd : dirname(config.file);
  const isAddress = /^https?:\/\//i.test(operand);
  const isFolder =
    !isAddress &&
    statSync(resolve(cwd, operand), { throwIfNoEntry: false })?.isDirectory() === true;
  if (!isAddress && !existsSync(resolve(cwd, operand)))
    throw new PaviseError("target-missing", `${operand}: there is no such file or folder`, {
      hint: "Name a model, or a folder with a pavise.yaml that names it.",
    });
  const stated = (path: string | undefined): string | undefined =>
    path === undefined ? undefined : resolve(folder, path);
  // A folder that names none is looked through for its model.
  const own = isFolder && section.endpoint !== undefined ? undefined : resolve(cwd, operand);
  const model = isAddress ? undefined : isFolder ? (stated(section.model) ?? own) : own;
  const endpoint = isAddress
    ? { url: operand, ...section.endpoint }
    : isFolder
      ? section.endpoint
      : undefined;
  const data = given.last("data") ?? stated(section.data);
  if (data === undefined)
    throw usage("no data are named", "Name inputs and their classes: --data x.npy --labels y.npy.");
  const labels = given.last("labels") ?? stated(section.labels);
  const { requests, usual } = requestsOf(given, section);
  const providers = ["cpu", "cuda", "webgpu", "coreml"] as const;
  return {
    model,
    endpoint,
    modelName: model === undefined ? (addressOf(endpoint) ?? operand) : shown(model, cwd),
    dataName: shown(data, cwd),
    data,
    labels,
    preprocessing: preprocessingOf(given, section),
    columns: section.columns,
    classNames: classNamesOf(given, { section, folder }),
    input: given.last("input-name") ?? section.input,
    output: given.last("output-name") ?? section.output,
    provider: oneOf(given, "provider", providers) ?? section.provider,
    threads: wholeOf(given, "threads", 1),
    limit: wholeOf(given, "limit", 1) ?? section.limit,
    requests,
    usual,
    target: targetOf(given, section),
    maxQueries: wholeOf(given, "queries", 1) ?? section.queries,
    seed: wholeOf(given, "seed", 0) ?? section.seed ?? 0,
    batch: wholeOf(given, "batch", 1) ?? section.batch,
    corruptions: given.has("corruptions") || section.corruptions === true,
    examine: examineOf(given, section, stated),
    minimum: minimumOf(given, section),
    memoryMb: memoryOf(given),
  };
}
