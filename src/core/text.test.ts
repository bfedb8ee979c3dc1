import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indexLines, lineIndexOf } from "./text.ts";

const texts = fc.string({
  unit: fc.constantFrom("a", "é", "😀", "\n", "\r", "\r\n", "\u2028", "\t"),
  maxLength: 40,
});

test.each<readonly [text: string, starts: readonly number[]]>([
  ["", [0]],
  ["a", [0]],
  ["a\n", [0, 2]],
  ["a\nb", [0, 2]],
  ["a\r\nb", [0, 3]],
  ["a\rb", [0, 2]],
  ["\n\r\n\r", [0, 1, 3, 4]],
  ["a\u2028b\vc\fd", [0]],
])("the lines of %j start at %j", (text, starts) => {
  expect(indexLines(text).starts).toEqual(starts);
});

test("lines and columns count from 1, columns in UTF-16 code units", () => {
  const lines = indexLines("a😀b\nc");
  expect([lines.lineAt(0), lines.columnAt(0)]).toEqual([1, 1]);
  expect([lines.lineAt(3), lines.columnAt(3)]).toEqual([1, 4]);
  expect([lines.lineAt(5), lines.columnAt(5)]).toEqual([2, 1]);
});

test("the line break belongs to the line that it ends", () => {
  const lines = indexLines("a\r\nb");
  expect([lines.lineAt(1), lines.lineAt(2), lines.lineAt(3)]).toEqual([1, 1, 2]);
});

test("a line has its text without the break, and none where there is no such line", () => {
  const lines = indexLines("a\r\nb\n\nc");
  expect([1, 2, 3, 4, 5, 0].map((line) => lines.lineText(line))).toEqual([
    "a",
    "b",
    "",
    "c",
    "",
    "",
  ]);
});

describe("in any text", () => {
  test("line and column lead back to the offset", () => {
    fc.assert(
      fc.property(texts, fc.nat({ max: 50 }), (text, at) => {
        const offset = Math.min(at, text.length);
        const lines = indexLines(text);
        const start = lines.starts[lines.lineAt(offset) - 1] ?? NaN;
        expect(start + lines.columnAt(offset) - 1).toBe(offset);
        expect(lines.columnAt(offset)).toBeGreaterThan(0);
      }),
    );
  });

  test("the lines are those that a split gives", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const lines = indexLines(text);
        expect(lines.starts.map((_, index) => lines.lineText(index + 1))).toEqual(
          text.split(/\r\n|\n|\r/),
        );
      }),
    );
  });

  test("starts that are known already give the same answers", () => {
    fc.assert(
      fc.property(texts, fc.nat({ max: 50 }), (text, at) => {
        const lines = indexLines(text);
        const same = lineIndexOf(text, lines.starts);
        expect([same.lineAt(at), same.columnAt(at)]).toEqual([
          lines.lineAt(at),
          lines.columnAt(at),
        ]);
      }),
    );
  });
});
