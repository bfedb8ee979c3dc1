import { describe, expect, test } from "vitest";
import { actsIn, global, isFound, opcodes, text } from "./testing/pickles.ts";

const pickle = (body: string): Buffer => opcodes(`\x80\x04${body}.`);

function binary(raw: Buffer): string {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(raw.length);
  return `B${size.toString("latin1")}${raw.toString("latin1")}`;
}

const tuple = (...items: readonly string[]): string => `(${items.join("")}t`;
const texts = (...items: readonly string[]): string => tuple(...items.map(text));
const dict = (...items: readonly string[]): string => `}(${items.join("")}u`;

/** A code object of Python 3.11 and later as cloudpickle writes it, of a bundled copy too. */
function code(names: readonly string[], { constants = "(Nt", of = "" } = {}): string {
  const type = `${global(`${of}cloudpickle.cloudpickle`, "_builtin_type")}${text("CodeType")}\x85R`;
  const numbers = "K\x01K\x00K\x00K\x01K\x03K\x03";
  const rest = `${texts("x")}${text("a.py")}${text("f")}${text("f")}K\x01C\x01aC\x01a))`;
  return `${type}(${numbers}C\x04abcd${constants}${texts(...names)}${rest}tR`;
}

function made(names: readonly string[], { of = "", constants = "(Nt" } = {}): string {
  const maker = global(`${of}cloudpickle.cloudpickle`, "_make_function");
  return `${maker}(${code(names, { of, constants })}${dict(text("__name__"), text("m"))}NNNtR`;
}

describe("code that only computes", () => {
  test.each([
    ["of NumPy", ["np", "log1p", "abs"]],
    ["of a table", ["fillna", "values", "reshape", "shape"]],
    ["of texts", ["lower", "strip", "split", "re", "sub"]],
    ["without names", []],
  ])("%s", (_, names) => {
    expect(actsIn(pickle(made(names)))).toEqual(["holds-plain-code"]);
  });
  test.each([
    ["os"],
    ["system"],
    ["subprocess"],
    ["exec"],
    ["eval"],
    ["__import__"],
    ["getattr"],
    ["open"],
    ["__globals__"],
    ["__subclasses__"],
    ["__builtins__"],
    ["read_pickle"],
    ["to_csv"],
    ["load"],
    ["fromfile"],
    ["urlopen"],
    ["requests"],
    ["_os"],
    ["ctypeslib"],
    ["b64decode"],
    ["gi_frame"],
    ["f_builtins"],
    ["hub"],
    ["get_type_hints"],
    ["_create_fn"],
    ["_convert_"],
    ["_get_command_stdout"],
    ["get_objects"],
    ["get_field"],
    ["format_field"],
    ["gi_code"],
    ["runsource"],
    ["runctx"],
    ["parse_expr"],
    ["unsafe_load"],
    ["init_rpc"],
    ["os.path"],
    ["xml.sax.os"],
  ])("is not code that names %s", (name) => {
    expect(actsIn(pickle(made(["np", name])))).toEqual(["holds-code"]);
  });
  test("is not code of which one name hides the others", () => {
    for (const name of [".0", "a.b", "é", "", "a b"])
      expect(actsIn(pickle(made([name, "system"])))).toEqual(["holds-code"]);
    const computed = tuple(text("x"), `${global("builtins", "str")}${text("system")}\x85R`);
    const whole = made(["np"]).replace(texts("np"), computed);
    expect(actsIn(pickle(whole))).toEqual(["holds-code"]);
  });
  test.each([
    ["a pattern", tuple("N", texts("_os"), text("id"))],
    ["a pattern of a module and a name", tuple("N", texts("os"), texts("system"))],
    ["a pattern of globals", tuple("N", texts("__globals__"))],
    ["a format", tuple("N", text("{0._os.system.nope}"))],
    ["a format of globals", tuple("N", text("{x.__init__.__globals__[a]}"))],
  ])("is not code that takes attributes by %s", (_, constants) => {
    expect(actsIn(pickle(made(["np"], { constants })))).toEqual(["holds-code"]);
  });
  test("is code with words among its constants", () => {
    const constants = tuple("N", texts("system", "user", "open", "load"), text("{0.name} {x[os]}"));
    expect(actsIn(pickle(made(["np", "format"], { constants })))).toEqual(["holds-plain-code"]);
    expect(actsIn(pickle(made(["np", "obj"])))).toEqual(["holds-plain-code"]);
    expect(actsIn(pickle(made(["format", "obj"])))).toEqual(["holds-code"]);
    expect(actsIn(pickle(made(["np.linalg", "é", ".0"])))).toEqual(["holds-plain-code"]);
  });
  test("is not code whose names or constants are computed", () => {
    const computed = `${global("builtins", "tuple")}](${text("os")}e\x85R`;
    const type = `${global("cloudpickle.cloudpickle", "_builtin_type")}${text("CodeType")}\x85R`;
    const odd = `${type}(K\x01K\x00K\x00K\x01K\x03K\x03C\x01a(Nt${computed}${texts("x")}${text("a")}${text("f")}${text("f")}K\x01C\x01aC\x01a))tR`;
    expect(isFound(pickle(odd))).toBe(true);
    expect(isFound(pickle(made(["np"], { constants: tuple(global("os", "system")) })))).toBe(true);
  });
  test("is kept by a partial and a dictionary, and not handed on with them", () => {
    const partial = `${global("functools", "partial")}${made(["np"])}\x85R`;
    const factory = `${global("collections", "defaultdict")}${made(["np"])}\x85R`;
    expect(actsIn(pickle(partial))).toEqual(["holds-plain-code"]);
    expect(actsIn(pickle(factory))).toEqual(["holds-plain-code"]);
    expect(isFound(pickle(`${global("builtins", "list")}${partial}\x85R`))).toBe(true);
    expect(isFound(pickle(`${global("_operator", "getitem")}${factory}N\x86R`))).toBe(true);
    expect(isFound(pickle(`${partial})R`))).toBe(true);
    const evil = `${global("functools", "partial")}${made(["os", "system"])}\x85R`;
    expect(isFound(pickle(evil))).toBe(true);
  });
  test("is not run while the file is loaded", () => {
    expect(actsIn(pickle(`${made(["np"])})R`))).toContain("runs");
  });
});

