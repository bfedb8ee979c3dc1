import { describe, expect, test } from "vitest";
import { actsIn, global, isFound, opcodes, text } from "./testing/pickles.ts";

const pickle = (body: string): Buffer => opcodes(`\x80\x04${body}.`);
const cloud = (name: string, module = "cloudpickle.cloudpickle"): string => global(module, name);
const tuple = (...items: readonly string[]): string => `(${items.join("")}t`;
const texts = (...items: readonly string[]): string => tuple(...items.map(text));
const dict = (...items: readonly string[]): string => `}(${items.join("")}u`;
const reduce = (callee: string, ...args: readonly string[]): string =>
  `${callee}${tuple(...args)}R`;
const type = (name: string): string => reduce(cloud("_builtin_type"), text(name));

function code(...names: readonly string[]): string {
  const rest = `${texts("x")}${text("a.py")}${text("f")}K\x01C\x01a))`;
  return `${type("CodeType")}(K\x01K\x00K\x00K\x01K\x02K\x43C\x04abcd(Nt${texts(...names)}${rest}tR`;
}

describe("a function of an older cloudpickle", () => {
  const skeleton = (globals: string, ...names: readonly string[]): string =>
    reduce(cloud("_make_skel_func"), code(...names), "J\xff\xff\xff\xff", globals);
  const state = dict(text("globals"), "}", text("defaults"), "N");
  const lambda = (...names: readonly string[]): string =>
    reduce(type("LambdaType"), code(...names), "}", "N", "N", "N");
  test.each([
    ["filled after it was made", reduce(cloud("_fill_function"), skeleton("}"), state)],
    ["of the program", reduce(cloud("_fill_function"), skeleton(text("__main__")), state)],
    ["made by its type", lambda("np", "abs")],
    [
      "given its state",
      `${lambda("np")}0${reduce(cloud("_function_setstate", "cloudpickle.cloudpickle_fast"), lambda("np"), tuple("}", "}"))}`,
    ],
    [
      "of another package",
      reduce(cloud("_fill_function", "srsly.cloudpickle.cloudpickle"), skeleton("}"), state),
    ],
  ])("%s only computes", (_, body) => {
    expect(actsIn(pickle(body))).toEqual(["holds-plain-code"]);
  });
  test.each([
    [
      "names what reaches out",
      reduce(cloud("_fill_function"), skeleton("}", "os", "system"), state),
    ],
    [
      "puts its globals into a module",
      reduce(cloud("_fill_function"), skeleton(text("numpy")), state),
    ],
    ["is called", `${reduce(cloud("_fill_function"), skeleton("}"), state)})R`],
    ["is made by its type and called", `${lambda("np")})R`],
    ["made by its type names what reaches out", lambda("subprocess", "run")],
    ["is no function", reduce(cloud("_fill_function"), global("numpy", "load"), state)],
    [
      "changes another",
      reduce(cloud("_function_setstate"), global("numpy", "sum"), tuple("}", "}")),
    ],
    [
      "holds what runs code",
      reduce(
        cloud("_fill_function"),
        skeleton("}"),
        dict(text("globals"), dict(text("f"), global("os", "system"))),
      ),
    ],
  ])("and is found where it %s", (_, body) => {
    expect(isFound(pickle(body))).toBe(true);
  });
});

describe("an enumeration of the file", () => {
  const maker = cloud("_make_skeleton_enum");
  const bases = tuple(global("enum", "IntFlag"));
  const members = dict(text("A"), "K\x01", text("B"), "K\x02");
  const color = (of = bases, all = members): string =>
    reduce(maker, of, text("Color"), text("Color"), all, text("m"), text("1"), "N");
  const withState = (...state: readonly string[]): string =>
    `${color()}\x94${reduce(cloud("_class_setstate"), "h\x00", tuple(dict(...state), "}"))}0h\x00(K\x01tR`;
  test("is made, and a member is taken", () => {
    expect(actsIn(pickle(withState(text("_all_bits_"), "K\x03", text("__doc__"), "N")))).toEqual([
      "holds-plain-code",
      "names-unknown",
    ]);
  });
  test.each([
    ["of another base", color(tuple(global("acme.x", "Base")))],
    [
      "with members that are objects",
      color(bases, dict(text("A"), `${global("acme.x", "T")})\x81`)),
    ],
    ["with a member that runs", color(bases, dict(text("_missing_"), "K\x01"))],
    ["with what is run for unknown values", withState(text("_missing_"), global("numpy", "sum"))],
    ["with a constructor", withState(text("__new__"), global("numpy", "sum"))],
    ["with what is computed", reduce(maker, reduce(global("builtins", "tuple")))],
  ])("and is found %s", (_, body) => {
    expect(isFound(pickle(body))).toBe(true);
  });
});

describe("a mark of data classes", () => {
  const mark = reduce(cloud("_get_dataclass_field_type_sentinel"), text("_FIELD"));
  test("is taken by its name", () => {
    expect(actsIn(pickle(mark))).toEqual([]);
  });
  test("and is found where it is changed or computed", () => {
    expect(actsIn(pickle(`${mark}${dict(text("name"), text("x"))}b`))).toContain("runs");
    const computed = reduce(
      cloud("_get_dataclass_field_type_sentinel"),
      reduce(global("builtins", "str")),
    );
    expect(isFound(pickle(computed))).toBe(true);
  });
});

describe("a model of MLflow that is a class of the file", () => {
  const base = global("mlflow.pyfunc.model", "PythonModel");
  const made = (given: string, of = base): string =>
    reduce(
      cloud("_make_skeleton_class"),
      global("builtins", "type"),
      text("M"),
      tuple(of),
      given,
      text("1"),
      "N",
    );
  test("is made and filled", () => {
    const body = `${made(dict(text("__module__"), text("m")))})\x81}b`;
    expect(actsIn(pickle(body))).toEqual(["holds-plain-code"]);
  });
  test.each([
    ["has its method when it is made", made(dict(text("predict"), "N"))],
    ["is made of what is computed", made(reduce(global("builtins", "dict")))],
    ["is called", reduce(base)],
    ["is handed on", reduce(global("builtins", "list"), base)],
    [
      "is made by dill",
      reduce(
        global("dill._dill", "_create_type"),
        global("builtins", "type"),
        text("M"),
        tuple(base),
        dict(text("predict"), "N"),
      ),
    ],
  ])("and is found where it %s", (_, body) => {
    expect(isFound(pickle(body))).toBe(true);
  });
});

test("dill fills a cell without a word of what it names for that", () => {
  const cell = reduce(global("dill._dill", "_create_cell"), "N");
  const setter = reduce(
    global("builtins", "getattr"),
    global("dill", "_dill"),
    text("_setattr"),
    global("builtins", "setattr"),
  );
  const fill = (target: string, name: string): string =>
    reduce(setter, target, text(name), "K\x03");
  expect(isFound(pickle(fill(cell, "cell_contents")))).toBe(false);
  expect(isFound(pickle(fill(global("numpy", "sum"), "cell_contents")))).toBe(true);
  expect(isFound(pickle(fill(cell, "__class__")))).toBe(true);
  expect(isFound(pickle(`](${global("builtins", "setattr")}e`))).toBe(true);
});
