import type { Assessment, AssessmentSummary } from "./assessment.ts";
import type { CheckMeta } from "./check.ts";
import type { Coverage, CoverageSummary } from "./coverage.ts";
import type { Finding, SuppressedFinding } from "./finding.ts";
import type { GateResult } from "./gate.ts";
import type { InventoryEntry } from "./inventory.ts";
import type { Robustness } from "./robustness.ts";
import type { Audience } from "./severity.ts";

/** The version of the `Run` document; raised when a reader of the old one would be misled. */
export const runVersion = 1;

/** What a verification comes to, the first that decides. */
export const outcomes = [
  "verified",
  "tampered",
  "invalid",
  "unsigned",
  "untrusted-signer",
  "expired",
  "missing-evidence",
  "refused",
  "incomplete",
] as const;
export type Outcome = (typeof outcomes)[number];

/** What a verification knows of a model beside its findings. */
export interface Provenance {
  readonly outcome: Outcome;
  readonly method?: "key" | "certificate" | "sigstore";
  /** In one line. */
  readonly signer?: string;
  /** ISO 8601, where somebody vouches for the time. */
  readonly signedAt?: string;
  /** The digest of the whole model (OMS), hex. */
  readonly root?: string;
  /** How its files are hashed. */
  readonly hashType?: string;
  /** Files that were hashed. */
  readonly files: number;
}

/** What a report needs to know of a check that reported something. */
export type RunCheck = Omit<CheckMeta, "examples">;

/**
 * The one result document. Every command writes it; every report, the console and the evidence
 * pack are made from it and nothing else. It is the whole record: findings of every audience are
 * in it, and `audience` says for which reader the gate and the reports were made.
 */
export interface Run {
  readonly version: typeof runVersion;
  readonly tool: { readonly name: "pavise"; readonly version: string };
  readonly command: string;
  /** The scanned roots as the user named them. */
  readonly targets: readonly string[];
  /** ISO 8601, UTC. */
  readonly startedAt: string;
  readonly durationMs: number;
  readonly audience: Audience;
  readonly gate: GateResult;
  readonly findings: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  readonly coverage: { readonly summary: CoverageSummary; readonly assets: readonly Coverage[] };
  /** The checks that have a finding here, suppressed or not. */
  readonly checks: readonly RunCheck[];
  /** Whose model it is and whether it is what was signed, where a command looked at that. */
  readonly provenance?: Provenance;
  /** How the model held under attack, where a command looked at that. */
  readonly robustness?: Robustness;
  /**
   * What the checks of infrastructure say of each resource: those that could not be decided or
   * assessed; with `--include-passed` every answer.
   */
  readonly assessments?: readonly Assessment[];
  /** How many answers there were of each kind, listed or not. */
  readonly assessed?: AssessmentSummary;
  /** The assets of machine learning that infrastructure tells of, where any was read. */
  readonly inventory?: readonly InventoryEntry[];
  /** What went wrong with the run itself; where it is not empty the run is incomplete. */
  readonly problems: readonly string[];
}
