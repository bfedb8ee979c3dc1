import { parseArguments, parseCallArguments, parseTypeParameters } from "./arguments.ts";
import {
  accept,
  blockEnd,
  descend,
  expect,
  fault,
  note,
  previousEnd,
  readName,
  skipLine,
  stop,
  type Cursor,
} from "./cursor.ts";
import {
  parseBinary,
  parseExpressions,
  parseNamed,
  parseTargets,
  parseTest,
} from "./expressions.ts";
import { isMatchStatement, parseMatch } from "./match.ts";
import type {
  ClassDef,
  ExceptHandler,
  Expression,
  FunctionDef,
  If,
  Statement,
  WithItem,
} from "./nodes.ts";
import { parseSimpleLine } from "./simple.ts";
import { T } from "./tokens.ts";

/**
 * Statements up to the end of the block (`Dedent`) or of the file. A statement that cannot be
 * parsed is left out and noted; reading goes on at the next logical line, and the blocks that hang
 * on the lost statement are read as if they stood in this one.
 */
export function parseStatements(p: Cursor): Statement[] {
  const body: Statement[] = [];
  let strayBlocks = 0;
  for (;;) {
    const kind = p.kinds[p.at];
    if (kind === T.End) return body;
    if (kind === T.Dedent) {
      if (strayBlocks > 0) strayBlocks--;
      else if (p.level > 0) return body;
      p.at++;
    } else if (kind === T.Newline) p.at++;
    else if (kind === T.Indent) {
      if (p.problems.length === 0) note(p, "unexpected indentation");
      strayBlocks++;
      p.at++;
    } else {
      const { at, depth, level } = p;
      const finished = p.finished.length;
      try {
        parseStatement(p, body);
      } catch (thrown) {
        if (thrown !== fault) throw thrown;
        for (let index = finished; index < p.finished.length; index++) {
          for (const statement of p.finished[index]!) body.push(statement);
        }
        strayBlocks += p.level - level;
        p.depth = depth;
        p.level = level;
        p.inPattern = false;
        skipLine(p, at);
      }
      if (p.finished.length > finished) p.finished.length = finished;
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

/** `: block`, indented or on the same line. */
function parseBlock(p: Cursor): Statement[] {
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
  p.level++;
  descend(p);
  const statements = parseStatements(p);
  p.depth--;
  p.level--;
  accept(p, T.Dedent);
  p.finished.push(statements);
  return statements;
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
  // Each link ends where the chain does: an `elif` is an `if` in the `else` of the one before.
  const end = blockEnd(p);
  for (let index = links.length - 1; index > 0; index--) {
    const { start, test, body } = links[index]!;
    orelse = [{ kind: "If", start, end, parent: null, test, body, orelse }];
  }
  const { start, test, body } = links[0]!;
  return { kind: "If", start, end, parent: null, test, body, orelse };
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
  return {
    kind: "For",
    start,
    end: blockEnd(p),
    parent: null,
    isAsync,
    target,
    iter,
    body,
    orelse,
  };
}

function parseWhile(p: Cursor): Statement {
  const start = p.starts[p.at]!;
  p.at++;
  const test = parseNamed(p);
  const body = parseBlock(p);
  const orelse = parseElse(p);
  return { kind: "While", start, end: blockEnd(p), parent: null, test, body, orelse };
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
    const end = blockEnd(p);
    handlers.push({
      kind: "ExceptHandler",
      start: handlerStart,
      end,
      parent: null,
      type,
      name,
      body: handlerBody,
    });
  }
  const orelse = parseElse(p);
  const finalbody = accept(p, T.Finally) ? parseBlock(p) : [];
  return {
    kind: "Try",
    start,
    end: blockEnd(p),
    parent: null,
    isStar,
    body,
    handlers,
    orelse,
    finalbody,
  };
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
  return { kind: "With", start, end: blockEnd(p), parent: null, isAsync, items, body };
}

/** `with (a as b, c as d):`. A bracket may as well open an expression: then the answer is null. */
function parseBracketedItems(p: Cursor): WithItem[] | null {
  if (p.kinds[p.at] !== T.LParen || !holdsItems(p)) return null;
  p.at++;
  const items = parseItems(p, T.RParen);
  expect(p, T.RParen, "`)`");
  return items;
}

/** True where the bracket at the cursor is closed before the colon and holds a list of items. */
function holdsItems(p: Cursor): boolean {
  let depth = 0;
  let hasAs = false;
  let hasComma = false;
  let isTuple = false;
  for (let index = p.at; ; index++) {
    const kind = p.kinds[index];
    if (kind === T.Newline || kind === T.End) return false;
    if (kind === T.LParen || kind === T.LBracket || kind === T.LBrace) depth++;
    else if (kind === T.RParen || kind === T.RBracket || kind === T.RBrace) {
      if (--depth === 0) return p.kinds[index + 1] === T.Colon && (hasAs || (hasComma && !isTuple));
    } else if (depth !== 1) continue;
    else if (kind === T.As) hasAs = true;
    else if (kind === T.Comma) hasComma = true;
    else if (kind === T.Yield || kind === T.For || kind === T.Walrus) isTuple = true;
    else if (kind === T.Star && (index === p.at + 1 || p.kinds[index - 1] === T.Comma))
      isTuple = true;
  }
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
  const typeParams = parseTypeParameters(p);
  expect(p, T.LParen, "`(`");
  const args = parseArguments(p, { close: T.RParen, annotated: true });
  expect(p, T.RParen, "`)`");
  const returns = accept(p, T.Arrow) ? parseExpressions(p) : null;
  const body = parseBlock(p);
  return {
    kind: "FunctionDef",
    start,
    end: blockEnd(p),
    parent: null,
    isAsync,
    name,
    args,
    body,
    decorators,
    returns,
    typeParams,
  };
}

function parseClass(p: Cursor, decorators: readonly Expression[]): ClassDef {
  const start = p.starts[p.at]!;
  p.at++;
  const name = readName(p);
  const typeParams = parseTypeParameters(p);
  const { args, keywords } =
    p.kinds[p.at] === T.LParen ? parseCallArguments(p) : { args: [], keywords: [] };
  const body = parseBlock(p);
  return {
    kind: "ClassDef",
    start,
    end: blockEnd(p),
    parent: null,
    name,
    bases: args,
    keywords,
    body,
    decorators,
    typeParams,
  };
}
