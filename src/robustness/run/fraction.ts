import { PaviseError } from "../../core/index.ts";

/** A number as people write it: `8/255`, `0.03`, `1e-3`. Undefined for anything else. */
export function readFraction(text: string): number | undefined {
  const match =
    /^\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)\s*(?:\/\s*(\d+\.?\d*|\.\d+))?\s*$/i.exec(text);
  if (match === null) return undefined;
  const value = Number(match[1]) / (match[2] === undefined ? 1 : Number(match[2]));
  return Number.isFinite(value) ? value : undefined;
}

/** The same, or an error that names where it was said. */
export function fractionOf(value: string | number, where: string): number {
  const number = typeof value === "number" ? value : readFraction(value);
  if (number !== undefined && Number.isFinite(number)) return number;
  throw new PaviseError("usage", `${where} ${value}: not a number`, {
    hint: "A number or a fraction: 0.03, 8/255, 1e-3.",
  });
}

/** A value of a parameter: a number, a truth, a list in brackets, or a word. */
export function readValue(text: string): unknown {
  const number = readFraction(text);
  if (number !== undefined) return number;
  if (text === "true" || text === "false") return text === "true";
  if (text.startsWith("[") && text.endsWith("]"))
    return text
      .slice(1, -1)
      .split(",")
      .map((part) => readValue(part.trim()));
  return text;
}
