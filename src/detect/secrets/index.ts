export { findSecrets, type SecretOptions } from "./find.ts";
export type { SecretGroup, SecretKind } from "./kind.ts";
export { secretKinds } from "./kinds.ts";
export { isLikelySecret } from "./named.ts";
export { kindOfName } from "./names.ts";
export type { Decoding, Secret } from "./secret.ts";
