import { fail, must, pass } from "../../../infra/answer.ts";
import { roleAssignment } from "../../../infra/types/azure/around.ts";
import { principalOf, roleOf, scopeIsWide } from "./roles.ts";
import { defineInfraCheck } from "../define.ts";

export const azureRoleWide = defineInfraCheck({
  meta: {
    id: "azure-role-wide",
    code: "PV-AZ-080",
    title: "A role over a whole subscription manages every model in it",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-269", "CWE-272", "ATLAS:AML.T0012"],
    why: "One member of the group, or one secret of the application, and every account, workspace, key and deployment of the subscription is in other hands.",
    mend: "Assign a narrower role at the resource group, the account or the workspace.",
    mends: {
      terraform:
        'scope                = azurerm_cognitive_account.NAME.id\nrole_definition_name = "Cognitive Services OpenAI User"',
      az: "az role assignment create --assignee PRINCIPAL --role 'Cognitive Services OpenAI User' --scope ACCOUNT\naz role assignment delete --ids {id}",
    },
    blind: "Guests among users, whom only Microsoft Graph tells of; roles of one's own.",
    references: ["https://learn.microsoft.com/azure/role-based-access-control/best-practices"],
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_role_assignment" "r" {\n  scope                = "/subscriptions/00000000-0000-0000-0000-000000000001"\n  role_definition_name = "Owner"\n  principal_id         = "p"\n  principal_type       = "Group"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_role_assignment" "r" {\n  scope                = "/subscriptions/0/resourceGroups/ml"\n  role_definition_name = "Owner"\n  principal_id         = "p"\n  principal_type       = "Group"\n}\n',
        },
      ],
    },
  },
  on: roleAssignment,
  judge: ({ facts }, cloud) => {
    const role = roleOf(facts, cloud);
    if (role === undefined || "kind" in role) return role;
    if (role.can === "use") return undefined;
    const isWide = scopeIsWide(facts.scope);
    if (isWide.kind !== "fail") return isWide;
    // People are told apart by name; a group or an application stands for whoever gets into it.
    const who = principalOf(facts);
    if (who.kind !== "known") return must(who, () => true);
    if (!/^(?:Group|ForeignGroup|ServicePrincipal)$/i.test(who.value)) return pass;
    const name = /group/i.test(who.value) ? "A group" : "An application";
    return fail(isWide.at, {
      message: `${name} has ${role.name} over a whole subscription or more, and with it over every model`,
      ...(role.can === "everything" ? {} : { severity: "low" }),
    });
  },
});
