export { canonicalise, type Canonical } from "./canonicalise.ts";
