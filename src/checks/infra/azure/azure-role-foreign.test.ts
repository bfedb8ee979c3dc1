import { azureCases } from "../../../testing/azure-cases.ts";
import { infraCases } from "../../../testing/infra-cases.ts";
import { azureRoleForeign } from "./azure-role-foreign.ts";

infraCases(azureRoleForeign, {
  fail: [
    `resource "azurerm_role_assignment" "r" {
  scope                = "/subscriptions/0/resourceGroups/ml"
  role_definition_name = "Azure AI User"
  principal_id         = "p"
  principal_type       = "ForeignGroup"
}
`,
  ],
  pass: [
    `resource "azurerm_role_assignment" "r" {
  scope                = "/subscriptions/0/resourceGroups/ml"
  role_definition_name = "Azure AI User"
  principal_id         = "p"
  principal_type       = "Group"
}
`,
  ],
  unknown: [
    `variable "v" {}
resource "azurerm_role_assignment" "r" {
  scope = "s"
  role_definition_name = "Owner"
  principal_id = "p"
  principal_type = var.v
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

azureCases(azureRoleForeign, {
  fail: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Authorization/roleAssignments/a",
        type: "Microsoft.Authorization/roleAssignments",
        name: "a",
        properties: {
          scope: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml",
          roleDefinitionId:
            "/subscriptions/00000000-0000-0000-0000-000000000001/providers/Microsoft.Authorization/roleDefinitions/5e0bd9bd-7b93-4f28-af87-19fc36ad61bd",
          principalId: "p",
          principalType: "ForeignGroup",
        },
      },
    ],
  ],
  pass: [
    [
      {
        id: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml/providers/Microsoft.Authorization/roleAssignments/a",
        type: "Microsoft.Authorization/roleAssignments",
        name: "a",
        properties: {
          scope: "/subscriptions/00000000-0000-0000-0000-000000000001/resourceGroups/ml",
          roleDefinitionId:
            "/subscriptions/00000000-0000-0000-0000-000000000001/providers/Microsoft.Authorization/roleDefinitions/5e0bd9bd-7b93-4f28-af87-19fc36ad61bd",
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
            "/subscriptions/00000000-0000-0000-0000-000000000001/providers/Microsoft.Authorization/roleDefinitions/5e0bd9bd-7b93-4f28-af87-19fc36ad61bd",
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
          principalType: "ForeignGroup",
        },
      },
    ],
  ],
});
