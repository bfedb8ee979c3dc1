import type { FindingDetails } from "../../core/index.ts";
import type { FunctionDef } from "../../formats/python/nodes.ts";
import type { Scope } from "../../formats/python/scopes.ts";
import type { PythonCall } from "../../formats/python/values.ts";
import type { PythonView } from "../../formats/python/view.ts";
import { defineCheck } from "../define.ts";
import { namesIn, splitWords, wordsOf } from "./words.ts";

const searches = [
  "similarity_search",
  "asimilarity_search",
  "similarity_search_with_score",
  "asimilarity_search_with_score",
  "similarity_search_with_relevance_scores",
  "similarity_search_by_vector",
  "max_marginal_relevance_search",
  "amax_marginal_relevance_search",
] as const;

/** Searches of clients, by the keywords that tell them from other methods of the name. */
const clients: ReadonlyMap<string, readonly string[]> = new Map([
  ["query", ["query_texts", "query_embeddings", "top_k", "vector"]],
  ["search", ["query_vector", "anns_field", "collection_name"]],
  ["query_points", ["query", "collection_name"]],
  ["near_text", ["query"]],
  ["near_vector", ["near_vector"]],
  ["hybrid", ["query"]],
]);

/** Keywords with which a query stays among the documents of one tenant. */
const limits =
  /^(?:filter|filters|where|where_document|namespace|partition|partition_names?|partition_key|query_filter|expr|pre_filter|tenant|search_kwargs|metadata_filter|kwargs|scope)$/;

/** Words of a name that says whose data it is. */
const owners: ReadonlySet<string> = new Set([
  "tenant",
  "organization",
  "organisation",
  "org",
  "workspace",
  "customer",
  "account",
  "user",
  "owner",
  "company",
]);

/** `tenant_id`, `userId`, `current_user`, but not `user_query`. */
function isOwner(name: string): boolean {
  const words = splitWords(name);
  if (!words.some((word) => owners.has(word))) return false;
  return (
    words.length === 1 ||
    /^(?:id|uid|uuid|name|key|slug|email|current|tenant)$/.test(words.at(-1)!) ||
    words[0] === "current"
  );
}

function functionOf(scope: Scope): FunctionDef | undefined {
  for (let current: Scope | null = scope; current !== null; current = current.parent)
    if (current.node.kind === "FunctionDef") return current.node;
  return undefined;
}

/** The parameter of the function around that says whose data is meant. */
function ownerAround(call: PythonCall): string | undefined {
  const around = functionOf(call.scope);
  if (around === undefined) return undefined;
  const { posonlyargs, args, kwonlyargs } = around.args;
  return [...posonlyargs, ...args, ...kwonlyargs].find(({ arg }) => isOwner(arg))?.arg;
}

/** Characters before a search in which the owner's name is sought. */
const maxBefore = 5_000;

/** True where what is searched, or the query itself, was chosen by that name. */
function knows(call: PythonCall, owner: string, view: PythonView): boolean {
  if (namesIn(call.node).includes(owner)) return true;
  const { func } = call.node;
  if (func.kind !== "Attribute") return true;
  const words = wordsOf(view.value(func.value));
  if (words.some((word) => owners.has(word))) return true;
  // A store that was opened for the tenant, or a filter that was made before.
  const around = functionOf(call.scope);
  if (around === undefined) return true;
  const start = around.body[0]?.start ?? around.start;
  const before = view.text.slice(Math.max(start, call.start - maxBefore), call.start);
  return new RegExp(`\\b${owner.replaceAll(/\W/g, "")}\\b`).test(before);
}

function judge(call: PythonCall, view: PythonView): FindingDetails | undefined {
  const owner = ownerAround(call);
  if (owner !== undefined && !knows(call, owner, view))
    return {
      message: `The search does not know about \`${owner}\`: it finds documents of all others too`,
    };
  const query = call.positional(0) ?? call.keyword("query_texts") ?? call.keyword("query");
  if (
    query !== undefined &&
    owner === undefined &&
    isOfRequest(query.node.start, query.node.end, view)
  )
    return {
      severity: "low",
      message: "Whoever sends the request searches the documents of everybody",
    };
  return owner === undefined ? quiet : undefined;
}

const quiet: FindingDetails = {
  severity: "low",
  confidence: "low",
  audience: "audit",
  message: "A vector store is searched as a whole: fit where all its readers may see all of it",
};

function isOfRequest(start: number, end: number, view: PythonView): boolean {
  return /\brequest\.(?:args|form|json|values|query_params|data|GET|POST|get_json)\b/.test(
    view.text.slice(start, Math.min(end, start + 500)),
  );
}

function isSearch(call: PythonCall): boolean {
  const wanted = clients.get(call.method);
  if (wanted === undefined) return true;
  const isNamed = /chromadb|pinecone|qdrant|pymilvus|weaviate|\bcollection\.|\bindex\./.test(
    call.name,
  );
  return isNamed && wanted.some((name) => call.keyword(name) !== undefined);
}

export const vectorQueryWithoutTenant = defineCheck({
  meta: {
    id: "vector-query-without-tenant",
    code: "PV-CODE-525",
    title: "A search in a vector store is not limited to whose data it is",
    asset: "python",
    severity: "medium",
    confidence: "medium",
    audience: "default",
    aliases: [],
    controls: [
      "CWE-639",
      "CWE-863",
      "OWASP-LLM09:2026",
      "OWASP-LLM08:2025",
      "OWASP-LLM02:2026",
      "ATLAS:AML.T0085.000",
    ],
    why: "What one customer asks is answered from the documents of another; a well-chosen question reads them one by one.",
    mend: "Pass the tenant as `filter`, `where` or `namespace` with every query, from the session and not from the question.",
    blind:
      "Row-level rules of the database; stores that are opened for one tenant in another file.",
    references: ["https://genai.owasp.org/llmrisk/llm082025-vector-and-embedding-weaknesses/"],
    since: "0.1.0",
    examples: {
      found: [
        {
          code: "from langchain_chroma import Chroma\nstore = Chroma('loans')\ndef answer(question, tenant_id):\n    return store.similarity_search(question, k=4)\n",
        },
      ],
      clean: [
        {
          code: "from langchain_chroma import Chroma\nstore = Chroma('loans')\ndef answer(question, tenant_id):\n    return store.similarity_search(question, k=4, filter={'tenant': tenant_id})\n",
        },
      ],
    },
  },
  run: (view, report) => {
    for (const call of view.methods(...searches, ...clients.keys())) {
      if (!isSearch(call) || call.hasUnknownArguments()) continue;
      if (
        call.node.keywords.some(
          ({ arg, value }) => arg !== null && limits.test(arg) && !isNone(value),
        )
      )
        continue;
      const details = judge(call, view);
      if (details !== undefined) report(call, details);
    }
  },
});

function isNone(value: { readonly kind: string; readonly value?: unknown }): boolean {
  return value.kind === "Constant" && value.value === null;
}
