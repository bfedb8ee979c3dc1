import type {
  AnswerStream,
  EventReading,
  ModelRequest,
  Refusal,
  Usage,
  WireEvent,
} from "../../surface.ts";
import { rootOf, type Rule, type Scope, type Walk, written } from "../walk.ts";
import { echoesOf } from "../request.ts";
import {
  emptyReading,
  isBlock,
  isDone,
  readingOf,
  serverEvent,
  startStream,
  type StreamMemory,
  walkEvent,
} from "../stream.ts";
import { isObject, type JsonObject, numberOf, textOf } from "../values.ts";
import { as, fields, opaque, plain, plainOr, text, unknown } from "../rules.ts";
import { usageOf } from "./shared.ts";
import { annotation, part, writtenItem } from "./response-items.ts";
import { tokenLogProbabilities } from "./logprobs.ts";
import { dropRepeats } from "./chat-tables.ts";
import { response } from "./response-tables.ts";

/** Where the text that a family of events tells stands in its item; `{content_index}` is a member of the event. */
const families: Readonly<Record<string, string>> = {
  output_text: "content/{content_index}/text",
  refusal: "content/{content_index}/refusal",
  reasoning_text: "content/{content_index}/text",
  content_part: "content/{content_index}",
  reasoning_summary_text: "summary/{summary_index}/text",
  reasoning_summary_part: "summary/{summary_index}",
  function_call_arguments: "arguments",
  mcp_call_arguments: "arguments",
  custom_tool_call_input: "input",
  code_interpreter_call_code: "code",
  shell_call_command: "action/commands/{command_index}",
  apply_patch_call_operation_diff: "operation/diff",
  output_item: "",
  "output_text.annotation": "content/{content_index}/annotations/{annotation_index}",
};

/** Families whose text is what a tool is called with. */
const argumentFamilies = new Set([
  "function_call_arguments",
  "mcp_call_arguments",
  "custom_tool_call_input",
  "shell_call_command",
  "apply_patch_call_operation_diff",
]);

const lastEvents = new Set(["completed", "incomplete", "failed"]);

/** Members of an event that say where its text belongs, and nothing more. */
const envelope = {
  type: plain,
  item_id: plain,
  call_id: plain,
  stream_id: plain,
  obfuscation: opaque,
  partial_image_b64: opaque,
} as const;

/** The rule in the channel that the event names. */
function inTarget(rule: Rule, suffix = ""): Rule {
  return (place, scope, walk) =>
    rule({ ...place, channel: `${scope.target ?? place.channel}${suffix}` }, scope, walk);
}

/** Events about a part of the response; one of them has one or two of these members. */
const partEvent = fields({
  ...envelope,
  delta: inTarget(text),
  text: inTarget(text),
  refusal: inTarget(text),
  arguments: inTarget(text),
  input: inTarget(text),
  code: inTarget(text),
  command: inTarget(text),
  transcript: inTarget(text),
  part: inTarget(part),
  annotation: inTarget(as({ isWhole: true }, annotation)),
  item: inTarget(writtenItem),
  logprobs: inTarget(tokenLogProbabilities, "#logprobs"),
});

/** Events about the response as a whole. */
const wholeEvent = fields({
  ...envelope,
  response: (place, scope, walk) => response({ ...place, channel: "" }, scope, walk),
});

/** What an event's type says: `response.output_text.delta` is of the family `output_text`. */
interface Kind {
  readonly family: string;
  readonly step: string;
}

function kindOf(type: string): Kind {
  const name = type.replace(/^response\./u, "");
  const dot = name.lastIndexOf(".");
  return dot < 0
    ? { family: "", step: name }
    : { family: name.slice(0, dot), step: name.slice(dot + 1) };
}

/** The channel of an event's text: the pointer of the same text in the whole response. */
function channelOf(event: JsonObject, kind: Kind): string {
  const index = numberOf(event, "output_index");
  const item = index === undefined ? "" : `output/${index}`;
  const path = families[kind.family] ?? `${kind.family}${indexesOf(event)}`;
  if (path === "") return item;
  return `${item === "" ? "" : `${item}/`}${path}`.replace(/\{(\w+)\}/gu, (_, name: string) =>
    String(numberOf(event, name) ?? 0),
  );
}

