import type { Files } from "./flows.ts";

/** A program of a size that nobody writes, to be measured at one size and at twice that. */
export interface Bomb {
  readonly name: string;
  readonly size: number;
  readonly make: (size: number) => Files;
}

const times = (size: number, piece: (at: number) => string): string =>
  Array.from({ length: size }, (_, at) => piece(at)).join("");
/** Blocks in blocks; the tokenizer knows no more than some hundred, so the text stays small. */
const nested = (size: number, head: (at: number) => string, last: string): string =>
  `${times(size, (at) => `${" ".repeat(at)}${head(at)}\n`)}${" ".repeat(size)}${last}\n`;

const python = "import os\nimport sys\nx = input()\n";
const script = 'const cp = require("child_process");\nlet x = process.argv[2];\n';

/** One file of Python. */
const py =
  (text: (size: number) => string) =>
  (size: number): Files => ({ "a.py": `${python}${text(size)}` });
/** One file of JavaScript. */
const js =
  (text: (size: number) => string) =>
  (size: number): Files => ({ "a.js": `${script}${text(size)}` });

export const pythonBombs: readonly Bomb[] = [
  {
    name: "assignments in a chain",
    size: 50_000,
    make: py((n) => `x0 = x\n${times(n, (at) => `x${at + 1} = x${at}\n`)}os.system(x${n})\n`),
  },
  {
    name: "one name, assigned again and again",
    size: 50_000,
    make: py((n) => `${times(n, (at) => `x = x + "${at}"\n`)}os.system(x)\n`),
  },
  {
    name: "x = x + x",
    size: 10_000,
    make: py((n) => `${"x = x + x\n".repeat(n)}os.system(x)\n`),
  },
  {
    name: "x = [x, x]",
    size: 10_000,
    make: py((n) => `${"x = [x, x]\n".repeat(n)}os.system(x)\n`),
  },
  {
    name: "x = {'a': x, 'b': x}, read",
    size: 2_000,
    make: py(
      (n) => `${"x = {'a': x, 'b': x}\n".repeat(n)}${"y = x['a']\nos.system(y)\n".repeat(n)}`,
    ),
  },
  {
    name: "ifs in ifs",
    size: 90,
    make: py((n) => nested(n, (at) => `if y > ${at}:`, "os.system(x)")),
  },
  {
    name: "ifs with else in ifs",
    size: 90,
    make: py(
      (n) =>
        `${nested(n, (at) => `if y > ${at}:`, "x = z")}${times(n, (at) => `${" ".repeat(n - 1 - at)}else:\n${" ".repeat(n - at)}z = x\n`)}os.system(x)\n`,
    ),
  },
  {
    name: "ifs one after the other",
    size: 20_000,
    make: py((n) => `${times(n, (at) => `if y == ${at}:\n  x${at} = x\n`)}os.system(x)\n`),
  },
  {
    name: "early returns",
    size: 10_000,
    make: py(
      (n) =>
        `def f(x):\n${times(n, (at) => `  if x == ${at}:\n    return x + "a"\n`)}os.system(f(x))\n`,
    ),
  },
  {
    name: "elif",
    size: 10_000,
    make: py(
      (n) => `if x:\n  y = x\n${times(n, (at) => `elif x == ${at}:\n  y = x\n`)}os.system(y)\n`,
    ),
  },
  {
    name: "loops in loops",
    size: 60,
    make: py((n) => nested(n, (at) => `for a${at} in x:`, "x = os.system(x)")),
  },
  {
    name: "loops with breaks",
    size: 3_000,
    make: py(
      (n) =>
        `${times(n, (at) => `while x:\n  if y:\n    x = x + "${at}"\n    break\n  continue\n`)}os.system(x)\n`,
    ),
  },
  {
    name: "functions in functions",
    size: 90,
    make: py((n) => nested(n, (at) => `def f${at}(a${at}):`, "os.system(x)")),
  },
  {
    name: "lambdas in lambdas",
    size: 5_000,
    make: py((n) => `f = ${times(n, (at) => `lambda a${at}: `)}x\nos.system(f(x))\n`),
  },
  {
    name: "comprehensions in comprehensions",
    size: 200,
    make: py(
      (n) => `y = ${"[".repeat(n)}x${times(n, (at) => ` for a${at} in x]`)}\nos.system(y)\n`,
    ),
  },
  {
    name: "for after for in one comprehension",
    size: 5_000,
    make: py((n) => `y = [x${times(n, (at) => ` for a${at} in x if a${at}`)}]\nos.system(y)\n`),
  },
  {
    name: "functions that call each other in a ring",
    size: 10_000,
    make: py(
      (n) =>
        `${times(n, (at) => `def f${at}(a):\n  os.system(a)\n  return f${(at + 1) % n}(a)\n`)}f0(x)\n`,
    ),
  },
  {
    name: "functions that all call the next two",
    size: 5_000,
    make: py(
      (n) =>
        `${times(n, (at) => `def f${at}(a):\n  return f${(at + 1) % n}(a) + f${(at + 2) % n}(a)\n`)}os.system(f0(x))\n`,
    ),
  },
  {
    name: "one function, called everywhere",
    size: 20_000,
    make: py((n) => `def f(a):\n  return a\n${times(n, (at) => `y${at} = f(x)\n`)}os.system(y1)\n`),
  },
  {
    name: "many sources through one function to many sinks",
    size: 5_000,
    make: py((n) => `def f(a):\n  return a\n${"os.system(f(input()))\n".repeat(n)}`),
  },
  {
    name: "many sources into one name, many sinks",
    size: 5_000,
    make: py((n) => `${"if y:\n  x = input()\n".repeat(n)}${"os.system(x)\n".repeat(n)}`),
  },
  {
    name: "many sources into one field, many sinks",
    size: 2_000,
    make: py(
      (n) =>
        `class A:\n${times(n, (at) => ` def w${at}(self):\n  self.a = input()\n def r${at}(self):\n  os.system(self.a)\n`)}`,
    ),
  },
  {
    name: "a class of many methods and fields",
    size: 5_000,
    make: py(
      (n) =>
        `class A:\n${times(n, (at) => ` def m${at}(self, a):\n  self.f${at} = a\n  os.system(self.f${(at + 7) % n})\n`)}\na = A()\n${times(n, (at) => `a.m${at}(x)\n`)}`,
    ),
  },
  {
    name: "classes that derive from each other",
    size: 2_000,
    make: py(
      (n) =>
        `class C0:\n  def m(self, a): os.system(a)\n${times(n, (at) => `class C${at + 1}(C${at}):\n  def n${at}(self, a): self.m(a)\n`)}C${n}().m(x)\n`,
    ),
  },
  {
    name: "overrides of one method",
    size: 3_000,
    make: py(
      (n) =>
        `class B:\n  def go(self, a): return self.m(a)\n${times(n, (at) => `class C${at}(B):\n  def m(self, a): os.system(a)\n`)}B().go(x)\n`,
    ),
  },
  {
    name: "guards on one name",
    size: 5_000,
    make: py(
      (n) => `def ok(a):\n  return a in K\n${"if not ok(x):\n  raise E\n".repeat(n)}os.system(x)\n`,
    ),
  },
  {
    name: "checked parts",
    size: 5_000,
    make: py((n) => times(n, (at) => `if x["k${at}"] in K:\n  os.system(x["k${at}"])\n`)),
  },
  {
    name: "checked parts, each refused",
    size: 5_000,
    make: py((n) => times(n, (at) => `if x.k${at} not in K:\n  raise E\nos.system(x.k${at})\n`)),
  },
  {
    name: "a huge table",
    size: 50_000,
    make: py((n) => `y = {${times(n, (at) => `"k${at}": x,`)}}\nos.system(y["k7"])\n`),
  },
  {
    name: "a huge list",
    size: 50_000,
    make: py((n) => `y = [${"x,".repeat(n)}]\nos.system(y[7])\n`),
  },
  {
    name: "a huge table of functions",
    size: 5_000,
    make: py(
      (n) =>
        `${times(n, (at) => `def f${at}(a): os.system(a)\n`)}y = {${times(n, (at) => `"k${at}": f${at},`)}}\n${"y[z](x)\n".repeat(n)}`,
    ),
  },
  {
    name: "a list that grows",
    size: 20_000,
    make: py((n) => `y = []\n${"y.append(x)\n".repeat(n)}os.system(y[0])\n`),
  },
  {
    name: "a huge f-string",
    size: 20_000,
    make: py((n) => `y = f"${"{x}".repeat(n)}"\nos.system(y)\n`),
  },
  {
    name: "decorators on one function",
    size: 5_000,
    make: py((n) => `def d(f):\n  return f\n${"@d\n".repeat(n)}def g(a):\n  os.system(a)\ng(x)\n`),
  },
  {
    name: "objects that hold themselves",
    size: 5_000,
    make: py(
      (n) =>
        `y = {}\n${times(n, (at) => `y["k${at % 50}"] = y\ny.a${at % 50} = x\n`)}os.system(y)\n`,
    ),
  },
  {
    name: "objects that hold two of themselves",
    size: 3_000,
    make: py(
      (n) =>
        `y0 = {"a": x}\n${times(n, (at) => `y${at + 1} = {"l": y${at}, "r": y${at}, "m": y${at}}\n`)}os.system(y${n})\n`,
    ),
  },
  {
    name: "calls on calls",
    size: 50_000,
    make: py((n) => `y = x${".b().c()".repeat(n)}\nos.system(y)\n`),
  },
  {
    name: "calls in calls",
    size: 5_000,
    make: py((n) => `y = ${"f(".repeat(n)}x${")".repeat(n)}\nos.system(y)\n`),
  },
  {
    name: "attributes of attributes",
    size: 50_000,
    make: py((n) => `y = x${".b".repeat(n)}\nos.system(y)\n`),
  },
  {
    name: "sums",
    size: 50_000,
    make: py((n) => `y = x${" + x".repeat(n)}\nos.system(y)\n`),
  },
  {
    name: "sums in brackets",
    size: 5_000,
    make: py((n) => `y = ${"(x + ".repeat(n)}x${")".repeat(n)}\nos.system(y)\n`),
  },
  {
    name: "choices",
    size: 5_000,
    make: py((n) => `y = ${times(n, (at) => `a${at} if x == ${at} else `)}x\nos.system(y)\n`),
  },
  {
    name: "and and or",
    size: 20_000,
    make: py(
      (n) =>
        `y = x${" and x or x".repeat(n)}\nif ${"not (y and ".repeat(90)}y${")".repeat(90)}:\n  os.system(y)\n`,
    ),
  },
  {
    name: "walruses",
    size: 5_000,
    make: py((n) => times(n, (at) => `if (y := f(x)) and y in K${at}:\n  os.system(y)\n`)),
  },
  {
    name: "one function of many parameters",
    size: 3_000,
    make: py(
      (n) =>
        `def f(${times(n, (at) => `a${at},`)}):\n  os.system(a${n - 1})\n  return a1\nf(${"x,".repeat(n)})\nf(${times(n, (at) => `a${at}=x,`)})\n`,
    ),
  },
  {
    name: "every parameter into every other",
    size: 300,
    make: py(
      (n) =>
        `def f(${times(n, (at) => `a${at},`)}):\n  y = ${times(n, (at) => `a${at} + `)}""\n${times(n, (at) => `  g${at}(${times(20, () => "y,")})\n`)}  return y\nos.system(f(${"x,".repeat(n)}))\n`,
    ),
  },
  {
    name: "match of many cases",
    size: 5_000,
    make: py(
      (n) => `match x:\n${times(n, (at) => `  case {"a": ${at}, "b": y}:\n    os.system(y)\n`)}`,
    ),
  },
  {
    name: "tries in tries",
    size: 90,
    make: py(
      (n) =>
        `${nested(n, () => "try:", "x = os.system(x)")}${times(n, (at) => `${" ".repeat(n - 1 - at)}except E:\n${" ".repeat(n - at)}x = x + "a"\n`)}`,
    ),
  },
  {
    name: "tries one after the other",
    size: 5_000,
    make: py((n) =>
      "try:\n  x = x + f(x)\nexcept E:\n  x = y\nfinally:\n  os.system(x)\n".repeat(n),
    ),
  },
  {
    name: "names that are conditions of each other",
    size: 5_000,
    make: py(
      (n) =>
        `${times(n, (at) => `c${at + 1} = c${at} and c${at} or not c${at}\n`)}if c${n}:\n  os.system(x)\n`,
    ),
  },
  {
    name: "names taken apart of each other",
    size: 5_000,
    make: py(
      (n) =>
        `y0 = x\n${times(n, (at) => `y${at + 1} = parse(y${at}, y${Math.max(0, at - 1)})\n`)}if y${n}.host in K:\n  os.system(x)\n`,
    ),
  },
  {
    name: "callbacks",
    size: 5_000,
    make: py(
      (n) =>
        `def run(f, a):\n  return f(a)\n${times(n, (at) => `def g${at}(a):\n  return run(g${(at + 1) % n}, a)\nrun(g${at}, x)\n`)}os.system(run(g0, x))\n`,
    ),
  },
  {
    name: "globals written and read everywhere",
    size: 5_000,
    make: py(
      (n) =>
        `G = x\n${times(n, (at) => `def f${at}(a):\n  global G\n  os.system(G)\n  G = a + G\n`)}`,
    ),
  },
];

