export {
  detectionKinds,
  type Detection,
  type DetectionFamily,
  type DetectionKind,
} from "./detection.ts";
export { findCommands, type CommandOptions } from "./commands/index.ts";
export {
  findExfiltration,
  type Exfiltration,
  type ExfiltrationOptions,
} from "./exfiltration/index.ts";
export { findInjection } from "./injection/find.ts";
export { createLeakFinder, type Confidential, type LeakFinder } from "./leak/index.ts";
export { findOffence } from "./offence/index.ts";
export { findPersonal, type PersonalOptions } from "./personal/index.ts";
export { findSecrets, type Secret } from "./secrets/index.ts";
export { findTemplateTokens } from "./template-tokens/index.ts";
export { canonicalise, type Canonical } from "./unicode/index.ts";
export { views, type View } from "./views/index.ts";
