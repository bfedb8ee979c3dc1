import { describe, expect, test } from "vitest";
import { isReportFormat, parseRun, render, reportFormats } from "./index.ts";
import { cleanRun, sampleRun } from "./testing/sample-run.ts";

describe("render", () => {
  test.each(reportFormats)(
    "%s is text that ends with a line break, and is the same twice",
    async (format) => {
      for (const run of [sampleRun({ hostile: true }), cleanRun()]) {
        const text = await render(format, run);
        expect(text).toMatch(/[^\n]\n$/);
        expect(await render(format, run)).toBe(text);
      }
    },
  );

  test("a run that is longer than a text can be is refused, and says what to do", async () => {
    const run = {
      ...sampleRun(),
      get problems(): never {
        throw new RangeError("Invalid string length");
      },
    };
    await expect(render("json", run)).rejects.toMatchObject({
      code: "output-failed",
      hint: expect.stringContaining("max-findings-per-check"),
    });
  });

  test("a run that went through JSON is reported the same", async () => {
    const run = sampleRun();
    const read = await parseRun(await render("json", run));
    for (const format of reportFormats) {
      expect(await render(format, read)).toBe(await render(format, run));
    }
  });
});

test("knows its formats by name and nothing else", () => {
  expect(reportFormats.every(isReportFormat)).toBe(true);
  for (const name of ["pdf", "", "toString", "__proto__"]) expect(isReportFormat(name)).toBe(false);
});
