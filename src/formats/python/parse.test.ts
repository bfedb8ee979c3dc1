import { describe, expect, test } from "vitest";
import type { Node } from "./nodes.ts";
import { parsePython } from "./parse.ts";
import { callNames, dump, faultsOf, nodesOf } from "./testing/tree.ts";
import { survey } from "./survey.ts";

/** Source, and its tree as `dump` writes it. */
type Case = readonly [source: string, tree: string];

const simpleStatements: readonly Case[] = [
  ["pass", "Pass"],
  ["break\ncontinue", "Break; Continue"],
  ["return", "Return"],
  ["return 1, 2", "Return(value=Tuple(elts=[1 2]))"],
  ["del a, b[0]", "Delete(targets=[a Subscript(value=b slice=0)])"],
  ["del (a, b)", "Delete(targets=[Tuple(elts=[a b])])"],
  ["del (a), b", "Delete(targets=[a b])"],
  ["a = b = 1", "Assign(targets=[a b] value=1)"],
  ["a, *b = c", "Assign(targets=[Tuple(elts=[a Starred(value=b)])] value=c)"],
  ["a += 1", "AugAssign(target=a op=+ value=1)"],
  ["a //= 2", "AugAssign(target=a op=// value=2)"],
  ["a: int", "AnnAssign(target=a annotation=int)"],
  ["a.b: int = 1", "AnnAssign(target=a.b annotation=int value=1)"],
  ["a[0]: x = yield", "AnnAssign(target=Subscript(value=a slice=0) annotation=x value=Yield)"],
  ["type A = int", "TypeAlias(name=A value=int)"],
  [
    "type A[T: int = str, *Ts, **P] = x",
    "TypeAlias(name=A typeParams=[TypeVar(name=T bound=int defaultValue=str) TypeVarTuple(name=Ts) ParamSpec(name=P)] value=x)",
  ],
  ["raise", "Raise"],
  ["raise A from b", "Raise(exc=A cause=b)"],
  ["assert a, b", "Assert(test=a msg=b)"],
  ["import a.b as c, d", "Import(names=[alias(name=a.b asname=c) alias(name=d)])"],
  ["from . import a", "ImportFrom(names=[alias(name=a)] level=1)"],
  [
    "from ...a.b import (c as d, e,)",
    "ImportFrom(module=a.b names=[alias(name=c asname=d) alias(name=e)] level=3)",
  ],
  ["from a import *", "ImportFrom(module=a names=[alias(name=*)])"],
  ["global a, b", "Global(names=[a b])"],
  ["match = 1", "Assign(targets=[match] value=1)"],
  ["match(a)", "Call(func=match args=[a])"],
  ["match[a]: int", "AnnAssign(target=Subscript(value=match slice=a) annotation=int)"],
  ["a; b;", "a; b"],
];

