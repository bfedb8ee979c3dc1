import { html, raw } from "hono/html";
import type { Finding, Run } from "../core/index.ts";
import { aboutsOf, aboutSection, controlOptions, type About } from "./html-about.ts";
import { assessmentSection } from "./html-assessments.ts";
import { coverageSection, suppressedSection } from "./html-coverage.ts";
import { fileGroup } from "./html-finding.ts";
import { glance, topLine } from "./html-glance.ts";
import { inventorySection } from "./html-inventory.ts";
import { cspHash, type Html } from "./html-parts.ts";
import { hasPictures } from "./html-robustness-examples.ts";
import { robustnessSection } from "./html-robustness.ts";
import { robustnessStyle } from "./html-robustness-style.ts";
import { script } from "./html-script.ts";
import { style } from "./html-style.ts";
import { count, formatBytes, neutralize } from "./text.ts";
import { byFile, compareFindings, shownFindings, visible } from "./view.ts";

/**
 * One file that needs nothing else: no network, no other file. Its policy admits this style and this
 * script by their hashes and nothing more, so that even an escape that we missed could not run. Pictures
 * are admitted where the run has some, from within the page.
 */
function policyOf(run: Run, styles: string): string {
  return [
    "default-src 'none'",
    `style-src ${cspHash(styles)}`,
    `script-src ${cspHash(script)}`,
    ...(hasPictures(run) ? ["img-src data:"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
}

// Put together apart from the template: their hashes hold for exactly this text, and a formatter may
// break the lines of a template.
const scriptTag = raw(`<script>${script}</script>`);

/** The report as a page. */
export function render(run: Run): string {
  const findings = shownFindings(run);
  const { abouts, keyOf } = aboutsOf(run, findings);
  const styles = run.robustness === undefined ? style : `${style}${robustnessStyle}`;
  const verdict = run.gate.pass ? "gate passes" : "gate fails";
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policyOf(run, styles)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="no-referrer" />
        <title>Pavise: ${verdict}, ${count(findings.length, "finding")}</title>
        ${raw(`<style>${styles}</style>`)}
      </head>
      <body>
        <div class="page">
          ${topLine(run)}
          <main>
            ${glance(run, findings)} ${robustnessSection(run)}
            ${findingsSection({ run, findings, abouts, keyOf })} ${inventorySection(run, findings)}
            ${assessmentSection(run)} ${coverageSection(run)}
            ${suppressedSection(visible(run, run.suppressed).sort(compareFindings))}
            ${aboutSection(abouts)}
          </main>
          ${foot(run, findings)}
        </div>
        ${scriptTag}
      </body>
    </html> `;
  // oxlint-disable-next-line typescript/no-base-to-string -- hono's pages are String objects
  return `${String(page).trimEnd()}\n`;
}

function findingsSection(input: {
  readonly run: Run;
  readonly findings: readonly Finding[];
  readonly abouts: readonly About[];
  readonly keyOf: (finding: Finding) => string;
}): Html {
  const { run, findings, abouts, keyOf } = input;
  if (findings.length === 0) {
    const hasAssets = (run.inventory ?? []).length > 0;
    return html`${hasAssets ? html`<div class="tools" role="search">${searchField()}</div>` : ""}
      <p class="empty">${cleanSentence(run)}</p>`;
  }
  const failing = new Set(run.gate.failing);
  const orders = new Map(findings.map((finding, order) => [finding, order]));
  const groups = byFile(findings).map(([path, group]) =>
    fileGroup(
      path,
      group.map((finding) => ({
        finding,
        order: orders.get(finding) ?? 0,
        about: keyOf(finding),
        fails: failing.has(finding.fingerprint),
      })),
    ),
  );
  return html`<section id="findings" aria-label="Findings">
    ${toolbar(findings, abouts)}
    <p class="shown" id="shown" role="status"></p>
    <div id="list" class="by-file">${groups}</div>
    <p class="empty" id="nothing" hidden>
      No finding fits these filters.
      <button type="button" id="clear-too" class="copy">clear them</button>
    </p>
  </section>`;
}

function searchField(): Html {
  return html`<input
    type="search"
    id="text"
    class="search"
    placeholder="Filter by text or path  ( / )"
    aria-label="Filter by text or path"
    autocomplete="off"
    spellcheck="false"
  />`;
}

function toolbar(findings: readonly Finding[], abouts: readonly About[]): Html {
  const checks = [...new Set(findings.map((finding) => finding.check))].sort();
  return html`<div class="tools" role="search">
    ${searchField()}
    <select id="check" aria-label="Filter by check">
      <option value="">Every check</option>
      ${checks.map((id) => html`<option value="${neutralize(id)}">${neutralize(id)}</option>`)}
    </select>
    <select id="control" aria-label="Filter by control or framework">
      <option value="">Every control</option>
      ${controlOptions(abouts)}
    </select>
    <select id="group" aria-label="Group by">
      <option value="file">By file</option>
      <option value="check">By check</option>
      <option value="severity">By severity</option>
    </select>
    <button type="button" id="clear">Clear</button>
  </div>`;
}

function cleanSentence(run: Run): string {
  const { checked, failed, bytes } = run.coverage.summary;
  if (checked + failed === 0) return "Nothing was checked.";
  const read = `${count(checked, "asset")} (${formatBytes(bytes)})`;
  return failed === 0
    ? `No findings in ${read}, read from end to end.`
    : `No findings, but only ${read} could be read from end to end.`;
}

function foot(run: Run, findings: readonly Finding[]): Html {
  const hidden = run.findings.length - findings.length;
  return html`<footer>
    ${
      hidden > 0
        ? html`<p>
            ${count(hidden, "finding")} for a wider audience than ${run.audience} not shown; the
            json report has them.
          </p>`
        : ""
    }
    <p>
      Made by pavise ${neutralize(run.tool.version)} from one run; nothing in this page comes from
      the network.
    </p>
  </footer>`;
}
