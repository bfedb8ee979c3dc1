import type { Attachment } from "../../surface.ts";
import { callArguments, callAt, emitNoArguments, toolResult } from "../calls.ts";
import { media, reference } from "../media.ts";
import { logProbabilities } from "../openai/logprobs.ts";
import { schema, toolSchema, toolText, toolUnknown } from "../schema.ts";
import {
  as,
  childOf,
  emit,
  fields,
  isObject,
  type JsonObject,
  opaque,
  type Place,
  plain,
  type Rule,
  type Scope,
  scoped,
  text,
  textOf,
  unknown,
  valueAt,
  type Walk,
} from "../walk.ts";

const isCamel = { isCamel: true } as const;

/** A string member under its name in either spelling. */
export function eitherOf(object: JsonObject, camel: string, snake: string): unknown {
  return object[camel] ?? object[snake];
}

function mediaKind(object: JsonObject): Attachment["kind"] {
  const mimeType = eitherOf(object, "mimeType", "mime_type");
  const type = typeof mimeType === "string" ? mimeType.split("/")[0] : undefined;
  return type === "image" || type === "audio" || type === "video" ? type : "file";
}

const bytes: Rule = (place, scope, walk) =>
  media(mediaKind(place.holder as JsonObject))(place, scope, walk);

/** A file that was uploaded belongs to who did; any other URI is one that the provider fetches. */
const fileUri: Rule = (place, scope, walk) => {
  const uri = valueAt(place);
  if (typeof uri !== "string") return unknown(place, scope, walk);
  const name = /(?:^|\/)(files\/[\w-]{1,64})$/u.exec(uri)?.[1];
  const kind = mediaKind(place.holder as JsonObject);
  walk.attachments.push({ pointer: place.pointer, kind, bytes: 0, url: uri });
  if (name === undefined) emit(place, scope, walk);
  else walk.references.push({ kind: "file", id: name, pointer: place.pointer });
};

const blob = fields({ mimeType: plain, data: bytes, displayName: text }, isCamel);
const file = fields({ mimeType: plain, fileUri, displayName: text }, isCamel);

const callFields = fields(
  { id: plain, name: text, args: callArguments, partialArgs: callArguments },
  isCamel,
);

/** A call comes whole, but on Vertex where its arguments are asked for in parts: those are never judged as whole. */
const functionCall: Rule = (place, scope, walk) => {
  const value = valueAt(place);
  if (!isObject(value)) return unknown(place, scope, walk);
  const { tool, call } = callAt(value, { place, walk, name: value, idKey: "id" });
  const isPart = eitherOf(value, "partialArgs", "partial_args") !== undefined;
  const inScope = { ...scope, tool, call, isWhole: !isPart };
  callFields(place, inScope, walk);
  if (!isPart && !Object.hasOwn(value, "args"))
    emitNoArguments(place, inScope, { walk, key: "args" });
};

const responseFields = fields(
  {
    id: plain,
    name: text,
    response: toolResult,
    scheduling: plain,
    parts: fields({ inlineData: blob, fileData: file }, isCamel),
  },
  isCamel,
);

const functionResponse: Rule = scoped(
  (object, scope) => ({
    ...scope,
    source: "tool",
    kind: "tool-result",
    tool: textOf(object, "name"),
    call: textOf(object, "id"),
  }),
  responseFields,
);

const partFields = fields(
  {
    text,
    thoughtSignature: opaque,
    inlineData: blob,
    fileData: file,
    functionCall: (place, scope, walk) => functionCall(callPlace(place, scope, walk), scope, walk),
    functionResponse,
    executableCode: fields({ id: plain, language: plain, code: text }, isCamel),
    codeExecutionResult: as(
      { source: "tool", kind: "tool-result" },
      fields({ id: plain, outcome: plain, output: text }, isCamel),
    ),
    toolResponse: as({ source: "tool", kind: "tool-result" }, unknown),
    videoMetadata: plain,
    mediaResolution: plain,
  },
  isCamel,
);

/** In a stream the parts are numbered anew in each event: each call has a channel of its own, text has one. */
function callPlace(place: Place, scope: Scope, walk: Walk): Place {
  if (scope.target === undefined) return place;
  const counter = `${scope.target}#calls`;
  const number = Number(walk.calls.get(counter)?.call ?? 0);
  const value = valueAt(place);
  const continues = isObject(value) && eitherOf(value, "willContinue", "will_continue") === true;
  if (!continues) walk.calls.set(counter, { tool: undefined, call: String(number + 1) });
  return { ...place, channel: `${scope.target}/calls/${number}` };
}

const part: Rule = (place, scope, walk) => {
  const value = valueAt(place);
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) part(childOf(place, index), scope, walk);
    return;
  }
  if (scope.target === undefined || !isObject(value)) return partFields(place, scope, walk);
  const channel = value["thought"] === true ? `${scope.target}/thought` : scope.target;
  partFields({ ...place, channel }, scope, walk);
};

const roles: Readonly<Record<string, Scope["source"]>> = {
  model: "assistant",
  function: "tool",
  system: "system",
};

/** Turns of a conversation. */
const content: Rule = scoped(
  (object, scope) => {
    const role = textOf(object, "role") ?? "";
    return {
      ...scope,
      source: Object.hasOwn(roles, role) ? (roles[role] ?? "user") : scope.source,
    };
  },
  fields({ role: plain, parts: part }, isCamel),
);

