import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azureSearchReplicasIndex } from "./azure-search-replicas-index.ts";

infraCases(azureSearchReplicasIndex, {
  fail: [
    `resource "azurerm_search_service" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  sku                 = "standard"
}
`,
    `resource "azurerm_search_service" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  sku                 = "standard"
  replica_count = 1
}
`,
  ],
  pass: [
    `resource "azurerm_search_service" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  sku                 = "standard"
  replica_count = 3
}
`,
  ],
  unknown: [
    `variable "v" {}
resource "azurerm_search_service" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  sku                 = "standard"
  replica_count = var.v
}
`,
  ],
  silent: [
    `resource "azurerm_resource_group" "x" {
  name = "x"
}
`,
  ],
});

azureCases(azureSearchReplicasIndex, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Search/searchServices/find",
        name: "find",
        type: "Microsoft.Search/searchServices",
        location: "westeurope",
        properties: { replicaCount: 1 },
      },
    ],
  ],
  pass: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Search/searchServices/find",
        name: "find",
        type: "Microsoft.Search/searchServices",
        location: "westeurope",
        properties: { replicaCount: 3 },
      },
    ],
  ],
  "not-assessed": [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Search/searchServices/find",
        name: "find",
        type: "Microsoft.Search/searchServices",
        location: "westeurope",
        properties: {
          replicaCount: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
        },
      },
    ],
  ],
});
