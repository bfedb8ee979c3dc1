import { describe, expect, test } from "vitest";
import { flowsIn } from "./testing/flows.ts";

/** Python: `x` is what a user sent, `os.system` is where it must not arrive. */
function python(code: string): number {
  const head = "import os\nfrom flask import request\nx = request.args['q']\n";
  return flowsIn({ "a.py": head + code }).length;
}

/** JavaScript: the same with `x` and `cp.exec`. */
function script(code: string): number {
  const head = 'import cp from "node:child_process";\nconst x = process.argv[2];\n';
  return flowsIn({ "a.ts": head + code }).length;
}

type Pair = readonly [what: string, found: string, clean: string];

const pythonPairs: readonly Pair[] = [
  ["assignment", "y = z = x\nos.system(z)\n", "y = z = x\ny = 'ls'\nos.system(y)\n"],
  [
    "assignment with an operator",
    "y = 'a'\ny += x\nos.system(y)\n",
    "y = 'a'\ny += 'b'\nos.system(y)\n",
  ],
  [
    "unpacking",
    "a, (b, *c) = 'l', ('m', x)\nos.system(c[0])\n",
    "a, (b, *c) = 'l', ('m', x)\nos.system(b)\n",
  ],
  ["swapping", "y = 'ls'\nx, y = y, x\nos.system(y)\n", "y = 'ls'\nx, y = y, x\nos.system(x)\n"],
  ["an f-string", "os.system(f'echo {x!r:>{1}}')\n", "os.system(f'echo {len(x)}')\n"],
  ["%", "os.system('echo %s' % x)\n", "os.system('echo %d' % int(x))\n"],
  ["format", "os.system('echo {}'.format(x))\n", "os.system('echo {}'.format('x'))\n"],
  ["join", "os.system(' '.join(['a', x]))\n", "os.system(' '.join(['a', 'x']))\n"],
  ["a list", "y = ['ls', x]\nos.system(y[1])\n", "y = ['ls', x]\nos.system(y[0])\n"],
  [
    "a dict",
    "y = {'a': 'ls', 'b': x}\nos.system(y['b'])\n",
    "y = {'a': 'ls', 'b': x}\nos.system(y['a'])\n",
  ],
  ["append", "y = []\ny.append(x)\nos.system(y[0])\n", "y = []\ny.append('ls')\nos.system(y[0])\n"],
  [
    "update",
    "y = {}\ny.update(a=x)\nos.system(y['a'])\n",
    "y = {}\ny.update(a=x)\nos.system(y['b'])\n",
  ],
  [
    "get",
    "y = {'a': x}\nos.system(y.get('a', 'ls'))\n",
    "y = {'a': x}\nos.system(y.get('b', 'ls'))\n",
  ],
  ["a loop", "for y in [x]:\n    os.system(y)\n", "for y in ['ls']:\n    os.system(y)\n"],
  [
    "a second round",
    "y = 'ls'\nfor _ in k:\n    os.system(y)\n    y = x\n",
    "y = 'ls'\nfor _ in k:\n    os.system(y)\n    y = 'cd'\n",
  ],
  [
    "break",
    "while k:\n    y = x\n    if k:\n        break\n    y = 'ls'\nos.system(y)\n",
    "while True:\n    y = x\n    if k:\n        y = 'ls'\n        break\nos.system(y)\n",
  ],
  [
    "items of a dict",
    "for k, v in {'a': x}.items():\n    os.system(v)\n",
    "for k, v in {'a': x}.items():\n    os.system(k)\n",
  ],
  [
    "enumerate",
    "for i, v in enumerate([x]):\n    os.system(v)\n",
    "for i, v in enumerate([x]):\n    os.system(str(i))\n",
  ],
  [
    "zip",
    "for a, b in zip(['ls'], [x]):\n    os.system(b)\n",
    "for a, b in zip(['ls'], [x]):\n    os.system(a)\n",
  ],
  [
    "a comprehension",
    "y = [a + 'b' for a in [x]]\nos.system(y[0])\n",
    "y = [a for a in [x] if a in ('ls', 'cd')]\nos.system(y[0])\n",
  ],
  [
    "a dict comprehension",
    "y = {k: v for k, v in {'a': x}.items()}\nos.system(y['a'])\n",
    "y = {k: 'ls' for k in ['a']}\nos.system(y['a'])\n",
  ],
  ["a slice", "y = ['ls', x]\nos.system(y[1:][0])\n", "y = [x, 'ls']\nos.system(y[1:][0])\n"],
  ["a walrus", "if (y := x):\n    os.system(y)\n", "if (y := len(x)):\n    os.system(y)\n"],
  [
    "match",
    "match x.split():\n    case ['run', y]:\n        os.system(y)\n",
    "match x:\n    case 'ls' | 'cd':\n        os.system(x)\n",
  ],
  ["with", "with x as y:\n    os.system(y)\n", "with k as y:\n    os.system(y)\n"],
  [
    "try",
    "try:\n    y = x\nexcept E:\n    y = 'ls'\nos.system(y)\n",
    "try:\n    y = 'ls'\nexcept E:\n    y = 'cd'\nos.system(y)\n",
  ],
  [
    "finally",
    "try:\n    y = x\nfinally:\n    os.system(y)\n",
    "try:\n    y = x\nfinally:\n    y = 'ls'\nos.system(y)\n",
  ],
  ["a choice", "os.system(x if k else 'ls')\n", "os.system('cd' if x else 'ls')\n"],
  ["or", "os.system(None or x)\n", "os.system('ls' or 'cd')\n"],
  ["a dead branch", "if True:\n    os.system(x)\n", "if False:\n    os.system(x)\n"],
  ["del", "y = x\nos.system(y)\n", "y = x\ndel y\nos.system(y)\n"],
  [
    "a call",
    "def f(a):\n    return a\nos.system(f(x))\n",
    "def f(a):\n    return 'ls'\nos.system(f(x))\n",
  ],
  [
    "a sink in a function",
    "def f(a, b):\n    os.system(b)\nf('ls', x)\n",
    "def f(a, b):\n    os.system(b)\nf(x, 'ls')\n",
  ],
  [
    "keywords",
    "def f(a, b):\n    os.system(b)\nf(b=x, a=1)\n",
    "def f(a, b):\n    os.system(b)\nf(a=x, b='ls')\n",
  ],
  ["a default", "def f(a=x):\n    os.system(a)\nf()\n", "def f(a='ls'):\n    os.system(a)\nf()\n"],
  [
    "*args",
    "def f(*a):\n    os.system(a[1])\nf('ls', x)\n",
    "def f(*a):\n    os.system(a[0])\nf('ls', x)\n",
  ],
  [
    "**kwargs",
    "def f(**a):\n    os.system(a['b'])\nf(a='ls', b=x)\n",
    "def f(**a):\n    os.system(a['a'])\nf(a='ls', b=x)\n",
  ],
  [
    "calls within calls",
    "def f(a):\n    return g(a)\ndef g(a):\n    return a + 'b'\nos.system(f(x))\n",
    "def f(a):\n    return g('ls')\ndef g(a):\n    return a + 'b'\nf(x)\nos.system(f('cd'))\n",
  ],
  [
    "recursion",
    "def f(a, n):\n    return a if n == 0 else f(a + 'b', n - 1)\nos.system(f(x, 3))\n",
    "def f(a, n):\n    return 'ls' if n == 0 else f(a, n - 1)\nos.system(f(x, 3))\n",
  ],
  [
    "the right one of two calls",
    "def f(a):\n    return a\ny = f(x)\nz = f('ls')\nos.system(y)\n",
    "def f(a):\n    return a\ny = f(x)\nz = f('ls')\nos.system(z)\n",
  ],
  [
    "a list that a function fills",
    "def f(a, b):\n    b.append(a)\ny = []\nf(x, y)\nos.system(y[0])\n",
    "def f(a, b):\n    b.append('ls')\ny = []\nf(x, y)\nos.system(y[0])\n",
  ],
  ["a lambda", "f = lambda a: a\nos.system(f(x))\n", "f = lambda a: 'ls'\nos.system(f(x))\n"],
  [
    "a closure",
    "def f():\n    def g():\n        os.system(y)\n    y = x\n    g()\nf()\n",
    "def f():\n    def g():\n        os.system(y)\n    y = 'ls'\n    g()\nf()\n",
  ],
  [
    "a global name",
    "y = 'ls'\ndef f():\n    global y\n    y = x\ndef g():\n    os.system(y)\n",
    "def f():\n    y = x\ndef g():\n    os.system(y)\n",
  ],
  [
    "a generator",
    "def f(a):\n    yield 'ls'\n    yield a\nfor y in f(x):\n    os.system(y)\n",
    "def f(a):\n    yield 'ls'\nfor y in f(x):\n    os.system(y)\n",
  ],
  [
    "yield from",
    "def g(a):\n    yield a\ndef f(a):\n    yield from g(a)\nfor y in f(x):\n    os.system(y)\n",
    "def g(a):\n    yield 'ls'\ndef f(a):\n    yield from g(a)\nfor y in f(x):\n    os.system(y)\n",
  ],
  [
    "async",
    "async def f(a):\n    return a\nasync def g():\n    os.system(await f(x))\n",
    "async def f(a):\n    return 'ls'\nasync def g():\n    os.system(await f(x))\n",
  ],
  [
    "partial",
    "from functools import partial\ndef f(a, b):\n    os.system(b)\ng = partial(f, 'ls')\ng(x)\n",
    "from functools import partial\ndef f(a, b):\n    os.system(a)\ng = partial(f, 'ls')\ng(x)\n",
  ],
  [
    "a callback",
    "def run(f, a):\n    f(a)\ndef g(a):\n    os.system(a)\nrun(g, x)\n",
    "def run(f, a):\n    f('ls')\ndef g(a):\n    os.system(a)\nrun(g, x)\n",
  ],
  [
    "map",
    "def g(a):\n    os.system(a)\nlist(map(g, [x]))\n",
    "def g(a):\n    os.system('ls')\nlist(map(g, [x]))\n",
  ],
  [
    "a table of functions",
    "def g(a):\n    os.system(a)\n{'g': g}['g'](x)\n",
    "def g(a):\n    os.system(a)\n{'g': len, 'h': g}['g'](x)\n",
  ],
  [
    "a decorator",
    "def d(f):\n    def w(a):\n        os.system(a)\n        return f(a)\n    return w\n@d\ndef g(a):\n    return a\ng(x)\n",
    "def d(f):\n    def w(a):\n        return f('ls')\n    return w\n@d\ndef g(a):\n    os.system(a)\ng(x)\n",
  ],
  [
    "an attribute",
    "class A: pass\na = A()\na.b = x\nos.system(a.b)\n",
    "class A: pass\na = A()\na.b = x\nos.system(a.c)\n",
  ],
  [
    "a constructor",
    "class A:\n    def __init__(self, b):\n        self.b = b\n    def go(self):\n        os.system(self.b)\nA(x).go()\n",
    "class A:\n    def __init__(self, b, c):\n        self.b = b\n    def go(self):\n        os.system(self.b)\nA('ls', x).go()\n",
  ],
  [
    "a method",
    "class A:\n    def m(self, a):\n        return a\nos.system(A().m(x))\n",
    "class A:\n    def m(self, a):\n        return self.k\nos.system(A().m(x))\n",
  ],
  [
    "inheritance",
    "class A:\n    def m(self, a):\n        os.system(a)\nclass B(A): pass\nB().m(x)\n",
    "class A:\n    def m(self, a):\n        os.system(a)\nclass B(A):\n    def m(self, a): pass\nB().m(x)\n",
  ],
  [
    "super",
    "class A:\n    def m(self, a):\n        os.system(a)\nclass B(A):\n    def m(self, a):\n        super().m(a)\nB().m(x)\n",
    "class A:\n    def m(self, a):\n        os.system(a)\nclass B(A):\n    def m(self, a):\n        super().m('ls')\nB().m(x)\n",
  ],
  [
    "an override",
    "class A:\n    def go(self, a):\n        self.m(a)\n    def m(self, a): pass\nclass B(A):\n    def m(self, a):\n        os.system(a)\nB().go(x)\n",
    "class A:\n    def go(self, a):\n        self.m('ls')\n    def m(self, a): pass\nclass B(A):\n    def m(self, a):\n        os.system(a)\nB().go(x)\n",
  ],
  [
    "a property",
    "class A:\n    def __init__(self, a):\n        self._a = a\n    @property\n    def a(self):\n        return self._a\nos.system(A(x).a)\n",
    "class A:\n    def __init__(self, a):\n        self._a = a\n    @property\n    def a(self):\n        return 'ls'\nos.system(A(x).a)\n",
  ],
  [
    "a setter",
    "class A:\n    @property\n    def a(self):\n        return self._a\n    @a.setter\n    def a(self, v):\n        os.system(v)\nb = A()\nb.a = x\n",
    "class A:\n    @property\n    def a(self):\n        return self._a\n    @a.setter\n    def a(self, v):\n        os.system('ls')\nb = A()\nb.a = x\n",
  ],
  [
    "a static method",
    "class A:\n    @staticmethod\n    def m(a):\n        os.system(a)\nA.m(x)\n",
    "class A:\n    @staticmethod\n    def m(a, b):\n        os.system(b)\nA.m(x, 'ls')\n",
  ],
  [
    "a class method",
    "class A:\n    @classmethod\n    def m(cls, a):\n        os.system(a)\nA.m(x)\n",
    "class A:\n    @classmethod\n    def m(cls, a, b):\n        os.system(b)\nA.m(x, 'ls')\n",
  ],
  [
    "__call__",
    "class A:\n    def __call__(self, a):\n        os.system(a)\nA()(x)\n",
    "class A:\n    def __call__(self, a):\n        os.system('ls')\nA()(x)\n",
  ],
  [
    "a data class",
    "from dataclasses import dataclass\n@dataclass\nclass A:\n    a: str\n    b: str\nos.system(A('ls', x).b)\n",
    "from dataclasses import dataclass\n@dataclass\nclass A:\n    a: str\n    b: str\nos.system(A('ls', x).a)\n",
  ],
  [
    "a queue",
    "import queue\nq = queue.Queue()\nq.put(x)\nos.system(q.get())\n",
    "import queue\nq = queue.Queue()\nq.put('ls')\nos.system(q.get())\n",
  ],
  [
    "getattr",
    "class A: pass\na = A()\na.b = x\nos.system(getattr(a, 'b'))\n",
    "class A: pass\na = A()\na.b = x\nos.system(getattr(a, 'c', 'ls'))\n",
  ],
];

