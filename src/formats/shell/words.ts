import type { Span } from "../../core/index.ts";
import { add, readDollar, readSingle, readSubstitution, type Build } from "./expand.ts";
import {
  complain,
  continuation,
  endsWord,
  type OpenCommand,
  type Shell,
  type ShellWord,
} from "./state.ts";

/** Words of one script that are kept; variables that hold lists of each other stop here. */
const maxWords = 100_000;

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
