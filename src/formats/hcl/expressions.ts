import { readCallArguments, readObject, readTuple } from "./collections.ts";
import { readHeredoc } from "./heredoc.ts";
import {
  broken,
  codeAt,
  endOf,
  enter,
  expectText,
  lose,
  readName,
  skipBlank,
  skipLines,
  startOf,
  startsName,
  take,
  type Scanner,
} from "./scan.ts";
import { readQuoted } from "./quoted.ts";
import type { Expression, Operator } from "./tree.ts";

/** Reads an expression. Recursion is bounded by the depth of the scanner. */
export function readExpression(s: Scanner): Expression {
  if (!enter(s)) return broken(s, s.at);
  skipBlank(s);
  const start = s.at;
  const test = readBinary(s, 0);
  skipBlank(s);
  let result = test;
  if (!s.isLost && codeAt(s) === 63) {
    s.at++;
    skipLines(s);
    const whenTrue = readExpression(s);
    skipLines(s);
    if (!s.isLost) expectText(s, ":");
    skipLines(s);
    const whenFalse = s.isLost ? broken(s, s.at) : readExpression(s);
    const span = { start: startOf(s, start), end: endOf(s) };
    result = { kind: "conditional", test, whenTrue, whenFalse, ...span };
  }
  s.depth--;
  return result;
}

/** How strongly each operator binds. */
const strengths: Readonly<Record<Operator, number>> = {
  "||": 0,
  "&&": 1,
  "==": 2,
  "!=": 2,
  "<": 3,
  ">": 3,
  "<=": 3,
  ">=": 3,
  "+": 4,
  "-": 4,
  "*": 5,
  "/": 5,
  "%": 5,
};

function operatorHere(s: Scanner): Operator | undefined {
  const code = codeAt(s);
  // The codes of ! % & * + - / < = > |
  if (code < 33 || code > 124 || (code > 62 && code < 124)) return undefined;
  const isDoubled = codeAt(s, 1) === 61;
  switch (code) {
    case 124:
      return codeAt(s, 1) === 124 ? "||" : undefined;
    case 38:
      return codeAt(s, 1) === 38 ? "&&" : undefined;
    case 61:
      return isDoubled ? "==" : undefined;
    case 33:
      return isDoubled ? "!=" : undefined;
    case 60:
      return isDoubled ? "<=" : "<";
    case 62:
      return isDoubled ? ">=" : ">";
    case 43:
      return "+";
    case 45:
      return "-";
    case 42:
      return "*";
    case 47:
      return "/";
    case 37:
      return "%";
    default:
      return undefined;
  }
}

/** Reads operators that bind at least as strongly as asked. */
function readBinary(s: Scanner, least: number): Expression {
  const start = s.at;
  let left = readUnary(s);
  while (!s.isLost) {
    skipBlank(s);
    const operator = operatorHere(s);
    if (operator === undefined || strengths[operator] < least) break;
    s.at += operator.length;
    skipLines(s);
    const right = readBinary(s, strengths[operator] + 1);
    left = { kind: "binary", operator, left, right, start: startOf(s, start), end: endOf(s) };
  }
  return left;
}

function readUnary(s: Scanner): Expression {
  skipBlank(s);
  const code = codeAt(s);
  const isNot = code === 33 && codeAt(s, 1) !== 61;
  if (!isNot && code !== 45) return readPostfix(s);
  const start = s.at;
  if (!enter(s)) return broken(s, start);
  s.at++;
  const of = readUnary(s);
  s.depth--;
  if (code === 45 && of.kind === "literal" && typeof of.value === "number")
    return { kind: "literal", value: -of.value, start: startOf(s, start), end: endOf(s) };
  const span = { start: startOf(s, start), end: endOf(s) };
  return { kind: "unary", operator: isNot ? "!" : "-", of, ...span };
}

function readPostfix(s: Scanner): Expression {
  const start = s.at;
  return readSteps(s, { start, of: readTerm(s) });
}

interface Chain {
  readonly start: number;
  readonly of: Expression;
  /** After `.*` only names and old indices belong to each element. */
  readonly isOldSplat?: boolean;
}

