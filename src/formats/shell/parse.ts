import type { Span } from "../../core/index.ts";
import type { CommandFacts } from "../command/view.ts";
import { launch, startCommand } from "./launch.ts";
import type { Surroundings } from "./names.ts";
import {
  readComment,
  readRedirection,
  skipDockerComments,
  skipHeredoc,
  skipTarget,
  skipTest,
} from "./skip.ts";
import {
  complain,
  continuation,
  maxDepth,
  type OpenCommand,
  type Shell,
  type ShellWord,
} from "./state.ts";
import { readWord } from "./words.ts";

/** A script to be read: a text, or a part of it. */
export interface ShellSource {
  readonly text: string;
  readonly start?: number;
  readonly end?: number;
  /** Where the text is in its file; left out where it is the file. */
  readonly place?: (start: number, end: number) => Span;
  readonly isDockerfile?: boolean;
  readonly escape?: string;
}

/** Words after which a command begins, as at the beginning of a line. */
const openers = new Set(["if", "then", "else", "elif", "while", "until", "do", "!", "{", "time"]);
/** Words that begin what is no command. */
const headers = new Set(["for", "select", "case", "function", "fi", "done", "esac", "}"]);

/** One command before it is known what it starts. */
interface Simple {
  words: ShellWord[];
  assigned: ShellWord[];
}

function openShell(source: ShellSource): Shell {
  const { text, start = 0, end = text.length, isDockerfile = false, escape = "\\" } = source;
  const place = source.place ?? ((from, to) => ({ start: from, end: to }));
  return {
    text,
    at: start,
    end,
    depth: 0,
    words: 0,
    isDockerfile,
    escape,
    // A reader that looks for a closer may step over the end by one.
    place: (from, to) => place(Math.min(from, text.length), Math.min(to, text.length)),
    variables: new Map(),
    commands: [],
    containers: [],
    environment: [],
    exports: [],
    comments: [],
    problems: [],
    readNested,
    readApart,
    exportsAll: false,
    withoutBacktick: new Set(),
    nextArithmeticEnd: -1,
    replaced: 0,
  };
}

/**
 * Reads a POSIX shell script as far as is needed to know which programs it starts, with which words
 * and variables. Total, and linear in the length of the text. Bodies of here-documents are left out.
 */
export function parseShell(source: ShellSource): CommandFacts {
  const shell = openShell(source);
  readList(shell, "");
  return finish(shell);
}

/** Words that are a command already: a list of arguments, which no shell has to split. */
export function parseWords(
  words: readonly ShellWord[],
  around: Surroundings,
): CommandFacts & { main?: OpenCommand } {
  const shell = openShell({ text: "" });
  // Offsets in the text that they were split from say nothing here.
  const apart = words.map((word) => ({ ...word, inner: -1 }));
  const main = launch(shell, apart, around);
  return { ...finish(shell), main };
}

/** Splits a text at blanks and quotes, as `shlex` does; operators have no meaning. */
export function splitWords(source: ShellSource): readonly ShellWord[] {
  const shell = openShell(source);
  const words: ShellWord[] = [];
  while (shell.at < shell.end) {
    const broken = continuation(shell, shell.at);
    if (broken > 0) shell.at += broken;
    else if (/\s/.test(shell.text[shell.at]!)) shell.at++;
    else if (";&|()<>".includes(shell.text[shell.at]!)) words.push(operator(shell));
    else for (const word of readWord(shell)) words.push(word);
  }
  return words;
}

function operator(shell: Shell): ShellWord {
  const { at } = shell;
  shell.at++;
  return {
    ...shell.place(at, at + 1),
    text: shell.text[at]!,
    isKnown: true,
    isQuoted: false,
    inner: -1,
    nested: [],
  };
}

/** What is set for the whole script counts for each of its commands. */
function finish(shell: Shell): CommandFacts {
  const { commands, containers, environment, comments, problems } = shell;
  const shared = shell.exports.slice(0, 200);
  for (const command of commands) {
    command.environment =
      command.environment.length === 0 ? shared : [...shared, ...command.environment];
  }
  commands.sort((a, b) => a.start - b.start);
  return { commands, containers, environment, comments, problems };
}

function readApart(shell: Shell, source: Pick<Shell, "text" | "place">): OpenCommand[] {
  const inner = openShell(source);
  inner.depth = shell.depth + 1;
  inner.words = shell.words;
  readList(inner, "");
  shell.words = inner.words;
  shell.commands.push(...inner.commands);
  shell.containers.push(...inner.containers);
  shell.environment.push(...inner.environment);
  return inner.commands;
}

function readNested(shell: Shell, range: Span, closer: string): OpenCommand[] {
  const { end } = shell;
  const before = shell.commands.length;
  shell.at = range.start;
  shell.end = range.end;
  shell.depth++;
  readList(shell, closer);
  shell.depth--;
  shell.end = end;
  if (closer !== "" && shell.at < end) shell.at++;
  return shell.commands.slice(before);
}

