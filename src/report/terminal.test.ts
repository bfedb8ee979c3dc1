import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { render } from "./terminal.ts";
import { fit } from "./terminal-finding.ts";
import { anyRun } from "./testing/arbitrary-run.ts";
import { findingAt } from "./testing/sample-finding.ts";
import { cleanRun, sampleRun } from "./testing/sample-run.ts";
import { widthOf } from "./text.ts";

describe("the report of a project", () => {
  const text = render(sampleRun(), { width: 80 });

  test("shows a finding with its place, its exact columns, its way and how to mend it", () => {
    expect(text).toContain(
      [
        "  ▲ high      torch.load can run code hidden in the file",
        "    training/train.py:42:13  torch-load-untrusted",
        '    42 │ state = torch.load(args.checkpoint, map_location="cpu")',
        "       │         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^",
        "    ┌ training/cli.py",
        "    │  18  path = parser.parse_args().checkpoint  an argument of the command",
        "    │                                             line",
        "    │ 103  restore(path)                          passed to `restore` as `args`",
        "    ├ training/train.py",
        "    └  42  state = torch.load(args.checkpoint, …  loaded by `torch.load`, which",
        "                                                  runs what it finds in it",
        "    mend: Pass `weights_only=True`, or load safetensors.",
      ].join("\n"),
    );
  });

  test("folds findings of one check in one file after the third", () => {
    expect(text).toContain(
      "    + 5 more of torch-load-untrusted at lines 90, 112, 130, 131, 155\n",
    );
    expect(text).not.toContain("training/train.py:90");
  });

  test("ends with counts, coverage, what does not count, the verdict and the next step", () => {
    expect(text.slice(text.indexOf("  ✖ critical  2"))).toMatchInlineSnapshot(`
      "  ✖ critical  2  fail the gate
        ▲ high      8  fail the gate
        ◆ medium    2
        ● low       1
        ○ info      1

        Coverage    5 checked (1.9 MB) in 1.3 s
                    3 skipped: 2 without a check, 1 excluded
                    2 not read: 1 syntax error, 1 too large
                    ! training/broken.py
                        line 3, column 9: unexpected indent; the rest of the file was
                        searched
                    ! models/huge.bin  too large
        Suppressed  2 (1 by comment, 1 by config)
        Not shown   1 for a wider audience (--audience audit shows them)

        ✖ The gate fails.
          10 findings fail the gate (threshold: high)
          Next: pavise checks torch-load-untrusted explains the worst one.
      "
    `);
  });

  test("keeps to the width, at any width", () => {
    for (const width of [60, 80, 100, 120]) {
      for (const line of render(sampleRun(), { width }).split("\n")) {
        expect(widthOf(line), line).toBeLessThanOrEqual(width);
      }
    }
  });

  test("colours only where they are asked for, and changes nothing else by it", () => {
    const coloured = render(sampleRun(), { width: 80, color: true });
    expect(coloured).toContain("\u001b[");
    expect(text).not.toContain("\u001b[");
    expect(stripVTControlCharacters(coloured)).toBe(text);
  });

  test("is only the summary where it should be quiet", () => {
    const quiet = render(sampleRun(), { width: 80, quiet: true });
    expect(quiet).not.toContain("mend:");
    expect(quiet).toContain("The gate fails.");
  });
});

describe("a run without findings", () => {
  test("says how much was read", () => {
    expect(render(cleanRun())).toContain(
      "✔ No findings in 5 assets (1.9 MB), read from end to end in 1.3 s.",
    );
  });

  test("is not called clean where something could not be read", () => {
    const text = render(cleanRun({ unread: true }));
    expect(text).toContain("No findings, but only 5 assets (1.9 MB) could be read");
    expect(text).toContain("! models/huge.bin  too large");
    expect(text).not.toContain("✔ No findings");
  });

  test("says so where nothing was checked", () => {
    const coverage = { summary: { checked: 0, skipped: 0, failed: 0, bytes: 0 }, assets: [] };
    expect(render({ ...cleanRun(), coverage })).toContain("Nothing was checked.");
  });
});

test("no text from outside commands the terminal or hides from the reader", () => {
  fc.assert(
    fc.property(anyRun, fc.boolean(), fc.integer({ min: 20, max: 160 }), (run, color, width) => {
      const text = render(run, { color, width });
      // eslint-disable-next-line no-control-regex -- what is tested is that only our styles are there
      const ours = color ? text.replace(/\u001b\[\d+m/g, "") : text;
      expect(ours.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
    }),
    { numRuns: 150 },
  );
});

describe("a line that is too long", () => {
  test("is shown around its mark", () => {
    const line = `${"a".repeat(300)}MARK${"b".repeat(300)}`;
    const { text, before, under } = fit({ text: line, start: 300, end: 304 }, 60);
    expect(widthOf(text)).toBeLessThanOrEqual(60);
    expect(text.startsWith("…")).toBe(true);
    expect(text.endsWith("…")).toBe(true);
    expect(text.slice(before, before + under)).toBe("MARK");
  });

  test("is cut in linear time however long it is", () => {
    const line = `${"\t".repeat(5_000_000)}x`;
    expect(widthOf(fit({ text: line, start: 4_000_000, end: 4_000_001 }, 60).text)).toBeLessThan(
      61,
    );
  });

  test("keeps carets under wide characters", () => {
    const { before, under } = fit({ text: "日本 = f(語)", start: 5, end: 9 }, 60);
    expect([before, under]).toEqual([7, 5]);
  });

  test("fits whatever it is", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary", maxLength: 200 }),
        fc.nat(200),
        fc.nat(60),
        fc.integer({ min: 10, max: 100 }),
        (text, start, length, room) => {
          const from = Math.min(start, text.length);
          const end = Math.min(text.length, from + length);
          const fitted = fit({ text, start: from, end }, room);
          expect(widthOf(fitted.text)).toBeLessThanOrEqual(room);
          expect(fitted.before + fitted.under).toBeLessThanOrEqual(room + 1);
        },
      ),
    );
  });
});

test("a finding without a line has no gutter", () => {
  const finding = findingAt({ check: "verify-off", path: "a.bin", line: 1, marked: "«x»" });
  const run = sampleRun({ findings: [{ ...finding, location: { path: "a.bin" } }] });
  expect(render(run)).toContain("    │ x\n");
});
