import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePython } from "../python/parse.ts";
import { expectQuick, expectWithin, textOf } from "../../testing/hostile.ts";
import { readCellSource } from "./magics.ts";

const python = (text: string): string => readCellSource(text).python.trimEnd();
const scripts = (text: string): string[] =>
  readCellSource(text).scripts.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);

describe("what is not Python is put out of the way", () => {
  test.each<readonly [source: string, python: string]>([
    ["x = 1\n%matplotlib inline\ny = 2", "x = 1\n0\ny = 2"],
    ["!ls\nx", "0\nx"],
    ["!!ls", "0"],
    ["if a:\n    !ls -la", "if a:\n    0"],
    ["!a \\\n  b\nx", "0\n\nx"],
    ["files = !ls *.py", "files = 0"],
    ["a, b = %system who", "a, b = 0"],
    ["self.x['a'] = !ls", "self.x['a'] = 0"],
    ["%time x = f(1)", "0;    x = f(1)"],
    ["%timeit -n 10 -r 3 f(\n  1)", "0;                 f(\n  1)"],
    ["%time for i in x: f(i)", "0"],
    ["%%time\nx = 1", "\nx = 1"],
    ["%%capture out\n%%time\nx = 1", "\n\nx = 1"],
    ["%%bash\nls | wc", ""],
    ["# a comment\n%%bash\nls", "# a comment"],
    ["%%html\n<b>x = 1</b>", ""],
    ["%%writefile a.py\nx = 1", "\nx = 1"],
    ["%%writefile a.yaml\nx: 1", ""],
    ["%%script python3 -u\nx = 1", "\nx = 1"],
    ["%%whatever --a\nx = 1", "\nx = 1"],
    ["%%whatever\nthis text is none!", ""],
    ["torch.load?", "0"],
    ["??torch.load", "0"],
    ["%timeit?", "0"],
    ["x[0].y? # what", "0"],
    ["pip install numpy", "0"],
    ["cd ../data", "0"],
    ["plt.plot(x);", "plt.plot(x);"],
    ["%sql\nselect *\nfrom x", ""],
    ["%sql select 1\nx = 2", "0\nx = 2"],
    ["%sh\nls", ""],
    ["%md\n# A title", ""],
    [", f a b", "0"],
  ])("%j", (source, expected) => {
    const reading = readCellSource(source);
    expect(reading.python.length).toBe(source.length);
    expect(
      reading.python
        .split("\n")
        .map((line) => line.trimEnd())
        .join("\n")
        .trimEnd(),
    ).toBe(expected);
    expect(parsePython(reading.python).problems).toEqual([]);
  });
});

describe("what only looks like a magic stays", () => {
  test.each([
    'x = """\n!ls\n%time\n"""',
    "x = (a\n  % b)",
    "x = a \\\n  % b",
    "print('%d'\n  % 3)",
    "x = a != b",
    "x == '!ls'",
    "x = '= !ls'",
    "# !ls\n# %time",
    "x = y %z",
    "d = {'a':\n  !r}".replace("!r", "1"),
    "f'{x!r}'",
    "cat = ls",
    "man (3)",
    "cd = 3",
    "ls -la",
    "pip = install",
  ])("%j", (source) => {
    expect(python(source)).toBe(source);
  });
});

test.each<readonly [source: string, scripts: readonly string[]]>([
  [
    "!pip install a\n%pip install b\npip install c",
    ["shell: pip install a", "shell: pip install b", "shell: pip install c"],
  ],
  ["%%bash -e\nls\npwd", ["shell: ls\npwd"]],
  ["%%script bash\nls", ["shell: ls"]],
  ["%%writefile a.sh\nls", ["shell: ls"]],
  ["%sx ls", ["shell:  ls"]],
  ["x = !ls", ["shell: ls"]],
  ["!a \\\n b", ["shell: a \\\n b"]],
  ["%env A=b", ["variable: A=b"]],
  ["%run a.py --b", ["run: run a.py --b"]],
  ["%sh\nls", ["shell: \nls"]],
  ["%matplotlib inline\n%cd x", []],
])("the scripts of %j", (source, expected) => {
  expect(scripts(source)).toEqual(expected);
});

test.each([
  ["f(a, b", "f a, b"],
  ['x = """abc', "x =    abc"],
  ["x = 1 + \\", "x = 1 +"],
])("what %j opens is not open for the next cell", (source, expected) => {
  expect(python(source)).toBe(expected);
  expect(readCellSource(source).open).toHaveLength(1);
});

describe("hostile cells", () => {
  const pieces =
    "! !! % %% %%x\n %time = != ? ?? \\ \n \r\n \" ' \"\"\" ''' ( ) [ ] { } # a x= 0".split(" ");

  test("keep their length and lines", () => {
    fc.assert(
      fc.property(textOf([...pieces, "\n", "    "]), (text) => {
        const reading = readCellSource(text);
        expect(reading.python.length).toBe(text.length);
        expect(reading.python.replace(/[^\r\n]/g, "")).toBe(text.replace(/[^\r\n]/g, ""));
        expectWithin(text, [...reading.scripts, ...reading.open]);
      }),
    );
  });

  test.each([
    ["unclosed strings", '"""a\\'],
    ["escaped quotes", '\\"""'],
    ["unknown magics", "%%a\n"],
    ["shell lines", "!ls\n"],
    ["continued lines", "!a \\\n"],
    ["brackets", "(["],
    ["blanks", "     "],
    ["questions", "a?\n"],
    ["assignments", "x = !a\n"],
    ["options", "%timeit -n -n "],
    ["quotes", "'\"'"],
    ["markdown", "%md\n"],
  ])("%s by the hundred thousand cost no more than their number", (_, piece) => {
    const text = piece.repeat(100_000);
    expectQuick(() => readCellSource(text), 2_000);
  });
});
