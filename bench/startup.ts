// What it costs to start, beside a Node that does nothing:
//
//   node bench/startup.ts [--runs N]          (41 runs of each unless said; the median counts)
//
// Run in turn, so that a busy machine slows all of them alike.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { median } from "./support/clock.ts";
import { printBar, printMachine, printTable } from "./support/print.ts";
import { fail, pavise, prepare, repository, withFolder } from "./support/tools.ts";

const small = `import torch


def load(path):
    return torch.load(path, weights_only=False)


if __name__ == "__main__":
    print(load("model.pt"))
`;

/** The Node that the launcher starts. */
function launchersNode(): string {
  const named = readFileSync(join(repository, "dist", ".stamp"), "utf8").trim();
  return named === "node" ? named : join(repository, named);
}

function milliseconds(command: string, args: readonly string[], cwd: string): number {
  const begin = performance.now();
  const { status } = spawnSync(command, args, { stdio: "ignore", cwd });
  const time = performance.now() - begin;
  if (status !== 0) fail(`${command} ${args.join(" ")} ended with status ${status}`);
  return time;
}

const { values } = parseArgs({ options: { runs: { type: "string", default: "41" } } });
const runs = Number(values.runs);
prepare();
const node = launchersNode();
await withFolder((folder) => {
  const configured = join(folder, "configured");
  mkdirSync(configured);
  for (const place of [folder, configured]) writeFileSync(join(place, "small.py"), small);
  writeFileSync(join(configured, "pavise.yaml"), "version: 1\ngate:\n  fail-on: none\n");
  const scan = ["scan", "small.py", "--fail-on", "none"];
  const commands = [
    ["node -e 0", node, ["-e", "0"], folder],
    ["pavise --version", pavise, ["--version"], folder],
    ["pavise scan small.py", pavise, scan, folder],
    ["the same with a pavise.yaml", pavise, scan, configured],
  ] as const;
  const times = commands.map(() => [] as number[]);
  // The first two rounds fill caches and are not counted.
  for (let round = -2; round < runs; round++) {
    for (const [at, [, command, args, cwd]] of commands.entries()) {
      const time = milliseconds(command, args, cwd);
      if (round >= 0) times[at]?.push(time);
    }
  }
  printMachine();
  const [bare = NaN, version = NaN, file = NaN] = times.map(median);
  printTable(
    ["Command", `median ms of ${runs}`, "× node -e 0"],
    commands.map(([name], at) => {
      const middle = median(times[at] ?? []);
      return [name, middle.toFixed(1), (middle / bare).toFixed(2)];
    }),
  );
  printBar(`--version ${(version / bare).toFixed(2)} ×`, version <= 1.6 * bare, "≤ 1.6 ×");
  printBar(`one small file ${(file / bare).toFixed(2)} ×`, file <= 3 * bare, "≤ 3 ×");
});
