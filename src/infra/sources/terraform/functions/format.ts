import type { Value } from "../../../value.ts";
import { numberOf, truthOf } from "../operators.ts";
import type { CallContext, TerraformFunction } from "../types.ts";
import { causeOf, isKnown, list, numberText, textOfParts, unknown } from "../values.ts";
import { limits, spend, tooMuch } from "../work.ts";
import { jsonTextOf, textArg } from "../plain.ts";
import { pointsOf, wrong } from "./define.ts";

const verb = /%(?:%|([-+ 0#]{0,5})(\d{0,6})(?:\.(\d{0,4}))?(?:\[(\d{1,4})\])?([a-zA-Z]))/g;

const maxWidth = 10_000;

function format(args: readonly Value[], call: CallContext): Value {
  const [first, ...values] = args;
  const pattern = first === undefined ? undefined : textArg(first);
  if (pattern === undefined)
    return first === undefined || isKnown(first) ? wrong(call) : unknown(causeOf(first), call.at);
  const parts: (string | Value)[] = [];
  let next = 0;
  let size = 0;
  let last = 0;
  for (const found of pattern.matchAll(verb)) {
    parts.push(pattern.slice(last, found.index));
    last = found.index + found[0].length;
    if (found[0] === "%%") {
      parts.push("%");
      continue;
    }
    const [, flags = "", width = "", precision, index, letter = ""] = found;
    if (index !== undefined) next = Number(index) - 1;
    const value = values[next++];
    if (value === undefined) return wrong(call, "has too few arguments");
    const spec = { flags, width: Number(width || "0"), precision, letter };
    if (spec.width > maxWidth || Number(precision ?? "0") > 100) return wrong(call);
    const part = formatOne(value, spec);
    if (part === undefined) return wrong(call);
    size += typeof part === "string" ? part.length : 0;
    if (size > limits.text) return unknown("the text is too long", call.at);
    parts.push(part);
  }
  if (next < values.length && !pattern.includes("[")) return wrong(call, "has too many arguments");
  parts.push(pattern.slice(last));
  if (!spend(call.work, (size + pattern.length) >> 4)) return tooMuch(call.at);
  return textOfParts(
    parts.filter((part) => part !== ""),
    call.at,
  );
}

interface Spec {
  readonly flags: string;
  readonly width: number;
  readonly precision: string | undefined;
  readonly letter: string;
}

/** What stands for one verb: a text, or a value that is not known; undefined where they don't fit. */
function formatOne(value: Value, spec: Spec): string | Value | undefined {
  if (!isKnown(value)) return value;
  const text = plainFormat(value, spec);
  if (text === undefined) return undefined;
  const { flags, width } = spec;
  if (text.length >= width || spec.letter === "t") return text;
  if (flags.includes("-")) return text.padEnd(width);
  if (!flags.includes("0")) return text.padStart(width);
  const sign = /^[-+]/.exec(text)?.[0] ?? "";
  return sign + text.slice(sign.length).padStart(width - sign.length, "0");
}

function plainFormat(value: Value, { flags, precision, letter }: Spec): string | undefined {
  const digits = precision === undefined ? undefined : Number(precision || "0");
  switch (letter) {
    case "s":
    case "v": {
      if (letter === "v" && flags.includes("#")) return jsonTextOf(value);
      const text = textArg(value) ?? (letter === "v" ? jsonTextOf(value) : undefined);
      return digits === undefined || text === undefined
        ? text
        : pointsOf(text).slice(0, digits).join("");
    }
    case "q": {
      const text = textArg(value);
      return text === undefined ? undefined : JSON.stringify(text);
    }
    case "t": {
      const truth = truthOf(value);
      return truth === undefined ? undefined : String(truth);
    }
    default: {
      const number = numberOf(value);
      if (number === undefined) return undefined;
      const text = formatNumber(number, letter, digits);
      return text !== undefined && flags.includes("+") && number >= 0 ? `+${text}` : text;
    }
  }
}

/** As Go has it: a number halfway between two goes to the even one. */
function fixed(number: number, digits: number): string {
  const text = number.toFixed(digits);
  const scaled = Math.abs(number) * 10 ** digits;
  const isHalfway = scaled < 2 ** 40 && scaled - Math.floor(scaled) === 0.5;
  if (!isHalfway || Math.floor(scaled) % 2 === 1) return text;
  return ((Math.sign(number) * Math.floor(scaled)) / 10 ** digits).toFixed(digits);
}

function formatNumber(
  number: number,
  letter: string,
  digits: number | undefined,
): string | undefined {
  const whole = Math.trunc(number);
  if (!Number.isFinite(number)) return undefined;
  switch (letter) {
    case "d":
      return numberText(whole);
    case "b":
      return whole.toString(2);
    case "o":
      return whole.toString(8);
    case "x":
      return whole.toString(16);
    case "X":
      return whole.toString(16).toUpperCase();
    case "f":
      return fixed(number, digits ?? 6);
    case "e":
    case "E": {
      const text = number
        .toExponential(digits ?? 6)
        .replace(/e([-+])(\d)$/, (_, sign: string, digit: string) => `e${sign}0${digit}`);
      return letter === "E" ? text.toUpperCase() : text;
    }
    case "g":
    case "G":
      return digits === undefined
        ? String(number)
        : String(Number(number.toPrecision(digits || 1)));
    default:
      return undefined;
  }
}

function formatList(args: readonly Value[], call: CallContext): Value {
  const open = args.find(
    (arg) =>
      !isKnown(arg) && arg.kind !== "template" && (arg.kind !== "list" || arg.open !== undefined),
  );
  if (open !== undefined && open.kind !== "reference") return list([], call.at, causeOf(open));
  const lists = args.filter((arg) => arg.kind === "list");
  const length = lists[0]?.items.length ?? 1;
  if (lists.some(({ items }) => items.length !== length)) return wrong(call);
  if (!spend(call.work, length * args.length)) return tooMuch(call.at);
  const items: Value[] = [];
  for (let at = 0; at < length; at++)
    items.push(
      format(
        args.map((arg) => (arg.kind === "list" ? arg.items[at]! : arg)),
        call,
      ),
    );
  return list(items, call.at);
}

/** Functions that fill in patterns. */
export const formatFunctions: Readonly<Record<string, TerraformFunction>> = {
  format,
  formatlist: formatList,
};
