import { defineCheck } from "../define.ts";
import { fromModel, reportFlows } from "./support.ts";

export const modelOutputAsInstruction = defineCheck({
  meta: {
    id: "model-output-as-instruction",
    code: "PV-FLOW-023",
    title: "One model's answer becomes an instruction to another",
    asset: "flow",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-1427",
      "CWE-77",
      "OWASP-LLM01:2026",
      "OWASP-LLM01:2025",
      "OWASP-ASI01:2026",
      "ATLAS:AML.T0051.000",
      "OWASP-ASI07:2026",
    ],
    why: "An injection that the first model fell for is handed on with more authority than it had.",
    mend: "Hand answers on as user messages that are marked as data, or take from them only checked fields.",
    blind: "Prompts that are joined into one text without roles.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "example.py",
          code: 'from openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\nclient.chat.completions.create(model="gpt-4o", messages=[{"role": "system", "content": text}])\n',
        },
      ],
      clean: [
        {
          path: "example.py",
          code: 'from openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\nclient.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": text}])\n',
        },
      ],
    },
  },
  run: (view, report) =>
    reportFlows(view, report, { sources: fromModel, sinks: ["system-prompt"], severity: "low" }),
});
