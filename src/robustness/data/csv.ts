// Tables as text: RFC 4180, with `,`, `;` or tabs, and with or without a row of names.
import { invalid } from "./fault.ts";

export interface CsvTable {
  /** From the first row, or "0", "1", … */
  readonly names: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const maxColumns = 100_000;

/** The separator that the first line has most of. */
function separatorOf(text: string): string {
  const line = text.slice(0, Math.max(text.indexOf("\n"), 0) || 4096).replaceAll(/"[^"]*"/g, "");
  const counts = [",", ";", "\t"].map((each) => [line.split(each).length, each] as const);
  return counts.reduce((best, each) => (each[0] > best[0] ? each : best))[1];
}

/** Whether a cell is a number, as Python's `float` reads it, but for what is none: `nan`. */
export function numberIn(cell: string): number | undefined {
  const text = cell.trim();
  if (!/^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i.test(text)) return undefined;
  const value = Number(text);
  return Number.isFinite(value) ? value : undefined;
}

function rowsOf(text: string, separator: string, path: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    let cell: string;
    if (text[at] === '"') {
      let end = at + 1;
      for (;;) {
        end = text.indexOf('"', end);
        if (end < 0)
          throw invalid(
            `${path}: a quote in row ${rows.length + 1} is not closed`,
            "Write a quote within quotes twice.",
          );
        if (text[end + 1] !== '"') break;
        end += 2;
      }
      cell = text.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
    } else {
      let end = at;
      while (
        end < text.length &&
        text[end] !== separator &&
        text[end] !== "\n" &&
        text[end] !== "\r"
      )
        end++;
      cell = text.slice(at, end);
      at = end;
    }
    row.push(cell);
    if (row.length > maxColumns)
      throw invalid(`${path} has more than ${maxColumns} columns`, "Write it as .npy.");
    if (text[at] === separator) {
      at++;
      if (at === text.length) row.push("");
      else continue;
    }
    while (at < text.length && text[at] !== "\n" && text[at] !== "\r") at++;
    if (text[at] === "\r") at++;
    if (text[at] === "\n") at++;
    if (row.length > 1 || row[0] !== "") rows.push(row);
    row = [];
  }
  return rows;
}

/** Parses a table. `header` says whether the first row has names; without it, that is seen from the cells. */
export function parseCsv(text: string, path: string, header?: boolean): CsvTable {
  const rows = rowsOf(text, separatorOf(text), path);
  const first = rows[0];
  if (first === undefined) throw invalid(`${path} is empty`, "Name a file with one row an item.");
  const second = rows[1];
  const seemsHeader =
    first.every((cell) => numberIn(cell) === undefined) &&
    (second === undefined || first.some((cell, k) => second[k] !== cell));
  const hasHeader = header ?? seemsHeader;
  const names = hasHeader
    ? first.map((cell) => cell.trim())
    : first.map((_, index) => String(index));
  if (hasHeader) rows.shift();
  for (const [index, row] of rows.entries()) {
    if (row.length !== names.length)
      throw invalid(
        `row ${index + 1} of ${path} has ${row.length} cells, and the first has ${names.length}`,
        "Every row has as many cells as the first.",
      );
  }
  return { names, rows };
}
