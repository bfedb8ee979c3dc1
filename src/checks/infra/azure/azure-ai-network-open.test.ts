import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azureAiNetworkOpen } from "./azure-ai-network-open.ts";

infraCases(azureAiNetworkOpen, {
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
  network_acls {
    default_action = "Allow"
  }
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
  network_acls {
    default_action = "Deny"
    ip_rules       = ["203.0.113.7"]
  }
}
`,
    `resource "azurerm_cognitive_account" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  kind                = "OpenAI"
  sku_name            = "S0"
  public_network_access_enabled = false
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

azureCases(azureAiNetworkOpen, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab",
        name: "lab",
        type: "Microsoft.CognitiveServices/accounts",
        location: "westeurope",
        kind: "OpenAI",
        properties: {
          publicNetworkAccess: "Enabled",
          networkAcls: { defaultAction: "Allow", ipRules: [] },
        },
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
          publicNetworkAccess: "Enabled",
          networkAcls: { defaultAction: "Deny", ipRules: [] },
        },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab",
        name: "lab",
        type: "Microsoft.CognitiveServices/accounts",
        location: "westeurope",
        kind: "OpenAI",
        properties: { publicNetworkAccess: "Disabled", networkAcls: { defaultAction: "Allow" } },
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
          networkAcls: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
        },
      },
    ],
  ],
});
