import { expect, test } from "vitest";
import { formatBound } from "../core/index.ts";
import { render as json } from "./json.ts";
import { render as junit } from "./junit.ts";
import { render as markdown } from "./markdown.ts";
import { brief, percent } from "./robustness.ts";
import { render as sarif } from "./sarif.ts";
import { parseRun } from "./schema.ts";
import { render as terminal } from "./terminal.ts";
import { attackRun } from "./testing/sample-robustness.ts";
import { widthOf } from "./text.ts";

test("bounds as people write them", () => {
  expect(formatBound("linf", 8 / 255)).toBe("linf 8/255");
  expect(formatBound("linf", 8)).toBe("linf 8");
  expect(formatBound("l2", 0.5)).toBe("l2 0.5");
  expect(formatBound("l2", undefined)).toBe("l2");
  expect(formatBound(undefined, undefined)).toBe("");
});

test("numbers are short", () => {
  expect([0, 0.0314159, 312, 17.333, 1234567, 4e-7].map(brief)).toEqual([
    "0",
    "0.0314",
    "312",
    "17.3",
    "1.2e+6",
    "4.0e-7",
  ]);
  expect([0, 0.485, 1, 0.29].map(percent)).toEqual(["0 %", "48.5 %", "100 %", "29.0 %"]);
});

test("the terminal has the table and what speaks against it, in 80 columns", () => {
  const text = terminal(attackRun());
  expect(text).toMatchSnapshot();
  for (const line of text.split("\n")) expect(widthOf(line)).toBeLessThanOrEqual(80);
});

test("a run with everything comes back from its JSON", () => {
  const run = attackRun();
  expect(parseRun(json(run))).toEqual(JSON.parse(JSON.stringify(run)));
});

test("a picture that is no picture is no run", () => {
  const text = json(attackRun()).replaceAll("data:image/png;base64,", "https://evil.example/");
  expect(() => parseRun(text)).toThrow(/robustness.examples/);
});

test("the other reports have the numbers, and pictures stay out of SARIF", () => {
  const run = attackRun();
  expect(markdown(run)).toContain(
    "| <code>pgd linf 8/255</code> | 48.5 % | 41.5–55.5 % | 45.5 % |",
  );
  expect(junit(run)).toContain('name="pgd linf 8/255: 48.5 %"');
  const log = sarif(run);
  expect(log).toContain('"robustAccuracy": 0.485');
  expect(log).not.toContain("data:image");
});
