import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azuremlStoragePublic } from "./azureml-storage-public.ts";

infraCases(azuremlStoragePublic, {
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
resource "azurerm_storage_account" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  account_tier = "Standard"
  account_replication_type = "LRS"
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
resource "azurerm_storage_account" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  account_tier = "Standard"
  account_replication_type = "LRS"
  network_rules {
    default_action = "Deny"
  }
}
`,
  ],
  unknown: [
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
  ],
  silent: [
    `resource "azurerm_resource_group" "x" {
  name = "x"
}
`,
  ],
});

azureCases(azuremlStoragePublic, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws",
        name: "ws",
        type: "Microsoft.MachineLearningServices/workspaces",
        location: "westeurope",
        kind: "Default",
        properties: {
          storageAccount:
            "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Storage/storageAccounts/lake",
        },
      },
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Storage/storageAccounts/lake",
        name: "lake",
        type: "Microsoft.Storage/storageAccounts",
        location: "westeurope",
        kind: "StorageV2",
        properties: { publicNetworkAccess: "Enabled", networkAcls: { defaultAction: "Allow" } },
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
        properties: {
          storageAccount:
            "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Storage/storageAccounts/lake",
        },
      },
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Storage/storageAccounts/lake",
        name: "lake",
        type: "Microsoft.Storage/storageAccounts",
        location: "westeurope",
        kind: "StorageV2",
        properties: { networkAcls: { defaultAction: "Deny" } },
      },
    ],
  ],
  unknown: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws",
        name: "ws",
        type: "Microsoft.MachineLearningServices/workspaces",
        location: "westeurope",
        kind: "Default",
        properties: {
          storageAccount:
            "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Storage/storageAccounts/lake",
        },
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
          storageAccount:
            "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Storage/storageAccounts/lake",
        },
      },
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Storage/storageAccounts/lake",
        name: "lake",
        type: "Microsoft.Storage/storageAccounts",
        location: "westeurope",
        kind: "StorageV2",
        properties: {
          networkAcls: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
        },
      },
    ],
  ],
  silent: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws",
        name: "ws",
        type: "Microsoft.MachineLearningServices/workspaces",
        location: "westeurope",
        kind: "Project",
        properties: {},
      },
    ],
  ],
});
