import { readExpression } from "./expressions.ts";
import {
  broken,
  codeAt,
  endOf,
  enter,
  expectText,
  isNameCode,
  lose,
  readName,
  skipBlank,
  skipLines,
  startOf,
  take,
  type Scanner,
} from "./scan.ts";
import type { Expression, ObjectEntry } from "./tree.ts";

/** Reads what a function is called with; stands on the parenthesis. */
export function readCallArguments(
  s: Scanner,
  { start, name }: { readonly start: number; readonly name: string },
): Expression {
  const lines = s.linesCount;
  s.linesCount = false;
  s.at++;
  const args: Expression[] = [];
  let isSpread = false;
  for (;;) {
    skipBlank(s);
    if (take(s, ")")) break;
    args.push(readExpression(s));
    if (s.isLost) break;
    skipBlank(s);
    if (take(s, "...")) {
      isSpread = true;
      skipBlank(s);
    }
    if (take(s, ",")) continue;
    if (!take(s, ")")) lose(s, "the arguments of a function are not closed");
    break;
  }
  s.linesCount = lines;
  return { kind: "call", name, args, isSpread, start: startOf(s, start), end: endOf(s) };
}

/** True where the word stands here and nothing more of a name after it. */
function wordHere(s: Scanner, word: string): boolean {
  return s.text.startsWith(word, s.at) && !isNameCode(codeAt(s, word.length));
}

/** A key may be called "for" all the same. */
function forHere(s: Scanner): boolean {
  if (!wordHere(s, "for")) return false;
  const before = s.at;
  const comments = s.comments.length;
  s.at += 3;
  skipLines(s);
  const isFor = readName(s) !== undefined;
  s.at = before;
  s.comments.length = comments;
  return isFor;
}

/** Reads `[a, b]` or a `for` in brackets. */
export function readTuple(s: Scanner): Expression {
  const start = s.at;
  const lines = s.linesCount;
  s.linesCount = false;
  s.at++;
  skipBlank(s);
  const result = forHere(s) ? readFor(s, { start, closer: "]" }) : readItems(s, start);
  s.linesCount = lines;
  return result;
}

function readItems(s: Scanner, start: number): Expression {
  const items: Expression[] = [];
  for (;;) {
    skipBlank(s);
    if (take(s, "]")) break;
    items.push(readExpression(s));
    if (s.isLost) break;
    skipBlank(s);
    if (take(s, ",")) continue;
    if (!take(s, "]")) lose(s, "a list is not closed");
    break;
  }
  return { kind: "tuple", items, start: startOf(s, start), end: endOf(s) };
}

/** Reads `{ a = 1 }` or a `for` in braces. */
export function readObject(s: Scanner): Expression {
  const start = s.at;
  const lines = s.linesCount;
  s.linesCount = true;
  s.at++;
  skipLines(s);
  let result: Expression;
  if (forHere(s)) {
    s.linesCount = false;
    result = readFor(s, { start, closer: "}" });
  } else result = readEntries(s, start);
  s.linesCount = lines;
  return result;
}

function readEntries(s: Scanner, start: number): Expression {
  const entries: ObjectEntry[] = [];
  for (;;) {
    skipLines(s);
    if (take(s, "}")) break;
    const key = readKey(s);
    if (s.isLost) break;
    skipBlank(s);
    if (!take(s, "=") && !take(s, ":")) {
      lose(s, "= is missing after a key");
      break;
    }
    skipLines(s);
    entries.push({ key, value: readExpression(s) });
    if (s.isLost) break;
    skipBlank(s);
    if (take(s, ",") || codeAt(s) === 10) continue;
    if (!take(s, "}")) lose(s, "an object is not closed");
    break;
  }
  return { kind: "object", entries, start: startOf(s, start), end: endOf(s) };
}

/** A bare word is a text; a word with more behind it is an expression. */
function readKey(s: Scanner): Expression {
  const start = s.at;
  const name = readName(s);
  if (name !== undefined) {
    const end = s.at;
    skipBlank(s);
    const code = codeAt(s);
    const isBare = (code === 61 && codeAt(s, 1) !== 61) || code === 58 || code === 125;
    if (isBare)
      return { kind: "literal", value: name, start: startOf(s, start), end: endOf(s, end) };
    s.at = start;
  }
  return readExpression(s);
}

function readFor(
  s: Scanner,
  { start, closer }: { readonly start: number; readonly closer: "]" | "}" },
): Expression {
  if (!enter(s)) return broken(s, start);
  s.at += 3;
  const names = readForNames(s);
  const over = s.isLost ? broken(s, s.at) : readExpression(s);
  if (!s.isLost) expectText(s, ":");
  let value = s.isLost ? broken(s, s.at) : readExpression(s);
  let key: Expression | undefined;
  let isGrouped = false;
  skipBlank(s);
  if (closer === "}" && !s.isLost) {
    key = value;
    expectText(s, "=>");
    value = s.isLost ? broken(s, s.at) : readExpression(s);
    skipBlank(s);
    isGrouped = take(s, "...");
    skipBlank(s);
  }
  let test: Expression | undefined;
  if (!s.isLost && wordHere(s, "if")) {
    s.at += 2;
    test = readExpression(s);
    skipBlank(s);
  }
  if (!s.isLost && !take(s, closer)) lose(s, "a for is not closed");
  s.depth--;
  const span = { start: startOf(s, start), end: endOf(s) };
  return { kind: "for", ...names, over, key, value, test, isGrouped, ...span };
}

/** Reads `key, item in`; of a template's `for` too. */
export function readForNames(s: Scanner): {
  readonly keyName?: string;
  readonly itemName: string;
} {
  skipBlank(s);
  const first = readName(s) ?? "";
  skipBlank(s);
  let second: string | undefined;
  if (take(s, ",")) {
    skipBlank(s);
    second = readName(s) ?? "";
    skipBlank(s);
  }
  if (!wordHere(s, "in")) lose(s, "a for has no in");
  else s.at += 2;
  return second === undefined ? { itemName: first } : { keyName: first, itemName: second };
}