const compoundStatements: readonly Case[] = [
  ["for a, b in c: pass\nelse: d", "For(target=Tuple(elts=[a b]) iter=c body=[Pass] orelse=[d])"],
  [
    "async def f():\n  async for a in b: pass\n  async with a as b, c: await d",
    "FunctionDef(isAsync=true name=f args=arguments body=[For(isAsync=true target=a iter=b body=[Pass]) With(isAsync=true items=[withitem(context=a vars=b) withitem(context=c)] body=[Await(value=d)])])",
  ],
  ["while a: b\nelse: c", "While(test=a body=[b] orelse=[c])"],
  ["if a: b\nelif c: d\nelse: e", "If(test=a body=[b] orelse=[If(test=c body=[d] orelse=[e])])"],
  [
    "with a as b, c: pass",
    "With(items=[withitem(context=a vars=b) withitem(context=c)] body=[Pass])",
  ],
  [
    "with (a as b, c as d,): pass",
    "With(items=[withitem(context=a vars=b) withitem(context=c vars=d)] body=[Pass])",
  ],
  ["with (a, b): pass", "With(items=[withitem(context=a) withitem(context=b)] body=[Pass])"],
  ["with (a): pass", "With(items=[withitem(context=a)] body=[Pass])"],
  [
    "with (a, b) as c: pass",
    "With(items=[withitem(context=Tuple(elts=[a b]) vars=c)] body=[Pass])",
  ],
  [
    "with (yield a, b): pass",
    "With(items=[withitem(context=Yield(value=Tuple(elts=[a b])))] body=[Pass])",
  ],
  [
    "with (a for a in b): pass",
    "With(items=[withitem(context=GeneratorExp(elt=a generators=[comprehension(target=a iter=b)]))] body=[Pass])",
  ],
  [
    "with (a := b, c): pass",
    "With(items=[withitem(context=Tuple(elts=[NamedExpr(target=a value=b) c]))] body=[Pass])",
  ],
  [
    "with (*a, b): pass",
    "With(items=[withitem(context=Tuple(elts=[Starred(value=a) b]))] body=[Pass])",
  ],
  [
    "with (a) as b, (c) as d: pass",
    "With(items=[withitem(context=a vars=b) withitem(context=c vars=d)] body=[Pass])",
  ],
  [
    "try: a\nexcept A as e: b\nexcept: c\nelse: d\nfinally: e",
    "Try(body=[a] handlers=[ExceptHandler(type=A name=e body=[b]) ExceptHandler(body=[c])] orelse=[d] finalbody=[e])",
  ],
  ["try: a\nexcept* A: b", "Try(isStar=true body=[a] handlers=[ExceptHandler(type=A body=[b])])"],
  [
    "try: a\nexcept A, B: b",
    "Try(body=[a] handlers=[ExceptHandler(type=Tuple(elts=[A B]) body=[b])])",
  ],
  ["def f():\n  nonlocal a", "FunctionDef(name=f args=arguments body=[Nonlocal(names=[a])])"],
  [
    "@a\n@b.c(1)\ndef f(): pass",
    "FunctionDef(name=f args=arguments body=[Pass] decorators=[a Call(func=b.c args=[1])])",
  ],
  [
    "@a\nclass A(B, metaclass=C): pass",
    "ClassDef(name=A bases=[B] keywords=[metaclass=C] body=[Pass] decorators=[a])",
  ],
  ["class A[T](B): pass", "ClassDef(name=A bases=[B] body=[Pass] typeParams=[TypeVar(name=T)])"],
  [
    "def f(a, b: int = 1, /, c=2, *d: *Ts, e, f=3, **g) -> x: pass",
    "FunctionDef(name=f args=arguments(posonlyargs=[arg(arg=a) arg(arg=b annotation=int)] args=[arg(arg=c)] vararg=arg(arg=d annotation=Starred(value=Ts)) kwonlyargs=[arg(arg=e) arg(arg=f)] kwarg=arg(arg=g) defaults=[1 2] kwDefaults=[- 3]) body=[Pass] returns=x)",
  ],
  [
    "def f[T](x): pass",
    "FunctionDef(name=f args=arguments(args=[arg(arg=x)]) body=[Pass] typeParams=[TypeVar(name=T)])",
  ],
  ["async def f(): pass", "FunctionDef(isAsync=true name=f args=arguments body=[Pass])"],
  [
    'match a:\n  case 1 | -2: b\n  case {"x": y, **rest} if y: c\n  case A(b=1) as d: pass\n  case [1, *_]: pass\n  case (a.b): pass\n  case _: pass',
    'Match(subject=a cases=[match_case(pattern=BinOp(left=1 op=| right=UnaryOp(op=- operand=2)) body=[b]) match_case(pattern=Dict(keys=["x" -] values=[y rest]) guard=y body=[c]) match_case(pattern=NamedExpr(target=d value=Call(func=A keywords=[b=1])) body=[Pass]) match_case(pattern=List(elts=[1 Starred(value=_)]) body=[Pass]) match_case(pattern=a.b body=[Pass]) match_case(pattern=_ body=[Pass])])',
  ],
  [
    "match a, *b:\n  case 1, 2: pass",
    "Match(subject=Tuple(elts=[a Starred(value=b)]) cases=[match_case(pattern=Tuple(elts=[1 2]) body=[Pass])])",
  ],
];

