// How a model held under attack, as a part of the page.
import { html } from "hono/html";
import type { AttackOutcome, Robustness, Run } from "../core/index.ts";
import { examinationPanels } from "./html-examinations.ts";
import { prose, type Html } from "./html-parts.ts";
import { examplesPart } from "./html-robustness-examples.ts";
import {
  accuracyBars,
  classChart,
  corruptionChart,
  curveChart,
  curveNames,
  shownClasses,
} from "./html-robustness-charts.ts";
import {
  attackName,
  between,
  brief,
  judgedAttacks,
  percentCell,
  robustnessFacts,
} from "./robustness.ts";
import { count, formatDuration, neutralize, oneLine } from "./text.ts";
import { groupBy } from "./view.ts";

/** The part of the page about attacks; nothing where none was run. */
export function robustnessSection(run: Run): Html | string {
  const { robustness } = run;
  if (robustness === undefined) return "";
  return html`<section id="under-attack" aria-label="Under attack">
    <h2>Under attack</h2>
    <div class="under">
      <div class="panel">
        <h3>Accuracy</h3>
        <p>Of all ${count(robustness.data.count, "input")}, with 95 % intervals (Wilson).</p>
        ${accuracyBars(robustness)}
      </div>
      <div>${curvesPanel(robustness)}</div>
    </div>
    ${trustPanel(robustness)} ${examplesPart(robustness)} ${classPanel(robustness)}
    ${corruptionPanel(robustness)} ${examinationPanels(robustness)} ${attackTable(robustness)}
    ${measured(run)}
  </section>`;
}

function curvesPanel(robustness: Robustness): Html | string {
  const { curves } = robustness;
  if (curves.length === 0) return classes(robustness);
  const names = curveNames(curves);
  return html`<div class="panel">
    <h3>Robust accuracy over eps</h3>
    <p>A model that is robust falls slowly; each must come to nothing where eps is wide.</p>
    ${[...groupBy(curves, ({ norm }) => norm).values()].map((group) => curveChart(group, names))}
    <ul class="keys">
      ${names.map((name, index) => html`<li class="k${index % 6}"><i></i>${oneLine(name)}</li>`)}
    </ul>
  </div>`;
}

const marks = { good: "✓", warning: "!", open: "?" } as const;
const order = ["warning", "open", "good"] as const;

function trustPanel({ trust }: Robustness): Html | string {
  if (trust.length === 0) return "";
  const warnings = trust.filter(({ status }) => status === "warning").length;
  const sentence =
    warnings === 0
      ? "Nothing that was looked at speaks against these numbers."
      : `${count(warnings, "sign")} that the numbers may mislead.`;
  const sorted = order.flatMap((status) => trust.filter((point) => point.status === status));
  return html`<div class="panel wide">
    <h3>Can this result be trusted?</h3>
    <p>${sentence} What could not be looked at has a question mark.</p>
    <ul class="trust">
      ${sorted.map(
        ({ status, title, detail }) =>
          html`<li class="${status}">
            <i aria-label="${status}">${marks[status]}</i>
            <div><b>${oneLine(title)}</b><span>${prose(detail)}</span></div>
          </li>`,
      )}
    </ul>
  </div>`;
}

function classes(robustness: Robustness): Html {
  const { perClass } = robustness;
  const shown = shownClasses(perClass).length;
  const which =
    shown < perClass.length
      ? `The ${shown} weakest of ${perClass.length} classes.`
      : "Untouched, and under the worst of the attacks for each input.";
  return html`<div class="panel">
    <h3>Class by class</h3>
    <p>${which}</p>
    ${classChart(robustness)}
    <ul class="keys">
      <li class="clean-key"><i></i>untouched</li>
      <li class="robust-key"><i></i>under attack</li>
    </ul>
  </div>`;
}

