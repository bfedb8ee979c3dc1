import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { PaviseError, Run } from "../core/index.ts";
import { scanTree } from "../testing/scan-tree.ts";
import { makeTree } from "../testing/tree.ts";
import { readBaseline } from "./baseline.ts";
import { parseConfig } from "./config-file.ts";
import { loadConfig } from "./load-config.ts";

function errorOf(text: string): PaviseError {
  try {
    parseConfig(text, "/p/pavise.yaml");
  } catch (error) {
    return error as PaviseError;
  }
  throw new Error("no error");
}

describe("what is wrong is said with line and column", () => {
  test.each([
    ["gate:\n  fail_on: high\n", '2:3: unknown key "fail_on" in gate', "Did you mean `fail-on`?"],
    ["version: 1\nalow: []\n", '2:1: unknown key "alow"', "Did you mean `allow`?"],
    [
      "gate: { fail-on: hihg }",
      "1:18: gate.fail-on must be one of none, info, low, medium, high, critical",
      "`high`",
    ],
    ["audience: 7", "1:11: audience must be one of default, pedantic, audit", "pavise init"],
    ["version: 2", "1:10: version must be 1", "pavise init"],
    ["allow:\n  - check: x\n", '2:5: "reason" is missing in allow[0]', "pavise init"],
    [
      "allow:\n  - check: x\n    reason: ' '\n",
      "3:13: allow[0].reason: must say why this is allowed",
      "pavise init",
    ],
    [
      "allow:\n  - check: x\n    reason: y\n    until: 2026-02-31\n",
      "4:12: allow[0].until: is not a day of the calendar",
      "pavise init",
    ],
    ["exclude: tests", "1:10: exclude: expected array, received string", "pavise init"],
    [
      "limits:\n  file-timeout-ms: 0",
      "2:20: limits.file-timeout-ms: expected number to be >=10",
      "pavise init",
    ],
    [
      "gate:\n  rules:\n    - check: x\n      unknown: 1\n      fail-on: none",
      '4:7: unknown key "unknown" in gate.rules[0]',
      "Known here",
    ],
    [
      "models:\n  own-names:\n    - acme.Scaler\n    - acme.*\n",
      '4:7: models.own-names[1]: "acme.*" is a pattern',
      "pavise init",
    ],
    [
      "models: { own-names: [os.system] }",
      '1:23: models.own-names[0]: "os.system" runs code, and cannot be allowed this way',
      "pavise init",
    ],
    ["a: [1", "1:6", "not valid YAML"],
    ["audience: audit\naudience: audit", "2:1", "not valid YAML"],
    ["- 1", "1:1: the file: expected object, received array", "pavise init"],
  ])("%j", (text, message, hint) => {
    const error = errorOf(text);
    expect(error.code).toBe("config-invalid");
    expect(error.message).toContain(`pavise.yaml:${message}`);
    expect(error.hint).toContain(hint);
  });

  test("every mistake at once", () => {
    expect(errorOf("audience: x\nfoo: 1\nbar: 2").message.split("\n")).toHaveLength(3);
  });

  test("an alias bomb is refused", () => {
    const bomb = ["a: &a [x,x,x,x,x,x,x,x,x,x]"];
    for (let at = 1; at < 9; at++) {
      const [name, before] = [String.fromCharCode(97 + at), String.fromCharCode(96 + at)];
      bomb.push(`${name}: &${name} [${Array.from({ length: 10 }, () => `*${before}`).join(",")}]`);
    }
    expect(errorOf(bomb.join("\n")).code).toBe("config-invalid");
  });
});

test("an empty file is a configuration", () => {
  expect(parseConfig("# nothing\n", "/p/pavise.yaml")).toMatchObject({
    audience: "default",
    gate: { failOn: "high" },
  });
});

test("it is looked up in the target, then in the current folder", async () => {
  const root = makeTree({
    "pavise.yaml": "audience: audit\n",
    "p/pavise.yaml": "audience: pedantic\n",
    "q/a.py": "",
  });
  const audienceOf = async (target: string): Promise<string> =>
    (await loadConfig({ targets: [target], cwd: root })).audience;
  expect(await audienceOf("p")).toBe("pedantic");
  expect(await audienceOf("q")).toBe("audit");
  expect(await audienceOf("p/pavise.yaml")).toBe("pedantic");
  await expect(loadConfig({ targets: ["."], cwd: root, file: "no.yaml" })).rejects.toMatchObject({
    code: "config-missing",
  });
});

