import { defineCheck } from "../define.ts";
import { modelCalls, modelWords } from "./model-calls.ts";

const clients = [
  "openai.OpenAI",
  "openai.AsyncOpenAI",
  "openai.AzureOpenAI",
  "openai.AsyncAzureOpenAI",
  "anthropic.Anthropic",
  "anthropic.AsyncAnthropic",
  "groq.Groq",
  "groq.AsyncGroq",
  "together.Together",
  "mistralai.Mistral",
  "cohere.Client",
  "cohere.ClientV2",
] as const;

export const modelClientWithoutTimeout = defineCheck({
  meta: {
    id: "model-client-without-timeout",
    code: "PV-CODE-523",
    title: "A request to a model may hang for ten minutes",
    asset: "python",
    severity: "low",
    confidence: "high",
    audience: "pedantic",
    aliases: [],
    controls: ["CWE-400", "CWE-1088", "OWASP-LLM06:2026", "OWASP-LLM10:2025", "ATLAS:AML.T0029"],
    why: "The SDKs wait 600 seconds and try again by themselves; a slow provider, or a question that makes it slow, holds every worker.",
    mend: "Pass `timeout=` to the client, with as many seconds as a user would wait.",
    blind: "A timeout around the call, or in a client that is handed over.",
    references: ["https://github.com/openai/openai-python#timeouts"],
    since: "0.1.0",
    examples: {
      found: [{ code: "from openai import OpenAI\nclient = OpenAI()\n" }],
      clean: [{ code: "from openai import OpenAI\nclient = OpenAI(timeout=30)\n" }],
    },
  },
  wants: (file) => modelWords.some((word) => file.mentions(word)) || file.mentions("penai"),
  run: (view, report) => {
    const made = view.calls(...clients);
    if (made.length === 0) return;
    const isTimed = modelCalls(view).some(({ call }) => call.keyword("timeout") !== undefined);
    if (isTimed || /with_options\(|wait_for\(|asyncio\.timeout|http_client=/.test(view.text))
      return;
    for (const call of made) {
      if (call.keyword("timeout") === undefined && !call.hasUnknownArguments()) report(call);
    }
  },
});
