import { parseArguments, parseCallArguments } from "./arguments.ts";
import {
  accept,
  descend,
  expect,
  note,
  previousEnd,
  readName,
  stop,
  type Cursor,
  tokenText,
} from "./cursor.ts";
import { parseBraces, parseList, parseParentheses } from "./displays.ts";
import { parseStrings } from "./fstrings.ts";
import type { Constant, Expression } from "./nodes.ts";
import { T } from "./tokens.ts";

/** Binding strength of binary operators by token kind; 0 for what is no operator. */
const strength = new Uint8Array(128);
const Or = 1;
const And = 2;
const Not = 3;
const Comparison = 4;
for (const [level, kinds] of [
  [Or, [T.Or]],
  [And, [T.And]],
  [
    Comparison,
    [T.In, T.Is, T.Not, T.Less, T.Greater, T.LessEqual, T.GreaterEqual, T.Equal, T.NotEqual],
  ],
  [5, [T.Pipe]],
  [6, [T.Caret]],
  [7, [T.Amp]],
  [8, [T.LShift, T.RShift]],
  [9, [T.Plus, T.Minus]],
  [10, [T.Star, T.Slash, T.DoubleSlash, T.Percent, T.At]],
] as const) {
  for (const kind of kinds) strength[kind] = level;
}

/** `star_expressions`: one expression, or a tuple without brackets. */
export function parseExpressions(p: Cursor): Expression {
  const start = p.starts[p.at]!;
  const first = parseStarred(p);
  if (p.kinds[p.at] !== T.Comma) return first;
  const elts = [first];
  while (accept(p, T.Comma)) {
    if (!startsExpression(p)) break;
    elts.push(parseStarred(p));
  }
  return { kind: "Tuple", start, end: previousEnd(p), parent: null, elts };
}

/** `*x`, or a named expression. */
export function parseStarred(p: Cursor): Expression {
  if (p.kinds[p.at] !== T.Star) return parseNamed(p);
  const start = p.starts[p.at]!;
  p.at++;
  const value = parseBinary(p, 5);
  return { kind: "Starred", start, end: previousEnd(p), parent: null, value };
}

/** `x := y`, or an expression. */
export function parseNamed(p: Cursor): Expression {
  const start = p.starts[p.at]!;
  const target = parseTest(p);
  if (p.kinds[p.at] !== T.Walrus) return target;
  if (target.kind !== "Name") stop(p, "only a name can be assigned with `:=`");
  p.at++;
  const value = parseTest(p);
  return { kind: "NamedExpr", start, end: previousEnd(p), parent: null, target, value };
}

/** `expression`: conditional, lambda or operators; no comma, no `:=`. */
export function parseTest(p: Cursor): Expression {
  if (p.kinds[p.at] === T.Lambda) return parseLambda(p);
  const start = p.starts[p.at]!;
  const body = parseBinary(p, Or);
  if (p.kinds[p.at] === T.If && !p.inPattern) {
    p.at++;
    const test = parseBinary(p, Or);
    expect(p, T.Else, "`else`");
    descend(p);
    const orelse = parseTest(p);
    p.depth--;
    return { kind: "IfExp", start, end: previousEnd(p), parent: null, test, body, orelse };
  }
  if (p.inPattern && p.kinds[p.at] === T.As) {
    p.at++;
    const nameStart = p.starts[p.at]!;
    const id = readName(p);
    const target = {
      kind: "Name",
      start: nameStart,
      end: previousEnd(p),
      parent: null,
      id,
    } as const;
    return {
      kind: "NamedExpr",
      start,
      end: previousEnd(p),
      parent: null,
      target: { ...target },
      value: body,
    };
  }
  return body;
}

/** Binary operators from strength `least` on, by precedence climbing. */
export function parseBinary(p: Cursor, least: number): Expression {
  const start = p.starts[p.at]!;
  let left: Expression;
  if (p.kinds[p.at] === T.Not) {
    p.at++;
    descend(p);
    const operand = parseBinary(p, Not);
    p.depth--;
    left = { kind: "UnaryOp", start, end: previousEnd(p), parent: null, op: "not", operand };
  } else left = parseUnary(p);

  for (;;) {
    const kind = p.kinds[p.at]!;
    const level = strength[kind]!;
    if (level === 0 || level < least) return left;
    if (level === Comparison) {
      if (kind === T.Not && p.kinds[p.at + 1] !== T.In) return left;
      left = parseComparison(p, start, left);
    } else if (level <= And) {
      const values = [left];
      while (accept(p, kind)) values.push(parseBinary(p, level + 1));
      const op = kind === T.Or ? "or" : "and";
      left = { kind: "BoolOp", start, end: previousEnd(p), parent: null, op, values };
    } else {
      const op = tokenText(p);
      p.at++;
      const right = parseBinary(p, level + 1);
      left = { kind: "BinOp", start, end: previousEnd(p), parent: null, left, op, right };
    }
  }
}

