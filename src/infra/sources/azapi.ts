// The azapi provider of Terraform writes resources as Azure Resource Manager has them. What stands in
// `azapi_resource` is therefore read as such, so that what azurerm lacks (online endpoints, for one) is judged.
import { textOf, type MapValue, type Value } from "../value.ts";
import type { Resource } from "../resource.ts";

/** Attributes that the provider has beside the body, under the name that the body has for them. */
const beside: readonly (readonly [string, string])[] = [
  ["name", "name"],
  ["location", "location"],
  ["identity", "identity"],
];

/** The body as a map, whether it is an object or JSON of one. */
function bodyIn(value: Value | undefined): MapValue | undefined {
  if (value?.kind === "json") return bodyIn(value.value);
  return value?.kind === "map" ? value : undefined;
}

/** The resource that an `azapi_resource` writes; the same resource where it is something else. */
export function throughAzapi(resource: Resource): Resource {
  if (resource.dialect !== "terraform" || resource.type !== "azapi_resource") return resource;
  const { entries, at } = resource.body;
  const type = textOf(entries.get("type"))?.replace(/@.*$/s, "");
  if (type === undefined || resource.isData === true) return resource;
  const body = entries.get("body");
  const written = bodyIn(body);
  const made = new Map<string, Value>();
  for (const [from, to] of beside) {
    const value = entries.get(from);
    if (value !== undefined) made.set(to, value);
  }
  for (const [name, value] of written?.entries ?? []) made.set(name, value);
  const open =
    written?.open ?? (body === undefined || written !== undefined ? undefined : causeOf(body));
  return {
    ...resource,
    dialect: "azure",
    type: knownType(type),
    body: { kind: "map", entries: made, at, ...(open === undefined ? {} : { open }) },
  };
}

function causeOf(value: Value): string {
  if (value.kind === "unknown" || value.kind === "choice") return value.cause;
  return "the body is put together of parts that are not known";
}

/** Resource Manager does not tell upper from lower case in types; facts do. */
function knownType(type: string): string {
  return known.get(type.toLowerCase()) ?? type;
}

const known = new Map(
  `
Microsoft.CognitiveServices/accounts
Microsoft.CognitiveServices/accounts/connections
Microsoft.CognitiveServices/accounts/deployments
Microsoft.CognitiveServices/accounts/projects
Microsoft.CognitiveServices/accounts/projects/connections
Microsoft.CognitiveServices/accounts/raiPolicies
Microsoft.MachineLearningServices/registries
Microsoft.MachineLearningServices/workspaces
Microsoft.MachineLearningServices/workspaces/computes
Microsoft.MachineLearningServices/workspaces/connections
Microsoft.MachineLearningServices/workspaces/datastores
Microsoft.MachineLearningServices/workspaces/onlineEndpoints
Microsoft.MachineLearningServices/workspaces/onlineEndpoints/deployments
Microsoft.MachineLearningServices/workspaces/outboundRules
Microsoft.MachineLearningServices/workspaces/serverlessEndpoints
Microsoft.Search/searchServices
Microsoft.Storage/storageAccounts
`
    .trim()
    .split("\n")
    .map((type) => [type.toLowerCase(), type]),
);
