import { describe, expect, test } from "vitest";
import { meets } from "./link.ts";
import { openModules } from "./modules.ts";
import { flowsIn, interpretFiles, linkFiles, type Files } from "./testing/flows.ts";

const source = "from flask import request\nx = request.args['q']\n";
const run = "import os\ndef run(a):\n    os.system(a)\n";

type Row = readonly [what: string, found: Files, clean: Files];

const pythonRows: readonly Row[] = [
  [
    "an import",
    { "a.py": `${source}from b import run\nrun(x)\n`, "b.py": run },
    { "a.py": `${source}from c import run\nrun(x)\n`, "b.py": run, "c.py": "def run(a): pass\n" },
  ],
  [
    "a module by its name",
    { "a.py": `${source}import b\nb.run(x)\n`, "b.py": run },
    { "a.py": `${source}import b\nb.walk(x)\n`, "b.py": `${run}def walk(a): pass\n` },
  ],
  [
    "a package",
    { "a.py": `${source}import p.b as c\nc.run(x)\n`, "p/__init__.py": "", "p/b.py": run },
    {
      "a.py": `${source}import p.c as c\nc.run(x)\n`,
      "p/b.py": run,
      "p/c.py": "def run(a): pass\n",
    },
  ],
  [
    "a folder of sources",
    { "src/p/a.py": `${source}from p.b import run\nrun(x)\n`, "src/p/b.py": run },
    { "src/p/a.py": `${source}from q.b import run\nrun('ls')\n`, "src/p/b.py": run },
  ],
  [
    "a relative import",
    { "p/q/a.py": `${source}from ..b import run\nrun(x)\n`, "p/b.py": run },
    {
      "p/q/a.py": `${source}from .b import run\nrun(x)\n`,
      "p/b.py": run,
      "p/q/b.py": "def run(a): pass\n",
    },
  ],
  [
    "a package that hands a name on",
    {
      "a.py": `${source}from p import run\nrun(x)\n`,
      "p/__init__.py": "from .b import run\n",
      "p/b.py": run,
    },
    {
      "a.py": `${source}from p import run\nrun(x)\n`,
      "p/__init__.py": "from .c import run\n",
      "p/b.py": run,
      "p/c.py": "def run(a): pass\n",
    },
  ],
  [
    "import *",
    { "a.py": `${source}from b import *\nrun(x)\n`, "b.py": "from c import *\n", "c.py": run },
    { "a.py": `${source}from b import *\nwalk(1, x)\n`, "b.py": run },
  ],
  [
    "a source in another file",
    {
      "a.py": `${source}def get():\n    return x\n`,
      "b.py": "import os\nfrom a import get\nos.system(get())\n",
    },
    {
      "a.py": `${source}def get():\n    return 'ls'\n`,
      "b.py": "import os\nfrom a import get\nos.system(get())\n",
    },
  ],
  [
    "a global name of another file",
    { "a.py": source, "b.py": "import os\nfrom a import x\nos.system(x)\n" },
    { "a.py": `${source}y = 'ls'\n`, "b.py": "import os\nfrom a import y\nos.system(y)\n" },
  ],
  [
    "a class of another file",
    {
      "a.py": `${source}from b import A\nA(x).go()\n`,
      "b.py":
        "import os\nclass A:\n    def __init__(self, a):\n        self.a = a\n    def go(self):\n        os.system(self.a)\n",
    },
    {
      "a.py": `${source}from b import A\nA('ls', x).go()\n`,
      "b.py":
        "import os\nclass A:\n    def __init__(self, a, b):\n        self.a = a\n    def go(self):\n        os.system(self.a)\n",
    },
  ],
  [
    "a base of another file",
    {
      "a.py": `${source}from b import B\nclass A(B): pass\nA().go(x)\n`,
      "b.py": "import os\nclass B:\n    def go(self, a):\n        os.system(a)\n",
    },
    {
      "a.py": `${source}from b import B\nclass A(B):\n    def go(self, a): pass\nA().go(x)\n`,
      "b.py": "import os\nclass B:\n    def go(self, a):\n        os.system(a)\n",
    },
  ],
  [
    "a validator of another file",
    {
      "a.py": `${source}import os\nfrom b import check\ncheck(x)\nos.system(x)\n`,
      "b.py": "def check(a):\n    if a == 'rm':\n        raise ValueError\n",
    },
    {
      "a.py": `${source}import os\nfrom b import check\ncheck(x)\nos.system(x)\n`,
      "b.py": "def check(a):\n    if a not in ('ls', 'cd'):\n        raise ValueError\n",
    },
  ],
];

