export { loadSnapshot, saveSnapshot } from "../live/snapshot.ts";
export type { Gap, LiveReading, Progress } from "../live/reading.ts";
export { everyOperation, policyForAws } from "./policy.ts";
export { readAws, type AwsHooks, type AwsOptions } from "./read.ts";
