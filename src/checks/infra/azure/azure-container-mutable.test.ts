import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azureContainerMutable } from "./azure-container-mutable.ts";

infraCases(azureContainerMutable, {
  fail: [
    `resource "azurerm_storage_container" "c" {
  name = "c"
  storage_account_id = azurerm_storage_account.x.id
  
}
`,
    `resource "azurerm_storage_account" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  account_tier = "Standard"
  account_replication_type = "LRS"
}
resource "azurerm_storage_container" "c" {
  name = "c"
  storage_account_id = azurerm_storage_account.x.id
  
}
`,
  ],
  pass: [
    `resource "azurerm_storage_container" "c" {
  name = "c"
  storage_account_id = azurerm_storage_account.x.id
  
}
resource "azurerm_storage_container_immutability_policy" "p" {
  storage_container_resource_manager_id = azurerm_storage_container.c.resource_manager_id
  immutability_period_in_days = 30
}
`,
    `resource "azurerm_storage_account" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  account_tier = "Standard"
  account_replication_type = "LRS"
  immutability_policy {
    state = "Locked"
    period_since_creation_in_days = 30
    allow_protected_append_writes = false
  }
}
resource "azurerm_storage_container" "c" {
  name = "c"
  storage_account_id = azurerm_storage_account.x.id
  
}
`,
  ],
  unknown: [
    `variable "v" {}
resource "azurerm_storage_container" "c" {
  name = "c"
  storage_account_id = azurerm_storage_account.x.id
  
}
resource "azurerm_storage_container_immutability_policy" "p" {
  storage_container_resource_manager_id = var.v
  immutability_period_in_days = 30
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

azureCases(azureContainerMutable, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Storage/storageAccounts/lake/blobServices/default/containers/raw",
        name: "raw",
        type: "Microsoft.Storage/storageAccounts/blobServices/containers",
        location: "westeurope",
        properties: { hasImmutabilityPolicy: false, hasLegalHold: false },
      },
    ],
  ],
  pass: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Storage/storageAccounts/lake/blobServices/default/containers/raw",
        name: "raw",
        type: "Microsoft.Storage/storageAccounts/blobServices/containers",
        location: "westeurope",
        properties: { hasImmutabilityPolicy: true },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Storage/storageAccounts/lake/blobServices/default/containers/raw",
        name: "raw",
        type: "Microsoft.Storage/storageAccounts/blobServices/containers",
        location: "westeurope",
        properties: { hasLegalHold: true },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Storage/storageAccounts/lake/blobServices/default/containers/raw",
        name: "raw",
        type: "Microsoft.Storage/storageAccounts/blobServices/containers",
        location: "westeurope",
        properties: { immutableStorageWithVersioning: { enabled: true } },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Storage/storageAccounts/lake",
        name: "lake",
        type: "Microsoft.Storage/storageAccounts",
        location: "westeurope",
        kind: "StorageV2",
        properties: { immutableStorageWithVersioning: { enabled: true } },
      },
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Storage/storageAccounts/lake/blobServices/default/containers/raw",
        name: "raw",
        type: "Microsoft.Storage/storageAccounts/blobServices/containers",
        location: "westeurope",
        properties: {},
      },
    ],
  ],
  "not-assessed": [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Storage/storageAccounts/lake/blobServices/default/containers/raw",
        name: "raw",
        type: "Microsoft.Storage/storageAccounts/blobServices/containers",
        location: "westeurope",
        properties: {
          hasImmutabilityPolicy: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
        },
      },
    ],
  ],
});
