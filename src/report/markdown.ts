import { formatLocation, type Finding, type Run } from "../core/index.ts";
import { flowLine } from "./flow.ts";
import { pasteLines } from "./paste.ts";
import { provenanceWords } from "./provenance.ts";
import { examinationTexts } from "./examinations.ts";
import { accuracyRows, between, percentCell, robustnessFacts } from "./robustness.ts";
import { clip, codeSpans, count, formatBytes, neutralize, oneLine } from "./text.ts";
import {
  byFile,
  countSeverities,
  coverageReasonCounts,
  groupBy,
  markedLine,
  reasonWords,
  shownFindings,
  visible,
} from "./view.ts";

/** Bytes; GitHub refuses a comment with more than 65,536 characters. */
const maxBytes = 60_000;
/** Kept free for the note that something was left out and for what stands at the end. */
const reserve = 4_000;
const maxEvidence = 160;
/** What is longer stands in the other reports: half a block is no mend. */
const maxPaste = 1_200;
const namedUnread = 20;

/** A summary for a pull request: the verdict, the counts, and each file behind a fold. */
export function render(run: Run): string {
  const findings = shownFindings(run);
  const head = [verdict(run), underAttack(run), counts(run, findings)];
  const tail = [coverage(run), footer(run)];
  const body: string[] = [];
  let room = maxBytes - reserve - size([...head, ...tail]);
  let left = 0;
  for (const [path, group] of byFile(findings)) {
    const items = group.map((finding) => item(finding));
    const frame = fileFold(path, group, []);
    const kept: string[] = [];
    room -= size([frame]);
    for (const text of items) {
      if (size([text]) > room) break;
      room -= size([text]);
      kept.push(text);
    }
    left += items.length - kept.length;
    if (kept.length > 0) body.push(fileFold(path, group, kept));
    else room += size([frame]);
  }
  if (left > 0) {
    body.push(
      `_${left.toLocaleString("en")} more did not fit here; the full report has them all._`,
    );
  }
  return `${[...head, ...body, ...tail].filter((part) => part !== "").join("\n\n")}\n`;
}

function size(parts: readonly string[]): number {
  return parts.reduce((sum, part) => sum + Buffer.byteLength(part) + 2, 0);
}

function verdict(run: Run): string {
  const heading = run.gate.pass ? "## ✅ Pavise: the gate passes" : "## ❌ Pavise: the gate fails";
  const words = provenanceWords(run);
  const known = words?.rows.map(([label, text]) => `${label}: ${text}`) ?? [];
  const said = words === undefined ? [] : [words.sentence, ...known];
  const lines = [...said, ...run.gate.reasons, ...run.problems.slice(0, 5)].map(
    (reason) => `- ${prose(clip(reason, 300))}`,
  );
  return [heading, ...(lines.length > 0 ? ["", ...lines] : [])].join("\n");
}