/** Reads `.name`, `[key]`, `[*]` and `.*` as long as there are any. */
function readSteps(s: Scanner, chain: Chain): Expression {
  const { isOldSplat = false } = chain;
  const start = startOf(s, chain.start);
  let of = chain.of;
  while (!s.isLost) {
    if (!s.linesCount) skipBeforeDot(s);
    const code = codeAt(s);
    if (code === 46 && codeAt(s, 1) !== 46) {
      s.at++;
      skipBlank(s);
      const next = codeAt(s);
      if (next === 42) {
        if (isOldSplat) {
          s.at--;
          break;
        }
        s.at++;
        of = readSplat(s, { start: chain.start, of, isOldSplat: true });
      } else if (next >= 48 && next <= 57) {
        const from = s.at;
        while (codeAt(s) >= 48 && codeAt(s) <= 57) s.at++;
        const value = Number(s.text.slice(from, s.at));
        const key = { kind: "literal", value, start: startOf(s, from), end: endOf(s) } as const;
        of = { kind: "index", of, key, start, end: endOf(s) };
      } else {
        const name = readName(s);
        if (name === undefined) lose(s, "a name is missing after a dot");
        else of = { kind: "member", of, name, start, end: endOf(s) };
      }
    } else if (code === 91 && !isOldSplat) {
      s.at++;
      of = readBracket(s, { start: chain.start, of });
    } else break;
  }
  return of;
}

/** In parentheses a chain may go on in the next line. */
function skipBeforeDot(s: Scanner): void {
  const before = s.at;
  const comments = s.comments.length;
  skipBlank(s);
  const code = codeAt(s);
  if (code === 46 && codeAt(s, 1) !== 46) return;
  s.at = before;
  s.comments.length = comments;
}

function readBracket(s: Scanner, { start, of }: Chain): Expression {
  const lines = s.linesCount;
  s.linesCount = false;
  skipBlank(s);
  if (codeAt(s) === 42) {
    s.at++;
    expectText(s, "]");
    s.linesCount = lines;
    return readSplat(s, { start, of });
  }
  const key = readExpression(s);
  if (!s.isLost) expectText(s, "]");
  s.linesCount = lines;
  return { kind: "index", of, key, start: startOf(s, start), end: endOf(s) };
}

function readSplat(s: Scanner, { start, of, isOldSplat = false }: Chain): Expression {
  if (!enter(s)) return broken(s, start);
  const item = { kind: "splat-item", start: startOf(s, start), end: endOf(s) } as const;
  const each = readSteps(s, { start, of: item, isOldSplat });
  s.depth--;
  return { kind: "splat", of, each, start: startOf(s, start), end: endOf(s) };
}

const words: ReadonlyMap<string, boolean | null> = new Map([
  ["true", true],
  ["false", false],
  ["null", null],
]);

function readTerm(s: Scanner): Expression {
  const start = s.at;
  const code = codeAt(s);
  if (startsName(code)) return readWord(s);
  if (code === 34) return readQuoted(s);
  if ((code >= 48 && code <= 57) || code === 46) return readNumber(s);
  if (code === 40) return readGroup(s);
  if (code === 91) return readTuple(s);
  if (code === 123) return readObject(s);
  if (code === 60 && codeAt(s, 1) === 60) return readHeredoc(s);
  lose(s, start >= s.end ? "the text ends where a value is wanted" : "a value is wanted here");
  return broken(s, start);
}

function readWord(s: Scanner): Expression {
  const start = s.at;
  let name = readName(s)!;
  while (codeAt(s) === 58 && codeAt(s, 1) === 58) {
    s.at += 2;
    name += `::${readName(s) ?? ""}`;
  }
  const end = s.at;
  if (codeAt(s) === 32) skipBlank(s);
  if (codeAt(s) === 40) return readCallArguments(s, { start, name });
  s.at = end;
  const span = { start: startOf(s, start), end: endOf(s) };
  const word = words.get(name);
  if (word !== undefined) return { kind: "literal", value: word, ...span };
  return { kind: "name", name, ...span };
}

const numberHere = /\d+(?:\.\d+)?(?:[eE][-+]?\d+)?/y;

function readNumber(s: Scanner): Expression {
  const start = s.at;
  numberHere.lastIndex = start;
  const found = numberHere.exec(s.text)?.[0];
  if (found === undefined || start + found.length > s.end) {
    lose(s, "a number is not well-formed");
    return broken(s, start);
  }
  s.at += found.length;
  return { kind: "literal", value: Number(found), start: startOf(s, start), end: endOf(s) };
}

function readGroup(s: Scanner): Expression {
  const start = s.at;
  const lines = s.linesCount;
  s.linesCount = false;
  s.at++;
  const inner = readExpression(s);
  if (!s.isLost) {
    skipBlank(s);
    if (!take(s, ")")) lose(s, "a parenthesis is not closed");
  }
  s.linesCount = lines;
  return { kind: "group", inner, start: startOf(s, start), end: endOf(s) };
}
