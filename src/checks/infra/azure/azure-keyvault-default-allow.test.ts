import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azureKeyvaultDefaultAllow } from "./azure-keyvault-default-allow.ts";

infraCases(azureKeyvaultDefaultAllow, {
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
  network_acls {
    default_action = "Deny"
    bypass = "AzureServices"
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
  network_acls {
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

azureCases(azureKeyvaultDefaultAllow, {
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
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.KeyVault/vaults/vault",
        name: "vault",
        type: "Microsoft.KeyVault/vaults",
        location: "westeurope",
        properties: { networkAcls: { defaultAction: "Allow" } },
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
        properties: { networkAcls: { defaultAction: "Deny" } },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.KeyVault/vaults/vault",
        name: "vault",
        type: "Microsoft.KeyVault/vaults",
        location: "westeurope",
        properties: { publicNetworkAccess: "Disabled" },
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
          networkAcls: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
        },
      },
    ],
  ],
});
