import { defineCheck } from "../define.ts";
import { reportFlows } from "./support.ts";

export const personalDataInPrompt = defineCheck({
  meta: {
    id: "personal-data-in-prompt",
    code: "PV-FLOW-032",
    title: "Personal data is sent to a model",
    asset: "flow",
    severity: "low",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-359", "OWASP-LLM02:2025", "OWASP-LLM02:2026", "ATLAS:AML.T0057"],
    why: "It leaves the company for a provider, perhaps another country, and may be kept or learned from.",
    mend: "Leave it out, or replace it by pseudonyms before it is sent and put it back afterwards.",
    blind: "Personal data whose names do not say so; contracts with the provider.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "example.py",
          code: 'from openai import OpenAI\n\nclient = OpenAI()\n\n\ndef ask(row):\n    ssn = row["ssn"]\n    client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": f"Is {ssn} valid?"}])\n',
        },
      ],
      clean: [
        {
          path: "example.py",
          code: 'from openai import OpenAI\n\nclient = OpenAI()\n\n\ndef ask(row):\n    total = row["total"]\n    client.chat.completions.create(model="gpt-4o", messages=[{"role": "user", "content": f"Is {total} valid?"}])\n',
        },
      ],
    },
  },
  run: (view, report) =>
    reportFlows(view, report, {
      sources: ["personal-data"],
      sinks: ["prompt", "system-prompt"],
      severity: "low",
    }),
});
