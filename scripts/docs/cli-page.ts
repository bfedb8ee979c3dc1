import { commandHelp, mainHelp } from "../../src/cli/help.ts";
import { specs } from "../../src/cli/specs.ts";
import { paviseVersion } from "../../src/engine/version.ts";
import { banner, fenced, page } from "./markdown.ts";

/** What `--help` says, of the program and of each command. */
export function cliPage(): string {
  const commands = Object.values(specs);
  const main = mainHelp(commands, { version: paviseVersion(), color: false });
  return page([
    banner,
    "# The command line",
    fenced("", main),
    ...commands.flatMap((spec) => [
      `## pavise ${spec.name}`,
      fenced("", commandHelp(spec, { color: false })),
    ]),
  ]);
}
