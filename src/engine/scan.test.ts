import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Run } from "../core/index.ts";
import { scanTree } from "../testing/scan-tree.ts";
import { makeTree } from "../testing/tree.ts";
import { defaultConfig } from "./config.ts";

function coverageOf(run: Run): Readonly<Record<string, string>> {
  return Object.fromEntries(
    run.coverage.assets.map(({ path, status, reason }) => [
      path,
      reason === undefined ? status : `${status}: ${reason}`,
    ]),
  );
}

test("a finding is complete in itself", async () => {
  const run = await scanTree({ "src/a.py": "x = 1\nif x:\n    evil(x)\nlast\n" });
  expect(run.findings).toHaveLength(1);
  expect(run.findings[0]).toMatchObject({
    check: "evil-call",
    code: "PV-TEST-001",
    aliases: ["B602", "S602"],
    severity: "high",
    location: { path: "src/a.py", line: 3, column: 5, endLine: 3, endColumn: 10 },
    evidence: "evil(x)",
    snippet: { startLine: 2, lines: ["if x:", "    evil(x)", "last"] },
    mend: "Remove it.",
  });
  expect(run.findings[0]?.fingerprint).toMatch(/^[0-9a-f]{32}$/);
  expect(run.checks.map((check) => check.id)).toEqual(["evil-call"]);
  expect(run.gate.pass).toBe(false);
});

test("the same files give the same run, whether inspected here or in workers", async () => {
  const files = Object.fromEntries(
    Array.from({ length: 60 }, (_, at) => [
      `d${at % 7}/f${at}.py`,
      `evil(${at})\nkey="s3cret${at}"\nrisky(1)\n`,
    ]),
  );
  const root = makeTree(files);
  const few = makeTree(Object.fromEntries(Object.entries(files).slice(0, 5)));
  const plain = (run: Run): unknown => ({ ...run, durationMs: 0, startedAt: "" });
  expect(plain(await scanTree(root, { jobs: 2 }))).toEqual(
    plain(await scanTree(root, { jobs: 1 })),
  );
  expect(plain(await scanTree(few, { jobs: 2 }))).toEqual(plain(await scanTree(few)));
  expect((await scanTree(root)).findings).toHaveLength(180);
});

test("a fingerprint survives moved lines and tells equal lines apart", async () => {
  const before = await scanTree({ "a.py": "evil(1)\nevil(1)\n" });
  const after = await scanTree({ "a.py": "# new\n\n  evil(1)\nevil(1)\n" });
  const prints = (run: Run): readonly string[] =>
    run.findings.map((finding) => finding.fingerprint);
  expect(new Set(prints(before)).size).toBe(2);
  expect(prints(after)).toEqual(prints(before));
});

test("a secret reaches neither evidence, snippet nor message, not even another finding's", async () => {
  const run = await scanTree({ "a.py": 'key="hunter2-xyz"; evil("hunter2-xyz")\n' });
  expect(run.findings.map((finding) => finding.check).sort()).toEqual(["evil-call", "key-value"]);
  expect(JSON.stringify(run)).not.toContain("hunter2");
  const short = await scanTree({ "a.py": 'key="a"; evil(a)\n' });
  expect(short.findings[0]?.evidence).toBe('key="•••"; evil(a)');
});

test("long lines are cut around what was found", async () => {
  const run = await scanTree({ "a.py": `${"x".repeat(100_000)} evil(1) ${"y".repeat(100_000)}` });
  const [finding] = run.findings;
  expect(finding?.evidence).toContain("evil(1)");
  expect(finding?.evidence.length).toBeLessThanOrEqual(200);
  expect(finding?.snippet?.lines.every((line) => line.length <= 200)).toBe(true);
});

