import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azureAcrAnonymous } from "./azure-acr-anonymous.ts";

infraCases(azureAcrAnonymous, {
  fail: [
    `resource "azurerm_container_registry" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  sku = "Premium"
  anonymous_pull_enabled = true
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
  sku = "Basic"
  anonymous_pull_enabled = true
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
  anonymous_pull_enabled = var.v
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

azureCases(azureAcrAnonymous, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.ContainerRegistry/registries/images",
        name: "images",
        type: "Microsoft.ContainerRegistry/registries",
        location: "westeurope",
        sku: { name: "Premium" },
        properties: { anonymousPullEnabled: true },
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
        properties: { anonymousPullEnabled: false },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.ContainerRegistry/registries/images",
        name: "images",
        type: "Microsoft.ContainerRegistry/registries",
        location: "westeurope",
        sku: { name: "Premium" },
        properties: {},
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
          anonymousPullEnabled: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
        },
      },
    ],
  ],
});