const guardPairs: readonly Pair[] = [
  [
    "what a database answers",
    "y = db.describe(x)\nos.system(y)\n",
    "y = db.execute('select ?', (x,)).fetchone()\nos.system(y)\n",
  ],
  [
    "a list of what is allowed",
    "if x in k:\n    pass\nos.system(x)\n",
    "if x in ('ls', 'cd'):\n    os.system(x)\n",
  ],
  [
    "a list of what is allowed, by its name",
    "if x in K:\n    os.system('ls')\nelse:\n    os.system(x)\n",
    "K = {'ls', 'cd'}\nif x not in K:\n    raise ValueError\nos.system(x)\n",
  ],
  ["equality", "if x != 'ls':\n    os.system(x)\n", "if x == 'ls':\n    os.system(x)\n"],
  [
    "an early return",
    "def f(a):\n    if a not in ('ls',):\n        print(a)\n    os.system(a)\nf(x)\n",
    "def f(a):\n    if a not in ('ls',):\n        return\n    os.system(a)\nf(x)\n",
  ],
  ["isdigit", "if not x.isdigit():\n    os.system(x)\n", "if x.isdigit():\n    os.system(x)\n"],
  [
    "a whole pattern",
    "import re\nif re.search(r'[a-z]+', x):\n    os.system(x)\n",
    "import re\nif re.fullmatch(r'[a-z]+', x):\n    os.system(x)\n",
  ],
  [
    "a pattern with both ends",
    "import re\nif not re.match(r'^[a-z]+$', x):\n    print('no')\nos.system(x)\n",
    "import re\nif not re.match(r'^[a-z]+$', x):\n    raise ValueError\nos.system(x)\n",
  ],
  ["a number", "os.system(str(x))\n", "os.system(str(int(x)))\n"],
  [
    "quoting",
    "import shlex\nshlex.quote(x)\nos.system(x)\n",
    "import shlex\nos.system('ls ' + shlex.quote(x))\n",
  ],
  [
    "a function that answers",
    "def ok(a):\n    return len(a) < 9\nif ok(x):\n    os.system(x)\n",
    "def ok(a):\n    return a in ('ls', 'cd')\nif ok(x):\n    os.system(x)\n",
  ],
  [
    "a function that raises",
    "def check(a):\n    if a == 'rm':\n        raise ValueError\ncheck(x)\nos.system(x)\n",
    "def check(a):\n    if a not in ('ls', 'cd'):\n        raise ValueError\ncheck(x)\nos.system(x)\n",
  ],
  [
    "a condition that has a name",
    "ok = x in ('ls', 'cd')\nif not ok:\n    os.system(x)\n",
    "ok = x in ('ls', 'cd')\nif ok:\n    os.system(x)\n",
  ],
  [
    "and",
    "if x in ('ls',) or k:\n    os.system(x)\n",
    "if k and x in ('ls',):\n    os.system(x)\n",
  ],
  [
    "all",
    "if any(a in ('ls',) for a in x):\n    os.system(x)\n",
    "if all(a in ('a', 'b') for a in x):\n    os.system(x)\n",
  ],
  ["assert", "assert x\nos.system(x)\n", "assert x in ('ls', 'cd')\nos.system(x)\n"],
  ["a table", "os.system({'a': x}.get('a'))\n", "os.system({'a': 'ls', 'b': 'cd'}[x])\n"],
  [
    "a checked part",
    "if x['a'] in ('ls',):\n    os.system(x['b'])\n",
    "if x['a'] in ('ls',):\n    os.system(x['a'])\n",
  ],
  [
    "replaced characters",
    "import re\nos.system('ls ' + re.sub(r'[^a-z;]', '', x))\n",
    "import re\nos.system('ls ' + re.sub(r'[^a-z0-9]', '', x))\n",
  ],
  [
    "approval",
    "input('name? ')\nos.system(x)\n",
    "if input('run it? ') != 'y':\n    raise SystemExit\nos.system(x)\n",
  ],
  [
    "a field that __post_init__ checks",
    "from dataclasses import dataclass\n@dataclass\nclass A:\n    a: str\n    def __post_init__(self):\n        print(self.a)\nos.system(A(x).a)\n",
    "from dataclasses import dataclass\n@dataclass\nclass A:\n    a: str\n    def __post_init__(self):\n        if self.a not in ('ls',):\n            raise ValueError\nos.system(A(x).a)\n",
  ],
  [
    "a field with a validator",
    "from pydantic import BaseModel, field_validator\nclass A(BaseModel):\n    a: str\n    @field_validator('a')\n    def check(cls, v):\n        return v.strip()\nos.system(A(a=x).a)\n",
    "from pydantic import BaseModel, field_validator\nclass A(BaseModel):\n    a: str\n    @field_validator('a')\n    def check(cls, v):\n        if v not in ('ls',):\n            raise ValueError\n        return v\nos.system(A(a=x).a)\n",
  ],
  [
    "a field of a closed choice",
    "from pydantic import BaseModel\nclass A(BaseModel):\n    a: str\nos.system(A(a=x).a)\n",
    "from typing import Literal\nfrom pydantic import BaseModel\nclass A(BaseModel):\n    a: Literal['ls', 'cd']\nos.system(A(a=x).a)\n",
  ],
];

