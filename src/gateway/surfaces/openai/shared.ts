import type { Refusal, ToolDeclaration, Usage } from "../../surface.ts";
import { callArguments, callAt, emitNoArguments, toolOfCall } from "../calls.ts";
import { childOf, type Rule, type Scope, valueAt, type Walk } from "../walk.ts";
import { media, reference } from "../media.ts";
import { isObject, type JsonObject, numberOf, objectOf, textOf } from "../values.ts";
import { schema, toolSchema, toolText, toolUnknown } from "../schema.ts";
import { as, fields, opaque, plain, text, unknown } from "../rules.ts";

/** Prefixes under which OpenAI's API and its look-alikes are served; `/api` alone is Ollama's. */
const prefix = String.raw`(?:(?:/openai|/api|/compatible-mode|/v1beta/openai|/inference)?/v1|/openai|/v1beta/openai|/inference)?(?:/deployments/[^/]+)?`;

/** A pattern for a path of OpenAI's API under any of its prefixes. */
export function pathPattern(path: string): RegExp {
  return new RegExp(`^${prefix}${path}$`, "u");
}

/** The model of a request: from its body, or Azure's deployment in its path. */
export function modelOf(body: JsonObject, path: string): string {
  const deployment = /\/deployments\/([^/]+)\//u.exec(path)?.[1];
  if (deployment === undefined) return textOf(body, "model") ?? "";
  try {
    return decodeURIComponent(deployment);
  } catch {
    return deployment;
  }
}

const cacheControl = { prompt_cache_breakpoint: plain, cache_control: plain };

/** A part of a message's content; `detail`, `format` and the like are no text. */
export const contentPart: Rule = fields({
  type: plain,
  text,
  refusal: text,
  thinking: text,
  image_url: mediaObject("image"),
  video_url: mediaObject("video"),
  audio_url: mediaObject("audio"),
  input_audio: fields({ data: media("audio"), format: plain }),
  file: fields({ file_data: media("file"), file_id: reference("file"), filename: text }),
  ...cacheControl,
});

/** `{url, detail}`, or the URL itself as some servers take it. */
function mediaObject(kind: "image" | "video" | "audio"): Rule {
  const read = media(kind);
  const object = fields({ url: read, detail: plain });
  return (place, scope, walk) =>
    (typeof valueAt(place) === "string" ? read : object)(place, scope, walk);
}

const callFields = fields({
  index: plain,
  id: plain,
  type: plain,
  function: fields({ name: text, arguments: callArguments }),
  custom: fields({ name: text, input: callArguments }),
  extra_content: fields({ google: fields({ thought_signature: opaque }) }),
});

/** A call of a tool in a message or in a piece of one. */
export const toolCall: Rule = (place, scope, walk) => {
  const value = valueAt(place);
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) toolCall(childOf(place, index), scope, walk);
    return;
  }
  if (!isObject(value)) return unknown(place, scope, walk);
  const kind = isObject(value["custom"]) ? "custom" : "function";
  const inner = objectOf(value, kind);
  const { tool, call, channel } = callAt(value, { place, walk, name: inner, idKey: "id" });
  const at = { ...place, channel };
  const inScope = { ...scope, tool, call };
  callFields(at, inScope, walk);
  const key = kind === "custom" ? "input" : "arguments";
  if (isObject(value[kind]) && !Object.hasOwn(inner, key))
    emitNoArguments(childOf(at, kind), inScope, { walk, key });
};

const legacyFields = fields({ name: text, arguments: callArguments });

/** `function_call`, which `tool_calls` has replaced. */
export const functionCall: Rule = (place, scope, walk) => {
  const value = valueAt(place);
  if (!isObject(value)) return unknown(place, scope, walk);
  const { tool, channel } = callAt(value, { place, walk, name: value, idKey: "" });
  const at = { ...place, channel };
  legacyFields(at, { ...scope, tool }, walk);
  if (!Object.hasOwn(value, "arguments"))
    emitNoArguments(at, { ...scope, tool }, { walk, key: "arguments" });
};

const sources: Readonly<Record<string, Scope["source"]>> = {
  system: "system",
  developer: "system",
  assistant: "assistant",
  model: "assistant",
  tool: "tool",
  function: "tool",
};

