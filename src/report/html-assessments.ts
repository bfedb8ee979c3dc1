import { html } from "hono/html";
import type { Assessment, Run } from "../core/index.ts";
import { lean, prose, type Html } from "./html-parts.ts";
import { neutralize } from "./text.ts";
import { groupBy } from "./view.ts";

/** Causes that the page lists, and answers below each; what is more stands in the JSON report. */
const maxCauses = 200;
const maxAnswers = 30;

/** What the checks of infrastructure answered: counts, and by its cause what could not be told. */
export function assessmentSection(run: Run): Html | string {
  const { assessed, assessments = [] } = run;
  if (assessed === undefined) return "";
  const total = Object.values(assessed).reduce((sum, number) => sum + number, 0);
  if (total === 0) return "";
  const width = (number: number): number => (number / total) * 100;
  const [pass, fail, unknown] = [assessed.pass, assessed.fail, assessed.unknown].map(width) as [
    number,
    number,
    number,
  ];
  const denied = width(assessed["not-assessed"]);
  return html`<section id="assessments">
    <h2>What the checks of infrastructure answered</h2>
    <div class="panel answers">
      <svg class="bar" viewBox="0 0 100 9" preserveAspectRatio="none" aria-hidden="true">
        <rect class="checked" x="0" width="${pass}" height="9" />
        <rect class="failed" x="${pass}" width="${fail}" height="9" />
        <rect class="unknown" x="${pass + fail}" width="${unknown}" height="9" />
        <rect class="skipped" x="${pass + fail + unknown}" width="${denied}" height="9" />
      </svg>
      <dl class="legend">
        ${legend("pass", assessed.pass, "")} ${legend("fail", assessed.fail, "")}
        ${legend("unknown", assessed.unknown, "what is written does not tell")}
        ${legend("not assessed", assessed["not-assessed"], "a permission or a call was missing")}
      </dl>
      ${causes(assessments, "not-assessed", "Not assessed")}
      ${causes(assessments, "unknown", "Unknown")}
    </div>
  </section>`;
}

function legend(word: string, number: number, why: string): Html {
  return lean`<dt>${word}</dt><dd class="n">${number.toLocaleString("en")}</dd><dd class="why">${
    number > 0 ? why : ""
  }</dd>`;
}

function causes(
  assessments: readonly Assessment[],
  outcome: Assessment["outcome"],
  title: string,
): Html | string {
  const own = assessments.filter((each) => each.outcome === outcome);
  if (own.length === 0) return "";
  const groups = [...groupBy(own, ({ detail }) => detail ?? "no reason is given")].sort(
    ([, a], [, b]) => b.length - a.length,
  );
  const more = groups.length - maxCauses;
  return lean`<h3>${title}, by what was missing</h3>${groups
    .slice(0, maxCauses)
    .map(([cause, group]) => causeOf(cause, group))}${
    more > 0
      ? lean`<p class="soft">and ${more.toLocaleString("en")} more causes, in the json report</p>`
      : ""
  }`;
}

function causeOf(cause: string, group: readonly Assessment[]): Html {
  const more = group.length - maxAnswers;
  return lean`<details class="cause">
    <summary><b>${group.length.toLocaleString("en")}</b> ${prose(cause)}</summary>
    <ul>${group
      .slice(0, maxAnswers)
      .map(
        ({ check, resource }) =>
          lean`<li><code>${neutralize(resource)}</code> <span class="soft">${neutralize(check)}</span></li>`,
      )}${more > 0 ? lean`<li class="soft">and ${more.toLocaleString("en")} more</li>` : ""}</ul>
  </details>`;
}
