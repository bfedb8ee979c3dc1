import fc from "fast-check";
import { audiences, confidences, severities } from "../../core/index.ts";
import type { Finding, Run, Step } from "../../core/index.ts";
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
  })
  .map(({ path, place, message, evidence }) => ({
    location: { path, ...place },
    message,
    evidence,
  }));

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
      steps: fc.array(anyStep, { maxLength: 20 }),
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
  })
  .map(({ findings, suppressed, audience, target, problems, reasons, detail }) => {
    const run = sampleRun({ findings });
    return {
      ...run,
      audience,
      targets: [target],
      problems,
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
