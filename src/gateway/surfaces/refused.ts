/** A part of a provider's API that exists and that nothing here guards. */
export interface UnguardedPath {
  /** Its name in the configuration that lets it through: "openai-files". */
  readonly name: string;
  readonly path: RegExp;
  /** What would pass unread, in words for who is refused. */
  readonly why: string;
}

const openai = String.raw`^(?:/openai)?(?:/v1)?`;
const gemini = String.raw`^(?:/upload|/download)?/v\d\w{0,10}(?:/projects/[^/]+/locations/[^/]+)?`;

function unguarded(name: string, path: string, why: string): UnguardedPath {
  return { name, path: new RegExp(path, "u"), why };
}

/**
 * Everything of the providers' APIs that is not a surface. What matches none of these is refused as well, as unknown;
 * they have names so that a configuration can let them through one by one.
 */
export const unguardedPaths: readonly UnguardedPath[] = [
  unguarded("openai-files", `${openai}/(?:files|uploads)(?:/|$)`, "files that a model reads later"),
  unguarded(
    "openai-vector-stores",
    `${openai}/vector_stores(?:/|$)`,
    "files that a model reads later",
  ),
  unguarded(
    "openai-batches",
    `${openai}/batches(?:/|$)`,
    "requests in a file, answered in another",
  ),
  unguarded(
    "openai-fine-tuning",
    `${openai}/fine_tuning(?:/|$)`,
    "training data, and models made of it",
  ),
  unguarded(
    "openai-realtime",
    `${openai}/(?:realtime|live)(?:/|$)`,
    "speech and text over a socket",
  ),
  unguarded("openai-audio", `${openai}/audio(?:/|$)`, "speech"),
  unguarded("openai-images", `${openai}/images(?:/|$)`, "prompts for images, and images"),
  unguarded("openai-videos", `${openai}/videos(?:/|$)`, "prompts for videos, and videos"),
  unguarded(
    "openai-assistants",
    `${openai}/(?:assistants|threads)(?:/|$)`,
    "conversations that the provider keeps",
  ),
  unguarded(
    "openai-containers",
    `${openai}/containers(?:/|$)`,
    "machines in which a model runs code",
  ),
  unguarded("openai-evals", `${openai}/(?:evals|graders)(?:/|$)`, "prompts and answers in bulk"),
  unguarded("openai-chatkit", `${openai}/chatkit(?:/|$)`, "sessions of hosted agents"),
  unguarded("openai-skills", `${openai}/skills(?:/|$)`, "instructions that a model reads later"),
  unguarded("openai-moderations", `${openai}/moderations$`, "text for a classifier"),
  unguarded(
    "openai-stored-completions",
    `${openai}/chat/completions(?:/.+|$)`,
    "answers that were kept",
  ),
  unguarded(
    "openai-organization",
    `${openai}/(?:organization|projects|admin)(?:/|$)`,
    "keys and users",
  ),
  unguarded("openai-webhooks", `${openai}/webhooks?(?:/|$)`, "where results are sent"),
  unguarded(
    "anthropic-batches",
    String.raw`^(?:/anthropic)?/v1/messages/batches(?:/|$)`,
    "requests in bulk",
  ),
  unguarded(
    "anthropic-files",
    String.raw`^/anthropic/v1/files(?:/|$)`,
    "files that a model reads later",
  ),
  unguarded(
    "anthropic-complete",
    String.raw`^(?:/anthropic)?/v1/complete$`,
    "the protocol before messages",
  ),
  unguarded(
    "anthropic-agents",
    String.raw`^(?:/anthropic)?/v1/(?:agents|sessions|environments|memory_stores|deployments|dreams|vaults|tunnels)(?:/|$)`,
    "agents that the provider runs",
  ),
  unguarded(
    "anthropic-organization",
    String.raw`^(?:/anthropic)?/v1/organizations?(?:/|$)`,
    "keys and users",
  ),
  unguarded("gemini-files", `${gemini}/files(?:[/:]|$)`, "files that a model reads later"),
  unguarded("gemini-caches", `${gemini}/cachedContents(?:/|$)`, "context that a model reads later"),
  unguarded(
    "gemini-batches",
    `${gemini}/(?:batches|batchPredictionJobs)(?:[/:]|$)`,
    "requests in bulk",
  ),
  unguarded(
    "gemini-file-search",
    `${gemini}/(?:fileSearchStores|corpora|ragStores)(?:[/:]|$)`,
    "files that a model reads later",
  ),
  unguarded(
    "gemini-tuning",
    `${gemini}/(?:tuningJobs|tunedModels)(?:[/:]|$)`,
    "training data, and models made of it",
  ),
  unguarded(
    "gemini-interactions",
    `${gemini}/(?:interactions|agents)(?:[/:]|$)`,
    "conversations that the provider keeps",
  ),
  unguarded(
    "gemini-live",
    `(?:BidiGenerateContent|${gemini.slice(1)}/auth_tokens)`,
    "speech and text over a socket",
  ),
  unguarded(
    "gemini-media",
    `${gemini}/(?:publishers/[^/]+/)?models/[^/:]+:(?:predict|predictLongRunning|rawPredict|streamRawPredict|batchGenerateContent|asyncBatchEmbedContent|computeTokens)$`,
    "prompts in protocols of their own",
  ),
  unguarded(
    "ollama-models",
    "^/api/(?:create|pull|push|copy|delete|show|blobs)(?:/|$)",
    "models and their system prompts are changed",
  ),
  unguarded(
    "server-native",
    "^/(?:generate|generate_stream|completion|infill|tokenize|detokenize|apply-template|slots|props|rerank|score|pooling|classify|invocations|metrics|health|v1/(?:rerank|score|tokenize|messages/.+)|v2/rerank)(?:/|$)",
    "the servers' own protocols beside OpenAI's",
  ),
];

/** The part of an API that a path belongs to, where it is one that nothing guards. */
export function unguardedPath(path: string): UnguardedPath | undefined {
  return unguardedPaths.find((one) => one.path.test(path));
}
