export { policyForAzure } from "./role.ts";
export { readAzure, type AzureHooks, type AzureOptions } from "./read.ts";
