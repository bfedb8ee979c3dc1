// What was looked at beside attacks, as panels of the page.
import { html } from "hono/html";
import { formatBound, type Robustness } from "../core/index.ts";
import { prose, type Html } from "./html-parts.ts";
import { between, brief, className, percentCell } from "./robustness.ts";
import { oneLine } from "./text.ts";

/** Nothing else becomes the address of a picture, whoever wrote the run. */
const png = /^data:image\/png;base64,[A-Za-z0-9+/]+={0,2}$/;

const width = 460;

/** A bar of this share with its number. */
function bar(share: number, tone: string, text: string): Html {
  const length = Math.max(0, Math.min(1, share)) * (width - 90);
  return html`<svg class="chart" viewBox="0 0 ${width} 18" role="img" aria-label="${text}">
    <rect class="track" x="0" y="3" width="${width - 90}" height="12" rx="3" />
    <rect class="${tone}" x="0" y="3" width="${length.toFixed(1)}" height="12" rx="3" />
    <text class="value" x="${width}" y="14">${text}</text>
  </svg>`;
}

function certificationPanel({ certification }: Robustness): Html | string {
  if (certification === undefined) return "";
  const { norm, eps, method, certified, broken, unknown, refusal } = certification;
  const rows = [
    ["certified", certified.value, "kept"],
    ["unknown", unknown, "part"],
    ["broken", broken, "lost"],
  ] as const;
  return html`<div class="panel">
    <h3>Certified at ${formatBound(norm, eps)}</h3>
    <p>
      ${
        refusal === undefined
          ? `Certified inputs stay right whatever is done within eps (${method}); broken ones were wrong, or an attack turned them.`
          : prose(`Nothing could be certified: ${refusal}`)
      }
    </p>
    <table>
      ${rows.map(
        ([name, share, tone]) =>
          html`<tr>
            <td>${name}</td>
            <td class="across">${bar(share, tone, percentCell(share))}</td>
          </tr>`,
      )}
    </table>
  </div>`;
}

function backdoorPanel(robustness: Robustness): Html | string {
  const { backdoors } = robustness;
  if (backdoors === undefined) return "";
  const { classes, graph } = backdoors;
  const most = Math.max(...classes.map(({ radius }) => radius));
  const suspects = classes.filter(({ isSuspect }) => isSuspect);
  const sentence =
    suspects.length === 0
      ? "No class needs far less than the others."
      : "A class that needs far less than the others is what a backdoor looks like.";
  return html`<div class="panel">
    <h3>Backdoors</h3>
    <p>Least change (L2) that turns inputs of every class into one. ${sentence}</p>
    <table>
      ${classes.map(
        ({ label, radius, ratio, isSuspect }) =>
          html`<tr>
            <td>
              ${isSuspect ? html`<b>${oneLine(className(robustness, label))}</b>` : oneLine(className(robustness, label))}
            </td>
            <td class="across">
              ${bar(radius / most, isSuspect ? "lost" : "clean", `${brief(radius)} · ${ratio.toFixed(1)}×`)}
            </td>
          </tr>`,
      )}
    </table>
    ${suspects
      .filter(({ picture = "" }) => png.test(picture))
      .map(
        ({ label, picture }) =>
          html`<figure class="trigger">
            <img
              class="crisp"
              src="${picture!}"
              alt="the change for ${oneLine(className(robustness, label))}"
            />
            <figcaption>What turns inputs into ${oneLine(className(robustness, label))}</figcaption>
          </figure>`,
      )}
    ${graph.map(({ operator, node, why }) => html`<p>${operator} ${oneLine(node)}: ${prose(why)}</p>`)}
  </div>`;
}

function extractionPanel({ extraction }: Robustness): Html | string {
  if (extraction === undefined) return "";
  const { points, chance, notes } = extraction;
  return html`<div class="panel">
    <h3>Copies</h3>
    <p>
      Held-out inputs on which a small network agrees that was trained on the model's answers;
      chance is ${percentCell(chance)}. ${prose(notes.join(". "))}
    </p>
    <table>
      ${points.map(
        ({ queries, agreement }) =>
          html`<tr>
            <td>${brief(queries)} queries</td>
            <td class="across">${bar(agreement, "part", percentCell(agreement))}</td>
          </tr>`,
      )}
    </table>
  </div>`;
}

function membershipPanel({ membership }: Robustness): Html | string {
  if (membership === undefined) return "";
  const { attacks, members, others, memberAccuracy, otherAccuracy, notes } = membership;
  return html`<div class="panel">
    <h3>Members of the training data</h3>
    <p>
      How well ${members} members are told from ${others} others; 0.5 is chance. The model is right
      on ${percentCell(memberAccuracy)} and ${percentCell(otherAccuracy)} of them.
      ${prose(notes.join(". "))}
    </p>
    <table>
      ${attacks.map(
        ({ id, auc, interval }) =>
          html`<tr>
            <td>${id}</td>
            <td class="across" title="${between(interval)}">
              ${bar(2 * auc - 1, interval[0] > 0.55 ? "lost" : "kept", auc.toFixed(2))}
            </td>
          </tr>`,
      )}
    </table>
  </div>`;
}

/** True where there is a picture of a trigger. */
export function hasTriggers({ backdoors }: Robustness): boolean {
  return backdoors?.classes.some(({ picture }) => picture !== undefined) === true;
}

/** The panels; nothing where nothing was looked at. */
export function examinationPanels(robustness: Robustness): Html | string {
  const panels = [
    certificationPanel(robustness),
    backdoorPanel(robustness),
    extractionPanel(robustness),
    membershipPanel(robustness),
  ].filter((panel) => panel !== "");
  return panels.length === 0
    ? ""
    : html`<h2>Beyond evasion</h2>
        <div class="under beyond">${panels}</div>`;
}
