import { readdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { PaviseError } from "../../core/index.ts";
import { readPolicy, type PolicyFile } from "../../integrity/policy/read.ts";
import { assertVersion, recordInMlflow } from "../../integrity/mlflow-record.ts";
import { decidePromotion, recordPromotion } from "../../integrity/promote.ts";
import { provenanceOf, runOf } from "../../integrity/run.ts";
import { assertReplaceable } from "../../integrity/sign.ts";
import { againstOf } from "../against.ts";
import { painter } from "../help.ts";
import { hashLine, ignoredPaths, modelOf, signatureFileOf } from "../hashing.ts";
import { interruptible } from "../interrupt.ts";
import { jobsOf } from "../jobs.ts";
import { assertBeside, valuesOf, type Given } from "../options.ts";
import { readOutputs, writeOutputs } from "../outputs.ts";
import { signingOptions } from "../sealing-options.ts";
import { sealOf } from "../sealing.ts";
import type { Stage } from "../stage.ts";
import { evidenceFile } from "./attest.ts";

/** The policy that is named. */
export function policyOf(given: Given): PolicyFile {
  const file = given.last("policy");
  if (file !== undefined) return readPolicy(file);
  throw new PaviseError("usage", "no policy is named", {
    hint: "Name the file that says who may sign and what has to be shown: --policy policy.yaml.",
  });
}

/** What a model is called in a policy. */
export function nameOf(given: Given, model: string): string {
  return given.last("name") ?? basename(resolve(model));
}

/** Evidence that is named, or that lies beside the model. */
function attestationsOf(given: Given, model: string): readonly string[] {
  const named = valuesOf(given, "attestation");
  if (named.length > 0) return named;
  const folder = dirname(resolve(model));
  const prefix = `${basename(resolve(model))}.`;
  const record = basename(evidenceFile(model, "promotion"));
  return readdirSync(folder)
    .filter((name) => name.startsWith(prefix) && name.endsWith(".intoto.json") && name !== record)
    .sort()
    .map((name) => join(folder, name));
}

/** `pavise promote` */
export async function promoteCommand(given: Given, stage: Stage): Promise<number> {
  const startedAt = new Date();
  const outputs = readOutputs(given);
  const model = modelOf(given);
  // What would be signed with counts for nothing where nothing is signed.
  const sealing = [...signingOptions.map(({ name }) => name), "record"];
  assertBeside(given, { options: sealing, needs: ["key", "keyless"] });
  const policy = policyOf(given);
  const seal = given.has("key") || given.has("keyless") ? await sealOf(given) : undefined;
  const record = given.last("record") ?? evidenceFile(model, "promotion");
  if (seal !== undefined) assertReplaceable(record);
  const target = given.last("mlflow");
  if (target !== undefined) assertVersion(target);
  if (target === undefined && given.has("alias"))
    throw new PaviseError("usage", "--alias needs --mlflow", {
      hint: "Say which version gets it: --mlflow models:/NAME/VERSION.",
    });
  const progress = hashLine(stage);
  const { signal, done } = interruptible();
  const promotion = await decidePromotion(model, {
    policy,
    name: nameOf(given, model),
    signatureFile: signatureFileOf(given, model),
    attestations: attestationsOf(given, model),
    against: againstOf(given),
    ignore: ignoredPaths(given),
    jobs: jobsOf(given),
    signal,
    onProgress: progress.show,
  }).finally(() => {
    progress.clear();
    done();
  });
  const { verification, subject } = promotion;
  const { facts, problems, files } = verification;
  const run = runOf({
    command: "promote",
    targets: [model],
    facts,
    problems,
    files,
    provenance: provenanceOf(verification),
    startedAt,
  });
  const printed = outputs.some((output) => output.file === undefined);
  const shown = printed ? outputs : [...outputs, { format: "terminal" as const }];
  await writeOutputs(run, { outputs: shown, stage, quiet: given.has("quiet") });
  for (const problem of problems) stage.note(`warning: ${problem}\n`);
  if (!run.gate.pass || subject === undefined) return problems.length > 0 && run.gate.pass ? 3 : 1;
  const paint = painter(stage.color);
  const recorded = (what: string): void => stage.note(`${paint("green", "✔")} Recorded: ${what}\n`);
  let promotionDigest: string | undefined;
  if (seal !== undefined) {
    const at = startedAt;
    promotionDigest = await recordPromotion(
      { ...promotion, subject },
      { policy, seal, file: record, at },
    );
    recorded(record);
  }
  if (target !== undefined) {
    const place = { target, mlflowUri: given.last("mlflow-uri"), env: process.env };
    const alias = given.last("alias");
    await recordInMlflow(place, { root: subject.root, promotion: promotionDigest, alias });
    recorded(alias === undefined ? target : `${target}, as ${alias}`);
  }
  return 0;
}
