// Whether hostile files can crash, stop or blind a scan:
//
//   node bench/hostile.ts [--seed N] [--seeds DIR] [--keep] [COUNT]
//
// Writes COUNT files (20,000 unless said) that are cut, changed, spliced, nested, huge or wrongly
// encoded, and scans them. What they are made from: the examples of our own checks, and the Python
// files of DIR, the standard library of the system's Python unless said.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";
import { checks } from "../src/checks/registry.generated.ts";
import { defaultLimits } from "../src/core/index.ts";
import { parseRun } from "../src/report/index.ts";
import { hostileFile, type Seed } from "./support/hostile-files.ts";
import { printBar, printMachine, printTable } from "./support/print.ts";
import { seeded } from "./support/random.ts";
import { fail, pavise, prepare } from "./support/tools.ts";

function standardLibrary(): string {
  const code = "import sysconfig; print(sysconfig.get_path('stdlib'))";
  const { stdout, status } = spawnSync("python3", ["-c", code], { encoding: "utf8" });
  if (status !== 0) fail("there is no python3 whose standard library could be used: --seeds DIR");
  return stdout.trim();
}

function readSeeds(folder: string): readonly Seed[] {
  const examples = checks.flatMap(({ meta }) =>
    [...meta.examples.found, ...meta.examples.clean].map(({ path = "example.py", code }) => ({
      name: basename(path),
      bytes: Buffer.from(code),
    })),
  );
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => /\.(?:py|[cm]?[jt]sx?)$/.test(path))
    .sort()
    // The library is larger than what a run can use.
    .filter((_, at) => at % 3 === 0)
    .map((path) => ({ name: basename(path), bytes: readFileSync(join(folder, path)) }))
    .filter(({ bytes }) => bytes.length > 0);
  // As many of one as of the other, so that the checks have something to find.
  const times = Math.max(1, Math.ceil(files.length / examples.length));
  return [...Array.from({ length: times }, () => examples).flat(), ...files];
}

function countBy<T>(list: readonly T[], key: (item: T) => string): readonly [string, number][] {
  const counts = new Map<string, number>();
  for (const item of list) counts.set(key(item), (counts.get(key(item)) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a);
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: "string", default: "1" },
    seeds: { type: "string" },
    keep: { type: "boolean", default: false },
  },
});
const count = Number(positionals[0] ?? 20_000);
prepare();
const folder = mkdtempSync(join(tmpdir(), "pavise-hostile-"));
const tree = join(folder, "tree");
mkdirSync(tree);
const random = seeded(Number(values.seed));
const seeds = readSeeds(values.seeds ?? standardLibrary());
const written = new Map<string, string>();
let bytes = 0;
for (let at = 0; at < count; at++) {
  const file = hostileFile(seeds, random);
  // Each in a folder of its own: a name like `Dockerfile` means something.
  const place = `${Math.floor(at / 200)}/${at}`;
  mkdirSync(join(tree, place), { recursive: true });
  writeFileSync(join(tree, place, file.name), file.bytes);
  written.set(`tree/${place}/${file.name}`, file.how);
  bytes += file.bytes.length;
}

const output = join(folder, "run.json");
const args = ["scan", "tree", "-f", "json", "-o", output, "--fail-on", "none", "--quiet"];
const begin = performance.now();
const { status, signal } = spawnSync(pavise, args, {
  cwd: folder,
  stdio: ["ignore", "ignore", "inherit"],
  // As if every single file went to its limit would be no bar at all; this is ten times what is
  // usual on a slow machine.
  timeout: 60_000 + count * 60,
});
const seconds = (performance.now() - begin) / 1000;

printMachine();
console.log(
  `${count} files, ${(bytes / 1e6).toFixed(0)} MB, seed ${values.seed}: ${seconds.toFixed(0)} s\n`,
);
printBar(`ended with status ${status ?? signal}`, status === 0, "0: neither crash nor hang");
if (status === 0) {
  const run = await parseRun(readFileSync(output, "utf8"));
  const { assets } = run.coverage;
  const covered = new Set(assets.map(({ path }) => path));
  const missing = [...written.keys()].filter((path) => !covered.has(path));
  printTable(
    ["What was done to it", "files"],
    countBy([...written.values()], (how) => how).map(([how, files]) => [how, `${files}`]),
  );
  printTable(
    ["What became of it", "files"],
    countBy(
      assets,
      ({ status, reason }) => `${status}${reason === undefined ? "" : `: ${reason}`}`,
    ).map(([what, files]) => [what, `${files}`]),
  );
  const given = assets.filter(
    ({ reason }) =>
      reason === "timeout" ||
      reason === "out-of-memory" ||
      reason === "worker-failed" ||
      reason === "check-failed",
  );
  for (const { path, reason, detail } of given)
    console.log(`${reason} ${path} (${written.get(path)}): ${detail}`);
  const late = given.filter(({ reason }) => reason === "timeout");
  printBar(`${missing.length} files are not in the coverage`, missing.length === 0, "0");
  printBar(
    `${late.length} files took more than ${defaultLimits.fileTimeoutMs / 1000} s`,
    late.length === 0,
    "0; 10 s at most",
  );
  printBar(
    `${given.length - late.length} ended a worker or made a check fail`,
    given.length === late.length,
    "0",
  );
  console.log(`\n${run.findings.length} findings all the same`);
}
if (values.keep) console.log(`kept: ${folder}`);
else rmSync(folder, { recursive: true, force: true });
