/*
 * docs/flows.md names the sources and sinks there are, and the configuration that it shows works.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { formatLocation, type Run } from "../core/index.ts";
import { sinkKinds, sourceKinds } from "../flow/model.ts";
import { repository, runInCi } from "../testing/ci-home.ts";
import { makeTree } from "../testing/tree.ts";

const page = readFileSync(join(repository, "docs", "flows.md"), "utf8");

function rowsOf(heading: string): Readonly<Record<string, string>> {
  const text = page.split(`## ${heading}\n`)[1]?.split(/^## /m)[0] ?? "";
  const rows = [...text.matchAll(/^\| `([\w-]+)` \| (.+) \|$/gm)];
  return Object.fromEntries(rows.map(([, kind = "", what = ""]) => [kind, what]));
}

/** The program that the page shows under this name. */
function block(name: string): string {
  const found = new RegExp(`\`\`\`\\w+\n(# ${name}\n[^]*?)\`\`\``).exec(page);
  return found?.[1] ?? "";
}

function scanWith(yaml: string): { status: number | null; stderr: string; found: string[] } {
  const cwd = makeTree({ "agent.py": block("agent.py"), "pavise.yaml": yaml });
  const words = [process.execPath, join(repository, "src/cli/main.ts"), "scan", "-f", "json"];
  const { status, stdout, stderr } = runInCi({ words, cwd });
  const findings = stdout === "" ? [] : (JSON.parse(stdout) as Run).findings;
  const found = findings.map(
    ({ check, location, message }) =>
      `${formatLocation({ ...location, column: undefined })} ${check}: ${message}`,
  );
  return { status, stderr, found };
}

describe("the page of flows", () => {
  test("names every source and every sink", () => {
    expect(rowsOf("Where values come from")).toEqual(sourceKinds);
    expect(rowsOf("Where they do something")).toEqual(sinkKinds);
  });

  test("shows a configuration that does what it says", () => {
    const { found, stderr } = scanWith(block("pavise.yaml"));
    expect([stderr, found]).toEqual([
      "",
      [
        "agent.py:5 model-output-in-shell: The desk's answer is run by a shell (a command on the host)",
      ],
    ]);
  });

  test("shows one without which nothing is found", () => {
    expect(scanWith("version: 1\n").found).toEqual([]);
  });

  test("shows rows that all matter", () => {
    const yaml = block("pavise.yaml");
    const open = yaml.replace("acme.desk.only_known", "acme.desk.other");
    const unguarded = yaml.replace("acme.desk.is_known", "acme.desk.other");
    expect(scanWith(open).found.map((one) => one.split(" ")[0])).toEqual([
      "agent.py:5",
      "agent.py:6",
    ]);
    expect(scanWith(unguarded).found.map((one) => one.split(" ")[0])).toEqual([
      "agent.py:5",
      "agent.py:8",
    ]);
  });
});

describe("a mistake in `flow`", () => {
  test.each([
    [
      "a kind that there is not",
      "  sources:\n    - kind: rumour\n      call: a.b\n",
      /pavise\.yaml:4:\d+/,
    ],
    [
      "a key that there is not",
      "  sinks:\n    - kind: shell\n      cal: a.b\n",
      /pavise\.yaml:[45]:\d+/,
    ],
    [
      "a sink that there is not",
      "  guards:\n    - call: a.b\n      for: [shel]\n",
      /pavise\.yaml:5:\d+/,
    ],
    ["a row that names nothing", "  sources:\n    - kind: user-input\n", /pavise\.yaml:4:\d+/],
    [
      "a pattern that fits nothing",
      "  sinks:\n    - kind: shell\n      call: '*run*'\n",
      /pavise\.yaml:5:\d+/,
    ],
    [
      "a position that is none",
      "  passes:\n    - call: a.b\n      from: [-1]\n",
      /pavise\.yaml:5:\d+/,
    ],
  ])("%s is said with its place", (_, rows, place) => {
    const { status, stderr } = scanWith(`version: 1\nflow:\n${rows}`);
    expect([status, stderr]).toEqual([2, expect.stringMatching(place)]);
  });
});
