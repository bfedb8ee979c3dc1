// Rows of a table as inputs: columns of numbers as they are, columns of texts as places in a list of their values.
import { numberIn } from "./csv.ts";
import { dataLimits, invalid } from "./fault.ts";
import type { Column, Items, LabelValues } from "./items.ts";
import { byCode } from "./labels.ts";
import type { Columns } from "./schema.ts";

/** A cell of any reader: text of CSV, a value of Parquet. */
export type Cell = string | number | bigint | boolean;

export interface Table {
  readonly path: string;
  readonly names: readonly string[];
  readonly count: number;
  cell(row: number, column: number): Cell | null | undefined;
}

/** Names that a column of labels usually has. */
const usualLabels = /^(?:label|labels|class|target|y|species|outcome)$/i;

function labelColumn({ names, path }: Table, wanted: string | number | undefined): number {
  if (wanted === undefined) return names.findIndex((name) => usualLabels.test(name));
  const at =
    typeof wanted === "string"
      ? names.indexOf(wanted)
      : wanted < 0
        ? names.length + wanted
        : wanted;
  const place =
    at < 0 && typeof wanted === "string" && /^-?\d+$/.test(wanted)
      ? names.at(Number(wanted))
      : names[at];
  if (place === undefined) throw noColumn(path, wanted, names);
  return names.indexOf(place);
}

function noColumn(path: string, wanted: string | number, names: readonly string[]): Error {
  return invalid(
    `${path} has no column ${JSON.stringify(wanted)}`,
    `Its columns are ${names.slice(0, 20).join(", ")}${names.length > 20 ? ", …" : ""}.`,
  );
}

function numeric(cell: Cell | null | undefined): number | undefined {
  if (typeof cell === "string") return numberIn(cell);
  if (typeof cell === "boolean") return cell ? 1 : 0;
  if (cell === null || cell === undefined) return undefined;
  const value = Number(cell);
  return Number.isFinite(value) ? value : undefined;
}

function labelsIn(table: Table, column: number): LabelValues {
  const texts: string[] = [];
  const numbers = new Float64Array(table.count);
  let areNumbers = true;
  for (let row = 0; row < table.count; row++) {
    const cell = table.cell(row, column);
    const value = numeric(cell);
    if (value === undefined) areNumbers = false;
    else numbers[row] = value;
    if (cell === null || cell === undefined || cell === "")
      throw invalid(
        `row ${row + 1} of ${table.path} has no label`,
        "Leave rows without a label out.",
      );
    texts.push(String(cell).trim());
  }
  return areNumbers ? numbers : texts;
}

interface Encoded {
  readonly column: Column;
  readonly values: Float32Array;
}

function encode(table: Table, at: number, stated: readonly string[] | undefined): Encoded {
  const name = table.names[at]!;
  const { count, path } = table;
  const values = new Float32Array(count);
  let isNumber = stated === undefined;
  let [least, most, isWhole] = [Infinity, -Infinity, true];
  for (let row = 0; isNumber && row < count; row++) {
    const value = numeric(table.cell(row, at));
    if (value === undefined) isNumber = false;
    else {
      values[row] = value;
      least = Math.min(least, value);
      most = Math.max(most, value);
      isWhole &&= Number.isInteger(value);
    }
  }
  if (isNumber) return { column: { name, kind: "number", isWhole, least, most }, values };

  const missing = (row: number): Error =>
    invalid(
      `row ${row + 1} of ${path} has nothing in column ${name}`,
      "Fill gaps, or leave the rows or the column out.",
    );
  const texts = Array.from({ length: count }, (_, row) => {
    const cell = table.cell(row, at);
    if (cell === null || cell === undefined) throw missing(row);
    const text = String(cell).trim();
    if (text === "" || /^(?:nan|null|na|n\/a|none)$/i.test(text)) {
      if (!(stated?.includes(text) ?? false)) throw missing(row);
    }
    return text;
  });
  const known = stated ?? [...new Set(texts)].sort(byCode);
  if (
    known.length > dataLimits.categories ||
    (stated === undefined && known.length > 20 && known.length > count / 2)
  ) {
    const row = texts.findIndex((text) => numberIn(text) === undefined);
    throw invalid(
      `column ${name} of ${path} has ${known.length} different texts, such as "${(texts[row] ?? "").slice(0, 40)}" in row ${row + 1}`,
      "Name the columns that the model takes with `columns.inputs`.",
    );
  }
  const places = new Map(known.map((text, index) => [text, index]));
  for (const [row, text] of texts.entries()) {
    const place = places.get(text);
    if (place === undefined)
      throw invalid(
        `row ${row + 1} of ${path} has "${text.slice(0, 60)}" in column ${name}, which is none of its categories`,
        "Add it to `columns.categories`.",
      );
    values[row] = place;
  }
  return {
    column: {
      name,
      kind: "category",
      values: known,
      isWhole: true,
      least: 0,
      most: known.length - 1,
    },
    values,
  };
}

/** Rows as items of one number a column. */
export function itemsOfTable(table: Table, columns: Columns = {}): Items {
  const { names, count, path } = table;
  const label = labelColumn(table, columns.label);
  const inputs = columns.inputs?.map((name) => {
    const at = names.indexOf(name);
    if (at < 0) throw noColumn(path, name, names);
    return at;
  });
  const taken = inputs ?? names.map((_, index) => index).filter((index) => index !== label);
  for (const name of Object.keys(columns.categories ?? {}))
    if (!names.includes(name)) throw noColumn(path, name, names);
  if (taken.length === 0)
    throw invalid(
      `${path} has no columns but its labels`,
      "Name the column of labels with `columns.label`.",
    );
  if (taken.length * count > dataLimits.values)
    throw invalid(`${path} has too many cells`, "Take fewer rows or columns.");
  const encoded = taken.map((at) => {
    const stated = Object.hasOwn(columns.categories ?? {}, names[at]!)
      ? columns.categories![names[at]!]
      : undefined;
    return encode(table, at, stated);
  });
  return {
    count,
    holds: "numbers",
    name: (index) => `${path}:${index + 1}`,
    // oxlint-disable-next-line require-await -- the interface is for readers that wait
    async *read(indices) {
      for (const index of indices)
        yield {
          data: Float32Array.from(encoded, ({ values }) => values[index]!),
          shape: [encoded.length],
        };
    },
    ...(label < 0 ? {} : { labels: labelsIn(table, label) }),
    columns: encoded.map(({ column }) => column),
    notes:
      encoded.some(({ column }) => column.kind === "category") && columns.categories === undefined
        ? [
            "texts were numbered in the order of their characters; state `columns.categories` if the model was trained with another order",
          ]
        : [],
    close: () => undefined,
  };
}
