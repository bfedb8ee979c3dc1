import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AssetKind } from "../../core/index.ts";
import { parseAsset } from "../../checks/parse.ts";
import { expectQuick, expectWithin, textOf } from "../../testing/hostile.ts";

function settings(kind: AssetKind, text: string): Record<string, string> {
  const view = parseAsset({ kind, path: "x", text }).views.setting;
  return Object.fromEntries((view?.settings ?? []).map(({ key, value }) => [key, value]));
}
function problems(kind: AssetKind, text: string): number {
  return parseAsset({ kind, path: "x", text }).problems.length;
}

describe("TOML", () => {
  test.each([
    ["a = 1 # c\n[b]\nc = 'd'\n[b.e]\nf = true", { a: "1", "b.c": "d", "b.e.f": "true" }],
    ['a.b."c d" = "e\\n\\u0041"', { "a.b.c d": "e\nA" }],
    ['a = [1, "b", # c\n  [2],\n]', { "a.0": "1", "a.1": "b", "a.2.0": "2" }],
    ["a = { b = 1, c = { d = 'e' } }", { "a.b": "1", "a.c.d": "e" }],
    ["[[a]]\nb = 1\n[[a]]\nb = 2\n[a.c]\nd = 3", { "a.0.b": "1", "a.1.b": "2", "a.1.c.d": "3" }],
    ["a = \"\"\"\nb\nc\"\"\"\nd = '''e'''", { a: "b\nc", d: "e" }],
    ["a = 2024-01-01 10:00:00\nb = 1_000", { a: "2024-01-01 10:00:00", b: "1_000" }],
  ])("%j", (text, expected) => {
    expect(settings("toml", text)).toEqual(expected);
    expect(problems("toml", text)).toBe(0);
  });
  test("goes on after a line that it cannot read", () => {
    expect(settings("toml", "a = \nb = 2\n???\nc = 3")).toEqual({ b: "2", c: "3" });
    expect(problems("toml", "a = \n")).toBe(1);
  });
});

describe("JSON", () => {
  test.each([
    ['{"a": [1, {"b": "c"}], "d": null}', { "a.0": "1", "a.1.b": "c", d: "null" }],
    ['// c\n{"a": "\\u0041\\n", /* d */ "b": true,}', { a: "A\n", b: "true" }],
  ])("%j", (text, expected) => {
    expect(settings("json", text)).toEqual(expected);
    expect(problems("json", text)).toBe(0);
  });
  test("leaves data out", () => {
    expect(
      settings("json", JSON.stringify({ a: 1, vocabulary: Array.from({ length: 5_000 }, String) })),
    ).toEqual({ a: "1" });
  });
  test.each(['{"a": ', '{"a" 1', "[1, 2", '{"a": x}', "{]}"])(
    "%s is broken, and said to be",
    (text) => {
      expect(problems("json", text)).toBeGreaterThan(0);
    },
  );
  test("nesting costs nothing", () => {
    expectQuick(() => expect(problems("json", "[".repeat(1_000_000))).toBeGreaterThan(0), 2_000);
  });
});

describe("INI and properties", () => {
  test.each([
    ["[a]\nb = c ; d\ne: f\n# g\n[h i]\nj=k", { "a.b": "c", "a.e": "f", "h i.j": "k" }],
    ["[a]\nb =\n  c\n  d\n", { "a.b": "\nc\nd" }],
    [
      "management_address=http://0.0.0.0:8081\nx=a,\\\n  b",
      { management_address: "http://0.0.0.0:8081", x: "a,b" },
    ],
  ])("%j", (text, expected) => {
    expect(settings("ini", text)).toEqual(expected);
  });
});

describe("dotenv", () => {
  test.each([
    [
      "A=1\nexport B='2 # 3'\nC=\"d\ne\"\n# F=1\nG=h # i\nJ=",
      { A: "1", B: "2 # 3", C: "d\ne", G: "h", J: "" },
    ],
  ])("%j", (text, expected) => {
    expect(settings("dotenv", text)).toEqual(expected);
  });
});

test("YAML: values stand where they are written", () => {
  const text = "a: &x\n  b: 'c'\nd:\n  - *x\n  - e # f\n";
  const view = parseAsset({ kind: "yaml", path: "x", text }).views.setting!;
  expect(view.settings.map(({ key, start, end }) => [key, text.slice(start, end)])).toEqual([
    ["a.b", "b: 'c'"],
    ["d.0.b", "b: 'c'"],
    ["d.1", "e"],
  ]);
  expect(view.comments.map(({ start, end }) => text.slice(start, end))).toEqual(["# f"]);
});

describe("hostile input", () => {
  const pieces = [
    "[",
    "]",
    "{",
    "}",
    "=",
    '"',
    "'",
    '"""',
    "#",
    ";",
    "\n",
    "a",
    ".",
    ",",
    ":",
    "\\",
    " ",
    "[[a]]\n",
    "a=b\n",
    "//",
    "/*",
    "export ",
  ];
  const kinds = ["toml", "json", "ini", "dotenv"] as const;

  test.each(kinds)("%s never throws and stays within the text", (kind) => {
    fc.assert(
      fc.property(textOf(pieces), (text) => {
        const { views, comments } = parseAsset({ kind, path: "x", text });
        expectWithin(text, [
          ...(views.setting?.settings ?? []),
          ...comments,
          ...(views.setting?.settings ?? []).map(({ at }) => at),
        ]);
      }),
      { numRuns: 300 },
    );
  });
  test.each(kinds)("%s takes linear time", (kind) => {
    for (const piece of [
      ...pieces,
      "a='",
      'a="""',
      "a=[",
      "  a\\\n",
      "[a]\n b=c\n  d\n",
      "a.",
      '{"a":',
      "[a.a]\n",
    ]) {
      const text = piece.repeat(Math.ceil(200_000 / piece.length));
      expectQuick(() => parseAsset({ kind, path: "x", text }), 3_000);
    }
  });
});
