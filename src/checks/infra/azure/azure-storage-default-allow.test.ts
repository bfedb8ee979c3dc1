import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azureStorageDefaultAllow } from "./azure-storage-default-allow.ts";

infraCases(azureStorageDefaultAllow, {
  fail: [
    `resource "azurerm_storage_account" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  account_tier = "Standard"
  account_replication_type = "LRS"
  network_rules {
    default_action = "Allow"
  }
}
`,
    `resource "azurerm_storage_account" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  account_tier = "Standard"
  account_replication_type = "LRS"
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
  network_rules {
    default_action = "Deny"
  }
}
`,
    `resource "azurerm_storage_account" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  account_tier = "Standard"
  account_replication_type = "LRS"
  public_network_access_enabled = false
}
`,
    `resource "azurerm_storage_account" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  account_tier = "Standard"
  account_replication_type = "LRS"
}
resource "azurerm_storage_account_network_rules" "r" {
  storage_account_id = azurerm_storage_account.x.id
  default_action = "Deny"
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
  network_rules {
    default_action = var.v
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

azureCases(azureStorageDefaultAllow, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Storage/storageAccounts/lake",
        name: "lake",
        type: "Microsoft.Storage/storageAccounts",
        location: "westeurope",
        kind: "StorageV2",
        properties: { networkAcls: { defaultAction: "Allow" } },
      },
    ],
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
  pass: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Storage/storageAccounts/lake",
        name: "lake",
        type: "Microsoft.Storage/storageAccounts",
        location: "westeurope",
        kind: "StorageV2",
        properties: { networkAcls: { defaultAction: "Deny" } },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Storage/storageAccounts/lake",
        name: "lake",
        type: "Microsoft.Storage/storageAccounts",
        location: "westeurope",
        kind: "StorageV2",
        properties: { publicNetworkAccess: "Disabled", networkAcls: { defaultAction: "Allow" } },
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
          networkAcls: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
        },
      },
    ],
  ],
});
