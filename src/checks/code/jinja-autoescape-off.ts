import type { Expression } from "../../formats/python/nodes.ts";
import { defineCheck } from "../define.ts";
import { aliasesOf, lastWord } from "./support.ts";

function chooses(node: Expression): boolean {
  return node.kind === "Call" && lastWord(node.func) === "select_autoescape";
}

export const jinjaAutoescapeOff = defineCheck({
  meta: {
    id: "jinja-autoescape-off",
    code: "PV-CODE-058",
    title: "Jinja puts values into HTML without escaping them",
    asset: "python",
    severity: "low",
    confidence: "medium",
    audience: "pedantic",
    aliases: ["B701", "S701"],
    controls: ["CWE-79", "CWE-94", "OWASP-LLM10:2026", "OWASP-LLM05:2025"],
    why: "Text of a user or a model becomes script in the browser of whoever reads the page.",
    mend: "`Environment(autoescape=select_autoescape())`; templates for prompts and code need none.",
    blind: "What the templates are for.",
    since: "0.1.0",
    examples: {
      found: [{ code: "import jinja2\njinja2.Environment(autoescape=False)\n" }],
      clean: [
        { code: "import jinja2\njinja2.Environment(autoescape=jinja2.select_autoescape())\n" },
      ],
    },
  },
  run: ({ methods }, report) => {
    for (const call of methods("Environment")) {
      if (!call.name.split(".").includes("jinja2")) continue;
      const autoescape = call.keyword("autoescape");
      if (autoescape === undefined) {
        if (!call.hasUnknownArguments()) report(call, aliasesOf(call));
      } else if (autoescape.is(false))
        report(call, { ...aliasesOf(call), severity: "medium", audience: "default" });
      else if (!autoescape.is(true) && !chooses(autoescape.node))
        report(call, { ...aliasesOf(call), confidence: "low" });
    }
  },
});
