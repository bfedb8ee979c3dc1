import { mustBe } from "../../../infra/answer.ts";
import { databricksWorkspace } from "../../../infra/types/azure/around.ts";
import { defineInfraCheck } from "../define.ts";

export const azureDatabricksPublic = defineInfraCheck({
  meta: {
    id: "azure-databricks-public",
    code: "PV-AZ-076",
    title: "A Databricks workspace can be reached from the whole internet",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AZURE_158", "databricks_workspace_public_network_access_disabled"],
    controls: ["CWE-668", "CWE-923", "ATLAS:AML.T0012"],
    why: "Notebooks, jobs, models and the data that they reach are there for whoever gets a token, from anywhere.",
    mend: "Switch public network access off and use private endpoints.",
    mends: {
      terraform:
        'public_network_access_enabled         = false\nnetwork_security_group_rules_required = "NoAzureDatabricksRules"',
      az: "az databricks workspace update --ids {id} --public-network-access Disabled --required-nsg-rules NoAzureDatabricksRules",
    },
    since: "0.2.0",
    examples: {
      found: [
        {
          path: "main.tf",
          code: 'resource "azurerm_databricks_workspace" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  sku = "premium"\n}\n',
        },
      ],
      clean: [
        {
          path: "main.tf",
          code: 'resource "azurerm_databricks_workspace" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  sku = "premium"\n  public_network_access_enabled = false\n}\n',
        },
      ],
    },
  },
  on: databricksWorkspace,
  judge: ({ facts }) => mustBe(facts.publicNetwork, false),
});