/** Log probabilities: the tokens that were chosen, and the likeliest of each position. */
const logprobs = logProbabilities((value) => {
  const chosen = eitherOf(value, "chosenCandidates", "chosen_candidates");
  const top = eitherOf(value, "topCandidates", "top_candidates");
  const ways: string[][] = [[]];
  for (const one of Array.isArray(chosen) ? chosen : []) addToken(ways, 0, one);
  for (const position of Array.isArray(top) ? top : []) {
    const others = isObject(position) ? position["candidates"] : undefined;
    for (const [rank, other] of (Array.isArray(others) ? others : []).entries())
      addToken(ways, rank + 1, other);
  }
  return ways;
});

function addToken(ways: string[][], way: number, candidate: unknown): void {
  const token = isObject(candidate) ? candidate["token"] : undefined;
  if (typeof token !== "string") return;
  while (ways.length <= way) ways.push([]);
  ways[way]?.push(token);
}

const whole = { isWhole: true } as const;

const candidate: Rule = scoped(
  (object, scope, { place }) => ({
    ...scope,
    target: place.channel,
    afterReplace: () => {
      for (const name of ["logprobsResult", "logprobs_result"])
        Reflect.deleteProperty(object, name);
    },
  }),
  fields(
    {
      index: plain,
      content: fields({ role: plain, parts: part }, isCamel),
      finishReason: plain,
      finishMessage: as(whole, text),
      safetyRatings: plain,
      citationMetadata: as(whole, unknown),
      groundingMetadata: as(
        whole,
        fields(
          { searchEntryPoint: fields({ renderedContent: text, sdkBlob: opaque }, isCamel) },
          isCamel,
        ),
      ),
      urlContextMetadata: as(whole, unknown),
      logprobsResult: logprobs,
      continuationToken: opaque,
    },
    isCamel,
  ),
);

/** An answer, or an event of one. */
export const geminiAnswer: Rule = fields(
  {
    candidates: candidate,
    promptFeedback: fields(
      { blockReason: plain, blockReasonMessage: as(whole, text), safetyRatings: plain },
      isCamel,
    ),
    usageMetadata: plain,
    modelVersion: plain,
    modelStatus: as(whole, plain),
    responseId: plain,
    createTime: plain,
    error: as(whole, unknown),
    embedding: fields({ values: opaque }),
    embeddings: fields({ values: opaque }),
  },
  isCamel,
);

const declarationFields = fields(
  {
    name: toolText,
    description: toolText,
    parameters: toolSchema,
    parametersJsonSchema: toolSchema,
    response: toolSchema,
    responseJsonSchema: toolSchema,
    behavior: plain,
  },
  isCamel,
);

const declaration: Rule = (place, scope, walk) => {
  const value = valueAt(place);
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++)
      declaration(childOf(place, index), scope, walk);
    return;
  }
  if (!isObject(value)) return toolUnknown(place, scope, walk);
  const parameters =
    eitherOf(value, "parametersJsonSchema", "parameters_json_schema") ?? value["parameters"];
  walk.tools.push({
    name: textOf(value, "name") ?? "",
    description: textOf(value, "description") ?? "",
    ...(parameters === undefined || parameters === null
      ? {}
      : { parameters: jsonSchema(parameters) }),
    isHosted: false,
  });
  declarationFields(place, { ...scope, tool: textOf(value, "name") }, walk);
};

const toolFields = fields(
  {
    functionDeclarations: declaration,
    mcpServers: fields(
      { name: text, streamableHttpTransport: fields({ url: plain, headers: opaque }, isCamel) },
      isCamel,
    ),
    fileSearch: fields({ fileSearchStoreNames: reference("file") }, isCamel),
  },
  isCamel,
);

/** A tool: declared functions, or one of the provider's by its name. */
const tool: Rule = (place, scope, walk) => {
  const value = valueAt(place);
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) tool(childOf(place, index), scope, walk);
    return;
  }
  const inScope = { ...scope, source: "system", kind: "tool-description" } as const;
  if (isObject(value))
    for (const name of Object.keys(value))
      if (name !== "functionDeclarations" && name !== "function_declarations")
        walk.tools.push({ name, description: "", isHosted: true });
  toolFields(place, inScope, walk);
};

/** Gemini's own schemas write types in capitals; as JSON Schema they are small. */
export function jsonSchema(value: unknown, depth = 0): unknown {
  if (depth > 64) return {};
  if (Array.isArray(value)) return value.map((item) => jsonSchema(item, depth + 1));
  if (!isObject(value)) return value;
  const made: JsonObject = {};
  for (const [key, member] of Object.entries(value)) {
    const isType = key === "type" && typeof member === "string";
    const written = isType ? member.toLowerCase() : jsonSchema(member, depth + 1);
    Object.defineProperty(made, key === "any_of" ? "anyOf" : key, {
      value: written,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return made;
}

/** A request of any of the actions. */
export const geminiRequest: Rule = fields(
  {
    model: plain,
    contents: content,
    content,
    systemInstruction: as({ source: "system" }, content),
    tools: tool,
    toolConfig: plain,
    safetySettings: plain,
    generationConfig: as(
      { source: "system" },
      fields(
        {
          stopSequences: text,
          responseMimeType: plain,
          responseSchema: schema,
          responseJsonSchema: schema,
          responseModalities: plain,
          speechConfig: plain,
          mediaResolution: plain,
          thinkingConfig: plain,
          imageConfig: plain,
          maxOutputTokens: plain,
          candidateCount: plain,
        },
        isCamel,
      ),
    ),
    cachedContent: reference("cache"),
    labels: plain,
    serviceTier: plain,
    taskType: plain,
    title: text,
    requests: (place, scope, walk) => geminiRequest(place, scope, walk),
    generateContentRequest: (place, scope, walk) => geminiRequest(place, scope, walk),
    embedContentConfig: fields({ taskType: plain, title: text, mimeType: plain }, isCamel),
  },
  isCamel,
);
