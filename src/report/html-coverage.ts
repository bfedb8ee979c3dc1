import { html } from "hono/html";
import { formatLocation, type Coverage, type Run, type SuppressedFinding } from "../core/index.ts";
import { prose, type Html } from "./html-parts.ts";
import { formatBytes, neutralize } from "./text.ts";
import { groupBy, reasonWords } from "./view.ts";

/** Rows of one table; what is more stands in the JSON report. */
const maxRows = 2_000;

/** What was not read and why; skipped assets behind a fold, since someone decided to skip them. */
export function coverageSection(run: Run): Html | string {
  const byStatus = groupBy(run.coverage.assets, ({ status }) => status);
  const failed = byStatus.get("failed") ?? [];
  const skipped = byStatus.get("skipped") ?? [];
  if (failed.length + skipped.length === 0) return "";
  return html`<section id="coverage">
    <h2>What was not read</h2>
    ${failed.length === 0 ? "" : coverageTable("Could not be read", failed)}
    ${
      skipped.length === 0
        ? ""
        : html`<details class="fold">
            <summary>Skipped by decision: ${skipped.length.toLocaleString("en")}</summary>
            ${coverageTable("Skipped", skipped)}
          </details>`
    }
  </section>`;
}

function coverageTable(title: string, entries: readonly Coverage[]): Html {
  return html`<div class="scroll">
    <table>
      <thead>
        <tr>
          <th scope="col">${title}</th>
          <th scope="col">Kind</th>
          <th scope="col" class="num">Size</th>
          <th scope="col">Why</th>
        </tr>
      </thead>
      <tbody>
        ${entries.slice(0, maxRows).map(
          (entry) =>
            html`<tr>
              <td class="path">${neutralize(entry.path)}</td>
              <td>${entry.kind}</td>
              <td class="num">${formatBytes(entry.size)}</td>
              <td>${why(entry)}</td>
            </tr>`,
        )}
        ${more(entries.length, 4)}
      </tbody>
    </table>
  </div>`;
}

function why({ reason, detail }: Coverage): Html {
  const words = reasonWords[reason ?? "unknown"];
  if (detail === undefined) return html`${words}`;
  return html`${words} <span class="soft">${prose(detail)}</span>`;
}

function more(length: number, columns: number): Html | string {
  if (length <= maxRows) return "";
  return html`<tr>
    <td colspan="${columns}">
      and ${(length - maxRows).toLocaleString("en")} more, in the json report
    </td>
  </tr>`;
}

/** Findings that do not count, with the reasons that were given. */
export function suppressedSection(suppressed: readonly SuppressedFinding[]): Html | string {
  if (suppressed.length === 0) return "";
  return html`<section id="suppressed">
    <h2>Suppressed</h2>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Place</th>
            <th scope="col">Finding</th>
            <th scope="col">By</th>
            <th scope="col">Reason</th>
            <th scope="col">Until</th>
          </tr>
        </thead>
        <tbody>
          ${suppressed.slice(0, maxRows).map(suppressedRow)} ${more(suppressed.length, 5)}
        </tbody>
      </table>
    </div>
  </section>`;
}

function suppressedRow(finding: SuppressedFinding): Html {
  const { kind, reason, until } = finding.suppression;
  return html`<tr>
    <td class="path">${neutralize(formatLocation(finding.location))}</td>
    <td>
      ${prose(finding.message || finding.title)}
      <code class="soft">${neutralize(finding.check)}</code>
    </td>
    <td>${kind}</td>
    <td>${prose(reason)}</td>
    <td class="nowrap">${until === undefined ? "" : neutralize(until)}</td>
  </tr>`;
}
