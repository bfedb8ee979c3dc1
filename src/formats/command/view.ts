import type { LineIndex, Problem, Span } from "../../core/index.ts";

/** One word of a command line, quotes removed. */
export interface Word extends Span {
  readonly text: string;
  /** False where part of it is a variable or a substitution, written as `$…` in `text`. */
  readonly isKnown: boolean;
}

/** A program that a file starts. */
export interface Command extends Span {
  /** Base name of the program, after `sudo`, `env`, `exec`, `python -m` and the like. */
  readonly program: string;
  /** What follows the program. */
  readonly args: readonly Word[];
  /** Environment variables that are set for it, or for the whole file. */
  readonly environment: readonly { readonly name: string; readonly value: Word }[];
}

/** The programs that a file starts and the variables that it sets for them. */
export interface CommandView {
  readonly path: string;
  readonly text: string;
  readonly lines: LineIndex;
  readonly comments: readonly Span[];
  readonly problems: readonly Problem[];
  readonly commands: readonly Command[];
}

/** The value of an option: `--host X`, `--host=X`; an option without value gives an empty word. */
export function option(command: Command, ...names: readonly string[]): Word | undefined {
  for (let index = 0; index < command.args.length; index++) {
    const word = command.args[index]!;
    for (const name of names) {
      if (word.text === name) {
        const next = command.args[index + 1];
        return next !== undefined && !next.text.startsWith("--") ? next : { ...word, text: "" };
      }
      if (word.text.startsWith(`${name}=`)) {
        return { ...word, text: word.text.slice(name.length + 1) };
      }
    }
  }
  return undefined;
}
