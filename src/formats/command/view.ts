import type { AssetKind, LineIndex, Problem, Span } from "../../core/index.ts";

/** One word of a command line, quotes removed. */
export interface Word extends Span {
  /**
   * Where part of it is a variable or a substitution, that part stands as it is written (`$X`); of
   * `${X:-y}` the default stands.
   */
  readonly text: string;
  /** False where part of it is known only when the program runs. */
  readonly isKnown: boolean;
}

/** An environment variable that a file sets. The span covers name and value. */
export interface Variable extends Span {
  readonly name: string;
  readonly value: Word;
}

/**
 * Who reaches what a program binds to all interfaces: the `network` around the machine; only the
 * machine itself (`loopback`); only containers beside it (`internal`); or that is decided elsewhere,
 * as for an image or a pod.
 */
export type Reach = "network" | "loopback" | "internal" | "unknown";

/** A program that a file starts. */
export interface Command extends Span {
  /** Base name of the program, after `sudo`, `env`, `exec`, `python -m` and the like. */
  readonly program: string;
  /** Where the program is named; a word of the file even where an image names the program. */
  readonly name: Word;
  /** True where it is a module that Python is told to run. */
  readonly isModule: boolean;
  /** What follows the program. */
  readonly args: readonly Word[];
  /** Environment variables that are set for it, or for the whole file. */
  readonly environment: readonly Variable[];
  readonly reach: Reach;
  /** The command that reads its output through a pipe. */
  readonly feeds?: Command;
  /** The command that is given its output as a word: `sh -c "$(…)"`, `bash <(…)`. */
  readonly within?: Command;
}

/** A container that a file starts. */
export interface Container extends Span {
  /** Image as written; absent where it is built here. */
  readonly image?: Word;
  readonly environment: readonly Variable[];
  readonly command?: Command;
  /** Host paths and volumes, `source:target`. */
  readonly volumes: readonly Word[];
  /** Where it is said that it is privileged. */
  readonly privileged?: Span;
  readonly reach: Reach;
}

/** The programs that a file starts and the variables that it sets for them. */
export interface CommandView {
  readonly path: string;
  readonly kind: AssetKind;
  readonly text: string;
  readonly lines: LineIndex;
  readonly comments: readonly Span[];
  readonly problems: readonly Problem[];
  readonly commands: readonly Command[];
  readonly containers: readonly Container[];
  /** Every place that sets an environment variable, once each. */
  readonly environment: readonly Variable[];
}

/** What a reader of commands finds in a text. */
export type CommandFacts = Pick<
  CommandView,
  "commands" | "containers" | "environment" | "comments" | "problems"
>;

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

/** The word of an option that takes no value; `--name=false` and the like do not count. */
export function flag(command: Command, ...names: readonly string[]): Word | undefined {
  return command.args.find(({ text }) => {
    const equals = text.indexOf("=");
    const name = equals < 0 ? text : text.slice(0, equals);
    return names.includes(name) && (equals < 0 || isOn(text.slice(equals + 1)));
  });
}

/** True for what programs take as "yes". */
export function isOn(text: string): boolean {
  return /^(?:1|true|yes|on|enabled?|t|y)$/i.test(text.trim());
}

/** True for what programs take as "no". */
export function isOff(text: string): boolean {
  return /^(?:0|false|no|off|disabled?|f|n)$/i.test(text.trim());
}

/** The value that a variable has for a command; the last one set counts. */
export function variable(
  from: { readonly environment: readonly Variable[] },
  ...names: readonly string[]
): Variable | undefined {
  return from.environment.findLast(({ name }) => names.includes(name));
}
