import { describe, expect, test } from "vitest";
import type { Module } from "../python/nodes.ts";
import { printTree } from "./testing/print.ts";
import { viewJavaScript } from "./view.ts";

function tree(text: string, path: string): string {
  const { problems, facts } = viewJavaScript({ path, text });
  expect(problems).toEqual([]);
  return printTree((facts.root.node as Module).body);
}

/** Text, and the tree as Python would write it. Made-up names hold the offset of what they stand for. */
const cases: readonly (readonly [file: string, text: string, tree: string])[] = [
  [
    "a.jsx",
    `const a = 1, b = "x"; let c;`,
    `a = 1
b = "x"
c = None`,
  ],
  [
    "a.jsx",
    `var { x, y: { z = 2 }, ...rest } = f();`,
    `value@4 = f()
x = value@4.x
value@12 = value@4.y
z = (value@12.z or 2)
rest = value@4`,
  ],
  [
    "a.jsx",
    `const [p, , q = 3, ...more] = g;`,
    `p = g[0]
q = (g[2] or 3)
more = g[3:]`,
  ],
  [
    "a.jsx",
    `({ a, b: c.d } = e);`,
    `a = e.a
c.d = e.b`,
  ],
  ["a.jsx", `a = b = c;`, `a = b = c`],
  [
    "a.jsx",
    `a += 1; a ??= b; i++; --o.n;`,
    `a += 1
a = (a or b)
i += 1
o.n -= 1`,
  ],
  ["a.jsx", `x = y ? 1 : (z ?? w) || v && u;`, `x = (1 if y else ((z or w) or (v and u)))`],
  ["a.jsx", "f(...args, `t ${a} u`, `plain`);", `f(*args, f"t {a} u", "plain")`],
  ["a.jsx", "sql`select ${x} from ${y}`;", `sql(["select ", " from ", ""], x, y)`],
  ["a.jsx", `new Map([[1, 2]]).get(1)?.a?.[b]?.(c);`, `Map([[1, 2]]).get(1).a[b](c)`],
  ["a.jsx", `o["key"]["not a word"][k];`, `o.key["not a word"][k]`],
  [
    "a.jsx",
    `const s = { a, b: 1, "c-d": 2, [e]: 3, ...f, g() { return 1; }, get h() { return 2; }, i: () => 3, j: async (x) => { await x; } };`,
    `def g@45():
  return 1
def h@64():
  return 2
async def j@102(x):
  (await x)
s = {"a": a, "b": 1, "c-d": 2, e: 3, **f, "g": g@45, "h": h@64(), "i": (lambda : 3), "j": j@102}`,
  ],
  [
    "a.jsx",
    `typeof x === "string" && delete o.p;`,
    `if (typeof(x) == "string"):
  del o.p`,
  ],
  [
    "a.jsx",
    `void 0; !a; -1; ~b;`,
    `0
a
1
b`,
  ],
  ["a.jsx", `(a, b, c)(d);`, `c(d)`],
  ["a.jsx", `/ab+c/gi.test(s);`, `RegExp("ab+c", "gi").test(s)`],
  [
    "a.jsx",
    `10n; 1.5; null; undefined; true;`,
    `10
1.5
None
None
true`,
  ],
  [
    "a.jsx",
    `x in o; a instanceof B;`,
    `(x in o)
(a instanceof B)`,
  ],
  [
    "a.jsx",
    `if (a) b(); else if (c) d(); else e();`,
    `if a:
  b()
else:
  if c:
    d()
  else:
    e()`,
  ],
  [
    "a.jsx",
    `for (let i = 0; i < 3; i++) { if (i) continue; break; }`,
    `i = 0
while (i < 3):
  if i:
    continue
  break
  i += 1`,
  ],
  [
    "a.jsx",
    `for (const x of xs) f(x);`,
    `for x in xs:
  f(x)`,
  ],
  [
    "a.jsx",
    `for await (const [k, v] of m) f(k, v);`,
    `async for each@11 in m:
  k = each@11[0]
  v = each@11[1]
  f(k, v)`,
  ],
  [
    "a.jsx",
    `for (const k in o) f(k);`,
    `for k in Object.keys(o):
  f(k)`,
  ],
  [
    "a.jsx",
    `while ((m = re.exec(s))) use(m);`,
    `while (m := re.exec(s)):
  use(m)`,
  ],
  [
    "a.jsx",
    `do { x(); } while (y);`,
    `while y:
  x()`,
  ],
  [
    "a.jsx",
    `switch (x) { case 1: case 2: a(); break; case 3: b(); default: c(); }`,
    `if ((x == 1) or (x == 2)):
  a()
  pass
else:
  if (x == 3):
    b()
c()`,
  ],
  [
    "a.jsx",
    `switch (f()) { default: a(); break; case "b": for (;;) { break; } return; }`,
    `subject@8 = f()
if (subject@8 == "b"):
  while true:
    break
  return
else:
  a()
  pass`,
  ],
  [
    "a.jsx",
    `try { a(); } catch ({ message }) { b(message); } finally { c(); }`,
    `try:
  a()
except error@13:
  message = error@13.message
  b(message)
finally:
  c()`,
  ],
  [
    "a.jsx",
    `try { a(); } catch { }`,
    `try:
  a()
except:
  pass`,
  ],
  ["a.jsx", `throw new Error("x");`, `raise Error("x")`],
  [
    "a.jsx",
    `l: for (;;) { continue l; }`,
    `while true:
  continue`,
  ],
  [
    "a.jsx",
    `function f(a, b = 1, { c, d: [e] }, ...r) { "use strict"; return a; }`,
    `def f(a, b=1, parameter@21=None, *r):
  c = parameter@21.c
  value@29 = parameter@21.d
  e = value@29[0]
  "use strict"
  return a`,
  ],
  [
    "a.jsx",
    `async function* g() { yield 1; yield* h(); for await (x of y); }`,
    `async def g():
  nonlocal x
  (yield 1)
  (yield from h())
  async for x in y:
    pass`,
  ],
  [
    "a.jsx",
    `const h = (x) => x + 1;`,
    `def h(x):
  return (x + 1)`,
  ],
  [
    "a.jsx",
    `xs.map(x => x.y).filter(({ z }) => z);`,
    `def function@24(parameter@25):
  z = parameter@25.z
  return z
xs.map((lambda x: x.y)).filter(function@24)`,
  ],
  [
    "a.jsx",
    `el.on("data", (d) => { buf += d; });`,
    `def function@14(d):
  nonlocal buf
  buf += d
el.on("data", function@14)`,
  ],
  [
    "a.jsx",
    `btn.onclick = () => (el.innerHTML = x);`,
    `def onclick@14():
  el.innerHTML = x
btn.onclick = onclick@14`,
  ],
  [
    "a.jsx",
    `(function () { this.x = 1; })();`,
    `def function@1():
  self.x = 1
function@1()`,
  ],
  [
    "a.jsx",
    `let n; function inc() { n = n + 1; }`,
    `n = None
def inc():
  nonlocal n
  n = (n + 1)`,
  ],
  [
    "a.jsx",
    `class A extends B { x = 1; static y = 2; #z; static { init(); } constructor(q) { super(q); this.q = q; } get g() { return super.g; } set g(v) {} static async m() {} h = () => { f(this); }; [k]() {} }`,
    `class A(B):
  pass
  def __init__(self, q):
    self.x = 1
    super().__init__(q)
    self.q = q
  y = 2
  init()
  @property
  def g(self):
    return super().g
  @g.setter
  def g(self, v):
    pass
  @classmethod
  async def m(self):
    pass
  def h(self):
    f(self)
  def ?(self):
    pass`,
  ],
  [
    "a.jsx",
    `const K = class { f = g; };`,
    `class K():
  def __init__(self, *args):
    self.f = g`,
  ],
  [
    "a.ts",
    `@dec class D { @log() m(@inject() p) {} }`,
    `@dec
class D():
  @log()
  def m(self, p):
    pass`,
  ],
  [
    "a.jsx",
    `import a from "pkg"; import b, { c as d, default as e } from "@s/pkg/sub.js"; import * as n from "node:fs"; import "side";`,
    `import pkg as a
import @s/pkg/sub as b
import @s/pkg/sub as e
from @s/pkg/sub import c as d
import fs as n
from side import `,
  ],
  [
    "a.jsx",
    `import a from "./a.js"; import { b } from "../b/c.config.ts"; import * as d from "."; import type { T } from "t";`,
    `from ./a import default as a
from ../b/c%2econfig import b
import ./index as d`,
  ],
  [
    "a.jsx",
    `const m = require("m"), { a, b: c } = require("./n"); require("fs").readFile(p);`,
    `import m as m
from ./n import a, b as c
import fs as module@54
module@54.readFile(p)`,
  ],
  [
    "a.jsx",
    `const { default: x } = await import("pkg"); (await import("pkg")).default(); import(name);`,
    `import pkg as x
import pkg as module@45
module@45()
import(name)`,
  ],
  [
    "a.jsx",
    `const p1 = (await import("pkg")).x; const o = __importDefault(require("openai")); new o.default();`,
    `import pkg as module@12
p1 = module@12.x
import openai as o
o()`,
  ],
  [
    "a.jsx",
    `export const a = 1; export { a as b }; export { c, d as e } from "./m"; export * from "n"; export * as ns from "p";`,
    `a = 1
b = a
from ./m import c, d as e
from n import *
import p as ns`,
  ],
  [
    "a.jsx",
    `export default function () { f(); }`,
    `def default():
  f()`,
  ],
  [
    "a.jsx",
    `export default class Foo {}`,
    `class Foo():
  pass
default = Foo`,
  ],
  ["a.jsx", `export default { run };`, `default = {"run": run}`],
  [
    "a.jsx",
    `export default async (req) => new Response(req.url);`,
    `async def default@15(req):
  return Response(req.url)
default = default@15`,
  ],
  [
    "a.jsx",
    `module.exports = { a }; exports.b = function () {}; module.exports.c = d;`,
    `module.exports = default = {"a": a}
a = a
def b@36():
  pass
exports.b = b = b@36
module.exports.c = c = d`,
  ],
  [
    "a.ts",
    `enum E { A, B = "b" } namespace N { export const x = 1; } declare const q: string; type T = string; interface I {}`,
    `E = {"A": None, "B": "b"}
x = 1`,
  ],
  [
    "a.ts",
    `let v = <string>x as any satisfies T; f<number>(v!); abstract class C { constructor(private a: string) { } abstract m(): void; }`,
    `v = x
f(v)
class C():
  def __init__(self, a):
    self.a = a`,
  ],
  [
    "a.ts",
    `import fs = require("fs"); export = fs;`,
    `import fs as fs
default = fs`,
  ],
  [
    "a.jsx",
    `<a href="x" {...p} on>{c} text <B.C d={1}>{...e}</B.C><></></a>`,
    `<a>(c, " text ", B.C(*e, d=1), <>(), href="x", **p, on=true)`,
  ],
  [
    "a.jsx",
    `const el = <Foo render={() => { f(); }} />;`,
    `def render@24():
  f()
el = Foo(render=render@24)`,
  ],
  [
    "a.jsx",
    `using r = open(); await using s = g();`,
    `r = open()
s = g()`,
  ],
  [
    "a.jsx",
    `const run = promisify(exec); const w = this.f.bind(this);`,
    `run = exec
w = self.f`,
  ],
  [
    "a.jsx",
    `a ||= b => { c = b; };`,
    `def function@6(b):
  nonlocal c
  c = b
a = (a or function@6)`,
  ],
  [
    "a.jsx",
    `if (x) { var y = 1 } else { z: { f() } }`,
    `if x:
  y = 1
else:
  f()`,
  ],
  [
    "a.jsx",
    `import.meta.url; new.target;`,
    `import.meta.url
new.target`,
  ],
  [
    "a.jsx",
    `f(function named() {}, class {});`,
    `def named@2():
  pass
class function@23():
  pass
f(named@2, function@23)`,
  ],
  [
    "a.jsx",
    `with (o) { f(); }`,
    `o
f()`,
  ],
  ["a.jsx", `debugger;`, ``],
  [
    "a.jsx",
    `module.exports = { a: b, run: async () => { f(); } };`,
    `async def run@30():
  f()
module.exports = default = {"a": b, "run": run@30}
a = b
run = run@30`,
  ],
  [
    "a.jsx",
    `var self = this; obj?.["a"]?.b ?? c;`,
    `self = self
if (not obj.a.b):
  c`,
  ],
  [
    "a.jsx",
    `const { a, ...others } = await f(); [a, b] = [b, a];`,
    `value@6 = (await f())
a = value@6.a
others = value@6
value@36 = [b, a]
a = value@36[0]
b = value@36[1]`,
  ],
  [
    "a.jsx",
    `function f({ cmd } = {}) { return () => { cmd(); }; }`,
    `def f(parameter@11={}):
  cmd = parameter@11.cmd
  def function@34():
    cmd()
  return function@34`,
  ],
  [
    "a.jsx",
    `export default class extends A { static async run() { return await super.run(); } }`,
    `class default(A):
  @classmethod
  async def run(self):
    return (await super().run())`,
  ],
  [
    "a.jsx",
    `async () => { for (const x of await y()) { await x; } };`,
    `async def function@0():
  for x in (await y()):
    (await x)
function@0`,
  ],
  [
    "a.jsx",
    `if (a) { function inner() {} inner(); }`,
    `if a:
  def inner():
    pass
  inner()`,
  ],
  [
    "a.jsx",
    `const f = function named(a) { return a; }, g = async function* () {};`,
    `def f(a):
  return a
async def g():
  pass`,
  ],
  [
    "a.jsx",
    `x = a => ({ b }) => b;`,
    `def x@4(a):
  def function@9(parameter@10):
    b = parameter@10.b
    return b
  return function@9
x = x@4`,
  ],
  [
    "a.jsx",
    `const big = a + b + (c + d) * e ** 2 >>> 1;`,
    `big = (((a + b) + ((c + d) * (e ** 2))) >>> 1)`,
  ],
  ["a.ts", `export const enum K { A = 1 << 2 }`, `K = {"A": (1 << 2)}`],
  [
    "a.jsx",
    `export async function POST(req) { const body = await req.json(); return body?.x; }`,
    `async def POST(req):
  body = (await req.json())
  return body.x`,
  ],
  [
    "a.ts",
    `export = class {};`,
    `class default@9():
  pass
default = default@9`,
  ],
  [
    "a.jsx",
    `let { length } = x, y = [..."abc"];`,
    `length = x.length
y = [*"abc"]`,
  ],
];

describe("the tree of", () => {
  test.each(cases)("%s: %s", (path, text, expected) => {
    expect(tree(text, path)).toBe(expected);
  });
});