const rebuild = global("numba.core.serialize", "custom_rebuild");
const unpickle = global("numba.core.serialize", "_unpickle__CustomPickled");
const dispatcher = global("numba.core.registry", "CPUDispatcher");
const numba = (inner: string): string => `${rebuild}${unpickle}${binary(pickle(inner))}\x85R\x85R`;
const given = (f: string): string => dict(text("py_func"), f, text("sigs"), "]");

describe("a function of Numba", () => {
  test("is code that only computes", () => {
    const body = numba(`${dispatcher}${given(made(["np", "sqrt"], { of: "numba." }))}\x86`);
    expect(actsIn(pickle(body))).toEqual(["holds-plain-code"]);
  });
  test.each([
    ["whose bytes call", numba(`${global("os", "system")}${text("id")}\x85R`)],
    ["whose bytes give another class", numba(`${global("acme.x", "Thing")}${given("N")}\x86`)],
    [
      "whose bytes give what takes names by text",
      numba(
        `${global("numba.core.serialize", "PickleCallableByPath")}${dict(text("modname"), text("os"), text("fn_path"), text("system"))}\x86`,
      ),
    ],
    [
      "whose bytes give a dangerous one",
      numba(`${global("subprocess", "Popen")}${given("N")}\x86`),
    ],
    [
      "whose code reaches out",
      numba(`${dispatcher}${given(made(["os", "system"], { of: "numba." }))}\x86`),
    ],
    ["that holds a function", numba(`${dispatcher}${given(global("os", "system"))}\x86`)],
    ["that is made of what is no bytes", `${rebuild}${global("acme.x", "Thing")})\x81\x85R`],
    ["whose bytes are computed", `${unpickle}${global("builtins", "bytes")}K\x01\x85R\x85R`],
    [
      "whose type is made by another",
      `${global("numba.core.types.abstract", "_type_reconstructor")}${global("acme.x", "run")}${text("id")}\x85}\x87R`,
    ],
    [
      "whose type is another class",
      `${global("numba.core.types.abstract", "_type_reconstructor")}${global("copyreg", "_reconstructor")}${tuple(global("subprocess", "Popen"), global("builtins", "object"), "N")}}\x87R`,
    ],
  ])("%s is found", (_, body) => {
    expect(isFound(pickle(body))).toBe(true);
  });
});

const imports =
  "NoneType = type(None)\nfrom math import inf\nfrom torch import device\nimport torch\nimport torch.fx._pytree as fx_pytree";
const forward = (body: string, header = "self, x"): string =>
  `\n\n\ndef forward(${header}):\n    ${body}\n    return x\n    `;

function long(value: string): string {
  const bytes = Buffer.from(value);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(bytes.length);
  return `X${size.toString("latin1")}${bytes.toString("latin1")}`;
}

function graph(source: string, block = imports, more = ""): string {
  const maker = global("torch.fx.graph_module", "reduce_graph_module");
  return `${maker}${dict(text("training"), "\x88", text("_code"), long(source), more)}${long(block)}\x86R`;
}

