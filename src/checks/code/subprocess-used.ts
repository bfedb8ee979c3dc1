import { defineCheck } from "../define.ts";
import { subprocessCalls } from "./processes.ts";
import { aliasesOf, shellOf } from "./support.ts";

export const subprocessUsed = defineCheck({
  meta: {
    id: "subprocess-used",
    code: "PV-CODE-045",
    title: "A program is started",
    asset: "python",
    severity: "low",
    confidence: "high",
    audience: "audit",
    aliases: ["B603", "S603"],
    controls: ["CWE-78"],
    why: "A word that others choose can be an option or a path of theirs.",
    mend: "Check the words, and put `--` before file names.",
    since: "0.1.0",
    examples: {
      found: [{ code: "import subprocess\nsubprocess.run([tool, name])\n" }],
      clean: [{ code: "import shutil\nshutil.copy(name, target)\n" }],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls(...subprocessCalls)) {
      if (shellOf(call) !== undefined) continue;
      const shell = call.node.keywords.find(({ arg }) => arg === "shell");
      report(shell?.value ?? call, { ...aliasesOf(call), extent: call });
    }
  },
});
