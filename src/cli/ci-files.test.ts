/*
 * The files for GitHub, GitLab, Jenkins and pre-commit: their very commands, taken out of them and
 * run, in a project with one weakness.
 */
import { accessSync, constants, existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { makeCiHome, repository, runInCi } from "../testing/ci-home.ts";
import { makeTree } from "../testing/tree.ts";

const read = (path: string): string => readFileSync(join(repository, path), "utf8");

const weak = "import torch\ntorch.load(path, weights_only=False)\n";

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Another repository's code is named by its commit. */
function expectPinned(steps: readonly Step[]): void {
  for (const { uses } of steps) {
    if (uses !== undefined && !uses.startsWith("./")) expect(uses).toMatch(/@[0-9a-f]{40}$/);
  }
}

/** A repository that can be cloned, with Pavise's `ci/scan.sh` and command line. */
function clonable(): Readonly<Record<string, string>> {
  const home = makeCiHome();
  const git = (...words: readonly string[]): string => {
    const who = ["-c", "user.name=a", "-c", "user.email=a@example.com"];
    const { status, stdout, stderr } = runInCi({ words: ["git", ...who, ...words], cwd: home });
    expect(status, stderr).toBe(0);
    return stdout.trim();
  };
  git("init", "--quiet");
  git("add", ".");
  git("commit", "--quiet", "--message", "x");
  return { PAVISE_REPOSITORY: home, PAVISE_REF: git("rev-parse", "HEAD") };
}

describe("action.yml", () => {
  const action = parse(read("action.yml")) as {
    readonly inputs: Readonly<Record<string, { readonly default: string }>>;
    readonly runs: { readonly steps: readonly Step[] };
  };
  const { steps } = action.runs;

  function runStep(id: string, inputs: Readonly<Record<string, string>>, cwd: string) {
    const { run = "", env = {} } = steps.find((step) => step.id === id) ?? {};
    const fill = (text: string): string =>
      text.replace(/^\$\{\{ inputs\.([\w-]+) \}\}$/, (_, name: string) => {
        expect(action.inputs, name).toHaveProperty(name);
        return inputs[name] ?? action.inputs[name]?.default ?? "";
      });
    const filled = Object.entries(env).map(([name, text]) => [name, fill(text)] as const);
    return runInCi({
      words: ["bash", "-e", "-o", "pipefail", "-c", run],
      cwd,
      variables: {
        ...Object.fromEntries(filled),
        GITHUB_ACTIONS: "true",
        GITHUB_ACTION_PATH: makeCiHome(),
        GITHUB_OUTPUT: join(cwd, "output"),
        GITHUB_STEP_SUMMARY: join(cwd, "summary.md"),
        RUNNER_TEMP: cwd,
      },
    });
  }

  test("pins what it uses, and puts no text into a script", () => {
    expectPinned(steps);
    for (const { run } of steps) expect(run ?? "").not.toContain("${{");
  });

  test("takes the runner's Node where it is new enough", () => {
    const cwd = makeTree();
    expect(runStep("node", {}, cwd).status).toBe(0);
    expect(readFileSync(join(cwd, "output"), "utf8")).toBe("ready=true\n");
  });

  test("fails by itself, with SARIF and the report that was asked for", () => {
    const cwd = makeTree({ "a.py": weak });
    expect(runStep("scan", { reports: "html=out/x.html\njunit=x.xml\n" }, cwd).status).toBe(1);
    for (const file of ["pavise.sarif", "out/x.html", "x.xml", "summary.md"]) {
      expect(existsSync(join(cwd, file)), file).toBe(true);
    }
  });

  test("passes where the gate does, without SARIF where none is wanted", () => {
    const cwd = makeTree({ "a b/a.py": weak });
    const inputs = { path: "a b", "fail-on": "critical", audience: "audit", sarif: "" };
    expect(runStep("scan", inputs, cwd).status).toBe(0);
    expect(existsSync(join(cwd, "pavise.sarif"))).toBe(false);
    expect(readFileSync(join(cwd, "output"), "utf8")).toBe("exit-code=0\n");
  });

  test("has each input in the guide, with its default", () => {
    for (const [name, { default: value }] of Object.entries(action.inputs)) {
      const row = read("docs/ci.md")
        .split("\n")
        .find((line) => line.split("|")[1]?.includes(`\`${name}\``));
      expect(row, name).toBeDefined();
      if (value !== "") expect(row, name).toContain(`| \`${value}\` |`);
    }
  });
});

test("the workflows pin what they use and grant nothing by default", () => {
  for (const name of readdirSync(join(repository, ".github/workflows"))) {
    const workflow = parse(read(`.github/workflows/${name}`)) as {
      readonly permissions: unknown;
      readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[] }>>;
    };
    expect(workflow.permissions).toEqual({});
    for (const job of Object.values(workflow.jobs)) expectPinned(job.steps);
  }
});

