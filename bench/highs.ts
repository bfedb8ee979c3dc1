// How loud Pavise is about code that is well kept:
//
//   node bench/highs.ts PATH…
//
// Lists every high or critical finding that a reader of the default audience gets, and counts them
// against the lines of Python that were read.
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseArgs } from "node:util";
import { formatLocation, type Finding } from "../src/core/index.ts";
import { printBar, printTable } from "./support/print.ts";
import { absolute, fail, prepare, scan } from "./support/tools.ts";

/** Lines for which one high finding is allowed. */
const lines = 20_000;

function linesOf(file: string): number {
  const bytes = readFileSync(file);
  let count = bytes.length > 0 && bytes.at(-1) !== 10 ? 1 : 0;
  for (const byte of bytes) if (byte === 10) count++;
  return count;
}

function isLoud({ severity, audience }: Finding): boolean {
  return audience === "default" && (severity === "high" || severity === "critical");
}

const { positionals } = parseArgs({ allowPositionals: true });
if (positionals.length === 0) fail("name at least one folder");
prepare();
const rows: string[][] = [];
let [allLines, allLoud] = [0, 0];
for (const target of positionals) {
  const run = await scan([target]);
  const python = run.coverage.assets.filter(
    ({ kind, status }) => kind === "python" && status !== "skipped",
  );
  const read = python.reduce((sum, { path }) => sum + linesOf(absolute(path)), 0);
  const loud = run.findings.filter(isLoud);
  for (const finding of loud) {
    console.log(`${finding.severity} ${finding.check} /${formatLocation(finding.location)}`);
    console.log(`    ${finding.message}\n    ${finding.evidence.trim().slice(0, 140)}`);
  }
  rows.push([
    basename(target),
    `${python.length}`,
    `${read}`,
    `${loud.length}`,
    ((loud.length * lines) / Math.max(1, read)).toFixed(2),
  ]);
  allLines += read;
  allLoud += loud.length;
}
const rate = (allLoud * lines) / Math.max(1, allLines);
rows.push(["all", "", `${allLines}`, `${allLoud}`, rate.toFixed(2)]);
console.log("");
printTable(["Library", "Python files", "lines", "high or critical", "per 20,000 lines"], rows);
printBar(`${rate.toFixed(2)} per 20,000 lines`, rate <= 1, "≤ 1");
