export { findSecrets } from "./find.ts";
export type { SecretGroup } from "./kind.ts";
export { secretKinds } from "./kinds.ts";
export { isLikelySecret } from "./named.ts";
export { kindOfName } from "./names.ts";
export type { Secret } from "./secret.ts";