function parseComparison(p: Cursor, start: number, left: Expression): Expression {
  const ops: string[] = [];
  const comparators: Expression[] = [];
  for (;;) {
    const kind = p.kinds[p.at]!;
    if (strength[kind] !== Comparison) break;
    let op = tokenText(p);
    if (kind === T.Not) {
      if (p.kinds[p.at + 1] !== T.In) break;
      p.at++;
      op = "not in";
    } else if (kind === T.Is && p.kinds[p.at + 1] === T.Not) {
      p.at++;
      op = "is not";
    }
    p.at++;
    ops.push(op);
    comparators.push(parseBinary(p, Comparison + 1));
  }
  return { kind: "Compare", start, end: previousEnd(p), parent: null, left, ops, comparators };
}

function parseUnary(p: Cursor): Expression {
  const kind = p.kinds[p.at]!;
  if (kind === T.Minus || kind === T.Plus || kind === T.Tilde) {
    const start = p.starts[p.at]!;
    p.at++;
    descend(p);
    const operand = parseUnary(p);
    p.depth--;
    const op = kind === T.Minus ? "-" : kind === T.Plus ? "+" : "~";
    return { kind: "UnaryOp", start, end: previousEnd(p), parent: null, op, operand };
  }
  const start = p.starts[p.at]!;
  let base: Expression;
  if (kind === T.Await) {
    p.at++;
    descend(p);
    const value = parsePrimary(p);
    p.depth--;
    base = { kind: "Await", start, end: previousEnd(p), parent: null, value };
  } else base = parsePrimary(p);
  if (p.kinds[p.at] !== T.DoubleStar) return base;
  p.at++;
  descend(p);
  const right = parseUnary(p);
  p.depth--;
  return { kind: "BinOp", start, end: previousEnd(p), parent: null, left: base, op: "**", right };
}

/** An atom followed by attributes, calls and subscripts. */
function parsePrimary(p: Cursor): Expression {
  const start = p.starts[p.at]!;
  let value = parseAtom(p);
  for (;;) {
    const kind = p.kinds[p.at];
    if (kind === T.Dot) {
      p.at++;
      const attr = readName(p);
      value = { kind: "Attribute", start, end: previousEnd(p), parent: null, value, attr };
    } else if (kind === T.LParen) {
      descend(p);
      const { args, keywords } = parseCallArguments(p);
      p.depth--;
      value = {
        kind: "Call",
        start,
        end: previousEnd(p),
        parent: null,
        func: value,
        args,
        keywords,
      };
    } else if (kind === T.LBracket) {
      p.at++;
      descend(p);
      const slice = parseSlices(p);
      p.depth--;
      expect(p, T.RBracket, "`]`");
      value = { kind: "Subscript", start, end: previousEnd(p), parent: null, value, slice };
    } else return value;
  }
}

function parseSlices(p: Cursor): Expression {
  const start = p.starts[p.at]!;
  const first = parseSlice(p);
  // `x[*y]` is `x[(*y,)]` (PEP 646).
  if (p.kinds[p.at] !== T.Comma && first.kind !== "Starred") return first;
  const elts = [first];
  while (accept(p, T.Comma)) {
    if (p.kinds[p.at] === T.RBracket) break;
    elts.push(parseSlice(p));
  }
  return { kind: "Tuple", start, end: previousEnd(p), parent: null, elts };
}

function parseSlice(p: Cursor): Expression {
  const start = p.starts[p.at]!;
  const lower = p.kinds[p.at] === T.Colon ? null : parseStarred(p);
  if (p.kinds[p.at] !== T.Colon) {
    if (lower === null) stop(p, "expected an index");
    return lower;
  }
  p.at++;
  const upper = endsSlice(p) ? null : parseTest(p);
  const step = accept(p, T.Colon) && !endsSlice(p) ? parseTest(p) : null;
  return { kind: "Slice", start, end: previousEnd(p), parent: null, lower, upper, step };
}

function endsSlice(p: Cursor): boolean {
  const kind = p.kinds[p.at];
  return kind === T.Colon || kind === T.Comma || kind === T.RBracket;
}

