import { expect, test } from "vitest";
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
