import { complain, maxDepth, type OpenCommand, type Shell, type ShellWord } from "./state.ts";

/** Longest text that a variable is replaced by, and what all of them may come to. */
const maxValue = 4_096;
const maxReplaced = 2_000_000;
/** Deepest `${ ${ … } }`. */
const maxBraces = 20;
/** A word while it is being read. */
export interface Build {
  text: string;
  isKnown: boolean;
  isQuoted: boolean;
  /** Words that a variable alone in its place stands for. */
  splice: readonly ShellWord[] | undefined;
  parts: number;
  inner: number;
  readonly nested: OpenCommand[];
}

/** Adds text to a word; `inner` is where it stands, or -1. */
export function add(build: Build, text: string, inner: number): void {
  build.inner = build.parts === 0 ? inner : -1;
  build.parts++;
  build.text += text;
}

function unknown(build: Build, written: string): void {
  add(build, written, -1);
  build.isKnown = false;
}

/** Reads `$(…)`, `<(…)` or backticks; the position stands at the opening. */
export function readSubstitution(shell: Shell, build: Build, closer: string): void {
  const start = shell.at;
  const open = closer === ")" ? 2 : 1;
  if (shell.depth >= maxDepth) {
    complain(shell, "limit", `commands are nested deeper than ${maxDepth}`);
    shell.at += open;
    unknown(build, shell.text.slice(start, shell.at));
    return;
  }
  if (closer === "`") {
    const close = findBacktick(shell, start + 1);
    if (close < 0) {
      shell.at++;
      unknown(build, "`");
      return;
    }
    build.nested.push(...shell.readNested(shell, { start: start + 1, end: close }, ""));
    shell.at = close + 1;
  } else {
    build.nested.push(...shell.readNested(shell, { start: start + open, end: shell.end }, closer));
  }
  unknown(build, shell.text.slice(start, Math.min(shell.at, start + maxValue)));
}

function findBacktick(shell: Shell, from: number): number {
  if (shell.withoutBacktick.has(shell.end)) return -1;
  for (let at = from; at < shell.end; at++) {
    const char = shell.text[at];
    if (char === "\\") at++;
    else if (char === "`") return at;
  }
  shell.withoutBacktick.add(shell.end);
  return -1;
}

/** Reads `$name`, `${…}`, `$(…)`, `$((…))`, `${{ … }}` of GitHub; the position stands at `$`. */
export function readDollar(shell: Shell, build: Build, isQuoted: boolean): void {
  const { text, at } = shell;
  const next = text[at + 1];
  if (next === "(" && text[at + 2] !== "(") return readSubstitution(shell, build, ")");
  if (next === "{") return readBraces(shell, build, isQuoted);
  if (next === "(") {
    if (shell.nextArithmeticEnd < at) {
      const close = text.indexOf("))", at);
      shell.nextArithmeticEnd = close < 0 ? Infinity : close;
    }
    const close = shell.nextArithmeticEnd;
    shell.at = Math.min(shell.end, close < at + maxValue ? close + 2 : at + 3);
    return unknown(build, text.slice(at, shell.at));
  }
  if (!isQuoted && next === "'") {
    shell.at++;
    return readSingle(shell, build, true);
  }
  let end = at + 1;
  if (next !== undefined && /[0-9?!@*#$-]/.test(next)) end++;
  else while (end < shell.end && /\w/.test(text[end]!)) end++;
  if (end > shell.end) end = shell.end;
  shell.at = end;
  if (end === at + 1) return add(build, "$", -1);
  replace(shell, build, { name: text.slice(at + 1, end), written: text.slice(at, end), isQuoted });
}

function readBraces(shell: Shell, build: Build, isQuoted: boolean): void {
  const { text, at } = shell;
  const close = closingBrace(text, at + 2, Math.min(shell.end, at + maxValue));
  if (close < 0) {
    shell.at = Math.min(at + 2, shell.end);
    return unknown(build, text.slice(at, shell.at));
  }
  shell.at = close + 1;
  const written = text.slice(at, close + 1);
  const body = text.slice(at + 2, close);
  const found = /^(\w+)(?:\[[@*]\])?(?:(:?[-=])([^]*))?$/.exec(body);
  if (found === null) return unknown(build, written);
  const [, name = "", operator, fallback = ""] = found;
  const value = shell.variables.get(name);
  if (value !== undefined && value.some((word) => word.text !== "")) {
    return replace(shell, build, { name, written, isQuoted: isQuoted && !body.includes("[") });
  }
  // What it is unless the environment says otherwise.
  if (operator !== undefined && !fallback.includes("$"))
    unknown(build, fallback.replaceAll(/["']/g, ""));
  else unknown(build, written);
}

function closingBrace(text: string, from: number, end: number): number {
  let depth = 1;
  for (let at = from; at < end; at++) {
    const char = text[at];
    if (char === "\\") at++;
    else if (char === "{" && ++depth > maxBraces) return -1;
    else if (char === "}" && --depth === 0) return at;
    else if (char === "\n") return -1;
  }
  return -1;
}

function replace(
  shell: Shell,
  build: Build,
  use: { name: string; written: string; isQuoted: boolean },
): void {
  const value = shell.variables.get(use.name);
  const first = value?.[0];
  if (value === undefined || first === undefined || shell.replaced > maxReplaced)
    return unknown(build, use.written);
  shell.replaced += Math.min(maxValue, first.text.length);
  if (value.length > 1 || !use.isQuoted) build.splice = value;
  add(build, first.text.slice(0, maxValue), -1);
  if (!first.isKnown || value.length > 1) build.isKnown = false;
}

const escapes: Readonly<Record<string, string>> = {
  n: "\n",
  t: "\t",
  r: "\r",
  "\\": "\\",
  "'": "'",
  '"': '"',
};

/** Reads `'…'` or, with escapes, `$'…'`; the position stands at the quote. */
export function readSingle(shell: Shell, build: Build, isAnsi: boolean): void {
  const { text } = shell;
  const start = shell.at + 1;
  build.isQuoted = true;
  if (!isAnsi) {
    const close = text.indexOf("'", start);
    const end = close < 0 || close >= shell.end ? shell.end : close;
    if (end === shell.end) complain(shell, "syntax-error", "a quote is not closed");
    add(build, text.slice(start, end), start);
    shell.at = Math.min(end + 1, shell.end);
    return;
  }
  const pieces: string[] = [];
  let at = start;
  while (at < shell.end && text[at] !== "'") {
    if (text[at] === "\\") {
      const next = text[at + 1] ?? "";
      pieces.push(escapes[next] ?? next);
      at += 2;
    } else pieces.push(text[at++]!);
  }
  add(build, pieces.join(""), -1);
  shell.at = Math.min(at + 1, shell.end);
}
