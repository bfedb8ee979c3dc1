import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azureAiPrivateEndpoint } from "./azure-ai-private-endpoint.ts";

infraCases(azureAiPrivateEndpoint, {
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
}
resource "azurerm_private_endpoint" "pe" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  subnet_id = "s"
  private_service_connection {
    name = "c"
    is_manual_connection = false
    private_connection_resource_id = azurerm_cognitive_account.x.id
  }
}
`,
    `resource "azurerm_ai_services" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  sku_name            = "S0"
}
resource "azurerm_private_endpoint" "pe" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  subnet_id = "s"
  private_service_connection {
    name = "c"
    is_manual_connection = false
    private_connection_resource_id = azurerm_ai_services.x.id
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
}
resource "azurerm_private_endpoint" "pe" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  subnet_id = "s"
  private_service_connection {
    name = "c"
    is_manual_connection = false
    private_connection_resource_id = var.v
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

azureCases(azureAiPrivateEndpoint, {
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
        kind: "OpenAI",
        properties: { privateEndpointConnections: [] },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.CognitiveServices/accounts/lab",
        name: "lab",
        type: "Microsoft.CognitiveServices/accounts",
        location: "westeurope",
        kind: "OpenAI",
        properties: {
          privateEndpointConnections: [
            { id: "pec", properties: { privateLinkServiceConnectionState: { status: "Pending" } } },
          ],
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
          privateEndpointConnections: [
            {
              id: "pec",
              properties: { privateLinkServiceConnectionState: { status: "Approved" } },
            },
          ],
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
        properties: {
          privateEndpointConnections: {
            $unread: "Microsoft.Example/read (403 AuthorizationFailed)",
          },
        },
      },
    ],
  ],
});
