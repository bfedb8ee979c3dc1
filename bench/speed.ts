// What a scan costs beside Bandit, both run in turn in one session:
//
//   node bench/speed.ts [--runs N] DIR        (3 runs of each unless said; the median counts)
//
// Whole processes are measured: start, every check, writing the report. CPU time is user and system
// time of all threads. Bandit reads Python files; Pavise reads every file.
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { median, measure, type Cost } from "./support/clock.ts";
import { printBar, printMachine, printTable } from "./support/print.ts";
import { bandit, banditArguments, fail, pavise, prepare, withFolder } from "./support/tools.ts";

/** Size of the Python files below a folder, in bytes, and how many there are. */
function pythonBelow(folder: string): { files: number; bytes: number } {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  const sizes = paths
    .filter((path) => path.endsWith(".py"))
    .map((path) => statSync(join(folder, path)))
    .filter((stat) => stat.isFile())
    .map(({ size }) => size);
  return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

interface Summary {
  readonly cpu: number;
  readonly wall: number;
  readonly peak: number;
}

function summarize(costs: readonly Cost[]): Summary {
  return {
    cpu: median(costs.map(({ cpuSeconds }) => cpuSeconds)),
    wall: median(costs.map(({ wallSeconds }) => wallSeconds)),
    peak: Math.max(...costs.map(({ peakMib }) => peakMib)),
  };
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { runs: { type: "string", default: "3" }, "ours-only": { type: "boolean" } },
});
const [folder] = positionals;
if (folder === undefined) fail("name a folder");
const runs = Number(values.runs);
prepare();
const { files, bytes } = pythonBelow(folder);

await withFolder(async (output) => {
  const args = ["scan", folder, "-f", "json", "-o", join(output, "p.json"), "--fail-on", "none"];
  const ours: Cost[] = [];
  const theirs: Cost[] = [];
  // Once unmeasured: files come into the cache of the system, and compiled code into ours.
  await measure(pavise, args);
  for (let at = 0; at < runs; at++) {
    ours.push(await measure(pavise, args));
    if (values["ours-only"] !== true)
      theirs.push(await measure(bandit, banditArguments([folder], join(output, "b.json"))));
  }
  printMachine();
  console.log(`${files} Python files, ${(bytes / 1e6).toFixed(1)} MB; median of ${runs} runs\n`);
  const both = [
    ["Pavise", summarize(ours)],
    ...(theirs.length === 0 ? [] : ([["Bandit", summarize(theirs)]] as const)),
  ] as const;
  printTable(
    ["", "CPU s", "MB per CPU-s", "wall s", "peak MiB"],
    both.map(([name, { cpu, wall, peak }]) => [
      name,
      cpu.toFixed(2),
      (bytes / 1e6 / cpu).toFixed(2),
      wall.toFixed(2),
      peak.toFixed(0),
    ]),
  );
  const our = summarize(ours);
  printBar(`peak memory ${our.peak.toFixed(0)} MiB`, our.peak * 1.048576 <= 500, "≤ 500 MB");
  if (theirs.length === 0) return;
  const their = summarize(theirs);
  const [cpu, wall] = [their.cpu / our.cpu, their.wall / our.wall];
  printBar(`${cpu.toFixed(2)} × Bandit per CPU-second`, cpu >= 6, "≥ 6 ×, aim 8 ×");
  printBar(`${wall.toFixed(2)} × Bandit in wall time`, wall >= 11, "≥ 11 × on 2 processors");
});
