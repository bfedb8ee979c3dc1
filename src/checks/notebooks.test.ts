/*
 * Checks of every view find in a notebook what they find in a file, and say where it is: cell, line
 * and column as Jupyter shows them.
 */
import { describe, expect, test } from "vitest";
import { formatLocation, type Run } from "../core/index.ts";
import { defaultConfig } from "../engine/config.ts";
import { scan } from "../engine/scan.ts";
import { notebookOf, printed, shown, type TestCell } from "../testing/notebook.ts";
import { makeTree } from "../testing/tree.ts";

function scanCells(cells: readonly TestCell[], metadata?: object): Promise<Run> {
  const root = makeTree({ "a.ipynb": notebookOf(cells, metadata) });
  return scan({ targets: ["."], cwd: root, config: { ...defaultConfig, audience: "audit" } });
}

async function found(cells: readonly TestCell[], metadata?: object): Promise<readonly string[]> {
  const { findings } = await scanCells(cells, metadata);
  return findings.map(({ check, location }) => `${formatLocation(location)} ${check}`);
}

test("what one cell imports and defines is known in the next", async () => {
  const cells = [
    { kind: "markdown" as const, source: "# torch.load(x)" },
    "import torch as t\nload = t.load",
    "x = 1\n\n  \nif x:\n    load(path)\n    t.load(path)",
  ];
  expect(await found(cells)).toEqual([
    "a.ipynb, cell 3:5:5 torch-load-untrusted",
    "a.ipynb, cell 3:6:5 torch-load-untrusted",
  ]);
});

test("magics and shell lines are read, and Python around them", async () => {
  const cells = [
    "%matplotlib inline\n!pip install -q git+https://github.com/a/b.git\neval(x)",
    "%%bash\nset -e\ncurl https://a.example.org/x.sh | sh",
    "%%time\nfor x in y:\n    !wget http://a.example.org/x.sh -O - | bash\n    eval(x)",
    "%pip install --extra-index-url https://a.example.org/simple b",
    "out = !curl -sk https://a.example.org/x.sh | sh\n%time eval(out)",
  ];
  expect(await found(cells)).toEqual([
    "a.ipynb, cell 1:2:17 pip-git-unpinned",
    "a.ipynb, cell 1:3:1 eval-used",
    "a.ipynb, cell 2:3:1 curl-pipe-shell",
    "a.ipynb, cell 3:3:6 curl-pipe-shell",
    "a.ipynb, cell 3:4:5 eval-used",
    "a.ipynb, cell 4:1:14 pip-extra-index",
    "a.ipynb, cell 5:1:8 curl-pipe-shell",
    "a.ipynb, cell 5:2:7 eval-used",
  ]);
});

test("another language is not read as Python", async () => {
  expect(await found(["eval(x)"], { language_info: { name: "R" } })).toEqual([]);
  expect(await found(["%%R\neval(x)", "%%javascript\neval(x)"])).toEqual([]);
});

describe("what is shown", () => {
  test("is of one cell only, and counts its lines", async () => {
    const { findings } = await scanCells(["first", "eval(x)", "a\nb\neval(y)\nc\nd", "last"]);
    expect(findings.map(({ snippet }) => snippet)).toEqual([
      { startLine: 1, lines: ["eval(x)"] },
      { startLine: 2, lines: ["b", "eval(y)", "c"] },
    ]);
    expect(findings.map(({ evidence }) => evidence)).toEqual(["eval(x)", "eval(y)"]);
  });

  test("is the source as it is written, magics included", async () => {
    const { findings } = await scanCells(["%time eval(x)"]);
    expect(findings[0]?.evidence).toBe("%time eval(x)");
  });
});

describe("suppression comments", () => {
  test("speak for the line and for the line below, in their cell", async () => {
    const { findings, suppressed } = await scanCells([
      "eval(a)  # pavise: allow eval-used -- a constant",
      "# pavise: allow eval-used -- the same\neval(b)",
      "!pip install git+https://github.com/a/b.git  # pavise: allow pip-git-unpinned -- ours",
      "%%bash\n# pavise: allow curl-pipe-shell -- ours\ncurl https://a.example.org/x.sh | sh",
      "eval(c)  # nosec",
    ]);
    expect(findings).toEqual([]);
    expect(
      suppressed.map(({ location, suppression }) => [location.cell, suppression.location]),
    ).toEqual([
      [1, { path: "a.ipynb", cell: 1, line: 1, column: 10 }],
      [2, { path: "a.ipynb", cell: 2, line: 1, column: 1 }],
      [3, { path: "a.ipynb", cell: 3, line: 1, column: 46 }],
      [4, { path: "a.ipynb", cell: 4, line: 2, column: 1 }],
      [5, { path: "a.ipynb", cell: 5, line: 1, column: 10 }],
    ]);
  });

  test("speak for the output of their cell, which has no comments of its own", async () => {
    const outputs = [shown({ "text/html": "<img src=x onerror=f()>" })];
    const { findings, suppressed } = await scanCells([
      { source: "show(x)\n# pavise: allow notebook-output-script -- ours", outputs },
      { source: "show(y)", outputs },
    ]);
    expect(findings.map(({ location }) => location.cell)).toEqual([2]);
    expect(suppressed.map(({ location }) => [location.cell, location.output])).toEqual([[1, 1]]);
  });

  test("at the end of a cell say nothing about the next one", async () => {
    const cells = ["x = 1\n# pavise: allow eval-used -- not this one", "eval(b)"];
    expect(await found(cells)).toEqual([
      "a.ipynb, cell 1:2:1 unused-suppression",
      "a.ipynb, cell 2:1:1 eval-used",
    ]);
  });
});

describe("what cannot be read", () => {
  test("is said with its cell, and costs no other cell", async () => {
    const run = await scanCells(["x", "y = '''open\nz", "f(a, [b\n", "eval(x)"]);
    expect(run.coverage.assets[0]).toMatchObject({
      kind: "notebook",
      status: "failed",
      reason: "syntax-error",
    });
    expect(run.coverage.assets[0]?.detail).toMatch(/^cell 2, line 1, column 5: /);
    expect(run.findings.map(({ location }) => location.cell)).toEqual([4]);
  });

  test("of the file is said with the line of the file", async () => {
    const text = notebookOf(["eval(x)", { source: "y", outputs: [printed("z")] }]);
    const root = makeTree({ "a.ipynb": text.slice(0, text.indexOf('"stdout"')) });
    const run = await scan({ targets: ["."], cwd: root, config: defaultConfig });
    expect(run.coverage.assets[0]?.detail).toMatch(/^line \d+ of the file: the end is missing/);
    expect(run.findings).toHaveLength(1);
  });

  test("a notebook may be larger than a text, up to a limit of its own", async () => {
    const outputs = [printed("x".repeat(5_000))];
    const root = makeTree({ "a.ipynb": notebookOf([{ source: "eval(x)", outputs }]) });
    const options = { targets: ["."], cwd: root, config: defaultConfig };
    const read = await scan({ ...options, limits: { maxTextBytes: 1_000 } });
    expect(read.findings).toHaveLength(1);
    const refused = await scan({ ...options, limits: { maxNotebookBytes: 1_000 } });
    expect(refused.coverage.assets[0]).toMatchObject({ status: "failed", reason: "too-large" });
  });
});
