import type { Value } from "../../../value.ts";
import { numberOf, truthOf } from "../operators.ts";
import type { CallContext, TerraformFunction } from "../types.ts";
import { causeOf, isKnown, scalar, unknown } from "../values.ts";
import { textArg, wrong } from "./plain.ts";

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
  return given.kind === "map" || !isKnown(given) ? given : wrong(call);
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
