import type { Value } from "../../../value.ts";
import { numberOf, truthOf } from "../operators.ts";
import type { CallContext, TerraformFunction } from "../types.ts";
import { causeOf, isKnown, map, scalar, unknown } from "../values.ts";
import { unified } from "./collections.ts";
import { textArg } from "../plain.ts";
import { wrong } from "./define.ts";

/** A conversion of a plain value; null stays null, and what is not known stays as it is. */
function onScalar(
  work: (value: Value) => string | number | boolean | undefined,
): TerraformFunction {
  return ([given], call) => {
    if (given === undefined) return wrong(call);
    if (given.kind === "scalar" && given.value === null) return given;
    if (!isKnown(given)) return given;
    const result = work(given);
    return result === undefined ? wrong(call) : scalar(result, call.at);
  };
}

const same: TerraformFunction = ([given], call) => given ?? wrong(call);

function toMap([given]: readonly Value[], call: CallContext): Value {
  if (given === undefined) return wrong(call);
  if (given.kind !== "map") return isKnown(given) ? wrong(call) : given;
  const values = unified([...given.entries.values()]);
  const entries = [...given.entries.keys()].map((name, index) => [name, values[index]!] as const);
  return map(new Map(entries), call.at, given.open);
}

/** Functions between types; `try` and `can` belong to the evaluator. */
export const conversionFunctions: Readonly<Record<string, TerraformFunction>> = {
  ephemeralasnull: same,
  issensitive: (args, call) =>
    unknown(args[0] === undefined ? "it is given nothing" : causeOf(args[0]), call.at),
  nonsensitive: same,
  sensitive: same,
  tobool: onScalar(truthOf),
  tomap: toMap,
  tonumber: onScalar(numberOf),
  tostring: onScalar(textArg),
};
