import type { Place, Value } from "../../value.ts";
import type { Scope } from "./types.ts";
import { causeOf, choice, isKnown, list, textFor, unknown, type BlockMap } from "./values.ts";
import { fail, limits, spend, tooMuch } from "./work.ts";
import { numberOf, onEach } from "./operators.ts";

/** Where a value is looked into. */
export interface Look {
  readonly scope: Scope;
  readonly at: Place;
}

function isBlock(value: Value): value is BlockMap {
  return value.kind === "map" && "isBlock" in value;
}

/** `value.name`. */
export function memberOf(value: Value, name: string, look: Look): Value {
  const { scope, at } = look;
  switch (value.kind) {
    case "unknown":
    case "unread":
      return value;
    case "choice":
      return onEach(value, at, (option) => memberOf(option, name, look));
    case "reference":
      if (value.attribute.length === 0) return scope.attribute(value, name, at);
      return { ...value, attribute: [...value.attribute, name], at };
    case "map": {
      const entry = value.entries.get(name);
      if (entry !== undefined) return entry;
      if (value.open !== undefined) return unknown(value.open, at);
      if (isBlock(value)) return unknown(`${name} is known only when the resource exists`, at);
      return fail(scope.work, `there is no ${name} in it`, at);
    }
    default:
      return fail(scope.work, `${name} is looked up in what has no names`, at);
  }
}

/** `value[key]`. */
export function elementOf(value: Value, key: Value, look: Look): Value {
  const { scope, at } = look;
  if (value.kind === "choice") return onEach(value, at, (option) => elementOf(option, key, look));
  if (key.kind === "choice") return onEach(key, at, (option) => elementOf(value, option, look));
  if (value.kind === "unknown" || value.kind === "unread") return value;
  if (key.kind !== "scalar") return anyElement(value, key, look);
  const name = textFor(key);
  if (name === undefined) return fail(scope.work, "the key is null", at);
  if (value.kind === "map") return memberOf(value, name, look);
  if (value.kind === "reference") {
    // A resource without count has no instances to choose from: it is meant itself.
    if (value.attribute.length === 0)
      return numberOf(key) === undefined ? memberOf(value, name, look) : value;
    return { ...value, attribute: [...value.attribute, name], at };
  }
  if (value.kind !== "list") return fail(scope.work, "an element is taken of what has none", at);
  const number = numberOf(key);
  if (number === undefined || !Number.isInteger(number) || number < 0)
    return fail(scope.work, `there is no element ${name}`, at);
  const item = value.items[number];
  if (item !== undefined) return item;
  if (value.open !== undefined) return unknown(value.open, at);
  return fail(scope.work, `there is no element ${name}`, at);
}

/** Any of the elements, where the key is not known. */
function anyElement(value: Value, key: Value, { scope, at }: Look): Value {
  if (isKnown(key)) return fail(scope.work, "a key is neither a text nor a number", at);
  const cause = causeOf(key);
  const options =
    value.kind === "list" ? value.items : value.kind === "map" ? [...value.entries.values()] : [];
  if (options.length === 0 || (value.kind !== "list" && value.kind !== "map"))
    return unknown(cause, at);
  return value.open === undefined ? choice(options, cause, at) : unknown(cause, at);
}

/** `value[*]`, with what is done to each element. */
export function splat(value: Value, look: Look, each: (item: Value) => Value): Value {
  const { scope, at } = look;
  if (value.kind === "choice")
    return choice(
      value.options.map((option) => splat(option, look, each)),
      value.cause,
      at,
    );
  if (value.kind === "unknown" || value.kind === "unread") return list([], at, causeOf(value));
  if (value.kind === "scalar" && value.value === null) return list([], at);
  // A list that only exists later: its elements can only be meant as a whole.
  if (value.kind === "reference" && value.attribute.length > 0) return list([], at, causeOf(value));
  const items = value.kind === "list" ? value.items : [value];
  if (!spend(scope.work, items.length)) return tooMuch(at);
  if (items.length > limits.size) return tooMuch(at);
  return list(items.map(each), at, value.kind === "list" ? value.open : undefined);
}
