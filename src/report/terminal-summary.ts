import { isFor, type Coverage, type Finding, type Run } from "../core/index.ts";
import { inventoryCounts } from "./inventory.ts";
import { provenanceWords } from "./provenance.ts";
import { robustnessFacts } from "./robustness.ts";
import { examinationTexts } from "./examinations.ts";
import { robustnessTable, trustLines } from "./terminal-robustness.ts";
import { severityLook, type Paint } from "./terminal-paint.ts";
import {
  count,
  formatBytes,
  formatDuration,
  neutralize,
  oneLine,
  padEnd,
  widthOf,
  wrap,
} from "./text.ts";
import { countSeverities, coverageReasonCounts, groupBy, reasonWords, visible } from "./view.ts";

/** Unread files that are named; the rest are counted. */
const namedUnread = 10;
const labelWidth = "Suppressed".length + 2;
const indent = " ".repeat(2 + labelWidth);

interface Summary {
  readonly run: Run;
  /** The findings that the report shows, worst first. */
  readonly findings: readonly Finding[];
  readonly width: number;
  readonly paint: Paint;
}

/** What a reader takes away: counts, coverage, what was not counted, the verdict, the next step. */
export function summaryLines(summary: Summary): string[] {
  return [
    ...countLines(summary),
    ...provenanceLines(summary),
    ...robustnessLines(summary),
    ...inventoryLines(summary),
    ...assessmentLines(summary),
    ...coverageLines(summary),
    ...asideLines(summary),
    "",
    ...verdictLines(summary),
  ];
}

function row(input: { label: string; text: string; summary: Summary }): string[] {
  const { label, text, summary } = input;
  const lines = wrap(text, summary.width - 2 - labelWidth);
  return lines.map((line, index) =>
    index === 0 ? `  ${summary.paint("dim", padEnd(label, labelWidth))}${line}` : indent + line,
  );
}

function countLines(summary: Summary): string[] {
  const { run, findings, paint } = summary;
  if (findings.length === 0) return cleanLines(summary);
  const failing = new Set(run.gate.failing);
  const failingCounts = countSeverities(findings.filter((each) => failing.has(each.fingerprint)));
  const counts = countSeverities(findings);
  const digits = String(Math.max(...counts.values())).length;
  const lines = [];
  for (const [severity, number] of counts) {
    const { mark, style } = severityLook[severity];
    const fails = failingCounts.get(severity) ?? 0;
    const note =
      fails === 0
        ? ""
        : paint("dim", fails === number ? "  fail the gate" : `  ${fails} fail the gate`);
    const text = `${mark} ${padEnd(severity, 8)}  ${String(number).padStart(digits)}`;
    lines.push(`  ${paint(number > 0 ? style : "dim", text)}${note}`);
  }
  lines.push("");
  return lines;
}

/** A clean result is only as good as its coverage, so it names it. */
function cleanLines({ run, paint }: Summary): string[] {
  const { checked, failed, bytes } = run.coverage.summary;
  if (run.provenance !== undefined || run.robustness !== undefined) return [];
  if (checked + failed === 0) return [paint("yellow", "  Nothing was checked."), ""];
  const read = `${count(checked, "asset")} (${formatBytes(bytes)})`;
  const took = `in ${formatDuration(run.durationMs)}`;
  const sentence =
    failed === 0
      ? `  ${paint("green", "✔")} No findings in ${read}, read from end to end ${took}.`
      : paint("yellow", `  No findings, but only ${read} could be read from end to end.`);
  return [sentence, ""];
}

/** What there is of machine learning. */
function inventoryLines(summary: Summary): string[] {
  const { inventory } = summary.run;
  if (inventory === undefined || (inventory.length === 0 && !isAudit(summary.run))) return [];
  const text =
    inventory.length === 0
      ? "nothing of machine learning was found"
      : inventoryCounts(inventory).join(" · ");
  return row({ label: "Inventory", text, summary });
}

function isAudit({ command }: Run): boolean {
  return command.split(" ", 1)[0] === "audit";
}

/** Causes that are named; the rest are counted. */
const namedCauses = 3;

/** What the checks of infrastructure answered; what they could not tell is said, with why. */
function assessmentLines(summary: Summary): string[] {
  const { assessed, assessments = [] } = summary.run;
  if (assessed === undefined) return [];
  const { paint } = summary;
  const words = [`${assessed.pass} pass`, `${assessed.fail} fail`];
  if (assessed.unknown > 0) words.push(paint("yellow", `${assessed.unknown} unknown`));
  if (assessed["not-assessed"] > 0)
    words.push(paint("yellow", `${assessed["not-assessed"]} not assessed`));
  const lines = row({ label: "Assessed", text: words.join(" · "), summary });
  const open = assessments.filter(({ outcome }) => outcome !== "pass" && outcome !== "fail");
  const causes = [...groupBy(open, ({ detail }) => detail ?? "no reason")]
    .map(([cause, list]) => ({ cause, count: list.length }))
    .sort((a, b) => b.count - a.count);
  for (const { cause, count: times } of causes.slice(0, namedCauses)) {
    const text = `${neutralize(oneLine(cause))}${times > 1 ? ` (${times} answers)` : ""}`;
    for (const line of wrap(text, summary.width - indent.length)) lines.push(indent + line);
  }
  const more = causes.length - namedCauses;
  if (more > 0) lines.push(indent + paint("dim", `and ${count(more, "other cause")}`));
  return lines;
}

