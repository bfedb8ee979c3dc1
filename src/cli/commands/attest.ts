import { createHash } from "node:crypto";
import { basename, dirname, join, resolve } from "node:path";
import { PaviseError, severities, type Run, type Threshold } from "../../core/index.ts";
import {
  ambientBuilder,
  artifactInput,
  codeInput,
  readConfiguration,
  statedInput,
} from "../../integrity/attest/inputs.ts";
import {
  hashedModel,
  writeInToto,
  type ResourceDescriptor,
  type Statement,
} from "../../integrity/attest/statement.ts";
import { assertAbout, attackMetrics } from "../../integrity/attest/attack-run.ts";
import { robustnessStatement, scanStatement } from "../../integrity/attest/test-result.ts";
import { trainingStatement } from "../../integrity/attest/training.ts";
import {
  assertReplaceable,
  digestModel,
  writeWhole,
  type SerializeOptions,
} from "../../integrity/sign.ts";
import { readGiven } from "../../integrity/trust/keys.ts";
import { painter } from "../help.ts";
import { hashLine, modelOf, serializeOptions, signatureFileOf } from "../hashing.ts";
import { interruptible } from "../interrupt.ts";
import { oneOf, valuesOf, type Given } from "../options.ts";
import { sealOf } from "../sealing.ts";
import type { Stage } from "../stage.ts";

const kinds = ["train", "scan", "robustness"] as const;
type Kind = (typeof kinds)[number];

function kindOf(word: string | undefined): Kind {
  const kind = kinds.find((each) => each === word);
  if (kind !== undefined) return kind;
  const message = word === undefined ? "say what to attest" : `${word} cannot be attested`;
  throw new PaviseError("usage", message, {
    hint: `One of: ${kinds.join(", ")}. \`pavise attest scan model/ --key ci.pem\``,
  });
}

/** `NAME=VALUE`, split at the first sign. */
function pairsOf(given: Given, option: string): readonly (readonly [string, string])[] {
  return valuesOf(given, option).map((text) => {
    const at = text.indexOf("=");
    if (at > 0) return [text.slice(0, at), text.slice(at + 1)];
    throw new PaviseError("usage", `--${option} ${text}: not a name with a value`, {
      hint: `Write --${option} NAME=VALUE.`,
    });
  });
}

function timeOf(given: Given, option: string): string | undefined {
  const text = given.last(option);
  if (text === undefined) return undefined;
  const time = new Date(text);
  if (!Number.isNaN(time.getTime())) return time.toISOString();
  throw new PaviseError("usage", `--${option} ${text}: not a time`, {
    hint: "ISO 8601: 2026-11-27T18:00:00Z.",
  });
}

interface Job {
  readonly given: Given;
  readonly model: string;
  readonly options: SerializeOptions & { readonly signatureFile: string };
  readonly stage: Stage;
}

async function train({ given, model, options }: Job): Promise<Statement> {
  const inputs: ResourceDescriptor[] = [];
  for (const path of valuesOf(given, "dataset")) inputs.push(await artifactInput(path, "dataset"));
  for (const path of valuesOf(given, "base-model"))
    inputs.push(await artifactInput(path, "base-model"));
  inputs.push(
    ...valuesOf(given, "input").map(statedInput),
    ...valuesOf(given, "code").map(codeInput),
  );
  const parameters: Record<string, unknown> = Object.fromEntries(pairsOf(given, "parameter"));
  for (const file of valuesOf(given, "config")) {
    const { content, input } = readConfiguration(file);
    parameters["configuration"] = content;
    inputs.push(input);
  }
  const ambient = ambientBuilder();
  const builder = given.last("builder") ?? ambient?.id ?? "urn:pavise:builder:by-hand";
  return trainingStatement(hashedModel(await digestModel(model, options)), {
    builder,
    parameters,
    inputs,
    invocation: ambient?.invocation,
    startedOn: timeOf(given, "started"),
    finishedOn: timeOf(given, "finished") ?? new Date().toISOString(),
  });
}

async function scanned({ given, model, options, stage }: Job): Promise<Statement> {
  const thresholds: readonly Threshold[] = ["none", ...severities];
  const failOn = oneOf(given, "fail-on", thresholds);
  const { scanModel } = await import("../../integrity/attest/scan.ts");
  const { compileCache } = stage;
  const { digested, run } = await scanModel(model, { ...options, failOn, compileCache });
  return scanStatement(hashedModel(digested), run);
}

function numberOf(name: string, value: unknown): number {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  if (typeof number === "number" && Number.isFinite(number)) return number;
  throw new PaviseError("usage", `the metric ${name} is no number`, {
    hint: "--metric pgd-linf-8=0.43, or a report with `metrics`: name to number.",
  });
}

/** A report of a measurement: `{metrics: {name: number}}`, or a Run of `pavise attack`. */
interface Measured {
  readonly metrics: readonly (readonly [string, unknown])[];
  readonly source: ResourceDescriptor;
  readonly run?: Run;
  readonly file: string;
}

