import type { FindingDetails, Report } from "../../core/index.ts";
import type { Expression } from "../../formats/python/nodes.ts";
import type { PythonCall, PythonValue } from "../../formats/python/values.ts";
import type { JavaScriptView } from "../../formats/javascript/view.ts";
import { hostOf, isLocalHost } from "../support/addresses.ts";
import { defineCheck } from "../define.ts";
import { isTestPath, option, writesTo } from "./support.ts";

/** Options in which SDKs of model providers and vector stores take a key. */
const keys = [
  "apiKey",
  "api_key",
  "apiToken",
  "accessToken",
  "authToken",
  "token",
  "auth",
  "openAIApiKey",
  "azureOpenAIApiKey",
  "anthropicApiKey",
  "googleApiKey",
  "cohereApiKey",
  "huggingfaceHubApiKey",
  "secretKey",
  "secretAccessKey",
  "key",
] as const;

/** Packages of providers, by how their names begin. */
const packages =
  /^(?:openai|@openai\/|@anthropic-ai\/|@ai-sdk\/|@google\/(?:genai|generative-ai)|@mistralai\/|cohere-ai|replicate|groq-sdk|together-ai|@huggingface\/|@langchain\/|langchain|llamaindex|@llamaindex\/|@pinecone-database\/|@qdrant\/|weaviate|chromadb|@aws-sdk\/|@azure\/|@elevenlabs\/|elevenlabs|assemblyai|@deepgram\/|@fal-ai\/|langfuse|langsmith|@e2b\/|e2b|exa-js|tavily|@tavily\/|serpapi|firecrawl|@mendable\/|@upstash\/|voyageai|@portkey-ai\/|portkey-ai|@helicone\/|helicone|@perplexity|@cerebras\/|@fireworks|ai21|stability|@mem0ai\/|mem0ai|@zilliz\/|@supermemory|braintrust|@composio)/;

/** Constructors and functions that take the key itself as their first argument. */
const first =
  /^(?:@google\/generative-ai\.GoogleGenerativeAI|@huggingface\/inference(?:\.\w+)?|@mistralai\/mistralai|exa-js)$/;

/** What stands for a key where none is needed, or shows where one goes. */
const placeholder =
  /^(?:.{0,7}|no[-_ ].*|none|not[-_ ].*|empty|dummy.*|fake.*|test.*|mock.*|example.*|sample.*|ollama|lm[-_]?studio|local.*|placeholder.*|change.?me.*|insert.*|add[-_ ].*|enter[-_ ].*|your.*|my[-_ ].*|replace.*|todo.*|sk-(?:no|xxx|\.\.\.|your|test|fake|dummy|123|ant-xxx|ant-\.\.\.|proj-xxx|1234).*|<.*>|\{.*\}|\[.*\]|\$.*|x+|\*+|.*\.\.\.|.*x{5,}.*|.*_(?:api_)?key|.*-key-here|.*(?:placeholder|your[-_ ]|redacted|dummy|example).*)$/i;

function isKey(text: string | undefined): text is string {
  return text !== undefined && text.length <= 400 && !/\s/.test(text) && !placeholder.test(text);
}

/** The key that is written out: alone, or as what is taken where the environment has none. */
function writtenKey(
  value: PythonValue,
  view: JavaScriptView,
): { text: string; node: Expression } | undefined {
  const text = value.string();
  if (isKey(text)) return { text, node: value.node };
  const origin = value.origin();
  if (origin.kind !== "BoolOp") return undefined;
  for (const each of origin.values.slice(0, 4)) {
    const inner = each.kind === "Constant" ? view.value(each).string() : undefined;
    if (isKey(inner)) return { text: inner, node: each };
  }
  return undefined;
}

function isLocal(call: PythonCall): boolean {
  const url = option(call, "baseURL") ?? option(call, "baseUrl") ?? option(call, "url");
  const text = url?.string();
  return text !== undefined && isLocalHost(hostOf(text));
}

function detailsFor(view: JavaScriptView, text: string): FindingDetails {
  const base = { secret: text };
  return isTestPath(view.path)
    ? { ...base, severity: "low", confidence: "low", audience: "audit" }
    : base;
}

function reportCall(view: JavaScriptView, call: PythonCall, report: Report): void {
  if (isLocal(call)) return;
  for (const key of keys) {
    const value = option(call, key);
    const written = value === undefined ? undefined : writtenKey(value, view);
    if (written !== undefined)
      report(written.node, { ...detailsFor(view, written.text), extent: call });
  }
  if (!first.test(call.name)) return;
  const text = call.positional(0)?.string();
  if (isKey(text)) report(call, detailsFor(view, text));
}

export const sdkKeyInCode = defineCheck({
  meta: {
    id: "sdk-key-in-code",
    code: "PV-JS-004",
    title: "The key of a provider is written in the code",
    asset: "javascript",
    severity: "high",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: ["CWE-798", "OWASP-LLM02:2026", "OWASP-LLM02:2025", "OWASP-ASI03:2026"],
    why: "Everybody who can read the repository, or the bundle that is made of it, uses the key: at your cost, and for your data.",
    mend: "Read it from the environment or a secret store, and revoke the one that was written down.",
    blind:
      "What keys look like: they are found by where they are given. Keys in variables of another file.",
    since: "0.1.0",
    examples: {
      found: [
        {
          path: "a.ts",
          code: 'import OpenAI from "openai";\nconst client = new OpenAI({ apiKey: "gJ7c02LmQp55TzVb81" });\n',
        },
      ],
      clean: [
        {
          path: "a.ts",
          code: 'import OpenAI from "openai";\nconst client = new OpenAI({ apiKey: process.env.OPENAI_API_KEY });\n',
        },
      ],
    },
  },
  run: (view, report) => {
    if (!view.imports().some(({ name }) => packages.test(name))) return;
    for (const call of view.allCalls())
      if (packages.test(call.name)) reportCall(view, call, report);
    for (const { target, value, where } of writesTo(view, "apiKey")) {
      if (target.kind !== "Attribute" || !packages.test(view.value(target.value).name())) continue;
      const written = writtenKey(value, view);
      if (written !== undefined)
        report(written.node, { ...detailsFor(view, written.text), extent: where });
    }
  },
});
