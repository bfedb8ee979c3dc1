import { isNull, type List, type Place, type Value } from "./value.ts";

/** What is known of one property of a resource. */
export type Fact<T> =
  | { readonly kind: "known"; readonly value: T; readonly at: Place; readonly isDefault?: boolean }
  /** Nothing is written, and the type knows no default. */
  | { readonly kind: "absent"; readonly at: Place }
  /** Written, but what it comes to is known only when something else exists. */
  | { readonly kind: "set"; readonly value: Value; readonly cause: string; readonly at: Place }
  | { readonly kind: "unknown"; readonly cause: string; readonly at: Place }
  | { readonly kind: "unread"; readonly missing: string; readonly at: Place }
  | {
      readonly kind: "choice";
      readonly options: readonly Fact<T>[];
      readonly cause: string;
      readonly at: Place;
    };

/** Reads a value that is there as what a fact is about. */
export type Decode<T> = (value: Value) => Fact<T>;

/** The value where it is known, defaults included. */
export function valueOf<T>(fact: Fact<T>): T | undefined {
  return fact.kind === "known" ? fact.value : undefined;
}

/** The value that a fact is made of, to be followed. */
export function linkOf(fact: Fact<Value>): Value | undefined {
  if (fact.kind === "known" || fact.kind === "set") return fact.value;
  if (fact.kind === "unknown" || fact.kind === "choice")
    return { kind: "unknown", cause: fact.cause, at: fact.at };
  return undefined;
}

/** The name of what a reference leads to: `aws_kms_key.main.arn`. */
export function nameOfReference(resource: string, attribute: readonly string[]): string {
  return [resource, ...attribute].join(".");
}

function causeOf(value: Value): string {
  if (value.kind === "reference")
    return `${nameOfReference(value.resource, value.attribute)} is known when it exists`;
  if (value.kind === "template") {
    const part = value.parts.find((each) => typeof each !== "string" && each.kind !== "scalar");
    return part === undefined || typeof part === "string" ? "it is put together" : causeOf(part);
  }
  if (value.kind === "unknown" || value.kind === "choice") return value.cause;
  return "it is of another kind than expected";
}

/** Decodes with everything but plain values cared for. */
function decoder<T>(plain: (value: Value) => T | undefined): Decode<T> {
  const decode: Decode<T> = (value) => {
    const { at } = value;
    switch (value.kind) {
      case "unknown":
        if (value.isRequired === true) return { kind: "set", value, cause: value.cause, at };
        return { kind: "unknown", cause: value.cause, at };
      case "unread":
        return { kind: "unread", missing: value.missing, at };
      case "choice":
        return { kind: "choice", options: value.options.map(decodeOption), cause: value.cause, at };
      default: {
        const known = plain(value);
        if (known !== undefined) return { kind: "known", value: known, at };
        if (value.kind === "reference" || value.kind === "template")
          return { kind: "set", value, cause: causeOf(value), at };
        return { kind: "unknown", cause: causeOf(value), at };
      }
    }
  };
  const decodeOption: Decode<T> = (value) =>
    isNull(value) ? { kind: "absent", at: value.at } : decode(value);
  return decode;
}

/** The whole of a template whose parts are all plain. */
function joined(value: Value): string | undefined {
  if (value.kind === "scalar") return value.value === null ? undefined : String(value.value);
  if (value.kind !== "template") return undefined;
  let text = "";
  for (const part of value.parts) {
    const piece = typeof part === "string" ? part : joined(part);
    if (piece === undefined) return undefined;
    text += piece;
  }
  return text;
}

export const asText = decoder<string>(joined);

const yes = new Set(["true", "enabled", "on", "yes", "1"]);
const no = new Set(["false", "disabled", "off", "no", "0", "suspended"]);

/** `true`, `"true"`, `"Enabled"`, `"ON"` and their opposites. */
export const asFlag = decoder<boolean>((value) => {
  const text = joined(value)?.toLowerCase();
  if (text === undefined) return undefined;
  return yes.has(text) ? true : no.has(text) ? false : undefined;
});

export const asNumber = decoder<number>((value) => {
  const text = joined(value)?.trim();
  const number = text === undefined || text === "" ? NaN : Number(text);
  return Number.isFinite(number) ? number : undefined;
});

/** Any value at all, for those who look further into it. References stay what they are. */
export const asValue: Decode<Value> = decoder<Value>((value) => value);

/** The elements of a list; one thing alone is a list of one. An open list is a choice of lengths. */
export const asList: Decode<List> = decoder<List>((value) => {
  if (value.kind === "list") return value;
  if (value.kind === "reference" || value.kind === "template") return undefined;
  return { kind: "list", items: [value], at: value.at };
});

/** The texts of a list that is known from end to end. */
export const asTexts: Decode<readonly string[]> = (value) => {
  const fact = asList(value);
  if (fact.kind !== "known") return fact as Fact<readonly string[]>;
  const { items, open } = fact.value;
  if (open !== undefined) return { kind: "unknown", cause: open, at: fact.at };
  const texts: string[] = [];
  for (const item of items) {
    const text = joined(item);
    if (text === undefined) return { kind: "set", value, cause: causeOf(item), at: item.at };
    texts.push(text);
  }
  return { kind: "known", value: texts, at: fact.at };
};

/** Follows a path into a value; blocks, which are lists of one, are looked into. */
export function walk(value: Value | undefined, path: readonly string[]): Value | undefined {
  let current = value;
  // Asked for every fact of every resource: an iterator of entries would be half of its time.
  for (let at = 0; at < path.length; at++) {
    const key = path[at]!;
    if (current === undefined) return undefined;
    if (current.kind === "json") current = current.value;
    if (current.kind === "list" && !/^\d+$/.test(key)) {
      const [first] = current.items;
      if (first === undefined && current.open !== undefined)
        return { kind: "unknown", cause: current.open, at: current.at };
      current = first;
      if (current === undefined) return undefined;
    }
    switch (current.kind) {
      case "map": {
        const next = current.entries.get(key);
        if (next === undefined && current.open !== undefined)
          return { kind: "unknown", cause: current.open, at: current.at };
        current = next;
        break;
      }
      case "list":
        current = current.items[Number(key)];
        break;
      case "choice": {
        const { cause, at: place } = current;
        const rest = path.slice(at);
        const options = current.options.map(
          (option): Value => walk(option, rest) ?? { kind: "scalar", value: null, at: place },
        );
        return { kind: "choice", options, cause, at: place };
      }
      case "reference":
        return { ...current, attribute: [...current.attribute, ...path.slice(at)] };
      case "unknown":
      case "unread":
        return current;
      default:
        return undefined;
    }
  }
  return current === undefined || isNull(current) ? undefined : current;
}
