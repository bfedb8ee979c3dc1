// What stands around the models: where their data lies, who may do what, what reaches them from where.
import { leadsToModel } from "../../../types/azure/around.ts";
import { at, textIn, type JsonObject } from "../../live/json.ts";
import {
  belowParent,
  defineTable,
  diagnosticSettings,
  inSubscription,
  type Table,
} from "../table.ts";

function hasBlobs(account: JsonObject): boolean {
  return !/^FileStorage$/i.test(textIn(account["kind"]) ?? "");
}

const storage = "2024-01-01";

const storageAccounts = defineTable({
  ...inSubscription("Microsoft.Storage/storageAccounts", storage),
  joins: [
    {
      name: "blobService",
      path: "/blobServices/default",
      version: storage,
      action: "Microsoft.Storage/storageAccounts/blobServices/read",
      wants: hasBlobs,
    },
  ],
  children: [
    {
      ...belowParent("Microsoft.Storage/storageAccounts/blobServices/containers", storage),
      path: "/blobServices/default/containers",
      of: hasBlobs,
    },
  ],
});

/** Roles that are built in are the same everywhere and known by their ids. */
const roleDefinitions = defineTable({
  ...inSubscription("Microsoft.Authorization/roleDefinitions", "2022-04-01"),
  query: { $filter: "type eq 'CustomRole'" },
});

function mayLeadToModel(api: JsonObject): boolean {
  const paths = ["properties.serviceUrl", "properties.path", "properties.displayName", "name"];
  return leadsToModel(paths.map((path) => textIn(at(api, path))));
}

const apiManagement = "2024-05-01";

const gateways = defineTable({
  ...inSubscription("Microsoft.ApiManagement/service", apiManagement),
  children: [
    {
      ...belowParent("Microsoft.ApiManagement/service/apis", apiManagement),
      wants: mayLeadToModel,
      joins: [
        {
          name: "policy",
          path: "/policies/policy",
          version: apiManagement,
          action: "Microsoft.ApiManagement/service/apis/policies/read",
        },
      ],
    },
  ],
});

/** Everything around the models. */
export const tablesAround: readonly Table[] = [
  defineTable({
    ...inSubscription("Microsoft.Search/searchServices", "2025-05-01"),
    joins: [diagnosticSettings],
  }),
  storageAccounts,
  defineTable(inSubscription("Microsoft.KeyVault/vaults", "2023-07-01")),
  defineTable(inSubscription("Microsoft.ContainerRegistry/registries", "2023-11-01-preview")),
  defineTable(inSubscription("Microsoft.Databricks/workspaces", "2024-05-01")),
  defineTable(inSubscription("Microsoft.Network/privateEndpoints", "2024-05-01")),
  defineTable(inSubscription("Microsoft.Authorization/roleAssignments", "2022-04-01")),
  roleDefinitions,
  // The plan that tells of attacks on models.
  defineTable({
    ...inSubscription("Microsoft.Security/pricings", "2024-01-01"),
    wants: ({ name }) => name === "AI",
  }),
  gateways,
];
