import { callArguments, callAt, emitNoArguments } from "../calls.ts";
import { childOf, type Rule, valueAt } from "../walk.ts";
import { media } from "../media.ts";
import { isObject, type JsonObject, objectOf } from "../values.ts";
import { schema } from "../schema.ts";
import { as, fields, opaque, plain, scoped, text, unknown } from "../rules.ts";
import { tokenLogProbabilities } from "../openai/logprobs.ts";
import { chatTool, messageScope } from "../openai/shared.ts";

const callFields = fields({
  id: plain,
  type: plain,
  function: fields({ name: text, arguments: callArguments }),
});

/** A call comes whole: its arguments are an object. */
const toolCall: Rule = (place, scope, walk) => {
  const value = valueAt(place);
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) toolCall(childOf(place, index), scope, walk);
    return;
  }
  if (!isObject(value)) return unknown(place, scope, walk);
  const inner = objectOf(value, "function");
  const { tool, call } = callAt(value, { place, walk, name: inner, idKey: "id" });
  const inScope = { ...scope, tool, call, isWhole: true };
  callFields(place, inScope, walk);
  if (isObject(value["function"]) && !Object.hasOwn(inner, "arguments"))
    emitNoArguments(childOf(place, "function"), inScope, { walk, key: "arguments" });
};

const images: Rule = (place, scope, walk) => {
  const value = valueAt(place);
  if (!Array.isArray(value)) return media("image")(place, scope, walk);
  for (let index = 0; index < value.length; index++)
    media("image")(childOf(place, index), scope, walk);
};

const messageFields = fields({
  role: plain,
  content: text,
  thinking: text,
  images,
  tool_calls: toolCall,
  tool_name: text,
  name: text,
  tool_call_id: plain,
});

/** Says a text again: log probabilities, and ids of all the tokens so far. */
function dropAll(body: JsonObject): () => void {
  return () => {
    Reflect.deleteProperty(body, "context");
    Reflect.deleteProperty(body, "logprobs");
  };
}

/** An answer, or a line of one, of `/api/chat` and `/api/generate`. */
export const ollamaAnswer: Rule = scoped(
  (body, scope) => ({ ...scope, afterReplace: dropAll(body) }),
  fields({
    model: plain,
    created_at: plain,
    remote_model: plain,
    remote_host: plain,
    message: messageFields,
    response: text,
    thinking: text,
    image: opaque,
    done_reason: plain,
    context: opaque,
    logprobs: tokenLogProbabilities,
    embedding: opaque,
    embeddings: opaque,
    error: as({ isWhole: true }, unknown),
  }),
);

/** Ids of tokens, which nobody can read here. */
const tokens: Rule = (place, scope, walk) => {
  const value = valueAt(place);
  if (Array.isArray(value) && value.length > 0) walk.unreadable.push(place.pointer);
  unknown(place, scope, walk);
};

/** A request of any of the four. */
export const ollamaRequest: Rule = fields({
  model: plain,
  messages: scoped(messageScope, messageFields),
  prompt: text,
  suffix: text,
  input: text,
  system: as({ source: "system" }, text),
  template: as({ source: "system" }, text),
  context: tokens,
  images,
  tools: chatTool,
  format: as({ source: "system" }, schema),
  options: as(
    { source: "system" },
    fields({
      num_predict: plain,
      stop: text,
      num_ctx: plain,
      temperature: plain,
      seed: plain,
    }),
  ),
  keep_alive: plain,
  think: plain,
  stream: plain,
  raw: plain,
  logprobs: plain,
  top_logprobs: plain,
});
