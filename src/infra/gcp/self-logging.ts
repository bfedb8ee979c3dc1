import { fail, pass, unknown, type Answer } from "../answer.ts";
import type { Resource } from "../resource.ts";
import type { Facts } from "../type.ts";
import type { bucket } from "../types/gcp/data.ts";
import { wordOf } from "./word.ts";

/** Where a bucket logs its access, it is to another; undefined where it logs nothing. */
export function mustLogElsewhere(
  { logBucket, name }: Facts<typeof bucket.facts>,
  resource: Resource,
): Answer | undefined {
  if (logBucket.kind === "absent") return undefined;
  if (logBucket.kind === "unread")
    return { kind: "not-assessed", at: logBucket.at, missing: logBucket.missing };
  if (logBucket.kind === "set") {
    const { from, cause } = wordOf(logBucket.value);
    if (from === undefined) return unknown(logBucket.at, cause);
    return from.resource === resource.address ? fail(logBucket.at) : pass;
  }
  if (logBucket.kind !== "known") return unknown(logBucket.at, logBucket.cause);
  if (name.kind !== "known") return unknown(name.at, "the name of the bucket is not known");
  return logBucket.value === name.value ? fail(logBucket.at) : pass;
}