describe("a scan does what the configuration says", () => {
  async function scanWith(
    config: string,
    files: Readonly<Record<string, string>>,
    targets = ["."],
  ): Promise<Run> {
    const root = makeTree({ ...files, "pavise.yaml": config });
    const loaded = await loadConfig({ targets: ["."], cwd: root });
    return scanTree(root, { config: loaded, targets, now: new Date("2026-06-15T12:00:00Z") });
  }
  const checksIn = (run: Run): readonly string[] => run.findings.map((finding) => finding.check);

  test("the gate's threshold and its exceptions", async () => {
    const gate =
      "gate:\n  fail-on: medium\n  rules:\n    - path: tests/\n      fail-on: none\n    - control: CWE-1\n      fail-on: critical\n";
    const run = await scanWith(gate, { "tests/a.py": "evil(1)", "b.py": "evil(1)" });
    expect(run.gate.pass).toBe(true);
    expect((await scanWith("gate: { fail-on: medium }", { "b.py": "evil(1)" })).gate.pass).toBe(
      false,
    );
    expect((await scanWith("gate: { fail-on: none }", { "b.py": "evil(1)" })).gate.pass).toBe(true);
  });

  test("a finding for a wider audience fails no gate", async () => {
    const files = { "a.py": "risky(1)" };
    expect((await scanWith("gate: { fail-on: low }", files)).gate.pass).toBe(true);
    expect((await scanWith("audience: pedantic\ngate: { fail-on: low }", files)).gate.pass).toBe(
      false,
    );
  });

  test("what is allowed is suppressed with its reason", async () => {
    const allow =
      "allow:\n  - check: B602\n    path: legacy/\n    reason: it is being replaced\n    until: 2026-12-31\n";
    const run = await scanWith(allow, { "legacy/a.py": "evil(1)", "b.py": "evil(1)" });
    expect(run.findings.map((finding) => finding.location.path)).toEqual(["b.py"]);
    expect(run.suppressed[0]?.suppression).toEqual({
      kind: "config",
      reason: "it is being replaced",
      until: "2026-12-31",
      location: { path: "pavise.yaml", line: 2, column: 5 },
    });
  });

  test("what is allowed and not found is said, where its place was scanned", async () => {
    const allow =
      "allow:\n  - check: evil-call\n    reason: old\n  - check: risky-call\n    reason: old\n    until: 2026-06-14\n";
    const run = await scanWith(allow, { "a.py": "risky(1)", "d/b.py": "" });
    expect(checksIn(run)).toEqual(["risky-call", "unused-suppression", "expired-suppression"]);
    expect(run.findings[1]?.location).toEqual({ path: "pavise.yaml", line: 2, column: 5 });
    expect(checksIn(await scanWith(allow, { "a.py": "", "d/b.py": "" }, ["d"]))).toEqual([
      "expired-suppression",
    ]);
  });

  test("a check can be disabled, a path excluded, a limit set", async () => {
    const config = "checks: { disable: [B602] }\nexclude: [gen/]\nlimits: { max-text-bytes: 50 }\n";
    const run = await scanWith(config, {
      "a.py": "evil(1); key='x'",
      "gen/b.py": "key='y'",
      "c.py": "x".repeat(60),
    });
    expect(checksIn(run)).toEqual(["key-value"]);
    expect(run.coverage.assets.map(({ path, reason }) => `${path} ${reason ?? ""}`)).toContain(
      "gen/ excluded",
    );
    expect(run.coverage.assets.map(({ path, reason }) => `${path} ${reason ?? ""}`)).toContain(
      "c.py too-large",
    );
  });

  test("a check that nobody knows is an error before anything is scanned", async () => {
    const error = scanWith("version: 1\nchecks:\n  disable:\n    - evil-cal\n", { "a.py": "" });
    await expect(error).rejects.toMatchObject({
      code: "config-invalid",
      hint: "Did you mean `evil-call`?",
    });
    await expect(error).rejects.toThrow(/pavise\.yaml:4:7: no check is called "evil-cal"/);
  });
});

describe("baseline", () => {
  test("only what is new counts", async () => {
    const old = await scanTree({ "a.py": "evil(1)\n" });
    const root = makeTree({ "base.json": JSON.stringify(old), "src/a.py": "" });
    const baseline = readBaseline(join(root, "base.json"));
    const run = await scanTree({ "a.py": "# moved\nevil(1)\nevil(2)\n" }, { baseline });
    expect(run.findings.map((finding) => finding.evidence)).toEqual(["evil(2)"]);
    expect(run.suppressed[0]?.suppression.kind).toBe("baseline");
    const again = makeTree({ "base.json": JSON.stringify(run) });
    expect(readBaseline(join(again, "base.json")).size).toBe(2);
  });

  test.each([
    "",
    "{}",
    "[]",
    "null",
    '{"version":1,"findings":[{}]}',
    '{"version":9,"findings":[]}',
  ])("%j is none", (text) => {
    const root = makeTree({ "base.json": text });
    expect(() => readBaseline(join(root, "base.json"))).toThrow(
      expect.objectContaining({ code: "baseline-invalid" }),
    );
  });
});
