import type { Dialect } from "../../resource.ts";
import type { MapValue, Value } from "../../value.ts";
import { snakeOf } from "./tokens.ts";

/** Maps whose keys are what people write, not names of attributes. */
const free =
  /^(?:tags|tagsAll|labels|metadata|annotations|variables|environment|environmentVariables|env|inputs|parameters|policy|assumeRolePolicy|policyDocument|policyText|containerDefinitions|appSettings|userLabels|effectiveLabels|pulumiLabels)$/i;

/** Azure has these beside `properties`. */
const besideProperties = new Set([
  "name",
  "location",
  "tags",
  "identity",
  "sku",
  "kind",
  "plan",
  "zones",
  "extendedLocation",
  "type",
  "id",
  "resourceGroupName",
  "accountName",
  "workspaceName",
]);

/** Inputs of Pulumi in the words of the dialect. */
export function inDialect(dialect: Dialect, body: MapValue): MapValue {
  if (dialect === "terraform") return renamed(body, terraformName);
  if (dialect === "cloudformation") return renamed(body, pascalName);
  if (dialect !== "azure" || body.entries.has("properties")) return body;
  const entries = new Map<string, Value>();
  const properties = new Map<string, Value>();
  for (const [key, value] of body.entries)
    (besideProperties.has(key) ? entries : properties).set(key, value);
  entries.set("properties", { kind: "map", entries: properties, at: body.at });
  return { ...body, entries };
}

/** The names of a key in the dialect: one, or two where it cannot be told which of them it is. */
type Rename = (key: string, value: Value) => readonly string[];

function renamed(map: MapValue, rename: Rename): MapValue {
  const entries = new Map<string, Value>();
  for (const [key, value] of map.entries) {
    // A map in `environment` may be a block (Lambda's) with names of its own.
    const isFree = free.test(key) && !holdsBlocks(key, value);
    const own = isFree ? value : renamedValue(value, rename);
    for (const name of rename(key, value)) entries.set(name, own);
  }
  return { ...map, entries };
}

function holdsBlocks(key: string, value: Value): boolean {
  return key === "environment" && value.kind === "map" && value.entries.has("variables");
}

function renamedValue(value: Value, rename: Rename): Value {
  if (value.kind === "map") return renamed(value, rename);
  if (value.kind === "list")
    return { ...value, items: value.items.map((item) => renamedValue(item, rename)) };
  if (value.kind === "choice")
    return { ...value, options: value.options.map((option) => renamedValue(option, rename)) };
  return value;
}

/**
 * Lists of blocks are plural in Pulumi, and in Terraform mostly not: `lifecycleRules` is
 * `lifecycle_rule`, but `productionVariants` is `production_variants`. Both names are given.
 */
function terraformName(key: string, value: Value): readonly string[] {
  const name = snakeOf(key);
  const isBlocks = value.kind === "list" && value.items.some(({ kind }) => kind === "map");
  if (!isBlocks || !name.endsWith("s") || /(?:ss|us)$/.test(name)) return [name];
  const one = name.endsWith("ies") ? `${name.slice(0, -3)}y` : name.slice(0, -1);
  return [name, one];
}

function pascalName(key: string): readonly string[] {
  return [key.slice(0, 1).toUpperCase() + key.slice(1)];
}
