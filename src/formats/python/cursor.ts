import type { Problem } from "../../core/index.ts";
import type { Statement } from "./nodes.ts";
import { T, type Tokens } from "./tokens.ts";

/**
 * Nesting of expressions and blocks that is followed. CPython stops at 200 brackets and 100
 * indentation levels; every level costs native stack here.
 */
const maxDepth = 300;

/** Where the parser stands. One for each text; the parse functions move it forward. */
export interface Cursor {
  readonly text: string;
  readonly kinds: Uint8Array;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly problems: Problem[];
  at: number;
  depth: number;
  /** Indented blocks that are open. */
  level: number;
  /** Blocks read to their end, of statements that are not: what is kept if such a one is lost. */
  readonly finished: (readonly Statement[])[];
  /** True inside `case …:`, where `as` binds a name within an expression. */
  inPattern: boolean;
}

/** Thrown to leave a statement that cannot be parsed; caught where statements are listed. */
export const fault = { isPythonFault: true } as const;

/** A cursor at the first token. */
export function openCursor(text: string, tokens: Tokens, problems: Problem[]): Cursor {
  const { kinds, starts, ends } = tokens;
  const state = { at: 0, depth: 0, level: 0, finished: [], inPattern: false };
  return { text, kinds, starts, ends, problems, ...state };
}

/** Notes a problem at the current token and leaves the statement. */
export function stop(
  p: Cursor,
  message: string,
  reason: Problem["reason"] = "syntax-error",
): never {
  note(p, message, reason);
  // oxlint-disable-next-line typescript/only-throw-error -- control flow inside the parser, no stack trace wanted
  throw fault;
}

/** Notes a problem at the current token and goes on. */
export function note(p: Cursor, message: string, reason: Problem["reason"] = "syntax-error"): void {
  if (p.problems.length < 100) p.problems.push({ reason, message, at: p.starts[p.at]! });
}

/** Steps over a token of `kind`, or leaves the statement. */
export function expect(p: Cursor, kind: number, what: string): void {
  if (p.kinds[p.at] !== kind) stop(p, `expected ${what}`);
  p.at++;
}

/** Steps over a token of `kind` if it is next. */
export function accept(p: Cursor, kind: number): boolean {
  if (p.kinds[p.at] !== kind) return false;
  p.at++;
  return true;
}

/** End of the token before the current one. */
export function previousEnd(p: Cursor): number {
  return p.at === 0 ? 0 : p.ends[p.at - 1]!;
}

/** True for the tokens that only shape lines and blocks. */
function isLayout(kind: number): boolean {
  return kind === T.Newline || kind === T.Indent || kind === T.Dedent;
}

/** End of the last token that is more than layout: where a statement that holds a block ends. */
export function blockEnd(p: Cursor): number {
  let index = p.at - 1;
  while (index > 0 && isLayout(p.kinds[index]!)) index--;
  return index < 0 ? 0 : p.ends[index]!;
}

/** Leaves the rest of a line that cannot be read; `from` is the token where its statement began. */
export function skipLine(p: Cursor, from: number): void {
  // Where the line was read to its end and the next one did not fit, that one is tried by itself.
  if (p.at > from && isLayout(p.kinds[p.at - 1]!)) return;
  while (p.kinds[p.at] !== T.Newline && p.kinds[p.at] !== T.End) p.at++;
}

/** Goes one level deeper; the caller takes it back with `p.depth--`. */
export function descend(p: Cursor): void {
  if (++p.depth > maxDepth) stop(p, `nested more than ${maxDepth} levels deep`, "limit");
}

/** Text of the current token. */
export function tokenText(p: Cursor): string {
  return p.text.slice(p.starts[p.at], p.ends[p.at]);
}

/** Reads a name. Names are normalised as CPython does (PEP 3131), so that `ｅval` is `eval`. */
export function readName(p: Cursor): string {
  if (p.kinds[p.at] !== T.Name) stop(p, "expected a name");
  const name = tokenText(p);
  p.at++;
  for (let index = 0; index < name.length; index++) {
    if (name.charCodeAt(index) > 127) return name.normalize("NFKC");
  }
  return name;
}
