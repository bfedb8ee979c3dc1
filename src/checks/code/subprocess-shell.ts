import type { Expression } from "../../formats/python/nodes.ts";
import { defineCheck } from "../define.ts";
import { subprocessCalls } from "./processes.ts";
import { aliasesOf, isFormatted, shellOf } from "./support.ts";

/** `[program] + words`: a list, however it is put together. */
function isListSum(node: Expression): boolean {
  let current = node;
  while (current.kind === "BinOp") {
    if (current.right.kind === "List") return true;
    current = current.left;
  }
  return current.kind === "List";
}

export const subprocessShell = defineCheck({
  meta: {
    id: "subprocess-shell",
    code: "PV-CODE-044",
    title: "A program is started through a shell",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["B602", "S602"],
    controls: ["CWE-78", "OWASP-LLM10:2026", "OWASP-LLM05:2025"],
    why: "Text of others in the command line (a file name, an answer of a model) adds commands of its own: `; rm -rf ~`.",
    mend: "Pass a list of words without `shell=True`; quote with `shlex.quote` where a shell is needed.",
    blind: "Whether others have a say in the words of the command.",
    since: "0.1.0",
    examples: {
      found: [
        { code: 'import subprocess\nsubprocess.run(f"convert {name} out.png", shell=True)\n' },
      ],
      clean: [{ code: 'import subprocess\nsubprocess.run(["convert", name, "out.png"])\n' }],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls(...subprocessCalls)) {
      const shell = shellOf(call);
      if (shell === undefined || call.node.args.length + call.node.keywords.length < 2) continue;
      const command = call.argument(0, "args");
      const aliases =
        call.node.args.length > 0 && call.node.keywords.some(({ arg }) => arg === "shell")
          ? aliasesOf(call)
          : { aliases: [] };
      const details = { ...aliases, extent: call };
      if (command === undefined)
        report(shell, { ...details, severity: "low", audience: "pedantic" });
      else if (command.string() !== undefined) {
        report(shell, {
          ...details,
          severity: "low",
          audience: "audit",
          message: "A fixed command is started through a shell",
        });
      } else if (isFormatted(command.origin()) && !isListSum(command.origin())) {
        report(shell, {
          ...details,
          severity: "high",
          confidence: "medium",
          message: "A command line that is put together at run time is given to a shell",
        });
      } else report(shell, details);
    }
  },
});
