import { defineCheck } from "../define.ts";
import { fromModel, reportFlows } from "./support.ts";

export const modelOutputChoosesCode = defineCheck({
  meta: {
    id: "model-output-chooses-code",
    code: "PV-FLOW-009",
    title: "A model chooses by name what is imported or called",
    asset: "flow",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-470",
      "CWE-913",
      "OWASP-LLM10:2026",
      "OWASP-LLM05:2025",
      "OWASP-ASI05:2026",
      "ATLAS:AML.T0051.001",
      "ATLAS:AML.T0053",
    ],
    why: "Every function that can be reached by a name can be called, not only those that were meant as tools.",
    mend: "Look the name up in a table of the tools that are meant: `TOOLS[name](…)`.",
    blind: "What the functions that can be reached do.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "example.py",
          code: 'import importlib\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\nmodule = importlib.import_module(text)\n',
        },
      ],
      clean: [
        {
          path: "example.py",
          code: 'from openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\nTOOLS = {"add": add, "search": search}\nTOOLS[text](query)\n',
        },
      ],
    },
  },
  run: (view, report) =>
    reportFlows(view, report, { sources: fromModel, sinks: ["import"], severity: "medium" }),
});
