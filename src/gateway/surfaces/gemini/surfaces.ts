import type { ModelAnswer, ModelRequest, RequestGiven, Surface } from "../../surface.ts";
import { asked, rootOf, startWalk, written } from "../walk.ts";
import {
  bodyObject,
  choicesOf,
  isProblem,
  modelRequest,
  noOutput,
  outputLimit,
  walkRequest,
} from "../request.ts";
import { isObject, type JsonObject } from "../values.ts";
import { geminiAnswer, geminiRequest } from "./tables.ts";
import { openStream } from "./stream.ts";
import { jsonSchema } from "./tools.ts";
import { errorBody, usageOf } from "./shared.ts";
import { eitherOf } from "./parts.ts";

const path =
  /^\/v\d\w{0,10}\/(?:projects\/[^/]+\/locations\/[^/]+\/)?(?:publishers\/[^/]+\/)?(?:models|tunedModels|endpoints)\/(?<model>[^/:]+):(?<action>[A-Za-z]+)$/u;

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
    openStream,
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
  const walk = walkRequest();
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
    // Google's server counts and embeds without one, and refuses a member that it does not know.
    ...(isGenerate ? { addSystemText: (text: string) => addSystemText(body, text) } : {}),
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
