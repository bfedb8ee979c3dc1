// Verdicts of Pavise beside those of Checkov on a folder of Terraform or templates, alias by alias, and
// the time that both took:
//
//   node bench/checkov.ts FOLDER CHECKOV [--differences] [--evaluated]
//
// CHECKOV is the program of Checkov. A verdict is compared where both tools decided (pass or fail) for
// the same resource and a check that Pavise has by alias. Needs nothing but the folder.
//
// `--evaluated` gives Checkov, beside the folder, the same resources with every expression, loop and
// module evaluated by Pavise: what then agrees differed because Checkov did not evaluate an expression,
// and what still differs is a difference between the checks.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { flatten } from "./support/flat-terraform.ts";

interface Verdict {
  readonly id: string;
  readonly resource: string;
  readonly path: string;
  readonly outcome: string;
}

interface CheckovRecord {
  readonly check_id: string;
  readonly resource: string;
  readonly file_path: string;
}

const [folder = "", checkov = "", ...flags] = process.argv.slice(2);
const root = resolve(folder);
const ours = join(import.meta.dirname, "..", "pavise");
const scratch = mkdtempSync(join(tmpdir(), "pavise-checkov-"));

function timed<T>(work: () => T): { readonly value: T; readonly seconds: number } {
  const begin = performance.now();
  const value = work();
  return { value, seconds: (performance.now() - begin) / 1000 };
}

/** A dot, a number or a key: `a[0]` and `a["x"]` are instances of `a` to both, in two spellings. */
function plainAddress(address: string): string {
  return address.replaceAll('"', "");
}

function readOurs(): readonly Verdict[] {
  const file = join(scratch, "pavise.json");
  const command = ["scan", root, "--include-passed", "--fail-on", "none", "-f", "json", "-o", file];
  spawnSync(ours, command, { stdio: "ignore" });
  const run = JSON.parse(readFileSync(file, "utf8")) as {
    assessments?: readonly {
      aliases: readonly string[];
      resource: string;
      outcome: string;
      location: { path: string };
    }[];
  };
  return (run.assessments ?? []).flatMap(({ aliases, resource, outcome, location }) =>
    aliases
      .filter((id) => id.startsWith("CKV"))
      .map((id) => ({ id, resource: plainAddress(resource), outcome, path: location.path })),
  );
}

function readTheirs(folder: string): readonly Verdict[] {
  const command = ["-d", folder, "-o", "json", "--compact", "--framework", "terraform"];
  const { stdout } = spawnSync(checkov, [...command, "--skip-download"], {
    encoding: "utf8",
    maxBuffer: 2 ** 30,
    env: { ...process.env, LOG_LEVEL: "ERROR" },
  });
  const report = JSON.parse(stdout) as {
    results?: { passed_checks?: CheckovRecord[]; failed_checks?: CheckovRecord[] };
  };
  const told = (records: readonly CheckovRecord[] = [], outcome: string): readonly Verdict[] =>
    records.map(({ check_id: id, resource, file_path: path }) => ({
      id,
      outcome,
      resource: plainAddress(resource),
      path: relative(folder, join(folder, path)),
    }));
  return [
    ...told(report.results?.passed_checks, "pass"),
    ...told(report.results?.failed_checks, "fail"),
  ];
}

/** What Checkov says of the resources when there is nothing left to evaluate. */
function readEvaluated(): readonly Verdict[] {
  const { files, addresses } = flatten(root);
  const out = join(scratch, "evaluated");
  for (const [number, text] of files.entries()) {
    mkdirSync(join(out, String(number)), { recursive: true });
    writeFileSync(join(out, String(number), "main.tf"), text);
  }
  return readTheirs(out).flatMap((verdict) => {
    const known = addresses.get(verdict.resource);
    if (known === undefined) return [];
    return [{ ...verdict, resource: plainAddress(known.address), path: known.path }];
  });
}

/** The same for all instances: what could not be counted has no number. */
function withoutInstances(address: string): string {
  return address.replaceAll(/\[[^\]]*\]/g, "");
}