describe("ci/gitlab.yml", () => {
  const [spec, jobs] = parseAllDocuments(read("ci/gitlab.yml")).map((each): unknown => each.toJS());
  const { inputs } = (spec as { spec: { inputs: Record<string, { default?: string }> } }).spec;
  const { pavise: job } = jobs as {
    pavise: { variables: Record<string, string>; script: string[]; artifacts: object };
  };

  test("leaves the reports that its artifacts name, and nothing behind", () => {
    const cwd = makeTree({ "a.py": weak, "tmp/x": "" });
    const given: Readonly<Record<string, string>> = { path: ".", "fail-on": "high" };
    const variables = Object.entries(job.variables).map(([name, text]) => {
      const value = text.replace(/\$\[\[ inputs\.([\w-]+) \]\]/g, (_, input: string) => {
        expect(inputs, input).toHaveProperty(input);
        return given[input] ?? inputs[input]?.default ?? "";
      });
      return [name, value] as const;
    });
    const { status, stdout } = runInCi({
      words: ["bash", "-e", "-o", "pipefail", "-c", job.script.join("\n")],
      cwd,
      variables: { ...Object.fromEntries(variables), ...clonable(), TMPDIR: join(cwd, "tmp") },
    });
    expect(stdout).toContain("The gate fails");
    expect(status).toBe(1);
    const { paths, reports } = job.artifacts as { paths: string[]; reports: object };
    for (const file of [...paths, ...Object.values(reports)]) {
      expect(existsSync(join(cwd, String(file))), String(file)).toBe(true);
    }
    expect(readdirSync(join(cwd, "tmp"))).toEqual(["x"]);
  });

  test("uses inputs only where they stay text", () => {
    expect(job.script.join("\n")).not.toContain("$[[");
  });

  test("has each input in the guide", () => {
    for (const name of Object.keys(inputs)) expect(read("docs/ci.md")).toContain(name);
  });
});

test("ci/Jenkinsfile leaves the reports that it shows, and nothing behind", () => {
  const text = read("ci/Jenkinsfile");
  const script = /sh '''(.*?)'''/s.exec(text)?.[1] ?? "";
  const reports = /PAVISE_REPORTS = '(.*)'/.exec(text)?.[1]?.replaceAll(String.raw`\n`, "\n") ?? "";
  const cwd = makeTree({ "a.py": weak, "tmp/x": "" });
  const variables = { ...clonable(), PAVISE_REPORTS: reports, TMPDIR: join(cwd, "tmp") };
  // Jenkins starts a script of no first line of its own with `sh -xe`.
  const { status, stdout } = runInCi({ words: ["sh", "-xe", "-c", script], cwd, variables });
  expect(stdout).toContain("The gate fails");
  expect(status).toBe(1);
  for (const [file] of text.matchAll(/\bpavise\.(?:xml|sarif|html)\b/g)) {
    expect(existsSync(join(cwd, file)), file).toBe(true);
  }
  expect(readdirSync(join(cwd, "tmp"))).toEqual(["x"]);
});

describe(".pre-commit-hooks.yaml", () => {
  const hooks = parse(read(".pre-commit-hooks.yaml")) as readonly {
    readonly id: string;
    readonly entry: string;
    readonly language: string;
    readonly args?: readonly string[];
  }[];

  function runHook(id: string, cwd: string, files: readonly string[]) {
    const { entry = "", args = [] } = hooks.find((hook) => hook.id === id) ?? {};
    const [program = "", ...words] = entry.split(" ");
    // `language: script` starts what is in the hook's own repository.
    accessSync(join(repository, program), constants.X_OK);
    return runInCi({ words: [join(makeCiHome(), program), ...words, ...args, ...files], cwd });
  }

  test("the changed files are scanned, whatever their names", () => {
    const cwd = makeTree({ "a.py": "print(1)\n", "--fail-on=none.py": weak, "other.py": weak });
    expect(runHook("pavise", cwd, ["a.py"]).status).toBe(0);
    const { status, stdout } = runHook("pavise", cwd, ["a.py", "--fail-on=none.py"]);
    expect([status, stdout.includes("2 checked")]).toEqual([1, true]);
  });

  test("the whole project is scanned", () => {
    const cwd = makeTree({ "a.py": "print(1)\n", "deep/other.py": weak });
    expect(runHook("pavise-all", cwd, []).status).toBe(1);
  });

  test("each hook is in the guide, and runs where pre-commit cloned it", () => {
    for (const { id, language } of hooks) {
      expect(language).toBe("script");
      expect(read("docs/ci.md")).toContain(`- id: ${id} `);
    }
  });
});

test("the guide's YAML is YAML, and its options are options", () => {
  const guide = read("docs/ci.md");
  for (const [, text = ""] of guide.matchAll(/^```yaml\n(.*?)^```$/gms)) {
    expect(() => parse(text)).not.toThrow();
  }
  const help = runInCi({
    words: [process.execPath, join(repository, "src/cli/main.ts"), "help", "scan"],
    cwd: repository,
  }).stdout;
  const used =
    guide
      .match(/^\.\/pavise scan .*$/gm)
      ?.join(" ")
      .match(/--[\w-]+/g) ?? [];
  expect(used.length).toBeGreaterThan(3);
  for (const option of used) expect(help).toContain(option);
});
