import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azureSearchLocalAuth } from "./azure-search-local-auth.ts";

infraCases(azureSearchLocalAuth, {
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
  local_authentication_enabled = true
}
`,
  ],
  pass: [
    `resource "azurerm_search_service" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  sku                 = "standard"
  local_authentication_enabled = false
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
  local_authentication_enabled = var.v
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

azureCases(azureSearchLocalAuth, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Search/searchServices/find",
        name: "find",
        type: "Microsoft.Search/searchServices",
        location: "westeurope",
        properties: { disableLocalAuth: false },
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
        properties: { disableLocalAuth: true },
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
          disableLocalAuth: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
        },
      },
    ],
  ],
});
