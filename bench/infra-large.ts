// How much memory and time it takes to judge a large account from its snapshot, as people run it:
//   node bench/infra-large.ts [how many] [aws | gcp | azure]
// Of AWS every fifth team does nothing right, of the others nobody does anything right.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeLargeAccount } from "../src/testing/large-account.ts";
import { writeWeakAccount } from "../src/testing/weak-account.ts";

const count = Number(process.argv[2] ?? 50_000);
const cloud = process.argv[3] === "gcp" || process.argv[3] === "azure" ? process.argv[3] : "aws";
const scratch = mkdtempSync(join(tmpdir(), "pavise-account-"));
const snapshot = join(scratch, "account.jsonl");
const result = join(scratch, "run.json");
const mb = (bytes: number): string => (bytes / 1024 / 1024).toFixed(0);

/** The most that a process has held so far, in bytes; Linux only. */
function peakOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${String(pid)}/status`, "utf8");
    return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

try {
  if (cloud === "aws") writeLargeAccount(snapshot, count);
  else writeWeakAccount(snapshot, cloud, count);
  const main = join(import.meta.dirname, "../src/cli/main.ts");
  const started = performance.now();
  const child = spawn(
    process.execPath,
    [main, "audit", cloud, "--from", snapshot, "--format", "json", "--output", result, "--quiet"],
    { stdio: "inherit" },
  );
  let most = 0;
  const timer = setInterval(() => (most = Math.max(most, peakOf(child.pid))), 20);
  const code = await new Promise((resolve) => {
    child.once("exit", resolve);
  });
  clearInterval(timer);
  const seconds = (performance.now() - started) / 1000;
  console.log(
    `${count} resources (${mb(statSync(snapshot).size)} MB) in ${seconds.toFixed(1)} s, exit ${String(code)}`,
  );
  console.log(`most memory: ${mb(most)} MB; result: ${mb(statSync(result).size)} MB`);
} finally {
  rmSync(scratch, { recursive: true });
}
