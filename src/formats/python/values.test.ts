import { describe, expect, test } from "vitest";
import { dump } from "./testing/tree.ts";
import type { PythonCall } from "./values.ts";
import { viewPython } from "./view.ts";

/** The last call of `f`. */
function callIn(source: string): PythonCall {
  const call = viewPython({ path: "test.py", text: source }).calls("f").at(-1);
  if (call === undefined) throw new Error("no call of f");
  return call;
}

describe("a keyword argument", () => {
  test.each([
    ["f(safe=False)"],
    ["f(1, *args, safe=False)"],
    ["f(**{'safe': False})"],
    ["f(**{'sa' + 'fe': False})"],
    ["f(**dict(safe=False))"],
    ["options = {'safe': False}\nf(**options)"],
    ["options = dict(safe=False)\nf(**options)"],
    ["base = {'safe': False}\noptions = {**base, 'other': 1}\nf(**options)"],
    ["base = {'safe': False}\nf(**dict(**base))"],
    ["f(**unknown, **{'safe': False})"],
    ["f(**{'safe': True, 'safe': False})"],
    ["f(**{**{'safe': True}, 'safe': False})"],
    ["no = False\nf(safe=no)"],
    ["no = False\noptions = {'safe': no}\nf(**options)"],
  ])("is found in %s", (source) => {
    expect(callIn(source).keyword("safe")?.is(false)).toBe(true);
  });

  test("is looked up where the dict is written, not where it is unpacked", () => {
    const source = "no = False\noptions = {'safe': no}\ndef g(no):\n    f(**options)";
    expect(callIn(source).keyword("safe")?.is(false)).toBe(true);
  });

  test.each([
    ["f()"],
    ["f(**options)"],
    ["f(**{'other': False})"],
    ["f(**dict([('safe', False)]))"],
    ["options = {}\noptions['safe'] = False\nf(**options)"],
  ])("is not found in %s", (source) => {
    expect(callIn(source).keyword("safe")).toBeUndefined();
  });

  test("is searched for without end in no dict", () => {
    expect(callIn("a = {**a}\nf(**a)").keyword("safe")).toBeUndefined();
    expect(callIn("a = dict(**a)\nf(**a)").keyword("safe")).toBeUndefined();
    const doubling = Array.from(
      { length: 60 },
      (_, index) => `a${index + 1} = {**a${index}, **a${index}}`,
    );
    expect(callIn(`a0 = {}\n${doubling.join("\n")}\nf(**a60)`).keyword("safe")).toBeUndefined();
    const calls = doubling.map((line) => line.replace("{", "dict(").replace("}", ")"));
    expect(callIn(`a0 = {}\n${calls.join("\n")}\nf(**a60)`).keyword("safe")).toBeUndefined();
  });
});

describe("a positional argument", () => {
  test.each([
    ["f('a', 'b')", 1],
    ["f(*['a', 'b'])", 1],
    ["f(*('a',), 'b')", 1],
    ["arguments = ['a', 'b', 'c']\nf(*arguments)", 1],
    ["f('a', *['b'])", 1],
    ["f(*[], 'b')", 0],
  ])("is found in %s", (source, index) => {
    expect(callIn(source).positional(index)?.string()).toBe("b");
  });

  test.each([
    ["f('a')", 1],
    ["f(*unknown, 'b')", 0],
    ["f(*unknown, 'b')", 1],
    ["f(*[*unknown], 'b')", 1],
    ["f(*{'a', 'b'})", 1],
  ])("is not found in %s at %i", (source, index) => {
    expect(callIn(source).positional(index)).toBeUndefined();
  });

  test("may be given by name or by position", () => {
    expect(callIn("f('a')").argument(0, "path")?.string()).toBe("a");
    expect(callIn("f(path='a')").argument(0, "path")?.string()).toBe("a");
  });
});

test.each([
  ["f(a, b=1)", false],
  ["f(*args)", true],
  ["f(**options)", true],
  ["f(*['a'])", false],
  ["f(**{'a': 1})", false],
  ["f(**{**a})", true],
  ["f(**dict(a=1))", false],
  ["f(**dict(**a))", true],
])("%s has unknown arguments: %s", (source, expected) => {
  expect(callIn(source).hasUnknownArguments()).toBe(expected);
});

