import type { Problem, Span } from "../../core/index.ts";
import type { Command, Container, Variable, Word } from "../command/view.ts";

/** Deepest nesting of `$( )`, `( )`, backticks and `-c` scripts that is read. */
export const maxDepth = 20;

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
