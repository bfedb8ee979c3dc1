import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parsePython } from "./parse.ts";
import { faultsOf } from "./testing/tree.ts";
import { viewPython } from "./view.ts";

/**
 * Reads a text as every check would, and holds the tree to what it promises: it does not throw, each
 * node is within its parent, and nothing costs without end.
 */
function readAll(source: string): void {
  const view = viewPython({ path: "test.py", text: source });
  for (const call of view.allCalls()) {
    call.keyword("safe")?.constant();
    call.argument(0, "path")?.constant();
    call.hasUnknownArguments();
    call.isWrittenOut();
  }
  view.calls("eval", "exec");
  view.methods("load");
  view.hasImport("os");
  expect(faultsOf(view.facts.root.node, source)).toEqual([]);
  for (const { at } of view.problems) {
    expect(at).toBeGreaterThanOrEqual(0);
    expect(at).toBeLessThanOrEqual(source.length);
  }
}

/** Pieces of Python, broken ones among them. */
const pieces = [
  ...Array.from("()[]{}'\"\\\n\r\t\f\0 #:;,.@=!*+-~<>|&^%/$?`é\u202e\ufeff\u2028\ud800"),
  "    ",
  "\n    ",
  "\n        ",
  '"""',
  "'''",
  'f"',
  "f'''{",
  'rf"{',
  't"{',
  "b'",
  "\\N{",
  "{{",
  "!r",
  ":=",
  "**",
  "->",
  "...",
  "0x",
  "1e",
  "1_0",
  "a",
  "self.a",
  "if ",
  "elif a:",
  "else:",
  "for a in b:",
  "while ",
  "def f(a, b=c, *d, **e):",
  "class A(b):",
  "with a as b, c:",
  "with (a as b",
  "try:",
  "except A as b:",
  "except* A:",
  "finally:",
  "match a:\n    case ",
  "case b:",
  "lambda a: ",
  "yield ",
  "yield from ",
  "await ",
  "async ",
  "not ",
  "return ",
  "raise a, b",
  "del a,",
  "import a.b as c\n",
  "from . import (a,",
  "from a import *\n",
  "global a\n",
  "nonlocal a\n",
  "type A[T: b] = c",
  "print ",
  "exec a in b",
  "@a\n",
  "a = b\n",
  "a = a.b(a)\n",
  "b = {**a}\n",
  "a(**b)",
  "getattr(a, 'b')()",
  " for a in b if c",
  " if a else ",
];

const program = `
import os, numpy as np
from .a import (b as c,
    d)

@decorated(1, key=f"{os.path!r:>{10}}")
async def f[T](a, /, b: int = 1, *args, c=lambda x, *y: (x, y), **kwargs) -> "T":
    """Says nothing."""
    global g
    with open(a) as h, (i or j): # why
        async for k in h: print(k, end="")
    try:
        g = [x ** -y for x, y in zip(a, b) if x not in y] or {**kwargs, "a": 0x_ff}
    except (A, B) as e:
        raise E from e
    else:
        del a[1:2, ...], b
    finally: pass
    match g:
        case {"a": [1, *rest]} if rest: return await rest
        case A(b=c) | None as z: yield
    return rf'\\d{a["b"]}' 'c' b"\\x00"

class C(D, metaclass=E):
    x: int = 1; y = x < 2 <= 3
    def m(self, *, z=None):
        self.a = torch.load(z, **dict(weights_only=False)); return super().m()

while not (n := f(1)): n @= 2j; break
`;

test("anything at all", () => {
  fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 200 }), readAll), { numRuns: 500 });
});

test("pieces of Python in any order", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...pieces), { maxLength: 80 }).map((parts) => parts.join("")),
      readAll,
    ),
    { numRuns: 1_500 },
  );
});

test("a program that is cut, doubled or spoilt", () => {
  const place = fc.nat({ max: program.length });
  const change = fc.oneof(
    fc.tuple(place, place).map(
      ([a, b]) =>
        (text: string) =>
          text.slice(0, Math.min(a, b)) + text.slice(Math.max(a, b)),
    ),
    fc.tuple(place, fc.constantFrom(...pieces)).map(
      ([a, piece]) =>
        (text: string) =>
          text.slice(0, a) + piece + text.slice(a),
    ),
    fc.tuple(place, place, place).map(
      ([a, b, c]) =>
        (text: string) =>
          text.slice(0, a) + text.slice(b, b + (c % 40)) + text.slice(a),
    ),
    place.map((a) => (text: string) => text.slice(0, a)),
  );
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 6 }), (changes) => {
      let text = program;
      for (const apply of changes) text = apply(text);
      readAll(text);
    }),
    { numRuns: 1_000 },
  );
});

