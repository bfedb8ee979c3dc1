import { describe, expect, test } from "vitest";
import { actsIn, global, isFound, opcodes, text } from "./testing/pickles.ts";

const pickle = (body: string): Buffer => opcodes(`\x80\x04${body}.`);
const dict = (...items: readonly string[]): string => `}(${items.join("")}u`;
const unknown = global("acme.ops", "launch");
const partial = `${global("functools", "partial")}${unknown}\x85R`;
const listed = `${global("sklearn.linear_model._base", "LinearRegression")})\x81`;
const own = `${global("acme.model", "Thing")})\x81`;

describe("a method that an object has of its own state", () => {
  const calls = [
    ["append", `${text("id")}a`],
    ["append", `(${text("id")}e`],
    ["extend", `(${text("id")}e`],
    ["add", `(${text("id")}\x90`],
    ["__setstate__", `${text("id")}b`],
    ["__setstate__", `${dict(text("a"), text("id"))}b`],
  ] as const;
  test.each(calls)("%s is found where it is called", (name, call) => {
    for (const object of [listed, own])
      for (const method of [unknown, partial]) {
        const state = dict(text(name), method);
        expect(actsIn(pickle(`${object}${state}b${call}`))).toContain("runs");
        expect(actsIn(pickle(`${object}N${state}\x86b${call}`))).toContain("runs");
        const slots = dict(text("__dict__"), state);
        expect(actsIn(pickle(`${object}N${slots}\x86b${call}`))).toContain("runs");
        const later = `${object}}b${state}b}b${call}`;
        expect(actsIn(pickle(later))).toContain("runs");
      }
  });
  test("is kept where nothing calls it", () => {
    expect(actsIn(pickle(`${listed}${dict(text("add"), unknown)}b`))).toEqual(["names-unknown"]);
    expect(actsIn(pickle(`${listed}${dict(text("add"), "K\x01")}b}b`))).toEqual([]);
  });
});

describe("what calls its first argument at once", () => {
  test.each([
    ["torch._tensor", "_rebuild_from_type_v2"],
    ["dill._dill", "_create_array"],
    ["astropy.units.core", "_recreate_irreducible_unit"],
  ])("%s.%s is not taken for what keeps it", (module, name) => {
    expect(isFound(pickle(`${global(module, name)}(${unknown}(${text("id")}tNtR`))).toBe(true);
  });
});

test("a key of a state that is put again later counts with each of its values", () => {
  const object = `${global("statsmodels.base.data", "FormulaicData")})\x81`;
  const evil = text("__import__('os').system('id')");
  const put = `${object}}\x94(${text("formula")}${evil}ub0h\x00(${text("formula")}${text("x")}u`;
  expect(actsIn(pickle(put))).toContain("runs");
});
