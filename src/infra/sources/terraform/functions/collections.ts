import { isNull, type MapValue, type Value } from "../../../value.ts";
import { numberOf, truthOf } from "../operators.ts";
import type { CallContext, TerraformFunction } from "../types.ts";
import { unique } from "../identity.ts";
import { causeOf, choice, isKnown, list, map, scalar, setOf, textFor, unknown } from "../values.ts";
import { limits, spend, tooMuch } from "../work.ts";
import { textArg } from "../plain.ts";
import { graphemesOf, wrong } from "./define.ts";

type Fn = TerraformFunction;

/** Elements of one type: where some are texts, all plain ones are. */
export function unified(items: readonly Value[]): readonly Value[] {
  const isMixed =
    items.some((item) => item.kind === "scalar" && typeof item.value === "string") &&
    items.some((item) => item.kind === "scalar" && typeof item.value !== "string");
  if (!isMixed) return items;
  return items.map((item) => {
    const text = textFor(item);
    return text === undefined ? item : scalar(text, item.at);
  });
}

/** What a list with the given items is, unless that is too much. */
function made(items: readonly Value[], call: CallContext, open?: string): Value {
  if (items.length > limits.size || !spend(call.work, items.length)) return tooMuch(call.at);
  return list(items, call.at, open);
}

/** A function of one list; lists that are not known are open and empty. */
function onList(
  work: (items: readonly Value[], call: CallContext, open: string | undefined) => Value,
): Fn {
  return ([given], call) => {
    if (given === undefined) return wrong(call);
    if (given.kind !== "list")
      return isKnown(given) ? wrong(call) : list([], call.at, causeOf(given));
    if (!spend(call.work, given.items.length)) return tooMuch(call.at);
    return work(given.items, call, given.open);
  };
}

const concat: Fn = (args, call) => {
  const items: Value[] = [];
  let open: string | undefined;
  for (const arg of args) {
    if (arg.kind === "list") {
      if (items.length + arg.items.length > limits.size) return tooMuch(call.at);
      for (const item of arg.items) items.push(item);
      open ??= arg.open;
    } else if (isKnown(arg)) return wrong(call);
    else open ??= causeOf(arg);
  }
  return made(items, call, open);
};

const flatten = onList((items, call, open) => {
  const flat: Value[] = [];
  let cause = open;
  const stack = items.toReversed();
  while (stack.length > 0) {
    const item = stack.pop()!;
    if (item.kind === "list") {
      if (flat.length + stack.length + item.items.length > limits.size) return tooMuch(call.at);
      if (!spend(call.work, item.items.length)) return tooMuch(call.at);
      cause ??= item.open;
      for (const inner of item.items.toReversed()) stack.push(inner);
    } else flat.push(item);
  }
  return made(flat, call, cause);
});

const merge: Fn = (args, call) => {
  const entries = new Map<string, Value>();
  let open: string | undefined;
  for (const arg of args) {
    if (isNull(arg)) continue;
    if (arg.kind !== "map" && isKnown(arg)) return wrong(call);
    const cause = arg.kind === "map" ? arg.open : causeOf(arg);
    // What is not known may stand in place of what came before.
    if (cause !== undefined)
      for (const [name, value] of entries)
        entries.set(name, choice([value, unknown(cause, call.at)], cause, call.at));
    open ??= cause;
    if (!spend(call.work, entries.size)) return tooMuch(call.at);
    if (arg.kind === "map") for (const [name, value] of arg.entries) entries.set(name, value);
    if (entries.size > limits.size) return tooMuch(call.at);
  }
  return map(entries, call.at, open);
};

const length: Fn = ([given], call) => {
  if (given === undefined) return wrong(call);
  const isText =
    given.kind === "json" || (given.kind === "scalar" && typeof given.value === "string");
  const text = isText ? textArg(given) : undefined;
  if (text !== undefined) return scalar(graphemesOf(text).length, call.at);
  if (given.kind === "list" && given.open === undefined) return scalar(given.items.length, call.at);
  if (given.kind === "map" && given.open === undefined) return scalar(given.entries.size, call.at);
  return isKnown(given) ? wrong(call) : unknown(causeOf(given), call.at);
};