const python2: readonly Case[] = [
  ['raise E, "x"', 'Raise(exc=E cause="x")'],
  ["print match", "Call(func=print args=[match])"],
  ['print "a", b', 'Call(func=print args=["a" b])'],
  ['print "a" if b else c', 'Call(func=print args=[IfExp(test=b body="a" orelse=c)])'],
  ["exec code in ns", "Call(func=exec args=[code ns])"],
  ['exec "x"', 'Call(func=exec args=["x"])'],
  ["print >>f, x", "Tuple(elts=[BinOp(left=print op=>> right=f) x])"],
  ["print", "print"],
  ["print -1", "BinOp(left=print op=- right=1)"],
  [
    "def f(a, (b, c)): pass",
    "FunctionDef(name=f args=arguments(args=[arg(arg=a) arg(arg=b) arg(arg=c)]) body=[Pass])",
  ],
  ["a <> b", "Compare(left=a ops=[<>] comparators=[b])"],
  ["x.cuda(async=True)", "Call(func=x.cuda keywords=[async=true])"],
];

const expressions: readonly Case[] = [
  [
    "x = 1 if a else 2 if b else 3",
    "Assign(targets=[x] value=IfExp(test=a body=1 orelse=IfExp(test=b body=2 orelse=3)))",
  ],
  [
    "a or b and not c",
    "BoolOp(op=or values=[a BoolOp(op=and values=[b UnaryOp(op=not operand=c)])])",
  ],
  ["a < b <= c", "Compare(left=a ops=[< <=] comparators=[b c])"],
  ["a not in b is not c", "Compare(left=a ops=[not in is not] comparators=[b c])"],
  [
    "a | b ^ c & d << e + f * -g ** -h",
    "BinOp(left=a op=| right=BinOp(left=b op=^ right=BinOp(left=c op=& right=BinOp(left=d op=<< right=BinOp(left=e op=+ right=BinOp(left=f op=* right=UnaryOp(op=- operand=BinOp(left=g op=** right=UnaryOp(op=- operand=h)))))))))",
  ],
  ["a ** b ** c", "BinOp(left=a op=** right=BinOp(left=b op=** right=c))"],
  ["a @ b", "BinOp(left=a op=@ right=b)"],
  ["not a == b", "UnaryOp(op=not operand=Compare(left=a ops=[==] comparators=[b]))"],
  ["lambda: x", "Lambda(args=arguments body=x)"],
  [
    "lambda a, *b, c=1, **d: (yield)",
    "Lambda(args=arguments(args=[arg(arg=a)] vararg=arg(arg=b) kwonlyargs=[arg(arg=c)] kwarg=arg(arg=d) kwDefaults=[1]) body=Yield)",
  ],
  ["(a := 1)", "NamedExpr(target=a value=1)"],
  ["f(a := 1)", "Call(func=f args=[NamedExpr(target=a value=1)])"],
  ["f(a, *b, c=1, **d)", "Call(func=f args=[a Starred(value=b)] keywords=[c=1 **=d])"],
  [
    "f(a for a in b)",
    "Call(func=f args=[GeneratorExp(elt=a generators=[comprehension(target=a iter=b)])])",
  ],
  ["f(a)(b)[c].d", "Subscript(value=Call(func=Call(func=f args=[a]) args=[b]) slice=c).d"],
  [
    "x[1:2, ::3, ...]",
    "Subscript(value=x slice=Tuple(elts=[Slice(lower=1 upper=2) Slice(step=3) ...]))",
  ],
  ["x[*a]", "Subscript(value=x slice=Tuple(elts=[Starred(value=a)]))"],
  ["x[*a, b]", "Subscript(value=x slice=Tuple(elts=[Starred(value=a) b]))"],
  ["x[:]", "Subscript(value=x slice=Slice)"],
  ["[]", "List"],
  ["[a]", "List(elts=[a])"],
  ["[a, *b]", "List(elts=[a Starred(value=b)])"],
  ["()", "Tuple"],
  ["(a,)", "Tuple(elts=[a])"],
  ["(a)", "a"],
  ["{}", "Dict"],
  ["{a}", "Set(elts=[a])"],
  ["{a: b, **c}", "Dict(keys=[a -] values=[b c])"],
  ["{*a, b}", "Set(elts=[Starred(value=a) b])"],
  [
    "[a for a in b if c if d for e in f]",
    "ListComp(elt=a generators=[comprehension(target=a iter=b ifs=[c d]) comprehension(target=e iter=f)])",
  ],
  [
    "{a async for a in b}",
    "SetComp(elt=a generators=[comprehension(target=a iter=b isAsync=true)])",
  ],
  [
    "{a: b for a, b in c}",
    "DictComp(key=a value=b generators=[comprehension(target=Tuple(elts=[a b]) iter=c)])",
  ],
  ["(a for a in b)", "GeneratorExp(elt=a generators=[comprehension(target=a iter=b)])"],
  ["await a", "Await(value=a)"],
  ["yield", "Yield"],
  ["x = yield from a", "Assign(targets=[x] value=YieldFrom(value=a))"],
  ["True, False, None, ...", "Tuple(elts=[true false null ...])"],
];

