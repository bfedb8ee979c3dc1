import type { Rule } from "../walk.ts";
import { media, reference } from "../media.ts";
import { isObject, type JsonObject } from "../values.ts";
import { as, fields, opaque, plain, scoped, text, unknown } from "../rules.ts";
import { tokenLogProbabilities } from "./logprobs.ts";
import {
  answerFormat,
  chatTool,
  contentPart,
  declaredFunction,
  functionCall,
  messageScope,
  toolCall,
  settings,
} from "./shared.ts";

const reasoningDetails = fields({
  type: plain,
  id: plain,
  format: plain,
  text,
  summary: text,
  data: opaque,
  signature: opaque,
});

const messageFields = {
  role: plain,
  name: text,
  content: contentPart,
  refusal: text,
  reasoning_content: text,
  reasoning: text,
  reasoning_details: reasoningDetails,
  tool_call_id: plain,
  tool_calls: toolCall,
  function_call: functionCall,
  annotations: fields({ type: plain, url_citation: unknown }),
  images: fields({ type: plain, image_url: fields({ url: media("image"), detail: plain }) }),
  cache_control: plain,
  phase: plain,
} as const;

const askedMessage = scoped(
  messageScope,
  fields({ ...messageFields, audio: fields({ id: reference("file") }) }),
);

/** A message of the model's; its sound is asked for only where the configuration lets it through unread. */
const writtenMessage = fields({
  ...messageFields,
  audio: fields({ id: reference("file"), data: opaque, transcript: text }),
});

/** What says a choice's text in another form goes where the text is changed. */
export function dropRepeats(choice: JsonObject): () => void {
  return () => {
    if (isObject(choice["logprobs"]) || Array.isArray(choice["logprobs"]))
      choice["logprobs"] = null;
    Reflect.deleteProperty(choice, "token_ids");
  };
}

/** Reads choices of chat and of completions. */
export function choices(logprobs: Rule): Rule {
  return scoped(
    (choice, scope) => ({ ...scope, afterReplace: dropRepeats(choice) }),
    fields({
      index: plain,
      message: writtenMessage,
      delta: writtenMessage,
      text,
      finish_reason: plain,
      native_finish_reason: plain,
      stop_reason: text,
      logprobs,
      content_filter_results: plain,
      content_filter_offsets: plain,
    }),
  );
}

/** An answer, or a chunk of one. */
export function answerTable(logprobs: Rule): Rule {
  const table = {
    id: plain,
    object: plain,
    model: plain,
    provider: plain,
    system_fingerprint: plain,
    service_tier: plain,
    usage: plain,
    moderation: plain,
    obfuscation: plain,
    prompt_filter_results: plain,
    metadata: as({ isEcho: true }, unknown),
    choices: choices(logprobs),
  };
  // Vendors add members beside the choices, such as ids; held as texts that grow they would hold up the stream.
  return fields(table, { isRestWhole: true });
}

export const chatAnswer = answerTable(tokenLogProbabilities);

/** A request, all of it. */
export const chatRequest = fields({
  ...settings,
  messages: askedMessage,
  tools: chatTool,
  functions: declaredFunction,
  function_call: fields({ name: plain }),
  tool_choice: plain,
  response_format: answerFormat,
  prediction: fields({ type: plain, content: contentPart }),
  audio: plain,
  modalities: plain,
  web_search_options: unknown,
  chat_template: as({ source: "system" }, text),
  documents: as({ source: "tool" }, unknown),
});
