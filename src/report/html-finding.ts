import { html } from "hono/html";
import { formatLocation, type Finding } from "../core/index.ts";
import { flowList } from "./html-flow.ts";
import { lean, prose, type Html } from "./html-parts.ts";
import { pasteLines, pasteWords } from "./paste.ts";
import { clip, neutralize, neutralizeCode } from "./text.ts";
import { countSeverities, markedLine, type MarkedLine } from "./view.ts";

/** The evidence line of a closed finding is cut by the page anyway. */
const maxPreview = 240;

/** What a finding needs to know beside itself. */
export interface Placed {
  readonly finding: Finding;
  /** Its place among all, worst first. */
  readonly order: number;
  /** Key of the explanation of its check. */
  readonly about: string;
  readonly fails: boolean;
}

/** The findings of one file. */
export function fileGroup(path: string, placed: readonly Placed[]): Html {
  const tally = [...countSeverities(placed.map(({ finding }) => finding))]
    .filter(([, number]) => number > 0)
    .map(([severity, number]) => `${number} ${severity}`)
    .join(" · ");
  return html`<section class="group">
    <h3><span class="name">${neutralize(path)}</span><span class="tally">${tally}</span></h3>
    ${placed.map(findingDetails)}
  </section>`;
}

function findingDetails({ finding, order, about, fails }: Placed): Html {
  const { location, severity, fingerprint } = finding;
  const shownPath = neutralize(location.path);
  const place = neutralize(formatLocation({ ...location, path: "" }).replace(/^[:,] ?/, ""));
  const preview = clip(neutralizeCode(markedLine(finding).text.trim()), maxPreview);
  return lean`<details
    class="finding ${severity}"
    id="f-${neutralize(fingerprint)}"
    data-order="${order}"
    data-severity="${severity}"
    data-check="${neutralize(finding.check)}"
    data-file="${shownPath}"
    data-about="${about}"
  >
    <summary>
      <span class="badge">${severity}</span>
      <span class="what"
        >${prose(finding.message || finding.title)}${
          fails ? html` <span class="fails">fails the gate</span>` : ""
        }</span
      >
      <span class="where"><span class="path">${shownPath}${place === "" ? "" : " "}</span>${place}</span>
      <span class="line"
        ><code>${preview}</code><span class="check">${neutralize(finding.check)}</span></span
      >
    </summary>
    <div class="body">
      ${excerpt(finding)} ${flowList(finding)}
      <dl class="say">
        <dt>Mend</dt>
        <dd>${prose(finding.mend)}${pasteBlock(finding)}</dd>
      </dl>
      <p class="why"><a href="#about-${about}">Why it matters, and its controls</a></p>
      <p class="ids">
        Confidence ${finding.confidence} · fingerprint <code>${neutralize(fingerprint)}</code>
        <button type="button" class="copy" aria-label="Copy the fingerprint">copy</button>
      </p>
    </div>
  </details>`;
}

/** The mend ready to be pasted, with a button that copies it. */
function pasteBlock(finding: Finding): Html | string {
  const { paste } = finding;
  if (paste === undefined) return "";
  const code = pasteLines(finding).join("\n");
  return html`<div class="paste">
    <span>${pasteWords[paste.into]}</span>
    <pre>${code}</pre>
    <button type="button" class="copy" aria-label="Copy what is to be pasted">copy</button>
  </div>`;
}

function excerpt(finding: Finding): Html | string {
  const { location, snippet, evidence } = finding;
  const first = markedLine(finding);
  if (snippet === undefined || location.line === undefined) {
    if (evidence.trim() === "") return "";
    const lines = evidence.split(/\r\n|\r|\n/);
    const rows = lines.map((text, index) =>
      row({ number: undefined, marked: index === 0 ? first : plain(text), hit: false }),
    );
    return html`<pre class="code">${rows}</pre>`;
  }
  const { line } = location;
  const endLine = Math.max(line, location.endLine ?? line);
  const exact = first.end > first.start;
  const rows = snippet.lines.map((text, index) => {
    const number = snippet.startLine + index;
    const hit = number >= line && number <= endLine;
    const marked =
      number === line ? first : hit && exact ? continued(text, number, location) : plain(text);
    return row({ number, marked, hit });
  });
  return html`<pre class="code">${rows}</pre>`;
}

/** The marked part of a line after the first: from its first letter to the end of the mark. */
function continued(
  text: string,
  number: number,
  location: { readonly endLine?: number; readonly endColumn?: number },
): MarkedLine {
  const start = text.length - text.trimStart().length;
  const end =
    number === location.endLine && location.endColumn !== undefined
      ? Math.min(text.length, location.endColumn - 1)
      : text.trimEnd().length;
  return end > start ? { text, start, end } : plain(text);
}

function plain(text: string): MarkedLine {
  return { text, start: 0, end: 0 };
}

function row(input: {
  readonly number: number | undefined;
  readonly marked: MarkedLine;
  readonly hit: boolean;
}): Html {
  const { number, marked, hit } = input;
  const { text, start, end } = marked;
  const gutter = number === undefined ? "" : html`<i>${number}</i>`;
  const before = neutralizeCode(text.slice(0, start));
  const inside = neutralizeCode(text.slice(start, end));
  const after = neutralizeCode(text.slice(end));
  const mark = inside === "" ? "" : html`<mark>${inside}</mark>`;
  return html`<span class="${hit ? "hit" : ""}">${gutter}${before}${mark}${after}</span>`;
}
