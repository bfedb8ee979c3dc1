// Whether the cost of a file stays what it is when there are many:
//
//   node bench/scale.ts [--seed N] [--runs N] [--counts 1000,5000,20000]
//
// Writes Python files from a seed, which are like what people write in size and in what they use,
// and scans them with every check on.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { checks } from "../src/checks/registry.generated.ts";
import { measure, median, type Cost } from "./support/clock.ts";
import { printBar, printMachine, printTable } from "./support/print.ts";
import { seeded, type Random } from "./support/random.ts";
import { pavise, prepare, withFolder } from "./support/tools.ts";

const words = "model batch loader weights config tensor layer score path label row split".split(
  " ",
);

const examples = checks
  .filter(({ meta }) => meta.asset === "python")
  .flatMap(({ meta }) => [...meta.examples.found, ...meta.examples.clean])
  .map(({ code }) => code);

function name(random: Random): string {
  return `${random.pick(words)}_${random.pick(words)}${random.below(100)}`;
}

function statement(random: Random): string {
  const [a, b] = [name(random), name(random)];
  return random.pick([
    `${a} = ${b}.get("${name(random)}", ${random.below(1000)})`,
    `if ${a} is None or len(${b}) > ${random.below(50)}:\n        raise ValueError(f"{${a}!r} of {${b}}")`,
    `for ${a} in range(${random.below(100)}):\n        ${b}.append(${a} * ${random.below(9)} + 1)`,
    `${a} = [${b}[key] for key in sorted(${b}) if key != "${name(random)}"]`,
    `with open(${a}, encoding="utf-8") as file:\n        ${b} = json.load(file)`,
    `logger.info("%s of %s", ${a}, ${b})`,
    `# ${words.map(() => random.pick(words)).join(" ")}`,
  ]);
}

function definition(random: Random): string {
  const body = Array.from({ length: 3 + random.below(12) }, () => `    ${statement(random)}`);
  const text = `    """${words.map(() => random.pick(words)).join(" ")}."""`;
  return [`def ${name(random)}(${name(random)}, ${name(random)}=None):`, text, ...body].join("\n");
}

/** One module; sizes vary as they do in libraries, with few large ones. */
function module(random: Random): string {
  const functions = 1 + random.below(random.pick([4, 10, 20, 60]));
  const parts = Array.from({ length: functions }, () => definition(random));
  if (random.below(3) === 0) parts.unshift(random.pick(examples));
  return ["import json\nimport logging\n\nlogger = logging.getLogger(__name__)", ...parts, ""].join(
    "\n\n\n",
  );
}

function writeTree(root: string, count: number, random: Random): number {
  let bytes = 0;
  for (let at = 0; at < count; at++) {
    const folder = join(root, `part${Math.floor(at / 100)}`);
    if (at % 100 === 0) mkdirSync(folder);
    const text = module(random);
    bytes += text.length;
    writeFileSync(join(folder, `${name(random)}_${at}.py`), text);
  }
  return bytes;
}

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    runs: { type: "string", default: "3" },
    counts: { type: "string", default: "1000,5000,20000" },
  },
});
const runs = Number(values.runs);
prepare();
const measured: { count: number; bytes: number; cpu: number; wall: number; peak: number }[] = [];
for (const count of values.counts.split(",").map(Number)) {
  await withFolder(async (folder) => {
    const tree = join(folder, "tree");
    mkdirSync(tree);
    const bytes = writeTree(tree, count, seeded(Number(values.seed)));
    const args = ["scan", tree, "-f", "json", "-o", join(folder, "run.json"), "--fail-on", "none"];
    const costs: Cost[] = [];
    for (let run = 0; run < runs; run++) costs.push(await measure(pavise, args));
    measured.push({
      count,
      bytes,
      cpu: median(costs.map(({ cpuSeconds }) => cpuSeconds)),
      wall: median(costs.map(({ wallSeconds }) => wallSeconds)),
      peak: Math.max(...costs.map(({ peakMib }) => peakMib)),
    });
  });
}
printMachine();
printTable(
  ["Files", "MB", "CPU s", "CPU ms per file", "wall s", "peak MiB"],
  measured.map(({ count, bytes, cpu, wall, peak }) => [
    `${count}`,
    (bytes / 1e6).toFixed(1),
    cpu.toFixed(2),
    ((cpu / count) * 1000).toFixed(2),
    wall.toFixed(2),
    peak.toFixed(0),
  ]),
);
const [first, last] = [measured[0], measured.at(-1)];
if (first !== undefined && last !== undefined && first !== last) {
  const growth = last.cpu / last.bytes / (first.cpu / first.bytes);
  printBar(
    `a byte of ${last.count} files costs ${growth.toFixed(2)} × one of ${first.count}`,
    growth <= 1.1,
    "≤ 1.1 ×: linear",
  );
  printBar(`peak memory ${last.peak.toFixed(0)} MiB`, last.peak * 1.048576 <= 500, "≤ 500 MB");
}