const input = "const x = process.argv[2];\n";
const exec = 'import cp from "node:child_process";\n';

const scriptRows: readonly Row[] = [
  [
    "an ES module",
    {
      "a.ts": `import { run } from "./b";\n${input}run(x);\n`,
      "b.ts": `${exec}export function run(a) { cp.exec(a); }\n`,
    },
    {
      "a.ts": `import { run } from "./b";\n${input}run("ls", x);\n`,
      "b.ts": `${exec}export function run(a) { cp.exec(a); }\n`,
    },
  ],
  [
    "an import with its suffix, by another name",
    {
      "a.ts": `import { run as go } from "./b.js";\n${input}go(x);\n`,
      "b.ts": `${exec}export const run = (a) => cp.exec(a);\n`,
    },
    {
      "a.ts": `import { walk as run } from "./b.js";\n${input}run(x);\n`,
      "b.ts": `${exec}export const run = (a) => cp.exec(a);\nexport const walk = (a) => a;\n`,
    },
  ],
  [
    "a default export",
    {
      "a.js": `import go from "./b.js";\n${input}go(x);\n`,
      "b.js": `${exec}export default function run(a) { cp.exec(a); }\n`,
    },
    {
      "a.js": `import go from "./b.js";\n${input}go(x);\n`,
      "b.js": `${exec}export function run(a) { cp.exec(a); }\nexport default (a) => a;\n`,
    },
  ],
  [
    "CommonJS",
    {
      "a.js": `const { run } = require("./b");\n${input}run(x);\n`,
      "b.js":
        'const cp = require("child_process");\nfunction run(a) { cp.exec(a); }\nmodule.exports = { run };\n',
    },
    {
      "a.js": `const { run } = require("./b");\n${input}run("ls");\n`,
      "b.js":
        'const cp = require("child_process");\nfunction run(a) { cp.exec(a); }\nmodule.exports = { run };\n',
    },
  ],
  [
    "an index file that hands on",
    {
      "a.ts": `import { run } from "./lib";\n${input}run(x);\n`,
      "lib/index.ts": 'export { run } from "./b";\n',
      "lib/b.ts": `${exec}export function run(a) { cp.exec(a); }\n`,
    },
    {
      "a.ts": `import { run } from "./lib";\n${input}run(x);\n`,
      "lib/index.ts": 'export { walk as run } from "./b";\n',
      "lib/b.ts": `${exec}export function run(a) { cp.exec(a); }\nexport function walk(a) {}\n`,
    },
  ],
  [
    "a namespace",
    {
      "a.ts": `import * as b from "./b";\n${input}b.run(x);\n`,
      "b.ts": `${exec}export function run(a) { cp.exec(a); }\n`,
    },
    {
      "a.ts": `import * as b from "./b";\n${input}b.walk(x);\n`,
      "b.ts": `${exec}export function run(a) { cp.exec(a); }\nexport function walk(a) {}\n`,
    },
  ],
  [
    "a server action",
    { "a.ts": `"use server";\n${exec}export async function run(a: string) { cp.exec(a); }\n` },
    { "a.ts": `${exec}export async function run(a: string) { cp.exec(a); }\n` },
  ],
];

