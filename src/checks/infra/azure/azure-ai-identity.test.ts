import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azureAiIdentity } from "./azure-ai-identity.ts";

infraCases(azureAiIdentity, {
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
  identity {
    type = "SystemAssigned"
  }
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
  identity {
    type = var.v
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

azureCases(azureAiIdentity, {
  fail: [
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
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab",
        name: "lab",
        type: "Microsoft.CognitiveServices/accounts",
        location: "westeurope",
        identity: { type: "None" },
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
        identity: { type: "SystemAssigned", principalId: "p" },
        kind: "OpenAI",
        properties: {},
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
        identity: { type: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" } },
        kind: "OpenAI",
        properties: {},
      },
    ],
  ],
});