const literals: readonly Case[] = [
  ["0x_ff", "255"],
  ["0b1_0", "2"],
  ["0o17", "15"],
  ["017", "15"],
  ["1_000", "1000"],
  ["1.5e-3", "0.0015"],
  ["1e5", "100000"],
  [".5", "0.5"],
  ["5.", "5"],
  ["1j", "1j"],
  ["10L", "10"],
  ["0xFFl", "255"],
  ["9007199254740993", "9007199254740992"],
  ["\"a\" 'b'", '"ab"'],
  ['b"\\x00a" b"b"', 'b"\\u0000ab"'],
  ['r"\\d"', '"\\\\d"'],
  ['u"a"', '"a"'],
  ['"\\u00e9\\N{DASH}\\101\\q\\\nx"', '"é\\\\N{DASH}A\\\\qx"'],
  ['"""a\nb"""', '"a\\nb"'],
];

const fStringsAndTStrings: readonly Case[] = [
  ['f"a{b}c"', 'JoinedStr(values=["a" FormattedValue(value=b) "c"])'],
  [
    'f"{a!r:>{w}}"',
    'JoinedStr(values=[FormattedValue(value=a conversion=r spec=JoinedStr(values=[">" FormattedValue(value=w)]))])',
  ],
  ['f"{a=}"', 'JoinedStr(values=["a=" FormattedValue(value=a conversion=r)])'],
  ['f"{ a = }"', 'JoinedStr(values=[" a = " FormattedValue(value=a conversion=r)])'],
  ['f"{{a}}"', 'JoinedStr(values=["{a}"])'],
  ['f"{a["b"]}"', 'JoinedStr(values=[FormattedValue(value=Subscript(value=a slice="b"))])'],
  [
    'f"{f"{f"{1}"}"}"',
    "JoinedStr(values=[FormattedValue(value=JoinedStr(values=[FormattedValue(value=JoinedStr(values=[FormattedValue(value=1)]))]))])",
  ],
  ['rf"\\d{a}"', 'JoinedStr(values=["\\\\d" FormattedValue(value=a)])'],
  ['f"\\N{DASH}{a}"', 'JoinedStr(values=["\\\\N{DASH}" FormattedValue(value=a)])'],
  ['f"""{\na  # comment\n}"""', "JoinedStr(values=[FormattedValue(value=a)])"],
  ['f"{a:%H:%M}"', 'JoinedStr(values=[FormattedValue(value=a spec=JoinedStr(values=["%H:%M"]))])'],
  [
    'f"{(lambda x: 1)}"',
    "JoinedStr(values=[FormattedValue(value=Lambda(args=arguments(args=[arg(arg=x)]) body=1))])",
  ],
  ['f"{a,}"', "JoinedStr(values=[FormattedValue(value=Tuple(elts=[a]))])"],
  ['f"{*a, b}"', "JoinedStr(values=[FormattedValue(value=Tuple(elts=[Starred(value=a) b]))])"],
  ['f"{yield}"', "JoinedStr(values=[FormattedValue(value=Yield)])"],
  [
    'f"{a!=b}"',
    "JoinedStr(values=[FormattedValue(value=Compare(left=a ops=[!=] comparators=[b]))])",
  ],
  ['t"a{b}"', 'JoinedStr(values=["a" FormattedValue(value=b)] isTemplate=true)'],
  ['"a" f"{b}" "c"', 'JoinedStr(values=["a" FormattedValue(value=b) "c"])'],
  ['f"{x:=5}"', 'JoinedStr(values=[FormattedValue(value=x spec=JoinedStr(values=["=5"]))])'],
];

