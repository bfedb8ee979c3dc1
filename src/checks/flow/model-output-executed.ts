import { defineCheck } from "../define.ts";
import { fromModel, reportFlows } from "./support.ts";

export const modelOutputExecuted = defineCheck({
  meta: {
    id: "model-output-executed",
    code: "PV-FLOW-001",
    title: "What a model says is run as code",
    asset: "flow",
    severity: "critical",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-94",
      "CWE-95",
      "OWASP-LLM10:2026",
      "OWASP-LLM05:2025",
      "OWASP-ASI05:2026",
      "ATLAS:AML.T0051.001",
      "ATLAS:AML.T0050",
    ],
    why: "Whoever shapes the model's input, directly or by a document that it reads, runs code with the rights of the program.",
    mend: "Let the model choose among functions of yours by name and check their arguments; run generated code only in a sandbox without network and files.",
    blind: "Code that is run by a service or a program that is only told where a file is.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "example.py",
          code: 'from openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\nexec(text)\n',
        },
      ],
      clean: [
        {
          path: "example.py",
          code: 'import ast\n\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\nrows = ast.literal_eval(text)\nprint(len(rows))\n',
        },
      ],
    },
  },
  run: (view, report) =>
    reportFlows(view, report, { sources: fromModel, sinks: ["code"], severity: "critical" }),
});
