import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azureAiKey } from "./azure-ai-key.ts";

infraCases(azureAiKey, {
  fail: [
    `resource "azurerm_cognitive_account" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  kind                = "OpenAI"
  sku_name            = "S0"
}
`,
    `resource "azurerm_ai_services" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  sku_name            = "S0"
}
`,
  ],
  pass: [
    `resource "azurerm_cognitive_account" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  kind                = "OpenAI"
  sku_name            = "S0"
  customer_managed_key {
    key_vault_key_id = azurerm_key_vault_key.k.id
  }
}
`,
    `resource "azurerm_cognitive_account" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  kind                = "OpenAI"
  sku_name            = "S0"
}
resource "azurerm_cognitive_account_customer_managed_key" "x" {
  cognitive_account_id = azurerm_cognitive_account.x.id
  key_vault_key_id     = azurerm_key_vault_key.k.id
}
`,
  ],
  unknown: [
    `variable "v" {}
resource "azurerm_cognitive_account" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  kind                = "OpenAI"
  sku_name            = "S0"
  customer_managed_key {
    key_vault_key_id = var.v ? "k" : null
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

azureCases(azureAiKey, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab",
        name: "lab",
        type: "Microsoft.CognitiveServices/accounts",
        location: "westeurope",
        kind: "OpenAI",
        properties: { encryption: { keySource: "Microsoft.CognitiveServices" } },
      },
    ],
  ],
  pass: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab",
        name: "lab",
        type: "Microsoft.CognitiveServices/accounts",
        location: "westeurope",
        kind: "OpenAI",
        properties: {
          encryption: { keySource: "Microsoft.KeyVault", keyVaultProperties: { keyName: "k" } },
        },
      },
    ],
  ],
  "not-assessed": [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab",
        name: "lab",
        type: "Microsoft.CognitiveServices/accounts",
        location: "westeurope",
        kind: "OpenAI",
        properties: { encryption: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" } },
      },
    ],
  ],
});
