import { hostOf, isLocalHost } from "../support/addresses.ts";
import { defineCheck } from "../define.ts";
import { isTestPath, option, writesTo } from "./support.ts";

const packages =
  /^(?:@(?:openai|anthropic-ai|ai-sdk|google|mistralai|huggingface|langchain|llamaindex|pinecone-database|qdrant|modelcontextprotocol)\/|(?:openai|ai|cohere-ai|replicate|groq-sdk|langchain|llamaindex|weaviate-client|weaviate-ts-client|chromadb|ollama|ollama-ai-provider|litellm|@azure\/openai)(?:[./(]|$))/;
const keys = [
  "baseURL",
  "baseUrl",
  "basePath",
  "endpoint",
  "host",
  "url",
  "apiUrl",
  "azureOpenAIEndpoint",
] as const;

function isPlain(text: string | undefined): boolean {
  return (
    text !== undefined &&
    /^http:\/\//i.test(text) &&
    !isLocalHost(hostOf(text)) &&
    !isPrivate(hostOf(text))
  );
}

/** An address of a network that is not routed, or one that stands for another. */
function isPrivate(host: string): boolean {
  return (
    /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|example\.)/.test(
      host,
    ) || /(?:^|\.)example\.(?:com|org|net)$/.test(host)
  );
}

export const modelEndpointPlainHttp = defineCheck({
  meta: {
    id: "model-endpoint-plain-http",
    code: "PV-JS-014",
    title: "Prompts and keys go to a model or a vector store without encryption",
    asset: "javascript",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-319", "OWASP-LLM02:2026", "OWASP-LLM02:2025", "OWASP-LLM04:2026"],
    why: "Anybody on the way reads the key, the prompts and the answers, and may change what the model says.",
    mend: "Use `https://`; for a server of your own put a proxy with a certificate in front.",
    blind: "Addresses that come from the environment; names inside a cluster are taken for local.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "a.ts",
          code: 'import OpenAI from "openai";\nconst client = new OpenAI({ baseURL: "http://llm.riverbank.io/v1" });\n',
        },
      ],
      clean: [
        {
          path: "a.ts",
          code: 'import OpenAI from "openai";\nconst client = new OpenAI({ baseURL: "http://localhost:11434/v1" });\n',
        },
      ],
    },
  },
  wants: (file) => file.mentions("http://"),
  run: (view, report) => {
    const details = isTestPath(view.path) ? ({ severity: "low", audience: "audit" } as const) : {};
    for (const call of view.allCalls()) {
      if (!packages.test(call.name)) continue;
      for (const key of keys) {
        const value = option(call, key);
        if (value !== undefined && isPlain(value.string()))
          report(value, { ...details, extent: call });
      }
    }
    // transformers.js takes its models from there.
    for (const { target, value, where } of writesTo(view, "remoteHost")) {
      const isTransformers =
        target.kind === "Attribute" &&
        /^@(?:huggingface|xenova)\/transformers/.test(view.value(target.value).name());
      if (isTransformers && isPlain(value.string()))
        report(where, { ...details, message: "Models are fetched without encryption" });
    }
  },
});
