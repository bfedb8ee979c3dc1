import { callArguments, callAt, emitNoArguments, parsedObject, toolOfCall } from "../calls.ts";
import { media, reference } from "../media.ts";
import { schema, toolSchema, toolText, toolUnknown } from "../schema.ts";
import { as, fields, opaque, plain, scoped, text, unknown } from "../rules.ts";
import { isObject, type JsonObject, textOf } from "../values.ts";
import { childOf, emitAs, type Rule, type Scope, valueAt, write } from "../walk.ts";

/** Where an answer's words come from; `{enabled}` in a request. */
export const citation: Rule = fields({
  type: plain,
  file_id: reference("file"),
  encrypted_index: opaque,
});

/** What a document or an image is made of: text, base64, a URL, a file, or blocks. */
const sourceFields: Rule = fields({
  type: plain,
  media_type: plain,
  data: (place, scope, walk) => {
    const isText = (place.holder as JsonObject)["type"] === "text";
    (isText ? text : media("file"))(place, scope, walk);
  },
  url: media("file"),
  file_id: reference("file"),
  content: (place, scope, walk) => block(place, scope, walk),
});

const blockFields = {
  type: plain,
  id: plain,
  tool_use_id: plain,
  toolset_name: plain,
  server_name: plain,
  name: text,
  text,
  thinking: text,
  signature: opaque,
  data: opaque,
  citations: citation,
  input: callArguments,
  source: sourceFields,
  cache_control: plain,
  caller: plain,
  file_id: reference("file"),
  encrypted_content: opaque,
  encrypted_stdout: opaque,
  error_code: plain,
  retrieved_at: plain,
  file_type: plain,
  transformations: plain,
} as const;

const blockTable = fields({
  ...blockFields,
  content: (place, scope, walk) => block(place, scope, walk),
});

/** A block as its first event shows it: the input of a call is still empty, and grows from nothing. */
const begunTable = fields({
  ...blockFields,
  content: (place, scope, walk) => block(place, scope, walk),
  input: (place, scope, walk) => {
    const value = valueAt(place);
    if (!isObject(value) || Object.keys(value).length > 0) return callArguments(place, scope, walk);
    const put = (changed: string): void => write(place, parsedObject(changed));
    emitAs(place, { ...scope, kind: "tool-arguments" }, { walk, text: "", put });
  },
});

const calls = new Set(["tool_use", "server_tool_use", "mcp_tool_use"]);

/** A block of content, which may hold others. */
export const block: Rule = blockRule(blockTable);
/** The same in the event that begins it. */
export const begunBlock: Rule = blockRule(begunTable);

function blockRule(table: Rule): Rule {
  const read: Rule = (place, scope, walk) => {
    const value = valueAt(place);
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) read(childOf(place, index), scope, walk);
      return;
    }
    if (!isObject(value)) return table(place, scope, walk);
    const type = textOf(value, "type") ?? "text";
    if (calls.has(type)) {
      const { tool, call } = callAt(value, { place, walk, name: value, idKey: "id" });
      const inScope = { ...scope, tool, call };
      table(place, inScope, walk);
      if (!Object.hasOwn(value, "input")) emitNoArguments(place, inScope, { walk, key: "input" });
      return;
    }
    table(place, blockScope(value, { type, scope, walk }), walk);
  };
  return read;
}

function blockScope(
  value: JsonObject,
  given: { readonly type: string; readonly scope: Scope; readonly walk: Parameters<Rule>[2] },
): Scope {
  const { type, scope } = given;
  if (type.endsWith("tool_result")) {
    const call = textOf(value, "tool_use_id");
    const tool = toolOfCall(given.walk, call);
    return { ...scope, source: "tool", kind: "tool-result", tool, call };
  }
  // Documents and search results are data, though a user's message holds them.
  if ((type === "document" || type === "search_result") && scope.source === "user")
    return { ...scope, source: "tool" };
  return scope;
}

const roles: Readonly<Record<string, Scope["source"]>> = {
  assistant: "assistant",
  system: "system",
};

const message = scoped(
  (object, scope) => {
    const role = textOf(object, "role") ?? "";
    return { ...scope, source: Object.hasOwn(roles, role) ? (roles[role] ?? "user") : "user" };
  },
  fields({ role: plain, content: block }),
);

/** Tools that the provider itself runs, by how their types begin. */
const hosted = /^(?:web_search|web_fetch|code_execution|tool_search|mcp_toolset|advisor)/u;

const toolFields = fields({
  type: plain,
  name: toolText,
  description: toolText,
  input_schema: toolSchema,
  cache_control: plain,
  allowed_callers: plain,
  allowed_domains: plain,
  blocked_domains: plain,
  mcp_server_name: plain,
});

const tool: Rule = (place, scope, walk) => {
  const value = valueAt(place);
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++) tool(childOf(place, index), scope, walk);
    return;
  }
  const inScope = { ...scope, source: "system", kind: "tool-description" } as const;
  if (!isObject(value)) return toolUnknown(place, inScope, walk);
  const type = textOf(value, "type") ?? "custom";
  const parameters = value["input_schema"];
  walk.tools.push({
    name: textOf(value, "name") ?? type,
    description: textOf(value, "description") ?? "",
    ...(parameters === undefined || parameters === null ? {} : { parameters }),
    isHosted: hosted.test(type),
  });
  toolFields(place, { ...inScope, tool: textOf(value, "name") }, walk);
};

/** The id of a container, or an object that has it. */
export const container: Rule = (place, scope, walk) =>
  (typeof valueAt(place) === "string" ? reference("file") : containerFields)(place, scope, walk);
const containerFields = fields({
  id: reference("file"),
  expires_at: plain,
  skills: fields({ skill_id: plain, type: plain, version: plain }),
});

/** A request, all of it; also one that only counts tokens. */
export const messagesRequest: Rule = fields({
  model: plain,
  messages: message,
  system: as({ source: "system" }, block),
  tools: tool,
  tool_choice: plain,
  stop_sequences: as({ source: "system" }, text),
  metadata: fields({ user_id: plain }),
  thinking: plain,
  output_config: as(
    { source: "system" },
    fields({ effort: plain, format: fields({ type: plain, schema }) }),
  ),
  output_format: as({ source: "system" }, fields({ type: plain, schema })),
  container,
  diagnostics: fields({ previous_message_id: reference("response") }),
  context_management: plain,
  mcp_servers: fields({
    type: plain,
    name: plain,
    url: plain,
    authorization_token: opaque,
    tool_configuration: plain,
  }),
  cache_control: plain,
  service_tier: plain,
  inference_geo: plain,
  speed: plain,
  user_profile_id: plain,
  workspace_id: plain,
  anthropic_version: plain,
  anthropic_beta: plain,
  betas: plain,
});

/** A message of the model's, all of it. */
export const writtenMessage: Rule = fields({
  id: reference("response"),
  type: plain,
  role: plain,
  model: plain,
  content: block,
  stop_reason: plain,
  stop_sequence: text,
  stop_details: unknown,
  usage: plain,
  container,
  context_management: plain,
  diagnostics: plain,
});
