export { policyForAzure } from "./role.ts";
export { readAzure } from "./read.ts";
