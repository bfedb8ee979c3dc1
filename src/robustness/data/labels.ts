// Labels of any kind become numbers of classes.
import { invalid } from "./fault.ts";
import type { LabelValues } from "./items.ts";

/** No model has more classes. */
const maxClasses = 1_000_000;

export interface Labels {
  readonly labels: Int32Array;
  readonly classNames?: readonly string[];
}

function wholes(values: ArrayLike<number>, name: (index: number) => string): Int32Array {
  const labels = new Int32Array(values.length);
  for (let index = 0; index < values.length; index++) {
    const value = values[index]!;
    if (!Number.isInteger(value) || value < 0 || value >= maxClasses)
      throw invalid(
        `the label of ${name(index)} is ${value}, and classes are whole numbers from 0`,
        "Give classes as numbers from 0, or as names. Data without labels can be attacked with the model's own predictions.",
      );
    labels[index] = value;
  }
  return labels;
}

/** Numbers stay; names are looked up among the model's, or numbered in their order. `name` is of the item in errors. */
export function settleLabels(
  values: LabelValues,
  name: (index: number) => string,
  known?: readonly string[],
): Labels {
  const isText = Array.isArray(values);
  const numbers = isText && values.every((text) => /^\s*\d+(?:\.0*)?\s*$/.test(text));
  if (!isText || (numbers && !(known?.some((each) => values.includes(each)) ?? false))) {
    const labels = wholes(isText ? values.map(Number) : (values as Float64Array), name);
    return known === undefined ? { labels } : { labels, classNames: known };
  }
  const names = known ?? [...new Set(values)].sort(byCode);
  const places = new Map(names.map((each, index) => [each, index]));
  const labels = new Int32Array(values.length);
  for (const [index, text] of values.entries()) {
    const place = places.get(text);
    if (place === undefined)
      throw invalid(
        `the label of ${name(index)} is "${text.slice(0, 60)}", which is none of the model's classes`,
        `The classes are ${names.slice(0, 8).join(", ")}${names.length > 8 ? ", …" : ""}.`,
      );
    labels[index] = place;
  }
  return { labels, classNames: names };
}

/** As Python sorts texts: by their characters' numbers. */
export function byCode(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
