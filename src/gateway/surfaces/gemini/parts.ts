import type { Attachment } from "../../surface.ts";
import { callArguments, callAt, emitNoArguments, toolResult } from "../calls.ts";
import { childOf, emit, type Place, type Rule, type Scope, valueAt, type Walk } from "../walk.ts";
import { media } from "../media.ts";
import { isObject, type JsonObject, textOf } from "../values.ts";
import { as, fields, opaque, plain, scoped, text, unknown } from "../rules.ts";

/** Names may be written in both of the ways that JSON of protocol buffers has. */
export const isCamel = { isCamel: true } as const;

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

/** A part of a turn: text, a call, a result, a file. */
export const part: Rule = (place, scope, walk) => {
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
export const content: Rule = scoped(
  (object, scope) => {
    const role = textOf(object, "role") ?? "";
    return {
      ...scope,
      source: Object.hasOwn(roles, role) ? (roles[role] ?? "user") : scope.source,
    };
  },
  fields({ role: plain, parts: part }, isCamel),
);