/** Reads commands up to the closing parenthesis or the end. */
function readList(shell: Shell, closer: string): void {
  const { text } = shell;
  let simple: Simple = { words: [], assigned: [] };
  let pipeline: Simple[] = [];
  const heredocs: { word: string; isIndented: boolean }[] = [];
  let isHeader = false;

  function endCommand(): void {
    if (!isHeader && (simple.words.length > 0 || simple.assigned.length > 0)) pipeline.push(simple);
    simple = { words: [], assigned: [] };
    isHeader = false;
  }
  function endPipeline(): void {
    endCommand();
    let before: OpenCommand | undefined;
    for (const { words, assigned } of pipeline) {
      const command = startCommand(shell, words, assigned);
      if (before !== undefined) before.feeds = command;
      before = command;
    }
    pipeline = [];
  }

  while (shell.at < shell.end) {
    const char = text[shell.at]!;
    const broken = continuation(shell, shell.at);
    if (broken > 0) {
      shell.at += broken;
      skipDockerComments(shell);
    } else if (char === " " || char === "\t" || char === "\r") shell.at++;
    else if (char === "\n") {
      shell.at++;
      endPipeline();
      for (const heredoc of heredocs.splice(0)) skipHeredoc(shell, heredoc);
    } else if (char === "#") readComment(shell);
    else if (char === ";") {
      shell.at++;
      endPipeline();
    } else if (char === "&") {
      if (text[shell.at + 1] === ">") {
        shell.at += text[shell.at + 2] === ">" ? 3 : 2;
        skipTarget(shell);
      } else {
        shell.at += text[shell.at + 1] === "&" ? 2 : 1;
        endPipeline();
      }
    } else if (char === "|") {
      const next = text[shell.at + 1];
      shell.at += next === "|" || next === "&" ? 2 : 1;
      if (next === "|") endPipeline();
      else endCommand();
    } else if (char === ")") {
      if (closer === ")") break;
      // The end of a pattern of `case`: what stands before it is no command.
      simple = { words: [], assigned: [] };
      pipeline = [];
      isHeader = false;
      shell.at++;
    } else if (char === "(") readParenthesis(shell, simple, endCommand);
    else if ((char === "<" || char === ">") && text[shell.at + 1] !== "(") {
      const heredoc = readRedirection(shell, simple.words);
      if (heredoc !== undefined && heredocs.length < 50) heredocs.push(heredoc);
    } else {
      const words = readWord(shell);
      const first = words[0];
      if (first === undefined || isHeader) continue;
      if (simple.words.length > 0) for (const word of words) simple.words.push(word);
      else if (!first.isQuoted && openers.has(first.text)) continue;
      else if (!first.isQuoted && headers.has(first.text)) isHeader = true;
      else if (isAssignment(first)) readAssignment(shell, simple, first);
      else {
        for (const word of words) simple.words.push(word);
        if (first.text === "[[") skipTest(shell);
      }
    }
  }
  endPipeline();
}

function isAssignment(word: ShellWord): boolean {
  return /^[A-Za-z_]\w*\+?=/.test(word.text);
}

/** `name=value`, or `name=(…)`, whose elements are kept for `"${name[@]}"`. */
function readAssignment(shell: Shell, simple: Simple, word: ShellWord): void {
  const isArray = shell.text[shell.at] === "(" && word.text.endsWith("=") && shell.at < shell.end;
  if (!isArray) {
    simple.assigned.push(word);
    return;
  }
  const [, name = "", plus] = /^(\w+)(\+?)=/.exec(word.text) ?? [];
  const elements: ShellWord[] = plus === "+" ? [...(shell.variables.get(name) ?? [])] : [];
  shell.at++;
  while (shell.at < shell.end && shell.text[shell.at] !== ")") {
    const char = shell.text[shell.at]!;
    const broken = continuation(shell, shell.at);
    if (broken > 0) shell.at += broken;
    else if (char === "#") readComment(shell);
    else if (/\s/.test(char)) shell.at++;
    else if (elements.length < 1_000) for (const element of readWord(shell)) elements.push(element);
    else shell.at++;
  }
  shell.at++;
  shell.variables.set(name, elements);
}

/** A subshell, a function's `()`, `((…))`, or the pattern of a `case`. */
function readParenthesis(shell: Shell, simple: Simple, endCommand: () => void): void {
  if (simple.words.length > 0) {
    // `name ()` begins a function; anything else here is no shell.
    simple.words.length = 0;
    shell.at++;
    return;
  }
  if (shell.depth >= maxDepth) {
    complain(shell, "limit", `commands are nested deeper than ${maxDepth}`);
    shell.at++;
    return;
  }
  endCommand();
  readNested(shell, { start: shell.at + 1, end: shell.end }, ")");
}
