import type { Place, Value } from "../../value.ts";
import type { ConfigBlock } from "./config.ts";
import { evaluate } from "./evaluate.ts";
import { roundsOf } from "./loops.ts";
import { numberOf } from "./operators.ts";
import type { Bindings, Frame } from "./types.ts";
import { causeOf, isKnown, map, referenceText, scalar, textFor, unknown } from "./values.ts";
import { limits } from "./work.ts";

/** One of what a block with `count` or `for_each` stands for. */
export interface Instance {
  /** What follows its name in its address: `[0]`, `["key"]`. */
  readonly suffix: string;
  readonly key: string | number | undefined;
  readonly bindings: Bindings | undefined;
  /** Why it may not be there. */
  readonly uncertain?: string;
}

/** All that a block stands for. */
export interface Expansion {
  readonly kind: "single" | "count" | "each";
  readonly instances: readonly Instance[];
  /** Why there may be more. */
  readonly open?: string;
  /** What was wrong with it. */
  readonly problem?: string;
}

/** The instances that a resource or module has. */
export function expand({ attributes }: ConfigBlock, frame: Frame): Expansion {
  const count = attributes.get("count");
  if (count !== undefined) {
    const value = evaluate(count.value, { ...frame, document: count.document });
    return expandCount(value, placeIn(count));
  }
  const each = attributes.get("for_each");
  if (each !== undefined) {
    const value = evaluate(each.value, { ...frame, document: each.document });
    return expandEach(value, placeIn(each));
  }
  return { kind: "single", instances: [{ suffix: "", key: undefined, bindings: undefined }] };
}

function placeIn({
  document,
  value,
}: {
  document: Place["document"];
  value: { start: number; end: number };
}): Place {
  return { document, start: value.start, end: value.end };
}

function expandCount(value: Value, at: Place): Expansion {
  const options = value.kind === "choice" ? value.options : [value];
  const counts = options.map(numberOf);
  if (counts.includes(undefined)) {
    if (isKnown(value)) return { kind: "count", instances: [], problem: "count is not a number" };
    const cause = causeOf(value);
    return { kind: "count", instances: [numbered(0, at, cause)], open: cause };
  }
  const most = Math.max(...(counts as number[]));
  const least = Math.min(...(counts as number[]));
  const made = Math.min(most, limits.instances + 1);
  const instances: Instance[] = [];
  for (let index = 0; index < made; index++)
    instances.push(numbered(index, at, index < least ? undefined : causeOf(value)));
  return { kind: "count", instances, open: most === least ? undefined : causeOf(value) };
}

function numbered(index: number, at: Place, uncertain: string | undefined): Instance {
  const value = map(new Map([["index", scalar(index, at)]]), at);
  return { suffix: `[${index}]`, key: index, bindings: { name: "count", value }, uncertain };
}

function expandEach(value: Value, at: Place): Expansion {
  if (value.kind === "choice") return expandChoice(value.options, causeOf(value), at);
  const found = roundsOf(value, at);
  if (found === undefined) {
    if (isKnown(value))
      return { kind: "each", instances: [], problem: "for_each goes over no collection" };
    return { kind: "each", instances: [anyOf(causeOf(value), at)], open: causeOf(value) };
  }
  const instances: Instance[] = [];
  for (const { key, item } of found.rounds.slice(0, limits.instances + 1)) {
    // A list has no keys of its own; Terraform wants a set, whose keys are its elements.
    const name = value.kind === "list" ? item : key;
    const text = textFor(name);
    instances.push(keyed(text ?? starOf(name), { key: name, item, at }));
  }
  if (found.open !== undefined) instances.push(anyOf(found.open, at));
  return { kind: "each", instances: distinct(instances), open: found.open };
}

function distinct(instances: readonly Instance[]): readonly Instance[] {
  return [...new Map(instances.map((each) => [each.suffix, each])).values()];
}

/** The key of an instance whose key is known only later. */
function starOf(value: Value): string {
  return value.kind === "reference" ? `*${referenceText(value)}` : "*";
}

function keyed(
  name: string,
  { key, item, at }: { readonly key: Value; readonly item: Value; readonly at: Place },
  uncertain?: string,
): Instance {
  const value = map(
    new Map([
      ["key", key],
      ["value", item],
    ]),
    at,
  );
  const suffix = `[${JSON.stringify(name)}]`;
  return { suffix, key: name, bindings: { name: "each", value }, uncertain };
}

/** What stands for instances that are not known. */
function anyOf(cause: string, at: Place): Instance {
  const value = unknown(cause, at);
  return keyed("*", { key: value, item: value, at }, cause);
}

/** Of several collections: what is in all of them is certain. */
function expandChoice(options: readonly Value[], cause: string, at: Place): Expansion {
  const expansions = options.map((option) => expandEach(option, at));
  const byKey = new Map<string, Instance[]>();
  for (const { instances } of expansions)
    for (const each of instances) {
      const before = byKey.get(each.suffix);
      if (before === undefined) byKey.set(each.suffix, [each]);
      else before.push(each);
    }
  const instances = [...byKey.values()].map((found): Instance => {
    const first = found[0]!;
    if (found.length === options.length) return first;
    return { ...first, uncertain: first.uncertain ?? cause };
  });
  return { kind: "each", instances, open: cause };
}
