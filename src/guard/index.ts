export { createGuard, estimateTokens, type GuardLimits, type GuardOptions } from "./guard.ts";
export type {
  Action,
  AnswerContext,
  Edit,
  Guard,
  GuardPolicy,
  GuardResult,
  GuardStream,
  Rule,
  Rules,
  Source,
  StreamState,
  Verdict,
} from "./contract.ts";
export type { Detector, Reading } from "./detectors.ts";
export { applyEdits } from "./edits.ts";
export { openVault, reversibleKinds, type Restoring, type Vault } from "./redaction.ts";
export { openSpotlight, type Spotlight, type SpotlightMethod } from "./spotlight.ts";
export type { Detection, DetectionKind } from "../detect/detection.ts";
