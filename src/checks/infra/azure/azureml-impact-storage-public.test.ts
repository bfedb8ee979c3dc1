import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azuremlImpactStoragePublic } from "./azureml-impact-storage-public.ts";

infraCases(azuremlImpactStoragePublic, {
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
  high_business_impact = true
}
resource "azurerm_storage_account" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  account_tier = "Standard"
  account_replication_type = "LRS"
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
  high_business_impact = true
}
resource "azurerm_storage_account" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  account_tier = "Standard"
  account_replication_type = "LRS"
  public_network_access_enabled = true
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
resource "azurerm_storage_account" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  account_tier = "Standard"
  account_replication_type = "LRS"
  public_network_access_enabled = false
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
resource "azurerm_storage_account" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  account_tier = "Standard"
  account_replication_type = "LRS"
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
resource "azurerm_storage_account" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  account_tier = "Standard"
  account_replication_type = "LRS"
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
  high_business_impact = true
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

azureCases(azuremlImpactStoragePublic, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws",
        name: "ws",
        type: "Microsoft.MachineLearningServices/workspaces",
        location: "westeurope",
        kind: "Default",
        properties: {
          hbiWorkspace: true,
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
        properties: { publicNetworkAccess: "Enabled" },
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
          hbiWorkspace: true,
          storageAccount:
            "/subscriptions/00000000-0000-0000-0000-000000000001/resourcegroups/ml/providers/microsoft.storage/storageaccounts/lake",
        },
      },
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Storage/storageAccounts/lake",
        name: "lake",
        type: "Microsoft.Storage/storageAccounts",
        location: "westeurope",
        kind: "StorageV2",
        properties: { publicNetworkAccess: "Disabled" },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws",
        name: "ws",
        type: "Microsoft.MachineLearningServices/workspaces",
        location: "westeurope",
        kind: "Default",
        properties: { hbiWorkspace: false },
      },
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Storage/storageAccounts/lake",
        name: "lake",
        type: "Microsoft.Storage/storageAccounts",
        location: "westeurope",
        kind: "StorageV2",
        properties: {},
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
          hbiWorkspace: true,
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
          hbiWorkspace: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
        },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.MachineLearningServices/workspaces/ws",
        name: "ws",
        type: "Microsoft.MachineLearningServices/workspaces",
        location: "westeurope",
        kind: "Default",
        properties: {
          hbiWorkspace: true,
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
          publicNetworkAccess: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
        },
      },
    ],
  ],
});