test.each([
  ["import os\nos.f()", true],
  ["f()", true],
  ["from os import f\nf()", true],
  ["x.f()", true],
  ["x = 1\nx.f()", false],
  ["g().f()", false],
  ["def f(): pass\nf()", false],
])("the callee of %s is written out: %s", (source, expected) => {
  const call = viewPython({ path: "test.py", text: source }).allCalls()[0];
  expect(call?.isWrittenOut()).toBe(expected);
});

describe("a value", () => {
  function valueIn(source: string) {
    const value = callIn(source).positional(0);
    if (value === undefined) throw new Error("no argument");
    return value;
  }

  test.each<readonly [source: string, truth: boolean | undefined]>([
    ["f(1)", true],
    ["f(0)", false],
    ["f('')", false],
    ["f(None)", false],
    ["f([])", false],
    ["f([0])", true],
    ["f([*a])", undefined],
    ["f(())", false],
    ["f({})", false],
    ["f({'a': 1})", true],
    ["f({**a})", undefined],
    ["x = []\nf(x)", false],
    ["f(x)", undefined],
    ["f(g())", undefined],
  ])("%s is true: %s", (source, truth) => {
    expect(valueIn(source).truth()).toBe(truth);
  });

  test("is itself, and nothing that is only equal to it", () => {
    expect(valueIn("f(False)").is(false)).toBe(true);
    expect(valueIn("f(0)").is(false)).toBe(false);
    expect(valueIn("f(None)").is(null)).toBe(true);
    expect(valueIn("f(x)").is(null)).toBe(false);
    expect(valueIn("f(b'a')").string()).toBeUndefined();
  });

  test("has its origin where its name was assigned, once", () => {
    expect(dump(valueIn("x = g(1)\ny = x\nf(y)").origin())).toBe("Call(func=g args=[1])");
    expect(dump(valueIn("x = g(1)\nx = h()\nf(x)").origin())).toBe("x");
    expect(dump(valueIn("def h(x=g()): f(x)").origin())).toBe("x");
    expect(dump(valueIn("x = y\ny = x\nf(x)").origin())).toMatch(/^[xy]$/);
  });

  test("has elements that are looked up where they are written", () => {
    const source = "a = 'a'\nnames = [a, 'b']\ndef g(a):\n    f(names)";
    expect(
      valueIn(source)
        .elements()
        ?.map((element) => element.string()),
    ).toEqual(["a", "b"]);
    expect(valueIn("f(g())").elements()).toBeUndefined();
  });

  test("has a name", () => {
    expect(valueIn("import numpy as np\nf(np.load)").name()).toBe("numpy.load");
    expect(valueIn("import numpy as np\nx = np.load(p)\nf(x.files)").name()).toBe(
      "numpy.load().files",
    );
  });
});

describe("the view", () => {
  test("gives calls by name and by method, in the order of the source", () => {
    const view = viewPython({ path: "test.py", text: "import a\na.c(a.b())\nx.b()\na.b()" });
    expect(view.calls("a.b", "a.c").map(({ start }) => start)).toEqual([9, 13, 26]);
    expect(view.methods("b").map(({ name }) => name)).toEqual(["a.b", "x.b", "a.b"]);
    expect(view.calls("a.d")).toEqual([]);
  });

  test("gives a call once, whatever it is asked for by", () => {
    const text = "try:\n    from a import f\nexcept ImportError:\n    from b import f\nf()";
    const view = viewPython({ path: "test.py", text });
    expect(view.calls("a.f", "b.f")).toHaveLength(1);
    expect(view.methods("f")).toHaveLength(1);
  });

  test("has more calls than a function may have arguments", () => {
    const view = viewPython({ path: "test.py", text: "a()\n".repeat(150_000) });
    expect(view.calls("a", "b")).toHaveLength(150_000);
  });

  test("knows what is imported, by its canonical name", () => {
    const view = viewPython({
      path: "test.py",
      text: "import cPickle, a.b.c as d\nfrom . import e\nfrom .f import g\nfrom h import *",
    });
    expect(view.imports().map(({ name }) => name)).toEqual([
      "pickle",
      "a.b.c",
      ".e",
      ".f.g",
      "h.*",
    ]);
    expect(view.hasImport("a.b")).toBe(true);
    expect(view.hasImport("a.bc")).toBe(false);
    expect(view.hasImport("pickle")).toBe(true);
  });
});
