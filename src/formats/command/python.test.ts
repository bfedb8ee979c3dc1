import { describe, expect, test } from "vitest";
import { parseAsset } from "../../checks/parse.ts";
import type { CommandView } from "./view.ts";

function view(text: string): CommandView | undefined {
  return parseAsset({ kind: "python", path: "x.py", text }).views.command;
}
const lines = (text: string): string[] =>
  (view(text)?.commands ?? []).map(({ program, args }) =>
    [program, ...args.map((word) => word.text)].join(" "),
  );

describe("commands of Python", () => {
  test.each([
    ["import subprocess\nsubprocess.run(['a', '-b', c])", ["a -b $…"]],
    ["from subprocess import Popen as P\nP('a b | c', shell=True)", ["a b", "c"]],
    ["import os\nos.system(f'a --host {host} --b')", ["a --host $… --b"]],
    [
      "import subprocess, sys\nsubprocess.check_call([sys.executable, '-m', 'pip', 'install', 'x'])",
      ["pip install x"],
    ],
    ["import subprocess\ncmd = ['a', 'b']\nsubprocess.run(args=cmd)", ["a b"]],
    ["import subprocess\nsubprocess.run('a b'.split())", ["a b"]],
    ["import subprocess, shlex\nsubprocess.run(shlex.split('a b'))", ["a b"]],
    ["import subprocess\nsubprocess.run(['a'] + more)", ["a $…"]],
    ["import os\nos.execvp('a', ['a', 'b'])", ["a b"]],
    ["import os\nos.execlp('a', 'a', 'b')", ["a b"]],
    ["import asyncio\nasyncio.create_subprocess_exec('a', 'b')", ["a b"]],
    ["import subprocess\nsubprocess.run(cmd)", []],
    // A line of a manual, or a cell that follows others.
    ["subprocess.run(['a'])", ["a"]],
    ["run(['a'])", []],
  ])("%j", (text, expected) => {
    expect(lines(text)).toEqual(expected);
  });

  test("know where they stand", () => {
    const text = "import os, subprocess\nos.system('a --bee')\nsubprocess.run(['c', '--dee'])";
    const words = view(text)!.commands.flatMap(({ args }) => args);
    expect(words.map(({ start, end }) => text.slice(start, end))).toEqual(["--bee", "'--dee'"]);
  });
  test("have the variables that are set for them", () => {
    const found = view(
      "import os, subprocess\nos.environ['A'] = '1'\nos.environ.setdefault('B', '2')\nos.environ.update({'C': '3'}, D='4')\nos.putenv('E', x)\nsubprocess.run(['a'], env={**os.environ, 'F': '6'})",
    )!;
    expect(found.environment.map(({ name, value }) => `${name}=${value.text}`)).toEqual([
      "A=1",
      "B=2",
      "C=3",
      "D=4",
      "E=$…",
      "F=6",
    ]);
    expect(found.commands[0]!.environment.length).toBe(6);
  });
  test("are not looked for where nothing can start any", () => {
    expect(view("import numpy")).toBeUndefined();
  });
});
