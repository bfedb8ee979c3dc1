/** What APIs answer, and what is made of it. What is undefined is not written. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** An object of it. */
export interface JsonObject {
  readonly [key: string]: Json | undefined;
}

/** True for an object, not for a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** An object, or an empty one. */
export function objectOf(value: Json | undefined): JsonObject {
  return isObject(value) ? value : {};
}

/** A list; one thing alone is none. */
export function listOf(value: Json | undefined): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/** The objects of a list. */
export function objectsOf(value: Json | undefined): readonly JsonObject[] {
  return listOf(value).filter(isObject);
}

/** A text that is not empty. */
export function textIn(value: Json | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** What is written for a plain value; nothing for what is no such. */
export function wordIn(value: Json | undefined): string {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? String(value)
    : "";
}

/** What stands at a path, its keys joined by dots. */
export function at(value: Json | undefined, path: string): Json | undefined {
  let current: Json | undefined = value;
  if (path === "") return current;
  for (const key of path.split(".")) {
    if (!isObject(current)) return undefined;
    current = current[key];
  }
  return current;
}

/** JSON in a text, where it is an object or list; else the text. */
export function parsedJson(value: Json | undefined): Json | undefined {
  if (typeof value !== "string" || !/^\s*[[{]/.test(value.slice(0, 100))) return value;
  return foreignJson(value) ?? value;
}

/**
 * JSON that others have written; undefined where it is none. What they call `$unread` is not ours: it may
 * not pass for something that we were not told.
 */
export function foreignJson(text: string): Json | undefined {
  if (isDeep(text)) return undefined;
  try {
    const value = JSON.parse(text) as Json;
    return text.includes("unread") ? renamed(value) : value;
  } catch {
    return undefined;
  }
}

/** Nesting that no API has; whoever walks it would run out of stack. */
const maxDepth = 150;

/** True for JSON that is nested deeper than so many; linear, and without a stack. */
export function isDeep(text: string, most = maxDepth): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 34) {
      // Over the text; a quote behind an odd number of backslashes does not end it.
      for (at++; at < text.length && text.charCodeAt(at) !== 34; at++)
        if (text.charCodeAt(at) === 92) at++;
    } else if (code === 123 || code === 91) {
      if (++depth > most) return true;
    } else if (code === 125 || code === 93) depth--;
  }
  return false;
}

function renamed(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(renamed);
  if (!isObject(value)) return value;
  const entries = Object.entries(value).map(
    ([key, item]) => [key === "$unread" ? "$$unread" : key, renamed(item ?? null)] as const,
  );
  return Object.fromEntries(entries);
}

/** `{"$unread": "s3:GetBucketPolicy (403 AccessDenied)"}`: what we would have been told, let in. */
export function unreadJson(missing: string): JsonObject {
  return { $unread: missing };
}

/** What was missing, of such a value. */
export function missingOf(value: Json | undefined): string | undefined {
  return isObject(value) ? textIn(value["$unread"]) : undefined;
}

/** A number that is written as text, as XML has it. */
export function numberIn(value: Json | undefined): number | undefined {
  const number = typeof value === "string" && value.trim() !== "" ? Number(value) : value;
  return typeof number === "number" && Number.isFinite(number) ? number : undefined;
}

/**
 * The same with keys that begin large, as CloudFormation has what JSON APIs begin small. Keys of the maps
 * that are named are the user's own words and stay.
 */
export function capitalized(
  value: Json | undefined,
  own: ReadonlySet<string> = new Set(),
): Json | undefined {
  if (Array.isArray(value))
    return (value as readonly Json[]).map((item) => capitalized(item, own) ?? null);
  if (!isObject(value) || missingOf(value) !== undefined) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key.slice(0, 1).toUpperCase() + key.slice(1),
      own.has(key) ? item : capitalized(item, own),
    ]),
  );
}
