import type { Reach, Variable } from "../command/view.ts";
import type { ShellWord } from "./state.ts";

/** Base name of a program: no folder, no `.exe`, no version of Python or pip. */
export function programName(text: string): string {
  const name = text.slice(text.lastIndexOf("/") + 1).replace(/\.exe$/i, "");
  return name.replace(/^(python|pip|pypy)[\d.]+$/, "$1");
}

/** `NAME=value` as a variable; undefined where it is none. */
export function variableOf(word: ShellWord): Variable | undefined {
  const found = /^([A-Za-z_][\w.-]*)\+?=([^]*)$/.exec(word.text);
  if (found === null) return undefined;
  const { start, end, isKnown } = word;
  return { name: found[1]!, value: { text: found[2]!, isKnown, start, end }, start, end };
}

/** What surrounds the words of a command. */
export interface Surroundings {
  readonly assigned: readonly ShellWord[];
  /** Where what it listens on can be reached from. */
  readonly reach: Reach;
  readonly environment: readonly Variable[];
}
