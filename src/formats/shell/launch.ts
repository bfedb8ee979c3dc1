import type { Span } from "../../core/index.ts";
import type { Word, Variable } from "../command/view.ts";
import { startContainer } from "./container.ts";
import { programName, variableOf, type Surroundings } from "./names.ts";
import { maxDepth, type OpenCommand, type Shell, type ShellWord } from "./state.ts";
import { wrappedAt } from "./wrappers.ts";

const shells = new Set(["sh", "bash", "dash", "zsh", "ksh", "ash"]);

/** A simple command of a script, with the assignments before it. */
export function startCommand(
  shell: Shell,
  words: readonly ShellWord[],
  assigned: readonly ShellWord[],
): OpenCommand | undefined {
  if (words.length > 0)
    return launch(shell, words, { assigned, reach: "network", environment: [] });
  for (const word of assigned) assign(shell, word, shell.exportsAll);
  return undefined;
}

function assign(shell: Shell, word: ShellWord, isExported: boolean): void {
  const variable = variableOf(word);
  if (variable === undefined) return;
  const { name, value } = variable;
  const { isQuoted } = word;
  if (shell.variables.size < 5_000)
    shell.variables.set(name, [{ ...value, inner: -1, isQuoted, nested: [] }]);
  if (isExported) exportVariable(shell, variable);
}

function exportVariable(shell: Shell, variable: Variable): void {
  shell.environment.push(variable);
  shell.exports.push(variable);
}

/** Finds the program behind `sudo`, `env`, `uv run` and so on, and notes it as started. */
export function launch(
  shell: Shell,
  words: readonly ShellWord[],
  around: Surroundings,
): OpenCommand | undefined {
  const own: Variable[] = [...around.environment];
  for (const word of around.assigned) {
    const variable = variableOf(word);
    if (variable !== undefined) own.push(variable);
  }
  let rest = words;
  let isModule = false;
  for (let hops = 0; hops < 12; hops++) {
    const first = rest[0];
    if (first === undefined) return undefined;
    const program: string = isModule ? first.text : programName(first.text);
    if (declares(shell, program, rest)) return undefined;
    const module: number = program === "python" || program === "pypy" ? moduleAt(rest) : 0;
    const next: number = module > 0 ? module : wrappedAt(program, rest);
    if (next === 0) break;
    for (const word of rest.slice(1, next)) {
      const variable = program === "env" || program === "sudo" ? variableOf(word) : undefined;
      if (variable !== undefined) own.push(variable);
    }
    isModule = module > 0 || rest[next - 1]?.text === "-m";
    rest = rest.slice(next);
  }
  const name = rest[0]!;
  const command: OpenCommand = {
    program: isModule ? name.text : programName(name.text),
    name,
    isModule,
    args: rest.slice(1).map(plain),
    environment: own,
    reach: around.reach,
    ...extentOf([...around.assigned, ...words]),
  };
  for (const word of rest) for (const nested of word.nested) nested.within ??= command;
  shell.commands.push(command);
  shell.environment.push(...own.filter((variable) => !around.environment.includes(variable)));
  readInnerScripts(shell, rest, around);
  startContainer({ shell, words: rest, command, launch });
  return command;
}

function plain({ text, isKnown, start, end }: ShellWord): Word {
  return { text, isKnown, start, end };
}

function extentOf(words: readonly Span[]): Span {
  let start = Infinity;
  let end = 0;
  for (const word of words) {
    if (word.start < start) start = word.start;
    if (word.end > end) end = word.end;
  }
  return { start, end };
}

/** `export A=b` and its like, and `set -a`: true where the command is one of them. */
function declares(shell: Shell, program: string, words: readonly ShellWord[]): boolean {
  const args = words.slice(1);
  switch (program) {
    case "export":
    case "declare":
    case "typeset":
    case "local":
    case "readonly": {
      const isExported =
        program === "export" || args.some(({ text }) => /^-\w*x/.test(text)) || shell.exportsAll;
      for (const word of args) {
        if (word.text.includes("=")) assign(shell, word, isExported);
        else if (isExported) exportLater(shell, word);
      }
      return true;
    }
    case "setenv": {
      const [name, value] = args;
      if (name !== undefined && value !== undefined) {
        exportVariable(shell, {
          name: name.text,
          value: plain(value),
          start: name.start,
          end: value.end,
        });
      }
      return true;
    }
    case "set":
      if (args.some(({ text }) => /^-[a-z]*a/.test(text) || text === "allexport"))
        shell.exportsAll = true;
      return true;
    default:
      return false;
  }
}

function exportLater(shell: Shell, word: ShellWord): void {
  const value = shell.variables.get(word.text)?.[0];
  if (value === undefined) return;
  exportVariable(shell, {
    name: word.text,
    value: plain(value),
    start: value.start,
    end: value.end,
  });
}

/** Index of the module in `python -m module`; 0 where a script or code is run. */
function moduleAt(words: readonly ShellWord[]): number {
  for (let index = 1; index < words.length; index++) {
    const { text } = words[index]!;
    if (text === "-m") return index + 1 < words.length ? index + 1 : 0;
    if (text === "-W" || text === "-X") index++;
    else if (!text.startsWith("-") || text === "-c" || text === "-") return 0;
  }
  return 0;
}

/** Reads the script in `sh -c '…'`, `eval '…'`, where it stands in the file as it is. */
function readInnerScripts(shell: Shell, words: readonly ShellWord[], around: Surroundings): void {
  const program = programName(words[0]!.text);
  const scripts =
    program === "eval"
      ? words.slice(1)
      : shells.has(program)
        ? words.slice(1).filter((_, index) => /^-[a-z]*c$/.test(words[index]?.text ?? ""))
        : [];
  for (const script of scripts.slice(0, 20)) {
    if (shell.depth >= maxDepth || (script.inner < 0 && script.nested.length > 0)) continue;
    const { at } = shell;
    const { inner, text } = script;
    const span = { start: script.start, end: script.end };
    const found =
      inner < 0
        ? shell.readApart(shell, { text, place: script.place ?? (() => span) })
        : shell.readNested(shell, { start: inner, end: inner + text.length }, "");
    shell.at = at;
    for (const command of found) {
      command.reach = around.reach;
      command.environment = [...around.environment, ...command.environment];
    }
  }
}