/** How the model held under attack: the table, and what speaks against it. */
function underAttack(run: Run): string {
  const { robustness } = run;
  if (robustness === undefined) return "";
  const rows = accuracyRows(robustness).map(({ name, accuracy, interval, outcome }) =>
    [
      "",
      code(clip(name, 80)),
      percentCell(accuracy),
      between(interval),
      outcome === undefined ? "" : percentCell(outcome.successRate),
      "",
    ].join(" | "),
  );
  const warnings = robustness.trust
    .filter(({ status }) => status === "warning")
    .map(({ title, detail }) => `- ⚠️ ${prose(clip(`${title}: ${detail}`, 400))}`);
  const facts = [...examinationTexts(robustness), ...robustnessFacts(run)].map(
    ([label, text]) => `${label}: ${prose(clip(text, 300))}`,
  );
  return [
    [
      "| | accuracy | 95 % interval | broken |",
      "|:--|--:|--:|--:|",
      ...rows.map((line) => line.trim()),
    ].join("\n"),
    warnings.join("\n"),
    `<sub>${facts.join(" · ")}</sub>`,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function counts(run: Run, findings: readonly Finding[]): string {
  const { checked, bytes, failed } = run.coverage.summary;
  const read = `${count(checked, "asset")} (${formatBytes(bytes)})`;
  if (findings.length === 0) {
    return failed === 0
      ? `No findings in ${read}, read from end to end.`
      : `No findings, but only ${read} could be read from end to end.`;
  }
  const failing = new Set(run.gate.failing);
  const fails = countSeverities(findings.filter((each) => failing.has(each.fingerprint)));
  const rows = [...countSeverities(findings)]
    .filter(([, number]) => number > 0)
    .map(([severity, number]) => `| ${severity} | ${number} | ${fails.get(severity) || ""} |`);
  return ["| severity | findings | fail the gate |", "|:--|--:|--:|", ...rows].join("\n");
}

function fileFold(path: string, group: readonly Finding[], items: readonly string[]): string {
  const tally = [...countSeverities(group)]
    .filter(([, number]) => number > 0)
    .map(([severity, number]) => `${number} ${severity}`)
    .join(", ");
  const summary = `<summary>${code(clip(path, 300))} · ${tally}</summary>`;
  return `<details>${summary}\n\n${items.join("\n")}\n\n</details>`;
}

function item(finding: Finding): string {
  const { location } = finding;
  const place = formatLocation({ ...location, path: "" }).replace(/^[:,] ?/, "");
  const where = place === "" ? "" : ` ${code(clip(place, 200))}`;
  const evidence = clip(markedLine(finding).text.trim(), maxEvidence);
  const lines = [
    `- **${finding.severity}**${where} ${prose(clip(finding.message || finding.title, 400))} (${code(finding.check)})`,
  ];
  if (evidence !== "") lines.push(`  <br>${code(evidence)}`);
  const flow = flowLine(finding);
  if (flow !== undefined) lines.push(`  <br>Flow: ${prose(clip(flow, 900))}`);
  lines.push(`  <br>Mend: ${prose(clip(finding.mend, 400))}`);
  const paste = pasteLines(finding).join("\n");
  if (paste !== "" && paste.length <= maxPaste)
    lines.push(`  <pre>${entities(paste).replaceAll("\n", "&#10;")}</pre>`);
  return lines.join("\n");
}

function coverage(run: Run): string {
  const { summary, assets } = run.coverage;
  const reasons = (status: "skipped" | "failed"): string =>
    coverageReasonCounts(assets, status)
      .map(([reason, number]) => `${number} ${reasonWords[reason]}`)
      .join(", ");
  const parts = [`${summary.checked} checked (${formatBytes(summary.bytes)})`];
  if (summary.skipped > 0) parts.push(`${summary.skipped} skipped: ${reasons("skipped")}`);
  if (summary.failed > 0) parts.push(`${summary.failed} not read: ${reasons("failed")}`);
  const line = `**Coverage** ${parts.join(" · ")}`;
  const unread = assets.filter((entry) => entry.status === "failed");
  if (unread.length === 0) return line;
  const items = unread.slice(0, namedUnread).map((entry) => {
    const why = entry.detail ?? reasonWords[entry.reason ?? "unknown"];
    return `- ${code(clip(entry.path, 200))} ${prose(clip(why, 200))}`;
  });
  if (unread.length > namedUnread) items.push(`- and ${unread.length - namedUnread} more`);
  return `${line}\n\n<details><summary>Not read</summary>\n\n${items.join("\n")}\n\n</details>`;
}

function footer(run: Run): string {
  const parts = [`pavise ${prose(run.tool.version)}`];
  const suppressed = visible(run, run.suppressed);
  if (suppressed.length > 0) {
    const kinds = [...groupBy(suppressed, (finding) => finding.suppression.kind)]
      .map(([kind, group]) => `${group.length} by ${kind}`)
      .join(", ");
    parts.push(`${suppressed.length} suppressed (${kinds})`);
  }
  const hidden = run.findings.length - visible(run, run.findings).length;
  if (hidden > 0) parts.push(`${hidden} for a wider audience not shown`);
  return `<sub>${parts.join(" · ")}</sub>`;
}

/** Everything that Markdown, HTML or a forge reads as structure; a reference to it never is. */
const structure = /[&<>"'\\`*_{}[\]()#+!|~@:$^=%]/g;

function entities(text: string): string {
  return text
    .replace(structure, (char) => `&#${char.charCodeAt(0)};`)
    .replace(/\bwww\./gi, (match) => `${match.slice(0, 3)}&#46;`);
}

/**
 * Untrusted prose. Forges look for `@name`, `#1`, `!2` in the finished text, where an entity no
 * longer protects, so that a zero-width space stands behind such a sign.
 */
function prose(text: string): string {
  return codeSpans(oneLine(text))
    .map((part, index) => (index % 2 === 1 ? code(part) : words(part)))
    .join("");
}

function words(text: string): string {
  return entities(text).replace(/&#(?:64|35|33|36|37|38|126);(?=[\p{L}\p{N}_"])/gu, "$&&#8203;");
}

/** Untrusted source text; forges make no references within `code`. */
function code(text: string): string {
  return `<code>${entities(neutralize(text))}</code>`;
}
