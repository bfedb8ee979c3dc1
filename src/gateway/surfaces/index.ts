import type { Surface } from "../surface.ts";
import { anthropicMessages } from "./anthropic/messages.ts";
import { geminiCount, geminiEmbed, geminiGenerate } from "./gemini/surfaces.ts";
import { ollamaChat, ollamaEmbed, ollamaGenerate } from "./ollama/surfaces.ts";
import { openaiChat } from "./openai/chat.ts";
import { openaiCompletions } from "./openai/completions.ts";
import { openaiEmbeddings } from "./openai/embeddings.ts";
import { openaiConversations, openaiResponses, openaiStoredResponses } from "./openai/responses.ts";
import { reads } from "./reads.ts";

export { unguardedPath, unguardedPaths } from "./refused.ts";

/** Every protocol that is guarded, most used first. */
export const surfaces: readonly Surface[] = [
  openaiChat,
  anthropicMessages,
  openaiResponses,
  geminiGenerate,
  ollamaChat,
  ollamaGenerate,
  openaiCompletions,
  openaiEmbeddings,
  ollamaEmbed,
  geminiEmbed,
  geminiCount,
  openaiStoredResponses,
  openaiConversations,
  ...reads,
];

/** The protocol that a request speaks; undefined for what is refused unless a configuration lets it through. */
export function surfaceOf(method: string, path: string): Surface | undefined {
  return surfaces.find((surface) => surface.matches(method, path));
}