/** Every other index of an event of an unknown family. */
function indexesOf(event: JsonObject): string {
  return Object.keys(event)
    .filter((key) => key.endsWith("_index") && key !== "output_index")
    .map((key) => `/${numberOf(event, key) ?? 0}`)
    .join("");
}

/** What a refusal needs of the events before it. */
interface Told {
  id: string;
  model: string;
  created: number;
  sequence: number;
}

/** The stream of a response. Nearly every text is told three times: as it grows, when it is done, in the end. */
export function openResponseStream(request: ModelRequest | undefined): AnswerStream {
  const memory = startStream(echoesOf(request));
  const told: Told = { id: "resp_pavise", model: "", created: 0, sequence: -1 };
  const read = (event: WireEvent): EventReading => {
    const { data } = event;
    if (data === undefined) return emptyReading(memory, isDone(event.raw));
    if (isObject(data)) {
      keep(told, data);
      return readEvent(data, memory);
    }
    const walk = walkEvent(memory);
    unknown(rootOf(data), { ...written, isWhole: false }, walk);
    return readingOf(memory, walk, {});
  };
  return { read, refuse: (refusal) => refuseResponse(refusal, told) };
}

function keep(told: Told, event: JsonObject): void {
  told.sequence = Math.max(told.sequence, numberOf(event, "sequence_number") ?? 0);
  const { response: whole } = event;
  if (!isObject(whole)) return;
  told.id = plainOr(whole["id"], told.id);
  told.model = plainOr(whole["model"], told.model);
  told.created = numberOf(whole, "created_at") ?? told.created;
}

function readEvent(event: JsonObject, memory: StreamMemory): EventReading {
  const walk = walkEvent(memory);
  const type = textOf(event, "type") ?? "";
  const kind = kindOf(type);
  const place = rootOf(event);
  if (isObject(event["response"]) || type === "error") {
    wholeEvent(place, written, walk);
    const isLast = type === "error" || lastEvents.has(kind.step);
    return readingOf(memory, walk, isLast ? { ends: [""], usage: usageIn(event), isLast } : {});
  }
  const scope = scopeOf(event, { kind, walk });
  partEvent({ ...place, channel: `${scope.target}#` }, scope, walk);
  if (kind.step !== "done") return readingOf(memory, walk, {});
  const target = scope.target ?? "";
  return readingOf(memory, walk, {
    ends: kind.family === "output_item" ? [`${target}/`] : [target],
  });
}

function usageIn(event: JsonObject): Usage | undefined {
  return isObject(event["response"]) ? usageOf(event["response"]) : undefined;
}

function scopeOf(event: JsonObject, given: { readonly kind: Kind; readonly walk: Walk }): Scope {
  const { family, step } = given.kind;
  const isArguments = argumentFamilies.has(family);
  const call = given.walk.calls.get(`output/${numberOf(event, "output_index") ?? 0}`);
  return {
    ...written,
    kind: isArguments ? "tool-arguments" : "text",
    ...(isArguments ? { tool: call?.tool, call: call?.call } : {}),
    isWhole: step !== "delta" && step !== "added",
    target: channelOf(event, given.kind),
    afterReplace: dropRepeats(event),
  };
}

/** A block leaves the response incomplete, as a content filter does; a fault fails it. */
function refuseResponse(refusal: Refusal, told: Told): string {
  const isCut = isBlock(refusal);
  const status = isCut ? "incomplete" : "failed";
  const body = {
    id: told.id,
    object: "response",
    created_at: told.created,
    status,
    error: { code: isCut ? refusal.code : "server_error", message: refusal.message },
    incomplete_details: isCut ? { reason: "content_filter" } : null,
    instructions: null,
    metadata: {},
    model: told.model,
    output: [],
    parallel_tool_calls: true,
    temperature: null,
    tool_choice: "auto",
    tools: [],
    top_p: null,
  };
  const type = `response.${status}`;
  return serverEvent({ type, sequence_number: told.sequence + 1, response: body }, type);
}