function problemsOf(source: string): readonly string[] {
  return parsePython(source).problems.map(({ message }) => message);
}

/** Each node of a kind as it stands in the source. */
function written(source: string, kind: Node["kind"]): readonly string[] {
  return nodesOf(parsePython(source).module)
    .filter((node) => node.kind === kind)
    .map(({ start, end }) => source.slice(start, end));
}

describe.each([
  ["simple statements", simpleStatements],
  ["compound statements", compoundStatements],
  ["expressions", expressions],
  ["literals", literals],
  ["f-strings and t-strings", fStringsAndTStrings],
])("%s", (_, cases) => {
  test.each(cases)("%s", (source, tree) => {
    const { module, problems } = parsePython(source);
    expect(problems).toEqual([]);
    expect(dump(module)).toBe(tree);
    survey(module);
    expect(faultsOf(module, source)).toEqual([]);
  });
});

describe("Python 2 and early Python 3", () => {
  test.each(python2)("%s", (source, tree) => {
    expect(dump(parsePython(source).module)).toBe(tree);
  });

  test.each([
    ['print "a"', "the statement `print` is Python 2"],
    ["exec code in ns", "the statement `exec` is Python 2"],
    ['raise E, "x"', "`raise E, value` is Python 2"],
    ["def f(a, (b, c)): pass", "a tuple parameter is Python 2"],
  ])("says so: %s", (source, message) => {
    expect(problemsOf(source)).toEqual([message]);
  });

  test("finds the calls in such a file", () => {
    const source =
      "def f(a, (b, c)):\n    print eval(a)\n    exec g(b) in h()\n    raise E, i(c)\n";
    expect(callNames(source)).toEqual(["print", "eval", "exec", "g", "h", "i"]);
  });
});

describe("positions", () => {
  test("a node ends where its last token does", () => {
    const source = "x = f( a, b = [1, 2] ) # end\n";
    expect(written(source, "Assign")).toEqual(["x = f( a, b = [1, 2] )"]);
    expect(written(source, "Call")).toEqual(["f( a, b = [1, 2] )"]);
    expect(written(source, "keyword")).toEqual(["b = [1, 2]"]);
  });

  test("brackets belong to a tuple, and not to what else they are around", () => {
    expect(written("(a, b)", "Tuple")).toEqual(["(a, b)"]);
    expect(written("(a), (b)", "Tuple")).toEqual(["(a), (b)"]);
    expect(written("(a + b)", "BinOp")).toEqual(["a + b"]);
    expect(written("(a).b", "Attribute")).toEqual(["(a).b"]);
  });

  test("a generator that is the only argument has the brackets of the call", () => {
    expect(written("f(a for a in b)", "GeneratorExp")).toEqual(["(a for a in b)"]);
  });

  test("a block ends with its last statement, `;` included, without comments", () => {
    const source = "if a:\n    b;\n    # no\n\nelse:\n    c ; \n\nd";
    expect(written(source, "If")).toEqual(["if a:\n    b;\n    # no\n\nelse:\n    c ;"]);
  });

  test("a decorated function begins at `def`, an `elif` at its own word", () => {
    expect(written("@a\ndef f(): pass", "FunctionDef")).toEqual(["def f(): pass"]);
    expect(written("if a: b\nelif c: d", "If")).toEqual(["if a: b\nelif c: d", "elif c: d"]);
  });

  test("adjacent strings are one constant from the first to the last", () => {
    expect(written("x = ('a'\n     'b')", "Constant")).toEqual(["'a'\n     'b'"]);
  });

  test("offsets count UTF-16 code units", () => {
    expect(written("'😀'; f(x)", "Call")).toEqual(["f(x)"]);
  });

  test("a byte order mark counts, and is no part of the first name", () => {
    expect(written("\ufefff(x)", "Call")).toEqual(["f(x)"]);
  });
});

