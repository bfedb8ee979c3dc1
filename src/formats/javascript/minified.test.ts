import { describe, expect, test } from "vitest";
import { isMinified } from "./minified.ts";

const dense = "function a(b,c){return b(c)}var d=a(e,{f:1});";

describe("a minified text", () => {
  test.each([
    ["one line", dense.repeat(1_000)],
    [
      "a licence and a line",
      `/*!\n * MIT\n */\n${dense.repeat(1_000)}\n//# sourceMappingURL=a.js.map\n`,
    ],
    [
      "long lines, and templates over several",
      `${dense.repeat(30_000)}\n\`${"a\n".repeat(10_000)}\``,
    ],
  ])("is %s", (_, text) => {
    expect(isMinified(text)).toBe(true);
  });

  test.each([
    ["a short one", dense.repeat(100)],
    ["lines that somebody wrote", `${dense}\n`.repeat(1_000)],
    [
      "code with data in it",
      `${`${dense}\n`.repeat(100)}const data = "${"QUJD".repeat(100_000)}";\n`,
    ],
    ["data alone", `export const data = "${"QUJD".repeat(100_000)}";\n`],
    ["code behind a long comment", `/* ${"padding ".repeat(10_000)} */\neval(x);\n`],
  ])("is not %s", (_, text) => {
    expect(isMinified(text)).toBe(false);
  });
});
