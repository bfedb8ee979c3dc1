// The programs that the benchmarks start: ours, and the one that people use today.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve, sep } from "node:path";
import type { Run } from "../../src/core/index.ts";
import { parseRun } from "../../src/report/index.ts";

/** Folder of the repository. */
export const repository = join(import.meta.dirname, "..", "..");

/** The launcher, as users start it. */
export const pavise = join(repository, "pavise");

/** Bandit 1.9.4, from `$BANDIT` or the `PATH`. */
export const bandit = process.env["BANDIT"] ?? "bandit";

/** Ends the benchmark with a message; 2 is wrong usage, as in Pavise itself. */
export function fail(message: string): never {
  console.error(message);
  process.exit(2);
}

/** Gives `use` a folder of its own, and removes it afterwards. */
export async function withFolder<T>(use: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "pavise-bench-"));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Sets Pavise up, so that no measurement includes it. */
export function prepare(): void {
  const { status } = spawnSync(pavise, ["--setup"], { stdio: "inherit" });
  if (status !== 0) fail("Pavise could not be set up");
}

/** A scan with every check on, and every file under an absolute path without its first slash. */
export async function scan(targets: readonly string[]): Promise<Run> {
  const paths = targets.map((target) => resolve(target));
  return withFolder(async (folder) => {
    const file = join(folder, "run.json");
    const args = ["scan", "--format", "json", "--output", file, "--fail-on", "none", "--quiet"];
    // Started in the root folder, so that paths of several targets are told apart.
    const { status } = spawnSync(pavise, [...args, "--", ...paths], {
      cwd: sep,
      stdio: ["ignore", "ignore", "inherit"],
    });
    if (status !== 0) fail(`pavise ended with status ${status}`);
    return parseRun(readFileSync(file, "utf8"));
  });
}

/** Absolute path of a location of `scan`. */
export function absolute(path: string): string {
  return `${sep}${path}`;
}

/** What we read of Bandit's JSON. */
export interface BanditReport {
  readonly results: readonly {
    readonly filename: string;
    readonly line_number: number;
    readonly test_id: string;
  }[];
  readonly errors: readonly { readonly filename: string; readonly reason: string }[];
  /** By file, and `_totals`. */
  readonly metrics: Readonly<Record<string, unknown>>;
}

/** Reads a report that Bandit wrote; file names are relative to the folder it was started in. */
export function readBandit(file: string): BanditReport {
  return JSON.parse(readFileSync(file, "utf8")) as BanditReport;
}

/** Bandit's arguments for a scan of folders and files, as `banditScan` and the clock use them. */
export function banditArguments(targets: readonly string[], output: string): readonly string[] {
  return ["-q", "-r", "-f", "json", "-o", output, "--exit-zero", ...targets];
}

/** Runs Bandit. */
export function banditScan(targets: readonly string[]): Promise<BanditReport> {
  return withFolder((folder) => {
    const file = join(folder, "bandit.json");
    const { error, status } = spawnSync(bandit, banditArguments(targets, file), {
      stdio: ["ignore", "ignore", "inherit"],
    });
    if (error !== undefined) fail(`${bandit} cannot be started: set BANDIT or install it`);
    if (status !== 0) fail(`${bandit} ended with status ${status}`);
    return readBandit(file);
  });
}
