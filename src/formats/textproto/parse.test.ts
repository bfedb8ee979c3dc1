import fc from "fast-check";
import { expect, test } from "vitest";
import { expectQuick, expectWithin, textOf } from "../../testing/hostile.ts";
import { parseTextMessage } from "./parse.ts";

test("scalars with their paths, and the keys of maps", () => {
  const text = `a: 1 b { c: "x" 'y' d: [ "p", "q" ] }
    m { key: "k" value { s: "v" } } # no: "x"
    l: [ { n: -2 }, < n: inf > ]; [some.ext/name] { z: true }`;
  const { fields, brokenAt } = parseTextMessage(text);
  expect(brokenAt).toBeUndefined();
  expect(fields.map(({ path, value, key }) => [path, value, key])).toEqual([
    ["a", "1", undefined],
    ["b.c", "xy", undefined],
    ["b.d", "p", undefined],
    ["b.d", "q", undefined],
    ["m.key", "k", "k"],
    ["m.value.s", "v", "k"],
    ["l.n", "-2", undefined],
    ["l.n", "inf", undefined],
    ["[some.ext/name].z", "true", undefined],
  ]);
  for (const { value, start, end } of fields)
    if (value.length > 2) expect(text.slice(start, end)).toContain(value);
});

test("what is broken is told, with what came before", () => {
  for (const text of ['a: "x', "a: 1 }", "a { b: 1", 'a: 1 @ b: "x"', "{".repeat(1_000)]) {
    const { fields, brokenAt } = parseTextMessage(text);
    expect(brokenAt).toBeDefined();
    expectWithin(text, fields);
  }
});

test("any text is read without a throw, and in time", () => {
  const pieces = [
    "{",
    "}",
    "<",
    ">",
    "[",
    "]",
    ":",
    '"',
    "'",
    "\\",
    "a",
    "key",
    "1",
    "-",
    "#",
    "\n",
  ];
  fc.assert(
    fc.property(textOf(pieces), (text) => expectWithin(text, parseTextMessage(text).fields)),
  );
  for (const part of ["a{", 'a:"x" ', "[", '"\\', "# ", "a:[", ": "])
    expectQuick(() => parseTextMessage(part.repeat(100_000)), 1_500);
});
