import type { ModelAnswer, ModelRequest, RequestGiven, Surface } from "../../surface.ts";
import { asked, rootOf, startWalk, written } from "../walk.ts";
import {
  bodyObject,
  flagOf,
  isProblem,
  modelRequest,
  noOutput,
  outputLimit,
  walkRequest,
} from "../request.ts";
import { isObject, type JsonObject, objectOf, textOf } from "../values.ts";
import { errorBody, usageOf } from "./shared.ts";
import { messagesRequest, writtenMessage } from "./tables.ts";
import { openMessageStream } from "./stream.ts";

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

function readRequest(given: RequestGiven): ModelRequest | { readonly problem: string } {
  const body = bodyObject(given.body);
  if (isProblem(body)) return body;
  const isStream = flagOf(body, "stream", false);
  if (isProblem(isStream)) return isStream;
  if (!Array.isArray(body["messages"])) return { problem: '"messages" is no list' };
  const isCount = path.exec(given.path)?.groups?.["count"] !== undefined;
  const walk = walkRequest();
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
  writtenMessage(rootOf(body), written, walk);
  return {
    body,
    slots: walk.leaves,
    references: walk.references,
    usage: isObject(body) ? usageOf(body) : undefined,
  };
}
