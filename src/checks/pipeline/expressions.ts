import type { Span } from "../../core/index.ts";
import type { Text } from "../../formats/pipeline/view.ts";

/** One `${{ … }}` in a text of GitHub or Azure. */
export interface Expression extends Span {
  readonly body: string;
}

/** A value of the run that an expression gives back, such as `github.event.issue.title`. */
export interface Context {
  /** In lower case, indexes as `.name`, what is not known as `.*`. */
  readonly path: string;
  /** True where the whole object is written out by `toJSON`. */
  readonly isWhole: boolean;
}

/** Longest expression that is read. */
const maxExpression = 4_000;
/** Deepest nesting of one. */
const maxDepth = 40;

/** The `${{ … }}` of a text, with their places in it. */
export function expressionsIn({ value, place }: Text): readonly Expression[] {
  const found: Expression[] = [];
  for (let at = value.indexOf("${{"); at >= 0;) {
    const close = value.indexOf("}}", at);
    if (close < 0) break;
    const end = close + 2;
    if (end - at <= maxExpression)
      found.push({ ...place(at, end), body: value.slice(at + 3, close) });
    at = value.indexOf("${{", end);
  }
  return found;
}

interface Reader {
  readonly tokens: readonly string[];
  at: number;
  depth: number;
}

const token = /'(?:[^']|'')*'|[A-Za-z_][\w-]*|\d[\w.]*|&&|\|\||[=!<>]=|[^\s]/g;

/** What an expression can give back: not what it only compares, negates or looks for. */
export function contextsOf(body: string): readonly Context[] {
  const tokens = body.slice(0, maxExpression).match(token) ?? [];
  const reader: Reader = { tokens, at: 0, depth: 0 };
  const found: Context[] = [];
  while (reader.at < tokens.length) {
    const before = reader.at;
    found.push(...readOr(reader));
    if (reader.at === before) reader.at++;
  }
  return found;
}

function readOr(reader: Reader): readonly Context[] {
  const found = [...readAnd(reader)];
  while (reader.tokens[reader.at] === "||") {
    reader.at++;
    found.push(...readAnd(reader));
  }
  return found;
}

/** `a && b` is `b`, or an `a` that is empty. */
function readAnd(reader: Reader): readonly Context[] {
  let found = readComparison(reader);
  while (reader.tokens[reader.at] === "&&") {
    reader.at++;
    found = readComparison(reader);
  }
  return found;
}

function readComparison(reader: Reader): readonly Context[] {
  let found = readUnary(reader);
  while (/^(?:[=!<>]=|<|>)$/.test(reader.tokens[reader.at] ?? "")) {
    reader.at++;
    readUnary(reader);
    found = [];
  }
  return found;
}

function readUnary(reader: Reader): readonly Context[] {
  const next = reader.tokens[reader.at];
  if (next === undefined || reader.depth >= maxDepth) return [];
  reader.depth++;
  try {
    if (next === "!") {
      reader.at++;
      readUnary(reader);
      return [];
    }
    if (next === "(") {
      reader.at++;
      const found = readOr(reader);
      if (reader.tokens[reader.at] === ")") reader.at++;
      return found;
    }
    return /^[A-Za-z_]/.test(next) ? readNamed(reader) : skip(reader);
  } finally {
    reader.depth--;
  }
}

function skip(reader: Reader): readonly Context[] {
  if (!/^(?:[),\]]|&&|\|\|)$/.test(reader.tokens[reader.at] ?? ")")) reader.at++;
  return [];
}

/** Functions that answer with true or false, or with a digest. */
const answers = /^(?:contains|startswith|endswith|hashfiles|success|failure|always|cancelled)$/;

function readNamed(reader: Reader): readonly Context[] {
  const { tokens } = reader;
  let path = tokens[reader.at++]!.toLowerCase();
  if (tokens[reader.at] === "(") return readCall(reader, path);
  for (;;) {
    const sign = tokens[reader.at];
    const next = tokens[reader.at + 1];
    if (sign === "." && next !== undefined && /^[\w*]/.test(next)) {
      path += `.${next.toLowerCase()}`;
      reader.at += 2;
    } else if (sign === "[") {
      const isName = next?.startsWith("'") === true && tokens[reader.at + 2] === "]";
      reader.at++;
      if (isName) reader.at++;
      else readOr(reader);
      if (tokens[reader.at] === "]") reader.at++;
      path += isName ? `.${next.slice(1, -1).toLowerCase()}` : ".*";
    } else break;
    if (path.length > maxExpression) break;
  }
  return [{ path, isWhole: false }];
}

function readCall(reader: Reader, name: string): readonly Context[] {
  const found: Context[] = [];
  reader.at++;
  while (reader.at < reader.tokens.length && reader.tokens[reader.at] !== ")") {
    const before = reader.at;
    found.push(...readOr(reader));
    if (reader.tokens[reader.at] === ",") reader.at++;
    else if (reader.at === before) reader.at++;
  }
  reader.at++;
  if (answers.test(name)) return [];
  return name === "tojson" ? found.map((each) => ({ ...each, isWhole: true })) : found;
}
