import { childOf, type Rule, valueAt } from "../walk.ts";
import { media, reference } from "../media.ts";
import { isObject, textOf } from "../values.ts";
import { toolSchema, toolText } from "../schema.ts";
import { fields, opaque, plain, unknown } from "../rules.ts";
import { declarationOf } from "./shared.ts";

/** Declares a tool: a function, or one that the provider runs. */
export const responseTool: Rule = (place, scope, walk) => {
  const value = valueAt(place);
  if (Array.isArray(value)) {
    for (let index = 0; index < value.length; index++)
      responseTool(childOf(place, index), scope, walk);
    return;
  }
  const inScope = { ...scope, source: "system", kind: "tool-description" } as const;
  if (!isObject(value)) return unknown(place, inScope, walk);
  const type = textOf(value, "type") ?? "function";
  if (type !== "namespace")
    walk.tools.push(declarationOf(value, type !== "function" && type !== "custom"));
  toolFields(place, { ...inScope, tool: textOf(value, "name") }, walk);
};

/** Where a hosted tool runs: a machine of the provider's, made or known. */
export const container: Rule = fields({
  type: plain,
  file_ids: reference("file"),
  container_id: reference("file"),
  memory_limit: plain,
  network_policy: fields({ type: plain, allowed_domains: plain, domain_secrets: opaque }),
  skills: fields({ source: fields({ type: plain, media_type: plain, data: media("file") }) }),
});

const containerOrId: Rule = (place, scope, walk) =>
  (typeof valueAt(place) === "string" ? reference("file") : container)(place, scope, walk);

/** Credentials for servers of tools are the provider's to use; the model is not shown them. */
const toolFields = fields({
  type: plain,
  name: toolText,
  description: toolText,
  parameters: toolSchema,
  input_schema: toolSchema,
  output_schema: toolSchema,
  tools: responseTool,
  vector_store_ids: reference("file"),
  container: containerOrId,
  environment: container,
  server_label: plain,
  server_url: plain,
  connector_id: plain,
  authorization: opaque,
  headers: opaque,
  require_approval: plain,
  allowed_callers: plain,
  search_context_size: plain,
  input_image_mask: fields({ file_id: reference("file"), image_url: media("image") }),
  model: plain,
});
