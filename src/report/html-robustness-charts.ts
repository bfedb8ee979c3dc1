// Drawings of an evaluation: plain SVG, coloured by classes, since the page's policy admits no styles in place.
import type { ClassAccuracy, Robustness, RobustnessCurve } from "../core/index.ts";
import { lean, type Html } from "./html-parts.ts";
import { clipMiddle } from "./html-way-text.ts";
import { accuracyRows, brief, className, percentCell } from "./robustness.ts";
import { oneLine } from "./text.ts";

const width = 560;
/** Two digits are enough for a place on a screen. */
const at = (value: number): number => Math.round(value * 100) / 100;

/** How much of the accuracy is left, as a colour. */
function toneOf(accuracy: number, clean: number): string {
  const left = clean === 0 ? 0 : accuracy / clean;
  return left >= 0.8 ? "kept" : left >= 0.4 ? "part" : "lost";
}

function percentGrid(given: {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
}): Html[] {
  const { left, right, bottom } = given;
  return [0, 25, 50, 75, 100].map((mark) => {
    const x = at(left + ((right - left) * mark) / 100);
    return lean`<line class="grid" x1="${x}" x2="${x}" y1="0" y2="${bottom}" />
      <text class="axis" x="${x}" y="${bottom + 15}" text-anchor="middle">${mark}${mark === 100 ? " %" : ""}</text>`;
  });
}

/** Accuracies as bars with their intervals, and the bar that the gate sets. */
export function accuracyBars(robustness: Robustness): Html {
  const rows = accuracyRows(robustness, "judged");
  const [left, right, height] = [168, 494, 34];
  const bottom = rows.length * height;
  const x = (share: number): number => at(left + (right - left) * share);
  const drawn = rows.map(({ name, accuracy, interval, kind }, index) => {
    const y = index * height;
    const tone = kind === "clean" ? "clean" : toneOf(accuracy, robustness.cleanAccuracy);
    const middle = y + height / 2;
    const [low, high] = interval;
    const label = clipMiddle(oneLine(name), { width: left - 14, size: 12 });
    return lean`<g><title>${oneLine(name)}: ${percentCell(accuracy)}, 95 % interval ${percentCell(low)} to ${percentCell(high)}</title>
      <text class="name${kind === "worst" ? " strong" : ""}" x="0" y="${middle + 4}">${label}</text>
      <rect class="track" x="${left}" y="${y + 8}" width="${right - left}" height="${height - 16}" rx="3" />
      <rect class="${tone}" x="${left}" y="${y + 8}" width="${at(Math.max(0.01, accuracy) * (right - left))}" height="${height - 16}" rx="3" />
      <path class="whisker" d="M${x(low)} ${middle - 4}v8M${x(low)} ${middle}H${x(high)}M${x(high)} ${middle - 4}v8" />
      <text class="value" x="${width}" y="${middle + 4}">${percentCell(accuracy)}</text></g>`;
  });
  const { bar } = robustness;
  const asked =
    bar === undefined
      ? ""
      : lean`<line class="bar-line" x1="${x(bar.minimum)}" x2="${x(bar.minimum)}" y1="-4" y2="${bottom}" />
        <text class="axis" x="${x(bar.minimum)}" y="-9" text-anchor="middle">asked: ${percentCell(bar.minimum)}</text>`;
  const above = bar === undefined ? 2 : 24;
  const label = rows.map(({ name, accuracy }) => `${name} ${percentCell(accuracy)}`).join("; ");
  return lean`<svg class="chart" role="img" aria-label="${oneLine(label)}" viewBox="0 ${-above} ${width} ${bottom + 20 + above}">
    ${percentGrid({ left, right, bottom })}${drawn}${asked}
  </svg>`;
}

/** Attacks of all curves, in the order of their colours. */
export function curveNames(curves: readonly RobustnessCurve[]): readonly string[] {
  return [...new Set(curves.map(({ attack }) => attack))];
}

/** Colours that can be told apart. */
const colours = 6;

/** Marks of an axis that a reader takes for round: at most six. */
function marksUpTo(most: number): readonly number[] {
  const isBytes = most < 1 && most * 255 >= 1;
  const unit = isBytes ? 1 / 255 : 1;
  const rough = most / unit / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step =
    [1, 2, 4, 5, 10].map((factor) => factor * power).find((each) => each >= rough * 0.999) ?? rough;
  const whole = isBytes ? Math.max(1, Math.round(step)) : step;
  const marks: number[] = [];
  for (let mark = 0; mark * whole * unit <= most * 1.0001; mark++) marks.push(mark * whole * unit);
  return marks;
}

function markText(mark: number, most: number): string {
  if (mark === 0) return "0";
  return most < 1 && most * 255 >= 1 ? `${Math.round(mark * 255)}/255` : brief(mark);
}

