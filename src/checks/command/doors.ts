import type { FindingDetails, Severity, Span } from "../../core/index.ts";
import { isEveryInterface } from "../support/addresses.ts";
import { option, variable, type Command, type Reach } from "../../formats/command/view.ts";

/**
 * How much an open door counts, by who can reach it. Inside an image or a pod a server has to listen
 * on all interfaces, and who reaches it is decided where the port is published.
 */
export function door(reach: Reach, severity: Severity): FindingDetails {
  return reach === "network"
    ? { severity }
    : { severity: "low", audience: "pedantic", confidence: "medium" };
}

/** Where a command is told to listen on all interfaces, by an option or a variable. */
export function opening(
  command: Command,
  from: { readonly options: readonly string[]; readonly variables?: readonly string[] },
): Span | undefined {
  const address = option(command, ...from.options);
  if (address !== undefined) return isEveryInterface(address.text) ? address : undefined;
  const set = variable(command, ...(from.variables ?? []));
  return set !== undefined && isEveryInterface(set.value.text) ? set : undefined;
}

/** Sub-command: the first word that is no option. */
export function verbOf(command: Command): string {
  return command.args.find(({ text }) => !text.startsWith("-"))?.text ?? "";
}

/** The commands of these programs, whether started by name or as a module of Python. */
export function commandsOf(
  commands: readonly Command[],
  ...programs: readonly string[]
): readonly Command[] {
  return commands.filter(({ program }) => programs.includes(program));
}
