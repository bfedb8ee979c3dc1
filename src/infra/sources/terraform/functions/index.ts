import type { Value } from "../../../value.ts";
import type { CallContext, TerraformFunction } from "../types.ts";
import { causeOf, choice, isFailure, maxOptions, unknown } from "../values.ts";
import { spend, tooMuch } from "../work.ts";
import { collectionFunctions } from "./collections.ts";
import { conversionFunctions } from "./conversions.ts";
import { dateFunctions } from "./dates.ts";
import { encodingFunctions } from "./encoding.ts";
import { fileFunctions } from "./files.ts";
import { formatFunctions } from "./format.ts";
import { hashFunctions } from "./hashes.ts";
import { lookupFunctions } from "./lookups.ts";
import { networkFunctions } from "./network.ts";
import { numberFunctions } from "./numbers.ts";
import { patternFunctions } from "./patterns.ts";
import { setFunctions } from "./sets.ts";
import { stringFunctions } from "./strings.ts";

/** The functions that come to the same wherever they are called. */
const functions: ReadonlyMap<string, TerraformFunction> = new Map(
  Object.entries({
    ...collectionFunctions,
    ...conversionFunctions,
    ...dateFunctions,
    ...encodingFunctions,
    ...fileFunctions,
    ...formatFunctions,
    ...hashFunctions,
    ...lookupFunctions,
    ...networkFunctions,
    ...numberFunctions,
    ...patternFunctions,
    ...setFunctions,
    ...stringFunctions,
  }),
);

/** Calls a function. With a choice among its arguments it comes to one too. */
export function callFunction(args: readonly Value[], call: CallContext): Value {
  if (!spend(call.work, args.length)) return tooMuch(call.at);
  const name = call.name.replace(/^core::/, "");
  const work = functions.get(name);
  if (work === undefined) return unknown(`${call.name}() is not evaluated`, call.at);
  const failed = args.find(isFailure);
  if (failed !== undefined) return failed;
  return spread(args, { call, work, room: maxOptions });
}

interface Spreading {
  readonly call: CallContext;
  readonly work: TerraformFunction;
  readonly room: number;
}

function spread(args: readonly Value[], { call, work, room }: Spreading): Value {
  const at = args.findIndex((arg) => arg.kind === "choice");
  const found = args[at];
  if (found?.kind !== "choice") return work(args, call);
  if (found.options.length > room) return unknown(causeOf(found), call.at);
  const left = Math.floor(room / found.options.length);
  const options = found.options.map((option) =>
    spread(args.with(at, option), { call, work, room: left }),
  );
  return choice(options, found.cause, call.at);
}
