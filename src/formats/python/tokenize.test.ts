import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indexLines, type Problem } from "../../core/index.ts";
import { tokenize } from "./tokenize.ts";
import { T } from "./tokens.ts";

const names = new Map<number, string>(Object.entries(T).map(([name, kind]) => [kind, name]));

/** Kinds with the text of each token that has any. */
function tokens(source: string): readonly string[] {
  const { kinds, starts, ends, count } = tokenize(source, []);
  return Array.from({ length: count }, (_, index) => {
    const text = source.slice(starts[index], ends[index]);
    const kind = names.get(kinds[index] ?? -1) ?? "?";
    return text === "" || kind === "Indent" ? kind : `${kind} ${text}`;
  });
}

function problems(source: string): readonly Problem[] {
  const found: Problem[] = [];
  tokenize(source, found);
  return found;
}

describe("lines", () => {
  test.each([
    ["\n", "a\nb\n"],
    ["\r\n", "a\r\nb\r\n"],
    ["\r", "a\rb\r"],
  ])("end at %j", (_, source) => {
    expect(tokens(source)).toEqual(["Name a", "Newline", "Name b", "Newline", "End"]);
  });

  test("have a logical end where the text has none", () => {
    expect(tokens("a")).toEqual(["Name a", "Newline", "End"]);
    expect(tokens("")).toEqual(["End"]);
    expect(tokens("# only a comment")).toEqual(["End"]);
  });

  test("go on behind a backslash and in brackets", () => {
    expect(tokens("a \\\n  b\n(\n c\n  # d\n)")).toEqual([
      "Name a",
      "Name b",
      "Newline",
      "LParen (",
      "Name c",
      "RParen )",
      "Newline",
      "End",
    ]);
  });

  test("are counted wherever they are, strings included", () => {
    const source = 'a\r\n"""b\nc\\\n"""\r(\n)\nf"""\n{\n1}\\\n"""\n"d\\\ne"\n';
    expect(tokenize(source, []).lineStarts).toEqual(indexLines(source).starts);
  });

  test("keep their comments, in brackets and in fields of f-strings too", () => {
    const source = 'a # b\n(\n# c\n)\nf"""{d # e\n}"""';
    const { comments } = tokenize(source, []);
    expect(comments.map(({ start, end }) => source.slice(start, end))).toEqual([
      "# b",
      "# c",
      "# e",
    ]);
  });
});

describe("indentation", () => {
  test("opens and closes blocks", () => {
    expect(tokens("if a:\n  b\n\n  # c\nd").slice(3)).toEqual([
      "Newline",
      "Indent",
      "Name b",
      "Newline",
      "Dedent",
      "Name d",
      "Newline",
      "End",
    ]);
  });

  test("counts a tab up to the next column that 8 divides, and nothing before a form feed", () => {
    expect(problems("if a:\n\tb\n        c\n  \f\td")).toEqual([]);
    expect(tokens("a\n \fb")).toEqual(["Name a", "Newline", "Name b", "Newline", "End"]);
  });

  test("is that of the first part of a continued line", () => {
    expect(tokens("if a:\n  \\\n      b\n  c").filter((token) => token === "Indent")).toHaveLength(
      1,
    );
  });

  test("that matches no outer level is said and followed", () => {
    expect(problems("if a:\n    b\n  c").map(({ message }) => message)).toEqual([
      "the indentation matches no outer level",
    ]);
  });

  test("stops at CPython's limit of 100 levels", () => {
    const deep = Array.from({ length: 150 }, (_, level) => `${" ".repeat(level)}if a:`).join("\n");
    expect(problems(deep).map(({ reason }) => reason)).toEqual(["limit"]);
    expect(tokens(deep).filter((token) => token === "Indent")).toHaveLength(100);
  });
});

