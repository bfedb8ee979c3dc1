import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { render as github } from "./github.ts";
import { render as gitlab } from "./gitlab.ts";
import { render as markdown } from "./markdown.ts";
import { anyRun } from "./testing/arbitrary-run.ts";
import { findingAt, sampleFinding } from "./testing/sample-finding.ts";
import { cleanRun, largeRun, sampleRun } from "./testing/sample-run.ts";

describe("GitHub annotations", () => {
  test("give file, place, title and message as GitHub reads them", () => {
    const marked = "x = «f(verify=False)»";
    const finding = findingAt({ check: "verify-off", path: "a,b:c%.py", line: 3, marked });
    const [first] = github(sampleRun({ findings: [finding] })).split("\n");
    expect(first).toBe(
      "::warning file=a%2Cb%3Ac%25.py,line=3,endLine=3,col=5,endColumn=20," +
        "title=medium%3A TLS certificates are not verified (verify-off)" +
        "::TLS certificates are not verified%0AMend: Leave `verify` alone, " +
        "or give it the path of your own CA bundle.",
    );
  });

  test("are as many as GitHub shows, the worst first, and say how many there are", () => {
    const lines = github(largeRun(500)).trimEnd().split("\n");
    const types = lines.map((line) => /^::(\w+) /.exec(line)?.[1]);
    expect(types.filter((type) => type === "error")).toHaveLength(10);
    expect(types.filter((type) => type === "warning")).toHaveLength(10);
    expect(types.filter((type) => type === "notice")).toHaveLength(10);
    expect(lines[0]).toContain("title=critical");
    expect(lines.at(-1)).toMatch(/^::notice title=Pavise::The gate fails\..*29 of them shown here/);
  });

  test("text from a file forges no command", () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        for (const line of github(run).trimEnd().split("\n")) {
          expect(line).toMatch(/^::(?:error|warning|notice) [a-zA-Z]+=[^:]*::[^\p{Cc}]*$/u);
        }
      }),
      { numRuns: 100 },
    );
  });
});

const Issue = z.strictObject({
  type: z.literal("issue"),
  check_name: z.string(),
  description: z.string(),
  content: z.object({ body: z.string() }),
  categories: z.array(z.string()),
  severity: z.enum(["info", "minor", "major", "critical", "blocker"]),
  fingerprint: z.string(),
  location: z.object({
    path: z.string(),
    lines: z.object({ begin: z.int().min(1), end: z.int().optional() }),
  }),
});

describe("GitLab code quality", () => {
  test("has what GitLab asks for, whatever is in the run", () => {
    fc.assert(
      fc.property(anyRun, (run) => void z.array(Issue).parse(JSON.parse(gitlab(run)))),
      { numRuns: 50 },
    );
    expect(JSON.parse(gitlab(cleanRun()))).toEqual([]);
  });

  test("names the file and the line", () => {
    const issues = z.array(Issue).parse(JSON.parse(gitlab(sampleRun())));
    expect(issues).toContainEqual(
      expect.objectContaining({
        check_name: "torch-load-untrusted",
        severity: "critical",
        location: { path: "training/train.py", lines: { begin: 42 } },
      }),
    );
    expect(issues[0]?.severity).toBe("blocker");
  });
});

describe("Markdown", () => {
  test("says the verdict, the counts and each finding", () => {
    const text = markdown(sampleRun());
    expect(text).toContain("## ❌ Pavise: the gate fails");
    expect(text).toContain("| high | 8 | 8 |");
    expect(text).toContain("<summary><code>training/train.py</code> · 8 high, 1 medium</summary>");
    expect(text).toContain(
      "Mend: Pass <code>weights&#95;only&#61;True</code>, or load safetensors.",
    );
    expect(text).toContain("2 suppressed (1 by comment, 1 by config)");
    expect(markdown(cleanRun())).toContain("## ✅ Pavise: the gate passes");
    expect(markdown(cleanRun({ unread: true }))).toContain("No findings, but only 5 assets");
  });

  test("fits into a comment and says what it left out", () => {
    const text = markdown(largeRun(5_000));
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(60_000);
    expect(text).toMatch(/_[\d,]+ more did not fit here; the full report has them all\._/);
    const path = "@".repeat(5_000);
    const findings = Array.from({ length: 300 }, (_, line) =>
      sampleFinding({ check: "verify-off", path: path + line, evidence: path, message: path }),
    );
    expect(Buffer.byteLength(markdown(sampleRun({ findings })))).toBeLessThanOrEqual(60_000);
  });

  test("text from a file mentions no one, links to nothing and makes no markup", () => {
    const hostile = "@team #12 !3 [x](https://evil.example) <img src=x> **b** www.evil.example | c";
    const finding = sampleFinding({ check: "verify-off", path: hostile, message: hostile });
    const text = markdown(sampleRun({ findings: [finding] }));
    expect(text).not.toMatch(/@team|(?<!&)#12|!3|\]\(|<img|\*\*b|https:\/\/evil|www\.evil/);
    // Outside code, where forges look into the finished text, a space without width stands between.
    expect(text).toContain("&#64;&#8203;team &#35;&#8203;12 &#33;&#8203;3");
  });

  test("has no markup but its own, whatever is in the run", () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        const tags = markdown(run).match(/<[^>]*>/g) ?? [];
        for (const tag of tags) expect(tag).toMatch(/^<\/?(?:details|summary|code|sub|br|pre)>$/);
        expect(markdown(run)).not.toMatch(/[^\P{Cc}\n]|\p{Cf}|\p{Cs}/u);
      }),
      { numRuns: 60 },
    );
  });
});
