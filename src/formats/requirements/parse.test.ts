import { describe, expect, test } from "vitest";
import { isRequirementsFile, parseRequirements } from "./parse.ts";

const words = (text: string): string[][] =>
  parseRequirements(text).commands.map(({ args }) => args.slice(1).map((word) => word.text));

describe("requirements", () => {
  test.each([
    ["torch==2.5.1\nnumpy >= 1.0, < 2  # why\n", [["torch==2.5.1"], ["numpy>=1.0,<2"]]],
    ["# nothing\n\n  \n", []],
    [
      "-r base.txt\n--extra-index-url https://x/simple",
      [
        ["-r", "base.txt"],
        ["--extra-index-url", "https://x/simple"],
      ],
    ],
    ["git+https://github.com/a/b#egg=b", [["git+https://github.com/a/b#egg=b"]]],
    [
      "b @ git+https://github.com/a/b@main ; python_version > '3.8'",
      [["b @ git+https://github.com/a/b@main"]],
    ],
    ["torch==2.6 \\\n  --hash=sha256:ab\nnumpy", [["torch==2.6"], ["numpy"]]],
    ["", []],
  ])("%j", (text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  test("know where they stand", () => {
    const text = "a\n  torch == 2.5  # x\n";
    const word = parseRequirements(text).commands[1]!.args[1]!;
    expect(text.slice(word.start, word.end)).toBe("torch == 2.5");
  });

  test.each([
    ["requirements.txt", true],
    ["a/requirements-dev.txt", true],
    ["requirements/base.txt", true],
    ["dev_requirements.txt", true],
    ["constraints.txt", true],
    ["notes.txt", false],
    ["requirements.md", false],
  ])("%s", (path, expected) => {
    expect(isRequirementsFile(path)).toBe(expected);
  });

  test("cost time that grows with the text", () => {
    const start = performance.now();
    parseRequirements("a \\\n".repeat(200_000));
    parseRequirements("#".repeat(1_000_000));
    parseRequirements(" ".repeat(1_000_000));
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
