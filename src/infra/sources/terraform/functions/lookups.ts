import { isNull, type Value } from "../../../value.ts";
import { areSame, numberOf } from "../operators.ts";
import type { TerraformFunction } from "../types.ts";
import { causeOf, choice, isKnown, scalar, textFor, unknown } from "../values.ts";
import { spend, tooMuch } from "../work.ts";
import { wrong } from "./define.ts";

type Fn = TerraformFunction;

const contains: Fn = ([given, wanted], call) => {
  if (given === undefined || wanted === undefined) return wrong(call);
  if (given.kind !== "list") return isKnown(given) ? wrong(call) : unknown(causeOf(given), call.at);
  if (!spend(call.work, given.items.length)) return tooMuch(call.at);
  let doubt = given.open;
  for (const item of given.items) {
    const same = areSame(item, wanted);
    if (same === true) return scalar(true, call.at);
    if (same === undefined) doubt ??= causeOf(isKnown(item) ? wanted : item);
  }
  return doubt === undefined ? scalar(false, call.at) : unknown(doubt, call.at);
};

const element: Fn = ([given, index], call) => {
  const number = index === undefined ? undefined : numberOf(index);
  if (given?.kind !== "list" || number === undefined) {
    const missing = [given, index].find((each) => each !== undefined && !isKnown(each));
    return missing === undefined ? wrong(call) : unknown(causeOf(missing), call.at);
  }
  const { items, open } = given;
  if (open !== undefined) return items[number] ?? unknown(open, call.at);
  if (items.length === 0) return wrong(call);
  return items[((number % items.length) + items.length) % items.length] ?? wrong(call);
};

const lookup: Fn = ([given, key, fallback], call) => {
  if (given === undefined || key === undefined) return wrong(call);
  const name = textFor(key);
  if (given.kind !== "map" || name === undefined) {
    const missing = isKnown(given) ? key : given;
    if (isKnown(missing)) return wrong(call);
    if (given.kind !== "map" || given.open !== undefined) return unknown(causeOf(missing), call.at);
    // The key is not known: it may be any of them.
    const options = [...given.entries.values(), ...(fallback === undefined ? [] : [fallback])];
    return choice(options, causeOf(missing), call.at);
  }
  const entry = given.entries.get(name);
  if (entry !== undefined) return entry;
  if (given.open === undefined) return fallback ?? wrong(call, `finds no ${name}`);
  return fallback === undefined
    ? unknown(given.open, call.at)
    : choice([fallback, unknown(given.open, call.at)], given.open, call.at);
};

function coalesce(isGiven: (value: Value) => boolean | undefined): Fn {
  return (args, call) => {
    for (const arg of args) {
      const given = isGiven(arg);
      if (given === true) return arg;
      if (given === undefined) return unknown(causeOf(arg), call.at);
    }
    return wrong(call, "is given nothing");
  };
}

const one: Fn = ([given], call) => {
  if (given === undefined) return wrong(call);
  if (isNull(given)) return given;
  if (given.kind !== "list") return isKnown(given) ? wrong(call) : unknown(causeOf(given), call.at);
  const { items, open } = given;
  if (items.length > 1) return wrong(call, "is given more than one");
  if (items.length === 0 && open !== undefined) return unknown(open, call.at);
  const found = items[0] ?? scalar(null, call.at);
  return open === undefined ? found : choice([found, scalar(null, call.at)], open, call.at);
};

/** Functions that find something in a list or map. */
export const lookupFunctions: Readonly<Record<string, Fn>> = {
  coalesce: coalesce((value) => {
    if (value.kind === "scalar") return value.value !== null && value.value !== "";
    return value.kind === "unknown" || value.kind === "unread" ? undefined : true;
  }),
  coalescelist: coalesce((value) => {
    if (value.kind === "list")
      return value.items.length > 0 ? true : value.open === undefined ? false : undefined;
    return isKnown(value) ? false : undefined;
  }),
  contains,
  element,
  index: ([given, wanted], call) => {
    if (given?.kind !== "list" || wanted === undefined || !isKnown(given) || !isKnown(wanted)) {
      const missing = [given, wanted].find((each) => each !== undefined && !isKnown(each));
      return missing === undefined ? wrong(call) : unknown(causeOf(missing), call.at);
    }
    const found = given.items.findIndex((item) => areSame(item, wanted) === true);
    return found < 0 ? wrong(call, "finds nothing") : scalar(found, call.at);
  },
  lookup,
  one,
};
