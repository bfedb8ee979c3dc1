import type {
  AnswerStream,
  EventReading,
  ModelAnswer,
  ModelRequest,
  Refusal,
  RequestGiven,
  Surface,
  WireEvent,
} from "../../surface.ts";
import { asked, rootOf, type Rule, startWalk, written } from "../walk.ts";
import {
  bodyObject,
  choicesOf,
  echoesOf,
  flagOf,
  isProblem,
  modelRequest,
  outputLimit,
  walkRequest,
} from "../request.ts";
import {
  emptyReading,
  isBlock,
  isDone,
  readingOf,
  serverEvent,
  startStream,
  walkEvent,
} from "../stream.ts";
import { isObject, type JsonObject, listOf, numberOf, objectOf, textOf } from "../values.ts";
import { errorBody, modelOf, pathPattern, usageOf } from "./shared.ts";
import { chatAnswer, chatRequest } from "./chat-tables.ts";

const path = pathPattern("/chat/completions");

/** OpenAI chat completions, as OpenAI, Azure, vLLM, TGI, llama.cpp, Ollama and many others serve it. */
export const openaiChat: Surface = {
  name: "openai-chat",
  provider: "openai",
  matches: (method, given) => method === "POST" && path.test(given),
  framing: "sse",
  readRequest,
  readAnswer: (body, request) => readChatAnswer(body, { table: chatAnswer, request }),
  openStream: (request) =>
    openChatStream({ table: chatAnswer, object: "chat.completion.chunk", request }),
  errorBody,
};

function readRequest(given: RequestGiven): ModelRequest | { readonly problem: string } {
  const body = bodyObject(given.body);
  if (isProblem(body)) return body;
  const isStream = flagOf(body, "stream", false);
  if (isProblem(isStream)) return isStream;
  const choices = choicesOf(body, ["n"]);
  if (isProblem(choices)) return choices;
  if (!Array.isArray(body["messages"])) return { problem: '"messages" is no list' };
  const walk = walkRequest();
  chatRequest(rootOf(body), asked, walk);
  if (listOf(body, "modalities").includes("audio")) walk.unreadable.push("/modalities");
  const format = objectOf(objectOf(body, "response_format"), "json_schema");
  return modelRequest(walk, {
    surface: "openai-chat",
    model: modelOf(body, given.path),
    isStream,
    body,
    limit: outputLimit(body, { names: ["max_completion_tokens", "max_tokens"], choices }),
    addSystemText: (text) => addSystemText(body, text),
    wantsLogProbabilities: wantsLogProbabilities(body),
    answerSchema: format["schema"],
  });
}

/** True where any member asks for them, also those that vLLM adds. */
export function wantsLogProbabilities(body: JsonObject): boolean {
  return ["logprobs", "top_logprobs", "prompt_logprobs"].some((name) => {
    const value = body[name];
    return value !== undefined && value !== null && value !== false;
  });
}

/** Adds to the system prompt that is there, or begins one. */
export function addSystemText(body: JsonObject, text: string): void {
  const messages = body["messages"];
  if (!Array.isArray(messages)) return;
  const first: unknown = messages[0];
  const role = isObject(first) ? textOf(first, "role") : undefined;
  if (isObject(first) && (role === "system" || role === "developer")) {
    if (typeof first["content"] === "string") first["content"] = `${first["content"]}\n\n${text}`;
    else if (Array.isArray(first["content"])) first["content"].push({ type: "text", text });
    else first["content"] = text;
    return;
  }
  messages.unshift({ role: "system", content: text });
}

interface ChatGiven {
  readonly table: Rule;
  readonly request: ModelRequest | undefined;
}

/** An answer of chat or completions, which differ in where a choice keeps its text. */
export function readChatAnswer(body: unknown, given: ChatGiven): ModelAnswer {
  const walk = startWalk({ echoes: echoesOf(given.request) });
  given.table(rootOf(body), written, walk);
  return {
    body,
    slots: walk.leaves,
    references: walk.references,
    usage: isObject(body) ? usageOf(body) : undefined,
  };
}

/** What the chunks before told, for the one that ends a stream. */
interface Told {
  head: JsonObject;
  readonly choices: Set<number>;
}

/** A stream of chat or completions. */
export function openChatStream(given: ChatGiven & { readonly object: string }): AnswerStream {
  const memory = startStream(echoesOf(given.request));
  const told: Told = { head: {}, choices: new Set() };
  const read = (event: WireEvent): EventReading => {
    const { data } = event;
    if (data === undefined) return emptyReading(memory, isDone(event.raw));
    const walk = walkEvent(memory);
    given.table(rootOf(data), { ...written, isWhole: false }, walk);
    const body = isObject(data) ? data : {};
    return readingOf(memory, walk, { ends: finished(body, told), usage: usageOf(body) });
  };
  const refuse = (refusal: Refusal): string => refuseChat(refusal, { told, object: given.object });
  return { read, refuse };
}

/** Channels of the choices that a chunk finishes; keeps what the last chunk needs. */
function finished(body: JsonObject, told: Told): readonly string[] {
  const { id, created, model } = body;
  if (typeof id === "string") told.head = { id, created, model };
  const ends: string[] = [];
  for (const [position, choice] of listOf(body, "choices").entries()) {
    if (!isObject(choice)) continue;
    const index = numberOf(choice, "index") ?? position;
    told.choices.add(index);
    const reason = choice["finish_reason"];
    if (reason === undefined || reason === null || reason === "") continue;
    told.choices.delete(index);
    ends.push(`choices/${index}/`);
  }
  return ends;
}

/** A block finishes every open choice as a content filter does; a fault is an error, which clients throw. */
function refuseChat(
  refusal: Refusal,
  given: { readonly told: Told; readonly object: string },
): string {
  const { told, object } = given;
  const done = serverEvent("[DONE]");
  if (!isBlock(refusal)) return serverEvent(errorBody(refusal)) + done;
  const isChat = object === "chat.completion.chunk";
  const open = told.choices.size === 0 ? [0] : [...told.choices];
  const chunk = {
    id: "pavise",
    created: 0,
    model: "",
    ...told.head,
    object,
    choices: open.map((index) => ({
      index,
      ...(isChat ? { delta: { refusal: refusal.message } } : { text: "" }),
      logprobs: null,
      finish_reason: "content_filter",
    })),
  };
  return serverEvent(chunk) + done;
}
