import { describe, expect, test } from "vitest";
import { canonicalName } from "./canonical.ts";
import { callNames, countCalls } from "./testing/tree.ts";

/** The name of the last call of a text. */
function nameIn(source: string): string | undefined {
  return callNames(source).at(-1);
}

describe("a name stands for", () => {
  test.each([
    ["f()", "f"],
    ["import numpy\nnumpy.load()", "numpy.load"],
    ["import numpy as np\nnp.load()", "numpy.load"],
    ["import a.b.c\na.b.c.d()", "a.b.c.d"],
    ["import a.b as c\nc.d()", "a.b.d"],
    ["from a import b as c\nc()", "a.b"],
    ["from .a import b\nb()", ".a.b"],
    ["from . import b\nb()", ".b"],
    ["def f():\n    import a\n    a.b()", "a.b"],
    ["import a\nb = a.c\nb.d()", "a.c.d"],
    ["import a\nb = c = a\nc.d()", "a.d"],
    ["import a\nb, c = 1, a\nc.d()", "a.d"],
    ["import a\nb = a.C()\nb.d()", "a.C().d"],
    ["import a\na.B().c().d()", "a.B().c().d"],
    ["import a\nb = a.c[0]\nb.d()", "a.c[].d"],
    ["import a\nasync def f():\n    b = await a.c()\n    b.d()", "a.c().d"],
    ["import a\nwith a.b() as c:\n    c.d()", "a.b().d"],
    ["import a\n(b := a.c).d()", "a.c.d"],
    [
      "import a\nclass B:\n    def f(self):\n        self.c = a.D()\n    def g(self):\n        self.c.e()",
      "a.D().e",
    ],
    [
      "import a\nclass B:\n    def f(self):\n        self.c = a.D()\n        (lambda: self.c.e())()",
      "a.D().e",
    ],
    ["class A:\n    x = 1\n    def f(self):\n        x()", "x"],
    ["import x\nclass A:\n    x = 1\n    def f(self):\n        x.y()", "x.y"],
    ["import a\ndef f(b=a.c):\n    b()", "a.c"],
    ["def f(len=len):\n    len()", "len"],
    ["import a\ndef f():\n    global g\n    g = a.b\ng()", "a.b"],
    ["import a, b\n(a.c if x else b.c)()", "a.c"],
    ["import a\n(a and a.c)()", "a.c"],
    ["import a\nb = None\n(b or a.c)()", "a.c"],
    ["import a\na.b.__call__()", "a.b"],
  ])("%j → %s", (source, name) => {
    // The outermost call of a line comes first in the list.
    expect(callNames(source)).toContain(name);
  });

  test.each([
    ["def f(x): x()", "~x"],
    ["def f(x): x.y()", "~x.y"],
    ["for x in y: x.z()", "~x.z"],
    ["x = 1\nx.y()", "~x.y"],
    ["'a'.join()", "?.join"],
    ["f'a'.join()", "?.join"],
    ["(lambda: 1)()", "?"],
    ["[a][0]()", "?[]"],
  ])("what cannot be told: %j → %s", (source, name) => {
    expect(nameIn(source)).toBe(name);
  });
});

describe("names that are given as strings", () => {
  test.each([
    ['import os\ngetattr(os, "system")()', "os.system"],
    ['import os\ngetattr(os, "sys" + "tem")()', "os.system"],
    ['import os\nname = "system"\ngetattr(os, name)()', "os.system"],
    ['import os\ngetattr(os, "system", None)()', "os.system"],
    ['import os\nget = getattr\nget(os, "system")()', "os.system"],
    ['import os, builtins\nbuiltins.getattr(os, "system")()', "os.system"],
    ['import os\nrun = getattr(os, "system")\nrun()', "os.system"],
    ['import os\ngetattr(getattr(os, "path"), "join")()', "os.path.join"],
    ['def f(x): getattr(x, "y")()', "~x.y"],
    ['__import__("os").system()', "os.system"],
    ['__import__("os.path").system()', "os.system"],
    ['__import__("os.path", fromlist=["path"]).join()', "os.path.join"],
    ['import importlib\nimportlib.import_module("os").system()', "os.system"],
    ['import importlib as i\ni.import_module("os.path").join()', "os.path.join"],
    ['from importlib import import_module\nos = import_module("os")\nos.system()', "os.system"],
    ['import sys\nsys.modules["os"].system()', "os.system"],
    ['import os\nos.__dict__["system"]()', "os.system"],
    ['import os\nvars(os)["system"]()', "os.system"],
    ['__builtins__["eval"]()', "eval"],
    ['__builtins__.__dict__["eval"]()', "eval"],
    ['globals()["__builtins__"]["eval"]()', "eval"],
    ['import os\nglobals()["os"].system()', "os.system"],
  ])("%j → %s", (source, name) => {
    expect(callNames(source)).toContain(name);
  });

  test.each([
    ["import os\ngetattr(os, name)()", "getattr()"],
    ["import os\ngetattr()()", "getattr()"],
    ['def getattr(a, b): pass\ngetattr(os, "x")()', "~getattr()"],
    [
      'import importlib\nimportlib.import_module(".a", package="b").f()',
      "importlib.import_module().f",
    ],
    ['x["system"]()', "x[]"],
  ])("%j is not guessed at", (source, name) => {
    expect(callNames(source)).toContain(name);
  });
});