function parseAtom(p: Cursor): Expression {
  const start = p.starts[p.at]!;
  const end = p.ends[p.at]!;
  switch (p.kinds[p.at]) {
    case T.Name:
      return { kind: "Name", start, end, parent: null, id: readName(p) };
    case T.String:
    case T.FStart:
      return parseStrings(p);
    case T.Number:
      return parseNumber(p);
    case T.None:
      p.at++;
      return constant(start, end, "none", null);
    case T.True:
      p.at++;
      return constant(start, end, "bool", true);
    case T.False:
      p.at++;
      return constant(start, end, "bool", false);
    case T.Ellipsis:
      p.at++;
      return constant(start, end, "ellipsis", null);
    case T.LParen:
      return parseParentheses(p);
    case T.LBracket:
      return parseList(p);
    case T.LBrace:
      return parseBraces(p);
    case T.Yield:
      // Only allowed in brackets and alone on a line; read wherever it stands.
      return parseYield(p);
    default:
      return stop(p, "expected an expression");
  }
}

function constant(
  start: number,
  end: number,
  type: Constant["type"],
  value: Constant["value"],
): Constant {
  return { kind: "Constant", start, end, parent: null, type, value };
}

function parseNumber(p: Cursor): Constant {
  const start = p.starts[p.at]!;
  const end = p.ends[p.at]!;
  if (end === start + 1) {
    p.at++;
    return constant(start, end, "int", p.text.charCodeAt(start) - 48);
  }
  let digits = tokenText(p).replaceAll("_", "").toLowerCase();
  p.at++;
  if (digits.endsWith("j")) return constant(start, end, "complex", Number(digits.slice(0, -1)));
  const isPrefixed = /^0[xob]/.test(digits);
  if (!isPrefixed && /[.e]/.test(digits)) return constant(start, end, "float", Number(digits));
  if (digits.endsWith("l")) digits = digits.slice(0, -1);
  // Python 2 wrote octal numbers with a plain leading zero.
  if (/^0[0-7]*[1-7]/.test(digits)) return constant(start, end, "int", parseInt(digits, 8));
  const value = Number(digits);
  if (Number.isNaN(value)) note(p, "the number has no such digits");
  return constant(start, end, "int", Number.isNaN(value) ? 0 : value);
}

/** The targets of `for`: names, attributes, subscripts, starred, without comparison operators. */
export function parseTargets(p: Cursor): Expression {
  const start = p.starts[p.at]!;
  const first = parseTarget(p);
  if (p.kinds[p.at] !== T.Comma) return first;
  const elts = [first];
  while (accept(p, T.Comma)) {
    if (p.kinds[p.at] === T.In || p.kinds[p.at] === T.Assign) break;
    elts.push(parseTarget(p));
  }
  return { kind: "Tuple", start, end: previousEnd(p), parent: null, elts };
}

function parseTarget(p: Cursor): Expression {
  const start = p.starts[p.at]!;
  if (!accept(p, T.Star)) return parseBinary(p, 5);
  const value = parseBinary(p, 5);
  return { kind: "Starred", start, end: previousEnd(p), parent: null, value };
}

/** `yield`, `yield x`, `yield from x`. */
export function parseYield(p: Cursor): Expression {
  const start = p.starts[p.at]!;
  p.at++;
  descend(p);
  if (accept(p, T.From)) {
    const value = parseTest(p);
    p.depth--;
    return { kind: "YieldFrom", start, end: previousEnd(p), parent: null, value };
  }
  const value = startsExpression(p) ? parseExpressions(p) : null;
  p.depth--;
  return { kind: "Yield", start, end: previousEnd(p), parent: null, value };
}

function parseLambda(p: Cursor): Expression {
  const start = p.starts[p.at]!;
  p.at++;
  descend(p);
  const args = parseArguments(p, { close: T.Colon, annotated: false });
  expect(p, T.Colon, "`:`");
  const body = parseTest(p);
  p.depth--;
  return { kind: "Lambda", start, end: previousEnd(p), parent: null, args, body };
}

const expressionStarts: ReadonlySet<number> = new Set([
  T.Name,
  T.Number,
  T.String,
  T.FStart,
  T.LParen,
  T.LBracket,
  T.LBrace,
  T.Minus,
  T.Plus,
  T.Tilde,
  T.Star,
  T.Not,
  T.Lambda,
  T.Await,
  T.None,
  T.True,
  T.False,
  T.Ellipsis,
  T.Yield,
]);

/** True where an expression can begin. */
export function startsExpression(p: Cursor): boolean {
  return expressionStarts.has(p.kinds[p.at]!);
}

/** Says that a statement is written for Python 2; it is read all the same. */
export function notePython2(p: Cursor, what: string): void {
  note(p, `${what} is Python 2`);
}