test("the program itself is read whole", () => {
  expect(parsePython(program).problems).toEqual([]);
  readAll(program);
});

/** The texts below are about this long. */
const size = 200_000;

function repeat(piece: string, more = ""): string {
  return piece.repeat(Math.ceil(size / (piece.length + more.length)));
}

function nest(open: string, inner: string, close: string, depth = size): string {
  const count = Math.min(depth, Math.ceil(size / (open.length + close.length)));
  return open.repeat(count) + inner + close.repeat(count);
}

const deep: readonly (readonly [title: string, source: string])[] = [
  ["parentheses", nest("(", "a", ")")],
  ["parentheses that stay open", repeat("(")],
  ["brackets", nest("[", "a", "]")],
  ["braces", nest("{", "a", "}")],
  ["dicts", nest("{1:", "a", "}")],
  ["brackets that close as others", repeat("(") + repeat("]")],
  ["brackets of all kinds, closed in no order", repeat("([{") + repeat(")]}")],
  ["calls in calls", nest("f(", "a", ")")],
  ["calls of calls", `f${repeat("()")}`],
  ["subscripts of subscripts", `f${repeat("[0]")}`],
  ["subscripts in subscripts", nest("a[", "0", "]")],
  ["keys of keys", `f${repeat('["a"]')}()`],
  ["attributes of attributes", `f${repeat(".a")}()`],
  ["minus signs", `${repeat("-")}1`],
  ["not", `${repeat("not ")}a`],
  ["powers", `${repeat("2**")}2`],
  ["sums", `${repeat("1+")}1`],
  ["or", `${repeat("a or ")}a`],
  ["comparisons", `${repeat("a<")}a`],
  ["lambdas", `${repeat("lambda:")}a`],
  ["lambdas as defaults", nest("lambda a=", "b", ":c")],
  ["yields", nest("(yield ", "a", ")")],
  ["yields without brackets", `${repeat("yield ")}a`],
  ["awaits", `${repeat("await ")}a`],
  ["conditions", `${repeat("a if b else ")}c`],
  ["conditions in conditions", nest("(a if b else ", "c", ")")],
  ["walruses", nest("(a:=", "b", ")")],
  ["stars", `print(${repeat("*")}a)`],
  ["comprehensions", nest("[a for a in ", "b", "]")],
  ["clauses of a comprehension", `[a ${repeat("for a in b if c ")}]`],
  ["f-strings", nest("f'{", "a", "}'")],
  ["f-strings with both quotes", nest("f'{f\"{", "a", "}\"}'", 10_000)],
  ["f-strings that stay open", repeat('f"{')],
  ["format specs", nest('f"{a:{', "b", '}}"')],
  ["fields of one f-string", `f"${repeat("{a}")}"`],
  ["fields that stay open", repeat("f'''{")],
  ["names of characters", `f"${repeat("\\N{")}"`],
  ["blocks", Array.from({ length: 700 }, (_, level) => `${" ".repeat(level)}if a:`).join("\n")],
  [
    "functions in functions",
    Array.from({ length: 95 }, (_, level) => `${" ".repeat(level)}def f(a):`).join("\n"),
  ],
  [
    "classes in classes",
    Array.from({ length: 95 }, (_, level) => `${" ".repeat(level)}class A(B):`).join("\n"),
  ],
  ["elif", `if a: b\n${repeat("elif a: b\n")}`],
  ["steps in and out", repeat("if a:\n    b\n  c\n")],
  ["decorators", repeat("@a\n")],
  [
    "match in match",
    Array.from(
      { length: 90 },
      (_, level) => `${" ".repeat(level * 2)}match a:\n${" ".repeat(level * 2 + 1)}case b:`,
    ).join("\n"),
  ],
  ["match without case", repeat("match a:\n case ")],
];

