import type { Place, Value } from "../../value.ts";
import { compareTexts } from "./identity.ts";
import { isKnown, list, map, numberText, scalar, textFor } from "./values.ts";

/** A value without places, which is wholly known. */
export type Plain =
  | string
  | number
  | boolean
  | null
  | readonly Plain[]
  | ReadonlyMap<string, Plain>;

/** What a wholly known value comes to. */
export function plainOf(value: Value): Plain {
  if (value.kind === "scalar") return value.value;
  if (value.kind === "list") return value.items.map(plainOf);
  if (value.kind === "map")
    return new Map([...value.entries].map(([name, entry]) => [name, plainOf(entry)]));
  if (value.kind === "json") return jsonTextOf(value.value) ?? null;
  return null;
}

/** A value with a place, of one without. */
export function valueOf(given: Plain, at: Place): Value {
  if (given === null || typeof given !== "object") return scalar(given, at);
  if (given instanceof Map)
    return map(
      new Map(
        [...(given as ReadonlyMap<string, Plain>)].map(([name, entry]) => [
          name,
          valueOf(entry, at),
        ]),
      ),
      at,
    );
  return list(
    (given as readonly Plain[]).map((item) => valueOf(item, at)),
    at,
  );
}

const unsafe: Readonly<Record<string, string>> = {
  "<": "\\u003c",
  ">": "\\u003e",
  "&": "\\u0026",
  "\u2028": "\\u2028",
  "\u2029": "\\u2029",
};

/** JSON as Terraform writes it: keys in order, and safe within HTML. */
export function jsonText(given: Plain): string {
  return writeJson(given).replace(/[<>&\u2028\u2029]/g, (char) => unsafe[char]!);
}

function writeJson(given: Plain): string {
  if (typeof given === "number") return numberText(given);
  if (given === null || typeof given !== "object") return JSON.stringify(given);
  if (given instanceof Map) {
    const entries = given as ReadonlyMap<string, Plain>;
    const names = [...entries.keys()].sort(compareTexts);
    return `{${names.map((name) => `${JSON.stringify(name)}:${writeJson(entries.get(name)!)}`).join()}}`;
  }
  return `[${(given as readonly Plain[]).map(writeJson).join()}]`;
}

/** The text of an argument, also of one that is the JSON of something known. */
export function textArg(value: Value): string | undefined {
  if (value.kind !== "json") return textFor(value);
  return isKnown(value) ? jsonTextOf(value.value) : undefined;
}

/** The JSON of a value that is wholly known; undefined where that is very long. */
export function jsonTextOf(value: Value): string | undefined {
  return isShort(value, { left: maxJsonLength }) ? jsonText(plainOf(value)) : undefined;
}

/** Longest JSON that is written out. */
const maxJsonLength = 1_000_000;

/** Counts before anything is written: what is used many times makes long texts of short ones. */
function isShort(value: Value, room: { left: number }): boolean {
  room.left -=
    4 + (value.kind === "scalar" && typeof value.value === "string" ? value.value.length : 0);
  if (room.left < 0) return false;
  if (value.kind === "list") return value.items.every((item) => isShort(item, room));
  if (value.kind === "json") return isShort(value.value, room);
  if (value.kind !== "map") return true;
  for (const [name, entry] of value.entries) {
    room.left -= name.length;
    if (!isShort(entry, room)) return false;
  }
  return true;
}

/** A plain value as a text; of a collection, none. */
export function plainText(given: Plain | undefined): string {
  if (typeof given === "number") return numberText(given);
  return given === undefined || typeof given === "object" ? "" : String(given);
}
