import { formatLocation, type Finding } from "../core/index.ts";
import { flowLines } from "./terminal-flow.ts";
import { severityLook, type Paint } from "./terminal-paint.ts";
import { neutralize, neutralizeCode, oneLine, padEnd, widthOf, wrap } from "./text.ts";
import { countSeverities, groupBy, markedLine, type MarkedLine } from "./view.ts";

/** Findings of one check in one file that are shown whole; the rest are named by their lines. */
const shownWhole = 3;
const severityWidth = "critical".length;
const indent = "    ";

interface Drawing {
  readonly width: number;
  readonly paint: Paint;
}

/** A file with its findings, worst first, an empty line after each. */
export function fileBlock(
  input: Drawing & { readonly path: string; readonly findings: readonly Finding[] },
): string[] {
  const { path, findings, width, paint } = input;
  const name = neutralize(path);
  const tally = tallyOf(findings);
  const gap = width - widthOf(name) - widthOf(tally);
  const lines =
    gap >= 2
      ? [paint("bold", name) + " ".repeat(gap) + paint("dim", tally)]
      : [paint("bold", name), indent + paint("dim", tally)];
  lines.push(paint("dim", "─".repeat(width)));
  // Findings come sorted, so groups keep the order of severities.
  const groups = groupBy(findings, (finding) => `${finding.severity} ${finding.check}`);
  for (const group of groups.values()) {
    for (const finding of group.slice(0, shownWhole)) {
      lines.push(...findingLines({ finding, width, paint }), "");
    }
    const rest = group.slice(shownWhole);
    if (rest.length > 0) lines.push(...foldedLines({ rest, width, paint }), "");
  }
  return lines;
}

function tallyOf(findings: readonly Finding[]): string {
  return [...countSeverities(findings)]
    .filter(([, number]) => number > 0)
    .map(([severity, number]) => `${number} ${severity}`)
    .join(" · ");
}

const recent = new Map<string, readonly string[]>();
const mostRecent = 500;

/** Prose in lines, remembered: all findings of a check say the same. */
function wrapped(text: string, width: number): readonly string[] {
  const key = `${width} ${text}`;
  const known = recent.get(key);
  if (known !== undefined) return known;
  const lines = wrap(oneLine(text), width);
  if (recent.size >= mostRecent) recent.clear();
  recent.set(key, lines);
  return lines;
}

function findingLines(input: Drawing & { readonly finding: Finding }): string[] {
  const { finding, width, paint } = input;
  const { mark, style } = severityLook[finding.severity];
  const hang = 2 + 2 + severityWidth + 2;
  const [headline = "", ...more] = wrapped(finding.message || finding.title, width - hang);
  const lines = [
    `  ${paint(style, `${mark} ${padEnd(finding.severity, severityWidth)}`)}  ${paint("bold", headline)}`,
    ...more.map((line) => " ".repeat(hang) + paint("bold", line)),
  ];
  const where = neutralize(formatLocation(finding.location));
  const check = neutralize(finding.check);
  const oneRow = indent.length + widthOf(where) + 2 + widthOf(check) <= width;
  if (oneRow) lines.push(`${indent}${paint("cyan", where)}  ${paint("dim", check)}`);
  else lines.push(indent + paint("cyan", where), indent + paint("dim", check));
  lines.push(...excerptLines(input), ...flowLines(input));
  const label = "mend: ";
  const [first = "", ...others] = wrapped(finding.mend, width - indent.length - label.length);
  if (first !== "") lines.push(indent + paint("green", label) + first);
  for (const line of others) lines.push(indent + " ".repeat(label.length) + line);
  // What is to be pasted is not wrapped: a broken line is another command.
  for (const line of finding.paste?.code.split("\n") ?? [])
    lines.push(indent + " ".repeat(label.length) + paint("dim", neutralize(line)));
  return lines;
}

