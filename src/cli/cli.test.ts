import { spawn, spawnSync, type SpawnSyncReturns } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import type { Run } from "../core/index.ts";
import { makeTree } from "../testing/tree.ts";

const main = join(import.meta.dirname, "main.ts");
const environment = { PATH: process.env["PATH"] ?? "", HOME: "/nonexistent" };

/** Runs the command line as a process of its own. */
function pavise(cwd: string, ...argv: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, [main, ...argv], {
    cwd,
    env: environment,
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
}

const bad = "import subprocess\nsubprocess.call('ls ' + name, shell=True)\n";
const good = "print(1)\n";

function runIn(text: string): Run {
  return JSON.parse(text) as Run;
}

describe("exit status", () => {
  test("0 where the gate passes", () => {
    const root = makeTree({ "a.py": good });
    const { status, stdout, stderr } = pavise(root, "scan");
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("The gate passes");
  });

  test("1 where it fails, and 0 where nothing may fail it", () => {
    const root = makeTree({ "a.py": bad });
    expect(pavise(root, "scan", ".").status).toBe(1);
    expect(pavise(root, "scan", "--fail-on", "none").status).toBe(0);
    expect(pavise(root, "scan", "--fail-on=critical", "a.py").status).toBe(0);
  });

  test("`--fail-on none` never fails, whatever the configuration says", () => {
    const rules = "gate:\n  unread: fail\n  rules: [{ path: a.py, fail-on: low }]\n";
    const root = makeTree({ "a.py": bad, "b.py": "def (:\n", "pavise.yaml": rules });
    expect(pavise(root, "scan").status).toBe(1);
    expect(pavise(root, "scan", "--fail-on", "none").status).toBe(0);
  });

  test.each([
    [["scan", "--fial-on", "high"], "unknown option --fial-on", "Did you mean --fail-on?"],
    [["scan", "--fail-on", "hihg"], "--fail-on hihg: no such value", "Did you mean high?"],
    [["scan", "--fail-on"], "--fail-on needs a value", "--help"],
    [["scan", "--fail-on", "--quiet"], "--fail-on needs a value", "--help"],
    [["scan", "--quiet=1"], "--quiet takes no value", "--help"],
    [["scan", "--jobs", "many"], "--jobs many", "1 to 256"],
    [["scan", "--format", "jsn"], "--format jsn: no such format", "Did you mean json?"],
    [["scan", "--format", "json,sarif"], "json and sarif cannot both", "--output"],
    [["scan", "-f", "json", "-o", "x", "-f", "html", "-o", "x"], "given twice", "of its own"],
    [["scan", "-o", "report.what"], "does not tell the format", "--format"],
    [["scan", "nowhere"], "nowhere does not exist", "Name a file"],
    [["scan", "--config", "no.yaml"], "no.yaml", "pavise init"],
    [["scan", "--baseline", "a.py"], "a.py", "--format json"],
    [["scna"], 'there is no command "scna"', "pavise scan"],
    [["--quiet"], "unknown option --quiet", "A command comes first"],
    [["report"], "one run is needed", "RUN.json"],
    [["report", "a.py"], "", "json"],
    [["checks", "no-such-check"], "no check is called", "pavise checks"],
  ] as const)("2 for a wrong command line: %j", (argv, message, hint) => {
    const root = makeTree({ "a.py": good });
    const { status, stdout, stderr } = pavise(root, ...argv);
    expect(stderr).toMatch(/^error\[[a-z-]+\]: /);
    expect(stderr).toContain(message);
    expect(stderr).toMatch(/^hint: .*/m);
    expect(stderr).toContain(hint);
    expect([status, stdout]).toEqual([2, ""]);
  });

  test("2 for a wrong configuration, with its place", () => {
    const root = makeTree({ "a.py": bad, "pavise.yaml": "gate:\n  fail_on: high\n" });
    const { status, stderr } = pavise(root, "scan");
    expect(status).toBe(2);
    expect(stderr).toBe(
      'error[config-invalid]: pavise.yaml:2:3: unknown key "fail_on" in gate\nhint: Did you mean `fail-on`?\n',
    );
  });

  test("3 where a report cannot be written", () => {
    const root = makeTree({ "a.py": good, file: "" });
    const { status, stderr } = pavise(root, "scan", "--format", "json", "--output", "file/x.json");
    expect(stderr).toContain("error[output-failed]");
    expect(status).toBe(3);
  });

  test("3 on an interrupt, with what is known written", async () => {
    const files = Object.fromEntries(
      Array.from({ length: 3_000 }, (_, at) => [`f${at}.py`, bad.repeat(20)]),
    );
    const root = makeTree(files);
    const child = spawn(
      process.execPath,
      [main, "scan", "-j", "1", "-f", "json", "-o", "r.json", "-q"],
      {
        cwd: root,
        env: environment,
        stdio: "ignore",
      },
    );
    setTimeout(() => child.kill("SIGINT"), 900);
    const status = await new Promise((resolve) => child.on("exit", resolve));
    expect(status).toBe(3);
    const run = runIn(readFileSync(join(root, "r.json"), "utf8"));
    expect(run.problems).toHaveLength(1);
    expect(run.coverage.assets).toHaveLength(3_000);
  });
});

describe("reports", () => {
  test("each --output belongs to the --format before it; the terminal is told too", () => {
    const root = makeTree({ "a.py": bad });
    const { status, stdout } = pavise(
      root,
      "scan",
      "-f",
      "sarif",
      "-o",
      "a.sarif",
      "-f",
      "json",
      "-o",
      "out/b.json",
    );
    expect(status).toBe(1);
    expect(stdout).toContain("The gate fails");
    expect(JSON.parse(readFileSync(join(root, "a.sarif"), "utf8"))).toHaveProperty("runs");
    expect(runIn(readFileSync(join(root, "out/b.json"), "utf8")).findings.length).toBeGreaterThan(
      0,
    );
  });

  test("a folder takes a file for each format; a suffix tells a format", () => {
    const root = makeTree({ "a.py": good });
    expect(pavise(root, "scan", "-f", "sarif,junit", "-f", "html", "-o", "reports/").status).toBe(
      0,
    );
    for (const name of ["pavise.sarif", "pavise.xml", "pavise.html"]) {
      expect(existsSync(join(root, "reports", name))).toBe(true);
    }
    expect(pavise(root, "scan", "-o", "x.md").status).toBe(0);
    expect(existsSync(join(root, "x.md"))).toBe(true);
  });

  test("JSON on standard output is nothing but JSON, and fits the published schema", () => {
    const root = makeTree({ "a.py": bad, "b.py": "x = (\n", "c.bin": Buffer.alloc(64) });
    const { stdout, stderr } = pavise(root, "scan", "--format", "json", "--audience", "audit");
    const schema = readFileSync(new URL("../../schema/run.schema.json", import.meta.url), "utf8");
    const validate = new Ajv2020({ strict: false }).compile(JSON.parse(schema));
    expect(validate(JSON.parse(stdout)), JSON.stringify(validate.errors)).toBe(true);
    expect(stderr).toBe("");
  });

  test("a run is turned into another format, from a file or from a pipe", () => {
    const root = makeTree({ "a.py": bad });
    const { stdout } = pavise(root, "scan", "-f", "json");
    writeFileSync(join(root, "run.json"), stdout);
    expect(pavise(root, "report", "run.json").stdout).toContain("The gate fails");
    const piped = spawnSync(process.execPath, [main, "report", "-", "-f", "markdown"], {
      input: stdout,
      encoding: "utf8",
      env: environment,
    });
    expect([piped.status, piped.stdout.includes("a.py")]).toEqual([0, true]);
  });

  test("only what is new counts against a baseline", () => {
    const root = makeTree({ "a.py": bad });
    pavise(root, "scan", "-f", "json", "-o", "known.json", "-q");
    expect(pavise(root, "scan", "a.py", "--baseline", "known.json").status).toBe(0);
    writeFileSync(join(root, "a.py"), `${bad}subprocess.call('rm ' + name, shell=True)\n`);
    expect(pavise(root, "scan", "a.py", "--baseline", "known.json").status).toBe(1);
  });

  test("a reader that goes away is no fault", () => {
    const root = makeTree({ "a.py": bad.repeat(300) });
    const command = `"${process.execPath}" "${main}" scan -f json; echo "status $?" >&2`;
    const { stderr } = spawnSync("sh", ["-c", `{ ${command}; } | head -n 1`], {
      cwd: root,
      env: environment,
      encoding: "utf8",
    });
    expect(stderr).toBe("status 1\n");
  });

  test("colours come and go as they are asked for", () => {
    const root = makeTree({ "a.py": bad });
    const color = (env: Readonly<Record<string, string>>, ...more: readonly string[]): boolean =>
      spawnSync(process.execPath, [main, "scan", ...more], {
        cwd: root,
        env: { ...environment, ...env },
        encoding: "utf8",
      }).stdout.includes("\u001b[");
    expect(color({})).toBe(false);
    expect(color({ FORCE_COLOR: "1" })).toBe(true);
    expect(color({ FORCE_COLOR: "1", NO_COLOR: "1" })).toBe(false);
    expect(color({ FORCE_COLOR: "1" }, "--no-color")).toBe(false);
  });
});

describe("hostile names", () => {
  test("an escape sequence in a name reaches neither terminal nor error", () => {
    const name = "\u001b]0;owned\u0007\u001b[31m.py";
    const root = makeTree({ [name]: bad, "line\nbreak.py": bad });
    expect(pavise(root, "scan").stdout).not.toMatch(/\u001b|\u0007|line\nbreak/);
    expect(pavise(root, "scan", `${name}x`).stderr).not.toMatch(/\u001b|\u0007/);
  });

  test("a file named like an option is a file behind --", () => {
    const root = makeTree({ "--fail-on=none": bad, "a.py": good });
    const { stdout } = pavise(root, "scan", "-f", "json", "--", "--fail-on=none", "a.py");
    expect(runIn(stdout).coverage.assets).toHaveLength(2);
  });
});

describe("other commands", () => {
  test("the version is the package's", () => {
    const text = readFileSync(new URL("../../package.json", import.meta.url), "utf8");
    const { version } = JSON.parse(text) as { version: string };
    expect(pavise("/", "--version").stdout).toBe(`${version}\n`);
  });

  test("help is there at every door", () => {
    for (const argv of [[], ["--help"], ["-h"], ["help"]]) {
      expect(pavise("/", ...argv).stdout).toContain("Commands");
    }
    expect(pavise("/", "help", "scan").stdout).toBe(pavise("/", "scan", "--help").stdout);
  });

  test("checks are listed, chosen and explained", () => {
    const all = JSON.parse(pavise("/", "checks", "--format", "json").stdout) as { id: string }[];
    expect(all.length).toBeGreaterThan(3);
    const some = JSON.parse(
      pavise("/", "checks", "-f", "json", "--control", "CWE-502", "--asset", "python").stdout,
    ) as { id: string }[];
    expect(some.map(({ id }) => id)).toContain("torch-load-untrusted");
    expect(some.length).toBeLessThan(all.length);
    expect(pavise("/", "checks", "B614").stdout).toContain("weights_only");
    expect(pavise("/", "checks", "-f", "markdown").stdout).toMatch(/^\| Code \|/);
  });

  test("init writes a configuration that is valid and says only what holds anyway", () => {
    const root = makeTree({ "a.py": bad });
    expect(pavise(root, "init").status).toBe(0);
    const again = pavise(root, "init");
    expect([again.status, again.stderr]).toEqual([2, expect.stringContaining("is there already")]);
    const { stdout } = pavise(root, "scan", "a.py", "-f", "json");
    expect(runIn(stdout).gate.pass).toBe(false);
    const text = readFileSync(join(root, "pavise.yaml"), "utf8");
    // What is commented out is valid too, once it is taken in.
    const open = text
      .replaceAll(/: \[\]\n(?=\s*#\s{2,})/g, ":\n")
      .replaceAll(/^(\s*)#(\s{2,}\S)/gm, "$1 $2")
      .replaceAll(/^# (?=(?:flow|models|limits|robustness):)/gm, "");
    expect(open).toMatch(/^ +- check: torch-load-untrusted$/m);
    mkdirSync(join(root, "open"));
    writeFileSync(join(root, "open/pavise.yaml"), open);
    expect(pavise(root, "scan", "open").stderr).toBe("");
  });
});
