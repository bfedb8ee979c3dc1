import type { Expression } from "../../formats/python/nodes.ts";
import { defineCheck } from "../define.ts";
import { aliasesOf } from "./support.ts";

/** True for what a socket gives, also where it is decoded or unpacked. */
function isReceived(given: Expression | undefined): boolean {
  let node = given;
  for (let steps = 0; steps < 5 && node?.kind === "Call"; steps++) {
    const { func, args } = node;
    if (func.kind === "Attribute" && /^recv(?:from|_bytes)?$/.test(func.attr)) return true;
    node = func.kind === "Attribute" && func.attr === "decode" ? func.value : args[0];
  }
  return false;
}

export const execUsed = defineCheck({
  meta: {
    id: "exec-used",
    code: "PV-CODE-002",
    title: "exec runs text as code",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["B102", "S102"],
    controls: ["CWE-94", "CWE-95", "OWASP-LLM10:2026", "OWASP-LLM05:2025"],
    why: "Whoever can shape the text runs code with the rights of the process. Text from a model, a user or a download is shaped by others.",
    mend: "Call a function, look it up in a table of allowed ones, or run the code in a sandbox.",
    blind: "Where the text comes from.",
    since: "0.1.0",
    examples: {
      found: [{ code: "exec(source)\n" }],
      clean: [{ code: 'run = {"fit": fit}\nrun["fit"]()\n' }],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls("exec")) {
      if (isReceived(call.positional(0)?.origin()))
        report(call, {
          ...aliasesOf(call),
          severity: "high",
          message: "exec runs what another host sends",
        });
      else if (call.positional(0)?.string() === undefined) report(call, aliasesOf(call));
      else
        report(call, {
          ...aliasesOf(call),
          severity: "low",
          audience: "audit",
          message: "exec runs a fixed text",
        });
    }
  },
});
