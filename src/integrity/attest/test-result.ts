import { z } from "zod";
import { severities, type Run, type Severity } from "../../core/index.ts";
import { paviseVersion } from "../../engine/version.ts";
import {
  subjectOf,
  testResultType,
  type ResourceDescriptor,
  type Statement,
  type SubjectModel,
} from "./statement.ts";

/** Findings by severity. */
export type SeverityCounts = Readonly<Record<Severity, number>>;

/** Counts the findings of a run that its reader sees. */
function countsOf(run: Run): SeverityCounts {
  const counts = { info: 0, low: 0, medium: 0, high: 0, critical: 0 };
  for (const { severity, audience } of run.findings) if (audience === "default") counts[severity]++;
  return counts;
}

/** Says what a scan of a model found: in-toto Test Result, with counts that others may pass over. */
export function scanStatement(model: SubjectModel, run: Run): Statement {
  const failing = new Set(run.gate.failing);
  const codesOf = (isFailing: boolean): readonly string[] => [
    ...new Set(
      run.findings
        .filter(
          ({ fingerprint, audience }) =>
            audience === "default" && failing.has(fingerprint) === isFailing,
        )
        .map(({ code }) => code),
    ),
  ];
  const [failed, warned] = [codesOf(true), codesOf(false)];
  const unread = run.coverage.summary.failed;
  const isWarned = warned.length > 0 || unread > 0 || run.problems.length > 0;
  return {
    subject: subjectOf(model),
    predicateType: testResultType,
    predicate: {
      result: run.gate.pass ? (isWarned ? "WARNED" : "PASSED") : "FAILED",
      configuration: [{ name: "pavise scan", annotations: { version: paviseVersion() } }],
      passedTests: [],
      warnedTests: warned,
      failedTests: failed,
      kind: "scan",
      timeCreated: run.startedAt,
      findings: countsOf(run),
      assets: run.coverage.summary,
      problems: run.problems.length,
    },
  };
}

/** Says how a model stood up to attacks: in-toto Test Result, with the numbers. */
export function robustnessStatement(
  model: SubjectModel,
  given: {
    readonly metrics: Readonly<Record<string, number>>;
    /** What was measured with, and what on. */
    readonly configuration: readonly ResourceDescriptor[];
    /** ISO 8601. */
    readonly at: string;
    /** Signs that the numbers may mislead. */
    readonly warned?: readonly string[];
    /** What failed the gate of the measurement. */
    readonly failed?: readonly string[];
  },
): Statement {
  const { warned = [], failed = [] } = given;
  return {
    subject: subjectOf(model),
    predicateType: testResultType,
    predicate: {
      result: failed.length > 0 ? "FAILED" : warned.length > 0 ? "WARNED" : "PASSED",
      configuration: given.configuration,
      passedTests: Object.keys(given.metrics),
      warnedTests: warned,
      failedTests: failed,
      kind: "robustness",
      timeCreated: given.at,
      metrics: given.metrics,
    },
  };
}

const Counts = z.object(
  Object.fromEntries(severities.map((each) => [each, z.int().min(0)])) as Record<
    Severity,
    z.ZodInt
  >,
);
const common = {
  result: z.enum(["PASSED", "WARNED", "FAILED"]),
  timeCreated: z.string().optional(),
};
const TestResult = z.discriminatedUnion("kind", [
  z.object({
    ...common,
    kind: z.literal("scan"),
    findings: Counts,
    assets: z.object({ checked: z.int().min(0), failed: z.int().min(0) }),
    problems: z.int().min(0),
  }),
  z.object({
    ...common,
    kind: z.literal("robustness"),
    metrics: z.record(z.string(), z.number()),
  }),
]);
export type KnownTestResult = z.infer<typeof TestResult>;

/** Reads a test result of ours; undefined for others, since in-toto does not say what was tested. */
export function readTestResult({
  predicateType,
  predicate,
}: Statement): KnownTestResult | undefined {
  if (predicateType !== testResultType) return undefined;
  const read = TestResult.safeParse(predicate);
  return read.success ? read.data : undefined;
}
