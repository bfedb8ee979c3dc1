import fc from "fast-check";
import {
  assessmentOutcomes,
  audiences,
  confidences,
  inventoryKinds,
  mendTargets,
  severities,
  summarizeAssessments,
} from "../../core/index.ts";
import type { Assessment, Finding, InventoryEntry, Run, Step } from "../../core/index.ts";
import { sampleChecks } from "./sample-checks.ts";
import { hostileTexts } from "./hostile.ts";
import { sampleFinding } from "./sample-finding.ts";
import { sampleRun } from "./sample-run.ts";

/** Any text, with what attacks a reader of reports more often than chance would bring it. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.constantFrom(...hostileTexts),
  fc
    .array(
      fc.constantFrom(
        "\u001b[",
        "\u202e",
        "<",
        "&",
        "`",
        "|",
        "@",
        "]]>",
        "\n",
        "\r",
        "\0",
        "😀",
        "\ud800",
        "a",
        " ",
      ),
      {
        maxLength: 12,
      },
    )
    .map((parts) => parts.join("")),
);

const anyPosition = fc.integer({ min: 1, max: 60 });

const anyStep: fc.Arbitrary<Step> = fc
  .record({
    path: fc.oneof(anyText, fc.constantFrom("a.py", "b.py")),
    place: fc.record(
      { line: anyPosition, column: anyPosition, endLine: anyPosition, cell: anyPosition },
      { requiredKeys: [] },
    ),
    message: anyText,
    evidence: anyText,
    thing: fc.option(fc.record({ kind: anyText, name: anyText, isDanger: fc.boolean() }), {
      nil: undefined,
    }),
  })
  .map(({ path, place, message, evidence, thing }) => ({
    location: { path, ...place },
    message,
    evidence,
    ...(thing !== undefined && { thing }),
  }));

/** A way through infrastructure, which is drawn. */
const anyWay: fc.Arbitrary<Step[]> = fc.array(
  anyStep.map((step) => ({ thing: { kind: "bucket", name: "a" }, ...step })),
  { minLength: 2, maxLength: 9 },
);

const anyEntry: fc.Arbitrary<InventoryEntry> = fc.record({
  kind: fc.constantFrom(...inventoryKinds),
  type: anyText,
  resource: anyText,
  name: anyText,
  location: fc.record({ path: anyText, line: anyPosition }),
  uses: fc.array(anyText, { maxLength: 9 }),
});

const anyAssessment: fc.Arbitrary<Assessment> = fc.record({
  check: anyText,
  code: anyText,
  aliases: fc.constant([]),
  resource: anyText,
  outcome: fc.constantFrom(...assessmentOutcomes),
  location: fc.record({ path: anyText }),
  detail: anyText,
});

const anyFinding: fc.Arbitrary<Finding> = fc
  .record(
    {
      check: fc.constantFrom(...sampleChecks.map(({ id }) => id)),
      path: anyText,
      severity: fc.constantFrom(...severities),
      confidence: fc.constantFrom(...confidences),
      audience: fc.constantFrom(...audiences),
      message: anyText,
      evidence: anyText,
      mend: anyText,
      title: anyText,
      aliases: fc.array(anyText, { maxLength: 2 }),
      controls: fc.array(fc.oneof(anyText, fc.constantFrom("CWE-502", "OWASP-LLM04:2026")), {
        maxLength: 3,
      }),
      lines: fc.array(anyText, { minLength: 1, maxLength: 4 }),
      startLine: anyPosition,
      steps: fc.oneof(fc.array(anyStep, { maxLength: 20 }), anyWay),
      paste: fc.record({ into: fc.constantFrom(...mendTargets), code: anyText }),
      place: fc.record(
        {
          line: anyPosition,
          column: anyPosition,
          endLine: anyPosition,
          endColumn: anyPosition,
          cell: anyPosition,
          output: anyPosition,
          member: anyText,
          pointer: anyText,
          resource: anyText,
        },
        { requiredKeys: [] },
      ),
    },
    { requiredKeys: ["check", "path", "place", "lines", "startLine"] },
  )
  .map(({ place, lines, startLine, ...rest }) =>
    sampleFinding({
      ...rest,
      location: { path: rest.path, ...place },
      ...(place.line !== undefined && { snippet: { startLine, lines } }),
    }),
  );

/** Runs with findings of every shape, places that contradict each other among them. */
export const anyRun: fc.Arbitrary<Run> = fc
  .record({
    findings: fc.array(anyFinding, { maxLength: 8 }),
    suppressed: fc.array(anyFinding, { maxLength: 2 }),
    audience: fc.constantFrom(...audiences),
    target: anyText,
    problems: fc.array(anyText, { maxLength: 2 }),
    reasons: fc.array(anyText, { maxLength: 2 }),
    detail: anyText,
    inventory: fc.array(anyEntry, { maxLength: 4 }),
    assessments: fc.array(anyAssessment, { maxLength: 4 }),
  })
  .map((given) => {
    const { findings, suppressed, audience, target, problems, reasons, detail } = given;
    const { inventory, assessments } = given;
    const run = sampleRun({ findings });
    return {
      ...run,
      audience,
      targets: [target],
      problems,
      inventory,
      assessments,
      assessed: summarizeAssessments(assessments),
      gate: { ...run.gate, reasons: [...run.gate.reasons, ...reasons] },
      suppressed: suppressed.map((finding) => ({
        ...finding,
        suppression: { kind: "comment" as const, reason: detail },
      })),
      coverage: {
        ...run.coverage,
        assets: run.coverage.assets.map((entry) => ({ ...entry, detail })),
      },
    };
  });
