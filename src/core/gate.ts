import type { Coverage, CoverageReason } from "./coverage.ts";
import type { Finding } from "./finding.ts";
import type { Audience, Confidence, Severity } from "./severity.ts";
import { atLeast, confidentAtLeast, isFor } from "./severity.ts";

export type Threshold = Severity | "none";

/** An exception from the general threshold; the first rule that fits a finding decides. */
export interface GateRule {
  /** Check id or code; an alias of another tool is understood too. */
  readonly check?: string;
  /** Tests a path; built from a glob of the configuration. */
  readonly path?: (path: string) => boolean;
  /** Control id, or the beginning of one up to a `:` (`OWASP-LLM04`). */
  readonly control?: string;
  readonly audience?: Audience;
  readonly failOn: Threshold;
}

/**
 * `report`: none. `stopped`: those that Pavise itself had to give up, since a file that can do that
 * may have been made to. `fail`: every one, those with a plain syntax error too.
 */
export const unreadPolicies = ["report", "stopped", "fail"] as const;
export type UnreadPolicy = (typeof unreadPolicies)[number];

const stopped: ReadonlySet<CoverageReason> = new Set<CoverageReason>([
  "timeout",
  "out-of-memory",
  "check-failed",
  "worker-failed",
]);

function isHeldAgainst(entry: Coverage, policy: UnreadPolicy): boolean {
  if (entry.status !== "failed" || policy === "report") return false;
  return policy === "fail" || (entry.reason !== undefined && stopped.has(entry.reason));
}

export interface GatePolicy {
  /** The least severity that fails. */
  readonly failOn: Threshold;
  readonly minConfidence: Confidence;
  /** Findings for a wider audience never fail the gate. */
  readonly audience: Audience;
  readonly rules: readonly GateRule[];
  /** Which assets that could not be read whole fail the gate. */
  readonly unread: UnreadPolicy;
}

export interface GateResult {
  readonly pass: boolean;
  /** One sentence each, for a person. Never empty where `pass` is false. */
  readonly reasons: readonly string[];
  /** Fingerprints of the findings that fail the gate. */
  readonly failing: readonly string[];
}

export const defaultPolicy: GatePolicy = {
  failOn: "high",
  minConfidence: "low",
  audience: "default",
  rules: [],
  unread: "stopped",
};

/** True where `control` is `wanted`, or `wanted` names it without its edition. */
export function controlMatches(control: string, wanted: string): boolean {
  return control === wanted || control.startsWith(`${wanted}:`);
}

/** True where `name` is the id, the code or an alias of the finding's check. */
export function namesCheck(
  finding: Pick<Finding, "check" | "code" | "aliases">,
  name: string,
): boolean {
  return finding.check === name || finding.code === name || finding.aliases.includes(name);
}

function ruleFits(rule: GateRule, finding: Finding): boolean {
  const { check, control } = rule;
  if (check !== undefined && !namesCheck(finding, check)) return false;
  if (rule.path !== undefined && !rule.path(finding.location.path)) return false;
  if (control !== undefined && !finding.controls.some((id) => controlMatches(id, control)))
    return false;
  return rule.audience === undefined || rule.audience === finding.audience;
}

function fails(finding: Finding, policy: GatePolicy): boolean {
  if (!isFor(finding.audience, policy.audience)) return false;
  if (!confidentAtLeast(finding.confidence, policy.minConfidence)) return false;
  const rule = policy.rules.find((candidate) => ruleFits(candidate, finding));
  const threshold = rule?.failOn ?? policy.failOn;
  return threshold !== "none" && atLeast(finding.severity, threshold);
}

/** Decides pass or fail. Pure: the same findings, coverage and policy give the same answer. */
export function judge(input: {
  findings: readonly Finding[];
  coverage: readonly Coverage[];
  policy: GatePolicy;
}): GateResult {
  const { findings, coverage, policy } = input;
  const reasons: string[] = [];
  const failing = findings.filter((finding) => fails(finding, policy));
  if (failing.length > 0) {
    const what = failing.length === 1 ? "1 finding fails" : `${failing.length} findings fail`;
    reasons.push(`${what} the gate (threshold: ${policy.failOn})`);
  }
  const unread = coverage.filter((entry) => isHeldAgainst(entry, policy.unread)).length;
  if (unread > 0) {
    reasons.push(`${unread} ${unread === 1 ? "asset" : "assets"} could not be read whole`);
  }
  return {
    pass: reasons.length === 0,
    reasons,
    failing: failing.map((finding) => finding.fingerprint),
  };
}