/** Whose model it is, and whether it is what was signed. */
function provenanceLines(summary: Summary): string[] {
  const words = provenanceWords(summary.run);
  if (words === undefined) return [];
  const { paint } = summary;
  const mark = words.isGood ? paint("green", "✔") : paint("red", "✖");
  return [
    `  ${mark} ${paint("bold", words.sentence)}`,
    "",
    ...words.rows.flatMap(([label, text]) => row({ label, text: oneLine(text), summary })),
  ];
}

/** What was looked at beside attacks. */
function examinationLines(summary: Summary): string[] {
  const { robustness } = summary.run;
  const texts = robustness === undefined ? [] : examinationTexts(robustness);
  if (texts.length === 0) return [];
  return [...texts.flatMap(([label, text]) => row({ label, text: oneLine(text), summary })), ""];
}

/** How the model held under attack. */
function robustnessLines(summary: Summary): string[] {
  const { run, paint } = summary;
  return [
    ...robustnessTable(run, paint),
    ...trustLines(run, summary),
    ...examinationLines(summary),
    // A digest is wider than many a terminal; the other reports have it.
    ...robustnessFacts(run)
      .filter(([label]) => label !== "Digest")
      .flatMap(([label, text]) => row({ label, text: oneLine(text), summary })),
  ];
}

function reasonsOf(assets: readonly Coverage[], status: Coverage["status"]): string {
  return coverageReasonCounts(assets, status)
    .map(([reason, number]) => `${number} ${reasonWords[reason]}`)
    .join(", ");
}

/** `1,790`. By hand: `toLocaleString` loads ICU, which takes as long as scanning a small file. */
function grouped(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

function coverageLines(summary: Summary): string[] {
  const { run, paint } = summary;
  const { summary: totals, assets } = run.coverage;
  const checked = `${grouped(totals.checked)} checked (${formatBytes(totals.bytes)})`;
  const texts = [`${checked} in ${formatDuration(run.durationMs)}`];
  if (totals.skipped > 0) {
    texts.push(`${grouped(totals.skipped)} skipped: ${reasonsOf(assets, "skipped")}`);
  }
  if (totals.failed > 0) {
    texts.push(`${grouped(totals.failed)} not read: ${reasonsOf(assets, "failed")}`);
  }
  const lines = texts.flatMap((text, index) =>
    row({ label: index === 0 ? "Coverage" : "", text, summary }),
  );
  const unread = assets.filter((entry) => entry.status === "failed");
  for (const entry of unread.slice(0, namedUnread)) {
    const why = entry.detail ?? reasonWords[entry.reason ?? "unknown"];
    const name = neutralize(entry.path);
    const hang = indent + "  ";
    const text = oneLine(why);
    const room = summary.width - hang.length;
    if (widthOf(name) + 2 + widthOf(text) <= room) {
      lines.push(`${indent}${paint("yellow", "!")} ${name}  ${paint("dim", text)}`);
    } else {
      lines.push(`${indent}${paint("yellow", "!")} ${name}`);
      for (const line of wrap(text, room - 2)) lines.push(`${hang}  ${paint("dim", line)}`);
    }
  }
  const more = unread.length - namedUnread;
  if (more > 0)
    lines.push(`${indent}  ${paint("dim", `and ${more} more, all in the json report`)}`);
  return lines;
}

function asideLines(summary: Summary): string[] {
  const { run, paint } = summary;
  const lines: string[] = [];
  const suppressed = visible(run, run.suppressed);
  if (suppressed.length > 0) {
    const kinds = [...groupBy(suppressed, (finding) => finding.suppression.kind)]
      .map(([kind, group]) => `${group.length} by ${kind}`)
      .join(", ");
    const text = `${suppressed.length} (${kinds})`;
    lines.push(...row({ label: "Suppressed", text, summary }));
  }
  const hidden = run.findings.filter((finding) => !isFor(finding.audience, run.audience));
  if (hidden.length > 0) {
    const wider = hidden.some(({ audience }) => audience === "audit") ? "audit" : "pedantic";
    const text = `${hidden.length} for a wider audience (--audience ${wider} shows them)`;
    lines.push(...row({ label: "Not shown", text, summary }));
  }
  for (const problem of run.problems) {
    const [first = "", ...more] = row({ label: "Problem", text: oneLine(problem), summary });
    lines.push(paint("yellow", first), ...more);
  }
  return lines;
}

function verdictLines(summary: Summary): string[] {
  const { run, findings, width, paint } = summary;
  const { gate } = run;
  const lines = [
    gate.pass
      ? `  ${paint(["bold", "green"], "✔ The gate passes.")}`
      : `  ${paint(["bold", "red"], "✖ The gate fails.")}`,
  ];
  for (const reason of gate.reasons) {
    for (const line of wrap(oneLine(reason), width - 4)) lines.push(`    ${line}`);
  }
  if (run.problems.length > 0) lines.push("    The run is incomplete.");
  const failing = new Set(gate.failing);
  const next = findings.find((finding) => failing.has(finding.fingerprint)) ?? findings[0];
  if (next !== undefined) {
    const command = `pavise checks ${neutralize(next.check)}`;
    const what = " explains the worst one.";
    const fits = "    Next: ".length + widthOf(command) + what.length <= width;
    lines.push(
      `    ${paint("dim", "Next:")} ${paint("cyan", command)}${fits ? paint("dim", what) : ""}`,
    );
  }
  return lines;
}
