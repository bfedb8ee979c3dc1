import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyText } from "./testing/arbitrary-run.ts";
import {
  clip,
  codeSpans,
  formatBytes,
  formatDuration,
  neutralize,
  neutralizeCode,
  oneLine,
  widthOf,
  wrap,
} from "./text.ts";

describe("neutralize", () => {
  test("shows what a terminal would obey", () => {
    expect(neutralize("\u001b[31mred\u0007\u007f")).toBe("␛[31mred␇␡");
    expect(neutralize("\u009b31m")).toBe("‹U+009B›31m");
  });

  test("CVE-2021-42574: shows bidi controls, tags and what has no width", () => {
    expect(neutralize("a\u202eb\u200bc\u{e0041}d\ufeff")).toBe(
      "a‹U+202E›b‹U+200B›c‹U+E0041›d‹U+FEFF›",
    );
  });

  test("leaves ordinary text of any script alone", () => {
    for (const text of ["plain", "naïve", "日本語", "עברית", "हिन्दी", "😀"]) {
      expect(neutralize(text)).toBe(text);
    }
  });

  test("leaves nothing behind that is not seen", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(neutralize(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
      }),
    );
  });

  test("keeps a tab in code as white space and folds white space in prose", () => {
    expect(neutralizeCode("\tx")).toBe("    x");
    expect(oneLine("  a\n\tb \r\n c ")).toBe("a b c");
  });
});

test("widthOf counts columns, not code units", () => {
  expect(widthOf("abc")).toBe(3);
  expect(widthOf("日本")).toBe(4);
  expect(widthOf("e\u0301")).toBe(1);
  expect(widthOf("😀")).toBe(2);
});

test("wrap keeps within the width and never cuts a word", () => {
  fc.assert(
    fc.property(anyText.map(oneLine), fc.integer({ min: 1, max: 40 }), (text, width) => {
      const lines = wrap(text, width);
      expect(lines.join(" ")).toBe(text);
      for (const line of lines) {
        if (line.includes(" ")) expect(widthOf(line)).toBeLessThanOrEqual(width);
      }
    }),
  );
});

test("clip cuts no character in two", () => {
  expect(clip("abcdef", 4)).toBe("abc…");
  expect(clip("ab😀cd", 4)).toBe("ab…");
  expect(clip("abc", 3)).toBe("abc");
});

test("codeSpans gives code at odd places and keeps a lone backtick", () => {
  expect(codeSpans("use `x` and `y`.")).toEqual(["use ", "x", " and ", "y", "."]);
  expect(codeSpans("a ` b")).toEqual(["a ` b"]);
  expect(codeSpans("`a` ` b")).toEqual(["", "a", " ` b"]);
});

test("sizes and durations are for people", () => {
  expect([0, 999, 1_000, 999_499, 999_500, 1_234_567, 9e9].map(formatBytes)).toEqual([
    "0 B",
    "999 B",
    "1.0 kB",
    "999 kB",
    "1.0 MB",
    "1.2 MB",
    "9.0 GB",
  ]);
  expect([12.4, 999, 1_284, 59_949, 125_000].map(formatDuration)).toEqual([
    "12 ms",
    "999 ms",
    "1.3 s",
    "59.9 s",
    "2 min 5 s",
  ]);
});
