import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Coverage } from "./coverage.ts";
import type { Finding } from "./finding.ts";
import {
  controlMatches,
  defaultPolicy,
  judge,
  namesCheck,
  type GatePolicy,
  type GateRule,
} from "./gate.ts";
import { audiences, confidences, severities } from "./severity.ts";

function finding(parts: Partial<Finding> = {}): Finding {
  return {
    check: "pickle-load",
    code: "PV-CODE-101",
    title: "A pickle is loaded",
    aliases: ["B301"],
    asset: "python",
    severity: "high",
    confidence: "high",
    audience: "default",
    location: { path: "src/a.py", line: 1 },
    message: "A pickle is loaded",
    evidence: "pickle.load(f)",
    mend: "Do not.",
    controls: ["CWE-502", "OWASP-LLM04:2026"],
    fingerprint: "0".repeat(32),
    ...parts,
  };
}

function policy(parts: Partial<GatePolicy> = {}): GatePolicy {
  return { ...defaultPolicy, ...parts };
}

function passes(of: Partial<Finding>, by: Partial<GatePolicy> = {}): boolean {
  return judge({ findings: [finding(of)], coverage: [], policy: policy(by) }).pass;
}

test("nothing found passes, and gives no reason", () => {
  expect(judge({ findings: [], coverage: [], policy: defaultPolicy })).toEqual({
    pass: true,
    reasons: [],
    failing: [],
  });
});

test("what fails is named and counted", () => {
  const findings = [
    finding({ fingerprint: "a" }),
    finding({ fingerprint: "b", severity: "low" }),
    finding({ fingerprint: "c" }),
  ];
  const result = judge({ findings, coverage: [], policy: defaultPolicy });
  expect(result).toEqual({
    pass: false,
    reasons: ["2 findings fail the gate (threshold: high)"],
    failing: ["a", "c"],
  });
  expect(
    judge({ findings: findings.slice(0, 1), coverage: [], policy: defaultPolicy }).reasons,
  ).toEqual(["1 finding fails the gate (threshold: high)"]);
});

describe("a finding counts", () => {
  test("from the threshold on", () => {
    expect(passes({ severity: "medium" })).toBe(true);
    expect(passes({ severity: "high" })).toBe(false);
    expect(passes({ severity: "critical" })).toBe(false);
    expect(passes({ severity: "critical" }, { failOn: "none" })).toBe(true);
    expect(passes({ severity: "info" }, { failOn: "info" })).toBe(false);
  });

  test("from the least confidence on", () => {
    expect(passes({ confidence: "low" }, { minConfidence: "medium" })).toBe(true);
    expect(passes({ confidence: "medium" }, { minConfidence: "medium" })).toBe(false);
  });

  test("for the audience that is asked for, and those within it", () => {
    expect(passes({ audience: "audit" })).toBe(true);
    expect(passes({ audience: "audit" }, { audience: "audit" })).toBe(false);
    expect(passes({ audience: "default" }, { audience: "audit" })).toBe(false);
  });
});

describe("a rule", () => {
  const cases: readonly (readonly [title: string, rule: GateRule, fits: boolean])[] = [
    ["by check", { check: "pickle-load", failOn: "none" }, true],
    ["by code", { check: "PV-CODE-101", failOn: "none" }, true],
    ["by alias", { check: "B301", failOn: "none" }, true],
    ["by another check", { check: "eval-used", failOn: "none" }, false],
    ["by path", { path: (path) => path.startsWith("src/"), failOn: "none" }, true],
    ["by another path", { path: (path) => path.startsWith("test/"), failOn: "none" }, false],
    ["by control", { control: "CWE-502", failOn: "none" }, true],
    ["by control without its edition", { control: "OWASP-LLM04", failOn: "none" }, true],
    ["by another control", { control: "OWASP-LLM0", failOn: "none" }, false],
    ["by audience", { audience: "default", failOn: "none" }, true],
    ["by another audience", { audience: "pedantic", failOn: "none" }, false],
    [
      "by all of it",
      { check: "B301", control: "CWE-502", audience: "default", failOn: "none" },
      true,
    ],
    [
      "by all but one",
      { check: "B301", control: "CWE-79", audience: "default", failOn: "none" },
      false,
    ],
    ["by nothing", { failOn: "none" }, true],
  ];
  test.each(cases)("%s", (_, rule, fits) => {
    expect(passes({}, { rules: [rule] })).toBe(fits);
  });

  test("may be stricter than the general threshold", () => {
    expect(passes({ severity: "low" }, { rules: [{ check: "B301", failOn: "low" }] })).toBe(false);
  });

  test("decides alone: the first that fits", () => {
    const rules: readonly GateRule[] = [
      { check: "B301", failOn: "none" },
      { check: "pickle-load", failOn: "info" },
    ];
    expect(passes({}, { rules })).toBe(true);
    expect(passes({}, { rules: rules.toReversed() })).toBe(false);
  });
});

