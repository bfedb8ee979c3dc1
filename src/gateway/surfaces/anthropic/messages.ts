import type {
  ModelAnswer,
  ModelRequest,
  Refusal,
  RequestGiven,
  Surface,
  Usage,
} from "../../surface.ts";
import { bodyObject, flagOf, isProblem, modelRequest, noOutput, outputLimit } from "../request.ts";
import {
  isObject,
  type JsonObject,
  numberOf,
  objectOf,
  rootOf,
  type Scope,
  startWalk,
  textOf,
} from "../walk.ts";
import { openMessageStream } from "./stream.ts";
import { messagesRequest, writtenMessage } from "./tables.ts";

const path = /^(?:\/anthropic)?(?:\/v1)?\/messages(?<count>\/count_tokens)?$/u;

/** Anthropic's messages, and the counting of their tokens. */
export const anthropicMessages: Surface = {
  name: "anthropic-messages",
  provider: "anthropic",
  matches: (method, given) => method === "POST" && path.test(given),
  framing: "sse",
  readRequest,
  readAnswer,
  openStream: openMessageStream,
  errorBody,
};

const asked: Scope = { source: "user", kind: "text", isWhole: true };

function readRequest(given: RequestGiven): ModelRequest | { readonly problem: string } {
  const body = bodyObject(given.body);
  if (isProblem(body)) return body;
  const isStream = flagOf(body, "stream", false);
  if (isProblem(isStream)) return isStream;
  if (!Array.isArray(body["messages"])) return { problem: '"messages" is no list' };
  const isCount = path.exec(given.path)?.groups?.["count"] !== undefined;
  const walk = startWalk();
  messagesRequest(rootOf(body), asked, walk);
  const format = objectOf(objectOf(body, "output_config"), "format");
  return modelRequest(walk, {
    surface: "anthropic-messages",
    model: textOf(body, "model") ?? "",
    isStream,
    body,
    limit: isCount ? noOutput : outputLimit(body, { names: ["max_tokens"], choices: 1 }),
    addSystemText: (text) => addSystemText(body, text),
    answerSchema: format["schema"] ?? objectOf(body, "output_format")["schema"],
  });
}

function addSystemText(body: JsonObject, text: string): void {
  const { system } = body;
  if (Array.isArray(system)) system.push({ type: "text", text });
  else body["system"] = typeof system === "string" && system !== "" ? `${system}\n\n${text}` : text;
}

function readAnswer(body: unknown): ModelAnswer {
  const walk = startWalk();
  writtenMessage(rootOf(body), { source: "assistant", kind: "text", isWhole: true }, walk);
  return {
    body,
    slots: walk.leaves,
    references: walk.references,
    usage: isObject(body) ? usageOf(body) : undefined,
  };
}

/** Tokens of a message; a provider counts what its cache gave beside the rest. */
export function usageOf(message: JsonObject): Usage | undefined {
  const { usage } = message;
  if (!isObject(usage)) return undefined;
  const cached = numberOf(usage, "cache_read_input_tokens");
  const fresh = numberOf(usage, "input_tokens") ?? 0;
  const kept = numberOf(usage, "cache_creation_input_tokens") ?? 0;
  return {
    inputTokens: fresh + kept + (cached ?? 0),
    outputTokens: numberOf(usage, "output_tokens") ?? 0,
    ...(cached === undefined ? {} : { cachedTokens: cached }),
  };
}

const errorTypes: Readonly<Record<number, string>> = {
  401: "authentication_error",
  402: "billing_error",
  403: "permission_error",
  404: "not_found_error",
  413: "request_too_large",
  429: "rate_limit_error",
  503: "overloaded_error",
  504: "timeout_error",
  529: "overloaded_error",
};

/** The body of an error as Anthropic's clients read it; also the data of an `error` event. */
export function errorBody(refusal: Refusal): unknown {
  const type =
    errorTypes[refusal.status] ?? (refusal.status >= 500 ? "api_error" : "invalid_request_error");
  return { type: "error", error: { type, message: refusal.message, code: refusal.code } };
}
