import { defineCheck } from "../define.ts";
import { aliasesOf } from "./support.ts";

export const evalUsed = defineCheck({
  meta: {
    id: "eval-used",
    code: "PV-CODE-017",
    title: "eval runs text as code",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["B307", "S307"],
    controls: ["CWE-95", "OWASP-LLM10:2026", "OWASP-LLM05:2025"],
    why: "Whoever can shape the text runs code with the rights of the process. An answer of a model is such a text.",
    mend: "Use `ast.literal_eval` or `json.loads` for data, a table of functions for choices.",
    blind: "Where the text comes from. `model.eval()` and `df.eval()` are something else.",
    since: "0.1.0",
    examples: {
      found: [{ code: "rule = eval(expression)\n" }],
      clean: [{ code: "import ast\nrule = ast.literal_eval(expression)\n" }],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls("eval")) {
      if (call.positional(0)?.string() === undefined) report(call, aliasesOf(call));
      else
        report(call, {
          ...aliasesOf(call),
          severity: "low",
          audience: "audit",
          message: "eval runs a fixed text",
        });
    }
  },
});
