import { defineCheck } from "../define.ts";
import { fromModel, reportFlows } from "./support.ts";

export const modelOutputInTemplate = defineCheck({
  meta: {
    id: "model-output-in-template",
    code: "PV-FLOW-007",
    title: "What a model says is rendered as a template",
    asset: "flow",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-1336",
      "CWE-94",
      "OWASP-LLM10:2026",
      "OWASP-LLM05:2025",
      "OWASP-ASI05:2026",
      "ATLAS:AML.T0051.001",
    ],
    why: "A template is a program: `{{ … }}` reaches the objects of the process.",
    mend: "Keep templates fixed and pass the text as a variable; where users write templates, render them in a sandbox.",
    blind: "Engines that it does not know.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "example.py",
          code: 'from jinja2 import Template\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\npage = Template(text).render()\n',
        },
      ],
      clean: [
        {
          path: "example.py",
          code: 'from jinja2 import Template\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\npage = Template("<p>{{ text | e }}</p>").render(text=text)\n',
        },
      ],
    },
  },
  run: (view, report) =>
    reportFlows(view, report, { sources: fromModel, sinks: ["template"], severity: "high" }),
});
