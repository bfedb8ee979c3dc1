import type { Document, Place, Value } from "../../../value.ts";
import { unknownAt } from "../../trees.ts";
import { readActions, type Action } from "./actions.ts";
import { evaluateHelm, truthOf, type Scope } from "./expressions.ts";
import { markOf, shortestMark } from "./marks.ts";

/** A part of a template that is there only under a condition, or several times. */
export interface Region {
  readonly start: number;
  readonly end: number;
  readonly cause: string;
}

/** A template made into YAML of the same length. */
export interface Prepared {
  readonly text: string;
  /** What the marks in it stand for. */
  readonly marks: readonly Mark[];
  readonly regions: readonly Region[];
  readonly isCut: boolean;
}

/** What an action comes to; `isBlock` where it writes lines of its own. */
export interface Mark {
  readonly value: Value;
  readonly isBlock: boolean;
}

interface Frame {
  readonly action: Action;
  /** Where the branch that is open begins. */
  from: number;
  verdict: boolean | undefined;
  cause: string;
  /** True where a branch before is taken for certain, undefined where it may be. */
  taken: boolean | undefined;
  readonly dot: Value | undefined;
}

/**
 * Puts marks where a template has actions, takes out what the defaults of the chart leave out, and
 * tells where what is left hangs on something unknown. Lines and columns stay as they are.
 */
export function prepareTemplate(document: Document, values: Value | undefined): Prepared {
  const { text } = document;
  const { actions, isCut } = readActions(text);
  const out: string[] = [];
  const regions: Region[] = [];
  const marks: Mark[] = [];
  const dead: { start: number; end: number }[] = [];
  const variables = new Map<string, Value>();
  const stack: Frame[] = [];
  let copied = 0;
  let deadFrames = 0;

  function place(action: Action): Place {
    return { document, start: action.start, end: action.end };
  }
  function scopeAt(action: Action): Scope {
    return { values, dot: stack.at(-1)?.dot, variables, at: place(action) };
  }
  function replace(start: number, end: number, by: string): void {
    out.push(text.slice(copied, start), by);
    copied = end;
  }
  function addMark(mark: Mark): number {
    marks.push(mark);
    return marks.length - 1;
  }
  function closeBranch(frame: Frame, end: number): void {
    if (frame.verdict === false) {
      deadFrames--;
      dead.push({ start: frame.from, end });
    } else if (frame.verdict === undefined && frame.from < end)
      regions.push({ start: frame.from, end, cause: frame.cause });
  }
  function openBranch(frame: Frame, verdict: boolean | undefined, from: number): void {
    frame.verdict = verdict;
    frame.from = from;
    if (verdict === false) deadFrames++;
    if (verdict === true || frame.taken === true) frame.taken = true;
    else if (verdict === undefined) frame.taken = undefined;
  }
  function open(action: Action): void {
    const expression = action.body.slice(action.keyword.length).trim();
    const { verdict, cause, dot } = judge(action.keyword, expression, scopeAt(action));
    const frame: Frame = { action, from: 0, verdict: true, cause, taken: false, dot };
    stack.push(frame);
    openBranch(frame, verdict, action.end);
  }
  function otherwise(action: Action): void {
    const frame = stack.at(-1);
    if (frame === undefined) return;
    closeBranch(frame, action.start);
    const nested = /^else\s+(if|with)\b(.*)$/s.exec(action.body);
    let verdict: boolean | undefined = true;
    if (nested !== null) {
      const judged = judge("if", nested[2]!.trim(), scopeAt(action));
      verdict = judged.verdict;
      frame.cause = judged.cause;
    }
    if (frame.taken === true) verdict = false;
    else if (frame.taken === undefined && verdict === true) verdict = undefined;
    openBranch(frame, verdict, action.end);
  }
  function close(action: Action): void {
    const frame = stack.pop();
    if (frame !== undefined) closeBranch(frame, action.start);
  }

  for (let index = 0; index < actions.length; index++) {
    const action = actions[index]!;
    const { start, end, keyword, body } = action;
    if (keyword === "if" || keyword === "with" || keyword === "range") {
      const last = endOnLine(document, actions, index);
      if (last !== undefined && !isAtLineStart(document, start)) {
        // A choice within a line is a part of a text that is not known.
        const whole = actions[last]!;
        const id = addMark({ value: unknownAt(place(action), "Helm writes it"), isBlock: false });
        replace(start, whole.end, markOf(id, whole.end - start));
        index = last;
        continue;
      }
    }
    const variable = /^(\$\w{1,100})\s*:?=\s*(.*)$/s.exec(body);
    if (keyword === "" && variable === null && deadFrames === 0) {
      const value = evaluateHelm(body, scopeAt(action));
      const line = lineAround(document, start, end);
      if (line === undefined)
        replace(start, end, markOf(addMark({ value, isBlock: false }), end - start));
      else {
        const id = addMark({ value, isBlock: true });
        replace(line.start, line.end, blockMark({ text, line, body, id }));
      }
      continue;
    }
    if (variable !== null) {
      const isSure = stack.length < 50 && stack.every(({ verdict }) => verdict === true);
      const value = evaluateHelm(variable[2]!, scopeAt(action));
      variables.set(
        variable[1]!,
        isSure ? value : unknownAt(place(action), `${variable[1]} is not known`),
      );
    } else if (keyword === "else") otherwise(action);
    else if (keyword === "end") close(action);
    else if (keyword !== "" && keyword !== "comment") open(action);
    replace(start, end, " ".repeat(end - start));
  }
  while (stack.length > 0) closeBranch(stack.pop()!, text.length);
  out.push(text.slice(copied));
  regions.sort((a, b) => a.start - b.start);
  return { text: blank(out.join(""), dead), marks, regions, isCut };
}

