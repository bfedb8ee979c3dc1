import { describe, expect, test } from "vitest";
import type { Finding, Step } from "../core/index.ts";
import { flowLine, flowOf } from "./flow.ts";
import { render as renderGithub } from "./github.ts";
import { render as renderGitlab } from "./gitlab.ts";
import { render as renderHtml } from "./html.ts";
import { render as renderJunit } from "./junit.ts";
import { render as renderMarkdown } from "./markdown.ts";
import { render as renderSarif } from "./sarif.ts";
import { flowLines } from "./terminal-flow.ts";
import { painter } from "./terminal-paint.ts";
import { sampleFinding } from "./testing/sample-finding.ts";
import { sampleRun } from "./testing/sample-run.ts";

function step(path: string, line: number, message = `step ${line}`): Step {
  return { location: { path, line, column: 3 }, message, evidence: `  code_${line}()` };
}
function findingWith(...steps: readonly Step[]): Finding {
  return sampleFinding({ check: "torch-load-untrusted", path: "a.py", steps });
}
const drawn = (finding: Finding, width = 60): readonly string[] =>
  flowLines({ finding, width, paint: painter(false) });
const long = findingWith(...Array.from({ length: 30 }, (_, at) => step("a.py", at + 1)));

describe("a flow", () => {
  test("names a path where it changes, the finding's own not at first", () => {
    const finding = findingWith(step("a.py", 1), step("b.py", 2), step("b.py", 3), step("a.py", 4));
    expect(flowOf(finding, 9).steps.map(({ path }) => path)).toEqual([
      undefined,
      "b.py",
      undefined,
      "a.py",
    ]);
  });

  test("that is long keeps its beginning and its end", () => {
    const { steps, left, after } = flowOf(long, 5);
    expect(steps.map(({ number }) => number)).toEqual([1, 2, 28, 29, 30]);
    expect([left, after]).toEqual([25, 2]);
  });

  test("is one line where there is room for one", () => {
    expect(flowLine(findingWith(step("a.py", 1, "read"), step("b.py", 2, "run")))).toBe(
      "read (a.py:1) → run (b.py:2)",
    );
    expect(flowLine(long, 2)).toBe("step 1 (a.py:1) → 28 more → step 30 (a.py:30)");
    expect(flowLine(findingWith())).toBeUndefined();
  });
});

describe("at a terminal", () => {
  test("goes down a thin line", () => {
    expect(
      drawn(
        findingWith(
          step("a.py", 9, "the model answers"),
          step("b.py", 12, "run by a shell that asks nobody"),
        ),
      ),
    ).toEqual([
      "    ┌  9  code_9()   the model answers",
      "    ├ b.py",
      "    └ 12  code_12()  run by a shell that asks nobody",
    ]);
  });

  test("wraps words, not code, and ends its line at the last step", () => {
    const words = "a value that came a long way before it was given to this one";
    expect(drawn(findingWith(step("a.py", 1), step("a.py", 2, words)), 44)).toEqual([
      "    ┌ 1  code_1()  step 1",
      "    └ 2  code_2()  a value that came a long",
      "                   way before it was given",
      "                   to this one",
    ]);
  });

  test("says how many steps it leaves out, and stays in its columns", () => {
    const lines = drawn(long);
    expect(lines).toHaveLength(13);
    expect(lines[6]).toBe("    │ … 18 more steps");
    const wide: Step = {
      location: { path: "a.py", line: 1 },
      message: "m",
      evidence: "界".repeat(1e6),
    };
    for (const line of drawn(findingWith(wide))) expect(line.length).toBeLessThan(60);
  });

  test("of a notebook names the cell", () => {
    const location = { path: "a.py", cell: 2, line: 3 };
    const [line] = drawn(findingWith({ location, message: "m", evidence: "x" }));
    expect(line).toBe("    └ cell 2:3  x  m");
  });
});

describe("in a file", () => {
  const run = sampleRun();
  const words = "an argument of the command line";

  test.each([
    ["html", renderHtml],
    ["markdown", renderMarkdown],
    ["junit", renderJunit],
    ["github", renderGithub],
    ["gitlab", renderGitlab],
    ["sarif", renderSarif],
  ] as const)("%s tells it", (_, render) => {
    expect(render(run)).toContain(words);
  });

  test("SARIF has it as a code flow with exact regions", () => {
    const { runs } = JSON.parse(renderSarif(run)) as {
      runs: {
        results: { codeFlows?: { threadFlows: { locations: { location: object }[] }[] }[] }[];
      }[];
    };
    const flows = runs[0]!.results.flatMap(({ codeFlows = [] }) => codeFlows);
    expect(flows).toHaveLength(1);
    const places = flows[0]!.threadFlows[0]!.locations.map(({ location }) => location);
    expect(places).toHaveLength(3);
    expect(places[0]).toEqual({
      physicalLocation: {
        artifactLocation: { uri: "training/cli.py", uriBaseId: "%SRCROOT%" },
        region: { startLine: 18, startColumn: 12, endColumn: 41 },
      },
      message: { text: words },
    });
  });
});