export const scriptBombs: readonly Bomb[] = [
  {
    name: "assignments in a chain",
    size: 30_000,
    make: js(
      (n) => `const x0 = x;\n${times(n, (at) => `const x${at + 1} = x${at};\n`)}cp.exec(x${n});\n`,
    ),
  },
  { name: "x = x + x", size: 10_000, make: js((n) => `${"x = x + x;\n".repeat(n)}cp.exec(x);\n`) },
  {
    name: "x = { a: x, b: x }",
    size: 5_000,
    make: js((n) => `${"x = { a: x, b: x };\n".repeat(n)}cp.exec(x);\n`),
  },
  {
    name: "functions in a ring",
    size: 10_000,
    make: js(
      (n) =>
        `${times(n, (at) => `function f${at}(a) { cp.exec(a); return f${(at + 1) % n}(a); }\n`)}f0(x);\n`,
    ),
  },
  {
    name: "blocks in blocks",
    size: 150,
    make: js((n) => `${"if (y) {\n".repeat(n)}cp.exec(x);\n${"} else { x = x + 1; }\n".repeat(n)}`),
  },
  {
    name: "arrows in arrows",
    size: 150,
    make: js((n) => `const f = ${times(n, (at) => `(a${at}) =>\n`)}cp.exec(x);\nf(x);\n`),
  },
  {
    name: "promises",
    size: 300,
    make: js(
      (n) =>
        `Promise.resolve(x)${times(n, (at) => `\n.then((a${at}) => a${at} + x)`)}.then((a) => cp.exec(a));\n`,
    ),
  },
  {
    name: "calls on calls",
    size: 5_000,
    make: js((n) => `const y = x${"\n.b().c()".repeat(n)};\ncp.exec(y);\n`),
  },
  {
    name: "a huge object",
    size: 20_000,
    make: js((n) => `const y = {\n${times(n, (at) => `k${at}: x,\n`)}};\ncp.exec(y.k7);\n`),
  },
  {
    name: "destructuring",
    size: 5_000,
    make: js((n) => times(n, (at) => `const { a${at}, ...r${at} } = x;\ncp.exec(a${at});\n`)),
  },
  {
    name: "a class of many methods",
    size: 4_000,
    make: js(
      (n) =>
        `class A {\n${times(n, (at) => `m${at}(a) { this.f${at} = a; cp.exec(this.f${(at + 7) % n}); }\n`)}}\nconst a = new A();\n${times(n, (at) => `a.m${at}(x);\n`)}`,
    ),
  },
  {
    name: "guards",
    size: 5_000,
    make: js((n) => `${"if (!K.includes(x)) throw new Error();\n".repeat(n)}cp.exec(x);\n`),
  },
  {
    name: "switch",
    size: 5_000,
    make: js((n) => `switch (x) {\n${times(n, (at) => `case "${at}": y = x;\n`)}}\ncp.exec(y);\n`),
  },
  {
    name: "templates",
    size: 10_000,
    make: js((n) => `const y = \`${"${x}\n".repeat(n)}\`;\ncp.exec(y);\n`),
  },
  {
    name: "one function of many parameters",
    size: 2_000,
    make: js(
      (n) =>
        `function f(${times(n, (at) => `a${at},\n`)}) { cp.exec(a${n - 1}); }\nf(${"x,\n".repeat(n)});\n`,
    ),
  },
];

