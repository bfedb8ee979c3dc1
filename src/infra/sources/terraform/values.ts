import type {
  Encoded,
  List,
  MapValue,
  Place,
  Reference,
  Scalar,
  Template,
  Unknown,
  Value,
} from "../../value.ts";
import { compareTexts, unique } from "./identity.ts";

/** A list that is known to be a set: its elements have no numbers. */
export interface SetList extends List {
  readonly isSet: true;
}

/** The map of a block: what it does not say may still be computed. */
export interface BlockMap extends MapValue {
  readonly isBlock: true;
}

/** What comes of an expression that is wrong, and that `try` goes past. */
export interface Failure extends Unknown {
  readonly failed: true;
}

/** A plain value. */
export function scalar(value: Scalar["value"], at: Place): Scalar {
  return { kind: "scalar", value, at };
}

/** A value that cannot be told. */
export function unknown(cause: string, at: Place): Unknown {
  return { kind: "unknown", cause, at };
}

/** A value that no expression that is right comes to. */
export function failure(cause: string, at: Place): Failure {
  return { kind: "unknown", cause, at, failed: true };
}

/** True for what is wrong, not just unknown. */
export function isFailure(value: Value): value is Failure {
  return value.kind === "unknown" && "failed" in value;
}

/** A list of values. */
export function list(items: readonly Value[], at: Place, open?: string): List | Unknown {
  return bounded<List>(
    open === undefined ? { kind: "list", items, at } : { kind: "list", items, at, open },
  );
}

/** A set of values: each once, texts in order. */
export function setOf(items: readonly Value[], at: Place, open?: string): SetList | Unknown {
  const kept = unique(items);
  const isText = kept.every((item) => item.kind === "scalar" && typeof item.value === "string");
  const isNumber = kept.every((item) => item.kind === "scalar" && typeof item.value === "number");
  if (isText) kept.sort((a, b) => compareTexts(textFor(a) ?? "", textFor(b) ?? ""));
  if (isNumber && !isText) kept.sort((a, b) => Number(textFor(a)) - Number(textFor(b)));
  const made = list(kept, at, open);
  return made.kind === "list" ? { ...made, isSet: true } : made;
}

/** True for a set. */
export function isSet(value: Value): value is SetList {
  return value.kind === "list" && "isSet" in value;
}

/** A map of values. */
export function map(
  entries: ReadonlyMap<string, Value>,
  at: Place,
  open?: string,
): MapValue | Unknown {
  return bounded<MapValue>(
    open === undefined ? { kind: "map", entries, at } : { kind: "map", entries, at, open },
  );
}

/** A number as Terraform writes it: never with an exponent. */
export function numberText(value: number): string {
  const text = String(value);
  if (!text.includes("e")) return text;
  if (Number.isInteger(value)) return BigInt(value).toString();
  const digits = value.toFixed(20);
  return digits.replace(/0+$/, "").replace(/\.$/, "");
}

/** The text that a plain value comes to; undefined for null and for what is not plain. */
export function textFor(value: Value): string | undefined {
  if (value.kind !== "scalar" || value.value === null) return undefined;
  return typeof value.value === "number" ? numberText(value.value) : String(value.value);
}

/**
 * How large a value is, kept with it as it is made: sharing makes huge values out of short texts.
 * One number, since there are very many of them: size * 64 + depth, negative where not all is known.
 */
const extent = Symbol("extent");

interface Extended {
  readonly [extent]?: number;
}

const maxCountedSize = 2 ** 40;

function extentOf(value: Value): number {
  if (value.kind === "scalar") return 65;
  if (value.kind === "unknown" || value.kind === "reference" || value.kind === "unread") return -65;
  const before = (value as Extended)[extent];
  if (before !== undefined) return before;
  let size = 1;
  let depth = 0;
  let known = value.kind !== "choice" && value.kind !== "template";
  if ((value.kind === "list" || value.kind === "map") && value.open !== undefined) known = false;
  for (const inner of innerValues(value)) {
    const each = extentOf(inner);
    if (each < 0) known = false;
    const amount = Math.abs(each);
    size += Math.floor(amount / 64);
    depth = Math.max(depth, amount % 64);
  }
  const amount = Math.min(size, maxCountedSize) * 64 + Math.min(depth + 1, maxValueDepth + 1);
  return known ? amount : -amount;
}

