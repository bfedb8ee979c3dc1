import { html } from "hono/html";
import type { Finding, Run, RunCheck } from "../core/index.ts";
import { shownControls, type ShownControl } from "./controls.ts";
import { isWebAddress, prose, reference, type Html } from "./html-parts.ts";
import { neutralize, oneLine } from "./text.ts";
import { groupBy } from "./view.ts";

/** What is said once of a check and its controls, and shown with each of its findings. */
export interface About {
  readonly key: string;
  readonly check: string;
  readonly meta: RunCheck | undefined;
  readonly title: string;
  readonly controls: readonly ShownControl[];
}

/** One explanation for each check and set of controls; `keyOf` finds that of a finding. */
export function aboutsOf(
  run: Run,
  findings: readonly Finding[],
): { readonly abouts: readonly About[]; readonly keyOf: (finding: Finding) => string } {
  const metas = new Map(run.checks.map((meta) => [meta.id, meta]));
  const abouts = new Map<string, About>();
  const identity = (finding: Finding): string =>
    JSON.stringify([finding.check, ...finding.controls]);
  for (const finding of findings) {
    const id = identity(finding);
    if (abouts.has(id)) continue;
    abouts.set(id, {
      key: `a${abouts.size}`,
      check: finding.check,
      meta: metas.get(finding.check),
      title: finding.title,
      controls: shownControls(finding.controls),
    });
  }
  return {
    abouts: [...abouts.values()],
    keyOf: (finding) => abouts.get(identity(finding))?.key ?? "",
  };
}

/** The explanations; the script copies from them into a finding that is opened. */
export function aboutSection(abouts: readonly About[]): Html | string {
  if (abouts.length === 0) return "";
  return html`<section>
    <h2>What the checks look for</h2>
    ${abouts.map(aboutArticle)}
  </section>`;
}

function aboutArticle({ key, check, meta, title, controls }: About): Html {
  const names = [check, ...(meta === undefined ? [] : [meta.code, ...meta.aliases])];
  return html`<article
    class="about"
    id="about-${key}"
    data-key="${key}"
    data-controls="${JSON.stringify(controls.flatMap(({ id, framework }) => [neutralize(id), neutralize(framework)]))}"
  >
    <h3>${prose(title)}</h3>
    <dl class="say">
      ${
        meta === undefined || meta.why === ""
          ? ""
          : html`<dt>Why</dt>
              <dd>${prose(meta.why)}</dd>`
      }
      ${
        meta?.blind === undefined
          ? ""
          : html`<dt>Not seen</dt>
              <dd>${prose(meta.blind)}</dd>`
      }
      ${
        controls.length === 0
          ? ""
          : html`<dt>Controls</dt>
              <dd>${controlList(controls)}</dd>`
      }
      ${
        meta?.references === undefined || meta.references.length === 0
          ? ""
          : html`<dt>Read</dt>
              <dd>
                <ul>
                  ${meta.references.map((text) => html`<li>${reference(text)}</li>`)}
                </ul>
              </dd>`
      }
      <dt>Known as</dt>
      <dd>${names.map((name) => html`<code>${oneLine(name)}</code> `)}</dd>
    </dl>
  </article>`;
}

function controlList(controls: readonly ShownControl[]): Html {
  const named = controls.filter((control) => control.named);
  const others = controls.filter((control) => !control.named);
  return html`<div class="controls">${named.map(controlRow)}</div>
    ${
      others.length === 0
        ? ""
        : html`<details class="more">
            <summary>${others.length} more by crosswalk</summary>
            <div class="controls">${others.map(controlRow)}</div>
          </details>`
    }`;
}

function controlRow({ id, title, url, framework }: ShownControl): Html {
  const shown = neutralize(id);
  const link =
    url !== undefined && isWebAddress(url)
      ? html`<a href="${url}" rel="noopener noreferrer">${shown}</a>`
      : shown;
  return html`<div class="id">${link}</div>
    <div title="${neutralize(framework)}">${prose(title)}</div>`;
}

/** Controls of all explanations by framework, for the filter. */
export function controlOptions(abouts: readonly About[]): Html {
  const controls = new Map<string, ShownControl>();
  for (const control of abouts.flatMap((about) => about.controls))
    controls.set(control.id, control);
  const groups = [...groupBy(controls.values(), ({ framework }) => framework)];
  return html`${groups.map(
    ([framework, group]) =>
      html`<optgroup label="${neutralize(framework)}">
        <option value="${neutralize(framework)}">All of ${neutralize(framework)}</option>
        ${group
          .toSorted((a, b) => (a.id < b.id ? -1 : 1))
          .map(
            ({ id, title }) =>
              html`<option value="${neutralize(id)}">
                ${neutralize(title === "" ? id : `${id} ${title}`)}
              </option>`,
          )}
      </optgroup>`,
  )}`;
}
