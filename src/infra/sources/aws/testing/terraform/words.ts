// Terraform's words for what AWS's APIs are asked: blocks instead of lists of one, names that begin large.
import {
  isObject,
  listOf,
  objectOf,
  wordIn,
  type Json,
  type JsonObject,
} from "../../../live/json.ts";

/** How the names of an API are written. */
export interface Wording {
  /** Blocks that may be repeated, which the API has as lists. */
  readonly lists?: string;
  /** Maps whose keys are the user's own. */
  readonly own?: string;
  /** Names begin small. */
  readonly isSmall?: boolean;
}

function nameOf(word: string, isSmall: boolean): string {
  const parts = word.split("_").map((part) => part.slice(0, 1).toUpperCase() + part.slice(1));
  const name = parts.join("").replace(/InGb$/, "InGB").replace("ToEfs", "ToEFS");
  return isSmall ? name.slice(0, 1).toLowerCase() + name.slice(1) : name;
}

/** A body or block of Terraform as the API has it. */
export function worded(value: Json | undefined, wording: Wording = {}): Json {
  const lists = new Set((wording.lists ?? "").split(" "));
  const own = new Set((wording.own ?? "").split(" "));
  function word(each: Json | undefined, isList: boolean): Json {
    if (Array.isArray(each)) {
      const items = each as readonly Json[];
      const areBlocks = items.some(isObject);
      return areBlocks && !isList ? word(items[0], false) : items.map((item) => word(item, false));
    }
    if (!isObject(each)) return each ?? null;
    const entries = Object.entries(each).filter(([, item]) => item !== null && item !== undefined);
    return Object.fromEntries(
      entries.map(([key, item]) => [
        nameOf(key, wording.isSmall === true),
        own.has(key) ? item : word(item, lists.has(key)),
      ]),
    );
  }
  return word(value, false);
}

/** The same for a whole body. */
export function asked(body: JsonObject, wording: Wording = {}): JsonObject {
  return objectOf(worded(body, wording));
}

/** The one block of a name; an empty one where there is none. */
export function block(body: JsonObject, name: string): JsonObject {
  return objectOf(listOf(body[name])[0]);
}

/** A text for XML: elements for objects, the same element again for lists. */
export function xml(name: string, value: Json | undefined): string {
  if (value === undefined || value === null) return "";
  if (Array.isArray(value))
    return (value as readonly Json[]).map((item) => xml(name, item)).join("");
  if (isObject(value)) {
    const inner = Object.entries(value).map(([key, item]) => xml(key, item));
    return `<${name}>${inner.join("")}</${name}>`;
  }
  const text = wordIn(value);
  return `<${name}>${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</${name}>`;
}
