import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expectQuick } from "../../testing/hostile.ts";
import { notebookOf, printed, shown } from "../../testing/notebook.ts";
import { parseNotebook } from "./parse.ts";
import type { ParsedNotebook } from "./view.ts";

const parts = ({ text, segments }: ParsedNotebook): (readonly unknown[])[] =>
  segments.all.map(({ kind, cell, output, mime, start, end }) =>
    [kind, cell, output, mime, text.slice(start, end)].filter((part) => part !== undefined),
  );
const bare = {};

describe("the text of a notebook", () => {
  test("has the code first, then the rest cell by cell", () => {
    const notebook = parseNotebook(
      notebookOf(
        [
          { kind: "markdown", source: ["# A\n", "b"] },
          { source: ["x = 1\n", "y"], outputs: [printed(["1\n", "2\n"])] },
          { kind: "raw", source: "raw" },
          { source: "z", outputs: [shown({ "text/html": "<p>", "image/png": "iVBORw0KGgo=" })] },
        ],
        bare,
      ),
    );
    expect(parts(notebook)).toEqual([
      ["code", 2, "x = 1\ny"],
      ["code", 4, "z"],
      ["markdown", 1, "# A\nb"],
      ["output", 2, 1, "text/plain", "1\n2\n"],
      ["raw", 3, "raw"],
      ["output", 4, 1, "text/html", "<p>"],
    ]);
    expect(notebook.text.startsWith(notebook.code)).toBe(true);
    expect(notebook.python).toBe("\nx = 1\ny\n\nz\n");
    expect(notebook.problems).toEqual([]);
  });

  test("has metadata as it is written, and no pictures", () => {
    const { text } = parseNotebook(
      notebookOf(
        [
          {
            source: "x",
            metadata: { tags: ["a"] },
            outputs: [
              shown({
                "application/json": { a: "b" },
                "image/svg+xml": "<svg/>",
                "video/mp4": "AAAA",
              }),
            ],
          },
        ],
        { authors: [{ name: "Ada" }] },
      ),
    );
    for (const word of ['"a"', "<svg/>", "Ada"]) expect(text).toContain(word);
    expect(text).not.toContain("AAAA");
  });

  test("leaves out pictures inside of HTML and Markdown, by what they say they are", () => {
    const base64 = "QUJD".repeat(50);
    const image = `<img src="data:image/png;base64,${base64}" alt="a">`;
    const { text } = parseNotebook(
      notebookOf(
        [
          { source: "x", outputs: [shown({ "text/html": [image, "\n<b>"] })] },
          { kind: "markdown", source: `![a](data:image/gif;base64,${base64})` },
          { kind: "raw", source: `data:text/plain;base64,${base64} ${base64}` },
        ],
        bare,
      ),
    );
    expect(text.split(base64)).toHaveLength(3);
    expect(text).toContain('<img src="data:image/png;base64,…" alt="a">\n<b>');
    expect(text).toContain("![a](data:image/gif;base64,…)");
  });

  test("has tracebacks without the signs of colours", () => {
    const traceback = ["\u001b[0;31mValueError\u001b[0m", "line \u001b[1;32m3\u001b[0m"];
    const error = { output_type: "error", ename: "E", evalue: "v", traceback };
    expect(parts(parseNotebook(notebookOf([{ source: "x", outputs: [error] }], bare)))[1]).toEqual([
      "output",
      1,
      1,
      "traceback",
      "ValueError\nline 3",
    ]);
  });

  test("of nbformat 3 is read too", () => {
    const cells = [
      { cell_type: "heading", level: 1, source: "A" },
      {
        cell_type: "code",
        input: ["import os\n", "x"],
        language: "python",
        outputs: [
          { output_type: "pyout", html: ["<b>"], text: "t", png: "iVBO" },
          { output_type: "pyerr", ename: "E", evalue: "what", traceback: ["a", "b"] },
        ],
      },
    ];
    const notebook = parseNotebook(
      JSON.stringify({ metadata: { name: "n" }, nbformat: 3, worksheets: [{ cells }] }),
    );
    expect(parts(notebook).slice(0, 5)).toEqual([
      ["code", 2, "import os\nx"],
      ["markdown", 1, "A"],
      ["output", 2, 1, "text/html", "<b>"],
      ["output", 2, 1, "text/plain", "t"],
      ["output", 2, 2, "traceback", "a\nb"],
    ]);
  });

  test("an indented cell is a block of its own", () => {
    const { python } = parseNotebook(notebookOf(["if a:\n  b", "  c = 1\n  d = 2", "e"], bare));
    expect(python).toBe("\nif a:\n  b\nif 1:\n  c = 1\n  d = 2\n\ne\n");
  });
});

