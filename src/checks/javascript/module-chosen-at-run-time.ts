import { defineCheck } from "../define.ts";
import { isFixed } from "./support.ts";

export const moduleChosenAtRunTime = defineCheck({
  meta: {
    id: "module-chosen-at-run-time",
    code: "PV-JS-019",
    title: "What is loaded is decided while the program runs",
    asset: "javascript",
    severity: "low",
    confidence: "low",
    audience: "audit",
    aliases: [],
    controls: ["CWE-829", "CWE-94", "OWASP-LLM04:2026", "OWASP-ASI04:2026"],
    why: "Whoever shapes the name chooses which code runs: a plugin of an agent, or a file that was uploaded a moment ago.",
    mend: "Choose from a table of modules that are written out.",
    blind: "Where the name comes from.",
    since: "0.1.0",
    examples: {
      found: [{ path: "a.js", code: "const plugin = await import(name);\n" }],
      clean: [{ path: "a.js", code: 'const plugin = await import("./plugins/search.js");\n' }],
    },
  },
  wants: (file) => file.mentions("import(") || file.mentions("require("),
  run: (view, report) => {
    for (const call of view.calls("import", "require")) {
      const name = call.positional(0);
      if (name !== undefined && call.node.args.length === 1 && !isFixed(name)) report(call);
    }
  },
});
