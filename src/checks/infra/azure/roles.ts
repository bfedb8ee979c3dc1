// The roles that are built into Azure and matter for models, by their ids, which are the same everywhere.
// https://learn.microsoft.com/azure/role-based-access-control/built-in-roles
import { fail, must, pass, unknown, type Answer } from "../../../infra/answer.ts";
import type { Cloud } from "../../../infra/cloud.ts";
import { valueOf, walk, type Fact } from "../../../infra/fact.ts";
import type { Facts } from "../../../infra/type.ts";
import type { roleAssignment } from "../../../infra/types/azure/around.ts";
import { textOf, type Value } from "../../../infra/value.ts";

/** What a role lets its holder do to models. */
interface Role {
  readonly name: string;
  readonly can: "everything" | "manage" | "use";
}

const roles: ReadonlyMap<string, Role> = new Map(
  `
8e3af657-a8ff-443c-a75c-2fe8c4bcb635 everything Owner
18d7d88d-d35e-4fb5-a5c3-7773c20a72d9 everything User Access Administrator
f58310d9-a9f6-439a-9e8d-f62e7b41a168 everything Role Based Access Control Administrator
b24988ac-6180-42a0-ab88-20f7382dd24c manage Contributor
25fbc0a9-bd7c-42a3-aa1a-3b75d497ee68 manage Cognitive Services Contributor
a001fd3d-188f-4b5d-821b-7da978bf7442 manage Cognitive Services OpenAI Contributor
b78c5d69-af96-48a3-bf8d-a8b4d589de94 manage Azure AI Administrator
64702f94-c441-49e6-a78b-ef80e0188fee manage Azure AI Developer
f6c7c914-8db3-469d-8ca1-694a8f32e121 manage AzureML Data Scientist
e503ece1-11d0-4e8e-8e2c-7a6c3bf38815 manage AzureML Compute Operator
7ca78c08-252a-4471-8644-bb5ff32d4ba0 manage Search Service Contributor
53ca6127-db72-4b80-b1b0-d745d6d5456d use Azure AI User
5e0bd9bd-7b93-4f28-af87-19fc36ad61bd use Cognitive Services OpenAI User
a97b65f3-24c7-4388-baec-2e87135dc908 use Cognitive Services User
8ebe5a00-799e-43f5-93ac-243d3dce84a7 use Search Index Data Contributor
`
    .trim()
    .split("\n")
    .map((line) => {
      const [id = "", can = "", ...name] = line.split(" ");
      return [id, { name: name.join(" "), can: can as Role["can"] }] as const;
    }),
);

const byName: ReadonlyMap<string, Role> = new Map(
  [...roles.values()].map((role) => [role.name.toLowerCase(), role]),
);

const guid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * The role that an assignment gives, where it is one of these; undefined for others, and an answer where it
 * cannot be told.
 */
export function roleOf(
  { roleId, roleName }: Facts<typeof roleAssignment.facts>,
  cloud: Cloud,
): Role | Answer | undefined {
  if (roleName.kind !== "absent") {
    const name = valueOf(roleName);
    return name === undefined ? must(roleName, () => true) : byName.get(name.toLowerCase());
  }
  if (roleId.kind === "absent") return undefined;
  if (roleId.kind === "known") return roles.get(guid.exec(roleId.value)?.[0].toLowerCase() ?? "");
  if (roleId.kind !== "set") return must(roleId, () => true);
  const { value } = roleId;
  if (value.kind === "template") {
    const last = value.parts.at(-1);
    const id = typeof last === "string" ? guid.exec(last)?.[0] : undefined;
    return id === undefined ? must(roleId, () => true) : roles.get(id.toLowerCase());
  }
  if (value.kind !== "reference") return must(roleId, () => true);
  // `data.azurerm_role_definition` looks one up by its name; one that is made here is judged by itself.
  const definition = cloud.resources.find(({ address }) => address === value.resource);
  if (definition === undefined) return must(roleId, () => true);
  if (definition.isData !== true) return undefined;
  const name = textOf(walk(definition.body, ["name"]));
  return name === undefined ? must(roleId, () => true) : byName.get(name.toLowerCase());
}

const principals: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\.)azuread_group\./, "Group"],
  [/(?:^|\.)azuread_user\./, "User"],
  [
    /(?:^|\.)azuread_(?:service_principal|application)\.|azurerm_user_assigned_identity\./,
    "ServicePrincipal",
  ],
];

/** Who is given a role: what is said, or what the id is taken from. */
export function principalOf({
  principal,
  principalType,
}: Facts<typeof roleAssignment.facts>): Fact<string> {
  if (principalType.kind !== "absent") return principalType;
  const { at } = principal;
  const link = principal.kind === "known" || principal.kind === "set" ? principal.value : undefined;
  if (link?.kind === "reference") {
    const { resource, attribute } = link;
    const found = principals.find(([pattern]) => pattern.test(resource))?.[1];
    const isIdentity = attribute.includes("identity") || attribute.includes("kubelet_identity");
    const value = found ?? (isIdentity ? "ServicePrincipal" : undefined);
    if (value !== undefined) return { kind: "known", value, at };
  }
  return {
    kind: "unknown",
    cause: "it is not said whether this is a person, a group or an application",
    at,
  };
}

const wideReference = /(?:^|\.)azurerm_(?:subscription|management_group)\./;
const wideScope =
  /^\/?(?:$|subscriptions\/[^/]+\/?$|providers\/Microsoft\.Management\/managementGroups\/)/i;

/** Passes for less than a subscription; fails for one, for a management group and for everything. */
export function scopeIsWide(scope: Fact<Value>): Answer {
  if (scope.kind !== "known" && scope.kind !== "set") return must(scope, () => true);
  const { value, at } = scope;
  if (value.kind === "reference") return wideReference.test(value.resource) ? fail(at) : pass;
  const text = textOf(value);
  if (text === undefined)
    return unknown(at, "the scope is put together of parts that are not known");
  return wideScope.test(text) ? fail(at) : pass;
}
