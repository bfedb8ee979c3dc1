import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azureGatewayOpen } from "./azure-gateway-open.ts";

infraCases(azureGatewayOpen, {
  fail: [
    `resource "azurerm_api_management_api" "x" {
  name                = "x"
  api_management_name = "gw"
  resource_group_name = "ml"
  revision            = "1"
  path                = "openai"
  subscription_required = false
}
`,
    `resource "azurerm_api_management_api" "x" {
  name                = "x"
  api_management_name = "gw"
  resource_group_name = "ml"
  revision            = "1"
  path                = "openai"
  subscription_required = false
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
  subscription_required = true
}
`,
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
  subscription_required = false
}
resource "azurerm_api_management_api_policy" "p" {
  api_name            = azurerm_api_management_api.x.name
  api_management_name = "gw"
  resource_group_name = "ml"
  xml_content = "<policies><inbound><validate-jwt header-name='Authorization' /></inbound></policies>"
}
`,
  ],
  unknown: [
    `variable "v" {}
resource "azurerm_api_management_api" "x" {
  name                = "x"
  api_management_name = "gw"
  resource_group_name = "ml"
  revision            = "1"
  path                = "openai"
  subscription_required = var.v
}
`,
    `resource "azurerm_api_management_api" "x" {
  name                = "x"
  api_management_name = "gw"
  resource_group_name = "ml"
  revision            = "1"
  path                = "openai"
  subscription_required = false
}
resource "azurerm_api_management_api_policy" "p" {
  api_name            = azurerm_api_management_api.x.name
  api_management_name = "gw"
  resource_group_name = "ml"
  xml_link = "https://x"
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
  subscription_required = false
}
`,
  ],
});

azureCases(azureGatewayOpen, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.ApiManagement/service/gw/apis/openai",
        name: "openai",
        type: "Microsoft.ApiManagement/service/apis",
        location: "westeurope",
        properties: { path: "openai", subscriptionRequired: false },
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
              "<policies><inbound><base /><!-- <validate-jwt /> --><set-header name='api-key'/></inbound></policies>",
          },
        },
        properties: { path: "openai", subscriptionRequired: false },
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
        properties: { path: "openai", subscriptionRequired: true },
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
              "<policies><inbound><base /><validate-azure-ad-token tenant-id='t' /></inbound></policies>",
          },
        },
        properties: { path: "openai", subscriptionRequired: false },
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
        properties: {
          path: "openai",
          subscriptionRequired: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
        },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.ApiManagement/service/gw/apis/openai",
        name: "openai",
        type: "Microsoft.ApiManagement/service/apis",
        location: "westeurope",
        policy: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
        properties: { path: "openai", subscriptionRequired: false },
      },
    ],
  ],
});
