import { createHash } from "node:crypto";

/** Depth of JSON that is followed; what is deeper counts as it is spelled. */
const maxDepth = 100;

/** JSON in one spelling: keys sorted, no spaces (RFC 8785, JSON Canonicalization Scheme). */
export function canonicalJson(value: unknown, depth = 0): string {
  if (depth > maxDepth) return JSON.stringify(value) ?? "null";
  if (Array.isArray(value))
    return `[${value.map((each) => canonicalJson(each ?? null, depth + 1)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const members = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each, depth + 1)}`);
  return `{${members.join(",")}}`;
}

export function hashJson(value: unknown): string {
  return `sha256:${createHash("sha256").update(canonicalJson(value)).digest("hex")}`;
}
