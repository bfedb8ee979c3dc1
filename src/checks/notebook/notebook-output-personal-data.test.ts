import { expect, test } from "vitest";
import { defaultConfig } from "../../engine/config.ts";
import { scan } from "../../engine/scan.ts";
import { onOutput, outputCases, withOutput } from "../../testing/notebook-cases.ts";
import { makeTree } from "../../testing/tree.ts";
import { notebookOutputPersonalData } from "./notebook-output-personal-data.ts";

const people = (count: number): string =>
  Array.from({ length: count }, (_, at) => `${at}  Ada ${at}  ada.${at}@riverbank.io`).join("\n");

outputCases(notebookOutputPersonalData, {
  found: [
    "0  4539 1488 0343 6467",
    "  card_number\n0 4539148803436467",
    { "text/html": "<td>DE75 5121 0800 1245 1261 99</td>" },
    "ssn: 536-22-8725",
    people(3),
    "(415) 273-9164\n(415) 273-9165\n(415) 273-9166",
  ],
  clean: [
    people(2),
    "Author: ada@riverbank.io",
    "0 4539148803436467 0.4539148803436467",
    "loss 0.1234 1234-5678-9012-3456",
    "536-22-8725",
    "(415) 273-9164",
  ],
});

test("of few addresses the pedantic are told, of many everyone", () => {
  const readers = [5, 12].map(
    (count) => onOutput(notebookOutputPersonalData, people(count))[0]?.details.audience,
  );
  expect(readers).toEqual(["pedantic", undefined]);
});

test("a table that is stored as text and as HTML is told once", () => {
  const text = "4539 1488 0343 6467";
  const output = { "text/html": `<td>${text}</td>`, "text/plain": text };
  expect(onOutput(notebookOutputPersonalData, output)).toHaveLength(1);
});

test("the report does not repeat it", async () => {
  const root = makeTree({
    "a.ipynb": withOutput(`a 4539 1488 0343 6467, 4539-1488-0343-6467\n${people(12)}`),
  });
  const run = await scan({ targets: ["."], cwd: root, config: defaultConfig });
  expect(run.findings).toHaveLength(2);
  const shown = JSON.stringify(run);
  for (const part of ["1488", "ada.0@", "ada.1@"]) expect(shown).not.toContain(part);
  expect(
    run.findings.map(({ location }) => [location.cell, location.output, location.line]),
  ).toEqual([
    [1, 1, 1],
    [1, 1, 2],
  ]);
});
