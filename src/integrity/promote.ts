import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { paviseVersion } from "../engine/version.ts";
import type { Fact } from "../checks/provenance/facts.ts";
import { subjectOf, verificationType, writeInToto, type SubjectModel } from "./attest/statement.ts";
import { writeWhole } from "./sign.ts";
import { readEvidence } from "./policy/evidence.ts";
import { ruleFor, trustIn, type PolicyFile } from "./policy/read.ts";
import type { Seal } from "./trust/seal.ts";
import { verifyAgainst, type AgainstOptions } from "./against/verify.ts";
import { outcomeFor, verifyModel, type Verification } from "./verify.ts";
import type { VerifyOptions } from "./verify-options.ts";

/** What a promotion looks at. */
export interface PromoteOptions extends Omit<VerifyOptions, "trust" | "strict" | "allowUnsigned"> {
  readonly policy: PolicyFile;
  /** The model's name, by which its rule is found. */
  readonly name: string;
  readonly signatureFile: string;
  /** Files of attestations. */
  readonly attestations: readonly string[];
  /** Records that have to agree. */
  readonly against?: Pick<AgainstOptions, "records" | "mlflowUri" | "hubEndpoint" | "env">;
}

/** A promotion that was decided on. */
export interface Promotion {
  readonly verification: Verification;
  /** What holds, for the record; empty where it is refused. */
  readonly properties: readonly string[];
  /** What is promoted; undefined where it is refused. */
  readonly subject?: SubjectModel;
}

/**
 * Decides whether a model may be promoted: every file is hashed, whatever was known of it before, its
 * signature and its evidence are held against the policy. Throws `policy-silent`, and what reading
 * the policy throws.
 */
export async function decidePromotion(model: string, options: PromoteOptions): Promise<Promotion> {
  const { policy, name, signatureFile, attestations } = options;
  const rule = ruleFor(policy, name);
  const trust = await trustIn(rule["signed-by"], policy);
  const strict = rule.strict === true;
  const verifying = { ...options, trust, strict };
  const verification =
    options.against === undefined
      ? await verifyModel(model, signatureFile, verifying)
      : await verifyAgainst(model, { ...verifying, ...options.against, signatureFile });
  const facts: Fact[] = [...verification.facts];
  const { signed } = verification;
  if (signed !== undefined && signed.root === undefined)
    facts.push({
      kind: "no-evidence",
      path: name,
      message: "its signature is too old to have a digest of the whole: sign it again",
    });
  // What was signed is what is there; evidence speaks of the digest of that.
  const evidence = await readEvidence(rule, {
    model: name,
    root: signed?.root ?? "",
    now: options.at ?? new Date(),
    policy,
    trust,
    files: attestations,
  });
  facts.push(...evidence.facts);
  const outcome = outcomeFor(facts, verification.problems);
  const decided = { ...verification, facts, outcome };
  if (outcome !== "verified" || signed?.root === undefined)
    return { verification: decided, properties: [] };
  const { root, serialization, resources } = signed;
  const isFile = verification.files.length === 1 && statSync(model).isFile();
  return {
    verification: decided,
    properties: ["PAVISE_SIGNER_TRUSTED", "PAVISE_FILES_UNCHANGED", ...evidence.properties],
    subject: { name, root, isFile, serialization, resources },
  };
}

/**
 * Writes what was decided as a signed verification result (in-toto SVR, version 0.2), and gives the
 * SHA-256 of the file, hex.
 */
export async function recordPromotion(
  promotion: Promotion & { readonly subject: SubjectModel },
  given: {
    readonly policy: PolicyFile;
    readonly seal: Seal;
    readonly file: string;
    readonly at: Date;
  },
): Promise<string> {
  const { policy, seal, file, at } = given;
  const payload = writeInToto({
    subject: subjectOf(promotion.subject),
    predicateType: verificationType,
    predicate: {
      verifier: { id: "urn:pavise:promote", version: { pavise: paviseVersion() } },
      policies: [{ name: "policy", digest: { sha256: policy.digest } }],
      timeCreated: at.toISOString(),
      properties: promotion.properties,
    },
  });
  const bundle = await seal(payload);
  writeWhole(file, bundle);
  return createHash("sha256").update(bundle).digest("hex");
}
