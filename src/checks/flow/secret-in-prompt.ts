import { defineCheck } from "../define.ts";
import { reportFlows } from "./support.ts";

export const secretInPrompt = defineCheck({
  meta: {
    id: "secret-in-prompt",
    code: "PV-FLOW-031",
    title: "A secret is sent to a model",
    asset: "flow",
    severity: "high",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-200", "CWE-522", "OWASP-LLM02:2025", "OWASP-LLM02:2026", "ATLAS:AML.T0057"],
    why: "What is in a prompt is at the provider, in its logs, and one question away from whoever talks to the model.",
    mend: "Keep secrets out of prompts: let tools hold them, and give the model names for them.",
    blind: "Secrets whose names do not say so.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "example.py",
          code: 'import os\nfrom openai import OpenAI\n\nclient = OpenAI()\nkey = os.environ["STRIPE_SECRET_KEY"]\nclient.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Use the key " + key}])\n',
        },
      ],
      clean: [
        {
          path: "example.py",
          code: 'import os\nfrom openai import OpenAI\n\nclient = OpenAI(api_key=os.environ["OPENAI_API_KEY"])\nclient.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": "Hello"}])\n',
        },
      ],
    },
  },
  run: (view, report) =>
    reportFlows(view, report, {
      sources: ["secret"],
      sinks: ["prompt", "system-prompt"],
      severity: "high",
    }),
});
