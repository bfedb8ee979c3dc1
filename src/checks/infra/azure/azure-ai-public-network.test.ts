import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azureAiPublicNetwork } from "./azure-ai-public-network.ts";

infraCases(azureAiPublicNetwork, {
  fail: [
    `resource "azurerm_cognitive_account" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  kind                = "OpenAI"
  sku_name            = "S0"
}
`,
    `resource "azurerm_cognitive_account" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  kind                = "OpenAI"
  sku_name            = "S0"
  public_network_access_enabled = true
}
`,
    `resource "azurerm_ai_services" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  sku_name            = "S0"
}
`,
    `resource "azurerm_cognitive_account" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  kind                = "OpenAI"
  sku_name            = "S0"
  network_acls {
    default_action = "Deny"
  }
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
  public_network_access_enabled = false
}
`,
    `resource "azurerm_ai_services" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  sku_name            = "S0"
  public_network_access = "Disabled"
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

azureCases(azureAiPublicNetwork, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab",
        name: "lab",
        type: "Microsoft.CognitiveServices/accounts",
        location: "westeurope",
        kind: "OpenAI",
        properties: { publicNetworkAccess: "Enabled" },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab",
        name: "lab",
        type: "Microsoft.CognitiveServices/accounts",
        location: "westeurope",
        kind: "OpenAI",
        properties: {},
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
        properties: { publicNetworkAccess: "Disabled" },
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
        properties: {
          publicNetworkAccess: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
        },
      },
    ],
  ],
});
