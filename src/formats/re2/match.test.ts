import fc from "fast-check";
import { expect, test } from "vitest";
import { expectQuick, textOf } from "../../testing/hostile.ts";
import { compilePattern } from "./compile.ts";
import { findMatch, findMatches } from "./match.ts";
import { parsePattern } from "./parse.ts";

function search(pattern: string, text: string): readonly (string | undefined)[] | string {
  const parsed = parsePattern(pattern);
  const program = parsed && compilePattern(parsed);
  if (program === undefined) return "wrong";
  const match = findMatch(program, text, 0, { left: 1_000_000 });
  if (match === undefined || match === "costly") return match ?? "none";
  return Array.from({ length: program.groups.length + 1 }, (_, group) => {
    const start = match[group * 2];
    return start === undefined ? undefined : text.slice(start, match[group * 2 + 1]);
  });
}

test.each([
  ["a|ab", "ab", ["a"]],
  ["(a+)(b*)", "caab", ["aab", "aa", "b"]],
  ["(a)|(b)", "b", ["b", undefined, "b"]],
  ["a{2,3}?", "aaaa", ["aa"]],
  ["a{2,}", "aaaa", ["aaaa"]],
  ["^b$", "a\nb", "none"],
  ["(?m)^b$", "a\nb\nc", ["b"]],
  ["a.b", "a\nb", "none"],
  ["(?s)a.b", "a\nb", ["a\nb"]],
  ["(?i)ÄB", "äb", ["äb"]],
  ["[^a-c]", "abcd", ["d"]],
  ["[]a]+", "]a", ["]a"]],
  ["[a\\-z]+", "-m", ["-"]],
  ["\\bfoo\\b", "a foo.", ["foo"]],
  ["\\Afoo\\z", "foo", ["foo"]],
  ["(?P<x>.)(?<y>.)", "ab", ["ab", "a", "b"]],
  ["\\p{Lu}\\PL", "aB1", ["B1"]],
  ["[[:upper:][:digit:]]+", "aB1", ["B1"]],
  ["\\x{1F600}.", "\u{1F600}\u{1F601}", ["\u{1F600}\u{1F601}"]],
  ["x*", "aaa", [""]],
  ["(?=a)", "a", "wrong"],
  ["(a)\\1", "aa", "wrong"],
  ["a**", "a", "wrong"],
  ["(a", "a", "wrong"],
  ["a)", "a", "wrong"],
  ["[a", "a", "wrong"],
  ["[b-a]", "a", "wrong"],
  ["a{1001}", "a", "wrong"],
  ["((a{1,100}){1,100}){1,100}", "a", "wrong"],
])("%s in %j", (pattern, text, expected) => {
  expect(search(pattern, text)).toEqual(expected);
});

test("agrees with JavaScript where both mean the same", () => {
  const pieces = [
    "a",
    "b",
    "c",
    "(",
    ")",
    "(?:",
    "|",
    "*",
    "+",
    "?",
    "{2}",
    ".",
    "[ab]",
    "[^a]",
    "^",
    "$",
    "\\b",
  ];
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(...pieces), { maxLength: 8 }),
      fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 8 }),
      (parts, chars) => {
        const pattern = parts.join("");
        const text = chars.join("");
        const ours = search(pattern, text);
        if (typeof ours === "string" && ours !== "none") return;
        let theirs: RegExpExecArray | null;
        try {
          theirs = new RegExp(pattern, "u").exec(text);
        } catch {
          return;
        }
        expect(typeof ours === "string" ? undefined : ours[0]).toBe(theirs?.[0]);
      },
    ),
    { numRuns: 2_000 },
  );
});

test.each([
  ["(a+)+$", `${"a".repeat(100_000)}b`],
  ["(a|a)*b", "a".repeat(100_000)],
  ["(.*)(.*)(.*)(.*)(.*)x", "a".repeat(100_000)],
  ["a?{1000}a{1000}", "a".repeat(1_000)],
  ["(?:(?:a{0,100}){0,100})b", "a".repeat(10_000)],
])("%s takes no time without end", (pattern, text) => {
  expectQuick(() => {
    const parsed = parsePattern(pattern);
    const program = parsed && compilePattern(parsed);
    if (program !== undefined) findMatches(program, text, { left: 2_000_000 });
  }, 5_000);
});

test("reads whatever it is given", () => {
  const pieces = [
    "(",
    ")",
    "[",
    "]",
    "{1,2}",
    "*",
    "?",
    "\\",
    "^",
    "$",
    "|",
    "-",
    "[:alpha:]",
    "\\Q",
    "\\E",
    "\\x{",
    "\\p{",
    "(?i",
    "(?P<n>",
    "1000",
  ];
  fc.assert(
    fc.property(textOf(pieces), textOf(["a", "b"]), (pattern, text) => {
      search(pattern, text);
    }),
    { numRuns: 2_000 },
  );
  expectQuick(() => parsePattern("(".repeat(9_000)), 1_000);
  expectQuick(() => parsePattern("(a|".repeat(3_000)), 1_000);
});
