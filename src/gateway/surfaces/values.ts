/** An object of JSON as it came from the wire: any key, any value. */
export type JsonObject = Record<string, unknown>;

/** True for an object that is no list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A string member, or undefined. */
export function textOf(object: JsonObject, key: string): string | undefined {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  return typeof value === "string" ? value : undefined;
}

/** A finite number that is a member, or undefined. */
export function numberOf(object: JsonObject, key: string): number | undefined {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/** An object that is a member, or an empty one. */
export function objectOf(object: JsonObject, key: string): JsonObject {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  return isObject(value) ? value : {};
}

/** The elements of an array that is a member, or none. */
export function listOf(object: JsonObject, key: string): readonly unknown[] {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  return Array.isArray(value) ? value : [];
}

/** `system_instruction` and `systemInstruction` are the same in JSON of protocol buffers. */
export function camel(key: string): string {
  return key.includes("_")
    ? key.replace(/_([a-z0-9])/gu, (_, letter: string) => letter.toUpperCase())
    : key;
}
