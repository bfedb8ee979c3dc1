import { mustBe } from "../../../infra/answer.ts";
import { mlWorkspace } from "../../../infra/types/azure/machine-learning.ts";
import { defineInfraCheck } from "../define.ts";

export const azuremlHighImpact = defineInfraCheck({
  meta: {
    id: "azureml-high-impact",
    code: "PV-AZ-025",
    title: "A workspace does not say that its data has high business impact",
    severity: "low",
    confidence: "high",
    audience: "pedantic",
    aliases: [],
    controls: ["CWE-200"],
    why: "Without it Microsoft collects more diagnostics, and disks and scratch space of the computes are not encrypted as they could be.",
    mend: "Say so where the data is sensitive; it cannot be said later.",
    mends: {
      terraform: "high_business_impact = true",
      az: "# It can't be changed on a workspace that exists: create one anew.\naz ml workspace create --name {name}-hbi --resource-group GROUP --hbi-workspace true",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_machine_learning_workspace" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  application_insights_id = "i"\n  key_vault_id = azurerm_key_vault.x.id\n  storage_account_id = azurerm_storage_account.x.id\n  identity {\n    type = "SystemAssigned"\n  }\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_machine_learning_workspace" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  application_insights_id = "i"\n  key_vault_id = azurerm_key_vault.x.id\n  storage_account_id = azurerm_storage_account.x.id\n  identity {\n    type = "SystemAssigned"\n  }\n  high_business_impact = true\n}\n',
        },
      ],
    },
  },
  on: mlWorkspace,
  judge: ({ facts }) => mustBe(facts.highImpact, true),
});
