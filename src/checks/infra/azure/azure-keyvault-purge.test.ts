import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azureKeyvaultPurge } from "./azure-keyvault-purge.ts";

infraCases(azureKeyvaultPurge, {
  fail: [
    `resource "azurerm_key_vault" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  tenant_id = "t"
  sku_name = "standard"
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
  purge_protection_enabled = true
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
  purge_protection_enabled = var.v
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

azureCases(azureKeyvaultPurge, {
  fail: [
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
        properties: { enablePurgeProtection: true },
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
          enablePurgeProtection: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
        },
      },
    ],
  ],
});
