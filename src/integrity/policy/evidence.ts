import { readFileSync, statSync } from "node:fs";
import { basename } from "node:path";
import { atLeast, fileReason, severities } from "../../core/index.ts";
import type { Fact } from "../../checks/provenance/facts.ts";
import { readAttestation, rootIn, type SignedStatement } from "../attest/statement.ts";
import { readTestResult, type KnownTestResult } from "../attest/test-result.ts";
import { readTraining, type KnownTraining } from "../attest/training.ts";
import { isText } from "../trust/glob.ts";
import type { Trust } from "../trust/reading.ts";
import { readSigner } from "../trust/signer.ts";
import { trustIn, type PolicyFile } from "./read.ts";
import type { Rule } from "./schema.ts";

const maxBytes = 64 * 1024 * 1024;

type Require = NonNullable<Rule["require"]>;
type Kind = keyof Require;

/** An attestation whose content is understood. */
interface Known {
  readonly file: string;
  readonly attestation: SignedStatement;
  readonly training?: KnownTraining;
  readonly result?: KnownTestResult;
}

/** What was looked at for a promotion, and what it came to. */
export interface EvidenceReading {
  readonly facts: readonly Fact[];
  /** What holds, as in-toto's verification results name it. */
  readonly properties: readonly string[];
  /** Files that speak for the model. */
  readonly files: readonly string[];
}

function readFiles(files: readonly string[], facts: Fact[]): readonly Known[] {
  return files.flatMap((file) => {
    const path = basename(file);
    let bytes: Buffer;
    try {
      if (statSync(file).size > maxBytes) throw new Error(`it is larger than ${maxBytes} bytes`);
      bytes = readFileSync(file);
    } catch (error) {
      facts.push({ kind: "no-evidence", path, message: fileReason(error) });
      return [];
    }
    const reading = readAttestation(bytes);
    if (!reading.ok) {
      facts.push({ kind: "malformed", path, message: `it is no attestation: ${reading.message}` });
      return [];
    }
    const { attestation } = reading;
    const known = { training: readTraining(attestation), result: readTestResult(attestation) };
    return [{ file, attestation, ...known }];
  });
}

function kindOf({ training, result }: Known): Kind | undefined {
  return training === undefined ? result?.kind : "training";
}

/** Milliseconds of an age: `12h`, `30d`. */
function ageOf(text: string): number {
  const hours = Number(text.slice(0, -1)) * (text.endsWith("d") ? 24 : 1);
  return hours * 3_600_000;
}

/** Why a piece of evidence is too old; a clock that is wrong by a few minutes is forgiven. */
function ageFlaw(
  at: string | undefined,
  { most, now }: { readonly most: string | undefined; readonly now: Date },
): string | undefined {
  if (most === undefined) return undefined;
  const time = Date.parse(at ?? "");
  if (Number.isNaN(time))
    return "it does not say when it was made, and the policy asks for its age";
  const age = now.getTime() - time;
  if (age < -10 * 60_000) return `it is from the future: ${at}`;
  return age <= ageOf(most) ? undefined : `it is of ${at}, older than ${most}`;
}

const names: Readonly<Record<Kind, string>> = {
  training: "a training",
  scan: "a scan",
  robustness: "its robustness",
};

interface Look {
  readonly model: string;
  readonly root: string;
  readonly now: Date;
  readonly policy: PolicyFile;
  readonly trust: readonly Trust[];
}

/** Holds attestations against what a policy asks for; each demand needs one that fulfils it. */
export async function readEvidence(
  rule: Rule,
  given: Look & { readonly files: readonly string[] },
): Promise<EvidenceReading> {
  const facts: Fact[] = [];
  const properties: string[] = [];
  const used: string[] = [];
  const all = readFiles(given.files, facts);
  for (const kind of ["training", "scan", "robustness"] as const) {
    const demand = rule.require?.[kind];
    if (demand === undefined) continue;
    const fitting = all.filter((known) => kindOf(known) === kind);
    const flaws: Fact[] = [];
    let good: Known | undefined;
    for (const known of fitting) {
      const signers = demand["signed-by"];
      const trust = signers === undefined ? given.trust : await trustIn(signers, given.policy);
      const found = await flawsOf(known, {
        kind,
        demand: rule.require!,
        look: { ...given, trust },
      });
      if (found.length === 0) {
        good = known;
        break;
      }
      flaws.push(...found);
    }
    if (good !== undefined) {
      properties.push(`PAVISE_${kind.toUpperCase()}_FULFILLED`);
      used.push(good.file);
    } else if (fitting.length === 0)
      facts.push({
        kind: "no-evidence",
        path: given.model,
        message: `there is no attestation of ${names[kind]}`,
      });
    facts.push(...(good === undefined ? flaws : []));
  }
  return { facts, properties, files: used };
}

