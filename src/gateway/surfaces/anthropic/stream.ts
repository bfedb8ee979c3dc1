import type { AnswerStream, EventReading, Usage, WireEvent } from "../../surface.ts";
import {
  emptyReading,
  isDone,
  readingOf,
  type StreamMemory,
  serverEvent,
  startStream,
  walkEvent,
} from "../stream.ts";
import { errorBody, usageOf } from "./shared.ts";
import { begunBlock, citation, container, writtenMessage } from "./tables.ts";
import { as, fields, opaque, plain, text, unknown } from "../rules.ts";
import { isObject, type JsonObject, numberOf, objectOf, textOf } from "../values.ts";
import { rootOf, type Rule, type Scope } from "../walk.ts";

/** The rule in a channel of the block that the event is about. */
function inBlock(rule: Rule, member = ""): Rule {
  return (place, scope, walk) =>
    rule({ ...place, channel: `${scope.target ?? ""}${member}` }, scope, walk);
}

const whole = { isWhole: true } as const;

const event = fields(
  {
    type: plain,
    index: plain,
    message: as(whole, (place, scope, walk) =>
      writtenMessage({ ...place, channel: "" }, scope, walk),
    ),
    content_block: inBlock(begunBlock),
    delta: fields({
      type: plain,
      text: inBlock(text, "/text"),
      partial_json: as({ kind: "tool-arguments" }, inBlock(text, "/input")),
      thinking: inBlock(text, "/thinking"),
      content: inBlock(text, "/content"),
      signature: opaque,
      encrypted_content: opaque,
      citation: as(whole, inBlock(citation, "/citations")),
      stop_reason: plain,
      stop_sequence: as(whole, text),
      stop_details: as(whole, unknown),
      container,
    }),
    usage: plain,
    context_management: plain,
    error: as(whole, unknown),
    request_id: plain,
  },
  { isRestWhole: true },
);

/** The stream of a message: blocks that begin, grow and stop, one after the other. */
export function openMessageStream(): AnswerStream {
  const memory = startStream();
  const told: { usage: Usage | undefined } = { usage: undefined };
  const read = (given: WireEvent): EventReading => {
    const { data } = given;
    if (data === undefined) return emptyReading(memory, isDone(given.raw));
    return readEvent(isObject(data) ? data : { unnamed: data }, { memory, told });
  };
  return { read, refuse: (refusal) => serverEvent(errorBody(refusal), "error") };
}

function readEvent(
  data: JsonObject,
  given: { readonly memory: StreamMemory; readonly told: { usage: Usage | undefined } },
): EventReading {
  const { memory, told } = given;
  const walk = walkEvent(memory);
  const target = `content/${numberOf(data, "index") ?? 0}`;
  event(rootOf(data), scopeOf(target, memory), walk);
  const type = textOf(data, "type");
  if (type === "message_stop" || type === "error")
    return readingOf(memory, walk, { ends: [""], isLast: true });
  const usage = type === "message_start" ? usageOf(objectOf(data, "message")) : usageOf(data);
  if (usage !== undefined) told.usage = merged(told.usage, usage);
  return readingOf(memory, walk, {
    usage: usage === undefined ? undefined : told.usage,
    ends: type === "content_block_stop" ? [`${target}/`] : [],
  });
}

function scopeOf(target: string, memory: StreamMemory): Scope {
  const named = memory.calls.get(target);
  return {
    source: "assistant",
    kind: "text",
    isWhole: false,
    target,
    tool: named?.tool,
    call: named?.call,
  };
}

/** The first event counts what came in, the last what went out; each may leave the other away. */
function merged(before: Usage | undefined, now: Usage): Usage {
  if (before === undefined) return now;
  const cached = now.cachedTokens ?? before.cachedTokens;
  return {
    inputTokens: Math.max(before.inputTokens, now.inputTokens),
    outputTokens: Math.max(before.outputTokens, now.outputTokens),
    ...(cached === undefined ? {} : { cachedTokens: cached }),
  };
}
