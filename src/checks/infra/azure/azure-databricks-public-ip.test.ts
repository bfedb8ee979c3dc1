import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azureDatabricksPublicIp } from "./azure-databricks-public-ip.ts";

infraCases(azureDatabricksPublicIp, {
  fail: [
    `resource "azurerm_databricks_workspace" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  sku = "premium"
  custom_parameters {
    no_public_ip = false
  }
}
`,
  ],
  pass: [
    `resource "azurerm_databricks_workspace" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  sku = "premium"
  custom_parameters {
    no_public_ip = true
  }
}
`,
  ],
  unknown: [
    `resource "azurerm_databricks_workspace" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  sku = "premium"
}
`,
    `variable "v" {}
resource "azurerm_databricks_workspace" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  sku = "premium"
  custom_parameters {
    no_public_ip = var.v
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

azureCases(azureDatabricksPublicIp, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Databricks/workspaces/bricks",
        name: "bricks",
        type: "Microsoft.Databricks/workspaces",
        location: "westeurope",
        sku: { name: "premium" },
        properties: { parameters: { enableNoPublicIp: { type: "Bool", value: false } } },
      },
    ],
  ],
  pass: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Databricks/workspaces/bricks",
        name: "bricks",
        type: "Microsoft.Databricks/workspaces",
        location: "westeurope",
        sku: { name: "premium" },
        properties: { parameters: { enableNoPublicIp: { type: "Bool", value: true } } },
      },
    ],
  ],
  unknown: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Databricks/workspaces/bricks",
        name: "bricks",
        type: "Microsoft.Databricks/workspaces",
        location: "westeurope",
        sku: { name: "premium" },
        properties: {},
      },
    ],
  ],
  "not-assessed": [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Databricks/workspaces/bricks",
        name: "bricks",
        type: "Microsoft.Databricks/workspaces",
        location: "westeurope",
        sku: { name: "premium" },
        properties: { parameters: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" } },
      },
    ],
  ],
});
