import { describe, expect, test } from "vitest";
import type { Node } from "./nodes.ts";
import { parsePython } from "./parse.ts";
import { lookUp, scopeAt, type Scope } from "./scopes.ts";
import { survey, type Survey } from "./survey.ts";
import { dump, nodesOf } from "./testing/tree.ts";

function surveyOf(source: string): Survey {
  return survey(parsePython(source).module);
}

/** The scope of the call of `f`. */
function scopeOfCall(facts: Survey): Scope {
  const call = facts.calls.find(({ node }) => dump(node.func) === "f");
  if (call === undefined) throw new Error("no call of f");
  return call.scope;
}

/** Which scope binds `x` where `f` is called: the kind of its node. */
function binderOfX(source: string): string | undefined {
  return lookUp(scopeOfCall(surveyOf(source)), "x")?.scope.node.kind;
}

/** What `x` is bound to where `f` is called. */
function bindingOfX(source: string): {
  imports: readonly string[];
  values: readonly string[];
  isOpaque: boolean;
} {
  const binding = lookUp(scopeOfCall(surveyOf(source)), "x")?.binding;
  if (binding === undefined) throw new Error("x is not bound");
  return { imports: binding.imports, values: binding.values.map(dump), isOpaque: binding.isOpaque };
}

describe("the walk", () => {
  test("sorts nodes into lists, in the order of the source", () => {
    const facts = surveyOf(
      [
        "import a",
        "from b import c",
        "class D:",
        "    def e(self):",
        "        assert 'f'",
        "        try: g(b'h')",
        "        except I: x = {'j': 1 + 2}",
        "def k(): return f'{l}' < m",
        "n: int = 1",
      ].join("\n"),
    );
    expect(facts.imports.map(dump)).toHaveLength(2);
    expect(facts.classes.map(({ name }) => name)).toEqual(["D"]);
    expect(facts.functions.map(({ name }) => name)).toEqual(["e", "k"]);
    expect(facts.asserts).toHaveLength(1);
    expect(facts.calls.map(({ node }) => dump(node))).toEqual(['Call(func=g args=[b"h"])']);
    expect(facts.strings.map(({ value }) => value)).toEqual(["f", "h", "j"]);
    expect(facts.joined).toHaveLength(1);
    expect(facts.handlers).toHaveLength(1);
    expect(facts.assigns.map(({ kind }) => kind)).toEqual(["Assign", "AnnAssign"]);
    expect(facts.binaries.map(dump)).toEqual(["BinOp(left=1 op=+ right=2)"]);
    expect(facts.compares).toHaveLength(1);
    expect(facts.dicts).toHaveLength(1);
  });

  test("sets every parent", () => {
    const { module } = parsePython(
      "@a(b)\ndef c(d: e = f, *g) -> h:\n    return [i for i in j if k], {**l}\n",
    );
    survey(module);
    const orphans = nodesOf(module).filter((node: Node) => node.parent === null);
    expect(orphans).toEqual([module]);
  });

  test("goes down without recursion", () => {
    const { module } = parsePython(`x = ${"a + ".repeat(100_000)}a`);
    expect(survey(module).binaries).toHaveLength(100_000);
  });
});

describe("a name is bound", () => {
  test.each<readonly [source: string, values: readonly string[]]>([
    ["x = a\nf()", ["a"]],
    ["x = y = a\nf()", ["a"]],
    ["x: int = a\nf()", ["a"]],
    ["x, y = a, b\nf()", ["a"]],
    ["[y, x] = [a, b]\nf()", ["b"]],
    ["x = a\nx = b\nf()", ["a", "b"]],
    ["g(x := a)\nf()", ["a"]],
    ["with a() as x: f()", ["Call(func=a)"]],
    ["def g():\n    global x\n    x = a\nf()", ["a"]],
    ["def g():\n    x = a\n    def h():\n        nonlocal x\n        x = b\n    f()", ["a", "b"]],
    ["[(x := a) for y in z]\nf()", ["a"]],
  ])("to what is assigned in %j", (source, values) => {
    expect(bindingOfX(source)).toEqual({ imports: [], values, isOpaque: false });
  });

  test.each<readonly [source: string, imports: readonly string[]]>([
    ["import x\nf()", ["x"]],
    ["import x.y\nf()", ["x"]],
    ["import x.y, x.z\nf()", ["x"]],
    ["import a.b as x\nf()", ["a.b"]],
    ["from a import x\nf()", ["a.x"]],
    ["from a.b import c as x\nf()", ["a.b.c"]],
    ["from . import x\nf()", [".x"]],
    ["from ..a import x\nf()", ["..a.x"]],
    ["try:\n    from a import x\nexcept ImportError:\n    from b import x\nf()", ["a.x", "b.x"]],
  ])("to what is imported in %j", (source, imports) => {
    expect(bindingOfX(source)).toEqual({ imports, values: [], isOpaque: false });
  });

  test.each([
    ["for x in a: f()"],
    ["for y, (x, *z) in a: f()"],
    ["x, y = a\nf()"],
    ["x += 1\nf()"],
    ["def x(): pass\nf()"],
    ["class x: pass\nf()"],
    ["try: pass\nexcept E as x: f()"],
    ["def g(x): f()"],
    ["def g(*x): f()"],
    ["def g(*, x): f()"],
    ["def g(x, /): f()"],
    ["def g(**x): f()"],
    ["lambda x: f()"],
    ["[f() for x in a]"],
    ["def g[x](): f()"],
    ["def g(y):\n    global x\n    x = y\nf()"],
  ])("in a way that is not followed in %j", (source) => {
    expect(bindingOfX(source)).toEqual({ imports: [], values: [], isOpaque: true });
  });

  test("by a parameter to its default as well", () => {
    expect(bindingOfX("def g(y, x=a): f()")).toEqual({
      imports: [],
      values: ["a"],
      isOpaque: true,
    });
    expect(bindingOfX("def g(y, /, x=a): f()").values).toEqual(["a"]);
    expect(bindingOfX("def g(y=b, /, z=c, x=a): f()").values).toEqual(["a"]);
    expect(bindingOfX("def g(*, y, x=a): f()").values).toEqual(["a"]);
    expect(bindingOfX("lambda y, x=a: f()").values).toEqual(["a"]);
  });

  test("not by a parameter whose default has its own name", () => {
    expect(binderOfX("x = 1\ndef g(x=x): f()")).toBe("Module");
  });
});

