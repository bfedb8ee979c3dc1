import type { Problem } from "../../core/index.ts";
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
  /** True inside `case …:`, where `as` binds a name within an expression. */
  inPattern: boolean;
}

/** Thrown to leave a statement that cannot be parsed; caught where statements are listed. */
export const fault = { isPythonFault: true } as const;

/** A cursor at the first token. */
export function openCursor(text: string, tokens: Tokens, problems: Problem[]): Cursor {
  const { kinds, starts, ends } = tokens;
  return { text, kinds, starts, ends, problems, at: 0, depth: 0, inPattern: false };
}

/** Notes a problem at the current token and leaves the statement. */
export function stop(p: Cursor, message: string, reason: Problem["reason"] = "syntax-error"): never {
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
