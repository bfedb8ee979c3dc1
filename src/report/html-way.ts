import type { Step, Thing } from "../core/index.ts";
import { stepWords } from "./flow.ts";
import { lean, type Html } from "./html-parts.ts";
import { iconOf } from "./html-way-icons.ts";
import { clipMiddle, textWidth, wrapTo } from "./html-way-text.ts";
import { oneLine } from "./text.ts";

/** A step of which it is said what stands there. */
type Stop = Step & { readonly thing: Thing };

/** Longer ways are told by their list alone. */
const mostStops = 8;
/** More boxes than these do not stand beside each other on a page. */
const mostAcross = 5;

const kindSize = 11;
const nameSize = 12.5;
const wordSize = 11.5;
const lineHeight = 14;
const pad = 12;
const boxHeight = 54;
/** Room at the edges for strokes and the numbers that stand on corners. */
const edge = 9;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly stop: Stop;
  readonly number: number;
}

/**
 * The way of a finding through infrastructure as a drawing: a box for each thing, an arrow with what
 * leads from it to the next. Two of them, of which the page shows the one that fits its width.
 */
export function wayDrawing(steps: readonly Step[]): Html | string {
  const stops = steps.filter((step): step is Stop => step.thing !== undefined);
  if (stops.length < 2 || stops.length !== steps.length || stops.length > mostStops) return "";
  const label = steps.map((step) => oneLine(stepWords(step))).join("; ");
  const across = stops.length <= mostAcross ? drawAcross(stops, label) : "";
  const shape = across === "" ? " tall" : stops.length > 3 ? " long" : "";
  return lean`<div class="way${shape}">${across}${drawDown(stops, label)}</div>`;
}

function nameOf({ thing }: Stop): string {
  return oneLine(thing.name);
}

/** Wide enough for what is written in it, and no wider than a page can take. */
function widthOfBox(stop: Stop): number {
  const kind = textWidth(oneLine(stop.thing.kind), kindSize) + 20;
  const name = textWidth(nameOf(stop), nameSize, "mono");
  return Math.ceil(Math.min(224, Math.max(104, kind + 2 * pad, name + 2 * pad)));
}

function drawAcross(stops: readonly Stop[], label: string): Html {
  const words = stops.map(({ message }) => oneLine(message));
  const gaps = words.slice(0, -1).map((text) => {
    const whole = textWidth(text, wordSize);
    const longest = Math.max(...text.split(" ").map((word) => textWidth(word, wordSize)));
    return Math.round(Math.min(170, Math.max(84, whole / 2 + 30, longest + 22)));
  });
  const labels = gaps.map((gap, index) =>
    wrapTo(words[index] ?? "", { width: gap - 20, size: wordSize, lines: 4 }),
  );
  const above = Math.max(...labels.map((lines) => lines.length)) * lineHeight + 8;
  const top = edge + Math.max(0, above - boxHeight / 2);
  const boxes: Box[] = [];
  let x = edge;
  for (const [index, stop] of stops.entries()) {
    const width = widthOfBox(stop);
    boxes.push({ x, y: top, width, stop, number: index + 1 });
    x += width + (gaps[index] ?? 0);
  }
  const last = boxes.at(-1);
  const from = last?.x ?? edge;
  const caption = wrapTo(words.at(-1) ?? "", {
    width: Math.max(last?.width ?? 0, 190),
    size: wordSize,
    lines: 3,
  });
  // They are bold.
  const captionWidth = 1.08 * Math.max(...caption.map((line) => textWidth(line, wordSize)));
  const width = Math.ceil(from + Math.max(last?.width ?? 0, captionWidth) + edge);
  const height = top + boxHeight + 8 + caption.length * lineHeight + edge;
  const middle = top + boxHeight / 2;
  const arrows = boxes.slice(0, -1).map((box, index) => {
    const from = box.x + box.width + 5;
    const to = (boxes[index + 1]?.x ?? 0) - 5;
    const lines = labels[index] ?? [];
    const y = middle - 8 - (lines.length - 1) * lineHeight;
    return lean`<g class="arrow">
      <path class="shaft" d="M${from} ${middle}H${to - 6}" />
      <path class="head" d="M${to} ${middle}l-9 -4.5v9z" />
      ${texts({ lines, x: (from + to) / 2, y, anchor: "middle" })}
    </g>`;
  });
  return lean`<svg class="across" role="img" aria-label="${label}" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
    ${arrows}${boxes.map((box) => drawBox(box))}
    <g class="caption">${texts({ lines: caption, x: from, y: top + boxHeight + 18, anchor: "start" })}</g>
  </svg>`;
}

