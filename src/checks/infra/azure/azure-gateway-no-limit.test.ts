import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azureGatewayNoLimit } from "./azure-gateway-no-limit.ts";

infraCases(azureGatewayNoLimit, {
  fail: [
    `resource "azurerm_api_management_api" "x" {
  name                = "x"
  api_management_name = "gw"
  resource_group_name = "ml"
  revision            = "1"
  path                = "openai"
  
}
`,
    `resource "azurerm_api_management_api" "x" {
  name                = "x"
  api_management_name = "gw"
  resource_group_name = "ml"
  revision            = "1"
  path                = "openai"
  
}
resource "azurerm_api_management_api_policy" "p" {
  api_name            = azurerm_api_management_api.x.name
  api_management_name = "gw"
  resource_group_name = "ml"
  xml_content = "<policies><inbound><base /></inbound></policies>"
}
`,
  ],
  pass: [
    `resource "azurerm_api_management_api" "x" {
  name                = "x"
  api_management_name = "gw"
  resource_group_name = "ml"
  revision            = "1"
  path                = "openai"
  
}
resource "azurerm_api_management_api_policy" "p" {
  api_name            = azurerm_api_management_api.x.name
  api_management_name = "gw"
  resource_group_name = "ml"
  xml_content = "<policies><inbound><llm-token-limit tokens-per-minute='5000' /></inbound></policies>"
}
`,
  ],
  unknown: [
    `resource "azurerm_api_management_api" "x" {
  name                = "x"
  api_management_name = "gw"
  resource_group_name = "ml"
  revision            = "1"
  path                = "openai"
  
}
resource "azurerm_api_management_api_policy" "p" {
  api_name            = azurerm_api_management_api.x.name
  api_management_name = "gw"
  resource_group_name = "ml"
  xml_link = "https://x"
}
`,
    `variable "v" {}
resource "azurerm_api_management_api" "x" {
  name                = "x"
  api_management_name = "gw"
  resource_group_name = "ml"
  revision            = "1"
  path                = "openai"
  
}
resource "azurerm_api_management_api_policy" "p" {
  api_name            = azurerm_api_management_api.x.name
  api_management_name = "gw"
  resource_group_name = "ml"
  xml_content = var.v
}
`,
  ],
  silent: [
    `resource "azurerm_api_management_api" "x" {
  name                = "x"
  api_management_name = "gw"
  resource_group_name = "ml"
  revision            = "1"
  path                = "orders"
  
}
`,
  ],
});

azureCases(azureGatewayNoLimit, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.ApiManagement/service/gw/apis/openai",
        name: "openai",
        type: "Microsoft.ApiManagement/service/apis",
        location: "westeurope",
        properties: {},
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.ApiManagement/service/gw/apis/openai",
        name: "openai",
        type: "Microsoft.ApiManagement/service/apis",
        location: "westeurope",
        policy: {
          properties: {
            format: "xml",
            value:
              "<policies><inbound><base /><set-backend-service base-url='x' /></inbound></policies>",
          },
        },
        properties: {},
      },
    ],
  ],
  pass: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.ApiManagement/service/gw/apis/openai",
        name: "openai",
        type: "Microsoft.ApiManagement/service/apis",
        location: "westeurope",
        policy: {
          properties: {
            format: "xml",
            value:
              "<policies><inbound><base /><llm-token-limit tokens-per-minute='1' /></inbound></policies>",
          },
        },
        properties: {},
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.ApiManagement/service/gw/apis/openai",
        name: "openai",
        type: "Microsoft.ApiManagement/service/apis",
        location: "westeurope",
        policy: {
          properties: {
            format: "xml",
            value:
              "<policies><inbound><base /><azure-openai-token-limit tokens-per-minute='1' /></inbound></policies>",
          },
        },
        properties: {},
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.ApiManagement/service/gw/apis/openai",
        name: "openai",
        type: "Microsoft.ApiManagement/service/apis",
        location: "westeurope",
        policy: {
          properties: {
            format: "xml",
            value:
              "<policies><inbound><base /><rate-limit-by-key calls='1' /></inbound></policies>",
          },
        },
        properties: {},
      },
    ],
  ],
  "not-assessed": [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.ApiManagement/service/gw/apis/openai",
        name: "openai",
        type: "Microsoft.ApiManagement/service/apis",
        location: "westeurope",
        policy: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
        properties: {},
      },
    ],
  ],
});
