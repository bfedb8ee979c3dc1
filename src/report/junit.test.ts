import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { render } from "./junit.ts";
import { anyRun } from "./testing/arbitrary-run.ts";
import { readMarkup } from "./testing/markup.ts";
import { cleanRun, sampleRun } from "./testing/sample-run.ts";

function tagsOf(text: string, name: string): ReadonlyMap<string, string>[] {
  return readMarkup(text)
    .tags.filter((tag) => tag.name === name)
    .map((tag) => tag.attributes);
}

describe("JUnit", () => {
  test("findings that fail the gate are failures, the others pass with their text", () => {
    const run = sampleRun();
    const text = render(run);
    expect(tagsOf(text, "failure")).toHaveLength(run.gate.failing.length + 1);
    expect(tagsOf(text, "system-out")).toHaveLength(4);
    expect(tagsOf(text, "testsuite").map((suite) => suite.get("name"))).toEqual([
      "pavise",
      "serving/app.py",
      "models/checkpoint.pt",
      "training/train.py",
      "notebooks/explore.ipynb",
      "config/pipeline.yaml",
    ]);
  });

  test("totals are the sums of what is in it", () => {
    const text = render(sampleRun({ hostile: true }));
    const [totals] = tagsOf(text, "testsuites");
    for (const [key, tag] of [
      ["tests", "testcase"],
      ["failures", "failure"],
      ["errors", "error"],
      ["skipped", "skipped"],
    ] as const) {
      expect(totals?.get(key), key).toBe(String(tagsOf(text, tag).length));
    }
  });

  test("a clean run is no empty report, and what was not read is not passed", () => {
    expect(tagsOf(render(cleanRun()), "testcase")).toHaveLength(2);
    expect(tagsOf(render(cleanRun({ unread: true })), "skipped")).toHaveLength(2);
  });

  test("is well-formed XML, whatever is in the run", () => {
    fc.assert(
      fc.property(anyRun, (run) => {
        const text = render(run);
        readMarkup(text);
        // XML 1.0, production 2: characters that it has no way to write.
        expect(text).not.toMatch(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u);
      }),
      { numRuns: 100 },
    );
  });
});