function classPanel(robustness: Robustness): Html | string {
  const hasCorruptions = (robustness.corruptions ?? []).length > 0;
  // Without curves the classes stand beside the accuracies.
  if (robustness.curves.length === 0 || robustness.perClass.length === 0) return "";
  return html`<h2>Where it holds, and where not</h2>
    <div class="under">
      ${classes(robustness)}${hasCorruptions ? corruptions(robustness) : spreadPanel(robustness)}
    </div>`;
}

function corruptionPanel(robustness: Robustness): Html | string {
  const none = (robustness.corruptions ?? []).length === 0;
  return robustness.curves.length > 0 || none ? "" : corruptions(robustness);
}

function corruptions(robustness: Robustness): Html {
  return html`<div class="panel">
    <h3>Common corruptions</h3>
    <p>Accuracy under noise, blur, weather and compression (Hendrycks and Dietterich 2019).</p>
    ${corruptionChart(robustness)}
  </div>`;
}

/** Rows beside a chart; all of them are in the table of the attacks. */
const mostRows = 12;

/** How far the nearest errors are. */
function spreadPanel(robustness: Robustness): Html {
  const attacks = judgedAttacks(robustness);
  const rows = attacks.filter(({ distances }) => distances !== undefined).slice(0, mostRows);
  return html`<div class="panel">
    <h3>How little is needed</h3>
    <p>Of inputs whose answer was changed: how far they were moved (median and most).</p>
    <div class="across-x">
      <table>
        <thead>
          <tr>
            <th>Attack</th>
            <th class="num">L∞</th>
            <th class="num">L2</th>
            <th class="num">elements</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map((outcome) => {
            const { linf, l2, l0 } = outcome.distances!;
            const cell = ({ median, max }: typeof linf): string =>
              `${brief(median)} · ${brief(max)}`;
            return html`<tr>
              <td>${oneLine(attackName(outcome))}</td>
              <td class="num">${cell(linf)}</td>
              <td class="num">${cell(l2)}</td>
              <td class="num">${cell(l0)}</td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
  </div>`;
}

function parametersText({ parameters, access, zeroGradients, notes }: AttackOutcome): string {
  return [
    `needs ${access}`,
    ...Object.entries(parameters)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(
        ([name, value]) => `${name} ${typeof value === "number" ? brief(value) : String(value)}`,
      ),
    ...(zeroGradients === undefined ? [] : [`zero gradients ${percentCell(zeroGradients)}`]),
    ...notes,
  ].join(" · ");
}

function attackTable({ attacks }: Robustness): Html | string {
  if (attacks.length === 0) return "";
  const heads = ["accuracy", "95 % interval", "broken", "unchanged", "queries", "most", "time"];
  return html`<h2>The attacks</h2>
    <div class="scroll">
      <table class="attacks">
        <thead>
          <tr>
            <th>Attack</th>
            ${heads.map((head) => html`<th class="num">${head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${attacks.map(
            (outcome) =>
              html`<tr>
                  <td>
                    <b>${oneLine(attackName(outcome))}</b>
                    <span class="soft">${oneLine(outcome.title)}</span>
                  </td>
                  <td class="num">${percentCell(outcome.robustAccuracy)}</td>
                  <td class="num">${between(outcome.interval)}</td>
                  <td class="num">${percentCell(outcome.successRate)}</td>
                  <td class="num">${percentCell(outcome.unchanged)}</td>
                  <td class="num">${brief(outcome.queries.median)}</td>
                  <td class="num">${brief(outcome.queries.max)}</td>
                  <td class="num">${formatDuration(outcome.seconds * 1000)}</td>
                </tr>
                <tr>
                  <td class="parameters" colspan="8">${oneLine(parametersText(outcome))}</td>
                </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

function measured(run: Run): Html {
  return html`<div class="panel wide measured">
    <dl>
      ${robustnessFacts(run).map(
        ([label, text]) =>
          html`<dt>${label}</dt>
            <dd>${oneLine(text)}</dd>`,
      )}
      <dt>Values</dt>
      <dd>
        sha256:${neutralize(run.robustness?.data.sha256 ?? "")}, inputs and labels as they were used
      </dd>
    </dl>
  </div>`;
}
