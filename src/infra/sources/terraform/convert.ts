import type { Expression } from "../../../formats/hcl/tree.ts";
import type { Place, Value } from "../../value.ts";
import { numberOf, truthOf } from "./operators.ts";
import { choice, isSet, list, map, scalar, setOf, textFor } from "./values.ts";
import { limits } from "./work.ts";

/** Evaluates the default of an optional attribute. */
type Evaluate = (expression: Expression) => Value;

/**
 * Converts a value to the type of a variable. What does not fit stays as it is: Terraform would
 * refuse it, and a value is better than none.
 */
export function convert(value: Value, type: Expression, evaluate: Evaluate): Value {
  if (value.kind === "choice")
    return choice(
      value.options.map((option) => convert(option, type, evaluate)),
      value.cause,
      value.at,
    );
  if (value.kind === "scalar" && value.value === null) return value;
  if (type.kind === "name") return convertPlain(value, type.name);
  if (type.kind === "literal" && typeof type.value === "string")
    return convertPlain(value, type.value);
  if (type.kind === "group") return convert(value, type.inner, evaluate);
  if (type.kind !== "call") return value;
  return convertCollection(value, { type, evaluate });
}

function convertPlain(value: Value, name: string): Value {
  if (value.kind !== "scalar") return value;
  const result =
    name === "string"
      ? textFor(value)
      : name === "number"
        ? numberOf(value)
        : name === "bool"
          ? truthOf(value)
          : value.value;
  return result === undefined || result === value.value ? value : scalar(result, value.at);
}

interface Collection {
  readonly type: Expression & { readonly kind: "call" };
  readonly evaluate: Evaluate;
}

function convertCollection(value: Value, { type, evaluate }: Collection): Value {
  const inner = type.args[0];
  const convertInner = (each: Value): Value =>
    inner === undefined ? each : convert(each, inner, evaluate);
  if (type.name === "list" || type.name === "set") {
    if (value.kind !== "list" || value.items.length > limits.size) return value;
    const items = value.items.map(convertInner);
    if (type.name === "set") return setOf(items, value.at, value.open);
    return isSet(value) || items.some((item, at) => item !== value.items[at])
      ? list(items, value.at, value.open)
      : value;
  }
  if (type.name === "tuple" && value.kind === "list" && inner?.kind === "tuple") {
    const items = value.items.map((item, at) => {
      const each = inner.items[at];
      return each === undefined ? item : convert(item, each, evaluate);
    });
    return list(items, value.at, value.open);
  }
  if (value.kind !== "map") return value;
  if (type.name === "map")
    return map(
      new Map([...value.entries].map(([name, each]) => [name, convertInner(each)])),
      value.at,
      value.open,
    );
  if (type.name === "object" && inner?.kind === "object") {
    const entries = new Map<string, Value>();
    for (const { key, value: wanted } of inner.entries) {
      const name = key.kind === "literal" ? String(key.value) : undefined;
      if (name === undefined) continue;
      const found = convertEntry(value.entries.get(name), wanted, { evaluate, at: value.at });
      // What is not known to be there is not known to be null.
      if (found !== undefined && (value.open === undefined || value.entries.has(name)))
        entries.set(name, found);
    }
    return map(entries, value.at, value.open);
  }
  return value;
}

function convertEntry(
  given: Value | undefined,
  wanted: Expression,
  { evaluate, at }: { readonly evaluate: Evaluate; readonly at: Place },
): Value | undefined {
  if (wanted.kind !== "call" || wanted.name !== "optional")
    return given && convert(given, wanted, evaluate);
  const [type, fallback] = wanted.args;
  if (type === undefined) return given;
  const isAbsent = given === undefined || (given.kind === "scalar" && given.value === null);
  if (!isAbsent) return convert(given, type, evaluate);
  return fallback === undefined ? scalar(null, at) : convert(evaluate(fallback), type, evaluate);
}
