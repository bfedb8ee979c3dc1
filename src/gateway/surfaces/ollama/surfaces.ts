import type {
  AnswerStream,
  EventReading,
  ModelAnswer,
  ModelRequest,
  Refusal,
  RequestGiven,
  Surface,
  Usage,
  WireEvent,
} from "../../surface.ts";
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
import { emptyReading, readingOf, startStream, walkEvent } from "../stream.ts";
import { isObject, type JsonObject, numberOf, objectOf, textOf } from "../values.ts";
import { plainOr } from "../rules.ts";
import { wantsLogProbabilities, addSystemText as addSystemMessage } from "../openai/chat.ts";
import { ollamaAnswer, ollamaRequest } from "./tables.ts";

/** Ollama's chat: lines of JSON, streamed unless it is told not to. */
export const ollamaChat = surface({ name: "ollama-chat", path: /^\/api\/chat$/u, kind: "chat" });
/** Ollama's completion of a prompt. */
export const ollamaGenerate = surface({
  name: "ollama-generate",
  path: /^\/api\/generate$/u,
  kind: "generate",
});
/** Ollama's vectors, by both of their names. */
export const ollamaEmbed = surface({
  name: "ollama-embed",
  path: /^\/api\/(?:embed|embeddings)$/u,
  kind: "embed",
});

interface OllamaKind {
  readonly name: string;
  readonly path: RegExp;
  readonly kind: "chat" | "generate" | "embed";
}

function surface(given: OllamaKind): Surface {
  return {
    name: given.name,
    provider: "ollama",
    matches: (method, path) => method === "POST" && given.path.test(path),
    framing: given.kind === "embed" ? "none" : "ndjson",
    readRequest: (request) => readRequest(request, given),
    readAnswer,
    openStream: () => openStream(given),
    errorBody: (refusal) => ({ error: refusal.message }),
  };
}

function readRequest(
  given: RequestGiven,
  of: OllamaKind,
): ModelRequest | { readonly problem: string } {
  const body = bodyObject(given.body);
  if (isProblem(body)) return body;
  const isStream = of.kind === "embed" ? false : flagOf(body, "stream", true);
  if (isProblem(isStream)) return isStream;
  const walk = walkRequest();
  ollamaRequest(rootOf(body), asked, walk);
  const options = objectOf(body, "options");
  const make = (): JsonObject => {
    if (isObject(body["options"])) return body["options"];
    const made: JsonObject = {};
    body["options"] = made;
    return made;
  };
  const { format } = body;
  return modelRequest(walk, {
    surface: of.name,
    model: textOf(body, "model") ?? "",
    isStream,
    body,
    limit:
      of.kind === "embed"
        ? noOutput
        : outputLimit(options, { names: ["num_predict"], choices: 1, make }),
    addSystemText: (text) => addSystemText(body, { text, kind: of.kind }),
    wantsLogProbabilities: wantsLogProbabilities(body),
    ...(isObject(format) ? { answerSchema: format } : {}),
  });
}

function addSystemText(
  body: JsonObject,
  given: { readonly text: string; readonly kind: OllamaKind["kind"] },
): void {
  if (given.kind === "chat") addSystemMessage(body, given.text);
  if (given.kind !== "generate") return;
  const { system } = body;
  body["system"] =
    typeof system === "string" && system !== "" ? `${system}\n\n${given.text}` : given.text;
}

function readAnswer(body: unknown): ModelAnswer {
  const walk = startWalk();
  ollamaAnswer(rootOf(body), written, walk);
  return {
    body,
    slots: walk.leaves,
    references: walk.references,
    usage: isObject(body) ? usageOf(body) : undefined,
  };
}

/** Counted in the last line only. */
function usageOf(body: JsonObject): Usage | undefined {
  const inputTokens = numberOf(body, "prompt_eval_count");
  const outputTokens = numberOf(body, "eval_count");
  if (inputTokens === undefined && outputTokens === undefined) return undefined;
  return { inputTokens: inputTokens ?? 0, outputTokens: outputTokens ?? 0 };
}

function openStream(of: OllamaKind): AnswerStream {
  const memory = startStream();
  const told = { model: "", lines: 0 };
  const read = (event: WireEvent): EventReading => {
    const { data } = event;
    if (data === undefined) return emptyReading(memory, false);
    const walk = walkEvent(memory);
    ollamaAnswer(rootOf(data), { ...written, isWhole: false }, walk);
    // Calls come whole and without a number: those of another line are others.
    told.lines += 1;
    for (const [index, leaf] of walk.leaves.entries())
      if (leaf.channel.startsWith("message/tool_calls/"))
        walk.leaves[index] = { ...leaf, channel: `${leaf.channel}@${told.lines}` };
    const body = isObject(data) ? data : {};
    told.model = plainOr(body["model"], told.model);
    const isLast = body["done"] === true || typeof body["error"] === "string";
    return readingOf(memory, walk, {
      ...(isLast ? { ends: [""] } : {}),
      usage: usageOf(body),
      isLast,
    });
  };
  return { read, refuse: (refusal) => lastLine(refusal, { model: told.model, kind: of.kind }) };
}

/** Clients of Ollama throw on a line that has an `error`. */
function lastLine(
  refusal: Refusal,
  given: { readonly model: string; readonly kind: OllamaKind["kind"] },
): string {
  const line = {
    model: given.model,
    created_at: new Date(0).toISOString(),
    ...(given.kind === "chat" ? { message: { role: "assistant", content: "" } } : { response: "" }),
    done: true,
    done_reason: refusal.code,
    error: refusal.message,
  };
  return `${JSON.stringify(line)}\n`;
}
