import type { Finding } from "../core/index.ts";
import { flowOf, stepWords, type ShownStep } from "./flow.ts";
import { wayDrawing } from "./html-way.ts";
import { lean, prose, type Html } from "./html-parts.ts";
import { clip, neutralize, neutralizeCode } from "./text.ts";

/** Steps that a page shows; what is longer is no flow that anybody follows. */
const most = 40;
const maxCode = 240;

/** The way of a value, step by step, from where it comes from to where it does harm. */
export function flowList(finding: Finding): Html | string {
  const { steps, left, after } = flowOf(finding, most);
  if (steps.length === 0) return "";
  const gap = left > 0 ? lean`<li class="gap">${left} more steps</li>` : "";
  const drawing = left > 0 ? "" : wayDrawing(steps.map(({ step }) => step));
  const label = drawing === "" ? "The way of the value" : "The way, step by step";
  return lean`${drawing}<section class="flow" aria-label="${label}">
    <ol>${steps.slice(0, after).map(item)}${gap}${steps.slice(after).map(item)}</ol>
  </section>`;
}

function item({ step, number, path, place }: ShownStep): Html {
  const code = clip(neutralizeCode(step.evidence.trim()), maxCode);
  return lean`<li value="${number}">
    ${path === undefined ? "" : lean`<span class="file">${neutralize(path)}</span>`}
    <span class="say"><span class="at">${neutralize(place)}</span> ${prose(stepWords(step))}</span>
    ${code === "" ? "" : lean`<code>${code}</code>`}
  </li>`;
}
