import { endsWord, type Shell, type ShellWord } from "./state.ts";
import { readWord } from "./words.ts";

/** Reads a comment up to the end of its line. */
export function readComment(shell: Shell): void {
  const start = shell.at;
  const line = shell.text.indexOf("\n", start);
  shell.at = line < 0 || line > shell.end ? shell.end : line;
  shell.comments.push(shell.place(start, shell.at));
}

/** Docker takes comment lines and empty lines out before the shell sees the command. */
export function skipDockerComments(shell: Shell): void {
  if (!shell.isDockerfile) return;
  for (;;) {
    let next = shell.at;
    while (next < shell.end && " \t\r".includes(shell.text[next]!)) next++;
    const char = shell.text[next];
    if (next >= shell.end || (char !== "#" && char !== "\n")) return;
    shell.at = next;
    if (char === "#") readComment(shell);
    if (shell.at < shell.end) shell.at++;
  }
}

/** `[[ … ]]` has operators that are no shell operators. */
export function skipTest(shell: Shell): void {
  while (shell.at < shell.end && shell.text[shell.at] !== "\n") {
    if (shell.text.startsWith("]]", shell.at)) {
      shell.at += 2;
      return;
    }
    if ("$`'\"".includes(shell.text[shell.at]!)) readWord(shell);
    else shell.at++;
  }
}

/** Skips a redirection with its target; tells of a here-document. */
export function readRedirection(
  shell: Shell,
  words: ShellWord[],
): { word: string; isIndented: boolean } | undefined {
  const { text } = shell;
  // `2>` : the number is no argument.
  const last = words.at(-1);
  if (last !== undefined && /^\d$/.test(last.text) && /\d/.test(text[shell.at - 1] ?? ""))
    words.pop();
  const isHeredoc = text.startsWith("<<", shell.at) && text[shell.at + 2] !== "<";
  const isIndented = isHeredoc && text[shell.at + 2] === "-";
  while (shell.at < shell.end && "<>&|".includes(text[shell.at]!)) shell.at++;
  if (isIndented) shell.at++;
  const target = skipTarget(shell);
  return isHeredoc && target !== undefined ? { word: target.text, isIndented } : undefined;
}

/** Skips the target of a redirection. */
export function skipTarget(shell: Shell): ShellWord | undefined {
  while (shell.at < shell.end && " \t".includes(shell.text[shell.at]!)) shell.at++;
  if (shell.at >= shell.end || (endsWord(shell.text[shell.at]) && shell.text[shell.at] !== "<"))
    return undefined;
  return readWord(shell)[0];
}

/** Skips the body of a here-document; the position stands at its first line. */
export function skipHeredoc(shell: Shell, heredoc: { word: string; isIndented: boolean }): void {
  const { text } = shell;
  while (shell.at < shell.end) {
    const line = text.indexOf("\n", shell.at);
    const end = line < 0 || line > shell.end ? shell.end : line;
    let body = text.slice(shell.at, end);
    if (body.endsWith("\r")) body = body.slice(0, -1);
    shell.at = Math.min(end + 1, shell.end);
    if ((heredoc.isIndented ? body.replace(/^\t+/, "") : body) === heredoc.word) return;
  }
}
