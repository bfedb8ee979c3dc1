export {
  assessmentOutcomes,
  summarizeAssessments,
  type Assessment,
  type AssessmentOutcome,
  type AssessmentSummary,
} from "./assessment.ts";
export { assetKinds, type Asset, type AssetKind } from "./asset.ts";
export {
  mendTargets,
  type Check,
  type CheckMeta,
  type Example,
  type FileFacts,
  type FindingDetails,
  type MendTarget,
  type Report,
  type Span,
  type StepDetails,
} from "./check.ts";
export {
  coverageReasons,
  summarizeCoverage,
  type Coverage,
  type CoverageReason,
  type CoverageSummary,
} from "./coverage.ts";
export { errorCodes, fileReason, messageOf, PaviseError, type ErrorCode } from "./errors.ts";
export type {
  Finding,
  Paste,
  Snippet,
  Step,
  SuppressedFinding,
  Suppression,
  Thing,
} from "./finding.ts";
export { fingerprint } from "./fingerprint.ts";
export {
  controlMatches,
  defaultPolicy,
  judge,
  namesCheck,
  unreadPolicies,
  type GatePolicy,
  type GateResult,
  type GateRule,
  type Threshold,
  type UnreadPolicy,
} from "./gate.ts";
export { inventoryKinds, type InventoryEntry, type InventoryKind } from "./inventory.ts";
export { defaultLimits, type Limits } from "./limits.ts";
export { formatLocation, type Location } from "./location.ts";
export {
  attackAccesses,
  formatBound,
  type AttackAccess,
  type AttackExample,
  type AttackOutcome,
  type ClassAccuracy,
  type CorruptionOutcome,
  type Distances,
  type Guess,
  type ParameterValue,
  type Rate,
  type Robustness,
  type RobustnessBar,
  type RobustnessCurve,
  type Spread,
  type TrustPoint,
  type WorstCase,
} from "./robustness.ts";
export {
  outcomes,
  runVersion,
  type Outcome,
  type Provenance,
  type Run,
  type RunCheck,
} from "./run.ts";
export {
  atLeast,
  audiences,
  confidences,
  confidentAtLeast,
  isFor,
  severities,
  type Audience,
  type Confidence,
  type Severity,
} from "./severity.ts";
export { indexLines, lineIndexOf, type LineIndex, type Problem } from "./text.ts";
export type {
  BackdoorSearch,
  Certification,
  Examinations,
  Extraction,
  Membership,
} from "./examination.ts";
