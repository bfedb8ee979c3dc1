import { describe, expect, test } from "vitest";
import type { Finding } from "../core/index.ts";
import { findingAt, sampleFinding } from "./testing/sample-finding.ts";
import { sampleRun } from "./testing/sample-run.ts";
import { byFile, markedLine, rank, shownFindings } from "./view.ts";

function markedText(finding: Finding): string {
  const { text, start, end } = markedLine(finding);
  return text.slice(start, end);
}

describe("markedLine", () => {
  const given = { check: "verify-off", path: "a.py", line: 3 } as const;
  const around = ["", ""] as const;

  test("marks the exact columns of a line of the snippet", () => {
    expect(markedText(findingAt({ ...given, marked: "  x = «f(1)» # 😀", around }))).toBe("f(1)");
  });

  test("marks to the end of the line where the finding goes on", () => {
    const finding = sampleFinding({
      check: "verify-off",
      path: "a.py",
      location: { path: "a.py", line: 1, column: 5, endLine: 3, endColumn: 2 },
      snippet: { startLine: 1, lines: ["x = f(  ", "  1", ")"] },
    });
    expect(markedText(finding)).toBe("f(");
  });

  test("marks a redacted literal whole, although its end has moved", () => {
    const location = { path: "a.py", line: 1, column: 12, endLine: 1, endColumn: 60 };
    const lines = ['password = "[redacted]"  # x'];
    const finding = sampleFinding({
      check: "verify-off",
      path: "a.py",
      location,
      snippet: { startLine: 1, lines },
    });
    expect(markedText(finding)).toBe('"[redacted]"');
  });

  test("marks nothing behind a redaction, in a cut line or in trimmed evidence", () => {
    const location = { path: "a.py", line: 1, column: 20, endLine: 1, endColumn: 24 };
    const base = { check: "verify-off", path: "a.py", location };
    const texts = [
      "login('•••', verify=False) # and more",
      "…something long, and verify=False here",
    ];
    for (const text of texts) {
      const finding = sampleFinding({ ...base, snippet: { startLine: 1, lines: [text] } });
      expect(markedText(finding)).toBe("");
    }
    expect(markedText(sampleFinding({ ...base, evidence: "x".repeat(80) }))).toBe("");
  });
});

test("findings are shown for the reader of the run, worst first", () => {
  const run = sampleRun();
  const shown = shownFindings(run);
  expect(shown.some((finding) => finding.audience !== "default")).toBe(false);
  expect(shownFindings({ ...run, audience: "audit" })).toHaveLength(run.findings.length);
  const ranks = shown.map((finding) => rank(finding.severity));
  expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
});

test("files come with the worst finding first, and with more of the worst before fewer", () => {
  const make = (path: string, severity: Finding["severity"], line: number): Finding =>
    sampleFinding({ check: "verify-off", path, severity, location: { path, line } });
  const findings = [
    make("b.py", "high", 1),
    make("c.py", "high", 1),
    make("c.py", "high", 2),
    make("a.py", "low", 1),
    make("d.py", "critical", 1),
  ];
  expect(byFile(findings).map(([path]) => path)).toEqual(["d.py", "c.py", "b.py", "a.py"]);
});