const onMap =
  (work: (given: MapValue, names: readonly string[], call: CallContext) => Value): Fn =>
  ([given], call) => {
    if (given === undefined) return wrong(call);
    if (given.kind !== "map")
      return isKnown(given) ? wrong(call) : list([], call.at, causeOf(given));
    if (!spend(call.work, given.entries.size)) return tooMuch(call.at);
    return work(given, [...given.entries.keys()].sort(), call);
  };

function everyTruth(decides: boolean): Fn {
  return onList((items, call, open) => {
    let doubt = open;
    for (const item of items) {
      const truth = truthOf(item);
      if (truth === decides) return scalar(decides, call.at);
      if (truth === undefined && !isKnown(item)) doubt ??= causeOf(item);
      else if (truth === undefined && !decides) return scalar(false, call.at);
    }
    return doubt === undefined ? scalar(!decides, call.at) : unknown(doubt, call.at);
  });
}

const slice: Fn = ([given, start, end], call) => {
  const from = start === undefined ? undefined : numberOf(start);
  const to = end === undefined ? undefined : numberOf(end);
  if (
    given?.kind !== "list" ||
    given.open !== undefined ||
    from === undefined ||
    to === undefined
  ) {
    const missing = [given, start, end].find((each) => each !== undefined && !isKnown(each));
    return missing === undefined ? wrong(call) : list([], call.at, causeOf(missing));
  }
  if (from < 0 || to < from || to > given.items.length) return wrong(call);
  return made(given.items.slice(from, to), call);
};

const chunklist: Fn = ([given, size], call) => {
  const count = size === undefined ? undefined : numberOf(size);
  if (given?.kind !== "list" || count === undefined || !Number.isInteger(count) || count < 0) {
    const missing = [given, size].find((each) => each !== undefined && !isKnown(each));
    return missing === undefined ? wrong(call) : list([], call.at, causeOf(missing));
  }
  const { items, open } = given;
  const chunks: Value[] = [];
  const step = count === 0 ? Math.max(1, items.length) : count;
  for (let at = 0; at < items.length; at += step)
    chunks.push(list(items.slice(at, at + step), call.at));
  return made(chunks, call, open);
};

/** Functions of lists and maps. */
export const collectionFunctions: Readonly<Record<string, Fn>> = {
  alltrue: everyTruth(false),
  anytrue: everyTruth(true),
  chunklist,
  compact: onList((items, call, open) =>
    made(
      items.filter((item) => !isNull(item) && textFor(item) !== ""),
      call,
      open,
    ),
  ),
  concat,
  distinct: onList((items, call, open) => made(unique(unified(items)), call, open)),
  flatten,
  keys: onMap(({ open }, names, call) =>
    list(
      names.map((name) => scalar(name, call.at)),
      call.at,
      open,
    ),
  ),
  length,
  list: (args, call) => made(args, call),
  map: (args, call) => {
    const entries = new Map<string, Value>();
    for (let at = 0; at + 1 < args.length; at += 2) {
      const name = textFor(args[at]!);
      if (name === undefined) return map(new Map(), call.at, causeOf(args[at]!));
      entries.set(name, args[at + 1]!);
    }
    return map(entries, call.at);
  },
  merge,
  reverse: onList((items, call, open) => made(items.toReversed(), call, open)),
  slice,
  tolist: onList((items, call, open) => made(unified(items), call, open)),
  toset: onList((items, call, open) => setOf(unified(items), call.at, open)),
  values: onMap(({ entries, open }, names, call) =>
    list(
      names.map((name) => entries.get(name)!),
      call.at,
      open,
    ),
  ),
};
