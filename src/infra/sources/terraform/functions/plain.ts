import type { Place, Value } from "../../../value.ts";
import type { CallContext, TerraformFunction } from "../types.ts";
import {
  causeOf,
  compareTexts,
  isKnown,
  list,
  map,
  numberText,
  scalar,
  sizeOf,
  textFor,
  unknown,
} from "../values.ts";
import { fail, limits, spend, tooMuch } from "../work.ts";
import { numberOf } from "../operators.ts";

/** A value without places, which is wholly known. */
export type Plain =
  | string
  | number
  | boolean
  | null
  | readonly Plain[]
  | ReadonlyMap<string, Plain>;

/** What a wholly known value comes to. */
export function plainOf(value: Value): Plain {
  if (value.kind === "scalar") return value.value;
  if (value.kind === "list") return value.items.map(plainOf);
  if (value.kind === "map")
    return new Map([...value.entries].map(([name, entry]) => [name, plainOf(entry)]));
  if (value.kind === "json") return jsonText(plainOf(value.value));
  return null;
}

/** A value with a place, of one without. */
export function valueOf(given: Plain, at: Place): Value {
  if (given === null || typeof given !== "object") return scalar(given, at);
  if (given instanceof Map)
    return map(
      new Map(
        [...(given as ReadonlyMap<string, Plain>)].map(([name, entry]) => [
          name,
          valueOf(entry, at),
        ]),
      ),
      at,
    );
  return list(
    (given as readonly Plain[]).map((item) => valueOf(item, at)),
    at,
  );
}

const unsafe: Readonly<Record<string, string>> = {
  "<": "\\u003c",
  ">": "\\u003e",
  "&": "\\u0026",
  "\u2028": "\\u2028",
  "\u2029": "\\u2029",
};

/** JSON as Terraform writes it: keys in order, and safe within HTML. */
export function jsonText(given: Plain): string {
  return writeJson(given).replace(/[<>&\u2028\u2029]/g, (char) => unsafe[char]!);
}

function writeJson(given: Plain): string {
  if (typeof given === "number") return numberText(given);
  if (given === null || typeof given !== "object") return JSON.stringify(given);
  if (given instanceof Map) {
    const entries = given as ReadonlyMap<string, Plain>;
    const names = [...entries.keys()].sort(compareTexts);
    return `{${names.map((name) => `${JSON.stringify(name)}:${writeJson(entries.get(name)!)}`).join()}}`;
  }
  return `[${(given as readonly Plain[]).map(writeJson).join()}]`;
}

/** The text of an argument, also of one that is the JSON of something known. */
export function textArg(value: Value): string | undefined {
  if (value.kind === "json" && isKnown(value)) return jsonText(plainOf(value.value));
  return textFor(value);
}

/** A plain value as a text; of a collection, none. */
export function plainText(given: Plain | undefined): string {
  if (typeof given === "number") return numberText(given);
  return given === undefined || typeof given === "object" ? "" : String(given);
}

/** The characters of a text: code points, not halves of them. */
export function pointsOf(text: string): string[] {
  return Array.from(text);
}

/** A text as a value, unless it is too long. */
export function textValue(text: string, { at, work }: CallContext): Value {
  if (text.length > limits.text) return unknown("the text is too long", at);
  return spend(work, text.length >> 6) ? scalar(text, at) : tooMuch(at);
}

/** What a function says of what it cannot take. */
export function wrong(call: CallContext, why = "is not for what it is given"): Value {
  return fail(call.work, `${call.name}() ${why}`, call.at);
}

/** The first argument that is not known decides: nothing is. */
export function unknownOf(args: readonly Value[], { at }: CallContext): Value | undefined {
  const found = args.find((arg) => !isKnown(arg));
  return found === undefined ? undefined : unknown(causeOf(found), at);
}

/** A function of texts alone; undefined of it is wrong. */
export function onTexts(
  work: (texts: readonly string[], call: CallContext) => Plain | undefined,
): TerraformFunction {
  return (args, call) => {
    const missing = unknownOf(args, call);
    if (missing !== undefined) return missing;
    const texts = args.map(textArg);
    if (texts.includes(undefined)) return wrong(call);
    const length = texts.reduce((sum, text) => sum + text!.length, 0);
    if (!spend(call.work, length >> 6)) return tooMuch(call.at);
    const result = work(texts as string[], call);
    if (result === undefined) return wrong(call);
    return typeof result === "string" ? textValue(result, call) : resultOf(result, call);
  };
}

/** A function of numbers alone; undefined of it is wrong. */
export function onNumbers(
  work: (numbers: readonly number[]) => number | undefined,
): TerraformFunction {
  return (args, call) => {
    const missing = unknownOf(args, call);
    if (missing !== undefined) return missing;
    const numbers = args.map(numberOf);
    if (numbers.length === 0 || numbers.includes(undefined)) return wrong(call);
    const result = work(numbers as number[]);
    return result === undefined ? wrong(call) : scalar(result, call.at);
  };
}

/** A function of whatever is wholly known; undefined of it is wrong. */
export function onPlain(
  work: (values: readonly Plain[], call: CallContext) => Plain | undefined,
): TerraformFunction {
  return (args, call) => {
    const missing = unknownOf(args, call);
    if (missing !== undefined) return missing;
    const size = args.reduce((sum, arg) => sum + sizeOf(arg), 0);
    if (size > limits.size || !spend(call.work, size)) return tooMuch(call.at);
    const result = work(args.map(plainOf), call);
    return result === undefined ? wrong(call) : resultOf(result, call);
  };
}

function resultOf(result: Plain, call: CallContext): Value {
  if (typeof result === "string") return textValue(result, call);
  return valueOf(result, call.at);
}