describe("a graph of torch.fx", () => {
  test.each([
    ["a module", "a = self.a(x);  x = None"],
    ["a function", "relu = torch.nn.functional.relu(x, inplace = False)"],
    ["an operator", "add = torch.ops.aten.add.Tensor(x, 1)"],
    ["an item", 'l = getattr(getattr(self.layer1, "0").conv, "1")(x)'],
    ["methods and arithmetic", "y = x.view(x.size(0), -1) * 3.14 + inf"],
  ])("of %s is silent", (_, body) => {
    expect(actsIn(pickle(graph(forward(body))))).toEqual([]);
  });
  test.each([
    ["a program", graph(forward("os.system('id')"))],
    ["an import", graph(forward("import os"))],
    ["an import of its own", graph(forward("y = x"), `${imports}\nimport os`)],
    [
      "an import from a dangerous module",
      graph(forward("y = x"), `${imports}\nfrom os import system as s`),
    ],
    [
      "an import that takes PyTorch's name",
      graph(forward("y = x"), `${imports}\nfrom torch.nn import Linear as torch`),
    ],
    [
      "an import of what is not listed",
      graph(forward("y = f('a')"), `${imports}\nfrom sklearn.x import run as f`),
    ],
    ["an import behind another", graph(forward("y = x"), `${imports}; import os`)],
    ["an import of a module that nobody knows", graph(forward("y = x"), `${imports}\nimport acme`)],
    ["__import__", graph(forward("y = __import__('os').system('id')"))],
    ["eval", graph(forward("y = eval('1')"))],
    ["a hub", graph(forward("y = torch.hub.load('a/b', 'c')"))],
    ["a file", graph(forward("y = torch.load('a')"))],
    ["a library of operators", graph(forward("y = torch.ops.load_library('a')"))],
    ["getattr by a text that is put together", graph(forward("y = getattr(torch, 'hu' + 'b')"))],
    ["getattr of a private name", graph(forward("y = getattr(self, '__class__')"))],
    ["a default that computes", graph(forward("y = x", "self, x = torch.zeros(1)"))],
    ["code behind the function", graph(`${forward("y = x")}\nprint(1)\n`)],
    ["code before the function", graph(`print(1)\n${forward("y = x")}`)],
    ["a decorator", graph(`@print\n${forward("y = x").trim()}`)],
    ["a second function", graph(forward("def g(): pass"))],
    ["a lambda", graph(forward("y = (lambda: 1)()"))],
    ["a method that writes", graph(forward("y = self.booster.save_model('/etc/x')"))],
    ["two codes", graph(forward("y = x"), imports, `${text("code")}${long(forward("y = x"))}`)],
    [
      "code that is computed",
      `${global("torch.fx.graph_module", "reduce_graph_module")}}${text("_code")}${global("builtins", "str")}${text("x")}\x85Rs${long(imports)}\x86R`,
    ],
    [
      "a tracer of its own",
      graph(forward("y = x"), imports, `${text("_tracer_cls")}${global("acme.x", "T")}`),
    ],
  ])("with %s is found", (_, body) => {
    expect(isFound(pickle(body))).toBe(true);
  });
});

describe("what is evaluated when a model is asked", () => {
  const data = (formula: string): string =>
    `${global("statsmodels.base.data", "PandasData")})\x81${dict(text("formula"), text(formula))}b`;
  test.each([
    "y ~ a + b",
    "y ~ C(g) + np.log(a) * b",
    "y ~ bs(a, df=4) + I(b ** 2)",
    "y ~ C(g, Treatment('v'))",
  ])("%s is a formula", (formula) => {
    expect(actsIn(pickle(data(formula)))).toEqual([]);
  });
  test.each([
    "y ~ __import__('os').system('id')",
    "y ~ eval('a')",
    "y ~ np.load('a')",
    "y ~ os.system('id')",
    "y ~ I(a.__class__)",
    "y ~ (eval)('a')",
    "y ~ I (exec)  ('a')",
    "y ~ C(g)('a')",
    "y ~ np.log.__self__",
    "y ~ [a for a in b]",
    "y ~ open ('a')",
  ])("%s is none", (formula) => {
    expect(isFound(pickle(data(formula)))).toBe(true);
  });
  test("parts of Formulaic hold no code", () => {
    const factor = (expr: string): string =>
      `${global("formulaic.parser.types.factor", "Factor")})\x81${dict(text("expr"), text(expr))}b`;
    expect(actsIn(pickle(factor("C(g)")))).toEqual([]);
    expect(isFound(pickle(factor("__import__('os').system('id')")))).toBe(true);
  });
});
