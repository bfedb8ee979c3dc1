import type { PythonCall } from "../../formats/python/values.ts";
import { hostOf, isLocalHost } from "../support/addresses.ts";
import { defineCheck } from "../define.ts";

const clients = [
  "qdrant_client.QdrantClient",
  "qdrant_client.AsyncQdrantClient",
  "weaviate.Client",
  "weaviate.connect_to_custom",
  "pymilvus.MilvusClient",
  "pymilvus.connections.connect",
  "chromadb.HttpClient",
  "chromadb.AsyncHttpClient",
  "elasticsearch.Elasticsearch",
  "opensearchpy.OpenSearch",
] as const;

const keys =
  /^(?:api_key|auth_client_secret|auth_credentials|token|user|password|headers|http_auth|basic_auth|bearer_auth|settings|additional_headers)$/;

/** The address that a client is given, with its scheme where it has one. */
function addressOf(call: PythonCall): string | undefined {
  for (const name of ["url", "uri", "hosts", "host", "http_host", "location"]) {
    const value = call.keyword(name);
    if (value !== undefined) return value.string() ?? value.elements()?.[0]?.string();
  }
  const first = call.positional(0);
  return first?.string() ?? first?.elements()?.[0]?.string();
}

export const vectorStorePlainHttp = defineCheck({
  meta: {
    id: "vector-store-plain-http",
    code: "PV-CODE-607",
    title: "A vector store is used over plain HTTP",
    asset: "python",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-319",
      "CWE-306",
      "OWASP-LLM09:2026",
      "OWASP-LLM08:2025",
      "OWASP-LLM05:2026",
      "ATLAS:AML.T0070",
      "ATLAS:AML.T0085.000",
    ],
    why: "Whoever stands in between reads the documents, and changes what the model is told about them.",
    mend: "Use https and an API key.",
    blind: "Addresses that come from configuration; a network that is closed to others.",
    since: "0.1.0",
    examples: {
      found: [
        {
          code: 'from qdrant_client import QdrantClient\nclient = QdrantClient(url="http://vectors.riverbank.io:6333")\n',
        },
      ],
      clean: [
        {
          code: 'from qdrant_client import QdrantClient\nclient = QdrantClient(url="https://vectors.riverbank.io", api_key=key)\n',
        },
        {
          code: 'from qdrant_client import QdrantClient\nclient = QdrantClient(url="http://localhost:6333")\n',
        },
      ],
    },
  },
  run: ({ calls }, report) => {
    for (const call of calls(...clients)) {
      const address = addressOf(call);
      if (address === undefined || address.startsWith("https:")) continue;
      const isHttp = address.startsWith("http:");
      const isWeaviate = call.keyword("http_secure")?.is(false) === true;
      const isChroma =
        isWeaviate || (call.name.startsWith("chromadb.") && call.keyword("ssl")?.is(true) !== true);
      if (!isHttp && !isChroma) continue;
      if (isLocalHost(isHttp ? hostOf(address) : address)) continue;
      const hasKey = call.node.keywords.some(({ arg }) => arg !== null && keys.test(arg));
      const what = hasKey
        ? "The key and the documents travel unencrypted"
        : "Neither a key nor encryption protects the documents";
      report(call, { message: what, ...(hasKey ? {} : { confidence: "high" }) });
    }
  },
});
