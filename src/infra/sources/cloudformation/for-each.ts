import { scalar, type Entry, type TreeNode } from "../../../formats/setting/tree.ts";
import { textOf } from "../../value.ts";
import { scalarAt } from "../trees.ts";
import { causeOf, placeIn, spendValue, type Context, type Variables } from "./context.ts";
import { substitute } from "./texts.ts";

/** An entry of a map after its loops are unrolled. */
export interface Unrolled {
  readonly kind: "entry";
  readonly key: string;
  readonly keySpan: Entry["keySpan"];
  readonly value: TreeNode;
  readonly variables: Variables;
}

/** A loop that cannot be unrolled: there may be more. */
export interface Open {
  readonly kind: "open";
  readonly cause: string;
  readonly keySpan: Entry["keySpan"];
}

/**
 * Unrolls `Fn::ForEach::Name: [Variable, Collection, {Key: Value}]` of the language extensions.
 * What loops multiply is counted with the values of the template.
 */
export function* unrollEntries(
  context: Context,
  entries: readonly Entry[],
  variables: Variables,
): Generator<Unrolled | Open> {
  for (const { key, keySpan, value } of entries) {
    if (key.startsWith("Fn::ForEach::")) yield* unroll(context, { key, keySpan, value }, variables);
    else {
      const name = variables.size === 0 ? key : substitute(key, variables);
      yield { kind: "entry", key: name, keySpan, value, variables };
    }
  }
}

function* unroll(
  context: Context,
  { keySpan, value }: Entry,
  variables: Variables,
): Generator<Unrolled | Open> {
  const [variable, collection, body] = value.kind === "list" ? value.items : [];
  const name = scalar(variable)?.value;
  if (name === undefined || collection === undefined || body?.kind !== "map") {
    yield { kind: "open", cause: "Fn::ForEach takes a variable, a list and a map", keySpan };
    return;
  }
  const list = context.evaluate(collection, variables);
  if (list?.kind !== "list") {
    yield { kind: "open", cause: causeOf(list), keySpan };
    return;
  }
  for (const item of list.items) {
    const text = textOf(item);
    if (text === undefined) yield { kind: "open", cause: causeOf(item), keySpan };
    else if (spendValue(context)) {
      const inner = new Map(variables).set(name, scalarAt(placeIn(context, collection), text));
      yield* unrollEntries(context, body.entries, inner);
    } else {
      yield { kind: "open", cause: "loops make more than can be kept", keySpan };
      return;
    }
  }
}
