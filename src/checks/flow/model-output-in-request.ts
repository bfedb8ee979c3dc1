import { defineCheck } from "../define.ts";
import { fromModel, reportFlows } from "./support.ts";

export const modelOutputInRequest = defineCheck({
  meta: {
    id: "model-output-in-request",
    code: "PV-FLOW-004",
    title: "A model chooses where a request goes",
    asset: "flow",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-918",
      "OWASP-LLM10:2026",
      "OWASP-LLM05:2025",
      "OWASP-ASI05:2026",
      "ATLAS:AML.T0051.001",
      "ATLAS:AML.T0024",
    ],
    why: "The program reaches what the model cannot: the metadata service of the cloud, internal hosts; and a URL carries data out.",
    mend: "Compare the host with a list of allowed ones after parsing, refuse redirects and private addresses.",
    blind: "Addresses that a name resolves to, redirects.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "example.py",
          code: 'import requests\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\npage = requests.get(text)\n',
        },
      ],
      clean: [
        {
          path: "example.py",
          code: 'import requests\nfrom openai import OpenAI\n\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\ntext = answer.choices[0].message.content\npage = requests.get("https://api.example.com/items", params={"q": text})\n',
        },
      ],
    },
  },
  run: (view, report) =>
    reportFlows(view, report, { sources: fromModel, sinks: ["request"], severity: "medium" }),
});
