import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fail, withFolder } from "./tools.ts";

/** What a whole process cost, with its threads and the children it waited for. */
export interface Cost {
  readonly wallSeconds: number;
  /** User and system time. */
  readonly cpuSeconds: number;
  /** Largest resident set of any one process. */
  readonly peakMib: number;
  readonly status: number | null;
}

const gnuTime = "/usr/bin/time";

/** Runs a command and says what it cost, as GNU time tells it. */
export function measure(
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly allow?: readonly number[] } = {},
): Promise<Cost> {
  if (!existsSync(gnuTime)) fail(`${gnuTime} is needed: the package "time" of your system`);
  const { cwd, allow = [0] } = options;
  return withFolder((folder) => {
    const file = join(folder, "cost");
    const begin = performance.now();
    const { status } = spawnSync(gnuTime, ["-f", "%U %S %M", "-o", file, command, ...args], {
      cwd,
      stdio: ["ignore", "ignore", "inherit"],
    });
    const wallSeconds = (performance.now() - begin) / 1000;
    if (status === null || !allow.includes(status)) fail(`${command} ended with status ${status}`);
    const last = readFileSync(file, "utf8").trim().split("\n").at(-1) ?? "";
    const [user = NaN, system = NaN, kib = NaN] = last.split(" ").map(Number);
    return { wallSeconds, cpuSeconds: user + system, peakMib: kib / 1024, status };
  });
}

/** The middle value; of two in the middle, their mean. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low = NaN, high = NaN] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}
