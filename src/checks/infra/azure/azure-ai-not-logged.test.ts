import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azureAiNotLogged } from "./azure-ai-not-logged.ts";

infraCases(azureAiNotLogged, {
  fail: [
    `resource "azurerm_cognitive_account" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  kind                = "OpenAI"
  sku_name            = "S0"
}
`,
    `resource "azurerm_cognitive_account" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  kind                = "OpenAI"
  sku_name            = "S0"
}
resource "azurerm_monitor_diagnostic_setting" "d" {
  name = "d"
  log_analytics_workspace_id = "w"
  target_resource_id = azurerm_cognitive_account.x.id
  enabled_log {
    category = "Audit"
  }
}
`,
    `resource "azurerm_cognitive_account" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  kind                = "OpenAI"
  sku_name            = "S0"
}
resource "azurerm_monitor_diagnostic_setting" "d" {
  name = "d"
  log_analytics_workspace_id = "w"
  target_resource_id = azurerm_storage_account.x.id
  enabled_log {
    category_group = "allLogs"
  }
}
`,
  ],
  pass: [
    `resource "azurerm_cognitive_account" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  kind                = "OpenAI"
  sku_name            = "S0"
}
resource "azurerm_monitor_diagnostic_setting" "d" {
  name = "d"
  log_analytics_workspace_id = "w"
  target_resource_id = azurerm_cognitive_account.x.id
  enabled_log {
    category_group = "allLogs"
  }
}
`,
    `resource "azurerm_cognitive_account" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  kind                = "OpenAI"
  sku_name            = "S0"
}
resource "azurerm_monitor_diagnostic_setting" "d" {
  name = "d"
  log_analytics_workspace_id = "w"
  target_resource_id = azurerm_cognitive_account.x.id
  enabled_log {
    category = "Audit"
  }
  enabled_log {
    category = "RequestResponse"
  }
}
`,
  ],
  unknown: [
    `variable "v" {}
resource "azurerm_cognitive_account" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  kind                = "OpenAI"
  sku_name            = "S0"
}
resource "azurerm_monitor_diagnostic_setting" "d" {
  name = "d"
  log_analytics_workspace_id = "w"
  target_resource_id = var.v
  enabled_log {
    category_group = "allLogs"
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

azureCases(azureAiNotLogged, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab",
        name: "lab",
        type: "Microsoft.CognitiveServices/accounts",
        location: "westeurope",
        diagnosticSettings: [],
        kind: "OpenAI",
        properties: {},
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab",
        name: "lab",
        type: "Microsoft.CognitiveServices/accounts",
        location: "westeurope",
        diagnosticSettings: [
          {
            name: "d",
            properties: { workspaceId: "w", logs: [{ categoryGroup: "audit", enabled: true }] },
          },
        ],
        kind: "OpenAI",
        properties: {},
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab",
        name: "lab",
        type: "Microsoft.CognitiveServices/accounts",
        location: "westeurope",
        diagnosticSettings: [
          {
            name: "d",
            properties: { workspaceId: "w", logs: [{ categoryGroup: "allLogs", enabled: false }] },
          },
        ],
        kind: "OpenAI",
        properties: {},
      },
    ],
  ],
  pass: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab",
        name: "lab",
        type: "Microsoft.CognitiveServices/accounts",
        location: "westeurope",
        diagnosticSettings: [
          {
            name: "d",
            properties: { workspaceId: "w", logs: [{ categoryGroup: "allLogs", enabled: true }] },
          },
        ],
        kind: "OpenAI",
        properties: {},
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab",
        name: "lab",
        type: "Microsoft.CognitiveServices/accounts",
        location: "westeurope",
        diagnosticSettings: [
          {
            name: "d",
            properties: { workspaceId: "w", logs: [{ category: "Audit", enabled: true }] },
          },
          {
            name: "d",
            properties: {
              workspaceId: "w",
              logs: [{ category: "RequestResponse", enabled: true }],
            },
          },
        ],
        kind: "OpenAI",
        properties: {},
      },
    ],
  ],
  "not-assessed": [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab",
        name: "lab",
        type: "Microsoft.CognitiveServices/accounts",
        location: "westeurope",
        diagnosticSettings: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
        kind: "OpenAI",
        properties: {},
      },
    ],
  ],
});
