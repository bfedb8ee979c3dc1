import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azureKeyvaultPublic } from "./azure-keyvault-public.ts";

infraCases(azureKeyvaultPublic, {
  fail: [
    `resource "azurerm_key_vault" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  tenant_id = "t"
  sku_name = "standard"
}
`,
    `resource "azurerm_key_vault" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  tenant_id = "t"
  sku_name = "standard"
  network_acls {
    default_action = "Deny"
    bypass = "AzureServices"
  }
}
`,
  ],
  pass: [
    `resource "azurerm_key_vault" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  tenant_id = "t"
  sku_name = "standard"
  public_network_access_enabled = false
}
`,
    `resource "azurerm_key_vault" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  tenant_id = "t"
  sku_name = "standard"
  network_acls {
    default_action = "Deny"
    bypass = "AzureServices"
    ip_rules = ["203.0.113.7"]
  }
}
`,
  ],
  unknown: [
    `variable "v" {}
resource "azurerm_key_vault" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  tenant_id = "t"
  sku_name = "standard"
  public_network_access_enabled = var.v
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

azureCases(azureKeyvaultPublic, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.KeyVault/vaults/vault",
        name: "vault",
        type: "Microsoft.KeyVault/vaults",
        location: "westeurope",
        properties: { publicNetworkAccess: "Enabled" },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.KeyVault/vaults/vault",
        name: "vault",
        type: "Microsoft.KeyVault/vaults",
        location: "westeurope",
        properties: {},
      },
    ],
  ],
  pass: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.KeyVault/vaults/vault",
        name: "vault",
        type: "Microsoft.KeyVault/vaults",
        location: "westeurope",
        properties: { publicNetworkAccess: "Disabled" },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.KeyVault/vaults/vault",
        name: "vault",
        type: "Microsoft.KeyVault/vaults",
        location: "westeurope",
        properties: { networkAcls: { virtualNetworkRules: [{ id: "s" }] } },
      },
    ],
  ],
  "not-assessed": [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.KeyVault/vaults/vault",
        name: "vault",
        type: "Microsoft.KeyVault/vaults",
        location: "westeurope",
        properties: {
          publicNetworkAccess: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
        },
      },
    ],
  ],
});
