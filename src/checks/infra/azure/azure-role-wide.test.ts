import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azureRoleWide } from "./azure-role-wide.ts";

infraCases(azureRoleWide, {
  fail: [
    `resource "azurerm_role_assignment" "r" {
  scope                = "/subscriptions/00000000-0000-0000-0000-000000000001"
  role_definition_name = "Owner"
  principal_id         = "p"
  principal_type       = "Group"
}
`,
    `resource "azurerm_role_assignment" "r" {
  scope              = "/subscriptions/1"
  role_definition_id = "\${data.azurerm_subscription.s.id}/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635"
  principal_id       = azuread_group.g.object_id
}
`,
    `resource "azurerm_role_assignment" "r" {
  scope              = "/subscriptions/1"
  role_definition_id = data.azurerm_role_definition.o.id
  principal_id       = azurerm_linux_web_app.w.identity[0].principal_id
}
data "azurerm_role_definition" "o" {
  name = "Contributor"
}
`,
    `data "azurerm_subscription" "s" {
}
resource "azurerm_role_assignment" "r" {
  scope                = data.azurerm_subscription.s.id
  role_definition_name = "Contributor"
  principal_id         = "p"
  principal_type       = "ServicePrincipal"
}
`,
    `resource "azurerm_role_assignment" "r" {
  scope                = "/providers/Microsoft.Management/managementGroups/root"
  role_definition_name = "Cognitive Services Contributor"
  principal_id         = "p"
  principal_type       = "Group"
}
`,
  ],
  pass: [
    `resource "azurerm_role_assignment" "r" {
  scope                = "/subscriptions/0/resourceGroups/ml"
  role_definition_name = "Owner"
  principal_id         = "p"
  principal_type       = "Group"
}
`,
    `resource "azurerm_role_assignment" "r" {
  scope              = "/subscriptions/1"
  role_definition_id = "\${data.azurerm_subscription.s.id}/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635"
  principal_id       = azuread_user.u.object_id
}
`,
    `resource "azurerm_role_assignment" "r" {
  scope                = "/subscriptions/00000000-0000-0000-0000-000000000001"
  role_definition_name = "Owner"
  principal_id         = "p"
  principal_type       = "User"
}
`,
    `resource "azurerm_role_assignment" "r" {
  scope                = azurerm_cognitive_account.x.id
  role_definition_name = "Contributor"
  principal_id         = "p"
  principal_type       = "Group"
}
`,
  ],
  unknown: [
    `resource "azurerm_role_assignment" "r" {
  scope                = "/subscriptions/00000000-0000-0000-0000-000000000001"
  role_definition_name = "Owner"
  principal_id         = "p"
}
`,
    `variable "v" {}
resource "azurerm_role_assignment" "r" {
  scope              = "/subscriptions/1"
  role_definition_id = var.v
  principal_id       = data.azurerm_client_config.c.object_id
}
`,
    `resource "azurerm_role_assignment" "r" {
  scope              = "/subscriptions/1"
  role_definition_id = data.azurerm_role_definition.o.id
  principal_id       = azuread_group.g.object_id
}
`,
    `variable "v" {}
resource "azurerm_role_assignment" "r" {
  scope                = var.v
  role_definition_name = "Owner"
  principal_id         = "p"
  principal_type       = "Group"
}
`,
    `variable "v" {}
resource "azurerm_role_assignment" "r" {
  scope = "/subscriptions/1"
  role_definition_name = "Owner"
  principal_id = "p"
  principal_type = var.v
}
`,
  ],
  silent: [
    `resource "azurerm_role_assignment" "r" {
  scope                = "/subscriptions/1"
  role_definition_name = "Reader"
  principal_id         = "p"
  principal_type       = "Group"
}
`,
    `resource "azurerm_role_assignment" "r" {
  scope                = "/subscriptions/1"
  role_definition_name = "Cognitive Services OpenAI User"
  principal_id         = "p"
  principal_type       = "Group"
}
`,
  ],
});

