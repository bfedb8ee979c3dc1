import type { ModelAnswer, ModelRequest, Reference, RequestGiven, Surface } from "../../surface.ts";
import { asked, rootOf, type Rule, startWalk, written } from "../walk.ts";
import {
  bodyObject,
  echoesOf,
  flagOf,
  isProblem,
  modelRequest,
  noOutput,
  outputLimit,
  walkRequest,
} from "../request.ts";
import { isObject, type JsonObject, listOf, objectOf } from "../values.ts";
import { errorBody, modelOf, pathPattern, usageOf } from "./shared.ts";
import { openResponseStream } from "./response-stream.ts";
import { response, responseRequest, storedItems } from "./response-tables.ts";

const path = pathPattern("/responses(?:/compact|/input_tokens)?");
const storedPath = pathPattern("/responses/(?<id>[^/]+)(?:/cancel|/input_items)?");
const conversationPath = pathPattern("/conversations(?:/(?<id>[^/]+)(?:/items(?:/[^/]+)?)?)?");

/** OpenAI responses: made, compacted, counted. */
export const openaiResponses: Surface = {
  name: "openai-responses",
  provider: "openai",
  matches: (method, given) => method === "POST" && path.test(given),
  framing: "sse",
  readRequest,
  readAnswer: (body, request) => readAnswer(body, { table: response, request }),
  openStream: openResponseStream,
  errorBody,
};

/** Responses that the provider keeps: read again (also as a stream), cancelled, deleted, by who was given them. */
export const openaiStoredResponses: Surface = {
  name: "openai-stored-responses",
  provider: "openai",
  matches: (method, given) =>
    storedPath.test(given) &&
    !path.test(given) &&
    (method === "GET" || method === "DELETE" || (method === "POST" && given.endsWith("/cancel"))),
  framing: "sse",
  readRequest: (given) =>
    readStored(given, { surface: "openai-stored-responses", kind: "response" }),
  readAnswer: (body, request) =>
    readAnswer(body, { table: isList(body) ? storedItems : response, request }),
  openStream: openResponseStream,
  errorBody,
};

/** Conversations that the provider keeps, and their items. */
export const openaiConversations: Surface = {
  name: "openai-conversations",
  provider: "openai",
  matches: (method, given) =>
    conversationPath.test(given) && ["GET", "POST", "DELETE"].includes(method),
  framing: "none",
  readRequest: (given) =>
    readStored(given, { surface: "openai-conversations", kind: "conversation" }),
  readAnswer: (body, request) => {
    const answer = readAnswer(body, { table: storedItems, request });
    const id = isObject(body) && body["object"] === "conversation" ? body["id"] : undefined;
    return typeof id === "string"
      ? {
          ...answer,
          references: [...answer.references, { kind: "conversation", id, pointer: "/id" }],
        }
      : answer;
  },
  openStream: openResponseStream,
  errorBody,
};

function isList(body: unknown): boolean {
  return isObject(body) && body["object"] === "list";
}

function readRequest(given: RequestGiven): ModelRequest | { readonly problem: string } {
  const body = bodyObject(given.body);
  if (isProblem(body)) return body;
  const isStream = flagOf(body, "stream", false);
  if (isProblem(isStream)) return isStream;
  const walk = walkRequest();
  responseRequest(rootOf(body), asked, walk);
  return modelRequest(walk, {
    surface: "openai-responses",
    model: modelOf(body, given.path),
    isStream,
    body,
    limit: outputLimit(body, { names: ["max_output_tokens"], choices: 1 }),
    addSystemText: (text) => addSystemText(body, text),
    wantsLogProbabilities:
      listOf(body, "include").includes("message.output_text.logprobs") ||
      typeof body["top_logprobs"] === "number",
    answerSchema: objectOf(objectOf(body, "text"), "format")["schema"],
  });
}

/** An item of its own, since providers repeat `instructions` in every answer. */
function addSystemText(body: JsonObject, text: string): void {
  const { input } = body;
  const system = { type: "message", role: "system", content: text };
  if (Array.isArray(input)) input.unshift(system);
  else if (typeof input === "string")
    body["input"] = [system, { type: "message", role: "user", content: input }];
  else body["input"] = [system];
}

interface StoredGiven {
  readonly surface: string;
  readonly kind: Reference["kind"];
}

function readStored(
  given: RequestGiven,
  stored: StoredGiven,
): ModelRequest | { readonly problem: string } {
  const pattern = stored.kind === "response" ? storedPath : conversationPath;
  const id = pattern.exec(given.path)?.groups?.["id"];
  const walk = walkRequest();
  if (id !== undefined) walk.references.push({ kind: stored.kind, id, pointer: "" });
  if (given.body !== undefined) responseRequest(rootOf(given.body), asked, walk);
  return modelRequest(walk, {
    surface: stored.surface,
    model: "",
    isStream: given.query.get("stream") === "true",
    body: given.body,
    limit: noOutput,
  });
}

function readAnswer(
  body: unknown,
  given: { readonly table: Rule; readonly request: ModelRequest | undefined },
): ModelAnswer {
  const walk = startWalk({ echoes: echoesOf(given.request) });
  given.table(rootOf(body), written, walk);
  return {
    body,
    slots: walk.leaves,
    references: walk.references,
    usage: isObject(body) ? usageOf(body) : undefined,
  };
}
