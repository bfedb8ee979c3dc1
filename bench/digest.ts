// How fast a model is hashed, beside what people use today:
//
//   node bench/digest.ts [--gigabytes N] [--runs N] [--python PATH]
//
// Rates are gigabytes for each second of processor time, so that what else the machine does counts
// little; scaling is by the clock and wants an idle machine. PATH is a Python with model-signing.
import { closeSync, openSync, writeSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { measure, median, type Cost } from "./support/clock.ts";
import { printBar, printMachine, printTable } from "./support/print.ts";
import { pavise, prepare, withFolder } from "./support/tools.ts";

const { values } = parseArgs({
  options: {
    gigabytes: { type: "string", default: "2" },
    runs: { type: "string", default: "5" },
    python: { type: "string" },
  },
});
const gigabytes = Number(values.gigabytes);
const runs = Number(values.runs);

/** What is measured: a name, a command and its arguments on a file. */
type Contender = readonly [name: string, command: string, args: readonly string[]];

function has(command: string): boolean {
  return spawnSync("sh", ["-c", `command -v ${command}`]).status === 0;
}

prepare();
await withFolder(async (folder) => {
  const file = join(folder, "weights.bin");
  const block = randomBytes(1 << 20);
  const descriptor = openSync(file, "w");
  for (let written = 0; written < gigabytes * 1e9; written += block.length)
    writeSync(descriptor, block);
  closeSync(descriptor);
  const tiny = join(folder, "tiny.bin");
  const other = openSync(tiny, "w");
  writeSync(other, "x");
  closeSync(other);

  const digest = (more: readonly string[]): readonly string[] => [
    "digest",
    "-q",
    "--jobs",
    "1",
    ...more,
  ];
  const reference = (target: string): readonly string[] => [
    "-c",
    "import sys; from model_signing import hashing; c = hashing.Config(); c.use_file_serialization(max_workers=1); c.hash(sys.argv[1])",
    target,
  ];
  const contenders: (readonly [...Contender, tinyArgs: readonly string[]])[] = [
    ["pavise digest", pavise, digest([file]), digest([tiny])],
    ["openssl dgst -sha256", "openssl", ["dgst", "-sha256", file], ["dgst", "-sha256", tiny]],
    [
      "pavise digest --hash blake3",
      pavise,
      digest(["--hash", "blake3", file]),
      digest(["--hash", "blake3", tiny]),
    ],
  ];
  const { python } = values;
  if (python !== undefined)
    contenders.push(["model-signing (Python)", python, reference(file), reference(tiny)]);
  if (has("b3sum"))
    contenders.push([
      "b3sum, one thread",
      "b3sum",
      ["--num-threads", "1", "--no-mmap", file],
      [tiny],
    ]);

  const costs = new Map<string, Cost[]>();
  const starts = new Map<string, Cost[]>();
  const add = (into: Map<string, Cost[]>, name: string, cost: Cost): void =>
    void into.set(name, [...(into.get(name) ?? []), cost]);
  // The first round fills the page cache.
  for (let round = -1; round < runs; round++)
    for (const [name, command, args, tinyArgs] of contenders) {
      const [whole, start] = [await measure(command, args), await measure(command, tinyArgs)];
      if (round < 0) continue;
      add(costs, name, whole);
      add(starts, name, start);
    }
  const cpu = (list: readonly Cost[] = []): number =>
    median(list.map(({ cpuSeconds }) => cpuSeconds));
  const rate = (name: string): number => gigabytes / (cpu(costs.get(name)) - cpu(starts.get(name)));
  printMachine();
  printTable(
    ["what", "GB per CPU second", "start-up, CPU s", "whole, CPU s"],
    contenders.map(([name]) => [
      name,
      rate(name).toFixed(2),
      cpu(starts.get(name)).toFixed(2),
      cpu(costs.get(name)).toFixed(2),
    ]),
  );
  const ours = rate("pavise digest");
  const beside = (name: string, least: number, rateOfOurs = ours): void => {
    if (!costs.has(name)) return;
    const ratio = rateOfOurs / rate(name);
    printBar(`${ratio.toFixed(2)} × ${name}`, ratio >= least, `${least}`);
  };
  beside("model-signing (Python)", 0.95);
  beside("openssl dgst -sha256", 0.9);
  beside("b3sum, one thread", 0.8, rate("pavise digest --hash blake3"));

  const shards = ["--shard-size", "128MiB"];
  const walls = { one: [] as number[], two: [] as number[] };
  for (let round = 0; round < runs; round++)
    for (const [jobs, list] of [
      ["1", walls.one],
      ["2", walls.two],
    ] as const) {
      const args = ["digest", "-q", "--jobs", jobs, ...shards, file];
      list.push((await measure(pavise, args)).wallSeconds);
    }
  const scaling = median(walls.one) / median(walls.two);
  printBar(
    `two threads on shards ${scaling.toFixed(2)} × one`,
    scaling >= 1.8,
    "1.8, idle machine",
  );
});