describe("a name that is bound several times", () => {
  test.each([
    [
      "the last import",
      "try:\n    from a import f\nexcept ImportError:\n    from b import f\nf()",
      "b.f",
    ],
    [
      "an earlier import",
      "try:\n    from a import f\nexcept ImportError:\n    from b import f\nf()",
      "a.f",
    ],
    ["the first value", "import a, b\nf = a.f\nf = b.f\nf()", "a.f"],
    ["a later value", "import a, b\nf = a.f\nf = b.f\nf()", "b.f"],
    ["a value besides an import", "from a import f\nimport b\nf = b.f\nf()", "b.f"],
    ["what a later value gives", "import a, b\nf = a.F()\nf = b.F()\nf.g()", "b.F().g"],
    ["a name behind a star", "from a import *\nf()", "a.f"],
    ["a name behind any of several stars", "from a import *\nfrom b import *\nf()", "a.f"],
    ["a built-in function, in spite of a star", "from a import *\neval()", "eval"],
  ])("is found as %s", (_, source, name) => {
    expect(countCalls(source, name)).toBe(1);
  });

  test("is not found behind a star where something else binds it", () => {
    expect(countCalls("from a import *\ndef f(): pass\nf()", "a.f")).toBe(0);
  });
});

describe("circles and long ways", () => {
  test.each([
    ["x = x\nx()", "~x"],
    ["x = x.y()\nx.z()", "~x.z"],
    ["x = y\ny = x\nx()", "~x"],
    ["class A:\n    def f(self):\n        self.x = self.x\n        self.x()", "~self.x"],
    ["x = getattr(x, 'y')\nx()", "~x"],
    ["x = x if x else x\nx()", "~x"],
  ])("%j ends", (source, name) => {
    expect(nameIn(source)).toBe(name);
  });

  test("a circle does not hide what another way leads to, in whichever order it is asked", () => {
    const lines = "a = b\nb = a\na = eval\n";
    expect(callNames(`${lines}a()\nb()`)).toEqual(["eval", "eval"]);
    expect(callNames(`${lines}b()\na()`)).toEqual(["eval", "eval"]);
  });

  test("a long way does not hide what a shorter one leads to", () => {
    const chain = Array.from({ length: 40 }, (_, index) => `x${index + 1} = x${index}`).join("\n");
    expect(callNames(`x0 = eval\n${chain}\nx40()\nx30()\nx10()`)).toEqual(["~x40", "~x30", "eval"]);
  });

  test.each([
    [
      "names that fan out",
      Array.from({ length: 12 }, (_, at) => `x${at + 1} = x${at}\n`.repeat(200)).join("") + "x12()",
    ],
    ["indices of indices", `x${'["a"]'.repeat(50)}()\n`.repeat(2_000)],
    ["getattr of getattr", `${"x.getattr(".repeat(50)}y${', "z")'.repeat(50)}()\n`.repeat(200)],
    ["nested choices", `${"(a if b else ".repeat(90)}c${")".repeat(90)}()\n`.repeat(500)],
    ["a name that is its own every value", "x = x.y()\n".repeat(20_000)],
    ["a dotted import", `import ${"a.".repeat(200_000)}a as b\nb.c()`],
    ["a long chain", `x${".a()".repeat(50_000)}`],
  ])(
    "%s cost no more than a moment",
    (_, source) => {
      expect(callNames(source).length).toBeGreaterThan(0);
    },
    20_000,
  );
});

test.each([
  ["cPickle.loads", "pickle.loads"],
  ["_pickle.loads", "pickle.loads"],
  ["six.moves.cPickle.loads", "pickle.loads"],
  ["six.moves.urllib.request", "urllib.request"],
  ["six.moves", "six.moves"],
  ["builtins.eval", "eval"],
  ["__builtin__.eval", "eval"],
  ["builtins", "builtins"],
  ["tensorflow.keras.models", "keras.models"],
  ["tensorflow.compat.v1.keras.models", "keras.models"],
  ["tensorflow.compat.v1.Session", "tensorflow.Session"],
  ["tensorflow.compat.v1", "tensorflow"],
  ["posix.system", "os.system"],
  ["numpy.load", "numpy.load"],
  ["", ""],
])("the canonical name of %j is %j", (name, canonical) => {
  expect(canonicalName(name)).toBe(canonical);
});