const wide: readonly (readonly [title: string, source: string])[] = [
  ["a line of one long string", `x = "${"a".repeat(1_000_000)}"`],
  ["a line of one long name", "a".repeat(1_000_000)],
  ["a line of one long number", "9".repeat(1_000_000)],
  ["a line of a million blanks", `${" ".repeat(1_000_000)}a`],
  ["a line of a million names", "a ".repeat(500_000)],
  ["a line of many statements", "a;".repeat(250_000)],
  ["a line of a million assignments", `${"a=".repeat(500_000)}1`],
  ["a list of a million elements", `[${"1,".repeat(500_000)}]`],
  ["a call with a million arguments", `f(${"a=1,".repeat(250_000)})`],
  ["a call that unpacks without end", `f(${'**{"a":1},'.repeat(30_000)})`],
  [
    "a dict of many keys, often unpacked",
    `a = {${'"b":1,'.repeat(30_000)}}\n${"f(**a)\n".repeat(10_000)}`,
  ],
  [
    "a list of many elements, often unpacked",
    `a = [${"1,".repeat(100_000)}]\n${"f(*a)\n".repeat(30_000)}`,
  ],
  ["adjacent strings", `x = ${'"a" '.repeat(200_000)}`],
  ["quotes", '"'.repeat(1_000_000)],
  ["triple quotes in turns", "'''\n\"\"\"\n".repeat(100_000)],
  ["triple quotes behind backslashes", '\\"""\n'.repeat(200_000)],
  ["f-strings in turns", "f'''\nf\"\"\"\n".repeat(100_000)],
  ["strings that are not closed", "'a\n".repeat(150_000)],
  ["f-strings that are not closed", "f'{a\n".repeat(100_000)],
  ["keywords behind blanks in a bracket", `(\n${" ".repeat(400_000)}x${" pass".repeat(80_000)}`],
  ["statements that break out of brackets", "(\nimport a\n".repeat(80_000)],
  ["backslashes", "\\\n".repeat(500_000)],
  ["line feeds", "\n".repeat(1_000_000)],
  ["carriage returns", "\r".repeat(1_000_000)],
  ["form feeds", "\f\n".repeat(500_000)],
  ["NUL bytes", "\0".repeat(1_000_000)],
  ["byte order marks", "\ufeff".repeat(1_000_000)],
  ["comments", "#\n".repeat(500_000)],
  ["colons", ":".repeat(1_000_000)],
  ["imports", "import a.b.c as d\n".repeat(50_000)],
  ["one import of many parts", `import ${"a.".repeat(300_000)}a`],
  [
    "imports of one name from everywhere",
    Array.from({ length: 20_000 }, (_, at) => `from a${at} import b\nb()\n`).join(""),
  ],
  ["stars from everywhere", `${"from a import *\n".repeat(20_000)}${"b()\n".repeat(20_000)}`],
  ["a name that is assigned again and again", "x = x.y()\n".repeat(50_000)],
  [
    "names in a circle",
    Array.from({ length: 20_000 }, (_, at) => `x${at} = x${(at + 1) % 20_000}\nx${at}()`).join(
      "\n",
    ),
  ],
  [
    "names in a row",
    Array.from({ length: 30_000 }, (_, at) => `a${at + 1} = a${at}\na${at}()`).join("\n"),
  ],
  [
    "strings that double",
    Array.from({ length: 20_000 }, (_, at) => `a${at + 1} = a${at} + a${at}\nf(a${at})`).join("\n"),
  ],
  [
    "dicts that double",
    Array.from(
      { length: 20_000 },
      (_, at) => `a${at + 1} = {**a${at}, **a${at}}\nf(**a${at})`,
    ).join("\n"),
  ],
  ["global names without end", `def f():\n${"    global a\n    a = b\n    a()\n".repeat(20_000)}`],
  ["wrong dedents", "if a:\n        b\n    c\n".repeat(30_000)],
];

/** Milliseconds: a guard against what grows with the square, not a measure of speed. */
const patience = 5_000;

describe.each([
  ["nested without end", deep],
  ["long without end", wide],
])("%s", (_, cases) => {
  test.each(cases)("%s", (_title, source) => {
    const begin = performance.now();
    readAll(source);
    expect(performance.now() - begin).toBeLessThan(patience);
  });
});