const downWidth = 330;
const downGap = 46;

function drawDown(stops: readonly Stop[], label: string): Html {
  const boxes: Box[] = [];
  const arrows: Html[] = [];
  let y = edge;
  const middle = edge + 26;
  for (const [index, stop] of stops.entries()) {
    boxes.push({ x: edge, y, width: downWidth, stop, number: index + 1 });
    const from = y + boxHeight + 5;
    const isLast = index === stops.length - 1;
    const lines = wrapTo(oneLine(stop.message), {
      width: downWidth - (isLast ? 0 : 52),
      size: wordSize,
      lines: 3,
    });
    const gap = isLast ? 0 : Math.max(downGap, lines.length * lineHeight + 18);
    if (isLast) {
      y = from + 13;
      arrows.push(lean`<g class="caption">${texts({ lines, x: edge, y, anchor: "start" })}</g>`);
      y += lines.length * lineHeight;
      continue;
    }
    const to = from + gap - 10;
    const first = (from + to) / 2 + 2 - ((lines.length - 1) * lineHeight) / 2;
    arrows.push(lean`<g class="arrow">
      <path class="shaft" d="M${middle} ${from}V${to - 6}" />
      <path class="head" d="M${middle} ${to}l-4.5 -9h9z" />
      ${texts({ lines, x: middle + 18, y: first, anchor: "start" })}
    </g>`);
    y += boxHeight + gap;
  }
  const width = downWidth + 2 * edge;
  return lean`<svg class="down" role="img" aria-label="${label}" width="${width}" height="${y}" viewBox="0 0 ${width} ${y}">
    ${arrows}${boxes.map((box) => drawBox(box))}
  </svg>`;
}

function drawBox({ x, y, width, stop, number }: Box): Html {
  const { thing } = stop;
  const room = width - 2 * pad;
  const kind = clipMiddle(oneLine(thing.kind), { width: room - 20, size: kindSize });
  const name = clipMiddle(nameOf(stop), { width: room, size: nameSize, face: "mono" });
  const left = x + pad;
  return lean`<g class="stop${thing.isDanger === true ? " danger" : ""}">
    <title>${oneLine(thing.kind)} ${nameOf(stop)}</title>
    <rect x="${x}" y="${y}" width="${width}" height="${boxHeight}" rx="9" />
    <path class="icon" transform="translate(${left} ${y + 11})" d="${iconOf(thing)}" />
    <text class="kind" x="${left + 20}" y="${y + 22}">${kind}</text>
    <text class="name" x="${left}" y="${y + 41}">${name}</text>
    <circle cx="${x + width}" cy="${y}" r="8" />
    <text class="number" x="${x + width}" y="${y + 3.5}">${number}</text>
  </g>`;
}

function texts(given: {
  readonly lines: readonly string[];
  readonly x: number;
  readonly y: number;
  readonly anchor: "start" | "middle";
}): Html {
  const { lines, x, y, anchor } = given;
  return lean`<text class="words" text-anchor="${anchor}">${lines.map(
    (line, index) => lean`<tspan x="${x}" y="${y + index * lineHeight}">${line}</tspan>`,
  )}</text>`;
}
