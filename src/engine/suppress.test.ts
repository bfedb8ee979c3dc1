import { describe, expect, test } from "vitest";
import type { Finding, Run } from "../core/index.ts";
import { scanTree } from "../testing/scan-tree.ts";

const now = new Date("2026-06-15T12:00:00Z");

async function scanText(text: string, name = "a.py"): Promise<Run> {
  return scanTree({ [name]: text }, { now });
}

const names = (findings: readonly Finding[]): readonly string[] =>
  findings.map((finding) => finding.check);

/** Ids of what counts and of what is suppressed. */
async function outcome(text: string): Promise<readonly [readonly string[], readonly string[]]> {
  const run = await scanText(text);
  return [names(run.findings), names(run.suppressed)];
}

describe("ours", () => {
  test.each([
    ["on the line", "evil(1)  # pavise: allow evil-call -- a test"],
    ["by code", "evil(1)  # pavise: allow PV-TEST-001 -- a test"],
    ["by alias", "evil(1)  # pavise: allow B602 -- a test"],
    ["alone above", "# pavise: allow evil-call -- a test\nevil(1)"],
    [
      "above, with more comments between",
      "# pavise: allow evil-call -- a test\n# and more\nevil(1)",
    ],
    ["on any line of the construct", "evil(\n  1,  # pavise: allow evil-call -- a test\n)"],
    ["behind another comment", "evil(1)  # type: ignore  # pavise: allow evil-call -- a test"],
    ["until a day to come", "evil(1)  # pavise: allow evil-call -- a test until 2026-06-15"],
  ])("speaks %s", async (_, text) => {
    expect(await outcome(text)).toEqual([[], ["evil-call"]]);
  });

  test.each([
    ["not from a line further up", "# pavise: allow evil-call -- a test\n\nevil(1)"],
    ["not from the end of the line above", "x = 1  # pavise: allow evil-call -- a test\nevil(1)"],
    ["not for another check", "evil(1)  # pavise: allow risky-call -- a test"],
  ])("speaks %s, and is then said to be unused", async (_, text) => {
    expect((await outcome(text))[0].toSorted()).toEqual(["evil-call", "unused-suppression"]);
  });

  test("keeps its reason, its date and its place", async () => {
    const run = await scanText(
      "evil(1)  # pavise: allow evil-call -- it is -- fine, until 2027-01-31",
    );
    expect(run.suppressed[0]?.suppression).toEqual({
      kind: "comment",
      reason: "it is -- fine",
      until: "2027-01-31",
      location: { path: "a.py", line: 1, column: 10 },
    });
  });

  test("names several checks, and each has to be needed", async () => {
    const run = await scanText(
      "evil(1); risky(2)  # pavise: allow evil-call, risky-call, key-value -- a test",
    );
    expect(names(run.suppressed)).toEqual(["evil-call", "risky-call"]);
    expect(run.findings.map((finding) => finding.message)).toEqual([
      "No finding of key-value here",
    ]);
  });

  test("an expired one counts no longer, and is said", async () => {
    const run = await scanText("evil(1)  # pavise: allow evil-call -- a test until 2026-06-14");
    expect(names(run.findings)).toEqual(["evil-call", "expired-suppression"]);
  });

  test("a date that is none is said", async () => {
    const run = await scanText("evil(1)  # pavise: allow evil-call -- a test until 2026-13-99");
    expect(run.findings[1]?.message).toBe('"2026-13-99" is no date like 2027-01-31');
  });

  test("one without a reason counts, and is said", async () => {
    expect(await outcome("evil(1)  # pavise: allow evil-call")).toEqual([
      ["suppression-without-reason"],
      ["evil-call"],
    ]);
  });

  test("a wrong name gets a suggestion; a wrong word gets the form", async () => {
    const run = await scanText(
      "# pavise: allow evil-cal -- x\n# pavise: ignore evil-call\nevil(1)",
    );
    expect(run.findings.map((finding) => finding.message)).toEqual([
      'No check is called "evil-cal"; is "evil-call" meant?',
      "This suppresses nothing; write `# pavise: allow <check> -- <reason>`",
      "Found evil-call",
    ]);
  });

  test("prose about pavise is prose", async () => {
    expect(await outcome("# See pavise: the shield. We use # pavise to scan\nx = 1")).toEqual([
      [],
      [],
    ]);
  });

  test("nothing is called unused where the file could not be read whole", async () => {
    expect(await outcome("x  # pavise: allow evil-call -- a test\nbroken!")).toEqual([[], []]);
  });
});

describe("# nosec", () => {
  test.each([
    "evil(1)  # nosec",
    "evil(1)  #nosec",
    "evil(1)  # nosec: B602",
    "evil(1)  # nosec B101,B602",
    "evil(1)  # nosec B101, B602",
    "evil(1)  # nosec subprocess_popen_with_shell_equals_true",
    "evil(1)  # nosec - words that name no test mean every test",
    "evil(1)  # nosec B999",
    "evil(1)  # noqa: E501  # nosec B602 # more",
    "evil(\n  1  # nosec B602\n)",
  ])("%j suppresses as Bandit has it", async (text) => {
    expect((await outcome(text))[1]).toEqual(["evil-call"]);
  });

  test.each([
    "evil(1)  # nosec B101",
    "# nosec\nevil(1)",
    "evil(1)  # NOSEC",
    "evil(1)  # nosec assert_used",
  ])("%j does not", async (text) => {
    expect((await outcome(text))[1]).toEqual([]);
  });

  test("an idle one is a matter of hygiene, and only where all its codes are ours", async () => {
    const run = await scanText("x = 1  # nosec B602");
    expect(run.findings[0]).toMatchObject({ check: "unused-suppression", audience: "pedantic" });
    expect(await outcome("x = 1  # nosec B602, B101")).toEqual([[], []]);
    expect(await outcome("x = 1  # nosec")).toEqual([[], []]);
  });

  test("means nothing in other languages", async () => {
    expect(names((await scanText("evil(1)  # nosec", "a.sh")).findings)).toEqual(["evil-call"]);
  });
});

describe("# noqa", () => {
  test.each([
    "evil(1)  # noqa: S602",
    "evil(1)  # noqa:E501,S602",
    "evil(1)  # NOQA: s602",
    "evil(1)  # noqa: S6",
    "evil(1)  # noqa: S",
  ])("%j suppresses a security rule that it names", async (text) => {
    expect((await outcome(text))[1]).toEqual(["evil-call"]);
  });

  test.each([
    "evil(1)  # noqa",
    "evil(1)  # noqa: E501",
    "evil(1)  # noqa: S101",
    "evil(1)  # noqa : B602",
  ])("%j does not", async (text) => {
    expect((await outcome(text))[0]).toContain("evil-call");
  });
});

test("thousands of comments cost no more than their number", async () => {
  const lines = 20_000;
  const many = "exec(x)  # pavise: allow no-such-check\n".repeat(lines);
  const run = await scanTree({ "a.py": many });
  expect(run.coverage.assets[0]?.reason).not.toBe("timeout");
  expect(run.findings.filter(({ check }) => check === "unused-suppression")).toHaveLength(5_000);
});
