import { accept, blockEnd, descend, expect, stop, tokenText, type Cursor } from "./cursor.ts";
import { parseExpressions, parseNamed } from "./expressions.ts";
import type { MatchCase, Statement } from "./nodes.ts";
import { T } from "./tokens.ts";

/**
 * `match` is a name almost everywhere. It begins a statement where the logical line ends with a
 * colon and the block under it begins with the name `case` (PEP 634).
 */
export function isMatchStatement(p: Cursor): boolean {
  if (p.ends[p.at]! - p.starts[p.at]! !== 5 || tokenText(p) !== "match") return false;
  let index = p.at + 1;
  while (p.kinds[index] !== T.Newline && p.kinds[index] !== T.End) index++;
  if (
    p.kinds[index - 1] !== T.Colon ||
    p.kinds[index + 1] !== T.Indent ||
    p.kinds[index + 2] !== T.Name
  ) {
    return false;
  }
  return p.text.slice(p.starts[index + 2], p.ends[index + 2]) === "case";
}

/** A `match` statement. Patterns are read as the expressions that they look like. */
export function parseMatch(p: Cursor, parseBlock: (p: Cursor) => Statement[]): Statement {
  const start = p.starts[p.at]!;
  p.at++;
  const subject = parseExpressions(p);
  expect(p, T.Colon, "`:`");
  expect(p, T.Newline, "a new line");
  expect(p, T.Indent, "an indented block");
  p.level++;
  descend(p);
  const cases: MatchCase[] = [];
  while (p.kinds[p.at] === T.Name) {
    const caseStart = p.starts[p.at]!;
    if (tokenText(p) !== "case") stop(p, "expected `case`");
    p.at++;
    p.inPattern = true;
    const pattern = parseExpressions(p);
    p.inPattern = false;
    const guard = accept(p, T.If) ? parseNamed(p) : null;
    const body = parseBlock(p);
    const end = blockEnd(p);
    cases.push({ kind: "match_case", start: caseStart, end, parent: null, pattern, guard, body });
  }
  if (!accept(p, T.Dedent)) stop(p, "expected `case`");
  p.level--;
  p.depth--;
  return { kind: "Match", start, end: blockEnd(p), parent: null, subject, cases };
}
