import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { writeLargeAccount } from "../testing/large-account.ts";
import { makeTree } from "../testing/tree.ts";

// The full size, 50,000 resources, is measured by bench/infra-large.ts.
test("5,000 resources of an account are judged in little memory", { timeout: 120_000 }, () => {
  const folder = makeTree({});
  const file = join(folder, "account.jsonl");
  const result = join(folder, "run.json");
  writeLargeAccount(file, 5_000);
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      // Of heap; the process itself and its code come to about 80 MB.
      "--max-old-space-size=120",
      join(import.meta.dirname, "main.ts"),
      "audit",
      "aws",
      "--from",
      file,
      "--format",
      "json",
      "--output",
      result,
      "--quiet",
    ],
    { cwd: folder, encoding: "utf8" },
  );
  expect(stderr).toBe("");
  expect(status).toBe(1);
  const run = JSON.parse(readFileSync(result, "utf8")) as {
    readonly coverage: { readonly summary: object };
    readonly findings: readonly { readonly check: string }[];
  };
  expect(run.coverage.summary).toMatchObject({ checked: 5_000, failed: 0 });
  const open = run.findings.filter(({ check }) => check === "s3-policy-public");
  expect(open.length).toBe(40);
});
