import { defineCheck } from "../define.ts";
import { modelCalls, modelWords } from "./model-calls.ts";

export const modelCallWithoutOutputLimit = defineCheck({
  meta: {
    id: "model-call-without-output-limit",
    code: "PV-CODE-522",
    title: "A model's answer may be as long as it likes",
    asset: "python",
    severity: "low",
    confidence: "high",
    audience: "pedantic",
    aliases: [],
    controls: ["CWE-770", "OWASP-LLM06:2026", "OWASP-LLM10:2025", "ATLAS:AML.T0034"],
    why: "Whoever writes the question decides how much is generated and paid for, and how long the others wait.",
    mend: "Pass `max_tokens` (`max_output_tokens`, `max_completion_tokens`) with what the answer needs.",
    blind: "Limits of the provider, of a proxy, or in a dict that is passed on.",
    references: ["https://genai.owasp.org/llmrisk/llm102025-unbounded-consumption/"],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: 'from openai import OpenAI\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages)\n',
        },
      ],
      clean: [
        {
          code: 'from openai import OpenAI\nclient = OpenAI()\nanswer = client.chat.completions.create(model="gpt-4o", messages=messages, max_tokens=400)\n',
        },
      ],
    },
  },
  wants: (file) => modelWords.some((word) => file.mentions(word)),
  run: (view, report) => {
    for (const { call, limits } of modelCalls(view)) {
      if (limits.length === 0 || call.hasUnknownArguments()) continue;
      if (limits.some((name) => call.keyword(name) !== undefined)) continue;
      // Something else than a request: it names no model and no text.
      if (call.node.keywords.length + call.node.args.length === 0) continue;
      report(call);
    }
  },
});
