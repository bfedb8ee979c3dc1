import { expect, test } from "vitest";
import type { Robustness } from "../../core/index.ts";
import { sampleRobustness } from "../../report/testing/sample-robustness.ts";
import { findingsOf } from "./findings.ts";
import { runOf } from "./run.ts";

/** Attacks alone, without what was looked at beside them. */
const {
  certification: _certification,
  extraction: _extraction,
  membership: _membership,
  backdoors: _backdoors,
  ...sample
} = sampleRobustness();

function withBar(value: number, more: Partial<Robustness> = {}): Robustness {
  const measured = { value, low: value - 0.05, high: value + 0.05 };
  return { ...sample, trust: [], bar: { ...sample.bar!, minimum: 0.5, measured }, ...more };
}

const severities = (robustness: Robustness): readonly string[] =>
  findingsOf(robustness).map(({ check, severity }) => `${check} ${severity}`);

test.each([
  [0.6, []],
  [0.5, []],
  [0.47, ["robust-accuracy-low medium"]],
  [0.3, ["robust-accuracy-low high"]],
  [0.2, ["robust-accuracy-low critical"]],
])("%f against a bar of 0.5", (value, expected) => {
  expect(severities(withBar(value))).toEqual(expected);
});

test("without a bar, what wins is said and fails nothing", () => {
  const { bar: _bar, ...free } = { ...sample, trust: [] };
  expect(severities(free)).toEqual(["attack-succeeds medium"]);
  const run = runOf({
    targets: ["m"],
    robustness: free,
    assets: [],
    problems: [],
    failOn: "high",
    startedAt: new Date(),
  });
  expect(run.gate).toMatchObject({ pass: true, reasons: [] });
});

const masked = (id: string) => ({
  trust: [{ id, status: "warning" as const, title: "t", detail: "Gradients are masked." }],
});

test("a bar that is met on masked gradients is not met", () => {
  expect(severities(withBar(0.6, masked("black-box")))).toEqual(["robustness-overestimated high"]);
  expect(severities(withBar(0.6, masked("zero-gradients")))).toEqual([
    "robustness-overestimated medium",
  ]);
  expect(severities(withBar(0.6, masked("sample")))).toEqual([]);
});

test("the bar fails the gate whatever the severity; a fingerprint stays while numbers move", () => {
  const given = { targets: ["m"], assets: [], problems: [], startedAt: new Date() };
  const run = runOf({ ...given, robustness: withBar(0.47), failOn: "critical" });
  expect(run.gate.pass).toBe(false);
  expect(run.gate.reasons[0]).toBe(
    "robust accuracy at linf 8/255 is 47.0 % (42.0 % to 52.0 %), and 50.0 % are asked",
  );
  expect(runOf({ ...given, robustness: withBar(0.2), failOn: "none" }).gate.pass).toBe(true);
  const [one, other] = [0.47, 0.2].map((value) => findingsOf(withBar(value))[0]!.fingerprint);
  expect(one).toBe(other);
});
