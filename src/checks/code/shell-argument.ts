import { defineCheck } from "../define.ts";
import { subprocessCalls } from "./processes.ts";
import { shellOf } from "./support.ts";

export const shellArgument = defineCheck({
  meta: {
    id: "shell-argument",
    code: "PV-CODE-046",
    title: "A function is called with shell=True",
    asset: "python",
    severity: "low",
    confidence: "low",
    audience: "pedantic",
    aliases: ["B604", "S604"],
    controls: ["CWE-78"],
    why: "If the function starts a shell with it, text of others in the command adds commands.",
    mend: "Pass a list of words, without a shell.",
    since: "0.1.0",
    examples: {
      found: [{ code: "run_command(line, shell=True)\n" }],
      clean: [{ code: "run_command(line)\n" }],
    },
  },
  run: ({ allCalls, text }, report) => {
    if (!text.includes("shell")) return;
    for (const call of allCalls()) {
      if (subprocessCalls.has(call.name)) continue;
      const shell = shellOf(call);
      if (shell !== undefined && call.node.keywords.some(({ arg }) => arg === "shell"))
        report(shell, { extent: call });
    }
  },
});
