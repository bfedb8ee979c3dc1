import type { Run } from "../core/index.ts";
import type { ReportOptions } from "./options.ts";
import { fileBlock } from "./terminal-finding.ts";
import { painter } from "./terminal-paint.ts";
import { summaryLines } from "./terminal-summary.ts";
import { oneLine } from "./text.ts";
import { byFile, shownFindings } from "./view.ts";

/** Lines of prose and code longer than this are hard to read on any terminal. */
const widest = 140;
const narrowest = 40;

/**
 * The report for a person at a terminal. Whatever comes from the scanned files is made visible
 * before it is styled, so that the only escape sequences in it are our own.
 */
export function render(run: Run, options: ReportOptions = {}): string {
  const paint = painter(options.color ?? false);
  const width = Math.min(widest, Math.max(narrowest, options.width ?? 80));
  const findings = shownFindings(run);
  const head = [run.command, ...run.targets].map(oneLine).join(" ");
  const lines = [`${paint("bold", "pavise")} ${paint("dim", `${run.tool.version} · ${head}`)}`, ""];
  if (options.quiet !== true) {
    for (const [path, group] of byFile(findings)) {
      lines.push(...fileBlock({ path, findings: group, width, paint }));
    }
  }
  lines.push(...summaryLines({ run, findings, width, paint }));
  return `${lines.join("\n")}\n`;
}
