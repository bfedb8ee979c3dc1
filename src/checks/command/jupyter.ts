import type { Command } from "../../formats/command/view.ts";

const programs =
  /^(?:jupyter(?:-lab|-notebook|-server|lab)?|start-(?:notebook|singleuser)(?:\.py|\.sh)?|notebook|jupyterlab|jupyter_server)$/;

/** The commands that start a notebook server. */
export function jupyterCommands(commands: readonly Command[]): readonly Command[] {
  return commands.filter(({ program }) => programs.test(program));
}