function excerptLines(input: Drawing & { readonly finding: Finding }): string[] {
  const { finding, width, paint } = input;
  const marked = markedLine(finding);
  if (marked.text.trim() === "") return [];
  const { line } = finding.location;
  const gutter = line === undefined ? "" : `${line} `;
  const room = width - indent.length - gutter.length - 2;
  const { text, before, under } = fit(marked, Math.max(10, room));
  const bar = paint("dim", "│");
  const lines = [`${indent}${paint("dim", gutter)}${bar} ${text}`];
  if (under > 0) {
    const carets = paint(severityLook[finding.severity].style, "^".repeat(under));
    lines.push(`${indent}${" ".repeat(gutter.length)}${bar} ${" ".repeat(before)}${carets}`);
  }
  return lines;
}

/**
 * Fits a line into `room` columns around its mark, without its indentation. The answer is safe to
 * print; `before` and `under` are columns, not characters.
 */
export function fit(
  marked: MarkedLine,
  room: number,
): { text: string; before: number; under: number } {
  const { start, end } = marked;
  const lead = marked.text.length - marked.text.trimStart().length;
  // A hostile line may have millions of characters; only what can be seen is looked at.
  const from = start > end - 1 ? lead : Math.max(Math.min(lead, start), start - room);
  const cut = from > lead;
  const raw = marked.text.slice(from, Math.max(start, from) + 2 * room + 2);
  const pieces: { text: string; width: number; at: number }[] = [];
  let at = from;
  for (const char of raw) {
    const isPlain = char >= " " && char <= "~";
    const text = isPlain ? char : neutralizeCode(char);
    pieces.push({ text, width: isPlain ? 1 : widthOf(text), at });
    at += char.length;
  }
  const total = pieces.reduce((sum, piece) => sum + piece.width, 0);
  const whole = !cut && total <= room && at >= marked.text.trimEnd().length;
  let first = 0;
  if (!whole && end > start) {
    // The mark starts at most a third from the left, unless there is nothing more on the right.
    let before = widthBetween(pieces, from, start);
    let remaining = total;
    while (before > room / 3 && remaining > room - 2) {
      const width = pieces[first]?.width ?? 0;
      before -= width;
      remaining -= width;
      first++;
    }
  }
  let text = cut || first > 0 ? "…" : "";
  let used = widthOf(text);
  let before = 0;
  let under = 0;
  const last = pieces.length - 1;
  for (let index = first; index <= last; index++) {
    const piece = pieces[index]!;
    const needsMark = index < last || at < marked.text.trimEnd().length;
    if (used + piece.width > room - (needsMark && !whole ? 1 : 0)) {
      text += "…";
      break;
    }
    if (piece.at < start) before = used + piece.width;
    else if (piece.at < end) under += piece.width;
    text += piece.text;
    used += piece.width;
  }
  return { text: text.trimEnd(), before: Math.max(before, cut || first > 0 ? 1 : 0), under };
}

function widthBetween(
  pieces: readonly { width: number; at: number }[],
  from: number,
  to: number,
): number {
  let width = 0;
  for (const piece of pieces) if (piece.at >= from && piece.at < to) width += piece.width;
  return width;
}

function foldedLines(input: Drawing & { readonly rest: readonly Finding[] }): string[] {
  const { rest, width, paint } = input;
  const check = neutralize(rest[0]?.check ?? "");
  const places = [...new Set(rest.map(placeOf))].filter((place) => place !== "");
  const unit = rest[0]?.location.cell === undefined ? "line" : "cell:line";
  const at = places.length === 0 ? "" : ` at ${unit}${places.length === 1 ? "" : "s"} `;
  const shown = places.slice(0, 16).join(", ") + (places.length > 16 ? " …" : "");
  const lines = wrap(`+ ${rest.length} more of ${check}${at}${shown}`, width - indent.length - 2);
  return lines.map((line, index) => indent + paint("dim", index === 0 ? line : `  ${line}`));
}

function placeOf({ location }: Finding): string {
  if (location.line === undefined) return "";
  return location.cell === undefined ? `${location.line}` : `${location.cell}:${location.line}`;
}
