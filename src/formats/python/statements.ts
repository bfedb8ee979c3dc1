import { parseArguments, parseCallArguments } from "./arguments.ts";
import { accept, descend, expect, fault, note, previousEnd, readName, stop, type Cursor, tokenText } from "./cursor.ts";
import {
  notePython2,
  parseBinary,
  parseExpressions,
  parseNamed,
  parseTargets,
  parseTest,
  parseYield,
  startsExpression,
} from "./expressions.ts";
import { parseImport, parseImportFrom } from "./imports.ts";
import { isMatchStatement, parseMatch } from "./match.ts";
import type { ClassDef, ExceptHandler, Expression, FunctionDef, If, Statement, WithItem } from "./nodes.ts";
import { T } from "./tokens.ts";

/**
 * Statements up to the end of the block (`Dedent`) or of the file. A statement that cannot be
 * parsed is left out and noted; reading goes on at the next logical line, and a block that hangs
 * on the lost statement is read as if it stood in this one.
 */
export function parseStatements(p: Cursor): Statement[] {
  const body: Statement[] = [];
  let strayBlocks = 0;
  for (;;) {
    const kind = p.kinds[p.at];
    if (kind === T.End) return body;
    if (kind === T.Dedent) {
      if (strayBlocks === 0) return body;
      strayBlocks--;
      p.at++;
    } else if (kind === T.Newline) p.at++;
    else if (kind === T.Indent) {
      if (p.problems.length === 0) note(p, "unexpected indentation");
      strayBlocks++;
      p.at++;
    } else {
      const depth = p.depth;
      try {
        parseStatement(p, body);
      } catch (thrown) {
        if (thrown !== fault) throw thrown;
        p.depth = depth;
        p.inPattern = false;
        while (p.kinds[p.at] !== T.Newline && p.kinds[p.at] !== T.End) p.at++;
      }
    }
  }
}

function parseStatement(p: Cursor, body: Statement[]): void {
  const start = p.starts[p.at]!;
  switch (p.kinds[p.at]) {
    case T.If:
      body.push(parseIf(p));
      return;
    case T.For:
      body.push(parseFor(p, start, false));
      return;
    case T.While:
      body.push(parseWhile(p));
      return;
    case T.Try:
      body.push(parseTry(p));
      return;
    case T.With:
      body.push(parseWith(p, start, false));
      return;
    case T.Def:
      body.push(parseFunction(p, { start, decorators: [], isAsync: false }));
      return;
    case T.Class:
      body.push(parseClass(p, []));
      return;
    case T.At:
      body.push(parseDecorated(p));
      return;
    case T.Async:
      body.push(parseAsync(p, []));
      return;
    case T.Name:
      if (isMatchStatement(p)) {
        body.push(parseMatch(p, parseBlock));
        return;
      }
      break;
    default:
  }
  parseSimpleLine(p, body);
}