describe("coverage", () => {
  test("every asset is answered for", async () => {
    const root = makeTree({
      "a.py": "fine",
      "b.py": "",
      "c.png": Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
      "d.py": "evil(1) broken!",
      "e.py": Buffer.from("# \xff\nevil(2)", "latin1"),
      "f.py": "throw_here evil(3)",
      "g.py": `# ${"x".repeat(2_000)}`,
      "h.py": "x = 1\0\nevil(4)",
      "notes.txt": "evil(5)",
    });
    execFileSync("mkfifo", [join(root, "pipe")]);
    const run = await scanTree(root, { limits: { maxTextBytes: 1_000 } });
    expect(coverageOf(run)).toEqual({
      "a.py": "checked",
      "b.py": "skipped: empty",
      "c.png": "skipped: no-check",
      "d.py": "failed: syntax-error",
      "e.py": "failed: encoding-error",
      "f.py": "failed: check-failed",
      "g.py": "failed: too-large",
      "h.py": "failed: encoding-error",
      "notes.txt": "skipped: no-check",
      pipe: "skipped: special-file",
    });
    expect(run.findings.map((finding) => finding.location.path)).toEqual([
      "d.py",
      "e.py",
      "f.py",
      "h.py",
    ]);
    expect(run.coverage.assets.find(({ path }) => path === "f.py")?.detail).toBe(
      "throws: the check fell over",
    );
    expect(run.coverage.assets.find(({ path }) => path === "d.py")?.detail).toBe(
      "line 1, column 9: not understood",
    );
    expect(run.problems).toEqual([]);
  });

  test("what is not read whole fails the gate where the policy says so", async () => {
    const gate = { ...defaultConfig.gate, unread: "fail" as const };
    const run = await scanTree({ "a.py": "broken!" }, { config: { ...defaultConfig, gate } });
    expect(run.gate).toMatchObject({ pass: false, reasons: ["1 asset could not be read whole"] });
  });

  test("a check with too many findings is cut and said", async () => {
    const run = await scanTree(
      { "a.py": "evil(1)\n".repeat(50) },
      { limits: { maxFindingsPerCheck: 10 } },
    );
    expect(run.findings).toHaveLength(10);
    expect(coverageOf(run)).toEqual({ "a.py": "failed: limit" });
  });
});

describe("files that cost too much", () => {
  const others = Object.fromEntries(
    Array.from({ length: 40 }, (_, at) => [`f${at}.py`, "evil(1)"]),
  );

  test("one that never ends is given up, and only that one", async () => {
    const run = await scanTree(
      { ...others, "bad.py": "spin_here" },
      { limits: { fileTimeoutMs: 300 }, jobs: 2 },
    );
    expect(coverageOf(run)["bad.py"]).toBe("failed: timeout");
    expect(run.coverage.summary).toMatchObject({ checked: 40, failed: 1 });
    expect(run.findings).toHaveLength(40);
    expect(run.problems).toEqual([]);
  });

  test("one that eats all memory is given up, and only that one", async () => {
    const run = await scanTree(
      { ...others, "bad.py": "devour_here" },
      { limits: { workerHeapMb: 48 }, jobs: 1 },
    );
    expect(coverageOf(run)["bad.py"]).toBe("failed: out-of-memory");
    expect(run.coverage.summary).toMatchObject({ checked: 40, failed: 1 });
  });

  test("one that ends its worker is given up, and only that one", async () => {
    const run = await scanTree({ ...others, "bad.py": "die_here" }, { jobs: 2 });
    expect(coverageOf(run)["bad.py"]).toBe("failed: worker-failed");
    expect(run.coverage.summary).toMatchObject({ checked: 40, failed: 1 });
  });

  test("one whose answer cannot be read is given up, and only that one", async () => {
    const run = await scanTree({ ...others, "bad.py": "mumble_here" }, { jobs: 2 });
    expect(coverageOf(run)["bad.py"]).toBe("failed: worker-failed");
    expect(run.coverage.summary).toMatchObject({ checked: 40, failed: 1 });
  });

  test("a toolbox that does not load ends the run and says why", async () => {
    await expect(scanTree({ "a.py": "" }, { toolbox: "file:///no/such.ts" })).rejects.toThrow(
      /such/,
    );
  });
});

test("an interrupt leaves a run with what was known", async () => {
  const files = Object.fromEntries(
    Array.from({ length: 30 }, (_, at) => [`f${at}.py`, at === 3 ? "spin_here" : "evil(1)"]),
  );
  const control = new AbortController();
  setTimeout(() => control.abort(), 700);
  const run = await scanTree(files, { jobs: 1, signal: control.signal });
  expect(run.problems).toHaveLength(1);
  expect(run.coverage.assets).toHaveLength(30);
  expect(Object.values(coverageOf(run))).toContain("failed: interrupted");
});

test("progress counts every file", async () => {
  const seen: string[] = [];
  await scanTree(
    { "a.py": "1", "b.py": "2" },
    { onProgress: ({ done, total }) => seen.push(`${done}/${total}`) },
  );
  expect(seen).toEqual(["1/2", "2/2"]);
});
