import type { TerraformFunction } from "../types.ts";
import { plainText } from "../plain.ts";
import { onNumbers, onPlain, pointsOf } from "./define.ts";
import type { Plain } from "../plain.ts";

function parseInteger([text, base]: readonly Plain[]): number | undefined {
  const radix = Number(base);
  if (!(radix >= 2 && radix <= 36)) return undefined;
  const digits = plainText(text).toLowerCase();
  if (digits.length > 1_000) return undefined;
  const valid = "0123456789abcdefghijklmnopqrstuvwxyz".slice(0, radix);
  const unsigned = digits.replace(/^[-+]/, "");
  if (unsigned === "" || pointsOf(unsigned).some((digit) => !valid.includes(digit)))
    return undefined;
  return parseInt(digits, radix);
}

function numbersOf(given: readonly Plain[]): number[] | undefined {
  const [first] = given;
  const items = Array.isArray(first) ? (first as readonly Plain[]) : given;
  const numbers = items.map((item) => (item === null || item === "" ? Number.NaN : Number(item)));
  return numbers.some(Number.isNaN) ? undefined : numbers;
}

function reduceNumbers(work: (a: number, b: number) => number): TerraformFunction {
  return onPlain((given) => {
    const numbers = numbersOf(given);
    return numbers === undefined || numbers.length === 0 ? undefined : numbers.reduce(work);
  });
}

/** Functions of numbers. */
export const numberFunctions: Readonly<Record<string, TerraformFunction>> = {
  abs: onNumbers(([n]) => Math.abs(n!)),
  ceil: onNumbers(([n]) => Math.ceil(n!)),
  floor: onNumbers(([n]) => Math.floor(n!)),
  log: onNumbers(([n, base]) => {
    const result = Math.log(n!) / Math.log(base ?? Math.E);
    return Number.isFinite(result) ? result : undefined;
  }),
  max: reduceNumbers((a, b) => Math.max(a, b)),
  min: reduceNumbers((a, b) => Math.min(a, b)),
  parseint: onPlain((given) => parseInteger(given)),
  pow: onNumbers(([n, power]) => {
    const result = n! ** (power ?? 1);
    return Number.isFinite(result) ? result : undefined;
  }),
  signum: onNumbers(([n]) => Math.sign(n!)),
  sum: reduceNumbers((a, b) => a + b),
};
