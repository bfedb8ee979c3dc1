import type { Problem, Span } from "../../core/index.ts";
import type { Command, Container, Variable, Word } from "../command/view.ts";

/** Deepest nesting of `$( )`, `( )`, backticks and `-c` scripts that is read. */
export const maxDepth = 20;
/** Words of one script that are kept; variables that hold lists of each other stop here. */
const maxWords = 100_000;
/** Longest text that a variable is replaced by, and what all of them may come to. */
const maxValue = 4_096;
const maxReplaced = 2_000_000;
/** Deepest `${ ${ … } }`. */
const maxBraces = 20;

/** A command while its script is still being read. */
export type OpenCommand = { -readonly [K in keyof Command]: Command[K] };

/** A word as the shell reader has it. */
export interface ShellWord extends Word {
  /** Offset in the script of what stands between its quotes, where that stands there as it is. */
  readonly inner: number;
  readonly isQuoted: boolean;
  /** Commands whose output becomes part of it. */
  readonly nested: readonly OpenCommand[];
  /** Where parts of its text stand, for a word that comes from elsewhere than the script. */
  readonly place?: (start: number, end: number) => Span;
}

/** A script that is being read, and what was found in it. */
export interface Shell {
  readonly text: string;
  at: number;
  end: number;
  depth: number;
  words: number;
  /** In a Dockerfile a comment line within a continued command does not end it. */
  readonly isDockerfile: boolean;
  /** Character that continues a line. */
  readonly escape: string;
  /** Turns offsets in `text` into offsets in the file. */
  readonly place: (start: number, end: number) => Span;
  readonly variables: Map<string, readonly ShellWord[]>;
  readonly commands: OpenCommand[];
  readonly containers: Container[];
  readonly environment: Variable[];
  /** Those of `environment` that count for the whole script. */
  readonly exports: Variable[];
  readonly comments: Span[];
  readonly problems: Problem[];
  /** Reads the commands between two offsets; set by the parser, which words need and who needs them. */
  readonly readNested: (shell: Shell, range: Span, closer: string) => OpenCommand[];
  /** Reads a script that stands elsewhere. */
  readonly readApart: (shell: Shell, source: Pick<Shell, "text" | "place">) => OpenCommand[];
  /** After `set -a`. */
  exportsAll: boolean;
  /** Ends of ranges in which no further backtick is: none has to be looked for again. */
  readonly withoutBacktick: Set<number>;
  /** Where the next `))` is, as far as it was looked for. */
  nextArithmeticEnd: number;
  /** Characters that variables were replaced by. */
  replaced: number;
}

const isBlank = (char: string | undefined): boolean => char === " " || char === "\t";

/** True where a word ends without quotes. */
export function endsWord(char: string | undefined): boolean {
  return char === undefined || " \t\n\r;&|()<>".includes(char);
}

/** Length of a continued line's break at `at`, or 0. */
export function continuation(shell: Shell, at: number): number {
  if (shell.text[at] !== shell.escape) return 0;
  let next = at + 1;
  // Docker allows blanks between the escape and the end of the line.
  if (shell.isDockerfile) while (isBlank(shell.text[next])) next++;
  if (shell.text[next] === "\r" && shell.text[next + 1] === "\n") return next + 2 - at;
  return shell.text[next] === "\n" ? next + 1 - at : 0;
}

/** Notes something that was not read. */
export function complain(shell: Shell, reason: Problem["reason"], message: string): void {
  if (shell.problems.length < 20)
    shell.problems.push({ reason, message, at: shell.place(shell.at, shell.at).start });
}

interface Build {
  text: string;
  isKnown: boolean;
  isQuoted: boolean;
  /** Words that a variable alone in its place stands for. */
  splice: readonly ShellWord[] | undefined;
  parts: number;
  inner: number;
  readonly nested: OpenCommand[];
}

function add(build: Build, text: string, inner: number): void {
  build.inner = build.parts === 0 ? inner : -1;
  build.parts++;
  build.text += text;
}

function unknown(build: Build, written: string): void {
  add(build, written, -1);
  build.isKnown = false;
}

