// Inputs before and after an attack: pictures with their difference, or the features that changed.
import { html } from "hono/html";
import type { AttackExample, Robustness, Run } from "../core/index.ts";
import { hasTriggers } from "./html-examinations.ts";
import type { Html } from "./html-parts.ts";
import { attackName, brief, className, percentCell } from "./robustness.ts";
import { count, oneLine } from "./text.ts";

/** Nothing else becomes the address of a picture, whoever wrote the run. */
const png = /^data:image\/png;base64,[A-Za-z0-9+/]+={0,2}$/;

/** True where the page has pictures, which its policy has to admit. */
export function hasPictures({ robustness }: Run): boolean {
  if (robustness === undefined) return false;
  return (
    hasTriggers(robustness) || robustness.examples.some(({ pictures }) => pictures !== undefined)
  );
}

/** The cards; nothing where no attack won. */
export function examplesPart(robustness: Robustness): Html | string {
  const { examples } = robustness;
  if (examples.length === 0) return "";
  return html`<h2>What the model saw</h2>
    <div class="examples">${examples.map((example) => exampleCard(robustness, example))}</div>`;
}

function sure(confidence: number | undefined): string {
  return confidence === undefined ? "" : percentCell(Math.round(confidence * 1000) / 1000);
}

function exampleCard(robustness: Robustness, example: AttackExample): Html {
  const { index, distance, pictures, features, before, after } = example;
  const [was, is] = [before, after].map(({ label }) => oneLine(className(robustness, label)));
  const far = `L∞ ${brief(distance.linf)}, L2 ${brief(distance.l2)}, ${count(distance.l0, "element")} changed`;
  const safe =
    pictures !== undefined &&
    [pictures.original, pictures.adversarial, pictures.difference].every((each) => png.test(each));
  const crisp = pictures !== undefined && pictures.width < 100 ? "crisp" : "";
  return html`<figure class="example">
    ${
      safe
        ? html`<div class="triple">
            <div>
              <img class="${crisp}" src="${pictures.original}" alt="input ${index}" />
              <b>${was}</b>${sure(before.confidence)}
            </div>
            <div>
              <img class="${crisp}" src="${pictures.difference}" alt="what was added, magnified" />
              <b>difference</b>× ${pictures.magnified}
            </div>
            <div class="fooled">
              <img
                class="${crisp}"
                src="${pictures.adversarial}"
                alt="input ${index} after the attack"
              />
              <b>${is}</b>${sure(after.confidence)}
            </div>
          </div>`
        : html`<div class="verdicts">
            <b>${was}</b> ${sure(before.confidence)} → <b class="fooled">${is}</b>
            ${sure(after.confidence)}
          </div>`
    }
    ${features === undefined || features.length === 0 ? "" : featureTable(features)}
    <figcaption>
      ${oneLine(attackName({ ...example, id: example.attack }))} · input ${index} · ${far}
    </figcaption>
  </figure>`;
}

function featureTable(features: NonNullable<AttackExample["features"]>): Html {
  return html`<table>
    <thead>
      <tr>
        <th>Changed</th>
        <th class="num">from</th>
        <th class="num">to</th>
      </tr>
    </thead>
    <tbody>
      ${features.map(
        ({ name, before, after }) =>
          html`<tr>
            <td>${oneLine(name)}</td>
            <td class="num">${brief(before)}</td>
            <td class="num">${brief(after)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
