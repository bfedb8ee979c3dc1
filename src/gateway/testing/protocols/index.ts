import { chat, completions, embeddings, legacyChat, responses, storedResponse } from "./openai.ts";
import {
  countTokens,
  gemini,
  geminiArray,
  geminiCount,
  geminiEmbed,
  messages,
  ollamaChat,
  ollamaEmbed,
  ollamaGenerate,
} from "./others.ts";
import type { ProtocolCase } from "./protocol-case.ts";

/** Every protocol that the gateway guards, in the order of its documentation. */
export const protocols: readonly ProtocolCase[] = [
  chat,
  legacyChat,
  responses,
  storedResponse,
  completions,
  embeddings,
  messages,
  countTokens,
  gemini,
  geminiArray,
  geminiCount,
  geminiEmbed,
  ollamaChat,
  ollamaGenerate,
  ollamaEmbed,
];