/** Reads `$(…)`, `<(…)` or backticks; the position stands at the opening. */
function readSubstitution(shell: Shell, build: Build, closer: string): void {
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
function readDollar(shell: Shell, build: Build, isQuoted: boolean): void {
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

function readSingle(shell: Shell, build: Build, isAnsi: boolean): void {
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

function readDouble(shell: Shell, build: Build): void {
  const { text } = shell;
  build.isQuoted = true;
  shell.at++;
  let from = shell.at;
  function flush(): void {
    if (shell.at > from) add(build, text.slice(from, shell.at), from);
  }
  while (shell.at < shell.end) {
    const char = text[shell.at];
    if (char === '"') {
      flush();
      if (build.parts === 0) add(build, "", shell.at);
      shell.at++;
      return;
    }
    if (char === "\\") {
      flush();
      const broken = continuation(shell, shell.at);
      const next = text[shell.at + 1] ?? "";
      if (broken > 0) shell.at += broken;
      else {
        add(build, '"\\$`'.includes(next) ? next : `\\${next}`, -1);
        shell.at = Math.min(shell.at + 2, shell.end);
      }
      from = shell.at;
    } else if (char === "$" || char === "`") {
      flush();
      if (char === "$") readDollar(shell, build, true);
      else readSubstitution(shell, build, "`");
      from = shell.at;
    } else shell.at++;
  }
  flush();
  complain(shell, "syntax-error", "a quote is not closed");
}

/** Reads one word; several where a variable alone in its place holds a list. Always moves on. */
export function readWord(shell: Shell): readonly ShellWord[] {
  const { text } = shell;
  const start = shell.at;
  const nested: OpenCommand[] = [];
  const build: Build = {
    text: "",
    isKnown: true,
    isQuoted: false,
    splice: undefined,
    parts: 0,
    inner: -1,
    nested,
  };
  let from = start;
  function flush(): void {
    if (shell.at > from) add(build, text.slice(from, shell.at), from);
  }
  while (shell.at < shell.end) {
    const char = text[shell.at]!;
    if (char === "$" || char === "`" || char === "'" || char === '"') {
      flush();
      if (char === "$") readDollar(shell, build, false);
      else if (char === "`") readSubstitution(shell, build, "`");
      else if (char === "'") readSingle(shell, build, false);
      else readDouble(shell, build);
      from = shell.at;
    } else if (char === "\\" || char === shell.escape) {
      flush();
      const broken = continuation(shell, shell.at);
      if (broken > 0) {
        // At the end of a word the break is space for the reader, but joins in the shell.
        shell.at += broken;
      } else if (char === "\\") {
        add(build, text[shell.at + 1] ?? "", -1);
        shell.at = Math.min(shell.at + 2, shell.end);
      } else {
        add(build, char, -1);
        shell.at++;
      }
      from = shell.at;
    } else if ((char === "<" || char === ">") && text[shell.at + 1] === "(" && shell.at === start) {
      readSubstitution(shell, build, ")");
      from = shell.at;
    } else if (endsWord(char)) break;
    else shell.at++;
  }
  flush();
  if (shell.at === start) shell.at++;
  const span = shell.place(start, shell.at);
  const { isKnown, isQuoted, inner } = build;
  if (build.splice !== undefined && build.parts === 1 && (!isQuoted || build.splice.length > 1)) {
    const words = build.splice.flatMap((word) => splitWord(word, span));
    return keep(shell, words);
  }
  return keep(shell, [{ ...span, text: build.text, isKnown, isQuoted, inner, nested }]);
}

/** An unquoted variable is split at blanks, as the shell does. */
function splitWord(word: ShellWord, span: Span): readonly ShellWord[] {
  const moved = { ...word, ...span, inner: -1, nested: [] };
  if (!word.isQuoted || !/\s/.test(word.text)) return [moved];
  const texts = word.text.trim().split(/\s+/).slice(0, 200);
  return texts.map((text) => ({ ...moved, text }));
}

function keep(shell: Shell, words: readonly ShellWord[]): readonly ShellWord[] {
  shell.words += words.length;
  if (shell.words <= maxWords) return words;
  if (shell.words - words.length <= maxWords)
    complain(shell, "limit", `more than ${maxWords} words`);
  shell.at = shell.end;
  return [];
}
