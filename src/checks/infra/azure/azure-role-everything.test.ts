import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azureRoleEverything } from "./azure-role-everything.ts";

infraCases(azureRoleEverything, {
  fail: [
    `resource "azurerm_role_definition" "r" {
  name  = "r"
  scope = "/subscriptions/1"
  permissions {
    actions = ["*"]
  }
}
`,
    `resource "azurerm_role_definition" "r" {
  name  = "r"
  scope = "/subscriptions/1"
  permissions {
    actions = ["Microsoft.Resources/subscriptions/read", "*"]
  }
}
`,
  ],
  pass: [
    `resource "azurerm_role_definition" "r" {
  name  = "r"
  scope = "/subscriptions/1"
  permissions {
    actions = ["Microsoft.Resources/subscriptions/read"]
  }
}
`,
  ],
  unknown: [
    `variable "v" {}
resource "azurerm_role_definition" "r" {
  name  = "r"
  scope = "/subscriptions/1"
  permissions {
    actions = var.v
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

azureCases(azureRoleEverything, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/providers/Microsoft.Authorization/roleDefinitions/d",
        type: "Microsoft.Authorization/roleDefinitions",
        name: "d",
        properties: { roleName: "r", type: "CustomRole", permissions: [{ actions: ["*"] }] },
      },
    ],
  ],
  pass: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/providers/Microsoft.Authorization/roleDefinitions/d",
        type: "Microsoft.Authorization/roleDefinitions",
        name: "d",
        properties: { roleName: "r", type: "CustomRole", permissions: [{ actions: ["*/read"] }] },
      },
    ],
  ],
  "not-assessed": [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/providers/Microsoft.Authorization/roleDefinitions/d",
        type: "Microsoft.Authorization/roleDefinitions",
        name: "d",
        properties: {
          roleName: "r",
          type: "CustomRole",
          permissions: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
        },
      },
    ],
  ],
});
