import { describe, expect, test } from "vitest";
import { actsIn, global, isFound, opcodes, text } from "./testing/pickles.ts";

const pickle = (body: string): Buffer => opcodes(`\x80\x04${body}.`);
const dict = (...items: readonly string[]): string => `}(${items.join("")}u`;
const reduce = (callee: string, ...args: readonly string[]): string =>
  `${callee}(${args.join("")}tR`;
const made = (callee: string, state: string): string => `${callee})\x81${state}b`;

describe("a configuration of OmegaConf", () => {
  const config = global("omegaconf.dictconfig", "DictConfig");
  const metadata = made(
    global("omegaconf.base", "ContainerMetadata"),
    dict(text("object_type"), global("builtins", "dict")),
  );
  test("is data", () => {
    const node = made(global("omegaconf.nodes", "AnyNode"), dict(text("_val"), "K\x01"));
    const content = dict(text("lr"), node);
    const whole = made(config, dict(text("_metadata"), metadata, text("_content"), content));
    expect(actsIn(pickle(whole))).toEqual([]);
    expect(actsIn(pickle(made(global("omegaconf.listconfig", "ListConfig"), "}")))).toEqual([]);
  });
  test.each([
    ["is called with a text", reduce(config, text("${oc.env:HOME}"))],
    ["holds what runs code", made(config, dict(text("_content"), global("os", "system")))],
    ["is handed on", reduce(global("builtins", "list"), config)],
    ["resolves", reduce(global("omegaconf", "OmegaConf.resolve"), `${config})\x81`)],
    ["registers", reduce(global("omegaconf.omegaconf", "OmegaConf.register_new_resolver"))],
    ["is loaded of a file", reduce(global("omegaconf", "OmegaConf.load"), text("/etc/passwd"))],
  ])("and is found where it %s", (_, body) => {
    expect(isFound(pickle(body))).toBe(true);
  });
});

describe("a tree of Python's parser", () => {
  const name = reduce(global("ast", "Name"));
  test("is data", () => {
    const tree = `${reduce(global("ast", "Expression"))}${dict(text("body"), `${name}${dict(text("id"), text("x"))}b`)}b`;
    expect(actsIn(pickle(tree))).toEqual([]);
  });
  test.each([
    ["compiled", reduce(global("builtins", "compile"), name, text("f"), text("eval"))],
    ["evaluated", reduce(global("ast", "literal_eval"), name)],
    ["parsed", reduce(global("ast", "parse"), text("x"))],
    [
      "visited",
      reduce(global("ast", "NodeVisitor.visit"), `${global("ast", "NodeVisitor")})\x81`, name),
    ],
    ["reached through its module", reduce(global("ast", "sys.exit"))],
  ])("and is found where it is %s", (_, body) => {
    expect(isFound(pickle(body))).toBe(true);
  });
});

describe("the class of arrays in files", () => {
  const memmap = global("numpy", "memmap");
  const reconstruct = global("numpy.core.multiarray", "_reconstruct");
  test("is kept, and arrays are made of it", () => {
    const wrapper = made(
      global("joblib.numpy_pickle", "NumpyArrayWrapper"),
      dict(text("subclass"), memmap),
    );
    expect(actsIn(pickle(`](${memmap}e`))).not.toContain("names-dangerous");
    expect(actsIn(pickle(reduce(reconstruct, memmap, "(K\x00t", "C\x01b")))).toEqual([]);
    expect(actsIn(pickle(wrapper))).not.toContain("runs");
    expect(actsIn(pickle(wrapper))).not.toContain("names-dangerous");
  });
  test.each([
    ["is called", reduce(memmap, text("/etc/cron.d/x"), text("u1"), text("w+"))],
    ["is made", `${memmap}(${text("/etc/cron.d/x")}t\x81`],
    ["is handed to a partial", reduce(global("functools", "partial"), memmap, text("/tmp/x"))],
    ["is what a dictionary calls", reduce(global("collections", "defaultdict"), memmap)],
    ["is handed to others", reduce(global("builtins", "list"), memmap)],
    ["writes", reduce(global("numpy", "memmap.tofile"), text("/tmp/x"))],
    ["is reached into", reduce(global("builtins", "getattr"), memmap, text("tofile"))],
  ])("and is found where it %s", (_, body) => {
    expect(isFound(pickle(body))).toBe(true);
  });
});

