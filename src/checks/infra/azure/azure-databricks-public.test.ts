import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azureDatabricksPublic } from "./azure-databricks-public.ts";

infraCases(azureDatabricksPublic, {
  fail: [
    `resource "azurerm_databricks_workspace" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  sku = "premium"
}
`,
  ],
  pass: [
    `resource "azurerm_databricks_workspace" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  sku = "premium"
  public_network_access_enabled = false
}
`,
  ],
  unknown: [
    `variable "v" {}
resource "azurerm_databricks_workspace" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  sku = "premium"
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

azureCases(azureDatabricksPublic, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Databricks/workspaces/bricks",
        name: "bricks",
        type: "Microsoft.Databricks/workspaces",
        location: "westeurope",
        sku: { name: "premium" },
        properties: { publicNetworkAccess: "Enabled" },
      },
    ],
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
  pass: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Databricks/workspaces/bricks",
        name: "bricks",
        type: "Microsoft.Databricks/workspaces",
        location: "westeurope",
        sku: { name: "premium" },
        properties: { publicNetworkAccess: "Disabled" },
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
        properties: {
          publicNetworkAccess: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
        },
      },
    ],
  ],
});
