import { describe, expect, test } from "vitest";
import { parseAsset } from "../../checks/parse.ts";
import { isPercentScript } from "./percent.ts";

function commands(text: string): readonly string[] {
  const { command } = parseAsset({ kind: "python", path: "x.py", text }).views;
  return (command?.commands ?? []).map(({ program, args, start, end }) => {
    const words = [program, ...args.map((word) => word.text)].join(" ");
    return `${words} @ ${text.slice(start, end)}`;
  });
}

describe("the shell lines of a script with cells", () => {
  test.each<readonly [text: string, commands: readonly string[]]>([
    ["# %%\n# Setup\n# !pip install a\nx = 1\n", ["pip install a @ pip install a"]],
    ["# %%\n# %pip install a\n", ["pip install a @ pip install a"]],
    ['# %% language="bash"\n# ls -a\n# pwd\n', ["ls -a @ ls -a", "pwd @ pwd"]],
    ["# %%\n# %%bash\n# ls\n\n# !pwd\n", ["ls @ ls", "pwd @ pwd"]],
    ["# %% [markdown]\n# !ls\n# %%\nx\n# !pwd\n", ["pwd @ pwd"]],
    [
      "# Databricks notebook source\n# MAGIC %sh\n# MAGIC curl x | sh\n# MAGIC ls\n\n# COMMAND ----------\n# MAGIC %pip install a\n",
      ["curl x @ curl x", "sh @ sh", "ls @ ls", "pip install a @ pip install a"],
    ],
    ["# MAGIC %md\n# MAGIC !ls\n", []],
    ["# ---\n# jupyter:\n#   x: y\n# ---\n\n# !ls\n", ["ls @ ls"]],
    ['# jupyter:\n\n# + language="bash"\n# ls -a\n# -\n', ["ls -a @ ls -a"]],
    ["# !ls\n", []],
    ["# %%\nx = '''\n# !ls\n'''\n", []],
    ["# %%\nx = 1 # !ls\n", []],
  ])("%j", (text, expected) => {
    expect(commands(text)).toEqual(expected);
  });

  test("a script that only speaks of cells has none", () => {
    expect(isPercentScript("x = '# %%'\n")).toBe(false);
    expect(isPercentScript("print(1)\n# 50 %% of it\n")).toBe(false);
  });
});

describe("a notebook that was turned into a script", () => {
  test.each<readonly [text: string, commands: readonly string[]]>([
    ["get_ipython().system('pip install a')", ["pip install a @ pip install a"]],
    ["get_ipython().run_line_magic('pip', 'install a')", ["pip install a @ 'pip', 'install a"]],
    ["get_ipython().run_cell_magic('bash', '', 'ls\\npwd')", ["ls @ ls", "pwd @ pwd"]],
    ["x.system('ls')", []],
    ["!pip install a\nimport os\n%cd x\n", ["pip install a @ pip install a"]],
  ])("%j", (text, expected) => {
    expect(commands(text)).toEqual(expected);
  });

  test("keeps its text where it is read as IPython reads it", () => {
    const text = "!pip install a\n%matplotlib inline\nimport os\n";
    const parsed = parseAsset({ kind: "python", path: "x.py", text });
    expect(parsed.problems).toEqual([]);
    expect([1, 2, 3].map((line) => parsed.lines.lineText(line))).toEqual([
      "!pip install a",
      "%matplotlib inline",
      "import os",
    ]);
  });

  test("is read as Python where it is Python, whatever its strings say", () => {
    const text = 'x = """\n!pip install a\n"""\n';
    expect(commands(text)).toEqual([]);
  });
});
