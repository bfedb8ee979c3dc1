import {
  fingerprint,
  judge,
  runVersion,
  summarizeCoverage,
  type Coverage,
  type Finding,
  type FindingDetails,
  type Provenance,
  type Run,
  type Span,
  type Threshold,
} from "../core/index.ts";
import type { AnyCheck, CheckOf } from "../checks/define.ts";
import { evidenceMissing } from "../checks/provenance/evidence-missing.ts";
import { evidenceWeak } from "../checks/provenance/evidence-weak.ts";
import { viewFacts, type Fact } from "../checks/provenance/facts.ts";
import { filesUncovered } from "../checks/provenance/files-uncovered.ts";
import { modelDiffersFromRecord } from "../checks/provenance/model-differs-from-record.ts";
import { modelTampered } from "../checks/provenance/model-tampered.ts";
import { modelUnsigned } from "../checks/provenance/model-unsigned.ts";
import { promotionRefused } from "../checks/provenance/promotion-refused.ts";
import { signatureDeparts } from "../checks/provenance/signature-departs.ts";
import { signatureInvalid } from "../checks/provenance/signature-invalid.ts";
import { signerExpired } from "../checks/provenance/signer-expired.ts";
import { signerUntrusted } from "../checks/provenance/signer-untrusted.ts";
import { checksOf, expandFinding } from "../engine/expand.ts";
import { paviseVersion } from "../engine/version.ts";
import type { Signer } from "./trust/reading.ts";
import type { Verification } from "./verify.ts";
import type { VerifiedFile } from "./verify-options.ts";

/** The checks of this part, without the hundreds of others: a verification has to start at once. */
const checks: readonly CheckOf<"provenance">[] = [
  modelTampered,
  signatureInvalid,
  modelUnsigned,
  signerUntrusted,
  signerExpired,
  evidenceMissing,
  evidenceWeak,
  signatureDeparts,
  modelDiffersFromRecord,
  promotionRefused,
  filesUncovered,
] satisfies readonly AnyCheck[];

/** Findings of one check; what is beyond is counted in the last of them. */
const maxFindings = 1_000;

/** What the checks say of facts, in the order of the facts. */
function findingsOf(facts: readonly Fact[]): readonly Finding[] {
  const view = viewFacts(facts);
  const byStart = new Map(view.facts.map((fact) => [fact.where.start, fact]));
  const found: (Finding & { readonly at: number })[] = [];
  for (const [index, { meta, run }] of checks.entries()) {
    let count = 0;
    const ordinals = new Map<string, number>();
    const report = ({ start }: Span, details: FindingDetails = {}): void => {
      if (++count > maxFindings) return;
      const fact = byStart.get(start)!;
      const evidence = fact.evidence ?? fact.message;
      const key = `${fact.path} ${evidence}`;
      const ordinal = ordinals.get(key) ?? 0;
      ordinals.set(key, ordinal + 1);
      const { path } = fact;
      const mark = fingerprint({ check: meta.id, path, evidence, ordinal });
      const snippet = fact.lines && { startLine: 1, lines: fact.lines };
      const raw = {
        check: index,
        location: { path },
        evidence,
        snippet,
        fingerprint: mark,
        details,
      };
      found.push({ ...expandFinding(raw, meta), at: start });
    };
    run(view, report);
    const last = found.at(-1);
    if (count > maxFindings && last !== undefined)
      found[found.length - 1] = {
        ...last,
        message: `${last.message}, and ${count - maxFindings} more of the kind`,
      };
  }
  return found.sort((a, b) => a.at - b.at).map(({ at: _at, ...finding }) => finding);
}

/** Who has signed, in one line. */
export function signerLine(signer: Signer): string {
  if (signer.kind === "key") return `key ${signer.hint.slice(0, 16)}… (${signer.type})`;
  if (signer.kind === "sigstore") return `${signer.identity} (${signer.issuer})`;
  return `certificate of ${signer.subject}, by ${signer.issuer}`;
}

/** What a report says of a verification beside its findings. */
export function provenanceOf(verification: Verification): Provenance {
  const { outcome, signer, signedAt, root, hashType, files } = verification;
  return {
    outcome,
    files: files.length,
    ...(signer === undefined ? {} : { method: signer.kind, signer: signerLine(signer) }),
    ...(signedAt === undefined ? {} : { signedAt }),
    ...(root === undefined ? {} : { root }),
    ...(hashType === undefined ? {} : { hashType }),
  };
}

/** Makes the result document of a command of this part. */
export function runOf(given: {
  readonly command: string;
  readonly targets: readonly string[];
  readonly facts: readonly Fact[];
  readonly problems: readonly string[];
  readonly files: readonly VerifiedFile[];
  readonly provenance?: Provenance;
  readonly failOn?: Threshold;
  readonly startedAt: Date;
}): Run {
  const { command, targets, facts, problems, files, provenance, startedAt } = given;
  const findings = findingsOf(facts);
  const assets = files.map(({ name, size }): Coverage => ({
    path: name,
    kind: "binary",
    size,
    status: "checked",
  }));
  const policy = {
    failOn: given.failOn ?? "high",
    minConfidence: "low",
    audience: "default",
    rules: [],
    unread: "report",
  } as const;
  return {
    version: runVersion,
    tool: { name: "pavise", version: paviseVersion() },
    command,
    targets: [...targets],
    startedAt: startedAt.toISOString(),
    durationMs: Math.max(0, Date.now() - startedAt.getTime()),
    audience: "default",
    gate: judge({ findings, coverage: assets, policy }),
    findings,
    suppressed: [],
    coverage: { summary: summarizeCoverage(assets), assets },
    checks: checksOf(
      findings,
      checks.map(({ meta }) => meta),
    ),
    problems: [...problems],
    ...(provenance === undefined ? {} : { provenance }),
  };
}
