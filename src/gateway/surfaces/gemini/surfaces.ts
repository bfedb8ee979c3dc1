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
import {
  bodyObject,
  choicesOf,
  isProblem,
  modelRequest,
  noOutput,
  outputLimit,
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
import {
  isObject,
  type JsonObject,
  listOf,
  numberOf,
  plainOr,
  rootOf,
  type Scope,
  startWalk,
} from "../walk.ts";
import { eitherOf, geminiAnswer, geminiRequest, jsonSchema } from "./tables.ts";

const path =
  /^\/v\d\w{0,10}\/(?:projects\/[^/]+\/locations\/[^/]+\/)?(?:publishers\/[^/]+\/)?(?:models|tunedModels|endpoints)\/(?<model>[^/:]+):(?<action>[A-Za-z]+)$/u;

const asked: Scope = { source: "user", kind: "text", isWhole: true };
const written: Scope = { source: "assistant", kind: "text", isWhole: true };

/** Gemini's answers, at once or as a stream of events or of an array's elements. */
export const geminiGenerate = surface("gemini-generate", [
  "generateContent",
  "streamGenerateContent",
]);
/** The counting of tokens. */
export const geminiCount = surface("gemini-count", ["countTokens"]);
/** Gemini's vectors, one or many at once. */
export const geminiEmbed = surface("gemini-embed", ["embedContent", "batchEmbedContents"]);

function surface(name: string, actions: readonly string[]): Surface {
  return {
    name,
    provider: "gemini",
    matches: (method, given) =>
      method === "POST" && actions.includes(path.exec(given)?.groups?.["action"] ?? ""),
    framing: name === "gemini-generate" ? "sse" : "none",
    readRequest: (given) => readRequest(given, name),
    readAnswer,
    openStream: (request) => openStream(request),
    errorBody,
  };
}

function modelIn(given: string): string {
  const model = path.exec(given)?.groups?.["model"] ?? "";
  try {
    return decodeURIComponent(model);
  } catch {
    return model;
  }
}

/** How the answer is written: `alt`, which Google's servers also know as `$alt`. */
function framingOf(query: URLSearchParams): "sse" | "json-array" | { readonly problem: string } {
  const wanted = [...query.getAll("alt"), ...query.getAll("$alt")];
  if (wanted.length === 0 || (wanted.length === 1 && wanted[0] === "json")) return "json-array";
  return wanted.length === 1 && wanted[0] === "sse"
    ? "sse"
    : { problem: '"alt" is neither "sse" nor "json"' };
}

function readRequest(
  given: RequestGiven,
  name: string,
): ModelRequest | { readonly problem: string } {
  const body = bodyObject(given.body);
  if (isProblem(body)) return body;
  const framing = framingOf(given.query);
  if (isProblem(framing)) return framing;
  const twice = spelledTwice(body) ?? spelledTwice(configOf(body));
  if (twice !== undefined) return { problem: `${JSON.stringify(twice)} is there in two spellings` };
  const walk = startWalk();
  geminiRequest(rootOf(body), asked, walk);
  const config = configOf(body);
  if (streamsArguments(body))
    return {
      problem:
        "arguments of calls cannot be judged in parts: leave streamFunctionCallArguments out",
    };
  const choices = choicesOf(config, ["candidateCount", "candidate_count"]);
  if (isProblem(choices)) return choices;
  const modalities = eitherOf(config, "responseModalities", "response_modalities");
  if (Array.isArray(modalities) && modalities.includes("AUDIO"))
    walk.unreadable.push("/generationConfig/responseModalities");
  const isGenerate = name === "gemini-generate";
  const isStream = path.exec(given.path)?.groups?.["action"] === "streamGenerateContent";
  return modelRequest(walk, {
    surface: name,
    model: modelIn(given.path),
    isStream,
    ...(isStream ? { framing } : {}),
    body,
    limit: isGenerate
      ? outputLimit(config, {
          names: ["maxOutputTokens", "max_output_tokens"],
          choices,
          make: () => makeConfig(body),
        })
      : noOutput,
    addSystemText: (text) => addSystemText(body, text),
    wantsLogProbabilities:
      (eitherOf(config, "responseLogprobs", "response_logprobs") ?? false) !== false,
    answerSchema: answerSchema(config),
  });
}

function configOf(body: JsonObject): JsonObject {
  const config = eitherOf(body, "generationConfig", "generation_config");
  return isObject(config) ? config : {};
}

function makeConfig(body: JsonObject): JsonObject {
  const config = eitherOf(body, "generationConfig", "generation_config");
  if (isObject(config)) return config;
  const made: JsonObject = {};
  body["generationConfig"] = made;
  return made;
}

/** A member that is there as `maxTokens` and as `max_tokens`; which one counts is the server's secret. */
function spelledTwice(object: JsonObject): string | undefined {
  return Object.keys(object).find((key) => {
    const snake = key.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
    return snake !== key && Object.hasOwn(object, snake);
  });
}

function streamsArguments(body: JsonObject): boolean {
  const config = eitherOf(body, "toolConfig", "tool_config");
  if (!isObject(config)) return false;
  const calling = eitherOf(config, "functionCallingConfig", "function_calling_config");
  if (!isObject(calling)) return false;
  const wanted = eitherOf(calling, "streamFunctionCallArguments", "stream_function_call_arguments");
  return wanted !== undefined && wanted !== false && wanted !== null;
}

function answerSchema(config: JsonObject): unknown {
  const own = eitherOf(config, "responseSchema", "response_schema");
  return (
    eitherOf(config, "responseJsonSchema", "response_json_schema") ??
    (own === undefined || own === null ? undefined : jsonSchema(own))
  );
}

function addSystemText(body: JsonObject, text: string): void {
  const system = eitherOf(body, "systemInstruction", "system_instruction");
  if (!isObject(system)) body["systemInstruction"] = { parts: [{ text }] };
  else if (Array.isArray(system["parts"])) system["parts"].push({ text });
  else if (isObject(system["parts"])) system["parts"] = [system["parts"], { text }];
  else system["parts"] = [{ text }];
}

function readAnswer(body: unknown): ModelAnswer {
  const walk = startWalk();
  geminiAnswer(rootOf(body), written, walk);
  return {
    body,
    slots: walk.leaves,
    references: walk.references,
    usage: isObject(body) ? usageOf(body) : undefined,
  };
}

/** Tokens; those that the model thought count as written. */
function usageOf(body: JsonObject): Usage | undefined {
  const usage = eitherOf(body, "usageMetadata", "usage_metadata");
  if (!isObject(usage)) {
    const total = numberOf(body, "totalTokens");
    return total === undefined ? undefined : { inputTokens: total, outputTokens: 0 };
  }
  const count = (name: string): number => numberOf(usage, name) ?? 0;
  const cachedTokens = numberOf(usage, "cachedContentTokenCount");
  return {
    inputTokens: count("promptTokenCount") + count("toolUsePromptTokenCount"),
    outputTokens: count("candidatesTokenCount") + count("thoughtsTokenCount"),
    ...(cachedTokens === undefined ? {} : { cachedTokens }),
  };
}

/** What the events before told, for the one that ends a stream. */
interface Told {
  model: string;
  id: string;
  readonly open: Set<number>;
}

function openStream(request: ModelRequest | undefined): AnswerStream {
  const memory = startStream();
  const told: Told = { model: "", id: "", open: new Set() };
  const read = (event: WireEvent): EventReading => {
    const { data } = event;
    if (data === undefined) return emptyReading(memory, isDone(event.raw));
    const walk = walkEvent(memory);
    geminiAnswer(rootOf(data), { ...written, isWhole: false }, walk);
    const body = isObject(data) ? data : {};
    const isLast = isObject(body["error"]);
    const ends = finished(body, told);
    return readingOf(memory, walk, { ends: isLast ? [""] : ends, usage: usageOf(body), isLast });
  };
  const isArray = request?.framing === "json-array";
  const refuse = (refusal: Refusal): string => {
    const last = lastEvent(refusal, told);
    return isArray ? JSON.stringify(last) : serverEvent(last);
  };
  return { read, refuse };
}

function finished(body: JsonObject, told: Told): readonly string[] {
  told.model = plainOr(body["modelVersion"], told.model);
  told.id = plainOr(body["responseId"], told.id);
  const ends: string[] = [];
  for (const [position, candidate] of listOf(body, "candidates").entries()) {
    if (!isObject(candidate)) continue;
    const index = numberOf(candidate, "index") ?? position;
    const reason = eitherOf(candidate, "finishReason", "finish_reason");
    if (reason === undefined || reason === null || reason === "") told.open.add(index);
    else {
      told.open.delete(index);
      ends.push(`candidates/${index}`);
    }
  }
  return ends;
}

/** A block finishes every open candidate as the provider's own safety does; a fault is an error. */
function lastEvent(refusal: Refusal, told: Told): unknown {
  if (!isBlock(refusal)) return errorBody(refusal);
  const open = told.open.size === 0 ? [0] : [...told.open];
  return {
    candidates: open.map((index) => ({
      index,
      finishReason: "SAFETY",
      finishMessage: refusal.message,
    })),
    modelVersion: told.model,
    responseId: told.id,
  };
}

const statuses: Readonly<Record<number, string>> = {
  400: "INVALID_ARGUMENT",
  401: "UNAUTHENTICATED",
  403: "PERMISSION_DENIED",
  404: "NOT_FOUND",
  429: "RESOURCE_EXHAUSTED",
  503: "UNAVAILABLE",
  504: "DEADLINE_EXCEEDED",
};

/** The body of an error as Google's clients read it. */
function errorBody(refusal: Refusal): unknown {
  const status =
    statuses[refusal.status] ?? (refusal.status >= 500 ? "INTERNAL" : "INVALID_ARGUMENT");
  return {
    error: {
      code: refusal.status,
      message: refusal.message,
      status,
      details: [
        {
          "@type": "type.googleapis.com/google.rpc.ErrorInfo",
          reason: refusal.code,
          domain: "pavise",
        },
      ],
    },
  };
}
