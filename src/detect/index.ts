export {
  detectionKinds,
  type Detection,
  type DetectionFamily,
  type DetectionKind,
} from "./detection.ts";
export { findSecrets, type Secret } from "./secrets/index.ts";
export { findTemplateTokens } from "./template-tokens/index.ts";
export { canonicalise, type Canonical } from "./unicode/index.ts";
export { views, type View } from "./views/index.ts";
