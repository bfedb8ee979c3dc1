import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azureAcrPublic } from "./azure-acr-public.ts";

infraCases(azureAcrPublic, {
  fail: [
    `resource "azurerm_container_registry" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  sku = "Premium"
}
`,
  ],
  pass: [
    `resource "azurerm_container_registry" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  sku = "Premium"
  public_network_access_enabled = false
}
`,
  ],
  unknown: [
    `variable "v" {}
resource "azurerm_container_registry" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  sku = "Premium"
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

azureCases(azureAcrPublic, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.ContainerRegistry/registries/images",
        name: "images",
        type: "Microsoft.ContainerRegistry/registries",
        location: "westeurope",
        sku: { name: "Premium" },
        properties: { publicNetworkAccess: "Enabled" },
      },
    ],
  ],
  pass: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.ContainerRegistry/registries/images",
        name: "images",
        type: "Microsoft.ContainerRegistry/registries",
        location: "westeurope",
        sku: { name: "Premium" },
        properties: { publicNetworkAccess: "Disabled" },
      },
    ],
  ],
  "not-assessed": [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.ContainerRegistry/registries/images",
        name: "images",
        type: "Microsoft.ContainerRegistry/registries",
        location: "westeurope",
        sku: { name: "Premium" },
        properties: {
          publicNetworkAccess: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
        },
      },
    ],
  ],
});
