// How far Pavise and Bandit 1.9.4 agree, by file, line and Bandit's id:
//
//   node bench/bandit-agreement.ts [--bandit-json F] [--show N] PATH…
//
// Bandit runs here unless a report of it is given; its file names count from the current folder.
// Files that Bandit says it could not read are left out. `--show` says how many differences of each
// id are printed (default 5).
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import type { Finding } from "../src/core/index.ts";
import { percent, printBar, printTable } from "./support/print.ts";
import { absolute, banditScan, fail, prepare, readBandit, scan } from "./support/tools.ts";
import type { BanditReport } from "./support/tools.ts";

interface Sight {
  readonly file: string;
  readonly line: number;
  readonly id: string;
}
type Sights = ReadonlyMap<string, Sight>;

function keyed(sights: readonly Sight[]): Sights {
  return new Map(sights.map((sight) => [`${sight.file}:${sight.line} ${sight.id}`, sight]));
}

/** Files that Bandit read whole. */
function readByBandit({ metrics, errors }: BanditReport): ReadonlySet<string> {
  const broken = new Set(errors.map(({ filename }) => filename));
  const names = Object.keys(metrics).filter((name) => name !== "_totals" && !broken.has(name));
  return new Set(names.map((name) => resolve(name)));
}

function sightsOfBandit(report: BanditReport, files: ReadonlySet<string>): Sights {
  const sights = report.results.map(({ filename, line_number, test_id }) => ({
    file: resolve(filename),
    line: line_number,
    id: test_id,
  }));
  return keyed(sights.filter(({ file }) => files.has(file)));
}

function sightsOfPavise(findings: readonly Finding[], files: ReadonlySet<string>): Sights {
  const sights = findings.flatMap(({ aliases, location }) =>
    aliases
      .filter((alias) => /^B\d{3}$/.test(alias))
      .map((id) => ({ file: absolute(location.path), line: location.line ?? 0, id })),
  );
  return keyed(sights.filter(({ file }) => files.has(file)));
}

function without(a: Sights, b: Sights): readonly Sight[] {
  return [...a].filter(([key]) => !b.has(key)).map(([, sight]) => sight);
}

function countById(sights: Iterable<Sight>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { id } of sights) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

function lineOf({ file, line }: Sight): string {
  return (readFileSync(file, "utf8").split("\n")[line - 1] ?? "").trim().slice(0, 120);
}

function printSome(title: string, sights: readonly Sight[], most: number): void {
  const shown = new Map<string, number>();
  for (const sight of sights.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const before = shown.get(sight.id) ?? 0;
    shown.set(sight.id, before + 1);
    if (before < most) {
      console.log(`${title} ${sight.id} ${sight.file}:${sight.line}  ${lineOf(sight)}`);
    }
  }
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { "bandit-json": { type: "string" }, show: { type: "string", default: "5" } },
});
if (positionals.length === 0) fail("name at least one folder or file");
prepare();
const run = await scan(positionals);
const given = values["bandit-json"];
const report = given === undefined ? await banditScan(positionals) : readBandit(given);

const seen = new Set(run.coverage.assets.map(({ path }) => absolute(path)));
const files = new Set([...readByBandit(report)].filter((file) => seen.has(file)));
const theirs = sightsOfBandit(report, files);
const ours = sightsOfPavise(run.findings, files);
const silenced = sightsOfPavise(run.suppressed, files);
const missed = without(theirs, ours);
const extra = without(ours, theirs);

const unread = readByBandit(report).size - files.size;
console.log(
  `${files.size} files that both read; ${report.errors.length} that Bandit could not read, ${unread} that Pavise did not visit\n`,
);
const [bandits, pavises, misses, extras] = [theirs.values(), ours.values(), missed, extra].map(
  countById,
);
printTable(
  ["Id", "Bandit", "Pavise", "missed", "extra"],
  [...new Set([...theirs.values(), ...ours.values()].map(({ id }) => id))]
    .sort()
    .map((id) => [
      id,
      ...[bandits, pavises, misses, extras].map((counts) => `${counts?.get(id) ?? 0}`),
    ]),
);
printSome("missed", missed, Number(values.show));
printSome("extra ", extra, Number(values.show));

const found = theirs.size - missed.length;
const quiet = missed.length - without(keyed(missed), silenced).length;
console.log(`\nBandit ${theirs.size}, Pavise ${ours.size}, both ${found}`);
console.log(
  `${quiet} of those missed are suppressed by a comment that Bandit does not read (noqa)`,
);
printBar(`${percent(found, theirs.size)} of Bandit's found`, found >= 0.97 * theirs.size, "≥ 97 %");
printBar(
  `${percent(extra.length, ours.size)} of ours with a Bandit id that it lacks`,
  extra.length <= 0.03 * ours.size,
  "≤ 3 %",
);
