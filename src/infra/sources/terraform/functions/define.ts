import type { Value } from "../../../value.ts";
import { numberOf } from "../operators.ts";
import { plainOf, textArg, valueOf, type Plain } from "../plain.ts";
import type { CallContext, TerraformFunction } from "../types.ts";
import { causeOf, isKnown, scalar, sizeOf, unknown } from "../values.ts";
import { fail, limits, spend, tooMuch } from "../work.ts";

/** The characters of a text: code points, not halves of them. */
export function pointsOf(text: string): string[] {
  return Array.from(text);
}

let segmenter: Intl.Segmenter | undefined;

/** The characters of a text as people count them: a letter with its accent is one. */
export function graphemesOf(text: string): string[] {
  if (!/[^ -~\t\n]/.test(text)) return Array.from(text);
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" });
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** A text as a value, unless it is too long. */
export function textValue(text: string, { at, work }: CallContext): Value {
  if (text.length > limits.text) return unknown("the text is too long", at);
  return spend(work, text.length >> 4) ? scalar(text, at) : tooMuch(at);
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
    if (!spend(call.work, length >> 4)) return tooMuch(call.at);
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
  if (Array.isArray(result) && (result.length > limits.size || !spend(call.work, result.length)))
    return tooMuch(call.at);
  return valueOf(result, call.at);
}
