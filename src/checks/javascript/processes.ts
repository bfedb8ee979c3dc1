import type { PythonCall, PythonValue } from "../../formats/python/values.ts";
import type { JavaScriptView } from "../../formats/javascript/view.ts";
import { isFixed, option } from "./support.ts";

/** Functions that hand a command line to a shell. */
const shells = [
  "child_process.exec",
  "child_process.execSync",
  "execa.execaCommand",
  "execa.execaCommandSync",
  "execa.command",
  "execa.commandSync",
  "shelljs.exec",
  "cross-spawn.exec",
] as const;

/** Functions that start a program, and a shell where they are told to. */
const starters = [
  "child_process.spawn",
  "child_process.spawnSync",
  "child_process.execFile",
  "child_process.execFileSync",
  "execa",
  "execa.execa",
  "execa.execaSync",
  "cross-spawn",
  "cross-spawn.sync",
  "cross-spawn.spawn",
] as const;

/** A command line that goes to a shell and that is not the program's alone. */
export interface ShellUse {
  readonly call: PythonCall;
  readonly command: PythonValue;
  /** True where the line is put together here, of a text and of something else. */
  readonly isBuilt: boolean;
}

/** Command lines for a shell in which something is not fixed. */
export function* shellUses(view: JavaScriptView): Generator<ShellUse> {
  for (const call of view.calls(...shells)) {
    const command = call.positional(0);
    if (command !== undefined && !isFixed(command))
      yield { call, command, isBuilt: isBuilt(command) };
  }
  for (const call of view.calls(...starters)) {
    const shell = option(call, "shell");
    if (shell === undefined || shell.truth() !== true) continue;
    const program = call.positional(0);
    if (program === undefined) continue;
    const words = call.positional(1)?.elements() ?? [];
    const loose = [program, ...words].find((each) => !isFixed(each));
    if (loose !== undefined) yield { call, command: loose, isBuilt: isBuilt(loose) };
  }
}

function isBuilt(value: PythonValue): boolean {
  const { kind } = value.origin();
  return kind === "JoinedStr" || kind === "BinOp";
}