function innerValues(value: Value): Iterable<Value> {
  if (value.kind === "list") return value.items;
  if (value.kind === "map") return value.entries.values();
  if (value.kind === "choice") return value.options;
  if (value.kind === "json") return [value.value];
  if (value.kind === "template") return value.parts.filter((part) => typeof part !== "string");
  return [];
}

/** Deepest nesting of a value. */
const maxValueDepth = 60;

/** Keeps a value that is not nested too deep. */
function bounded<T extends Value>(value: T): T | Unknown {
  const amount = extentOf(value);
  if (Math.abs(amount) % 64 > maxValueDepth)
    return unknown(`it is nested deeper than ${maxValueDepth} levels`, value.at);
  (value as { [extent]?: number })[extent] = amount;
  return value;
}

/** True where nothing in the value has to be found out. */
export function isKnown(value: Value): boolean {
  return extentOf(value) > 0;
}

/** How many values a value is made of. */
export function sizeOf(value: Value): number {
  return Math.floor(Math.abs(extentOf(value)) / 64);
}

/** Why a value cannot be told, in words that end a sentence. */
export function causeOf(value: Value): string {
  switch (value.kind) {
    case "unknown":
    case "choice":
      return value.cause;
    case "unread":
      return value.missing;
    case "reference":
      return value.resource.split(".").includes("data")
        ? `${referenceText(value)} is known only live`
        : `${referenceText(value)} is known only when it exists`;
    case "template":
      return causeOfAny(value.parts.filter((part) => typeof part !== "string"));
    case "json":
      return causeOf(value.value);
    case "list":
      return value.open ?? causeOfAny(value.items);
    case "map":
      return value.open ?? causeOfAny([...value.entries.values()]);
    default:
      return "it is not of the kind that is wanted";
  }
}

function causeOfAny(values: readonly Value[]): string {
  const found = values.find((value) => !isKnown(value));
  return found === undefined ? "it is not of the kind that is wanted" : causeOf(found);
}

/** A reference as Terraform writes it. */
export function referenceText({ resource, attribute }: Reference): string {
  return [resource, ...attribute].join(".");
}

/** One of several values; one alone where all are the same. */
export function choice(options: readonly Value[], cause: string, at: Place): Value {
  const flat = options.flatMap((option) => (option.kind === "choice" ? option.options : [option]));
  const kept = unique(flat);
  if (kept.length === 1) return kept[0]!;
  if (kept.length > maxOptions) return unknown(cause, at);
  return bounded<Value>({ kind: "choice", options: kept, cause, at });
}

/** More branches than these are not told apart. */
export const maxOptions = 8;

/** A text with the JSON of a value in it. */
export function encoded(value: Value, at: Place): Encoded | Unknown {
  return bounded<Encoded>({ kind: "json", value, at });
}

/** Parts of one text; each may have many of its own. */
const maxParts = 2_000;
/** Longest text that is put together. */
const maxTextLength = 1_000_000;

/** A text of parts: plain where all of them are. */
export function textOfParts(parts: readonly (string | Value)[], at: Place): Value {
  const joined: (string | Value)[] = [];
  let length = 0;
  for (const part of parts) {
    if (joined.length > maxParts || length > maxTextLength)
      return unknown("the text is too long", at);
    const inner = typeof part !== "string" && part.kind === "template" ? part.parts : [part];
    for (const each of inner) {
      const text = typeof each === "string" ? each : textFor(each);
      length += text?.length ?? 0;
      const last = joined.at(-1);
      if (text === undefined) joined.push(each);
      else if (typeof last === "string") joined[joined.length - 1] = last + text;
      else joined.push(text);
    }
  }
  if (joined.length === 0) return scalar("", at);
  if (joined.length === 1 && typeof joined[0] === "string") return scalar(joined[0], at);
  return bounded<Template>({ kind: "template", parts: joined, at });
}
