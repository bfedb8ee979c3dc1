import { html } from "hono/html";
import type { Coverage, Finding, Run } from "../core/index.ts";
import { prose, type Html } from "./html-parts.ts";
import { provenanceWords } from "./provenance.ts";
import { formatBytes, formatDuration, neutralize, oneLine } from "./text.ts";
import { countSeverities, coverageReasonCounts, groupBy, reasonWords } from "./view.ts";

/** Name, targets, time. */
export function topLine(run: Run): Html {
  const started = new Date(run.startedAt);
  const when = Number.isNaN(started.getTime())
    ? oneLine(run.startedAt)
    : `${started.toISOString().slice(0, 16).replace("T", " ")} UTC`;
  return html`<header class="top">
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <path
        fill="currentColor"
        d="M4 2.5h16v9.2c0 5-3.2 8.4-8 10.3-4.800-1.900-8-5.300-8-10.300zM6 4.500v7.200c0 3.700 2.100 6.300 5 7.900V4.500z"
      />
    </svg>
    <h1>Pavise</h1>
    <span class="target"
      >${[run.command, ...run.targets].map((text) => oneLine(text)).join(" ")}</span
    >
    <span class="when"
      >${when} · ${formatDuration(run.durationMs)} · version ${neutralize(run.tool.version)}</span
    >
  </header>`;
}

/** Verdict, coverage and counts: what a reader takes away in five seconds. */
export function glance(run: Run, findings: readonly Finding[]): Html {
  return html`<section class="glance" aria-label="At a glance">
      ${verdict(run, findings)} ${covered(run)}
    </section>
    ${provenance(run)} ${tiles(findings)}`;
}

function verdict(run: Run, findings: readonly Finding[]): Html {
  const { pass, reasons } = run.gate;
  return html`<div class="panel verdict ${pass ? "good" : "bad"}">
    <strong>${pass ? "✓ The gate passes" : "✕ The gate fails"}</strong>
    <ul>
      ${reasons.map((reason) => html`<li>${prose(reason)}</li>`)}
      ${run.problems.map((problem) => html`<li class="problem">${prose(problem)}</li>`)}
      ${run.problems.length > 0 ? html`<li class="problem">The run is incomplete.</li>` : ""}
      ${pass && reasons.length === 0 ? html`<li>Nothing reaches the threshold.</li>` : ""}
    </ul>
    ${startWith(run, findings)}
  </div>`;
}

/** The checks that fail the gate, the worst first, each with a way to its first finding. */
function startWith(run: Run, findings: readonly Finding[]): Html | string {
  const failing = new Set(run.gate.failing);
  const groups = groupBy(
    findings.filter(({ fingerprint }) => failing.has(fingerprint)),
    ({ check }) => check,
  );
  if (groups.size === 0) return "";
  return html`<ul class="first">
    ${[...groups.values()].slice(0, 3).map(
      (group) =>
        html`<li>
          <b>${group.length.toLocaleString("en")} ×</b>
          <a href="#f-${neutralize(group[0]?.fingerprint ?? "")}"
            >${prose(group[0]?.title ?? "")}</a
          >
        </li>`,
    )}
    ${groups.size > 3 ? html`<li>and ${groups.size - 3} more checks</li>` : ""}
  </ul>`;
}

/** Whose model it is, and whether it is what was signed. */
function provenance(run: Run): Html | string {
  const words = provenanceWords(run);
  if (words === undefined) return "";
  return html`<section class="panel provenance ${words.isGood ? "good" : "bad"}">
    <strong>${words.isGood ? "✓" : "✕"} ${words.sentence}</strong>
    <dl>
      ${words.rows.map(
        ([label, text]) =>
          html`<dt>${label}</dt>
            <dd>${oneLine(text)}</dd>`,
      )}
    </dl>
  </section>`;
}

function covered(run: Run): Html {
  const { summary, assets } = run.coverage;
  const total = summary.checked + summary.skipped + summary.failed;
  const widths = [summary.checked, summary.skipped, summary.failed].map((number) =>
    total === 0 ? 0 : (number / total) * 100,
  );
  const [checked = 0, skipped = 0, failed = 0] = widths;
  return html`<div class="panel covered">
    <div class="label">
      <strong>Coverage</strong><span class="soft">${formatBytes(summary.bytes)} read</span>
    </div>
    <svg class="bar" viewBox="0 0 100 9" preserveAspectRatio="none" aria-hidden="true">
      <rect class="checked" x="0" width="${checked}" height="9" />
      <rect class="skipped" x="${checked}" width="${skipped}" height="9" />
      <rect class="failed" x="${checked + skipped}" width="${failed}" height="9" />
    </svg>
    <dl class="legend">
      <dt>checked</dt>
      <dd class="n">${summary.checked.toLocaleString("en")}</dd>
      <dd class="why">read from end to end</dd>
      <dt>skipped</dt>
      <dd class="n">${summary.skipped.toLocaleString("en")}</dd>
      <dd class="why">${reasons(assets, "skipped")}</dd>
      <dt class="${summary.failed > 0 ? "failed" : ""}">not read</dt>
      <dd class="n">${summary.failed.toLocaleString("en")}</dd>
      <dd class="why">${reasons(assets, "failed")}</dd>
    </dl>
  </div>`;
}

function reasons(assets: readonly Coverage[], status: Coverage["status"]): string {
  return coverageReasonCounts(assets, status)
    .map(([reason, number]) => `${number.toLocaleString("en")} ${reasonWords[reason]}`)
    .join(", ");
}

function tiles(findings: readonly Finding[]): Html {
  return html`<div class="tiles" role="group" aria-label="Findings by severity; press to filter">
    ${[...countSeverities(findings)].map(
      ([severity, number]) =>
        html`<button
          type="button"
          class="tile ${severity}${number === 0 ? " none" : ""}"
          data-severity="${severity}"
          aria-pressed="true"
          ${number === 0 ? "disabled" : ""}
        >
          <b>${number.toLocaleString("en")}</b> ${severity}
        </button>`,
    )}
  </div>`;
}
