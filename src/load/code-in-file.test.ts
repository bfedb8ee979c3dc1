import { describe, expect, test } from "vitest";
import { actsIn, global, opcodes, text } from "./testing/pickles.ts";

const one = "K\x01";

function call(callee: string, ...args: readonly string[]): string {
  return `${callee}(${args.join("")}tR`;
}

function tuple(...items: readonly string[]): string {
  return `(${items.join("")}t`;
}

function dict(...entries: readonly string[]): string {
  return `}(${entries.join("")}u`;
}

function pickle(body: string): Buffer {
  return opcodes(`\x80\x04${body}.`);
}

const cp = "cloudpickle.cloudpickle";
const codeType = call(global(cp, "_builtin_type"), text("CodeType"));
/** A code object as CPython 3.8 makes it. */
const code = call(
  codeType,
  one,
  one,
  one,
  one,
  one,
  one,
  `C\x01d`,
  tuple("N", text("id")),
  tuple(text("subprocess"), text("Popen")),
  tuple(text("x")),
  text("train.py"),
  text("step"),
  one,
  `C\x01d`,
);
const madeFunction = call(global(cp, "_make_function"), code, dict(), "N", "N", "N");

/** A class as cloudpickle makes it, with methods that are functions of the file. */
function classOf(metaclass: string, methods: readonly string[]): string {
  const bases = tuple(global("builtins", "object"));
  const made = call(
    global(cp, "_make_skeleton_class"),
    metaclass,
    text("Model"),
    bases,
    dict(),
    text("0"),
    "N",
  );
  const states = tuple(dict(...methods.flatMap((name) => [text(name), madeFunction])), dict());
  // The class is remembered, and given its methods.
  return `${made}q\x07${call(global(cp, "_class_setstate"), "h\x07", states)}0h\x07`;
}

const type = global("builtins", "type");

describe("code that is kept is told as such", () => {
  test("of a function", () => expect(actsIn(pickle(madeFunction))).toEqual(["holds-code"]));
  test("where the library is bundled", () => {
    const bundled = pickle(madeFunction.replaceAll(text(cp), text(`joblib.externals.${cp}`)));
    expect(actsIn(bundled)).toEqual(["holds-code"]);
  });
  test("of an object with a state", () => {
    const object = `${classOf(type, ["predict"])})\x81${dict(text("w"), one)}b`;
    expect(actsIn(pickle(object))).toEqual(["holds-code", "holds-plain-code"]);
  });
  test("of a function that is made of a type taken by its name", () => {
    const functionType = call(global(cp, "_builtin_type"), text("FunctionType"));
    expect(actsIn(pickle(call(functionType, code, dict())))).toEqual(["holds-code"]);
    const borrowed = call(functionType, `${global("collections", "OrderedDict")})R`, dict());
    expect(actsIn(pickle(borrowed))).toEqual(["holds-code"]);
    expect(actsIn(pickle(`${call(functionType, code, dict())})R`))).toContain("runs");
  });
  test("with the modules that it uses", () => {
    const known = call(global(cp, "subimport"), text("numpy"));
    expect(actsIn(pickle(`${known}0${madeFunction}`))).toEqual(["holds-code"]);
    const risky = call(global(cp, "subimport"), text("os"));
    expect(actsIn(pickle(`${risky}0${madeFunction}`))).toEqual(["holds-code", "names-dangerous"]);
  });
});

describe("code that runs while the file is loaded is found", () => {
  test.each(["__setstate__", "__new__", "__init_subclass__", "append"])("by %s", (method) => {
    expect(actsIn(pickle(`${classOf(type, [method])})\x81`))).toContain("runs");
  });
  test("by a call of the function", () => {
    expect(actsIn(pickle(`${madeFunction})R`))).toContain("runs");
  });
  test("by the constructor", () => {
    expect(actsIn(pickle(`${classOf(type, ["__init__"])})R`))).toContain("runs");
    expect(actsIn(pickle(`${classOf(type, ["__init__"])})\x81`))).not.toContain("runs");
  });
  test("by what is called as a metaclass", () => {
    expect(actsIn(pickle(classOf(global("os", "system"), [])))).toContain("runs");
    expect(actsIn(pickle(classOf(global("mylib", "Meta"), [])))).toContain("runs");
    const created = call(global("dill._dill", "_create_type"), global("mylib", "run"), one);
    expect(actsIn(pickle(created))).toContain("runs");
  });
  test("by a method that is put into a class of a base of it", () => {
    const base = classOf(type, ["__setstate__"]);
    const derived = call(
      global(cp, "_make_skeleton_class"),
      type,
      text("B"),
      `(${base}t`,
      dict(),
      text("1"),
      "N",
    );
    expect(actsIn(pickle(`${derived})\x81`))).toContain("runs");
  });
  test("by the state of a class", () => {
    const changed = `${classOf(type, [])}${tuple("N", dict(text("__setstate__"), madeFunction))}b)\x81`;
    expect(actsIn(pickle(changed))).toContain("runs");
  });
});

describe("helpers are not taken for more than they are", () => {
  const cases: readonly (readonly [name: string, body: string])[] = [
    [
      "a setter of what is not of the file",
      call(global(cp, "_function_setstate"), global("json", "loads"), tuple(dict(), dict())),
    ],
    ["a type that calls", call(global(cp, "_builtin_type"), text("new_class"))],
    [
      "a type of a name that is computed",
      call(global("dill._dill", "_load_type"), call(global("builtins", "str"), one)),
    ],
    [
      "a call of a plain type",
      call(call(global("dill._dill", "_load_type"), text("type")), text("A"), tuple(), dict()),
    ],
    [
      "an import whose result is called",
      call(call(global("dill._dill", "_import_module"), text("os.system")), text("id")),
    ],
    [
      "a setter of dill that sets anything",
      call(
        call(
          global("builtins", "getattr"),
          global("dill", "_dill"),
          text("_setattr"),
          global("builtins", "setattr"),
        ),
        madeFunction,
        text("__code__"),
        one,
      ),
    ],
    [
      "setattr of another name",
      call(global("builtins", "setattr"), madeFunction, text("__call__"), one),
    ],
  ];
  test("a module that is changed", () => {
    const changed = `${call(global("dill._dill", "_import_module"), text("numpy"))}${dict(text("load"), one)}b`;
    expect(actsIn(pickle(changed))).toEqual(["runs"]);
  });
  test.each(cases)("%s", (_, body) => expect(actsIn(pickle(body))).toContain("runs"));
  test("cells are data", () => {
    const cell = call(global("dill._dill", "_create_cell"), "N");
    expect(actsIn(pickle(cell))).toEqual([]);
  });
});