describe("over files", () => {
  test.each([...pythonRows, ...scriptRows])("%s", (_, found, clean) => {
    expect([flowsIn(found).length > 0, flowsIn(clean)]).toEqual([true, []]);
  });

  test("names the source, the sink and their places", () => {
    const files = { "a.py": `${source}from b import run\nrun(x)\n`, "b.py": run };
    expect(flowsIn(files)).toEqual(["user-input → shell at b.py:3"]);
  });

  test("shows the way from the source to the sink, over both files", () => {
    const files = { "a.py": `${source}from b import run\nrun(x)\n`, "b.py": run };
    const [flow] = linkFiles(files).flows;
    expect(flow?.way.map(({ file }) => file)).toEqual([0, 0, 1, 1].slice(0, flow?.way.length));
    expect(flow?.way.at(-1)?.file).toBe(1);
  });

  test("does not mix languages", () => {
    expect(
      flowsIn({
        "a.py": `${source}from b import run\nrun(x)\n`,
        "b.js": `${exec}export function run(a) { cp.exec(a); }\n`,
      }),
    ).toEqual([]);
  });

  test("says of which source it was cut, however far from it", () => {
    const calls = Array.from({ length: 1_002 }, () => "    run(x)\n").join("");
    const { cut } = linkFiles({
      "a.py": "from b import hand_on\nhand_on(input())\n",
      "b.py": `import os\ndef run(y):\n    os.system(y)\ndef hand_on(x):\n${calls}`,
    });
    expect(cut).toEqual([0]);
  });

  test("follows parts of parts to an end: the whole stands for what has none", () => {
    const fields = ["a", "b", "c", "d", "e", "f"];
    const methods = fields.map(
      (field) =>
        `    def ${field}(self, x):\n        self.keep({"${field}": x, "of": self.kept})\n`,
    );
    const { flows, cut } = linkFiles({
      "a.py": `import os\nclass Box:\n    def keep(self, x):\n        self.kept = x\n${methods.join("")}    def run(self):\n        os.system(self.kept["of"]["a"])\nbox = Box()\n${fields.map((field) => `box.${field}(input())\n`).join("")}box.run()\n`,
    });
    expect([flows.length > 0, cut]).toEqual([true, []]);
  });

  test("says where it was cut", () => {
    const callers = "os.system(f(request.args['q']))\n".repeat(1_200);
    const cut = linkFiles({
      "a.py": `import os\nfrom flask import request\ndef f(a):\n    return a\n${callers}`,
    });
    expect([cut.cut, cut.flows.length]).toEqual([[0], 1_000]);
    expect(linkFiles({ "a.py": source }).cut).toEqual([]);
  });
});

describe("paths", () => {
  test.each([
    ["", "/a", true],
    ["/a", "/a", true],
    ["/a", "/b", false],
    ["/a", "/a/b", true],
    ["/a/b", "/a/c", false],
    ["/*", "/a", true],
    ["/#", "/0", true],
    ["/#", "/a", false],
    ["/#", "/#", true],
  ])("%j meets %j: %j", (one, other, expected) => {
    expect([meets(one, other), meets(other, one)]).toEqual([expected, expected]);
  });
});

describe("modules", () => {
  const paths = [
    "src/shop/store.py",
    "src/shop/__init__.py",
    "other/store.py",
    "web/a.ts",
    "web/lib/index.ts",
  ];
  const files = interpretFiles(Object.fromEntries(paths.map((path) => [path, ""])));
  const modules = openModules(files.map(({ summary }) => summary));

  test.each([
    [1, "shop.store.save", "src/shop/store.py", ["save"]],
    [1, ".store.save", "src/shop/store.py", ["save"]],
    [0, "shop", "src/shop/__init__.py", []],
    [2, "shop.store", "src/shop/store.py", []],
    [1, "store.save", "src/shop/store.py", ["save"]],
    [3, "./lib.run", "web/lib/index.ts", ["run"]],
  ])("from %i, %j is %j", (from, name, path, rest) => {
    const found = modules.find(from, name);
    expect([found && paths[found.file], found?.rest]).toEqual([path, rest]);
  });

  test.each([
    [0, "requests.get"],
    [0, "..nothing"],
    [3, "react.useState"],
    [3, "../../../x"],
  ])("from %i, %j is nothing", (from, name) => {
    expect(modules.find(from, name)).toBeNull();
  });
});
