import { describe, expect, test } from "vitest";
import { parseAsset } from "../checks/parse.ts";
import { indexLines } from "../core/index.ts";
import { readDirectives } from "./directives.ts";

function read(text: string): ReturnType<typeof readDirectives> {
  const comments = [...text.matchAll(/#[^\n]*/g)].map(({ index, 0: whole }) => ({
    start: index,
    end: index + whole.length,
  }));
  return readDirectives({ kind: "python", text, comments, lines: indexLines(text) });
}

test("a comment alone on its line speaks for the next line that is no comment", () => {
  const [first, second] = read("# pavise: allow a -- b\n# more\nx = 1  # pavise: allow c -- d\n");
  expect(first).toMatchObject({ line: 1, below: 3, names: ["a"], reason: "b" });
  expect(second).toMatchObject({ line: 3, below: undefined, names: ["c"] });
});

test("a comment of any length is read only at its beginning", () => {
  const [only] = read(`#${" pavise: allow".repeat(500_000)}\n`);
  expect(only?.names.length).toBeLessThan(100);
});

test("a block of comments of any length is gone through once", () => {
  const many = read("# pavise: allow a -- b\n".repeat(100_000));
  expect(many.at(0)?.below).toBe(100_001);
});

describe("comments of JavaScript", () => {
  function readScript(text: string): ReturnType<typeof readDirectives> {
    const { comments, lines } = parseAsset({ kind: "typescript", path: "a.tsx", text });
    return readDirectives({ kind: "typescript", text, comments, lines });
  }

  test.each([
    ["eval(x); // pavise: allow script-eval -- a test", 1, undefined],
    ["// pavise: allow script-eval -- a test\neval(x);", 1, 2],
    ["/* pavise: allow script-eval -- a test */\neval(x);", 1, 2],
    ["/* pavise: allow script-eval -- a test\n   and more */\neval(x);", 1, 3],
    ["const a = <p>\n{/* pavise: allow script-eval -- a test */}\n</p>", 2, 3],
  ])("%j", (text, line, below) => {
    expect(readScript(text)).toMatchObject([
      { tool: "pavise", names: ["script-eval"], reason: "a test", line, below },
    ]);
  });

  test("are told how to be written", () => {
    expect(readScript("// pavise: ignore x")[0]?.malformed).toContain("`// pavise: allow");
  });

  test("what stands in a string is none", () => {
    expect(readScript("const a = '// pavise: allow script-eval -- a test';")).toEqual([]);
  });
});
