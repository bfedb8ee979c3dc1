import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azureDatabricksRootKey } from "./azure-databricks-root-key.ts";

infraCases(azureDatabricksRootKey, {
  fail: [
    `resource "azurerm_databricks_workspace" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  sku = "premium"
}
`,
    `resource "azurerm_databricks_workspace" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  sku = "premium"
  customer_managed_key_enabled = true
}
`,
  ],
  pass: [
    `resource "azurerm_databricks_workspace" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  sku = "premium"
  customer_managed_key_enabled = true
}
resource "azurerm_databricks_workspace_root_dbfs_customer_managed_key" "k" {
  workspace_id = azurerm_databricks_workspace.x.id
  key_vault_key_id = azurerm_key_vault_key.k.id
}
`,
    `resource "azurerm_databricks_workspace" "x" {
  name                = "x"
  location            = "westeurope"
  resource_group_name = "ml"
  sku = "standard"
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
  customer_managed_key_enabled = var.v
}
resource "azurerm_databricks_workspace_root_dbfs_customer_managed_key" "k" {
  workspace_id = azurerm_databricks_workspace.x.id
  key_vault_key_id = azurerm_key_vault_key.k.id
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

azureCases(azureDatabricksRootKey, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Databricks/workspaces/bricks",
        name: "bricks",
        type: "Microsoft.Databricks/workspaces",
        location: "westeurope",
        sku: { name: "premium" },
        properties: { parameters: { prepareEncryption: { value: true } } },
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
        properties: {
          parameters: {
            prepareEncryption: { value: true },
            encryption: { value: { keySource: "Microsoft.Keyvault", KeyName: "k" } },
          },
        },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Databricks/workspaces/bricks",
        name: "bricks",
        type: "Microsoft.Databricks/workspaces",
        location: "westeurope",
        sku: { name: "standard" },
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
