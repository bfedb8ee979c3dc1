import { spawnSync, type SpawnSyncReturns } from "node:child_process";
import { chmodSync, copyFileSync } from "node:fs";
import { join } from "node:path";
import { makeTree } from "./tree.ts";

/** The repository. */
export const repository = join(import.meta.dirname, "../..");

/**
 * A place with `ci/scan.sh` as it is, and a `pavise` that runs the command line from its sources:
 * the launcher has tests of its own.
 */
export function makeCiHome(): string {
  const main = join(repository, "src/cli/main.ts");
  const home = makeTree({
    "ci/scan.sh": "",
    pavise: `#!/bin/sh\nexec '${process.execPath}' '${main}' "$@"\n`,
  });
  copyFileSync(join(repository, "ci/scan.sh"), join(home, "ci/scan.sh"));
  chmodSync(join(home, "ci/scan.sh"), 0o755);
  chmodSync(join(home, "pavise"), 0o755);
  return home;
}

/** What a job has on its command line, where it stands, and which variables are set. */
export interface CiCommand {
  readonly words: readonly string[];
  readonly cwd: string;
  readonly variables?: Readonly<Record<string, string>>;
}

/** Runs a command with no variables but those given, `PATH`, and a home that is not there. */
export function runInCi({ words, cwd, variables = {} }: CiCommand): SpawnSyncReturns<string> {
  const [program = "", ...rest] = words;
  return spawnSync(program, rest, {
    cwd,
    env: { PATH: process.env["PATH"] ?? "", HOME: "/nonexistent", ...variables },
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
}
