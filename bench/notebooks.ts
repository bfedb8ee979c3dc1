// What a scan of one large notebook costs:
//
//   node bench/notebooks.ts [--runs N] [MB]      (3 runs of a notebook of 50 MB unless said)
//
// The notebook is made here: pictures in Base64, tables in HTML and in text, what trainings print, and
// in each cell a weakness of which the line is known. Whole processes are measured.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { parseRun } from "../src/report/index.ts";
import { measure, median, type Cost } from "./support/clock.ts";
import { makeNotebook } from "./support/notebook-file.ts";
import { printBar, printMachine, printTable } from "./support/print.ts";
import { seeded } from "./support/random.ts";
import { fail, pavise, prepare, withFolder } from "./support/tools.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: "string", default: "3" } },
});
const megabytes = Number(positionals[0] ?? 50);
const runs = Number(values.runs);
if (!(megabytes > 0 && runs > 0)) fail("give a size in MB and a number of runs that are numbers");
prepare();

await withFolder(async (folder) => {
  const file = join(folder, "large.ipynb");
  const { text, cells } = makeNotebook(megabytes * 1e6, seeded(1));
  writeFileSync(file, text);
  const output = join(folder, "run.json");
  const args = ["scan", file, "-f", "json", "-o", output, "--fail-on", "none", "--quiet"];
  // Once unmeasured: the file comes into the cache of the system, and compiled code into ours.
  await measure(pavise, args);
  const costs: Cost[] = [];
  for (let at = 0; at < runs; at++) costs.push(await measure(pavise, args));

  const run = await parseRun(readFileSync(output, "utf8"));
  const found = run.findings.filter(({ check }) => check === "torch-load-untrusted");
  const exact = found.filter(
    ({ location }, index) => location.cell === 2 * (index + 1) && location.line === 4,
  );
  const wall = median(costs.map(({ wallSeconds }) => wallSeconds));
  const cpu = median(costs.map(({ cpuSeconds }) => cpuSeconds));
  const peak = Math.max(...costs.map(({ peakMib }) => peakMib));
  printMachine();
  console.log(`${(text.length / 1e6).toFixed(1)} MB, ${cells} cells; median of ${runs} runs\n`);
  printTable(["CPU s", "wall s", "peak MiB"], [[cpu.toFixed(2), wall.toFixed(2), peak.toFixed(0)]]);
  printBar(
    `${cpu.toFixed(2)} s of CPU`,
    cpu <= 2 * (megabytes / 50),
    "≤ 2 s for 50 MB on one core",
  );
  printBar(`${run.coverage.assets[0]?.status}`, run.coverage.summary.failed === 0, "read whole");
  printBar(
    `${exact.length} of ${cells / 2} weaknesses, each with its cell and line`,
    exact.length === cells / 2 && found.length === exact.length,
    "all of them",
  );
});