const many = (size: number, file: (at: number) => readonly [string, string]): Files =>
  Object.fromEntries(Array.from({ length: size }, (_, at) => file(at)));

export const projectBombs: readonly Bomb[] = [
  {
    name: "import * in a circle",
    size: 1_000,
    make: (n) => ({
      ...many(n, (at) => [`m${at}.py`, `from m${(at + 1) % n} import *\n`]),
      "main.py": "import os\nfrom m0 import *\nos.system(nothing(input()))\n",
    }),
  },
  {
    name: "every file imports * from ten",
    size: 300,
    make: (n) => ({
      ...many(n, (at) => [
        `m${at}.py`,
        times(10, (by) => `from m${(at * 7 + by + 1) % n} import *\n`),
      ]),
      "main.py": `import os\nfrom m0 import *\n${times(n, (at) => `os.system(nothing${at}(input()))\n`)}`,
    }),
  },
  {
    name: "names handed on in a circle",
    size: 1_000,
    make: (n) => ({
      ...many(n, (at) => [`m${at}.py`, `from m${(at + 1) % n} import f\nf(input())\n`]),
      "main.py": "import os\nfrom m0 import f\nos.system(f(input()))\n",
    }),
  },
  {
    name: "functions of files in a ring",
    size: 1_000,
    make: (n) =>
      many(n, (at) => [
        `m${at}.py`,
        `import os\nfrom m${(at + 1) % n} import f${(at + 1) % n}\ndef f${at}(a):\n  os.system(a)\n  return f${(at + 1) % n}(a)\nf${at}(input())\n`,
      ]),
  },
  {
    name: "one name in every file",
    size: 1_000,
    make: (n) =>
      many(n, (at) => [
        `p${at}/store.py`,
        `import os\nfrom store import save\nfrom .store import load\ndef load(a):\n  return save(a)\ndef save(a):\n  os.system(a)\nload(input())\n`,
      ]),
  },
  {
    name: "one global of every file",
    size: 1_000,
    make: (n) => ({
      ...many(n, (at) => [
        `m${at}.py`,
        "import os\nimport shared\nos.system(shared.value)\nshared.value = input()\n",
      ]),
      "shared.py": "value = ''\n",
    }),
  },
  {
    name: "one class of every file",
    size: 1_000,
    make: (n) => ({
      ...many(n, (at) => [
        `m${at}.py`,
        `import os\nfrom base import Base\nclass C${at}(Base):\n  def m(self, a):\n    self.a = a\n    os.system(self.b)\n  def go(self):\n    self.m(input())\n    self.b = self.a\n`,
      ]),
      "base.py": "class Base:\n  def run(self):\n    self.m(self.a)\n",
    }),
  },
  {
    name: "JavaScript that re-exports in a circle",
    size: 1_000,
    make: (n) => ({
      ...many(n, (at) => [`m${at}.js`, `export * from "./m${(at + 1) % n}";\n`]),
      "main.js": `import { run } from "./m0";\nimport cp from "child_process";\ncp.exec(run(process.argv[2]));\n`,
    }),
  },
];
