import { defineCheck } from "../define.ts";
import { fromModel, reportFlows } from "./support.ts";

export const modelOutputDeserialized = defineCheck({
  meta: {
    id: "model-output-deserialized",
    code: "PV-FLOW-008",
    title: "What a model says is deserialised into objects",
    asset: "flow",
    severity: "high",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-502",
      "OWASP-LLM10:2026",
      "OWASP-LLM05:2025",
      "OWASP-ASI05:2026",
      "ATLAS:AML.T0051.001",
    ],
    why: "Formats that build any object run code while they do.",
    mend: "Take JSON, and check it against a schema.",
    blind: "Decoders that it does not know.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "example.py",
          code: 'import yaml\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\nplan = yaml.load(text, Loader=yaml.Loader)\n',
        },
      ],
      clean: [
        {
          path: "example.py",
          code: 'import yaml\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\nplan = yaml.safe_load(text)\n',
        },
      ],
    },
  },
  run: (view, report) =>
    reportFlows(view, report, { sources: fromModel, sinks: ["deserialize"], severity: "high" }),
});
