type Json =
  | string
  | number
  | boolean
  | readonly Json[]
  | { readonly [key: string]: Json | undefined };
export type JsonObject = { readonly [key: string]: Json | undefined };

function isEmpty(value: Json | undefined): boolean {
  if (value === undefined || value === "") return true;
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === "object" && Object.keys(value).length === 0;
}

/** Leaves out what says nothing: undefined, empty texts, lists and objects. */
export function compact(object: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(object)
      .map(([key, value]): [string, Json | undefined] => [
        key,
        typeof value === "object" && !Array.isArray(value) ? compact(value as JsonObject) : value,
      ])
      .filter(([, value]) => !isEmpty(value)),
  );
}
