import type { Finding, Run } from "../core/index.ts";
import { flowLine } from "./flow.ts";
import { pasteLines } from "./paste.ts";
import { accuracyRows, between, percent } from "./robustness.ts";
import { count, neutralize } from "./text.ts";
import { byFile, reasonWords, shownFindings } from "./view.ts";

/**
 * JUnit XML, as Jenkins and GitLab read it: a test suite for each file with findings, in which the
 * findings that fail the gate are failures and the others pass with their text as output. A suite
 * `pavise` holds the gate itself and the coverage, so that a clean run is not an empty report.
 */
export function render(run: Run): string {
  const failing = new Set(run.gate.failing);
  const suites = byFile(shownFindings(run)).map(([path, findings]) =>
    suiteOf(
      path,
      findings.map((finding) => caseOf(finding, failing.has(finding.fingerprint))),
    ),
  );
  suites.unshift(
    suiteOf("pavise", [
      gateCase(run),
      ...attackCases(run),
      ...coverageCases(run),
      ...problemCases(run),
    ]),
  );
  const total = (key: "tests" | "failures" | "errors" | "skipped"): number =>
    suites.reduce((sum, suite) => sum + suite.counts[key], 0);
  const attributes = attributesOf({
    name: "pavise",
    tests: total("tests"),
    failures: total("failures"),
    errors: total("errors"),
    skipped: total("skipped"),
    time: (run.durationMs / 1000).toFixed(3),
  });
  const body = suites.map((suite) => suite.xml).join("\n");
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${attributes}>\n${body}\n</testsuites>\n`;
}

interface Case {
  readonly kind: "passed" | "failure" | "error" | "skipped";
  readonly xml: string;
}

function suiteOf(name: string, cases: readonly Case[]) {
  const number = (kind: Case["kind"]): number => cases.filter((each) => each.kind === kind).length;
  const counts = {
    tests: cases.length,
    failures: number("failure"),
    errors: number("error"),
    skipped: number("skipped"),
  };
  const body = cases.map((each) => each.xml).join("\n");
  return {
    counts,
    xml: `  <testsuite${attributesOf({ name, ...counts })}>\n${body}\n  </testsuite>`,
  };
}

function caseOf(finding: Finding, fails: boolean): Case {
  const { line, column, cell, output } = finding.location;
  const flow = flowLine(finding, 12);
  const places = [
    cell !== undefined && `cell ${cell}`,
    output !== undefined && `output ${output}`,
    line,
    line !== undefined && column,
  ];
  const place = places.filter((part) => part !== undefined && part !== false).join(":");
  const name = `${finding.check}${place === "" ? "" : ` at ${place}`}`;
  const text = [
    `${finding.severity}: ${finding.message}`,
    finding.evidence,
    ...(flow === undefined ? [] : [`flow: ${flow}`]),
    `mend: ${finding.mend}`,
    ...pasteLines(finding).map((line) => `  ${line}`),
    `confidence: ${finding.confidence}; fingerprint: ${finding.fingerprint}`,
  ].join("\n");
  const inner = fails
    ? `      <failure${attributesOf({ type: finding.check, message: finding.message })}>${escapeXml(text)}</failure>`
    : `      <system-out>${escapeXml(text)}</system-out>`;
  const attributes = attributesOf({
    classname: finding.location.path,
    name,
    file: finding.location.path,
    ...(line !== undefined && { line }),
  });
  return {
    kind: fails ? "failure" : "passed",
    xml: `    <testcase${attributes}>\n${inner}\n    </testcase>`,
  };
}

function gateCase(run: Run): Case {
  const attributes = attributesOf({ classname: "pavise", name: "gate" });
  if (run.gate.pass) return { kind: "passed", xml: `    <testcase${attributes}/>` };
  const text = run.gate.reasons.join("; ");
  const failure = `<failure${attributesOf({ type: "gate", message: text })}/>`;
  return { kind: "failure", xml: `    <testcase${attributes}>${failure}</testcase>` };
}

/** One case for each accuracy: graphs of a build server follow them. */
function attackCases({ robustness }: Run): Case[] {
  if (robustness === undefined) return [];
  return accuracyRows(robustness).map(({ name, accuracy, interval, outcome }): Case => {
    const text = `accuracy ${percent(accuracy)} (${between(interval)})`;
    const attributes = attributesOf({
      classname: robustness.model.path,
      name: `${name}: ${percent(accuracy)}`,
      ...(outcome !== undefined && { time: outcome.seconds.toFixed(3) }),
    });
    const out = `<system-out>${escapeXml(text)}</system-out>`;
    return { kind: "passed", xml: `    <testcase${attributes}>${out}</testcase>` };
  });
}

function coverageCases(run: Run): Case[] {
  const { checked } = run.coverage.summary;
  const name = `coverage: ${count(checked, "asset")} checked`;
  const read: Case = {
    kind: "passed",
    xml: `    <testcase${attributesOf({ classname: "pavise", name })}/>`,
  };
  const unread = run.coverage.assets.filter((entry) => entry.status === "failed");
  return [
    read,
    ...unread.map((entry): Case => {
      const why = entry.detail ?? reasonWords[entry.reason ?? "unknown"];
      const attributes = attributesOf({ classname: entry.path, name: "could not be read" });
      const skipped = `<skipped${attributesOf({ message: why })}/>`;
      return { kind: "skipped", xml: `    <testcase${attributes}>${skipped}</testcase>` };
    }),
  ];
}

function problemCases(run: Run): Case[] {
  return run.problems.map((problem) => {
    const attributes = attributesOf({ classname: "pavise", name: "the run itself" });
    const error = `<error${attributesOf({ type: "problem", message: problem })}/>`;
    return { kind: "error", xml: `    <testcase${attributes}>${error}</testcase>` };
  });
}

function attributesOf(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value).replace(/[\t\n\r]+/g, " "))}"`)
    .join("");
}

/** Characters that XML 1.0 has no way to write are made visible, and with them what hides text. */
function escapeXml(text: string): string {
  return text
    .split("\n")
    .map((line) => neutralize(line.replaceAll("\t", "    ").replaceAll("\r", "")))
    .join("\n")
    .replace(/[\ufffe\uffff]/g, "\ufffd")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
