import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azureSearchPrivateEndpoint } from "./azure-search-private-endpoint.ts";

infraCases(azureSearchPrivateEndpoint, {
  fail: [
    `resource "azurerm_search_service" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  sku                 = "standard"
}
`,
  ],
  pass: [
    `resource "azurerm_search_service" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  sku                 = "standard"
}
resource "azurerm_private_endpoint" "pe" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  subnet_id = "s"
  private_service_connection {
    name = "c"
    is_manual_connection = false
    private_connection_resource_id = azurerm_search_service.x.id
  }
}
`,
  ],
  unknown: [
    `variable "v" {}
resource "azurerm_search_service" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  sku                 = "standard"
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

azureCases(azureSearchPrivateEndpoint, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Search/searchServices/find",
        name: "find",
        type: "Microsoft.Search/searchServices",
        location: "westeurope",
        properties: {},
      },
    ],
  ],
  pass: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Search/searchServices/find",
        name: "find",
        type: "Microsoft.Search/searchServices",
        location: "westeurope",
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
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Search/searchServices/find",
        name: "find",
        type: "Microsoft.Search/searchServices",
        location: "westeurope",
        properties: {
          privateEndpointConnections: {
            $unread: "Microsoft.Example/read (403 AuthorizationFailed)",
          },
        },
      },
    ],
  ],
});