const scriptPairs: readonly Pair[] = [
  ["assignment", "let y; y = x; cp.exec(y);", "let y = x; y = 'ls'; cp.exec(y);"],
  ["a template", "cp.exec(`echo ${x}`);", "cp.exec(`echo ${Number(x)}`);"],
  [
    "destructuring",
    "const { a, b: { c } } = { a: 'ls', b: { c: x } }; cp.exec(c);",
    "const { a, b: { c } } = { a: 'ls', b: { c: x } }; cp.exec(a);",
  ],
  [
    "the rest",
    "const [a, ...b] = ['ls', x]; cp.exec(b[0]);",
    "const [a, ...b] = ['ls', x]; cp.exec(a);",
  ],
  ["a default", "const { a = x } = {}; cp.exec(a);", "const { a = 'ls' } = {}; cp.exec(a);"],
  [
    "spreading",
    "const y = { a: 'ls', ...{ b: x } }; cp.exec(y.b);",
    "const y = { ...{ b: x }, a: 'ls' }; cp.exec(y.a);",
  ],
  ["an arrow", "const f = (a) => a; cp.exec(f(x));", "const f = (a) => 'ls'; cp.exec(f(x));"],
  [
    "a closure",
    "function f() { const y = x; return () => cp.exec(y); } f()();",
    "function f() { const y = 'ls'; return () => cp.exec(y); } f()();",
  ],
  [
    "a class",
    "class A { constructor(a) { this.a = a; } go() { cp.exec(this.a); } } new A(x).go();",
    "class A { constructor(a, b) { this.a = a; } go() { cp.exec(this.a); } } new A('ls', x).go();",
  ],
  [
    "inheritance",
    "class A { m(a) { cp.exec(a); } } class B extends A {} new B().m(x);",
    "class A { m(a) { cp.exec(a); } } class B extends A { m(a) {} } new B().m(x);",
  ],
  [
    "await",
    "async function f(a) { return a; } cp.exec(await f(x));",
    "async function f(a) { return 'ls'; } cp.exec(await f(x));",
  ],
  [
    "then",
    "Promise.resolve(x).then((a) => cp.exec(a));",
    "Promise.resolve('ls').then((a) => cp.exec(a));",
  ],
  ["forEach", "[x].forEach((a) => cp.exec(a));", "['ls'].forEach((a) => cp.exec(a));"],
  ["for of", "for (const a of [x]) cp.exec(a);", "for (const a of ['ls']) cp.exec(a);"],
  ["a switch", "switch (x) { default: cp.exec(x); }", "switch (x) { case 'ls': cp.exec(x); }"],
  ["push", "const y = []; y.push(x); cp.exec(y[0]);", "const y = []; y.push('ls'); cp.exec(y[0]);"],
  [
    "a map",
    "const m = new Map(); m.set('a', x); cp.exec(m.get('a'));",
    "const m = new Map(); m.set('a', 'ls'); cp.exec(m.get('a'));",
  ],
  [
    "a list of what is allowed",
    "if (!['ls'].includes(x)) console.log(x); cp.exec(x);",
    "if (!['ls'].includes(x)) throw new Error(); cp.exec(x);",
  ],
  [
    "a set of what is allowed",
    "const K = new Set(['ls']); K.has(x); cp.exec(x);",
    "const K = new Set(['ls']); if (K.has(x)) cp.exec(x);",
  ],
  ["a pattern", "if (/[a-z]+/.test(x)) cp.exec(x);", "if (/^[a-z]+$/.test(x)) cp.exec(x);"],
  [
    "optional chaining",
    "const y = { a: x }; cp.exec(y?.a ?? 'ls');",
    "const y = { a: x }; cp.exec(y?.b ?? 'ls');",
  ],
  [
    "an event",
    "import { EventEmitter } from 'node:events'; const e = new EventEmitter(); e.on('a', (v) => cp.exec(v)); e.emit('a', x);",
    "import { EventEmitter } from 'node:events'; const e = new EventEmitter(); e.on('a', (v) => cp.exec(v)); e.emit('b', x);",
  ],
];

describe("Python", () => {
  test.each(pythonPairs)("%s", (_, found, clean) => {
    expect([python(found) > 0, python(clean)], found).toEqual([true, 0]);
  });
});

describe("what makes harmless", () => {
  test.each(guardPairs)("%s", (_, found, clean) => {
    expect([python(found) > 0, python(clean)], found).toEqual([true, 0]);
  });
});

describe("JavaScript", () => {
  test.each(scriptPairs)("%s", (_, found, clean) => {
    expect([script(found) > 0, script(clean)], found).toEqual([true, 0]);
  });
});
