import { callArguments, callAt, emitNoArguments, toolOfCall } from "../calls.ts";
import { childOf, type Rule, type Scope, valueAt } from "../walk.ts";
import { media, reference } from "../media.ts";
import { isObject, type JsonObject, textOf } from "../values.ts";
import { as, fields, opaque, plain, scoped, text, unknown } from "../rules.ts";
import { container, responseTool } from "./response-tools.ts";
import { tokenLogProbabilities } from "./logprobs.ts";
import { messageScope } from "./shared.ts";
import { dropRepeats } from "./chat-tables.ts";

/** Sources that an answer cites; what they are called and where they lead is shown to people. */
export const annotation: Rule = fields({
  type: plain,
  file_id: reference("file"),
  container_id: reference("file"),
});

const contentFields = fields({
  type: plain,
  text,
  refusal: text,
  annotations: annotation,
  logprobs: tokenLogProbabilities,
  image_url: media("image"),
  file_url: media("file"),
  file_data: media("file"),
  file_id: reference("file"),
  filename: text,
  input_audio: fields({ data: media("audio"), format: plain }),
  data: opaque,
  transcript: text,
  detail: plain,
  prompt_cache_breakpoint: plain,
});

/** A part of an item's content. */
export const part: Rule = scoped(
  (object, scope) => ({ ...scope, afterReplace: dropRepeats(object) }),
  contentFields,
);

/** What a tool answered: text, parts, or lines of a shell. */
const result = as(
  { source: "tool", kind: "tool-result" },
  fields({
    type: plain,
    text,
    image_url: media("image"),
    file_url: media("file"),
    file_data: media("file"),
    file_id: reference("file"),
    filename: text,
    detail: plain,
    outcome: plain,
    created_by: plain,
    logs: text,
    stdout: text,
    stderr: text,
    url: media("image"),
    prompt_cache_breakpoint: plain,
  }),
);

/** Kinds of items in which the model calls a tool of the client's, by where its arguments are. */
const clientCalls: Readonly<Record<string, string>> = {
  function_call: "arguments",
  custom_tool_call: "input",
  mcp_call: "arguments",
  mcp_approval_request: "arguments",
  local_shell_call: "action",
  shell_call: "action",
  computer_call: "action",
  apply_patch_call: "operation",
};

/** The tool that an item calls: its name, or for the provider's own what its type says. */
export function toolOfItem(item: JsonObject): string | undefined {
  const type = textOf(item, "type") ?? "";
  return (
    textOf(item, "name") ?? (type.endsWith("_call") ? type.slice(0, -"_call".length) : undefined)
  );
}

function itemScope(item: JsonObject, scope: Scope, at: Parameters<typeof messageScope>[2]): Scope {
  const type = textOf(item, "type") ?? "message";
  const call = textOf(item, "call_id");
  if (type === "message") return messageScope(item, scope, at);
  if (type.endsWith("_output")) {
    const tool =
      toolOfCall(at.walk, call) ?? textOf(item, "name") ?? type.slice(0, -"_call_output".length);
    return { ...scope, source: "tool", kind: "tool-result", tool, call };
  }
  return { ...scope, source: "assistant", tool: toolOfItem(item), call };
}

const itemFields = {
  type: plain,
  id: plain,
  status: plain,
  role: plain,
  phase: plain,
  call_id: plain,
  created_by: plain,
  caller: plain,
  execution: plain,
  namespace: plain,
  server_label: plain,
  approval_request_id: plain,
  name: text,
  arguments: callArguments,
  input: callArguments,
  operation: callArguments,
  content: part,
  summary: fields({ type: plain, text }),
  encrypted_content: opaque,
  signature: opaque,
  output: result,
  outputs: result,
  results: as({ source: "tool", kind: "tool-result" }, fields({ file_id: reference("file") })),
  tools: responseTool,
  container_id: reference("file"),
  environment: container,
  result: media("image"),
  output_format: plain,
  size: plain,
  quality: plain,
  background: plain,
} as const;

/** `action` is a call's arguments where a client carries it out, and a search's words otherwise. */
const table = fields({ ...itemFields, action: unknown });
const callTable = fields({ ...itemFields, action: callArguments, actions: callArguments });

/** An item of a conversation: a message, a call, a result, reasoning. */
export const item: Rule = (place, scope, walk) => {
  const value = valueAt(place);
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) item(childOf(place, index), scope, walk);
    return;
  }
  if (!isObject(value)) return table(place, scope, walk);
  const { id, type } = value;
  if (typeof id === "string" && isReference(value))
    walk.references.push({ kind: "response", id, pointer: `${place.pointer}/id` });
  const key = clientCalls[typeof type === "string" ? type : ""];
  const inScope = itemScope(value, scope, { walk });
  if (key === undefined) return table(place, inScope, walk);
  const { tool, call } = callAt(value, {
    place,
    walk,
    name: { name: toolOfItem(value) },
    idKey: "call_id",
  });
  callTable(place, { ...inScope, tool, call }, walk);
  if (!Object.hasOwn(value, key)) emitNoArguments(place, { ...inScope, tool, call }, { walk, key });
};

/** An item that is nothing but the id of an earlier one; its `type` may be missing. */
function isReference(value: JsonObject): boolean {
  const type = value["type"] ?? undefined;
  return (
    type === "item_reference" || (type === undefined && !("role" in value) && !("content" in value))
  );
}

/** An item that an answer gives out; only who was given it may refer to it. */
export const writtenItem: Rule = (place, scope, walk) => {
  const value = valueAt(place);
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++)
      writtenItem(childOf(place, index), scope, walk);
    return;
  }
  if (isObject(value) && typeof value["id"] === "string" && !isReference(value))
    walk.references.push({ kind: "response", id: value["id"], pointer: `${place.pointer}/id` });
  item(place, scope, walk);
};
