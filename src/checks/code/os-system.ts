import { defineCheck } from "../define.ts";
import { shellCalls } from "./processes.ts";
import { aliasesOf, isFormatted } from "./support.ts";

export const osSystem = defineCheck({
  meta: {
    id: "os-system",
    code: "PV-CODE-047",
    title: "A command line is given to a shell",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["B605", "S605"],
    controls: ["CWE-78", "OWASP-LLM10:2026", "OWASP-LLM05:2025"],
    why: "Text of others in the command line (a file name, an answer of a model) adds commands of its own.",
    mend: "Use `subprocess.run` with a list of words.",
    blind: "Whether others have a say in the command.",
    since: "0.1.0",
    examples: {
      found: [{ code: 'import os\nos.system("convert " + name)\n' }],
      clean: [{ code: 'import subprocess\nsubprocess.run(["convert", name])\n' }],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls(...shellCalls)) {
      const command = call.positional(0);
      if (command === undefined) continue;
      if (command.string() !== undefined) {
        report(call, {
          ...aliasesOf(call),
          severity: "low",
          audience: "audit",
          message: "A fixed command line is given to a shell",
        });
      } else if (isFormatted(command.origin())) {
        report(call, {
          ...aliasesOf(call),
          severity: "high",
          confidence: "medium",
          message: "A command line that is put together at run time is given to a shell",
        });
      } else report(call, aliasesOf(call));
    }
  },
});
