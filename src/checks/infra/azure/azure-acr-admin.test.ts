import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azureAcrAdmin } from "./azure-acr-admin.ts";

infraCases(azureAcrAdmin, {
  fail: [
    `resource "azurerm_container_registry" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  sku = "Premium"
  admin_enabled = true
}
`,
  ],
  pass: [
    `resource "azurerm_container_registry" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  sku = "Premium"
}
`,
    `resource "azurerm_container_registry" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  sku = "Premium"
  admin_enabled = false
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
  admin_enabled = var.v
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

azureCases(azureAcrAdmin, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.ContainerRegistry/registries/images",
        name: "images",
        type: "Microsoft.ContainerRegistry/registries",
        location: "westeurope",
        sku: { name: "Premium" },
        properties: { adminUserEnabled: true },
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
        properties: { adminUserEnabled: false },
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
          adminUserEnabled: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
        },
      },
    ],
  ],
});
