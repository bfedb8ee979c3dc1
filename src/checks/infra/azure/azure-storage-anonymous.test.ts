import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azureStorageAnonymous } from "./azure-storage-anonymous.ts";

infraCases(azureStorageAnonymous, {
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
  allow_nested_items_to_be_public = true
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
  allow_nested_items_to_be_public = false
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
  allow_nested_items_to_be_public = var.v
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

azureCases(azureStorageAnonymous, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Storage/storageAccounts/lake",
        name: "lake",
        type: "Microsoft.Storage/storageAccounts",
        location: "westeurope",
        kind: "StorageV2",
        properties: { allowBlobPublicAccess: true },
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
        kind: "StorageV2",
        properties: { allowBlobPublicAccess: false },
      },
    ],
  ],
  unknown: [
    [
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
  "not-assessed": [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Storage/storageAccounts/lake",
        name: "lake",
        type: "Microsoft.Storage/storageAccounts",
        location: "westeurope",
        kind: "StorageV2",
        properties: {
          allowBlobPublicAccess: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
        },
      },
    ],
  ],
});
