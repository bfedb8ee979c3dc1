import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Run } from "../core/index.ts";
import { repository, runInCi } from "../testing/ci-home.ts";

// examples/ml-platform says what a scan says of the weak platform, and that the mended one is well.

const folder = "examples/ml-platform";

function scan(name: string): { readonly status: number | null; readonly run: Run } {
  const words = [process.execPath, "src/cli/main.ts", "scan", `${folder}/${name}`];
  const { status, stdout } = runInCi({
    words: [...words, "--format", "json", "--include-passed"],
    cwd: repository,
  });
  return { status, run: JSON.parse(stdout) as Run };
}

test("the weak platform has every way in that its page names", () => {
  const page = readFileSync(join(repository, folder, "README.md"), "utf8");
  const named = page
    .split("\n")
    .filter((line) => line.startsWith("| ") && line.includes("`"))
    .flatMap((line) => [...(line.split("|")[3] ?? "").matchAll(/`([a-z0-9-]+)`/g)])
    .map(([, check = ""]) => check);
  const { status, run } = scan("weak");
  const found = new Set(run.findings.map(({ check }) => check));
  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((check) => !found.has(check))).toEqual([]);
  expect(status).toBe(1);
});

test("the mended platform has none, and nothing of it is left open", () => {
  const { status, run } = scan("mended");
  const told = run.findings.filter(({ audience }) => audience === "default");
  expect(told.map(({ check, location }) => `${check} ${location.path}`)).toEqual([]);
  const open = (run.assessments ?? []).filter(({ outcome }) => outcome === "unknown");
  expect(open.map(({ check, resource }) => `${check} ${resource}`)).toEqual([]);
  expect(status).toBe(0);
});
