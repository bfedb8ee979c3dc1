import { accept, descend, expect, previousEnd, type Cursor } from "./cursor.ts";
import { parseBinary, parseStarred, parseTargets, parseTest, parseYield } from "./expressions.ts";
import type { ComprehensionFor, Expression } from "./nodes.ts";
import { T } from "./tokens.ts";

/** `( … )`: brackets around an expression, a tuple or a generator. */
export function parseParentheses(p: Cursor): Expression {
  const start = p.starts[p.at]!;
  p.at++;
  if (accept(p, T.RParen)) {
    return { kind: "Tuple", start, end: previousEnd(p), parent: null, elts: [] };
  }
  descend(p);
  const first = p.kinds[p.at] === T.Yield ? parseYield(p) : parseStarred(p);
  if (startsComprehension(p)) {
    const generators = parseGenerators(p);
    p.depth--;
    expect(p, T.RParen, "`)`");
    return {
      kind: "GeneratorExp",
      start,
      end: previousEnd(p),
      parent: null,
      elt: first,
      generators,
    };
  }
  if (p.kinds[p.at] !== T.Comma) {
    p.depth--;
    expect(p, T.RParen, "`)`");
    return first;
  }
  const elts = parseRest(p, first, T.RParen);
  p.depth--;
  expect(p, T.RParen, "`)`");
  return { kind: "Tuple", start, end: previousEnd(p), parent: null, elts };
}

/** The elements after the first one, up to the closing bracket. */
function parseRest(p: Cursor, first: Expression, close: number): Expression[] {
  const elts = [first];
  while (accept(p, T.Comma)) {
    if (p.kinds[p.at] === close) break;
    elts.push(parseStarred(p));
  }
  return elts;
}

/** `[ … ]`: a list or a list comprehension. */
export function parseList(p: Cursor): Expression {
  const start = p.starts[p.at]!;
  p.at++;
  if (accept(p, T.RBracket)) {
    return { kind: "List", start, end: previousEnd(p), parent: null, elts: [] };
  }
  descend(p);
  const first = parseStarred(p);
  if (startsComprehension(p)) {
    const generators = parseGenerators(p);
    p.depth--;
    expect(p, T.RBracket, "`]`");
    return { kind: "ListComp", start, end: previousEnd(p), parent: null, elt: first, generators };
  }
  const elts = parseRest(p, first, T.RBracket);
  p.depth--;
  expect(p, T.RBracket, "`]`");
  return { kind: "List", start, end: previousEnd(p), parent: null, elts };
}

/** `{ … }`: a dict, a set, or a comprehension of one. */
export function parseBraces(p: Cursor): Expression {
  const start = p.starts[p.at]!;
  p.at++;
  if (accept(p, T.RBrace)) {
    return { kind: "Dict", start, end: previousEnd(p), parent: null, keys: [], values: [] };
  }
  descend(p);
  if (p.kinds[p.at] === T.DoubleStar) {
    const dict = parseDict(p, start, null);
    p.depth--;
    return dict;
  }
  const first = parseStarred(p);
  if (p.kinds[p.at] === T.Colon) {
    const dict = parseDict(p, start, first);
    p.depth--;
    return dict;
  }
  if (startsComprehension(p)) {
    const generators = parseGenerators(p);
    p.depth--;
    expect(p, T.RBrace, "`}`");
    return { kind: "SetComp", start, end: previousEnd(p), parent: null, elt: first, generators };
  }
  const elts = parseRest(p, first, T.RBrace);
  p.depth--;
  expect(p, T.RBrace, "`}`");
  return { kind: "Set", start, end: previousEnd(p), parent: null, elts };
}

/** A dict display whose first key was read already, unless it begins with `**`. */
function parseDict(p: Cursor, start: number, firstKey: Expression | null): Expression {
  const keys: (Expression | null)[] = [];
  const values: Expression[] = [];
  let key = firstKey;
  for (;;) {
    if (key === null && accept(p, T.DoubleStar)) {
      keys.push(null);
      values.push(parseBinary(p, 5));
    } else {
      key ??= parseTest(p);
      expect(p, T.Colon, "`:`");
      const value = parseTest(p);
      if (keys.length === 0 && startsComprehension(p)) {
        const generators = parseGenerators(p);
        expect(p, T.RBrace, "`}`");
        return {
          kind: "DictComp",
          start,
          end: previousEnd(p),
          parent: null,
          key,
          value,
          generators,
        };
      }
      keys.push(key);
      values.push(value);
    }
    key = null;
    if (!accept(p, T.Comma) || p.kinds[p.at] === T.RBrace) break;
  }
  expect(p, T.RBrace, "`}`");
  return { kind: "Dict", start, end: previousEnd(p), parent: null, keys, values };
}

/** True where `for` or `async for` follows. */
export function startsComprehension(p: Cursor): boolean {
  const kind = p.kinds[p.at];
  return kind === T.For || (kind === T.Async && p.kinds[p.at + 1] === T.For);
}

/** The `for … in … if …` clauses of a comprehension. */
export function parseGenerators(p: Cursor): ComprehensionFor[] {
  const generators: ComprehensionFor[] = [];
  while (startsComprehension(p)) {
    const start = p.starts[p.at]!;
    const isAsync = accept(p, T.Async);
    p.at++;
    const target = parseTargets(p);
    expect(p, T.In, "`in`");
    // No conditional expression in either: its `if` would begin the next condition.
    const iter = parseBinary(p, 1);
    const ifs: Expression[] = [];
    while (accept(p, T.If)) ifs.push(parseBinary(p, 1));
    generators.push({
      kind: "comprehension",
      start,
      end: previousEnd(p),
      parent: null,
      target,
      iter,
      ifs,
      isAsync,
    });
  }
  return generators;
}
