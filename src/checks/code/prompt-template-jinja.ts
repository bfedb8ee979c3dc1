import { defineCheck } from "../define.ts";
import { callsWith } from "./agents.ts";

/** Parameters that hold the template, in the order of their methods' first argument. */
const templates = ["template", "messages"] as const;

export const promptTemplateJinja = defineCheck({
  meta: {
    id: "prompt-template-jinja",
    code: "PV-CODE-507",
    title: "A prompt is a Jinja template",
    asset: "python",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-1336", "OWASP-LLM01:2026", "OWASP-LLM01:2025", "ATLAS:AML.T0051"],
    why: "Whoever writes the template reaches attributes of every value in it, and in older versions of LangChain runs code.",
    mend: 'Use `template_format="f-string"`; where Jinja is needed, keep the template in the source and pass user text as a variable only.',
    blind: "Where the template comes from. One that is written out here is for the pedantic.",
    references: ["CVE-2023-36281", "CVE-2025-65106"],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: 'from langchain_core.prompts import PromptTemplate\nprompt = PromptTemplate.from_template(text, template_format="jinja2")\n',
        },
      ],
      clean: [
        {
          code: 'from langchain_core.prompts import PromptTemplate\nprompt = PromptTemplate.from_template("{question}")\n',
        },
      ],
    },
  },
  run: (view, report) => {
    for (const { call, value } of callsWith(view, "template_format")) {
      if (!value.is("jinja2")) continue;
      const template =
        templates.map((name) => call.keyword(name)).find((found) => found !== undefined) ??
        call.positional(0);
      if (template?.string() === undefined) report(value, { extent: call });
      else report(value, { extent: call, severity: "low", audience: "pedantic" });
    }
  },
});
