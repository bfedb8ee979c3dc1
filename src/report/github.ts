import type { Finding, Run, Severity } from "../core/index.ts";
import { flowLine } from "./flow.ts";
import { count, neutralize } from "./text.ts";
import { groupBy, shownFindings } from "./view.ts";

type Command = "error" | "warning" | "notice";

/** GitHub shows this many annotations of each type of one step and drops the rest unsaid. */
const perType = 10;

const commands: Readonly<Record<Severity, Command>> = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "notice",
  info: "notice",
};

/**
 * Workflow commands that GitHub turns into annotations, worst first, as many as GitHub shows. The
 * last one is a notice that says how many there are in all.
 */
export function render(run: Run): string {
  const findings = shownFindings(run);
  const groups = groupBy(findings, (finding) => commands[finding.severity]);
  const lines: string[] = [];
  for (const [command, group] of groups) {
    const room = command === "notice" ? perType - 1 : perType;
    for (const finding of group.slice(0, room)) lines.push(annotation(command, finding));
  }
  lines.push(summary(run, findings.length, lines.length));
  return `${lines.join("\n")}\n`;
}

function annotation(command: Command, finding: Finding): string {
  const { path, cell, output, line, column, endLine, endColumn, member } = finding.location;
  // A line within a cell or a member is not a line of the file.
  const lineOfFile = cell === undefined && member === undefined ? line : undefined;
  // GitHub takes columns only where the annotation stays on one line.
  const oneLine = lineOfFile !== undefined && (endLine === undefined || endLine === line);
  const properties: Readonly<Record<string, string | number | undefined>> = {
    file: path,
    line: lineOfFile,
    endLine: lineOfFile === undefined ? undefined : endLine,
    col: oneLine ? column : undefined,
    endColumn: oneLine ? endColumn : undefined,
    title: `${finding.severity}: ${finding.title} (${finding.check})`,
  };
  const list = Object.entries(properties)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
    .join(",");
  const inner = output === undefined ? `cell ${cell}` : `cell ${cell}, output ${output}`;
  const place = cell === undefined ? (member ?? "") : `${inner}, line ${line ?? 1}`;
  const flow = flowLine(finding);
  const message = [
    `${finding.message}${place === "" ? "" : ` (${place})`}`,
    ...(flow === undefined ? [] : [`Flow: ${flow}`]),
    `Mend: ${finding.mend}`,
  ].join("\n");
  return `::${command} ${list}::${escapeData(message)}`;
}

function summary(run: Run, total: number, shown: number): string {
  const verdict = run.gate.pass ? "The gate passes." : "The gate fails.";
  const { checked, failed } = run.coverage.summary;
  const parts = [verdict, ...run.gate.reasons, `${count(total, "finding")} in all`];
  if (shown < total) parts.push(`${shown} of them shown here`);
  parts.push(`${count(checked, "asset")} checked`);
  if (failed > 0) parts.push(`${failed} could not be read`);
  if (run.problems.length > 0) parts.push("the run is incomplete");
  return `::notice title=Pavise::${escapeData(parts.join("\n"))}`;
}

/** What a log would obey is made visible; line breaks are kept and escaped as GitHub asks. */
function escapeData(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => neutralize(line).replaceAll("%", "%25"))
    .join("%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
