import type { FindingDetails } from "../../core/index.ts";
import type { PythonValue } from "../../formats/python/values.ts";
import { hostOf, isLocalHost } from "../support/addresses.ts";
import { defineCheck } from "../define.ts";
import { callsWith } from "./agents.ts";

const keywords = [
  "base_url",
  "api_base",
  "openai_api_base",
  "azure_endpoint",
  "endpoint_url",
  "server_url",
  "inference_server_url",
  "endpoint",
  "host",
] as const;

/** Clients of models, by their qualified name. */
const clients =
  /^(?:openai|anthropic|litellm|langchain\w*|llama_index|ollama|mistralai|cohere|groq|together|huggingface_hub|text_generation|dspy|haystack\w*|instructor|autogen\w*|crewai|smolagents|xinference\w*|tritonclient|agno|pydantic_ai)\b/;

/** Attributes of modules that say where all requests go. */
const attributes: ReadonlySet<string> = new Set(["api_base", "base_url"]);

function judge(value: PythonValue | undefined): FindingDetails | undefined {
  const url = value?.string();
  if (url === undefined || !url.startsWith("http://")) return undefined;
  const host = hostOf(url);
  if (isLocalHost(host)) return undefined;
  const isPrivate = /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/.test(host);
  const message = `Prompts, answers and the key travel to \`${host}\` unencrypted`;
  return isPrivate ? { message, severity: "low" } : { message };
}

export const modelAskedOverHttp = defineCheck({
  meta: {
    id: "model-asked-over-http",
    code: "PV-CODE-528",
    title: "A model is asked over plain HTTP",
    asset: "python",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-319", "OWASP-LLM02:2026", "OWASP-LLM02:2025", "OWASP-LLM04:2026"],
    why: "Whoever stands in between reads what is asked, takes the key, and writes the answers that tools act upon.",
    mend: "Use https, or a tunnel that encrypts.",
    blind: "Addresses that come from configuration; a network that is closed to others.",
    since: "0.1.0",
    examples: {
      found: [
        {
          code: 'from openai import OpenAI\nclient = OpenAI(base_url="http://models.riverbank.io/v1", api_key=key)\n',
        },
      ],
      clean: [
        {
          code: 'from openai import OpenAI\nclient = OpenAI(base_url="http://localhost:11434/v1", api_key="-")\n',
        },
      ],
    },
  },
  wants: (file) => file.mentions("http://"),
  run: (view, report) => {
    for (const name of keywords) {
      for (const { call, value } of callsWith(view, name)) {
        if (!clients.test(call.name)) continue;
        const details = judge(value);
        if (details !== undefined) report(value, { extent: call, ...details });
      }
    }
    for (const call of view.calls("mlflow.set_tracking_uri", "mlflow.set_registry_uri")) {
      const details = judge(call.positional(0) ?? call.keyword("uri"));
      if (details !== undefined)
        report(call, { ...details, message: "Runs, models and logins travel unencrypted" });
    }
    for (const { call, value } of callsWith(view, "headers")) {
      const url = call.argument(call.method === "request" ? 1 : 0, "url");
      if (url === undefined || !/^(?:requests|httpx|aiohttp)\b/.test(call.name)) continue;
      if (
        !["Authorization", "authorization", "x-api-key", "X-API-Key", "api-key"].some((key) =>
          value.item(key),
        )
      )
        continue;
      const details = judge(url);
      if (details !== undefined) report(call, details);
    }
    for (const assign of view.facts.assigns) {
      const target = assign.kind === "Assign" ? assign.targets[0] : assign.target;
      if (target?.kind !== "Attribute" || !attributes.has(target.attr) || assign.value === null)
        continue;
      if (!clients.test(view.value(target.value).name())) continue;
      const details = judge(view.value(assign.value));
      if (details !== undefined) report(assign, details);
    }
  },
});