/** The worst outcome for each check and resource: two answers of ours may stand for one of theirs. */
function byKey(verdicts: readonly Verdict[]): ReadonlyMap<string, Verdict> {
  const rank = ["pass", "unknown", "not-assessed", "fail"];
  const map = new Map<string, Verdict>();
  for (const verdict of verdicts) {
    const { id, resource, path } = verdict;
    const key = `${id} ${path.split("/").slice(0, -1).join("/")} ${resource}`;
    const before = map.get(key);
    if (before === undefined || rank.indexOf(verdict.outcome) > rank.indexOf(before.outcome))
      map.set(key, verdict);
  }
  return map;
}

// The launcher sets itself up on its first start, which is no part of a scan.
spawnSync(ours, ["--version"], { stdio: "ignore" });
const mine = timed(readOurs);
const peer = timed(() => readTheirs(root));
const evaluated = flags.includes("--evaluated") ? byKey(readEvaluated()) : undefined;
rmSync(scratch, { recursive: true, force: true });
const [a, b] = [byKey(mine.value), byKey(peer.value)];
const known = new Set(mine.value.map(({ id }) => id));
const anyInstance = byKey(
  mine.value.map((verdict) => ({ ...verdict, resource: withoutInstances(verdict.resource) })),
);
/** Addresses for which we made no resource at all, such as by `count = 0`. */
const made = new Set(mine.value.map(({ resource }) => withoutInstances(resource)));
/** The verdict on a resource, or the worst on its instances where Checkov counts them as one. */
function worstOf(key: string, resource: string): Verdict | undefined {
  return a.get(key) ?? anyInstance.get(key.replace(resource, withoutInstances(resource)));
}

/** Why a verdict differs: by what it comes to once there is nothing left to evaluate. */
function causeOf(key: string, own: Verdict | undefined): string {
  const flat = evaluated?.get(key);
  if (evaluated === undefined) return "";
  if (flat === undefined) return " (no such instance with Checkov)";
  return flat.outcome === own?.outcome ? " (an expression that it does not evaluate)" : "";
}

let [same, different, open, absent, unmade] = [0, 0, 0, 0, 0];
let [unevaluated, uncounted] = [0, 0];
const lines: string[] = [];
for (const [key, theirs] of b) {
  if (!known.has(theirs.id)) continue;
  const own = worstOf(key, theirs.resource);
  if (own === undefined && !made.has(withoutInstances(theirs.resource))) {
    unmade++;
    continue;
  }
  if (own === undefined) absent++;
  else if (own.outcome === theirs.outcome) same++;
  else if (own.outcome === "unknown") open++;
  else different++;
  if (own?.outcome === theirs.outcome) continue;
  const cause = causeOf(key, own);
  if (cause.includes("expression")) unevaluated++;
  else if (cause !== "") uncounted++;
  lines.push(`${key}: theirs ${theirs.outcome}, ours ${own?.outcome ?? "none"}${cause}`);
}
if (flags.includes("--differences")) console.log(lines.sort().join("\n"));
const version = execFileSync(checkov, ["--version"], { encoding: "utf8" }).trim();
const total = same + different + open + absent;
console.log(
  `Checkov ${version}: ${peer.seconds.toFixed(1)} s; Pavise: ${mine.seconds.toFixed(1)} s`,
);
console.log(`${(peer.seconds / mine.seconds).toFixed(1)} x`);
console.log(
  `${total} verdicts of ${known.size} ids: ${same} the same (${((100 * same) / total).toFixed(1)} %), ${different} different, ${open} unknown to us, ${absent} that we have not; beside them ${unmade} on resources that are not made (count or for_each is empty)`,
);
if (evaluated !== undefined) {
  let [agreed, all] = [0, 0];
  for (const [key, theirs] of evaluated) {
    const own = a.get(key);
    if (!known.has(theirs.id) || own === undefined) continue;
    all++;
    if (own.outcome === theirs.outcome) agreed++;
  }
  const others = lines.length - unevaluated - uncounted;
  console.log(
    `of ${lines.length} that are not the same: ${unevaluated} because Checkov did not evaluate an expression, ${uncounted} because it did not make the instance, ${others} because the checks differ`,
  );
  console.log(
    `once everything is evaluated: ${all} verdicts, ${agreed} the same (${((100 * agreed) / all).toFixed(1)} %)`,
  );
}