/** Why an attestation does not fulfil a demand. */
async function flawsOf(
  { file, attestation, training, result }: Known,
  given: { readonly kind: Kind; readonly demand: Require; readonly look: Look },
): Promise<readonly Fact[]> {
  const { kind, demand, look } = given;
  const path = basename(file);
  const who = await readSigner(attestation.bundle, { trust: look.trust, at: look.now });
  if (!who.ok) return [{ kind: who.kind, path, message: who.message }];
  const root = rootIn(attestation);
  if (root !== look.root)
    return [
      {
        kind: "differs",
        path,
        message: "it is about another model",
        evidence: `attested ${(root ?? "nothing").slice(0, 16)}…, found ${look.root.slice(0, 16)}…`,
        lines: [`attested  sha256:${root ?? "nothing"}`, `found     sha256:${look.root}`],
      },
    ];
  const refuse = (message: string, evidence?: string): Fact => ({
    kind: "refused",
    path,
    message,
    evidence,
  });
  const at = training?.at ?? result?.timeCreated;
  const age = ageFlaw(at, { most: demand[kind]?.["max-age"], now: look.now });
  const flaws = age === undefined ? [] : [refuse(age)];
  if (training !== undefined) flaws.push(...trainingFlaws(training, demand, refuse));
  if (result !== undefined) flaws.push(...resultFlaws(result, demand, refuse));
  return flaws;
}

type Refuse = (message: string, evidence?: string) => Fact;

function trainingFlaws(
  { builder, inputs }: KnownTraining,
  { training }: Require,
  refuse: Refuse,
): readonly Fact[] {
  const wanted = training?.builder;
  const flaws: Fact[] = [];
  if (wanted !== undefined && !isText(builder, wanted))
    flaws.push(refuse("it was trained elsewhere", `expected ${wanted}, found ${builder}`));
  for (const input of training?.inputs ?? [])
    if (!inputs.some((each) => isText(each, input)))
      flaws.push(refuse(`\`${input}\` is not among what it was trained on`));
  return flaws;
}

function resultFlaws(
  result: KnownTestResult,
  { scan, robustness }: Require,
  refuse: Refuse,
): readonly Fact[] {
  if (result.kind === "scan") {
    const below = scan?.below ?? "high";
    const worst = severities.toReversed().find((each) => result.findings[each] > 0);
    const flaws: Fact[] = [];
    if (worst !== undefined && atLeast(worst, below)) {
      const count = result.findings[worst];
      const what = `${count} ${count === 1 ? "finding" : "findings"}`;
      flaws.push(
        refuse(`the scan has ${what} that are ${worst}`, `expected below ${below}, found ${worst}`),
      );
    }
    const unread = result.assets.failed + result.problems;
    if (unread > 0) flaws.push(refuse("the scan could not read everything"));
    if (result.assets.checked === 0) flaws.push(refuse("the scan has looked at nothing"));
    return flaws;
  }
  return Object.entries(robustness?.metrics ?? {}).flatMap(([name, bound]) => {
    const value = Object.hasOwn(result.metrics, name) ? result.metrics[name] : undefined;
    if (value === undefined) return [refuse(`\`${name}\` was not measured`)];
    const { "at-least": least, "at-most": most } = bound;
    if (least !== undefined && value < least)
      return [refuse(`\`${name}\` is too low`, `expected at least ${least}, found ${value}`)];
    if (most !== undefined && value > most)
      return [refuse(`\`${name}\` is too high`, `expected at most ${most}, found ${value}`)];
    return [];
  });
}
