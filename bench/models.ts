// Malicious and benign model files, by Pavise and by the scanners that people use:
//
//   node bench/models.ts EVIL BENIGN [--each N] [--seed N] [--picklescan FILE] [--fickling FILE] [--modelscan FILE]
//
// Takes N files of each folder at random (all unless said), gives each to every scanner by itself, and
// counts what it calls malicious. `scripts/models/make-malicious.py` and `make-benign.py` make the
// folders. Pavise counts where a finding is high or critical, as its gate does.
import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { parseArgs } from "node:util";
import { percent, printMachine, printTable } from "./support/print.ts";
import { seeded } from "./support/random.ts";

/** How a scanner says of one file that it is malicious. */
interface Scanner {
  readonly name: string;
  readonly isMalicious: (file: string) => Promise<boolean>;
}

const root = join(import.meta.dirname, "..");

function run(
  command: string,
  args: readonly string[],
  cwd: string = tmpdir(),
): Promise<{ status: number; output: string }> {
  return new Promise((resolve) => {
    // fickling writes its results where it is started.
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"], cwd });
    let output = "";
    child.stdout.on("data", (piece: Buffer) => (output += piece.toString()));
    child.stderr.on("data", (piece: Buffer) => (output += piece.toString()));
    child.on("error", () => resolve({ status: -1, output }));
    child.on("close", (status) => resolve({ status: status ?? -1, output }));
  });
}

function scanners(tools: Readonly<Record<string, string | undefined>>): readonly Scanner[] {
  const { picklescan, fickling, modelscan } = tools;
  const list: Scanner[] = [];
  if (picklescan !== undefined)
    for (const strict of [false, true])
      list.push({
        name: strict ? "picklescan --strict" : "picklescan",
        isMalicious: async (file) => {
          const extra = strict ? ["--strict"] : [];
          return (await run(picklescan, ["-p", file, ...extra])).status === 1;
        },
      });
  if (fickling !== undefined)
    list.push({
      name: "fickling",
      isMalicious: async (file) => (await run(fickling, ["--check-safety", file])).status === 1,
    });
  if (modelscan !== undefined)
    list.push({
      name: "modelscan",
      isMalicious: async (file) => (await run(modelscan, ["-p", file])).status === 1,
    });
  return list;
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name !== "manifest.json")
    .map((entry) => resolve(entry.parentPath, entry.name))
    .filter((file) => statSync(file).size > 0)
    .toSorted();
}

/** Two at a time. */
async function count(files: readonly string[], { isMalicious }: Scanner): Promise<number> {
  let next = 0;
  let found = 0;
  async function work(): Promise<void> {
    for (let at = next++; at < files.length; at = next++)
      if (await isMalicious(files[at]!)) found++;
  }
  await Promise.all([work(), work()]);
  return found;
}

/** Pavise looks at a folder at once; whose files are found is in its run. */
async function pavise(folder: string, files: readonly string[]): Promise<number> {
  const out = join(mkdtempSync(join(tmpdir(), "pavise-models-")), "run.json");
  const options = ["-q", "--fail-on", "none", "-f", "json", "-o", out];
  await run(join(root, "pavise"), ["scan", ".", ...options], folder);
  const { findings } = JSON.parse(readFileSync(out, "utf8")) as {
    findings: readonly { severity: string; location: { path: string } }[];
  };
  rmSync(out);
  const bad = new Set(
    findings
      .filter(({ severity }) => severity === "critical" || severity === "high")
      .map(({ location }) => resolve(folder, location.path)),
  );
  return files.filter((file) => bad.has(file)).length;
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    each: { type: "string" },
    seed: { type: "string", default: "1" },
    picklescan: { type: "string" },
    fickling: { type: "string" },
    modelscan: { type: "string" },
  },
});
const [evilFolder, benignFolder] = positionals;
if (evilFolder === undefined || benignFolder === undefined)
  throw new Error("say a folder with malicious and one with benign files");
const random = seeded(Number(values.seed));

function sample(folder: string): readonly string[] {
  const all = [...filesIn(folder)];
  const wanted = Math.min(all.length, Number(values.each ?? all.length));
  const taken: string[] = [];
  while (taken.length < wanted) taken.push(...all.splice(random.below(all.length), 1));
  return taken;
}

const [evil, benign] = [sample(evilFolder), sample(benignFolder)];
printMachine();
const rows: string[][] = [];
const begin = performance.now();
const ours = [await pavise(evilFolder, evil), await pavise(benignFolder, benign)] as const;
rows.push([
  "Pavise",
  percent(ours[0], evil.length),
  percent(ours[1], benign.length),
  seconds(begin),
]);
for (const scanner of scanners(values)) {
  const start = performance.now();
  const [found, accused] = [await count(evil, scanner), await count(benign, scanner)];
  rows.push([
    scanner.name,
    percent(found, evil.length),
    percent(accused, benign.length),
    seconds(start),
  ]);
}
printTable([`scanner`, `found of ${evil.length}`, `accused of ${benign.length}`, "time"], rows);

function seconds(since: number): string {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
