import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azuremlNotLogged } from "./azureml-not-logged.ts";

infraCases(azuremlNotLogged, {
  fail: [
    `resource "azurerm_machine_learning_workspace" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  application_insights_id = "i"
  key_vault_id = azurerm_key_vault.x.id
  storage_account_id = azurerm_storage_account.x.id
  identity {
    type = "SystemAssigned"
  }
}
`,
    `resource "azurerm_ai_foundry" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  key_vault_id = "k"
  storage_account_id = azurerm_storage_account.x.id
  identity {
    type = "SystemAssigned"
  }
}
`,
  ],
  pass: [
    `resource "azurerm_machine_learning_workspace" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  application_insights_id = "i"
  key_vault_id = azurerm_key_vault.x.id
  storage_account_id = azurerm_storage_account.x.id
  identity {
    type = "SystemAssigned"
  }
}
resource "azurerm_monitor_diagnostic_setting" "d" {
  name = "d"
  log_analytics_workspace_id = "w"
  target_resource_id = azurerm_machine_learning_workspace.x.id
  enabled_log {
    category_group = "allLogs"
  }
}
`,
    `resource "azurerm_machine_learning_workspace" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  application_insights_id = "i"
  key_vault_id = azurerm_key_vault.x.id
  storage_account_id = azurerm_storage_account.x.id
  identity {
    type = "SystemAssigned"
  }
}
resource "azurerm_monitor_diagnostic_setting" "d" {
  name = "d"
  log_analytics_workspace_id = "w"
  target_resource_id = azurerm_machine_learning_workspace.x.id
  enabled_log {
    category = "RunEvent"
  }
}
`,
  ],
  unknown: [
    `variable "v" {}
resource "azurerm_machine_learning_workspace" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  application_insights_id = "i"
  key_vault_id = azurerm_key_vault.x.id
  storage_account_id = azurerm_storage_account.x.id
  identity {
    type = "SystemAssigned"
  }
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

azureCases(azuremlNotLogged, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws",
        name: "ws",
        type: "Microsoft.MachineLearningServices/workspaces",
        location: "westeurope",
        diagnosticSettings: [],
        kind: "Default",
        properties: {},
      },
    ],
  ],
  pass: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws",
        name: "ws",
        type: "Microsoft.MachineLearningServices/workspaces",
        location: "westeurope",
        diagnosticSettings: [
          {
            name: "d",
            properties: { workspaceId: "w", logs: [{ categoryGroup: "allLogs", enabled: true }] },
          },
        ],
        kind: "Default",
        properties: {},
      },
    ],
  ],
  "not-assessed": [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws",
        name: "ws",
        type: "Microsoft.MachineLearningServices/workspaces",
        location: "westeurope",
        diagnosticSettings: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
        kind: "Default",
        properties: {},
      },
    ],
  ],
});