/** The scope of a message of a request, by its role; a role that nobody knows is a user's. */
export function messageScope(
  message: JsonObject,
  scope: Scope,
  at: { readonly walk: Walk },
): Scope {
  const role = textOf(message, "role") ?? "user";
  const source = Object.hasOwn(sources, role) ? (sources[role] ?? "user") : "user";
  if (source !== "tool") return { ...scope, source };
  const call = textOf(message, "tool_call_id");
  const tool = toolOfCall(at.walk, call) ?? textOf(message, "name") ?? textOf(message, "tool_name");
  return { ...scope, source, kind: "tool-result", tool, call };
}

const functionFields = fields({
  name: toolText,
  description: toolText,
  parameters: toolSchema,
  output_schema: toolSchema,
  strict: plain,
});

/** A tool that a request declares, in `function`'s envelope or in none. */
export const declaredFunction: Rule = (place, scope, walk) => {
  const value = valueAt(place);
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++)
      declaredFunction(childOf(place, index), scope, walk);
    return;
  }
  if (!isObject(value)) return toolUnknown(place, scope, walk);
  walk.tools.push(declarationOf(value, false));
  const inScope = { ...scope, source: "system", kind: "tool-description" } as const;
  functionFields(place, { ...inScope, tool: textOf(value, "name") }, walk);
};

/** What a declaration says of its tool. */
export function declarationOf(tool: JsonObject, isHosted: boolean): ToolDeclaration {
  const parameters = tool["parameters"] ?? tool["input_schema"] ?? tool["inputSchema"];
  return {
    name: textOf(tool, "name") ?? textOf(tool, "type") ?? "",
    description: textOf(tool, "description") ?? "",
    ...(parameters === undefined || parameters === null ? {} : { parameters }),
    isHosted,
  };
}

const chatToolFields = fields({
  type: plain,
  function: declaredFunction,
  custom: declaredFunction,
  cache_control: plain,
});

/** A tool of chat completions; one of an unknown type is the provider's own. */
export const chatTool: Rule = (place, scope, walk) => {
  const value = valueAt(place);
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) chatTool(childOf(place, index), scope, walk);
    return;
  }
  if (!isObject(value)) return toolUnknown(place, scope, walk);
  if (isObject(value["function"]) || isObject(value["custom"]))
    return chatToolFields(place, scope, walk);
  walk.tools.push(declarationOf(value, textOf(value, "type") !== "function"));
  toolUnknown(place, { ...scope, source: "system", tool: textOf(value, "name") }, walk);
};

/** Settings of a request that the model is not shown. */
export const settings: Readonly<Record<string, Rule>> = {
  model: plain,
  user: plain,
  safety_identifier: plain,
  prompt_cache_key: plain,
  prompt_cache_options: plain,
  prompt_cache_retention: plain,
  service_tier: plain,
  stream_options: plain,
  moderation: plain,
  reasoning_effort: plain,
  verbosity: plain,
  metadata: unknown,
  stop: as({ source: "system" }, text),
};

/** `response_format` and what holds the same in responses. */
export const answerFormat: Rule = as(
  { source: "system" },
  fields({
    type: plain,
    name: text,
    description: text,
    schema,
    json_schema: fields({ name: text, description: text, schema, strict: plain }),
  }),
);

/** Tokens as chat and completions count them, and as responses do. */
export function usageOf(body: JsonObject): Usage | undefined {
  const usage = body["usage"];
  if (!isObject(usage)) return undefined;
  const inputTokens = numberOf(usage, "prompt_tokens") ?? numberOf(usage, "input_tokens");
  const outputTokens = numberOf(usage, "completion_tokens") ?? numberOf(usage, "output_tokens");
  if (inputTokens === undefined && outputTokens === undefined) return undefined;
  const cachedTokens =
    numberOf(objectOf(usage, "prompt_tokens_details"), "cached_tokens") ??
    numberOf(objectOf(usage, "input_tokens_details"), "cached_tokens");
  return {
    inputTokens: inputTokens ?? 0,
    outputTokens: outputTokens ?? 0,
    ...(cachedTokens === undefined ? {} : { cachedTokens }),
  };
}

const errorTypes: Readonly<Record<number, string>> = {
  401: "authentication_error",
  403: "permission_error",
  404: "not_found_error",
  429: "rate_limit_error",
};

/** The body of an error as OpenAI's clients read it. */
export function errorBody(refusal: Refusal): { readonly error: JsonObject } {
  const type =
    errorTypes[refusal.status] ??
    (refusal.status >= 500 ? "server_error" : "invalid_request_error");
  return { error: { message: refusal.message, type, param: null, code: refusal.code } };
}
