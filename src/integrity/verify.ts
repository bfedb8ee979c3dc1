import { closeSync, openSync, readFileSync, statSync } from "node:fs";
import { fileReason, type Outcome } from "../core/index.ts";
import type { Fact, FactKind } from "../checks/provenance/facts.ts";
import { compareModel } from "./compare.ts";
import { nameBelow } from "./model/list.ts";
import { readBundle } from "./oms/bundle.ts";
import {
  readStatement,
  variants as variantMeanings,
  type SignedModel,
  type Variant,
} from "./oms/statement.ts";
import type { Signer } from "./trust/reading.ts";
import { readSigner } from "./trust/signer.ts";
import type { VerifiedFile, VerifyOptions } from "./verify-options.ts";

/** What is known of a model after a verification. Plain data. */
export interface Verification {
  readonly outcome: Outcome;
  readonly facts: readonly Fact[];
  readonly signer?: Signer;
  /** ISO 8601, where somebody vouches for the time. */
  readonly signedAt?: string;
  /** What was signed, where that is known. */
  readonly signed?: SignedModel;
  /** The digest of the whole, SHA-256 over those of its resources, hex. */
  readonly root?: string;
  readonly variants: readonly Variant[];
  /** What was hashed. */
  readonly files: readonly VerifiedFile[];
  readonly hashType?: string;
  /** What kept a file from being read: the answer is not complete. */
  readonly problems: readonly string[];
}

/** Manifests of two million files fit. */
const maxSignatureBytes = 256 * 1024 * 1024;

const outcomeOf: Readonly<Partial<Record<FactKind, Outcome>>> = {
  malformed: "invalid",
  "bad-signature": "invalid",
  unsigned: "unsigned",
  untrusted: "untrusted-signer",
  expired: "expired",
  changed: "tampered",
  missing: "tampered",
  added: "tampered",
  renamed: "tampered",
  unfit: "tampered",
  differs: "tampered",
  "no-evidence": "missing-evidence",
  refused: "refused",
};

/** What facts come to: the first that decides. */
export function outcomeFor(facts: readonly Fact[], problems: readonly string[]): Outcome {
  for (const { kind } of facts) {
    const outcome = outcomeOf[kind];
    if (outcome !== undefined) return outcome;
  }
  return problems.length > 0 ? "incomplete" : "verified";
}

/** The bytes of a signature file, or what keeps them from being read. */
type SignatureBytes =
  | { readonly kind: "bytes"; readonly bytes: Buffer }
  | { readonly kind: "missing" }
  | { readonly kind: "unreadable"; readonly message: string };

function readSignature(file: string): SignatureBytes {
  let descriptor: number | undefined;
  try {
    const stat = statSync(file, { throwIfNoEntry: false });
    if (stat === undefined) return { kind: "missing" };
    const { size } = stat;
    if (!stat.isFile()) return { kind: "unreadable", message: "it is no file" };
    if (size > maxSignatureBytes)
      return { kind: "unreadable", message: `it is larger than ${maxSignatureBytes} bytes` };
    descriptor = openSync(file, "r");
    return { kind: "bytes", bytes: readFileSync(descriptor) };
  } catch (error) {
    return { kind: "unreadable", message: fileReason(error) };
  } finally {
    if (descriptor !== undefined) closeSync(descriptor);
  }
}

/**
 * Verifies that a model is what somebody who is trusted has signed (OMS 1.0): the signature and its
 * signer first, then what was signed, then every file. Throws `target-missing` where there is no
 * model; whatever else is wrong is a fact.
 */
export async function verifyModel(
  model: string,
  signatureFile: string,
  options: VerifyOptions,
): Promise<Verification> {
  const facts: Fact[] = [];
  const problems: string[] = [];
  const shown = nameBelow(model, signatureFile) ?? signatureFile;
  const end = (more: Partial<Verification> = {}): Verification => ({
    variants: [],
    files: [],
    ...more,
    facts,
    problems,
    outcome: outcomeFor(facts, problems),
  });
  const say = (kind: FactKind, message: string): void =>
    void facts.push({ kind, path: shown, message });

  const file = readSignature(signatureFile);
  if (file.kind === "missing") {
    say("unsigned", "there is no such file");
    return end();
  }
  if (file.kind === "unreadable") {
    problems.push(`${shown}: ${file.message}`);
    return end();
  }
  const reading = readBundle(file.bytes);
  if (!reading.ok) {
    say("malformed", `it is no signature of a model: ${reading.message}`);
    return end();
  }
  const { bundle } = reading;
  const who = await readSigner(bundle, { trust: options.trust, at: options.at ?? new Date() });
  if (!who.ok) {
    say(who.kind, who.message);
    return end();
  }
  const { signer, signedAt } = who;
  const statement = readStatement(bundle.payload);
  if (!statement.ok) {
    say("malformed", statement.message);
    return end({ signer, signedAt });
  }
  const { signed } = statement;
  const isEarly = who.variants.includes("early-encoding");
  if (isEarly && !signed.variants.includes("early-predicate")) {
    say("malformed", "it is signed over an encoding that its predicate does not have");
    return end({ signer, signedAt });
  }
  const compared = await compareModel(model, signed, { ...options, signatureFile });
  const variants = [...who.variants, ...signed.variants, ...compared.variants];
  for (const variant of variants) {
    const kind = options.strict === true ? "malformed" : "departs";
    say(kind, `${variantMeanings[variant]} (${variant})`);
  }
  // One by one: a call takes no hundred thousand arguments.
  for (const fact of compared.facts) facts.push(fact);
  for (const problem of compared.problems) problems.push(problem);
  return end({
    signer,
    signedAt,
    signed,
    root: signed.root,
    variants,
    files: compared.files,
    hashType: signed.serialization.hashType,
  });
}