describe("numbers", () => {
  test.each([
    "0",
    "1_000",
    "0xFF_f",
    "0o17",
    "0b1_0",
    "1.5",
    ".5",
    "5.",
    "1e5",
    "1E-5",
    "1.5e+3j",
    "3J",
    "017",
    "10L",
  ])("%s is one", (source) => {
    expect(tokens(source)).toEqual([`Number ${source}`, "Newline", "End"]);
  });

  test.each([
    ["0xfor x", ["Number 0xf", "Or or", "Name x"]],
    ["1if x", ["Number 1", "If if", "Name x"]],
    ["1_0or x", ["Number 1_0", "Or or", "Name x"]],
    ["1else", ["Number 1", "Else else"]],
    ["1..real", ["Number 1.", "Dot .", "Name real"]],
    ["1e", ["Number 1", "Name e"]],
  ])("%s ends where its digits do", (source, expected) => {
    expect(tokens(source).slice(0, -2)).toEqual(expected);
  });
});

describe("strings", () => {
  test.each([
    "''",
    '""',
    "'a\\'b'",
    '"""a"b"""',
    "'''a\n'b'''",
    'r"\\"',
    'Rb""',
    'BR"a"',
    'U"a"',
    "'\\\\'",
    "'a\\\nb'",
  ])("%s is one", (source) => {
    const expected =
      source === 'r"\\"'
        ? ['Error r"\\"', "Newline", "End"]
        : [`String ${source}`, "Newline", "End"];
    expect(tokens(source)).toEqual(expected);
  });

  test("a name in front of a string is no prefix", () => {
    expect(tokens("x'a'").slice(0, 2)).toEqual(["Name x", "String 'a'"]);
  });

  test("one that is not closed ends with its line", () => {
    expect(tokens("'a\nb")).toEqual(["Error 'a", "Newline", "Name b", "Newline", "End"]);
    expect(tokens('"""a\nb')).toEqual(['Error """a', "Newline", "Name b", "Newline", "End"]);
  });
});

describe("f-strings", () => {
  test.each<readonly [source: string, expected: readonly string[]]>([
    ['f"a"', ['FStart f"', "FMiddle a", 'FEnd "']],
    ['f"{{a}}"', ['FStart f"', "FMiddle {{a}}", 'FEnd "']],
    ['f"{a}"', ['FStart f"', "LBrace {", "Name a", "RBrace }", 'FEnd "']],
    [
      'f"{a:b{c}}"',
      [
        'FStart f"',
        "LBrace {",
        "Name a",
        "Colon :",
        "FMiddle b",
        "LBrace {",
        "Name c",
        "RBrace }",
        "RBrace }",
        'FEnd "',
      ],
    ],
    ['f"{a!r}"', ['FStart f"', "LBrace {", "Name a", "Bang !", "Name r", "RBrace }", 'FEnd "']],
    [
      'f"{a!=b}"',
      ['FStart f"', "LBrace {", "Name a", "NotEqual !=", "Name b", "RBrace }", 'FEnd "'],
    ],
    [
      'f"{a:=5}"',
      ['FStart f"', "LBrace {", "Name a", "Colon :", "FMiddle =5", "RBrace }", 'FEnd "'],
    ],
    [
      'f"{(a:=5)}"',
      [
        'FStart f"',
        "LBrace {",
        "LParen (",
        "Name a",
        "Walrus :=",
        "Number 5",
        "RParen )",
        "RBrace }",
        'FEnd "',
      ],
    ],
    [
      'f"{{}:{a[":"]}"',
      [
        'FStart f"',
        "FMiddle {{}:",
        "LBrace {",
        "Name a",
        "LBracket [",
        'String ":"',
        "RBracket ]",
        "RBrace }",
        'FEnd "',
      ],
    ],
    ['f"{"}"}"', ['FStart f"', "LBrace {", 'String "}"', "RBrace }", 'FEnd "']],
    ['rf"\\{a}"', ['FStart rf"', "FMiddle \\", "LBrace {", "Name a", "RBrace }", 'FEnd "']],
    ['rf"\\""', ['FStart rf"', 'FMiddle \\"', 'FEnd "']],
    ['rf"\\\n{a}"', ['FStart rf"', "FMiddle \\\n", "LBrace {", "Name a", "RBrace }", 'FEnd "']],
    ['f"\\N{DASH}"', ['FStart f"', "FMiddle \\N{DASH}", 'FEnd "']],
    ['f"\\{a}"', ['FStart f"', "FMiddle \\", "LBrace {", "Name a", "RBrace }", 'FEnd "']],
    ['t"{a}"', ['FStart t"', "LBrace {", "Name a", "RBrace }", 'FEnd "']],
    ["f'''{\na\n}'''", ["FStart f'''", "LBrace {", "Name a", "RBrace }", "FEnd '''"]],
  ])("%s", (source, expected) => {
    expect(tokens(source).slice(0, -2)).toEqual(expected);
    expect(problems(source)).toEqual([]);
  });

  test("a quote that nothing closes on its line ends the string around it", () => {
    expect(tokens('f"{a"\nb').slice(0, 7)).toEqual([
      'FStart f"',
      "LBrace {",
      "Name a",
      "RBrace",
      'FEnd "',
      "Newline",
      "Name b",
    ]);
  });

  test("brackets in a field do not close those around the string", () => {
    expect(tokens('(f"{)}", a)').slice(-4)).toEqual(["Name a", "RParen )", "Newline", "End"]);
  });

  test("one that is not closed costs its first line", () => {
    expect(tokens('f"""a{b\nc').slice(0, 3)).toEqual(['Error f"""a{b', "Newline", "Name c"]);
  });
});