function judge(
  keyword: string,
  expression: string,
  scope: Scope,
): { verdict: boolean | undefined; cause: string; dot: Value | undefined } {
  const { at, dot } = scope;
  // What a chart defines is written where it is included, not here.
  if (keyword === "define") return { verdict: false, cause: "", dot };
  if (keyword === "block") return { verdict: true, cause: "", dot };
  const source = expression.replace(/^\$\w{1,100}(?:\s*,\s*\$\w{1,100})?\s*:=\s*/, "");
  const value = evaluateHelm(source, scope);
  const truth = truthOf(value);
  const cause = value.kind === "unknown" ? value.cause : `Helm repeats it`;
  if (keyword === "with") return { verdict: truth, cause, dot: value };
  if (keyword !== "range") return { verdict: truth, cause, dot };
  const each = unknownAt(at, `it is one of ${source.slice(0, 200)}`);
  return { verdict: truth === false ? false : undefined, cause, dot: each };
}

/** The index of the `end` of a block, where it is on the same line. */
function endOnLine(document: Document, actions: readonly Action[], from: number) {
  const limit = lineOf(document, actions[from]!.end).end;
  let depth = 0;
  for (let at = from; at < actions.length && at < from + 100; at++) {
    const { start, keyword } = actions[at]!;
    if (start >= limit) return undefined;
    if (keyword === "end") depth--;
    else if (keyword !== "" && keyword !== "else" && keyword !== "comment") depth++;
    if (depth === 0) return at;
  }
  return undefined;
}

/** Start and end of the line on which an offset is, without its line break. */
function lineOf({ text, lines }: Document, at: number): { start: number; end: number } {
  const line = lines.lineAt(at);
  const start = lines.starts[line - 1] ?? 0;
  let end = lines.starts[line] ?? text.length;
  while (end > start && (text[end - 1] === "\n" || text[end - 1] === "\r")) end--;
  return { start, end };
}

function isAtLineStart(document: Document, at: number): boolean {
  const { start } = lineOf(document, at);
  return at - start < 4_000 && document.text.slice(start, at).trim() === "";
}

/** The line that an action has for itself. */
function lineAround(document: Document, from: number, to: number) {
  const { text } = document;
  const { start } = lineOf(document, from);
  const { end } = lineOf(document, to);
  if (end - start > 4_000 || text.slice(start, from).trim() !== "") return undefined;
  return text.slice(to, end).trim() === "" ? { start, end, column: from - start } : undefined;
}

interface Block {
  readonly text: string;
  readonly line: { readonly start: number; readonly end: number; readonly column: number };
  readonly body: string;
  readonly id: number;
}

/** An entry of the map, or an element of the list, in whose midst an action stands. */
function blockMark({ text, line, body, id }: Block): string {
  const length = line.end - line.start;
  const wanted = Number(/\bn?indent\s+(\d{1,3})/.exec(body)?.[1] ?? line.column);
  const column = wanted + shortestMark + 2 <= length ? wanted : line.column;
  const room = length - column;
  if (room < shortestMark + 2) return " ".repeat(length);
  const isItem = isInList(text, line.start, column);
  const mark = isItem ? `- ${markOf(id, room - 2)}` : `${markOf(id, room - 1)}:`;
  return " ".repeat(column) + mark;
}

/** True where the nearest line of that column above is an element of a list. */
function isInList(text: string, before: number, column: number): boolean {
  let end = before - 1;
  for (let lines = 0; end > 0 && lines < 50; lines++) {
    const start = text.lastIndexOf("\n", end - 1) + 1;
    const line = text.slice(start, Math.min(end, start + 500));
    end = start - 1;
    const indent = line.search(/\S/);
    if (indent < 0 || line.startsWith("{{", indent) || line[indent] === "#") continue;
    if (indent === column) return line.startsWith("- ", indent) || line.trim() === "-";
    if (indent < column) return false;
  }
  return false;
}

/** Takes parts out; line breaks stay, so that what follows keeps its column. */
function blank(text: string, parts: readonly { start: number; end: number }[]): string {
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
