import { parseTypeParameters } from "./arguments.ts";
import { accept, expect, previousEnd, readName, tokenText, type Cursor } from "./cursor.ts";
import {
  notePython2,
  parseBinary,
  parseExpressions,
  parseTest,
  parseYield,
  startsExpression,
} from "./expressions.ts";
import { parseImport, parseImportFrom } from "./imports.ts";
import type { Expression, Statement } from "./nodes.ts";
import { T } from "./tokens.ts";

/** Simple statements separated by `;`, up to the end of the logical line. */
export function parseSimpleLine(p: Cursor, body: Statement[]): void {
  for (;;) {
    body.push(parseSimple(p));
    if (!accept(p, T.Semi)) break;
    if (p.kinds[p.at] === T.Newline) break;
  }
  if (p.kinds[p.at] === T.End) return;
  expect(p, T.Newline, "the end of the statement");
}

function parseSimple(p: Cursor): Statement {
  const start = p.starts[p.at]!;
  const kind = p.kinds[p.at];
  switch (kind) {
    case T.Pass:
    case T.Break:
    case T.Continue:
      p.at++;
      return {
        kind: kind === T.Pass ? "Pass" : kind === T.Break ? "Break" : "Continue",
        start,
        end: previousEnd(p),
        parent: null,
      };
    case T.Return: {
      p.at++;
      const value = startsExpression(p) ? parseExpressions(p) : null;
      return { kind: "Return", start, end: previousEnd(p), parent: null, value };
    }
    case T.Raise:
      return parseRaise(p);
    case T.Import:
      return parseImport(p);
    case T.From:
      return parseImportFrom(p);
    case T.Assert: {
      p.at++;
      const test = parseTest(p);
      const msg = accept(p, T.Comma) ? parseTest(p) : null;
      return { kind: "Assert", start, end: previousEnd(p), parent: null, test, msg };
    }
    case T.Del: {
      p.at++;
      const targets = [parseTest(p)];
      while (accept(p, T.Comma) && startsExpression(p)) targets.push(parseTest(p));
      return { kind: "Delete", start, end: previousEnd(p), parent: null, targets };
    }
    case T.Global:
    case T.Nonlocal: {
      p.at++;
      const names = [readName(p)];
      while (accept(p, T.Comma)) names.push(readName(p));
      const name = kind === T.Global ? "Global" : "Nonlocal";
      return { kind: name, start, end: previousEnd(p), parent: null, names };
    }
    case T.Name:
      return parsePython2Statement(p) ?? parseTypeAlias(p) ?? parseAssignment(p);
    default:
      return parseAssignment(p);
  }
}

function parseRaise(p: Cursor): Statement {
  const start = p.starts[p.at]!;
  p.at++;
  if (!startsExpression(p)) {
    return { kind: "Raise", start, end: previousEnd(p), parent: null, exc: null, cause: null };
  }
  const exc = parseTest(p);
  let cause: Expression | null = null;
  if (accept(p, T.From)) cause = parseTest(p);
  else if (p.kinds[p.at] === T.Comma) {
    notePython2(p, "`raise E, value`");
    while (accept(p, T.Comma)) cause = parseTest(p);
  }
  return { kind: "Raise", start, end: previousEnd(p), parent: null, exc, cause };
}

/** What shows that `print` or `exec` is a statement: in Python 3 none of it can follow a name. */
const operandStarts: ReadonlySet<number> = new Set([
  T.String,
  T.FStart,
  T.Name,
  T.Number,
  T.LBrace,
  T.None,
  T.True,
  T.False,
  T.Lambda,
]);

/** `print x` and `exec code in ns` of Python 2, read as the calls that they became. */
function parsePython2Statement(p: Cursor): Statement | null {
  const next = p.kinds[p.at + 1]!;
  if (!operandStarts.has(next)) return null;
  const word = tokenText(p);
  if (word !== "print" && word !== "exec") return null;
  notePython2(p, `the statement \`${word}\``);
  const start = p.starts[p.at]!;
  const end = p.ends[p.at]!;
  p.at++;
  const func: Expression = { kind: "Name", start, end, parent: null, id: word };
  // `exec code in ns`: there `in` is no comparison.
  const args = [word === "exec" ? parseBinary(p, 5) : parseTest(p)];
  while ((accept(p, T.Comma) || accept(p, T.In)) && startsExpression(p)) args.push(parseTest(p));
  const value: Expression = {
    kind: "Call",
    start,
    end: previousEnd(p),
    parent: null,
    func,
    args,
    keywords: [],
  };
  return { kind: "Expr", start, end: previousEnd(p), parent: null, value };
}

function parseTypeAlias(p: Cursor): Statement | null {
  if (p.kinds[p.at + 1] !== T.Name || tokenText(p) !== "type") return null;
  const start = p.starts[p.at]!;
  p.at++;
  const nameStart = p.starts[p.at]!;
  const id = readName(p);
  const name: Expression = {
    kind: "Name",
    start: nameStart,
    end: previousEnd(p),
    parent: null,
    id,
  };
  const typeParams = parseTypeParameters(p);
  expect(p, T.Assign, "`=`");
  const value = parseTest(p);
  return { kind: "TypeAlias", start, end: previousEnd(p), parent: null, name, typeParams, value };
}

function parseAssignment(p: Cursor): Statement {
  const start = p.starts[p.at]!;
  const first = p.kinds[p.at] === T.Yield ? parseYield(p) : parseExpressions(p);
  const kind = p.kinds[p.at];
  if (kind === T.Assign) {
    const targets: Expression[] = [];
    let value = first;
    while (accept(p, T.Assign)) {
      targets.push(value);
      value = parseValue(p);
    }
    return { kind: "Assign", start, end: previousEnd(p), parent: null, targets, value };
  }
  if (kind === T.AugAssign) {
    const op = tokenText(p).slice(0, -1);
    p.at++;
    const value = parseValue(p);
    return {
      kind: "AugAssign",
      start,
      end: previousEnd(p),
      parent: null,
      target: first,
      op,
      value,
    };
  }
  if (
    kind === T.Colon &&
    (first.kind === "Name" || first.kind === "Attribute" || first.kind === "Subscript")
  ) {
    p.at++;
    const annotation = parseTest(p);
    const value = accept(p, T.Assign) ? parseValue(p) : null;
    return {
      kind: "AnnAssign",
      start,
      end: previousEnd(p),
      parent: null,
      target: first,
      annotation,
      value,
    };
  }
  return { kind: "Expr", start, end: previousEnd(p), parent: null, value: first };
}

function parseValue(p: Cursor): Expression {
  return p.kinds[p.at] === T.Yield ? parseYield(p) : parseExpressions(p);
}