describe("a dictionary of tensors", () => {
  const maker = global("tensordict._reductions", "_make_td");
  const of = global("tensordict._td", "TensorDict");
  test("is data", () => {
    expect(actsIn(pickle(reduce(maker, of, dict(text("_tensordict"), "}"))))).toEqual([]);
  });
  test.each([
    ["another class", reduce(maker, global("scipy.stats._continuous_distns", "norm_gen"), "}")],
    ["a class that runs code", reduce(maker, global("subprocess", "Popen"), "}")],
    [
      "a class of its state",
      reduce(maker, of, dict(text("__class__"), global("builtins", "dict"))),
    ],
    ["a state that is computed", reduce(maker, of, reduce(global("builtins", "dict")))],
  ])("and is not made of %s", (_, body) => {
    expect(isFound(pickle(body))).toBe(true);
  });
});

describe("a method of a class that is on no list", () => {
  const getattr = global("builtins", "getattr");
  const method = reduce(getattr, global("acme.vision", "TensorImage"), text("lighting"));
  test("is only named", () => {
    expect(actsIn(pickle(dict(text("f"), method)))).toEqual(["names-unknown"]);
  });
  test.each([
    ["called", `${method}(${text("x")}tR`],
    ["handed to others", reduce(global("builtins", "list"), method)],
    ["kept by a partial", reduce(global("functools", "partial"), method)],
    ["given what changes it", `${method}N${dict(text("__code__"), "N")}\x86b`],
    ["given items", `${method}(${text("k")}K\x01u`],
    ["private to Python", reduce(getattr, global("acme.vision", "T"), text("__subclasses__"))],
    ["one that acts", reduce(getattr, global("acme.vision", "T"), text("system"))],
    ["of a module", reduce(getattr, global("acme.vision", "tools"), text("lighting"))],
    ["of what is dangerous", reduce(getattr, global("subprocess", "Popen"), text("wait"))],
    ["reached by dots", reduce(getattr, global("acme.vision", "T"), text("a.b"))],
    ["not what is there instead", reduce(getattr, global("acme.vision", "T"), text("a"), "N")],
  ])("and is found where it is %s", (_, body) => {
    expect(isFound(pickle(body))).toBe(true);
  });
});

describe("objects of other libraries", () => {
  test.each([
    ["a geometry", reduce(global("shapely.io", "from_wkb"), "C\x01a")],
    ["a molecule", `${reduce(global("rdkit.Chem.rdchem", "Mol"), "C\x01a")}(}tb`],
    ["a domain of SymPy", made(global("sympy.polys.domains.integerring", "IntegerRing"), "}")],
    [
      "hints of MLflow",
      made(global("mlflow.models.signature", "_TypeHints"), dict(text("input"), "N")),
    ],
  ])("%s is data", (_, body) => {
    expect(actsIn(pickle(body))).toEqual([]);
  });
  test.each([
    ["a domain is called", reduce(global("sympy.polys.domains.integerring", "IntegerRing"))],
    [
      "a matrix is called with a text",
      reduce(global("sympy.matrices.dense", "MutableDenseMatrix"), text("__import__('os')")),
    ],
    ["SymPy reads a text", reduce(global("sympy.core.sympify", "sympify"), text("1"))],
    ["MLflow loads a model", reduce(global("mlflow.pyfunc", "load_model"), text("x"))],
    ["RDKit reads a file", reduce(global("rdkit.Chem", "MolFromMolFile"), text("/etc/passwd"))],
  ])("and it is found where %s", (_, body) => {
    expect(isFound(pickle(body))).toBe(true);
  });
});