test.each<readonly [metadata: object, hasPython: boolean, scripts: number]>([
  [{ kernelspec: { name: "python3" } }, true, 1],
  [{ kernelspec: { name: "ir" }, language_info: { name: "R" } }, false, 0],
  [{ kernelspec: { name: "julia-1.9", language: "julia" } }, false, 0],
  [{ kernelspec: { name: "bash" } }, false, 1],
  [{ kernelspec: { name: "pysparkkernel", language: "" } }, true, 1],
  [{}, true, 1],
  [{ kernelspec: { name: "python3" }, language_info: { name: "R" } }, true, 1],
])("the kernel of %j", (metadata, hasPython, scripts) => {
  const notebook = parseNotebook(notebookOf(["!ls"], metadata));
  expect([notebook.python !== undefined, notebook.scripts.length]).toEqual([hasPython, scripts]);
});

test("a cell may have a language of its own", () => {
  const metadata = { vscode: { languageId: "shellscript" } };
  const notebook = parseNotebook(notebookOf(["x", { source: "ls -", metadata }]));
  expect(notebook.python?.split("\n")).toEqual(["", "x", "", "    ", ""]);
  expect(notebook.scripts).toHaveLength(1);
});

test("what an editor calls it does not hide it from the kernel that runs it", () => {
  const metadata = { vscode: { languageId: "r" } };
  const { python } = parseNotebook(notebookOf([{ source: "eval(x)", metadata }]));
  expect(python).toContain("eval(x)");
});

describe("a place is that of a person", () => {
  const notebook = parseNotebook(
    notebookOf(
      [
        { kind: "markdown", source: "a\nb" },
        { source: "x\r\n  yy", outputs: [printed("1\n22"), printed("3\n  44")] },
      ],
      { authors: ["me"] },
    ),
  );
  const at = (word: string): object => {
    const start = notebook.text.indexOf(word);
    return notebook.segments.locate({ start, end: start + word.length });
  };

  test("in code, in markdown, in outputs and in metadata", () => {
    expect(at("yy")).toEqual({ cell: 2, line: 2, column: 3, endLine: 2, endColumn: 5 });
    expect(at("b")).toEqual({ cell: 1, line: 2, column: 1, endLine: 2, endColumn: 2 });
    const pointer = "/cells/1/outputs/1/text";
    const place = { line: 2, column: 3, endLine: 2, endColumn: 5 };
    expect(at("44")).toEqual({ cell: 2, output: 2, pointer, ...place });
    expect(at('"me"')).toEqual({ pointer: "/metadata/authors" });
  });

  test("nowhere between two cells, and never beyond its cell", () => {
    expect(notebook.segments.locate({ start: 0, end: 0 })).toEqual({});
    const start = notebook.text.indexOf("yy");
    expect(notebook.segments.locate({ start, end: notebook.text.length })).toMatchObject({
      endLine: 2,
      endColumn: 5,
    });
  });
});

