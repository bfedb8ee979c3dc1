import { isNull, type Place, type Value } from "../value.ts";

/** Stands in a text for a part that is not known; no AWS name has it. */
export const hole = "\uFFFC";

const maxText = 1_000_000;
const maxDepth = 40;

/** A plain JSON value as a tree whose every part stands where the text stands. */
function fromJson(json: unknown, at: Place, depth = 0): Value {
  if (depth > maxDepth) return { kind: "unknown", cause: "it is nested too deep", at };
  if (typeof json === "string") return { kind: "scalar", value: json, at };
  if (Array.isArray(json))
    return { kind: "list", items: json.map((item) => fromJson(item, at, depth + 1)), at };
  if (json !== null && typeof json === "object") {
    const entries = new Map(
      Object.entries(json).map(([key, item]) => [key, fromJson(item, at, depth + 1)]),
    );
    return { kind: "map", entries, at };
  }
  return { kind: "scalar", value: typeof json === "object" ? null : (json as number), at };
}

/** The text of a value with holes where it is not known. */
export function holed(value: Value): string {
  if (value.kind === "scalar") return value.value === null ? "" : String(value.value);
  if (value.kind !== "template") return hole;
  return value.parts.map((part) => (typeof part === "string" ? part : holed(part))).join("");
}

/**
 * The tree of what is written as JSON, whichever way: as a map, by `jsonencode`, or as a text, also one
 * that is put together. Undefined for a text that is no JSON.
 */
export function treeOf(value: Value): Value | undefined {
  if (value.kind === "json") return treeOf(value.value);
  if (isNull(value) || (value.kind !== "scalar" && value.kind !== "template")) return value;
  const text = holed(value);
  if (text.length > maxText) return undefined;
  try {
    return fromJson(JSON.parse(text), value.at);
  } catch {
    return undefined;
  }
}
