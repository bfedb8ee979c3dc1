import type { Document, Place, Value } from "../../../value.ts";
import { unknownAt } from "../../trees.ts";
import { readActions, type Action } from "./actions.ts";
import { evaluateHelm, truthOf, type Scope } from "./expressions.ts";
import { blank, blockMark, isAtLineStart, lineAround, lineOf } from "./blocks.ts";
import { markOf } from "./marks.ts";

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
  /** The action as it is written. */
  readonly source: string;
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
    const { verdict, cause, dot, names } = judge(action.keyword, expression, scopeAt(action));
    for (const [name, value] of names) if (name !== undefined) variables.set(name, value);
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
        const value = unknownAt(place(action), "Helm writes it");
        const id = addMark({ value, source: text.slice(start, whole.end), isBlock: false });
        replace(start, whole.end, markOf(id, whole.end - start));
        index = last;
        continue;
      }
    }
    const variable = /^(\$\w{1,100})\s*:?=\s*(.*)$/s.exec(body);
    if (keyword === "" && variable === null && deadFrames === 0) {
      const value = evaluateHelm(body, scopeAt(action));
      const source = text.slice(start, end);
      const line = lineAround(document, start, end);
      if (line === undefined)
        replace(start, end, markOf(addMark({ value, source, isBlock: false }), end - start));
      else {
        const id = addMark({ value, source, isBlock: true });
        replace(line.start, line.end, blockMark({ text, line, body, id, value }));
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

interface Judged {
  readonly verdict: boolean | undefined;
  readonly cause: string;
  readonly dot: Value | undefined;
  /** Variables that hold within. */
  readonly names: readonly (readonly [string | undefined, Value])[];
}

function judge(keyword: string, expression: string, scope: Scope): Judged {
  const { at, dot } = scope;
  // What a chart defines is written where it is included, not here.
  if (keyword === "define") return { verdict: false, cause: "", dot, names: [] };
  if (keyword === "block") return { verdict: true, cause: "", dot, names: [] };
  const [declared = "", ...names] = declaration.exec(expression) ?? [];
  const source = expression.slice(declared.length);
  // `with $` leads back to the root.
  if (keyword === "with" && source === "$")
    return { verdict: true, cause: "", dot: undefined, names: [] };
  const value = evaluateHelm(source, scope);
  const truth = truthOf(value);
  const cause = value.kind === "unknown" ? value.cause : "Helm repeats it";
  if (keyword === "with") return { verdict: truth, cause, dot: value, names: [[names[0], value]] };
  if (keyword !== "range") return { verdict: truth, cause, dot, names: [] };
  const each = unknownAt(at, `it is one of ${source.slice(0, 200)}`);
  const known = names.map((name) => [name, each] as const);
  return { verdict: truth === false ? false : undefined, cause, dot: each, names: known };
}

/** `$value := …` and `$key, $value := …` */
const declaration = /^(\$\w{1,100})(?:\s*,\s*(\$\w{1,100}))?\s*:=\s*/;

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
