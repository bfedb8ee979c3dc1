/*
 * ci/scan.sh, which every runner ends in, on the example and on projects that mean it harm.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { describe, expect, test } from "vitest";
import { makeCiHome, repository, runInCi } from "../testing/ci-home.ts";
import { makeTree } from "../testing/tree.ts";

const example = "examples/credit-model";
const bad = "import subprocess\nsubprocess.call('ls ' + name, shell=True)\n";

function scan(variables: Readonly<Record<string, string>>, cwd: string = repository) {
  return runInCi({ words: [join(makeCiHome(), "ci/scan.sh")], cwd, variables });
}

const readJson = (file: string): unknown => JSON.parse(readFileSync(file, "utf8"));

describe("the example", () => {
  test("passes a gate that never fails, and leaves every report", () => {
    const out = makeTree();
    const { status, stdout, stderr } = scan({
      PAVISE_PATH: example,
      PAVISE_FAIL_ON: "none",
      PAVISE_REPORTS: `sarif=${out}/a b/pavise.sarif\n\ngitlab=${out}/gl.json\njunit=${out}/p.xml\n`,
    });
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("The gate passes");
    expect(stdout).not.toContain("::");

    const sarif = readJson(join(out, "a b/pavise.sarif"));
    // The schema calls itself draft 4 and uses nothing that draft 7 reads otherwise.
    const {
      $schema: _draft,
      id: _id,
      ...schema
    } = readJson(join(repository, "src/report/testdata/sarif-schema-2.1.0.json")) as Readonly<
      Record<string, unknown>
    >;
    const ajv = new Ajv({ strict: false, validateFormats: false });
    expect(ajv.validate(schema, sarif), ajv.errorsText()).toBe(true);

    const issues = readJson(join(out, "gl.json")) as {
      fingerprint: string;
      location: { path: string };
    }[];
    expect(issues.length).toBeGreaterThan(10);
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
    for (const { location } of issues) {
      expect(location.path).toMatch(/^examples\/credit-model\//);
      expect(existsSync(join(repository, location.path)), location.path).toBe(true);
    }
    expect(readFileSync(join(out, "p.xml"), "utf8")).toContain("<testsuites");
  });

  test("fails the gate it has, with the reports written all the same", () => {
    const out = makeTree();
    const { status, stdout } = scan({
      PAVISE_PATH: example,
      PAVISE_FAIL_ON: "high",
      PAVISE_AUDIENCE: "audit",
      PAVISE_REPORTS: `sarif=${out}/pavise.sarif`,
    });
    expect(status).toBe(1);
    expect(stdout).toContain("The gate fails");
    expect(existsSync(join(out, "pavise.sarif"))).toBe(true);
  });

  test("on GitHub: annotations below the root of the repository, a summary and an output", () => {
    const out = makeTree();
    const { status, stdout } = scan({
      GITHUB_ACTIONS: "true",
      GITHUB_OUTPUT: join(out, "output"),
      GITHUB_STEP_SUMMARY: join(out, "summary.md"),
      RUNNER_TEMP: out,
      PAVISE_PATH: example,
    });
    expect(status).toBe(1);
    expect(readFileSync(join(out, "output"), "utf8")).toBe("exit-code=1\n");
    expect(readFileSync(join(out, "summary.md"), "utf8")).toContain("the gate fails");
    const places = [...stdout.matchAll(/^::(?:error|warning|notice) file=([^,]+),line=(\d+)/gm)];
    expect(places.length).toBeGreaterThan(10);
    for (const [, file = "", line] of places) {
      const lines = readFileSync(join(repository, file), "utf8").split("\n");
      expect(lines.length, file).toBeGreaterThanOrEqual(Number(line));
    }
  });
});

describe("a project that means harm", () => {
  test("a name or a line gives the runner no order", () => {
    const name = "::error::x.py";
    const cwd = makeTree({ [name]: `${bad}subprocess.call(a, shell=True)  #\r::error::y\n` });
    const variables = { GITHUB_ACTIONS: "true", RUNNER_TEMP: cwd, NO_COLOR: "1" };
    const { stdout } = scan(variables, cwd);
    const [first = "", ...rest] = stdout.split("\n");
    const word = /^::stop-commands::(pavise-[0-9a-f]{32})$/.exec(first)?.[1] ?? "";
    expect(word).not.toBe("");
    const again = rest.indexOf(`::${word}::`);
    // The trial proves nothing unless the report, which the runner does not obey, has the name.
    expect(rest.slice(0, again).some((line) => line.startsWith(name))).toBe(true);
    for (const line of rest.slice(again + 1).filter((line) => line !== "")) {
      expect(line).toMatch(
        /^::(?:error|warning|notice) (?:file=%3A%3Aerror%3A%3Ax\.py,|title=Pavise::)/,
      );
    }
    const other = scan(variables, cwd).stdout.split("\n")[0];
    expect(other).not.toBe(first);
  });

  test("values are words, never text of a shell", () => {
    const cwd = makeTree({ "a b/$(touch x)`touch x`;.py": bad, "c.py": "print(1)\n" });
    const variables = { PAVISE_PATH: "a b/$(touch x)`touch x`;.py\n\nc.py\n" };
    expect(scan(variables, cwd).stdout).toContain("2 checked");
    expect(existsSync(join(cwd, "x"))).toBe(false);
  });

  test.each<Readonly<Record<string, string>>>([
    { PAVISE_PATH: "--fail-on=none" },
    { PAVISE_PATH: "a.py\n-q" },
    { PAVISE_CONFIG: "--baseline" },
    { PAVISE_FAIL_ON: "-q" },
    { PAVISE_REPORTS: "--quiet=x" },
    { PAVISE_REPORTS: "sarif=--quiet" },
    { PAVISE_REPORTS: "sarif" },
    { PAVISE_REPORTS: "sarif=" },
    { PAVISE_REPORTS: "what=x.txt" },
    { PAVISE_FAIL_ON: "sometimes" },
    { PAVISE_PATH: "nowhere" },
  ])("%o is refused, and said to be", (variables) => {
    const cwd = makeTree({ "a.py": bad });
    const output = join(cwd, "output");
    const { status, stdout, stderr } = scan({ ...variables, GITHUB_OUTPUT: output }, cwd);
    expect([status, stdout]).toEqual([2, ""]);
    expect(stderr).not.toBe("");
    expect(readFileSync(output, "utf8")).toBe("exit-code=2\n");
  });
});

test("an old project starts with a baseline, which is no finding itself", () => {
  const cwd = makeTree({ "a.py": `${bad}import torch\ntorch.load(p, weights_only=False)\n` });
  const known = { PAVISE_REPORTS: "json=pavise-baseline.json" };
  expect(scan({ ...known, PAVISE_FAIL_ON: "none" }, cwd).status).toBe(0);
  expect(scan({}, cwd).status).toBe(1);
  expect(scan({ PAVISE_BASELINE: "pavise-baseline.json" }, cwd).status).toBe(0);
});

test("colours where the log shows them, unless they are not wanted", () => {
  const cwd = makeTree({ "a.py": bad });
  const colored = (variables: Readonly<Record<string, string>>) =>
    scan(variables, cwd).stdout.includes("\u001b[");
  expect(colored({})).toBe(false);
  expect(colored({ GITLAB_CI: "true" })).toBe(true);
  expect(colored({ GITLAB_CI: "true", NO_COLOR: "1" })).toBe(false);
});