/** Robust accuracy over eps, in one norm. */
export function curveChart(curves: readonly RobustnessCurve[], names: readonly string[]): Html {
  const [left, right, top, bottom] = [38, 546, 8, 252];
  const most = Math.max(...curves.flatMap(({ points }) => points.map(({ eps }) => eps)));
  const x = (eps: number): number => at(left + ((right - left) * eps) / most);
  const y = (share: number): number => at(bottom - (bottom - top) * share);
  const grid = [0, 0.25, 0.5, 0.75, 1].map(
    (share) =>
      lean`<line class="grid" x1="${left}" x2="${right}" y1="${y(share)}" y2="${y(share)}" />
      <text class="axis" x="${left - 7}" y="${y(share) + 4}" text-anchor="end">${share * 100}${share === 1 ? " %" : ""}</text>`,
  );
  const marks = marksUpTo(most).map(
    (mark) =>
      lean`<text class="axis" x="${x(mark)}" y="${bottom + 17}" text-anchor="middle">${markText(mark, most)}</text>`,
  );
  const lines = curves.map(({ attack, points }) => {
    const place = (pick: (rate: (typeof points)[number]["robustAccuracy"]) => number) =>
      points.map(({ eps, robustAccuracy }) => `${x(eps)} ${y(pick(robustAccuracy))}`);
    const band = [...place(({ low }) => low), ...place(({ high }) => high).toReversed()];
    const dots = points.map(
      ({ eps, robustAccuracy }) =>
        lean`<circle class="dot" cx="${x(eps)}" cy="${y(robustAccuracy.value)}" r="${points.length > 12 ? 0 : 3.6}"><title>${oneLine(attack)} at ${brief(eps)}: ${percentCell(robustAccuracy.value)}</title></circle>`,
    );
    return lean`<g class="k${names.indexOf(attack) % colours}">
      <path class="band" d="M${band.join("L")}Z" />
      <path class="line" d="M${place(({ value }) => value).join("L")}" />${dots}</g>`;
  });
  const norm = curves[0]?.norm ?? "";
  return lean`<svg class="chart" role="img" aria-label="Robust accuracy over eps in ${oneLine(norm)}" viewBox="0 0 ${width} ${bottom + 38}">
    ${grid}${marks}${lines}
    <text class="axis" x="${right}" y="${bottom + 34}" text-anchor="end">eps, ${oneLine(norm)}</text>
  </svg>`;
}

/** More classes than these are told by the weakest. */
const mostClasses = 24;

/** The classes that a chart shows: all, or the ones that lose most. */
export function shownClasses(perClass: readonly ClassAccuracy[]): readonly ClassAccuracy[] {
  if (perClass.length <= mostClasses) return perClass;
  return perClass
    .toSorted((a, b) => a.robust - b.robust || a.label - b.label)
    .slice(0, mostClasses);
}

/** Clean and robust accuracy of each class, joined by what is lost. */
export function classChart(robustness: Robustness): Html {
  const rows = shownClasses(robustness.perClass);
  const [left, right, height] = [168, 452, 24];
  const bottom = rows.length * height;
  const x = (share: number): number => at(left + (right - left) * share);
  const drawn = rows.map(({ label, count, clean, robust }, index) => {
    const y = index * height + height / 2;
    const name = clipMiddle(oneLine(className(robustness, label)), { width: left - 14, size: 12 });
    return lean`<g><title>${oneLine(className(robustness, label))}, ${count} inputs: ${percentCell(clean)} untouched, ${percentCell(robust)} under attack</title>
      <text class="name" x="0" y="${y + 4}">${name}</text>
      <line class="link" x1="${x(robust)}" x2="${x(clean)}" y1="${y}" y2="${y}" />
      <circle class="clean" cx="${x(clean)}" cy="${y}" r="5" />
      <circle class="${toneOf(robust, clean)}" cx="${x(robust)}" cy="${y}" r="5" />
      <text class="value" x="${width}" y="${y + 4}">${Math.round(100 * clean)} → ${Math.round(100 * robust)} %</text></g>`;
  });
  return lean`<svg class="chart" role="img" aria-label="Accuracy of each class, untouched and under attack" viewBox="0 0 ${width} ${bottom + 20}">
    ${percentGrid({ left, right, bottom })}${drawn}
  </svg>`;
}

/** Accuracy by kind and severity of common corruptions: the fuller the cell, the more is lost. */
export function corruptionChart(robustness: Robustness): Html {
  const { corruptions = [], cleanAccuracy } = robustness;
  const kinds = [...new Set(corruptions.map(({ kind }) => kind))];
  const [left, cell, height] = [168, 78, 26];
  const heads = [1, 2, 3, 4, 5].map(
    (severity) =>
      lean`<text class="axis" x="${left + (severity - 0.5) * cell}" y="12" text-anchor="middle">${severity === 1 ? "severity 1" : severity}</text>`,
  );
  const cells = corruptions.map(({ kind, severity, accuracy }) => {
    const y = 20 + kinds.indexOf(kind) * height;
    const x = left + (severity - 1) * cell;
    const lost = cleanAccuracy === 0 ? 0 : Math.max(0, 1 - accuracy / cleanAccuracy);
    return lean`<rect class="track" x="${x + 1}" y="${y}" width="${cell - 2}" height="${height - 2}" rx="3" />
      <rect class="lost" fill-opacity="${at(lost * 0.85)}" x="${x + 1}" y="${y}" width="${cell - 2}" height="${height - 2}" rx="3" />
      <text class="name" x="${x + cell / 2}" y="${y + 16}" text-anchor="middle">${percentCell(accuracy)}</text>`;
  });
  const names = kinds.map(
    (kind, index) =>
      lean`<text class="name" x="0" y="${20 + index * height + 16}">${oneLine(kind)}</text>`,
  );
  return lean`<svg class="chart" role="img" aria-label="Accuracy under common corruptions" viewBox="0 0 ${width} ${20 + kinds.length * height}">
    ${heads}${cells}${names}
  </svg>`;
}
