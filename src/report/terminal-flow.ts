import type { Finding } from "../core/index.ts";
import { flowOf, stepWords } from "./flow.ts";
import type { Paint } from "./terminal-paint.ts";
import { neutralize, neutralizeCode, oneLine, padEnd, widthOf, wrap } from "./text.ts";

/** Steps that are shown; a longer flow is cut in its middle. */
const most = 12;
const indent = "    ";
/** The code is cut before the words are. */
const share = 0.55;

interface Drawing {
  readonly finding: Finding;
  readonly width: number;
  readonly paint: Paint;
}

/** Cuts source text to `width` columns. */
function cut(text: string, width: number): string {
  // A hostile line may have millions of characters; only what can be seen is looked at.
  const shown = neutralizeCode(text.slice(0, 2 * width + 2)).trim();
  if (widthOf(shown) <= width) return shown;
  let kept = "";
  let used = 1;
  for (const char of shown) {
    used += widthOf(char);
    if (used > width) break;
    kept += char;
  }
  return `${kept}…`;
}

/**
 * The way of a value down a thin line: a row for each step with its place, its code, and in dim words
 * what happens there. A path stands where it changes.
 */
export function flowLines({ finding, width, paint }: Drawing): string[] {
  const { steps, left, after } = flowOf(finding, most);
  if (steps.length === 0) return [];
  const places = steps.map(({ place }) => neutralize(place));
  const gutter = Math.min(24, Math.max(...places.map(widthOf)));
  const room = Math.max(20, width - indent.length - 2 - gutter - 2);
  const codeRoom = Math.max(10, Math.floor(room * share));
  const codes = steps.map(({ step }) => cut(step.evidence, codeRoom));
  const codeWidth = Math.max(...codes.map(widthOf));
  const wordRoom = Math.max(10, room - codeWidth - 2);

  const rows: { readonly text: string; readonly kind: "path" | "step" | "more" }[] = [];
  for (const [index, { step, number, path }] of steps.entries()) {
    if (left > 0 && number > after && steps[index - 1]?.number === after)
      rows.push({ text: paint("dim", `… ${left} more steps`), kind: "more" });
    if (path !== undefined) rows.push({ text: paint("cyan", neutralize(path)), kind: "path" });
    const [first = "", ...more] = wrap(oneLine(stepWords(step)), wordRoom);
    const place = padStart(cut(places[index] ?? "", gutter), gutter);
    const code = padEnd(codes[index] ?? "", codeWidth);
    rows.push({ text: `${paint("dim", place)}  ${code}  ${paint("dim", first)}`, kind: "step" });
    const blank = " ".repeat(gutter + 2 + codeWidth + 2);
    for (const line of more) rows.push({ text: blank + paint("dim", line), kind: "more" });
  }
  const last = rows.findLastIndex(({ kind }) => kind === "step");
  const signOf = (index: number): string => {
    if (index >= last) return index === last ? "└" : " ";
    return index === 0 ? "┌" : rows[index]?.kind === "path" ? "├" : "│";
  };
  return rows.map(({ text }, index) => `${indent}${paint("dim", signOf(index))} ${text}`.trimEnd());
}

function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - widthOf(text))) + text;
}
