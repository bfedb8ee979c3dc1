import { accept, expect, note, previousEnd, readName, type Cursor } from "./cursor.ts";
import { parseGenerators, startsComprehension } from "./displays.ts";
import { parseNamed, parseStarred, parseTest } from "./expressions.ts";
import type { Arg, Arguments, Expression, Keyword, TypeParam } from "./nodes.ts";
import { T } from "./tokens.ts";

/** The bracketed arguments of a call or the bases of a class, from `(` to `)`. */
export function parseCallArguments(p: Cursor): { args: Expression[]; keywords: Keyword[] } {
  const open = p.starts[p.at]!;
  expect(p, T.LParen, "`(`");
  const args: Expression[] = [];
  const keywords: Keyword[] = [];
  while (p.kinds[p.at] !== T.RParen) {
    const start = p.starts[p.at]!;
    const kind = p.kinds[p.at];
    if (kind === T.Star) {
      p.at++;
      const value = parseTest(p);
      args.push({ kind: "Starred", start, end: previousEnd(p), parent: null, value });
    } else if (kind === T.DoubleStar) {
      p.at++;
      const value = parseTest(p);
      keywords.push({
        kind: "keyword",
        start,
        end: previousEnd(p),
        parent: null,
        arg: null,
        value,
      });
    } else if (kind === T.Name && p.kinds[p.at + 1] === T.Assign) {
      const arg = readName(p);
      p.at++;
      const value = parseTest(p);
      keywords.push({ kind: "keyword", start, end: previousEnd(p), parent: null, arg, value });
    } else {
      const elt = parseNamed(p);
      if (startsComprehension(p)) {
        const generators = parseGenerators(p);
        // A generator that is the only argument shares the brackets of the call.
        const alone = args.length === 0 && keywords.length === 0 && p.kinds[p.at] === T.RParen;
        const end = alone ? p.ends[p.at]! : previousEnd(p);
        args.push({
          kind: "GeneratorExp",
          start: alone ? open : start,
          end,
          parent: null,
          elt,
          generators,
        });
      } else args.push(elt);
    }
    if (!accept(p, T.Comma)) break;
  }
  expect(p, T.RParen, "`)`");
  return { args, keywords };
}

/** Parameters of a function or lambda, up to (not over) the token `close`. */
export function parseArguments(
  p: Cursor,
  options: { close: number; annotated: boolean },
): Arguments {
  const { close, annotated } = options;
  const start = p.starts[p.at]!;
  let posonlyargs: Arg[] = [];
  let args: Arg[] = [];
  const kwonlyargs: Arg[] = [];
  const defaults: Expression[] = [];
  const kwDefaults: (Expression | null)[] = [];
  let vararg: Arg | null = null;
  let kwarg: Arg | null = null;
  let afterStar = false;
  while (p.kinds[p.at] !== close) {
    if (accept(p, T.Slash)) {
      posonlyargs = args;
      args = [];
    } else if (accept(p, T.DoubleStar)) kwarg = parseArg(p, annotated);
    else if (accept(p, T.Star)) {
      afterStar = true;
      if (p.kinds[p.at] !== T.Comma) vararg = parseArg(p, annotated);
    } else if (p.kinds[p.at] === T.LParen) {
      parseTupleParameter(p, args);
      if (accept(p, T.Assign)) defaults.push(parseTest(p));
    } else {
      const arg = parseArg(p, annotated);
      const value = accept(p, T.Assign) ? parseTest(p) : null;
      if (afterStar) {
        kwonlyargs.push(arg);
        kwDefaults.push(value);
      } else {
        args.push(arg);
        if (value !== null) defaults.push(value);
      }
    }
    if (!accept(p, T.Comma)) break;
  }
  const end = Math.max(start, previousEnd(p));
  return {
    kind: "arguments",
    start,
    end,
    parent: null,
    posonlyargs,
    args,
    vararg,
    kwonlyargs,
    kwarg,
    defaults,
    kwDefaults,
  };
}

function parseArg(p: Cursor, annotated: boolean): Arg {
  const start = p.starts[p.at]!;
  const arg = readName(p);
  let annotation: Expression | null = null;
  if (annotated && accept(p, T.Colon)) {
    const starStart = p.starts[p.at]!;
    if (accept(p, T.Star)) {
      const value = parseTest(p);
      annotation = { kind: "Starred", start: starStart, end: previousEnd(p), parent: null, value };
    } else annotation = parseTest(p);
  }
  return { kind: "arg", start, end: previousEnd(p), parent: null, arg, annotation };
}

/** `def f(a, (b, c)):` of Python 2: the names in it count as parameters of their own. */
function parseTupleParameter(p: Cursor, args: Arg[]): void {
  note(p, "a tuple parameter is Python 2");
  let depth = 0;
  do {
    if (accept(p, T.LParen)) depth++;
    else if (accept(p, T.RParen)) depth--;
    else if (!accept(p, T.Comma)) args.push(parseArg(p, false));
  } while (depth > 0);
}

/** `[T: Bound = Default, *Ts, **P]` (PEP 695, PEP 696). */
export function parseTypeParameters(p: Cursor): readonly TypeParam[] {
  if (p.kinds[p.at] !== T.LBracket) return noTypeParameters;
  p.at++;
  const parameters: TypeParam[] = [];
  do {
    if (p.kinds[p.at] === T.RBracket) break;
    const start = p.starts[p.at]!;
    const kind = accept(p, T.Star)
      ? "TypeVarTuple"
      : accept(p, T.DoubleStar)
        ? "ParamSpec"
        : "TypeVar";
    const name = readName(p);
    const bound = accept(p, T.Colon) ? parseTest(p) : null;
    const defaultValue = accept(p, T.Assign) ? parseStarred(p) : null;
    parameters.push({ kind, start, end: previousEnd(p), parent: null, name, bound, defaultValue });
  } while (accept(p, T.Comma));
  expect(p, T.RBracket, "`]`");
  return parameters;
}

const noTypeParameters: readonly TypeParam[] = [];
