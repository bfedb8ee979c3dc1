import type { Run, Severity } from "../core/index.ts";
import { flowLine } from "./flow.ts";
import { pasteLines } from "./paste.ts";
import { oneLine } from "./text.ts";
import { shownFindings } from "./view.ts";

const severities: Readonly<Record<Severity, string>> = {
  critical: "blocker",
  high: "critical",
  medium: "major",
  low: "minor",
  info: "info",
};

/** GitLab's code quality report: a JSON array in the shape of a subset of Code Climate's. */
export function render(run: Run): string {
  const issues = shownFindings(run).map((finding) => {
    const { path, line, endLine, cell, member } = finding.location;
    // GitLab asks for a line; a line within a cell or a member is not a line of the file.
    const begin = cell === undefined && member === undefined ? (line ?? 1) : 1;
    const end = begin === line && endLine !== undefined && endLine > begin ? endLine : undefined;
    const flow = flowLine(finding);
    const body = `${flow === undefined ? "" : `Flow: ${flow}. `}Mend: ${finding.mend}`;
    const paste = pasteLines(finding).map((line) => `    ${line}`);
    return {
      type: "issue",
      check_name: finding.check,
      description: oneLine(finding.message || finding.title),
      content: { body: [oneLine(body), ...(paste.length > 0 ? ["", ...paste] : [])].join("\n") },
      categories: ["Security"],
      severity: severities[finding.severity],
      fingerprint: finding.fingerprint,
      location: {
        path: path.toWellFormed(),
        lines: end === undefined ? { begin } : { begin, end },
      },
    };
  });
  return `${JSON.stringify(issues, null, 2)}\n`;
}