azureCases(azureRoleWide, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/providers/Microsoft.Authorization/roleAssignments/a",
        type: "Microsoft.Authorization/roleAssignments",
        name: "a",
        properties: {
          scope: "/subscriptions/00000000-0000-0000-0000-000000000001",
          roleDefinitionId:
            "/subscriptions/00000000-0000-0000-0000-000000000001/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
          principalId: "p",
          principalType: "Group",
        },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/providers/Microsoft.Authorization/roleAssignments/a",
        type: "Microsoft.Authorization/roleAssignments",
        name: "a",
        properties: {
          scope: "/subscriptions/00000000-0000-0000-0000-000000000001",
          roleDefinitionId:
            "/subscriptions/00000000-0000-0000-0000-000000000001/providers/Microsoft.Authorization/roleDefinitions/25fbc0a9-bd7c-42a3-aa1a-3b75d497ee68",
          principalId: "p",
          principalType: "ServicePrincipal",
        },
      },
    ],
    [
      {
        id: "/providers/Microsoft.Management/managementGroups/root/providers/Microsoft.Authorization/roleAssignments/a",
        type: "Microsoft.Authorization/roleAssignments",
        name: "a",
        properties: {
          scope: "/providers/Microsoft.Management/managementGroups/root",
          roleDefinitionId:
            "/subscriptions/00000000-0000-0000-0000-000000000001/providers/Microsoft.Authorization/roleDefinitions/b24988ac-6180-42a0-ab88-20f7382dd24c",
          principalId: "p",
          principalType: "ServicePrincipal",
        },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/providers/Microsoft.Authorization/roleAssignments/a",
        type: "Microsoft.Authorization/roleAssignments",
        name: "a",
        properties: {
          scope: "/subscriptions/00000000-0000-0000-0000-000000000001",
          roleDefinitionId:
            "/subscriptions/00000000-0000-0000-0000-000000000001/providers/Microsoft.Authorization/roleDefinitions/f6c7c914-8db3-469d-8ca1-694a8f32e121",
          principalId: "p",
          principalType: "Group",
        },
      },
    ],
  ],
  pass: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/providers/Microsoft.Authorization/roleAssignments/a",
        type: "Microsoft.Authorization/roleAssignments",
        name: "a",
        properties: {
          scope: "/subscriptions/00000000-0000-0000-0000-000000000001",
          roleDefinitionId:
            "/subscriptions/00000000-0000-0000-0000-000000000001/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
          principalId: "p",
          principalType: "User",
        },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Authorization/roleAssignments/a",
        type: "Microsoft.Authorization/roleAssignments",
        name: "a",
        properties: {
          scope: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml",
          roleDefinitionId:
            "/subscriptions/00000000-0000-0000-0000-000000000001/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
          principalId: "p",
          principalType: "Group",
        },
      },
    ],
  ],
  "not-assessed": [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/providers/Microsoft.Authorization/roleAssignments/a",
        type: "Microsoft.Authorization/roleAssignments",
        name: "a",
        properties: {
          scope: "/subscriptions/00000000-0000-0000-0000-000000000001",
          roleDefinitionId:
            "/subscriptions/00000000-0000-0000-0000-000000000001/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635",
          principalId: "p",
          principalType: { $unread: "Microsoft.Example/read (403 AuthorizationFailed)" },
        },
      },
    ],
  ],
  silent: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/providers/Microsoft.Authorization/roleAssignments/a",
        type: "Microsoft.Authorization/roleAssignments",
        name: "a",
        properties: {
          scope: "/subscriptions/00000000-0000-0000-0000-000000000001",
          roleDefinitionId:
            "/subscriptions/00000000-0000-0000-0000-000000000001/providers/Microsoft.Authorization/roleDefinitions/acdd72a7-3385-48ef-bd42-f606fba81ae7",
          principalId: "p",
          principalType: "Group",
        },
      },
    ],
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/providers/Microsoft.Authorization/roleAssignments/a",
        type: "Microsoft.Authorization/roleAssignments",
        name: "a",
        properties: {
          scope: "/subscriptions/00000000-0000-0000-0000-000000000001",
          roleDefinitionId:
            "/subscriptions/00000000-0000-0000-0000-000000000001/providers/Microsoft.Authorization/roleDefinitions/5e0bd9bd-7b93-4f28-af87-19fc36ad61bd",
          principalId: "p",
          principalType: "Group",
        },
      },
    ],
  ],
});
