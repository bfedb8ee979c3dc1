import { mask } from "../../../detect/redact.ts";
import { findSecrets } from "../../../detect/secrets/find.ts";
import { isObject, type Json, type JsonObject } from "./json.ts";

/** A text with `•••` in the place of each secret that the name before it, or its form, gives away. */
function maskedText(name: string, text: string): string {
  const before = `${name}="`;
  const found = findSecrets(`${before}${text}"`);
  let masked = "";
  let at = 0;
  for (const { value } of found) {
    const start = Math.max(at, value.start - before.length);
    const end = Math.min(text.length, value.end - before.length);
    if (end <= start) continue;
    masked += text.slice(at, start) + mask;
    at = end;
  }
  return masked + text.slice(at);
}

function masked(name: string, value: Json | undefined): Json | undefined {
  if (typeof value === "string") return maskedText(name, value);
  if (Array.isArray(value))
    return (value as readonly Json[]).map((item) => masked(name, item) ?? null);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, masked(key, item)]));
}

/**
 * What an account told without the secrets in it, such as those in the environment of a job: they reach
 * neither a snapshot nor a report. What was there is marked, for the check that asks for it.
 */
export function withoutSecrets(body: JsonObject, text: string): JsonObject {
  return findSecrets(text).length === 0 ? body : (masked("", body) as JsonObject);
}
