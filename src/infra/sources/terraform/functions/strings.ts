import type { Value } from "../../../value.ts";
import { numberOf } from "../operators.ts";
import type { CallContext, TerraformFunction } from "../types.ts";
import { compareTexts } from "../identity.ts";
import { causeOf, isKnown, list, scalar, textOfParts, unknown } from "../values.ts";
import { limits } from "../work.ts";
import { textArg } from "../plain.ts";
import { graphemesOf, onTexts, pointsOf, textValue, unknownOf, wrong } from "./define.ts";

function join(args: readonly Value[], call: CallContext): Value {
  const [separator, ...lists] = args;
  const between = separator === undefined ? undefined : textArg(separator);
  if (between === undefined)
    return separator !== undefined && !isKnown(separator)
      ? unknown(causeOf(separator), call.at)
      : wrong(call);
  const parts: (string | Value)[] = [];
  let size = 0;
  for (const each of lists) {
    if (each.kind !== "list" || each.open !== undefined)
      return isKnown(each) ? wrong(call) : unknown(causeOf(each), call.at);
    for (const item of each.items) {
      if (parts.length > 0) parts.push(between);
      const text = textArg(item);
      if (text === undefined && isKnown(item)) return wrong(call);
      size += (text?.length ?? 0) + between.length;
      parts.push(text ?? item);
    }
  }
  if (size > limits.text) return unknown("the text is too long", call.at);
  return parts.length === 0 ? scalar("", call.at) : textOfParts(parts, call.at);
}

function substr(args: readonly Value[], call: CallContext): Value {
  const missing = unknownOf(args, call);
  if (missing !== undefined) return missing;
  const text = args[0] === undefined ? undefined : textArg(args[0]);
  const offset = args[1] === undefined ? undefined : numberOf(args[1]);
  const length = args[2] === undefined ? undefined : numberOf(args[2]);
  if (text === undefined || offset === undefined || length === undefined) return wrong(call);
  const chars = graphemesOf(text);
  const start = Math.min(Math.max(0, offset < 0 ? chars.length + offset : offset), chars.length);
  const end = length < 0 ? chars.length : Math.min(chars.length, start + length);
  return textValue(chars.slice(start, end).join(""), call);
}

function indent(args: readonly Value[], call: CallContext): Value {
  const missing = unknownOf(args, call);
  if (missing !== undefined) return missing;
  const spaces = args[0] === undefined ? undefined : numberOf(args[0]);
  const text = args[1] === undefined ? undefined : textArg(args[1]);
  if (spaces === undefined || text === undefined || spaces < 0 || spaces > 10_000)
    return wrong(call);
  const lines = text.split("\n");
  if (text.length + lines.length * spaces > limits.text)
    return unknown("the text is too long", call.at);
  return textValue(lines.join(`\n${" ".repeat(spaces)}`), call);
}

function trimSet(text: string, set: string): string {
  const chars = new Set(set);
  const points = pointsOf(text);
  let start = 0;
  let end = points.length;
  while (start < end && chars.has(points[start]!)) start++;
  while (end > start && chars.has(points[end - 1]!)) end--;
  return points.slice(start, end).join("");
}

/** Letters that have no capital of one letter stay: `ß`. */
function upper(text: string): string {
  const raised = text.toUpperCase();
  if (raised.length === text.length) return raised;
  return pointsOf(text)
    .map((point) => (pointsOf(point.toUpperCase()).length === 1 ? point.toUpperCase() : point))
    .join("");
}

function title(text: string): string {
  return text.replace(
    /(^|[^\p{L}\p{N}_])(\p{L})/gu,
    (_, before: string, letter: string) => before + letter.toUpperCase(),
  );
}

function sort(args: readonly Value[], call: CallContext): Value {
  const missing = unknownOf(args, call);
  if (missing !== undefined) return missing;
  const [given] = args;
  if (given?.kind !== "list") return wrong(call);
  const texts = given.items.map(textArg);
  if (texts.includes(undefined)) return wrong(call);
  return list(
    (texts as string[]).sort(compareTexts).map((text) => scalar(text, call.at)),
    call.at,
  );
}

/** White space of Unicode. */
const spaces =
  " \t\n\v\f\r\u0085\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000";

function chomp(text: string): string {
  let end = text.length;
  while (text[end - 1] === "\n") end -= text[end - 2] === "\r" ? 2 : 1;
  return text.slice(0, end);
}

/** Functions of texts. */
export const stringFunctions: Readonly<Record<string, TerraformFunction>> = {
  chomp: onTexts(([text]) => (text === undefined ? undefined : chomp(text))),
  endswith: onTexts(([text, end]) => text?.endsWith(end ?? "")),
  indent,
  join,
  lower: onTexts(([text]) => text?.toLowerCase()),
  sort,
  split: onTexts(([separator, text]) => {
    if (text === undefined) return undefined;
    return separator === "" ? graphemesOf(text) : text.split(separator!);
  }),
  startswith: onTexts(([text, start]) => text?.startsWith(start ?? "")),
  strcontains: onTexts(([text, part]) => text?.includes(part ?? "")),
  strrev: onTexts(([text]) =>
    text === undefined ? undefined : graphemesOf(text).reverse().join(""),
  ),
  substr,
  title: onTexts(([text]) => (text === undefined ? undefined : title(text))),
  trim: onTexts(([text, set]) => (set === undefined ? undefined : trimSet(text!, set))),
  trimprefix: onTexts(([text, prefix]) =>
    prefix !== undefined && text!.startsWith(prefix) ? text!.slice(prefix.length) : text,
  ),
  trimspace: onTexts(([text]) => (text === undefined ? undefined : trimSet(text, spaces))),
  trimsuffix: onTexts(([text, suffix]) =>
    suffix !== undefined && suffix !== "" && text!.endsWith(suffix)
      ? text!.slice(0, -suffix.length)
      : text,
  ),
  upper: onTexts(([text]) => (text === undefined ? undefined : upper(text))),
};