describe("words", () => {
  test("keywords are those of the language, soft ones are names", () => {
    expect(tokens("match case type _ print None lambda").slice(0, -2)).toEqual([
      "Name match",
      "Name case",
      "Name type",
      "Name _",
      "Name print",
      "None None",
      "Lambda lambda",
    ]);
  });

  test("`async` is a name unless something asynchronous follows", () => {
    expect(tokens("async = 1")[0]).toBe("Name async");
    expect(tokens("async  def f(): pass")[0]).toBe("Async async");
    expect(tokens("async \\\n for")[0]).toBe("Async async");
  });

  test("may have any letter, and no blank of another alphabet", () => {
    expect(tokens("größe ｅval 变量").slice(0, 3)).toEqual([
      "Name größe",
      "Name ｅval",
      "Name 变量",
    ]);
    expect(tokens("a\u00a0b")).toEqual(["Name a", "Error \u00a0", "Name b", "Newline", "End"]);
  });

  test("a statement that begins in an open bracket shows that it was never closed", () => {
    expect(tokens("a(\nimport b\n")).toEqual([
      "Name a",
      "LParen (",
      "Newline",
      "Import import",
      "Name b",
      "Newline",
      "End",
    ]);
    expect(problems("a(\nimport b\n")).toHaveLength(1);
  });
});

test("every operator is the longest one", () => {
  const source =
    "+ - * ** / // % @ << >> & | ^ ~ := < > <= >= == != -> += -= *= /= //= %= @= &= |= ^= >>= <<= **= . ... , : ; = ! <>";
  const found = tokenize(source, []);
  const texts = Array.from({ length: found.count - 2 }, (_, index) =>
    source.slice(found.starts[index], found.ends[index]),
  );
  expect(texts).toEqual(source.split(" "));
});

test("tokens are in order, in the text, and end with one `End`; blocks that open close", () => {
  const bits = fc.constantFrom(
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    '"',
    "'",
    '"""',
    'f"',
    "f'''",
    "\\",
    "\n",
    "\r",
    "  ",
    "\t",
    "a",
    "if ",
    "def ",
    "1",
    "#",
    ":",
    "!",
    "\0",
    "é",
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(bits, fc.string({ unit: "binary" })), { maxLength: 60 }),
      (parts) => {
        const source = parts.join("");
        const { kinds, starts, ends, count, lineStarts } = tokenize(source, []);
        let before = 0;
        let depth = 0;
        for (let index = 0; index < count; index++) {
          const [start = -1, end = -1] = [starts[index], ends[index]];
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThanOrEqual(start);
          before = kinds[index] === T.Indent ? start : end;
          if (kinds[index] === T.Indent) depth++;
          if (kinds[index] === T.Dedent) depth--;
          expect(depth).toBeGreaterThanOrEqual(0);
          expect(kinds[index] === T.End).toBe(index === count - 1);
        }
        expect(before).toBeLessThanOrEqual(source.length);
        expect(depth).toBe(0);
        expect(lineStarts).toEqual(indexLines(source).starts.slice(0, lineStarts.length));
      },
    ),
    { numRuns: 300 },
  );
});
