import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azureSearchPublicNetwork } from "./azure-search-public-network.ts";

infraCases(azureSearchPublicNetwork, {
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
  public_network_access_enabled = true
}
`,
  ],
  pass: [
    `resource "azurerm_search_service" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  sku                 = "standard"
  public_network_access_enabled = false
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
  public_network_access_enabled = var.v
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

azureCases(azureSearchPublicNetwork, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Search/searchServices/find",
        name: "find",
        type: "Microsoft.Search/searchServices",
        location: "westeurope",
        properties: { publicNetworkAccess: "Enabled" },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Search/searchServices/find",
        name: "find",
        type: "Microsoft.Search/searchServices",
        location: "westeurope",
        properties: { publicNetworkAccess: "enabled" },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Search/searchServices/find",
        name: "find",
        type: "Microsoft.Search/searchServices",
        location: "westeurope",
        properties: {},
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
        properties: { publicNetworkAccess: "Disabled" },
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
          publicNetworkAccess: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
        },
      },
    ],
  ],
});