describe("scopes", () => {
  test.each([
    ["x = 1\nf()", "Module"],
    ["x = 1\ndef g(): f()", "Module"],
    ["x = 1\ndef g():\n    x = 2\n    f()", "FunctionDef"],
    ["class A:\n    x = 1\n    f()", "ClassDef"],
    ["x = 0\nclass A:\n    x = 1\n    def g(self): f()", "Module"],
    ["x = 0\nclass A:\n    x = 1\n    y = lambda: f()", "Module"],
    ["x = 0\nclass A:\n    x = 1\n    y = [f() for z in a]", "Module"],
    ["class A:\n    x = 1\n    y = [z for z in f()]", "ClassDef"],
    ["x = 1\n[f() for x in a]", "ListComp"],
    ["x = 1\n{f() for x in a}", "SetComp"],
    ["x = 1\n{f(): 1 for x in a}", "DictComp"],
    ["x = 1\ng(f() for x in a)", "GeneratorExp"],
    ["x = 1\n[x for x in f()]", "Module"],
    ["x = 1\n[x for y in a for x in f()]", "ListComp"],
    ["x = 1\nlambda x: f()", "Lambda"],
    ["x = 1\nlambda x=f(): 1", "Module"],
    ["x = 1\ndef g(x=f()): pass", "Module"],
    ["x = 1\ndef g(x: f()): pass", "Module"],
    ["x = 1\ndef g(x) -> f(): pass", "Module"],
    ["x = 1\n@f()\ndef g(x): pass", "Module"],
    ["x = 1\nclass A(f()):\n    x = 2", "Module"],
    ["x = 1\n@f()\nclass A:\n    x = 2", "Module"],
  ])("in %j the name is that of the %s", (source, kind) => {
    expect(binderOfX(source)).toBe(kind);
  });

  test("are the same from the walk and from a node on its own", () => {
    const source = [
      "@f(1)",
      "def a(b=f(2), *c: f(3), d=lambda e=f(4): f(5)) -> f(6):",
      "    f(7, *[f(8) for g in f(9) for h in f(10) if f(11)])",
      "    @f(12)",
      "    class B(f(13), k=f(14)):",
      "        f(15)",
      "        def i(self): f(16, {f(17): f(18) for j in f(19)})",
    ].join("\n");
    const facts = surveyOf(source);
    expect(facts.calls).toHaveLength(19);
    for (const { node, scope } of facts.calls) {
      expect(scopeAt(facts, node).node, source.slice(node.start, node.end)).toBe(scope.node);
    }
  });
});

describe("what methods assign to self", () => {
  function attributes(source: string): Readonly<Record<string, readonly string[]>> {
    const facts = surveyOf(source);
    const scope = [...facts.scopes.values()].find(({ node }) => node.kind === "ClassDef");
    const entries = [...(scope?.attributes ?? [])].map(
      ([name, { values }]) => [name, values.map(dump)] as const,
    );
    return Object.fromEntries(entries);
  }

  test("belongs to the class", () => {
    const source =
      "class A:\n    def f(self):\n        self.x = a\n        self.y, self.z = b, c()\n    def g(self): self.x = d";
    expect(attributes(source)).toEqual({ x: ["a", "d"], y: ["b"], z: ["Call(func=c)"] });
  });

  test("but not where it begins with a name of the method", () => {
    expect(
      attributes(
        "class A:\n    def f(self, a):\n        b = 1\n        self.x = a\n        self.y = b.c(d)",
      ),
    ).toEqual({});
  });

  test("and nothing outside of a class", () => {
    expect(() => surveyOf("def f(self): self.x = a\nself.x = b")).not.toThrow();
  });
});
