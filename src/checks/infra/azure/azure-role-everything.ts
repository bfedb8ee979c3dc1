import { all, must, pass, unknown } from "../../../infra/answer.ts";
import { asTexts, walk } from "../../../infra/fact.ts";
import { roleDefinition } from "../../../infra/types/azure/around.ts";
import { defineInfraCheck } from "../define.ts";

export const azureRoleEverything = defineInfraCheck({
  meta: {
    id: "azure-role-everything",
    code: "PV-AZ-082",
    title: "A role of one's own may do everything",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AZURE_39", "iam_subscription_roles_owner_custom_not_created"],
    controls: ["CWE-269", "CWE-272"],
    why: "It is an owner under another name, which no look for owners finds.",
    mend: "Name the actions that are needed.",
    mends: {
      terraform: 'permissions {\n  actions = ["Microsoft.CognitiveServices/accounts/read"]\n}',
      az: "az role definition update --role-definition role.json",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_role_definition" "r" {\n  name  = "r"\n  scope = "/subscriptions/1"\n  permissions {\n    actions = ["*"]\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_role_definition" "r" {\n  name  = "r"\n  scope = "/subscriptions/1"\n  permissions {\n    actions = ["Microsoft.Resources/subscriptions/read"]\n  }\n}\n',
        },
      ],
    },
  },
  on: roleDefinition,
  judge: ({ facts: { permissions } }) => {
    if (permissions.kind !== "known") return must(permissions, () => true, { absent: true });
    const { items, open } = permissions.value;
    const answers = items.map((item) => {
      const actions = walk(item, ["actions"]);
      return actions === undefined ? pass : must(asTexts(actions), (names) => !names.includes("*"));
    });
    return all(...answers, ...(open === undefined ? [] : [unknown(permissions.at, open)]));
  },
});
