/*
 * examples/credit-model/WHAT-PAVISE-FINDS.md says what a scan says: no row that is not a finding,
 * no finding for everyone without its row.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { formatLocation, type Finding, type Run } from "../core/index.ts";
import { repository, runInCi } from "../testing/ci-home.ts";

const folder = "examples/credit-model";
const page = readFileSync(join(repository, folder, "WHAT-PAVISE-FINDS.md"), "utf8");

const scan = runInCi({
  words: [process.execPath, "src/cli/main.ts", "scan", folder, "--format", "json"],
  cwd: repository,
});
const run = JSON.parse(scan.stdout) as Run;

/** A section of the page, up to the next heading of its rank. */
function section(heading: string): string {
  const [, text = ""] = page.split(`## ${heading}\n`);
  return text.split(/^## /m)[0] ?? "";
}

function cells(text: string): readonly (readonly string[])[] {
  return text
    .split("\n")
    .filter((line) => line.startsWith("| `"))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

const placeOf = (cell: string): string => cell.replaceAll("`", "");

const findings: ReadonlyMap<string, Finding> = new Map(
  run.findings.map((finding) => {
    const { location, check, severity, audience } = finding;
    const place = formatLocation({ ...location, column: undefined }).slice(folder.length + 1);
    const dial = audience === "default" ? severity : `${severity} (${audience})`;
    return [`${place} ${check} ${dial}`, finding] as const;
  }),
);
const rows = cells(section("Line by line")).map(([place = "", what = "", check, dial]) => ({
  key: `${placeOf(place)} ${check} ${dial}`,
  place: placeOf(place),
  aliases: what.match(/\bB\d{3}\b/g) ?? [],
}));
const missed = cells(section("What Pavise does not find (yet)")).map(([place = ""]) =>
  placeOf(place),
);

describe("the page of the example", () => {
  test("has no row that is not a finding", () => {
    const keys = rows.map(({ key }) => key);
    expect(keys.length).toBeGreaterThan(40);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.filter((key) => !findings.has(key))).toEqual([]);
    for (const { key, aliases } of rows) {
      expect(findings.get(key)?.aliases, key).toEqual(expect.arrayContaining([...aliases]));
    }
  });

  test("leaves out no finding but the asserts of the tests", () => {
    const keys = new Set(rows.map(({ key }) => key));
    const without = [...findings.keys()].filter((key) => !keys.has(key));
    expect(without.filter((key) => !/^tests\/\S+ assert-used low \(audit\)$/.test(key))).toEqual(
      [],
    );
  });

  test("speaks of no place without a row", () => {
    const told = section("Three ways in").match(/`[\w./-]+:\d+`/g) ?? [];
    expect(told.length).toBeGreaterThan(10);
    const known = new Set([...rows.map(({ place }) => place), ...missed]);
    expect(told.map(placeOf).filter((place) => !known.has(place))).toEqual([]);
  });

  test("names lines that are there where it says what is missed", () => {
    expect(missed.length).toBeGreaterThan(0);
    for (const place of missed) {
      const [file = "", line] = place.split(":");
      const lines = readFileSync(join(repository, folder, file), "utf8").split("\n");
      expect(lines[Number(line) - 1]?.trim(), place).toBeTruthy();
    }
  });

  test("comes from a scan that ended well and fails the gate", () => {
    expect([scan.status, scan.stderr, run.problems]).toEqual([1, "", []]);
    expect(run.coverage.summary.failed).toBe(0);
  });
});
