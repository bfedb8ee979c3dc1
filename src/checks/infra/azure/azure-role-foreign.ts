import { must } from "../../../infra/answer.ts";
import { roleAssignment } from "../../../infra/types/azure/around.ts";
import { roleOf } from "./roles.ts";
import { defineInfraCheck } from "../define.ts";

export const azureRoleForeign = defineInfraCheck({
  meta: {
    id: "azure-role-foreign",
    code: "PV-AZ-081",
    title: "A group of another organisation has a role over models",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-284", "CWE-269", "ATLAS:AML.T0012"],
    why: "Who is in that group is decided elsewhere: nobody here sees who comes in.",
    mend: "Invite the people that are meant, and give the role to a group of your own.",
    mends: { az: "az role assignment delete --ids {id}" },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_role_assignment" "r" {\n  scope                = "/subscriptions/0/resourceGroups/ml"\n  role_definition_name = "Azure AI User"\n  principal_id         = "p"\n  principal_type       = "ForeignGroup"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_role_assignment" "r" {\n  scope                = "/subscriptions/0/resourceGroups/ml"\n  role_definition_name = "Azure AI User"\n  principal_id         = "p"\n  principal_type       = "Group"\n}\n',
        },
      ],
    },
  },
  on: roleAssignment,
  judge: ({ facts }, cloud) => {
    const role = roleOf(facts, cloud);
    if (role === undefined || "kind" in role) return role;
    return must(facts.principalType, (type) => type !== "ForeignGroup", { absent: true });
  },
});
