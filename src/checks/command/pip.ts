import type { Command, Word } from "../../formats/command/view.ts";

/** The words after `install` of pip, `uv pip install`, `uv add` and their like; undefined for others. */
export function installArguments(command: Command): readonly Word[] | undefined {
  const { program, args } = command;
  const first = args.findIndex(({ text }) => !text.startsWith("-"));
  const verb = args[first]?.text;
  const second = args[first + 1]?.text;
  if (program === "pip" && (verb === "install" || verb === "download" || verb === "wheel"))
    return args.slice(first + 1);
  if (program === "uv") {
    if (verb === "pip" && (second === "install" || second === "sync" || second === "compile"))
      return args.slice(first + 2);
    if (verb === "add" || (verb === "tool" && second === "install")) return args.slice(first + 1);
  }
  if (program === "pipx" && (verb === "install" || verb === "run")) return args.slice(first + 1);
  return undefined;
}
