import type { Document, Value } from "../../../value.ts";
import { markOf, shortestMark } from "./marks.ts";

/** Start and end of the line on which an offset is, without its line break. */
export function lineOf({ text, lines }: Document, at: number): { start: number; end: number } {
  const line = lines.lineAt(at);
  const start = lines.starts[line - 1] ?? 0;
  let end = lines.starts[line] ?? text.length;
  while (end > start && (text[end - 1] === "\n" || text[end - 1] === "\r")) end--;
  return { start, end };
}

/** True where nothing stands before an offset on its line. */
export function isAtLineStart(document: Document, at: number): boolean {
  const { start } = lineOf(document, at);
  return at - start < 4_000 && document.text.slice(start, at).trim() === "";
}

/** The line that an action has for itself. */
export function lineAround(document: Document, from: number, to: number) {
  const { text } = document;
  const { start } = lineOf(document, from);
  const { end } = lineOf(document, to);
  if (end - start > 4_000 || text.slice(start, from).trim() !== "") return undefined;
  return text.slice(to, end).trim() === "" ? { start, end, column: from - start } : undefined;
}

/** An action that writes lines of its own. */
interface Block {
  readonly text: string;
  readonly line: { readonly start: number; readonly end: number; readonly column: number };
  readonly body: string;
  readonly id: number;
  readonly value: Value;
}

/** An entry of the map, or an element of the list, in whose midst an action stands. */
export function blockMark({ text, line, body, id, value }: Block): string {
  const length = line.end - line.start;
  const wanted = Number(/\bn?indent\s+(\d{1,3})/.exec(body)?.[1] ?? line.column);
  const column = wanted + shortestMark + 2 <= length ? wanted : line.column;
  const room = length - column;
  if (room < shortestMark + 2) return " ".repeat(length);
  const isItem =
    value.kind === "list" ||
    (value.kind !== "map" &&
      (isItemAbove(text, line.start, column) ?? isItemBelow(text, line.end, column)));
  const mark = isItem ? `- ${markOf(id, room - 2)}` : `${markOf(id, room - 1)}:`;
  return " ".repeat(column) + mark;
}

/** Lines that are looked at around an action, and how much of each. */
const nearLines = 50;
const nearLength = 500;

/** Whether the nearest line of that column above is an element of a list. */
function isItemAbove(text: string, before: number, column: number): boolean | undefined {
  let end = before - 1;
  for (let lines = 0; end > 0 && lines < nearLines; lines++) {
    const start = text.lastIndexOf("\n", end - 1) + 1;
    const verdict = isItemLine(text.slice(start, Math.min(end, start + nearLength)), column);
    end = start - 1;
    if (verdict !== "further") return verdict;
  }
  return undefined;
}

/** Whether the next line of that column is one. */
function isItemBelow(text: string, after: number, column: number): boolean {
  let start = after + 1;
  for (let lines = 0; start < text.length && lines < nearLines; lines++) {
    const next = text.indexOf("\n", start);
    const end = next < 0 ? text.length : next;
    const verdict = isItemLine(text.slice(start, Math.min(end, start + nearLength)), column);
    if (verdict !== "further") return verdict === true;
    start = end + 1;
  }
  return false;
}

/** Whether a line of that column is an element; undefined for one further out, which ends the search. */
function isItemLine(line: string, column: number): boolean | undefined | "further" {
  const indent = line.search(/\S/);
  if (indent < 0 || line.startsWith("{{", indent) || line[indent] === "#" || indent > column)
    return "further";
  return indent < column ? undefined : line.startsWith("- ", indent) || line.trim() === "-";
}

/** Takes parts out; line breaks stay, so that what follows keeps its column. */
export function blank(text: string, parts: readonly { start: number; end: number }[]): string {
  if (parts.length === 0) return text;
  const sorted = parts.toSorted((a, b) => a.start - b.start);
  const out: string[] = [];
  let at = 0;
  for (const { start, end } of sorted) {
    if (end <= at) continue;
    const from = Math.max(at, start);
    out.push(text.slice(at, from), text.slice(from, end).replace(/[^\n]/g, " "));
    at = end;
  }
  out.push(text.slice(at));
  return out.join("");
}
