export { policyForAws } from "./policy.ts";
export { readAws } from "./read.ts";
