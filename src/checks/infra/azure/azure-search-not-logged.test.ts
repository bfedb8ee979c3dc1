import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azureSearchNotLogged } from "./azure-search-not-logged.ts";

infraCases(azureSearchNotLogged, {
  fail: [
    `resource "azurerm_search_service" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  sku                 = "standard"
}
`,
  ],
  pass: [
    `resource "azurerm_search_service" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  sku                 = "standard"
}
resource "azurerm_monitor_diagnostic_setting" "d" {
  name = "d"
  log_analytics_workspace_id = "w"
  target_resource_id = azurerm_search_service.x.id
  enabled_log {
    category = "OperationLogs"
  }
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
}
resource "azurerm_monitor_diagnostic_setting" "d" {
  name = "d"
  log_analytics_workspace_id = "w"
  target_resource_id = var.v
  enabled_log {
    category = "OperationLogs"
  }
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

azureCases(azureSearchNotLogged, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Search/searchServices/find",
        name: "find",
        type: "Microsoft.Search/searchServices",
        location: "westeurope",
        diagnosticSettings: [],
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
        diagnosticSettings: [
          {
            name: "d",
            properties: { workspaceId: "w", logs: [{ category: "OperationLogs", enabled: true }] },
          },
        ],
        properties: {},
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
        diagnosticSettings: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
        properties: {},
      },
    ],
  ],
});
