import { defineCheck } from "../define.ts";
import { aliasesOf } from "./support.ts";

export const makoTemplate = defineCheck({
  meta: {
    id: "mako-template",
    code: "PV-CODE-059",
    title: "Mako puts values into HTML without escaping them",
    asset: "python",
    severity: "medium",
    confidence: "medium",
    audience: "pedantic",
    aliases: ["B702", "S702"],
    controls: ["CWE-79", "CWE-80"],
    why: "Text of a user or a model becomes script in the browser of whoever reads the page.",
    mend: "Pass `default_filters=['h']`, or use `${value | h}`.",
    since: "0.1.0",
    examples: {
      found: [{ code: "from mako.template import Template\nTemplate(text)\n" }],
      clean: [{ code: "from string import Template\nTemplate(text)\n" }],
    },
  },
  run: ({ methods }, report) => {
    for (const call of methods("Template")) {
      if (call.name.split(".").includes("mako")) report(call, aliasesOf(call));
    }
  },
});
