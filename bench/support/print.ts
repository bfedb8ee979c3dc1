import { cpus, availableParallelism } from "node:os";

/** Prints a table as Markdown, so that it can be put into bench/README.md. */
export function printTable(head: readonly string[], rows: readonly (readonly string[])[]): void {
  const widths = head.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (row: readonly string[]): string =>
    `| ${row.map((text, column) => text.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  console.log(line(head));
  console.log(`|${widths.map((width) => "-".repeat(width + 2)).join("|")}|`);
  for (const row of rows) console.log(line(row));
  console.log("");
}

/** A measured value beside what it must be; a miss makes the benchmark fail. */
export function printBar(what: string, isMet: boolean, bar: string): void {
  console.log(`${isMet ? "met   " : "MISSED"}  ${what} (bar: ${bar})`);
  if (!isMet) process.exitCode = 1;
}

/** Says on what it was measured. */
export function printMachine(): void {
  console.log(
    `${availableParallelism()} processors (${cpus()[0]?.model ?? "unknown"}), Node ${process.versions.node}\n`,
  );
}

/** "12.34 %" */
export function percent(part: number, whole: number): string {
  return `${(whole === 0 ? 0 : (100 * part) / whole).toFixed(2)} %`;
}