describe("hostile notebooks", () => {
  const whole = notebookOf([
    { kind: "markdown", source: "a" },
    { source: ["x\n", "é\u2028"], outputs: [printed(['\\"1\n']), shown({ "text/html": "<p>" })] },
  ]);

  test("cut at any place, what is there is read and the rest is said to be missing", () => {
    for (let end = 0; end < whole.length; end++) {
      const notebook = parseNotebook(whole.slice(0, end));
      expect(notebook.problems.length, `${end}`).toBeGreaterThan(0);
      expect(notebook.segments.all.length).toBeLessThanOrEqual(6);
    }
    expect(parseNotebook(whole).problems).toEqual([]);
    const cut = whole.slice(0, whole.indexOf('"output_type"'));
    expect(parseNotebook(cut).text).toContain("a");
  });

  test.each([
    ["nothing", ""],
    ["no object", "[1, 2]"],
    ["cells of a wrong type", '{"cells": 5}'],
    ["a cell of a wrong type", '{"cells": [5, "x", null, [], {}]}'],
    ["a source of a wrong type", '{"cells": [{"cell_type": "code", "source": {"a": 1}}]}'],
    ["a source of wrong lines", '{"cells": [{"cell_type": "code", "source": [1, "x", null]}]}'],
    [
      "outputs of a wrong type",
      '{"cells": [{"cell_type": "code", "source": "x", "outputs": {"a": 1}}]}',
    ],
    ["data of a wrong type", '{"cells": [{"cell_type": "code", "outputs": [{"data": "x"}]}]}'],
    ["a conflict", '{\n<<<<<<< HEAD\n"cells": [],\n=======\n"cells": [1]\n>>>>>>> x\n}'],
    ["two roots", '{"cells": []} {"cells": []}'],
    [
      "an odd key",
      '{"cells": [{"cell_type": "code", "__proto__": {"a": "b"}, "constructor": "c"}]}',
    ],
    ["a half escape", '{"cells": [{"cell_type": "code", "source": "\\u12"}]}'],
  ])("%s", (_, text) => {
    expect(() => parseNotebook(text)).not.toThrow();
  });

  test("a source that is there twice counts once, as in Jupyter, and is said", () => {
    const notebook = parseNotebook('{"cells":[{"cell_type":"code","source":"a","source":"b"}]}');
    expect(parts(notebook)).toEqual([["code", 1, "b"]]);
    expect(notebook.problems[0]?.message).toContain("two sources");
  });

  test("any text is read", () => {
    const piece = fc.constantFrom(
      '{"cells":[',
      '{"cell_type":"code",',
      '"source":',
      '"x"',
      '["a\\n",',
      "]",
      "}",
      ",",
      ":",
      '"',
      "\\",
      '"outputs":[{"data":{"text/html":',
      "null",
      "{",
      "[",
      "\n",
      "é",
      '"metadata":{',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const { text, segments, python } = parseNotebook(pieces.join(""));
        let end = -1;
        for (const segment of segments.all) {
          expect(segment.start).toBeGreaterThan(end);
          ({ end } = segment);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        if (python !== undefined) expect(text.length).toBeGreaterThanOrEqual(python.length);
      }),
      { numRuns: 500 },
    );
  });

  test.each<readonly [what: string, text: () => string, problem: RegExp | undefined]>([
    ["deep nesting", () => `{"cells":${"[".repeat(1e6)}`, /missing/],
    ["deep objects", () => `{"metadata":{"a":${'{"a":'.repeat(3e5)}`, /missing/],
    [
      "a million cells",
      () => `{"cells":[${'{"cell_type":"code","source":"x"},'.repeat(1e6)}{}]}`,
      /more than 100000 cells/,
    ],
    [
      "a million outputs",
      () => `{"cells":[{"cell_type":"code","outputs":[${'{"text":"x"},'.repeat(1e6)}{}]}]}`,
      /more than 200000 outputs/,
    ],
    ["a million keys", () => `{"metadata":{${'"a":"bc",'.repeat(1e6)}"b":1}}`, /more than 200000/],
    ["a long line", () => notebookOf(["x".repeat(5e6)]), undefined],
    ["many backslashes", () => `{"cells":[{"source":"${"\\".repeat(5e6)}"}]}`, undefined],
    ["many quotes", () => `{"cells":[{"source":${'"'.repeat(2e6)}`, /./],
    ["much code", () => notebookOf(["x = 1\n".repeat(1.5e6), "y"]), /8 MiB of code/],
    ["open brackets", () => notebookOf(Array.from({ length: 20_000 }, () => "f((((")), /opened/],
  ])("%s costs no more than its length", (_, text, problem) => {
    const file = text();
    expectQuick(() => {
      const { problems } = parseNotebook(file);
      if (problem !== undefined)
        expect(problems.map(({ message }) => message).join("\n")).toMatch(problem);
    }, 5_000);
  });
});