/** What the JSON says; null where it is none, which is said with the other ways of being no report. */
function jsonIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString());
  } catch {
    return null;
  }
}

async function reportOf(file: string): Promise<Measured> {
  const bytes = readGiven(file, "the report of the measurement");
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const source = { name: basename(file), digest: { sha256 } };
  const report = jsonIn(bytes) as {
    readonly metrics?: unknown;
    readonly robustness?: unknown;
  } | null;
  if (report?.robustness !== undefined) {
    const { parseRun } = await import("../../report/index.ts");
    const run = await parseRun(bytes.toString());
    return { metrics: attackMetrics(run.robustness!), source, run, file };
  }
  const metrics = report?.metrics;
  if (typeof metrics !== "object" || metrics === null || Array.isArray(metrics))
    throw new PaviseError("usage", `--report ${file}: there are no \`metrics\` in it`, {
      hint: 'JSON is needed: {"metrics": {"pgd-linf-8": 0.43}}, or what `pavise attack --format json` wrote.',
    });
  return { metrics: Object.entries(metrics), source, file };
}

async function robust({ given, model, options }: Job): Promise<Statement> {
  const reports: Measured[] = [];
  for (const file of valuesOf(given, "report")) reports.push(await reportOf(file));
  const all = [...reports.flatMap(({ metrics }) => metrics), ...pairsOf(given, "metric")];
  if (all.length === 0)
    throw new PaviseError("usage", "no metric is given", {
      hint: "--metric pgd-linf-8=0.43, or --report FILE.",
    });
  const metrics = Object.fromEntries(all.map(([name, value]) => [name, numberOf(name, value)]));
  const subject = hashedModel(await digestModel(model, options));
  for (const { run, file } of reports)
    if (run?.robustness !== undefined) assertAbout(run.robustness, subject, file);
  const runs = reports.flatMap(({ run }) => (run === undefined ? [] : [run]));
  return robustnessStatement(subject, {
    metrics,
    configuration: reports.map(({ source }) => source),
    // What was measured then is not measured now.
    at: runs[0]?.startedAt ?? new Date().toISOString(),
    warned: runs.flatMap(({ robustness }) =>
      (robustness?.trust ?? []).filter(({ status }) => status === "warning").map(({ id }) => id),
    ),
    failed: runs.flatMap(({ gate, findings }) =>
      gate.pass ? [] : [...new Set(findings.map(({ code }) => code))],
    ),
  });
}

/** Where evidence about a model is kept: beside it, since what is in it is signed. */
export function evidenceFile(model: string, kind: string): string {
  const name = basename(resolve(model));
  // Of `.` and `..` only the whole path says where "beside" is.
  const folder = basename(model) === name ? dirname(model) : dirname(resolve(model));
  return join(folder, `${name}.${kind}.intoto.json`);
}

/** `pavise attest` */
export async function attestCommand(given: Given, stage: Stage): Promise<number> {
  const [word, ...operands] = given.operands;
  const kind = kindOf(word);
  const model = modelOf({ ...given, operands });
  const file = given.last("output") ?? evidenceFile(model, kind);
  assertReplaceable(file);
  const seal = await sealOf(given);
  const progress = hashLine(stage);
  const { signal, done } = interruptible();
  const signatureFile = signatureFileOf(given, model);
  const options = {
    ...serializeOptions(given),
    signatureFile,
    signal,
    onProgress: progress.show,
  };
  const make = { train, scan: scanned, robustness: robust }[kind];
  const statement = await make({ given, model, options, stage }).finally(() => {
    progress.clear();
    done();
  });
  writeWhole(file, await seal(writeInToto(statement)));
  const paint = painter(stage.color);
  const { result, findings } = statement.predicate;
  const root = statement.subject[0]?.digest?.["sha256"] ?? "";
  const target = given.last("mlflow");
  if (target !== undefined) {
    const { recordInMlflow } = await import("../../integrity/mlflow-record.ts");
    await recordInMlflow(
      { target, mlflowUri: given.last("mlflow-uri"), env: process.env },
      { root },
    );
  }
  const lines = [
    `${paint("green", "✔")} Attested ${kind === "train" ? "the training" : `the ${kind}`}: ${file}`,
    `  ${paint("dim", "digest")}  sha256:${root}`,
  ];
  if (kind === "scan") {
    const counts = Object.entries(findings as Record<string, number>)
      .filter(([, count]) => count > 0)
      .map(([severity, count]) => `${count} ${severity}`);
    const said = counts.length === 0 ? "no findings" : counts.toReversed().join(", ");
    lines.push(`  ${paint("dim", "result")}  ${String(result)}: ${said}`);
  }
  await stage.print(`${lines.join("\n")}\n`);
  return result === "FAILED" ? 1 : 0;
}