describe("what is broken costs no more than itself", () => {
  test.each<readonly [title: string, source: string, calls: readonly string[]]>([
    ["a statement", "a()\nb( 1 2 )\nc()", ["a", "c"]],
    ["a statement behind a semicolon", "a(); b b; c()\nd()", ["a", "d"]],
    ["the head of a block", "a()\nif b b:\n    c()\nd()", ["a", "c", "d"]],
    ["an `elif` after a good `if`", "if a():\n    b()\nelif ]:\n    c()\nd()", ["b", "c", "d"]],
    ["an `except` after a good `try`", "try:\n    a()\nexcept )):\n    b()\nc()", ["a", "b", "c"]],
    [
      "a `case` after a good one",
      "match a:\n  case 1:\n    b()\n  case ]:\n    c()\n  case 3:\n    d()\ne()",
      ["b", "c", "d", "e"],
    ],
    ["a decorator without a function", "def f():\n    @a\nb()", ["b"]],
    ["a decorator before a statement", "@a\nb()\nc()", ["b", "c"]],
    ["a function without a body", "def f():\ndef g():\n    a()\nb()", ["a", "b"]],
    ["a bracket that is not closed", "a(\nimport b\nc()", ["c"]],
    ["a bracket too much", "a())\nb()", ["a", "b"]],
    ["a bracket of another kind", "a(]\nb()\nif c: d()", []],
    ["a string that is not closed", "x = 'a\nb()", ["b"]],
    ["a triple quote that is not closed", 'a()\nx = """\nb()', ["a", "b"]],
    ["an f-string that is not closed", "x = f'{a\nb()", ["b"]],
    ["an f-string with triple quotes that is not closed", 'a()\nx = f"""{b}\nc()\n', ["a", "c"]],
    ["a field of an f-string that is not closed", "x = f'{a'; b()\nc()", ["b", "c"]],
    [
      "a line that steps back to no outer level",
      "if a:\n        b()\n    c()\nd()",
      ["b", "c", "d"],
    ],
    ["a line that steps in for no reason", "a()\n    b()\nc()", ["a", "b", "c"]],
    ["a character that is none of Python's", "a()\n$ b\n? c\n`d`\ne()", ["a", "e"]],
    ["a magic line of a notebook", "!pip install x\n%cd y\nimport a\na.b()", ["a.b"]],
    [
      "a conflict marker",
      "a()\n<<<<<<< ours\nb()\n=======\nc()\n>>>>>>> theirs\nd()",
      ["a", "b", "c", "d"],
    ],
  ])("%s", (_, source, calls) => {
    expect(callNames(source)).toEqual(calls);
    expect(problemsOf(source)).not.toEqual([]);
  });

  test("a block that was lost its head stays in the block that it stood in", () => {
    const { module } = parsePython(
      "class A:\n  def f(self):\n    match a:\n      case ]:\n        b()\n    c()\n  d()\ne()",
    );
    expect(module.body.map(({ kind }) => kind)).toEqual(["ClassDef", "Expr"]);
    expect(dump(module)).toContain("body=[Call(func=b) Call(func=c)]");
    expect(dump(module)).toContain("Call(func=d)]");
  });

  test("problems are in the order of the source, with their offsets", () => {
    const { problems } = parsePython("a a\nb = (\ndef f(): pass\n'c");
    expect(problems.map(({ at }) => at)).toEqual([2, 10, 24]);
    expect(new Set(problems.map(({ reason }) => reason))).toEqual(new Set(["syntax-error"]));
  });

  test("a limit is said to be one", () => {
    const { problems } = parsePython(`${"(".repeat(400)}a${")".repeat(400)}`);
    expect(problems.map(({ reason }) => reason)).toContain("limit");
  });
});
