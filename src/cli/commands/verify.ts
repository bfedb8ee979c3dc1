import { basename, resolve } from "node:path";
import { PaviseError, severities, type Threshold } from "../../core/index.ts";
import { verifyAgainst } from "../../integrity/against/verify.ts";
import { provenanceOf, runOf } from "../../integrity/run.ts";
import { readPublicKey } from "../../integrity/trust/keys.ts";
import type { Trust } from "../../integrity/trust/reading.ts";
import { verifyModel } from "../../integrity/verify.ts";
import { againstOf, recordLine } from "../against.ts";
import { hashLine, ignoredPaths, modelOf, signatureFileOf } from "../hashing.ts";
import { jobsOf } from "../jobs.ts";
import { interruptible } from "../interrupt.ts";
import { assertBeside, oneOf, valuesOf, type Given } from "../options.ts";
import { readOutputs, writeOutputs } from "../outputs.ts";
import type { Stage } from "../stage.ts";

/** Who is trusted to sign, and whether departures are taken. */
interface Trusted {
  readonly trust: readonly Trust[];
  readonly strict: boolean;
}

/** Whom the policy trusts for a model. */
async function trustedBy(file: string, name: string): Promise<Trusted> {
  const { readPolicy, ruleFor, trustIn } = await import("../../integrity/policy/read.ts");
  const policy = readPolicy(file);
  const rule = ruleFor(policy, name);
  return { trust: await trustIn(rule["signed-by"], policy), strict: rule.strict === true };
}

/** Whom the options trust. */
async function trustOf(given: Given): Promise<readonly Trust[]> {
  const trust: Trust[] = valuesOf(given, "key").map((file) => ({
    kind: "key",
    key: readPublicKey(file),
    name: file,
  }));
  const chains = valuesOf(given, "certificate-chain");
  if (chains.length > 0) {
    const { readCertificates } = await import("../../integrity/trust/certificates.ts");
    const roots = chains.flatMap(readCertificates);
    const timestampRoots = valuesOf(given, "timestamp-certificate").flatMap(readCertificates);
    trust.push({ kind: "certificate", roots, timestampRoots });
  }
  const [identities, issuers] = [valuesOf(given, "identity"), valuesOf(given, "issuer")];
  if (identities.length !== issuers.length)
    throw new PaviseError("usage", "--identity and --issuer belong together", {
      hint: "An identity counts for nothing without who vouches for it: https://accounts.google.com, https://token.actions.githubusercontent.com.",
    });
  const trustedRoot = given.last("trusted-root");
  for (const [at, identity] of identities.entries())
    trust.push({ kind: "sigstore", identity, issuer: issuers[at]!, trustedRoot });
  if (trust.length === 0 && !given.has("against"))
    throw new PaviseError("usage", "nobody is trusted", {
      hint: "Say who may have signed: --key FILE, --certificate-chain FILE, --identity WHO --issuer URL, or --policy FILE. Or say what to compare it with: --against RECORD.",
    });
  return trust;
}

/** Fails where an option would count for nothing. */
function assertTold(given: Given): void {
  const who = ["key", "certificate-chain", "identity", "issuer"];
  const others = [...who, "timestamp-certificate", "trusted-root"];
  const other = others.find((name) => given.has(name));
  if (given.has("policy") && other !== undefined)
    throw new PaviseError("usage", `--policy and --${other} exclude each other`, {
      hint: "The policy alone says who is trusted: put it in there, or verify without a policy.",
    });
  assertBeside(given, { options: ["name"], needs: ["policy"] });
  assertBeside(given, { options: ["timestamp-certificate"], needs: ["certificate-chain"] });
  assertBeside(given, { options: ["trusted-root"], needs: ["identity"] });
}

/** `pavise verify` */
export async function verifyCommand(given: Given, stage: Stage): Promise<number> {
  const startedAt = new Date();
  const outputs = readOutputs(given);
  const thresholds: readonly Threshold[] = ["none", ...severities];
  const failOn = oneOf(given, "fail-on", thresholds);
  const model = modelOf(given);
  const signatureFile = signatureFileOf(given, model);
  assertTold(given);
  const policy = given.last("policy");
  const { trust, strict }: Trusted =
    policy === undefined
      ? { trust: await trustOf(given), strict: false }
      : await trustedBy(policy, given.last("name") ?? basename(resolve(model)));
  const progress = hashLine(stage);
  const { signal, done } = interruptible();
  const options = {
    trust,
    strict: strict || given.has("strict"),
    ignore: ignoredPaths(given),
    allowUnsigned: given.has("ignore-unsigned-files"),
    jobs: jobsOf(given),
    signal,
    onProgress: progress.show,
  };
  const against = againstOf(given);
  const records = recordLine(stage);
  const verification = await (
    against === undefined
      ? verifyModel(model, signatureFile, options)
      : verifyAgainst(model, {
          ...options,
          ...against,
          signatureFile,
          onRecord: records.show,
          onProgress: (at) => {
            records.clear();
            progress.show(at);
          },
        })
  ).finally(() => {
    records.clear();
    progress.clear();
    done();
  });
  const { facts, problems, files } = verification;
  const provenance = provenanceOf(verification);
  const run = runOf({
    command: "verify",
    targets: [model],
    facts,
    problems,
    files,
    provenance,
    failOn,
    startedAt,
  });
  const printed = outputs.some((output) => output.file === undefined);
  const shown = printed ? outputs : [...outputs, { format: "terminal" as const }];
  await writeOutputs(run, { outputs: shown, stage, quiet: given.has("quiet") });
  for (const problem of problems) stage.note(`warning: ${problem}\n`);
  if (!run.gate.pass) return 1;
  return problems.length > 0 ? 3 : 0;
}
