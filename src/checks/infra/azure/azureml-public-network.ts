import { mustBe } from "../../../infra/answer.ts";
import { mlWorkspace } from "../../../infra/types/azure/machine-learning.ts";
import { openToWorld } from "../../../infra/way.ts";
import { defineInfraCheck } from "../define.ts";

export const azuremlPublicNetwork = defineInfraCheck({
  meta: {
    id: "azureml-public-network",
    code: "PV-AZ-020",
    title: "An Azure Machine Learning workspace can be reached from the whole internet",
    severity: "medium",
    confidence: "high",
    audience: "default",
    aliases: ["CKV_AZURE_144", "CKV2_AZURE_49", "psrule:Azure.ML.PublicAccess"],
    controls: ["CWE-668", "CWE-923", "ATLAS:AML.T0012"],
    why: "Whoever gets a token can open notebooks, models and data stores of the workspace from anywhere.",
    mend: "Switch public network access off and give the workspace a private endpoint.",
    mends: {
      terraform: "public_network_access_enabled = false",
      az: "az ml workspace update --ids {id} --public-network-access Disabled",
    },
    references: [
      "https://learn.microsoft.com/azure/machine-learning/how-to-configure-private-link",
    ],
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
          code: 'resource "azurerm_machine_learning_workspace" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  application_insights_id = "i"\n  key_vault_id = azurerm_key_vault.x.id\n  storage_account_id = azurerm_storage_account.x.id\n  identity {\n    type = "SystemAssigned"\n  }\n  public_network_access_enabled = false\n}\n',
        },
      ],
    },
  },
  on: mlWorkspace,
  judge: (it) =>
    openToWorld(mustBe(it.facts.publicNetwork, false), it, {
      comes: "comes by the public network, with a login",
      ends: "lets in from any network",
    }),
});
