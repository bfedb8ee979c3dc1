import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azureStorageVersioning } from "./azure-storage-versioning.ts";

infraCases(azureStorageVersioning, {
  fail: [
    `resource "azurerm_storage_account" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  account_tier = "Standard"
  account_replication_type = "LRS"
}
`,
    `resource "azurerm_storage_account" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  account_tier = "Standard"
  account_replication_type = "LRS"
  blob_properties {
    versioning_enabled = false
  }
}
`,
  ],
  pass: [
    `resource "azurerm_storage_account" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  account_tier = "Standard"
  account_replication_type = "LRS"
  blob_properties {
    versioning_enabled = true
  }
}
`,
  ],
  unknown: [
    `variable "v" {}
resource "azurerm_storage_account" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  account_tier = "Standard"
  account_replication_type = "LRS"
  blob_properties {
    versioning_enabled = var.v
  }
}
`,
  ],
  silent: [
    `resource "azurerm_storage_account" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  account_tier = "Standard"
  account_replication_type = "LRS"
  is_hns_enabled = true
}
`,
  ],
});

azureCases(azureStorageVersioning, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Storage/storageAccounts/lake",
        name: "lake",
        type: "Microsoft.Storage/storageAccounts",
        location: "westeurope",
        blobService: { properties: { isVersioningEnabled: false } },
        kind: "StorageV2",
        properties: {},
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Storage/storageAccounts/lake",
        name: "lake",
        type: "Microsoft.Storage/storageAccounts",
        location: "westeurope",
        blobService: { properties: {} },
        kind: "StorageV2",
        properties: {},
      },
    ],
  ],
  pass: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Storage/storageAccounts/lake",
        name: "lake",
        type: "Microsoft.Storage/storageAccounts",
        location: "westeurope",
        blobService: { properties: { isVersioningEnabled: true } },
        kind: "StorageV2",
        properties: {},
      },
    ],
  ],
  "not-assessed": [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Storage/storageAccounts/lake",
        name: "lake",
        type: "Microsoft.Storage/storageAccounts",
        location: "westeurope",
        blobService: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
        kind: "StorageV2",
        properties: {},
      },
    ],
  ],
  silent: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Storage/storageAccounts/lake",
        name: "lake",
        type: "Microsoft.Storage/storageAccounts",
        location: "westeurope",
        kind: "StorageV2",
        properties: { isHnsEnabled: true },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Storage/storageAccounts/lake",
        name: "lake",
        type: "Microsoft.Storage/storageAccounts",
        location: "westeurope",
        kind: "FileStorage",
        properties: {},
      },
    ],
  ],
});
