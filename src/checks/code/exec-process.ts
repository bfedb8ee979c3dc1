import { defineCheck } from "../define.ts";
import { execCalls } from "./processes.ts";
import { aliasesOf } from "./support.ts";

export const execProcess = defineCheck({
  meta: {
    id: "exec-process",
    code: "PV-CODE-048",
    title: "A program is started without a shell",
    asset: "python",
    severity: "low",
    confidence: "medium",
    audience: "audit",
    aliases: ["B606", "S606"],
    controls: ["CWE-78"],
    why: "A path or word that others choose starts another program than the one that was meant.",
    mend: "Give the full path, and check the words.",
    since: "0.1.0",
    examples: {
      found: [{ code: "import os\nos.execv(path, words)\n" }],
      clean: [{ code: "import os\nos.getpid()\n" }],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls(...execCalls)) report(call, aliasesOf(call));
  },
});
