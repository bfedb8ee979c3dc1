import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azuremlHighImpact } from "./azureml-high-impact.ts";

infraCases(azuremlHighImpact, {
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
  high_business_impact = true
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
  high_business_impact_enabled = true
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
  high_business_impact = var.v
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

azureCases(azuremlHighImpact, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws",
        name: "ws",
        type: "Microsoft.MachineLearningServices/workspaces",
        location: "westeurope",
        kind: "Default",
        properties: { hbiWorkspace: false },
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
        kind: "Default",
        properties: { hbiWorkspace: true },
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
        kind: "Default",
        properties: {
          hbiWorkspace: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
        },
      },
    ],
  ],
});