/** Simple statements separated by `;`, up to the end of the logical line. */
function parseSimpleLine(p: Cursor, body: Statement[]): void {
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
      const value = parseExpressions(p);
      const isPlainTuple = value.kind === "Tuple" && p.text.charCodeAt(value.start) !== 40;
      return {
        kind: "Delete",
        start,
        end: previousEnd(p),
        parent: null,
        targets: isPlainTuple ? value.elts : [value],
      };
    }
    case T.Global:
    case T.Nonlocal: {
      p.at++;
      const names = [readName(p)];
      while (accept(p, T.Comma)) names.push(readName(p));
      return {
        kind: kind === T.Global ? "Global" : "Nonlocal",
        start,
        end: previousEnd(p),
        parent: null,
        names,
      };
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

/** `print x` and `exec code in ns` of Python 2, read as the calls that they became. */
function parsePython2Statement(p: Cursor): Statement | null {
  const next = p.kinds[p.at + 1]!;
  const operand =
    next === T.String || next === T.Name || next === T.Number || next === T.FStart || next === T.LBrace || next === T.None;
  if (!operand) return null;
  const word = tokenText(p);
  if (word !== "print" && word !== "exec") return null;
  notePython2(p, `the statement \`${word}\``);
  const start = p.starts[p.at]!;
  const end = p.ends[p.at]!;
  p.at++;
  const func = { kind: "Name", start, end, parent: null, id: word } as const;
  const args = [parseBinary(p, 5)];
  while (accept(p, T.Comma) || accept(p, T.In)) {
    if (!startsExpression(p)) break;
    args.push(parseBinary(p, 1));
  }
  const value: Expression = {
    kind: "Call",
    start,
    end: previousEnd(p),
    parent: null,
    func: { ...func },
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
  const name: Expression = { kind: "Name", start: nameStart, end: previousEnd(p), parent: null, id };
  skipTypeParameters(p);
  expect(p, T.Assign, "`=`");
  const value = parseTest(p);
  return { kind: "TypeAlias", start, end: previousEnd(p), parent: null, name, value };
}

/** `[T: Bound = Default, *Ts, **P]` (PEP 695): types only, nothing that a check reads. */
function skipTypeParameters(p: Cursor): void {
  if (p.kinds[p.at] !== T.LBracket) return;
  let depth = 0;
  do {
    const kind = p.kinds[p.at];
    if (kind === T.LBracket) depth++;
    else if (kind === T.RBracket) depth--;
    else if (kind === T.Newline || kind === T.End) stop(p, "expected `]`");
    p.at++;
  } while (depth > 0);
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
    return { kind: "AugAssign", start, end: previousEnd(p), parent: null, target: first, op, value };
  }
  if (kind === T.Colon && (first.kind === "Name" || first.kind === "Attribute" || first.kind === "Subscript")) {
    p.at++;
    const annotation = parseTest(p);
    const value = accept(p, T.Assign) ? parseValue(p) : null;
    return { kind: "AnnAssign", start, end: previousEnd(p), parent: null, target: first, annotation, value };
  }
  return { kind: "Expr", start, end: previousEnd(p), parent: null, value: first };
}


function parseValue(p: Cursor): Expression {
  return p.kinds[p.at] === T.Yield ? parseYield(p) : parseExpressions(p);
}

/** `: block`, indented or on the same line. */
export function parseBlock(p: Cursor): Statement[] {
  expect(p, T.Colon, "`:`");
  const body: Statement[] = [];
  if (p.kinds[p.at] !== T.Newline) {
    parseSimpleLine(p, body);
    return body;
  }
  p.at++;
  if (p.kinds[p.at] !== T.Indent) {
    note(p, "expected an indented block");
    return body;
  }
  p.at++;
  descend(p);
  const statements = parseStatements(p);
  p.depth--;
  accept(p, T.Dedent);
  return statements;
}

/** End of the last statement of a block: where the statement that holds it ends. */
function blockEnd(p: Cursor, ...blocks: readonly (readonly { readonly end: number }[])[]): number {
  for (let index = blocks.length - 1; index >= 0; index--) {
    const block = blocks[index]!;
    if (block.length > 0) return block[block.length - 1]!.end;
  }
  return previousEnd(p);
}

/** A chain of `elif` is read in a loop: it may have thousands of links. */
function parseIf(p: Cursor): If {
  const links: { start: number; test: Expression; body: Statement[] }[] = [];
  let orelse: Statement[] = [];
  for (;;) {
    const start = p.starts[p.at]!;
    p.at++;
    const test = parseNamed(p);
    const body = parseBlock(p);
    links.push({ start, test, body });
    if (p.kinds[p.at] === T.Elif) continue;
    if (accept(p, T.Else)) orelse = parseBlock(p);
    break;
  }
  let end = blockEnd(p, links[links.length - 1]!.body, orelse);
  for (let index = links.length - 1; index > 0; index--) {
    const { start, test, body } = links[index]!;
    orelse = [{ kind: "If", start, end, parent: null, test, body, orelse }];
    end = blockEnd(p, body, orelse);
  }
  const { start, test, body } = links[0]!;
  return { kind: "If", start, end: blockEnd(p, body, orelse), parent: null, test, body, orelse };
}

function parseElse(p: Cursor): Statement[] {
  return accept(p, T.Else) ? parseBlock(p) : [];
}

function parseFor(p: Cursor, start: number, isAsync: boolean): Statement {
  p.at++;
  const target = parseTargets(p);
  expect(p, T.In, "`in`");
  const iter = parseExpressions(p);
  const body = parseBlock(p);
  const orelse = parseElse(p);
  return { kind: "For", start, end: blockEnd(p, body, orelse), parent: null, isAsync, target, iter, body, orelse };
}

function parseWhile(p: Cursor): Statement {
  const start = p.starts[p.at]!;
  p.at++;
  const test = parseNamed(p);
  const body = parseBlock(p);
  const orelse = parseElse(p);
  return { kind: "While", start, end: blockEnd(p, body, orelse), parent: null, test, body, orelse };
}

function parseTry(p: Cursor): Statement {
  const start = p.starts[p.at]!;
  p.at++;
  const body = parseBlock(p);
  const handlers: ExceptHandler[] = [];
  let isStar = false;
  while (p.kinds[p.at] === T.Except) {
    const handlerStart = p.starts[p.at]!;
    p.at++;
    if (accept(p, T.Star)) isStar = true;
    let type: Expression | null = null;
    let name: string | null = null;
    if (p.kinds[p.at] !== T.Colon) {
      type = parseHandlerType(p);
      if (accept(p, T.As)) name = readName(p);
    }
    const handlerBody = parseBlock(p);
    const end = blockEnd(p, handlerBody);
    handlers.push({ kind: "ExceptHandler", start: handlerStart, end, parent: null, type, name, body: handlerBody });
  }
  const orelse = parseElse(p);
  const finalbody = accept(p, T.Finally) ? parseBlock(p) : [];
  const end = blockEnd(p, body, handlers, orelse, finalbody);
  return { kind: "Try", start, end, parent: null, isStar, body, handlers, orelse, finalbody };
}

/** `except A, B:` is a tuple from Python 3.14 on (PEP 758), and bound a name in Python 2. */
function parseHandlerType(p: Cursor): Expression {
  const start = p.starts[p.at]!;
  const first = parseTest(p);
  if (p.kinds[p.at] !== T.Comma) return first;
  const elts = [first];
  while (accept(p, T.Comma)) elts.push(parseTest(p));
  return { kind: "Tuple", start, end: previousEnd(p), parent: null, elts };
}

function parseWith(p: Cursor, start: number, isAsync: boolean): Statement {
  p.at++;
  const items = parseBracketedItems(p) ?? parseItems(p, T.Colon);
  const body = parseBlock(p);
  return { kind: "With", start, end: blockEnd(p, body), parent: null, isAsync, items, body };
}

/** `with (a as b, c as d):`. A bracket may as well open an expression: then the answer is null. */
function parseBracketedItems(p: Cursor): WithItem[] | null {
  if (p.kinds[p.at] !== T.LParen) return null;
  let depth = 0;
  let hasAs = false;
  let close = p.at;
  for (; ; close++) {
    const kind = p.kinds[close];
    if (kind === T.LParen || kind === T.LBracket || kind === T.LBrace) depth++;
    else if (kind === T.RParen || kind === T.RBracket || kind === T.RBrace) {
      if (--depth === 0) break;
    } else if (kind === T.As && depth === 1) hasAs = true;
    else if (kind === T.Newline || kind === T.End) return null;
  }
  if (p.kinds[close + 1] !== T.Colon || (!hasAs && !hasTopLevelComma(p, close))) return null;
  p.at++;
  const items = parseItems(p, T.RParen);
  expect(p, T.RParen, "`)`");
  return items;
}

/** True where the bracket that is open at the cursor and closes at `close` holds a comma. */
function hasTopLevelComma(p: Cursor, close: number): boolean {
  let depth = 0;
  for (let index = p.at; index < close; index++) {
    const kind = p.kinds[index];
    if (kind === T.LParen || kind === T.LBracket || kind === T.LBrace) depth++;
    else if (kind === T.RParen || kind === T.RBracket || kind === T.RBrace) depth--;
    else if (kind === T.Comma && depth === 1) return true;
    else if (depth === 1 && (kind === T.Yield || kind === T.For)) return false;
  }
  return false;
}

function parseItems(p: Cursor, close: number): WithItem[] {
  const items: WithItem[] = [];
  do {
    if (p.kinds[p.at] === close) break;
    const start = p.starts[p.at]!;
    const context = parseTest(p);
    const vars = accept(p, T.As) ? parseBinary(p, 5) : null;
    items.push({ kind: "withitem", start, end: previousEnd(p), parent: null, context, vars });
  } while (accept(p, T.Comma));
  return items;
}

function parseDecorated(p: Cursor): Statement {
  const decorators: Expression[] = [];
  while (accept(p, T.At)) {
    decorators.push(parseNamed(p));
    expect(p, T.Newline, "the end of the decorator");
    while (accept(p, T.Newline));
  }
  const start = p.starts[p.at]!;
  if (p.kinds[p.at] === T.Class) return parseClass(p, decorators);
  if (p.kinds[p.at] === T.Async) return parseAsync(p, decorators);
  if (p.kinds[p.at] !== T.Def) stop(p, "expected a function or a class after a decorator");
  return parseFunction(p, { start, decorators, isAsync: false });
}

function parseAsync(p: Cursor, decorators: readonly Expression[]): Statement {
  const start = p.starts[p.at]!;
  p.at++;
  const kind = p.kinds[p.at];
  if (kind === T.Def) return parseFunction(p, { start, decorators, isAsync: true });
  if (kind === T.For) return parseFor(p, start, true);
  if (kind === T.With) return parseWith(p, start, true);
  return stop(p, "expected `def`, `for` or `with` after `async`");
}

function parseFunction(
  p: Cursor,
  head: { start: number; decorators: readonly Expression[]; isAsync: boolean },
): FunctionDef {
  const { start, decorators, isAsync } = head;
  p.at++;
  const name = readName(p);
  skipTypeParameters(p);
  expect(p, T.LParen, "`(`");
  const args = parseArguments(p, { close: T.RParen, annotated: true });
  expect(p, T.RParen, "`)`");
  const returns = accept(p, T.Arrow) ? parseExpressions(p) : null;
  const body = parseBlock(p);
  const end = blockEnd(p, body);
  return { kind: "FunctionDef", start, end, parent: null, isAsync, name, args, body, decorators, returns };
}

function parseClass(p: Cursor, decorators: readonly Expression[]): ClassDef {
  const start = p.starts[p.at]!;
  p.at++;
  const name = readName(p);
  skipTypeParameters(p);
  const { args, keywords } = p.kinds[p.at] === T.LParen ? parseCallArguments(p) : { args: [], keywords: [] };
  const body = parseBlock(p);
  const end = blockEnd(p, body);
  return { kind: "ClassDef", start, end, parent: null, name, bases: args, keywords, body, decorators };
}