describe("what could not be read", () => {
  function entry(status: Coverage["status"], reason?: Coverage["reason"]): Coverage {
    return { path: "a", kind: "python", size: 1, status, reason };
  }
  const coverage: readonly Coverage[] = [
    entry("checked"),
    entry("skipped", "excluded"),
    entry("failed", "syntax-error"),
    entry("failed", "limit"),
    ...(["timeout", "out-of-memory", "check-failed", "worker-failed"] as const).map((reason) =>
      entry("failed", reason),
    ),
  ];

  test.each([
    ["report", 0],
    ["stopped", 4],
    ["fail", 6],
  ] as const)("fails the gate, with the policy %s, %i times of 8", (unread, count) => {
    const failing = coverage.filter(
      (one) => !judge({ findings: [], coverage: [one], policy: policy({ unread }) }).pass,
    );
    expect(failing).toHaveLength(count);
    const all = judge({ findings: [], coverage, policy: policy({ unread }) });
    expect(all.pass).toBe(count === 0);
    if (count > 0) expect(all.reasons.join()).toContain(`${count} assets`);
  });

  test("is held against the gate where the file had to be given up, unless someone says otherwise", () => {
    expect(defaultPolicy.unread).toBe("stopped");
  });

  test("gives a reason of its own, and no failing finding", () => {
    const one = judge({
      findings: [],
      coverage: [entry("failed", "timeout")],
      policy: defaultPolicy,
    });
    expect(one.reasons).toHaveLength(1);
    expect(one.reasons.join()).toContain("1 asset ");
    expect(one.failing).toEqual([]);
  });
});

test("a control is matched whole, or without its edition", () => {
  expect(controlMatches("OWASP-LLM04:2026", "OWASP-LLM04:2026")).toBe(true);
  expect(controlMatches("OWASP-LLM04:2026", "OWASP-LLM04")).toBe(true);
  expect(controlMatches("OWASP-LLM04:2026", "OWASP-LLM0")).toBe(false);
  expect(controlMatches("OWASP-LLM04:2026", "OWASP-LLM04:2025")).toBe(false);
});

test("a check has three kinds of names", () => {
  expect(["pickle-load", "PV-CODE-101", "B301"].every((name) => namesCheck(finding(), name))).toBe(
    true,
  );
  expect(namesCheck(finding(), "pickle")).toBe(false);
});

describe("whatever the findings", () => {
  const findings = fc.array(
    fc.record({
      severity: fc.constantFrom(...severities),
      confidence: fc.constantFrom(...confidences),
      audience: fc.constantFrom(...audiences),
      fingerprint: fc.uuid(),
    }),
    { maxLength: 12 },
  );
  const policies = fc.record({
    failOn: fc.constantFrom(...severities, "none" as const),
    minConfidence: fc.constantFrom(...confidences),
    audience: fc.constantFrom(...audiences),
  });

  test("it passes exactly where nothing fails and no reason is given", () => {
    fc.assert(
      fc.property(findings, policies, (parts, by) => {
        const result = judge({ findings: parts.map(finding), coverage: [], policy: policy(by) });
        expect(result.pass).toBe(result.reasons.length === 0);
        expect(result.pass).toBe(result.failing.length === 0);
      }),
    );
  });

  test("a stricter threshold never lets more through", () => {
    fc.assert(
      fc.property(findings, policies, (parts, by) => {
        const all = parts.map(finding);
        let before = 0;
        for (const failOn of ["none", ...severities.toReversed()] as const) {
          const { failing } = judge({
            findings: all,
            coverage: [],
            policy: policy({ ...by, failOn }),
          });
          expect(failing.length).toBeGreaterThanOrEqual(before);
          before = failing.length;
        }
      }),
    );
  });

  test("one more finding never turns a failure into a pass", () => {
    fc.assert(
      fc.property(findings, findings, policies, (some, more, by) => {
        const few = judge({ findings: some.map(finding), coverage: [], policy: policy(by) });
        const many = judge({
          findings: [...some, ...more].map(finding),
          coverage: [],
          policy: policy(by),
        });
        expect(few.pass || !many.pass).toBe(true);
      }),
    );
  });
});
