import type { Value } from "../../../value.ts";
import { areSame, numberOf } from "../operators.ts";
import type { CallContext, TerraformFunction } from "../types.ts";
import { keyOf } from "../identity.ts";
import { causeOf, isKnown, isSet, list, map, scalar, setOf, textFor, unknown } from "../values.ts";
import { limits, spend, tooMuch } from "../work.ts";
import { wrong } from "./define.ts";

type Fn = TerraformFunction;

/** A function of lists that are all known. */
function onLists(
  work: (lists: readonly (readonly Value[])[], call: CallContext, args: readonly Value[]) => Value,
): Fn {
  return (args, call) => {
    const lists: (readonly Value[])[] = [];
    for (const arg of args) {
      if (arg.kind !== "list" || arg.open !== undefined)
        return isKnown(arg) ? wrong(call) : list([], call.at, causeOf(arg));
      if (!spend(call.work, arg.items.length)) return tooMuch(call.at);
      lists.push(arg.items);
    }
    return work(lists, call, args);
  };
}

function keysOf(items: readonly Value[]): ReadonlySet<string | undefined> {
  return new Set(items.map((item) => keyOf(item, 0)));
}

const setProduct = onLists((lists, call, args) => {
  if (lists.length === 0) return wrong(call);
  let rows: Value[][] = [[]];
  for (const items of lists) {
    if (rows.length * items.length > limits.size) return tooMuch(call.at);
    if (!spend(call.work, rows.length * items.length)) return tooMuch(call.at);
    rows = rows.flatMap((row) => items.map((item) => [...row, item]));
  }
  const made = rows.map((row) => list(row, call.at));
  return args.every(isSet) ? setOf(made, call.at) : list(made, call.at);
});

const range: Fn = (args, call) => {
  const numbers = args.map(numberOf);
  if (numbers.includes(undefined)) {
    const missing = args.find((arg) => !isKnown(arg));
    return missing === undefined ? wrong(call) : list([], call.at, causeOf(missing));
  }
  const [first = 0, second, third] = numbers as number[];
  const start = second === undefined ? 0 : first;
  const end = second ?? first;
  const step = third ?? (end >= start ? 1 : -1);
  // Terraform itself makes no list longer than this.
  if (step === 0 || Math.abs((end - start) / step) > 1024) return wrong(call);
  const items: Value[] = [];
  for (let each = start; step > 0 ? each < end : each > end; each += step)
    items.push(scalar(each, call.at));
  return spend(call.work, items.length) ? list(items, call.at) : tooMuch(call.at);
};

const zipmap: Fn = ([names, values], call) => {
  if (
    names?.kind !== "list" ||
    values?.kind !== "list" ||
    names.open !== undefined ||
    values.open !== undefined
  ) {
    const missing = [names, values].find((each) => each !== undefined && !isKnown(each));
    return missing === undefined ? wrong(call) : map(new Map(), call.at, causeOf(missing));
  }
  if (names.items.length !== values.items.length) return wrong(call);
  const entries = new Map<string, Value>();
  let open: string | undefined;
  for (const [at, name] of names.items.entries()) {
    const text = textFor(name);
    if (text === undefined) open ??= causeOf(name);
    else entries.set(text, values.items[at]!);
  }
  return spend(call.work, entries.size) ? map(entries, call.at, open) : tooMuch(call.at);
};

const transpose: Fn = ([given], call) => {
  if (given?.kind !== "map" || !isKnown(given))
    return given === undefined || isKnown(given)
      ? wrong(call)
      : map(new Map(), call.at, causeOf(given));
  const made = new Map<string, Value[]>();
  for (const name of [...given.entries.keys()].sort()) {
    const items = given.entries.get(name)!;
    if (items.kind !== "list" || !spend(call.work, items.items.length)) return wrong(call);
    for (const item of items.items) {
      const text = textFor(item);
      if (text === undefined) return wrong(call);
      const before = made.get(text);
      if (before === undefined) made.set(text, [scalar(name, call.at)]);
      else before.push(scalar(name, call.at));
    }
  }
  return map(new Map([...made].map(([name, items]) => [name, list(items, call.at)])), call.at);
};

const matchkeys: Fn = onLists(([values, keys, wanted], call) => {
  if (values === undefined || keys === undefined || wanted === undefined) return wrong(call);
  if (values.length !== keys.length || !spend(call.work, keys.length * wanted.length))
    return wrong(call);
  const unsure = [...keys, ...wanted].find((each) => !isKnown(each));
  if (unsure !== undefined) return unknown(causeOf(unsure), call.at);
  return list(
    values.filter((_, at) => wanted.some((each) => areSame(each, keys[at]!) === true)),
    call.at,
  );
});

/** Sets of what is not all known cannot be compared. */
function onSets(work: (lists: readonly (readonly Value[])[]) => readonly Value[]): Fn {
  return onLists((lists, call) => {
    const unsure = lists.flat().find((item) => keyOf(item, 0) === undefined);
    if (unsure !== undefined) return list([], call.at, causeOf(unsure));
    return setOf(work(lists), call.at);
  });
}

/** Functions of sets, and those that make lists out of several. */
export const setFunctions: Readonly<Record<string, Fn>> = {
  matchkeys,
  range,
  setintersection: onSets(([first = [], ...rest]) => {
    const others = rest.map(keysOf);
    return first.filter((item) => others.every((keys) => keys.has(keyOf(item, 0))));
  }),
  setproduct: setProduct,
  setsubtract: onSets(([first = [], second = []]) => {
    const keys = keysOf(second);
    return first.filter((item) => !keys.has(keyOf(item, 0)));
  }),
  setunion: onLists((lists, call) => setOf(lists.flat(), call.at)),
  transpose,
  zipmap,
};
