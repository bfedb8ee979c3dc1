import { mustBeSet } from "../../../infra/answer.ts";
import { mlWorkspace } from "../../../infra/types/azure/machine-learning.ts";
import { lower } from "./answers.ts";
import { defineInfraCheck } from "../define.ts";

export const azuremlKey = defineInfraCheck({
  meta: {
    id: "azureml-key",
    code: "PV-AZ-026",
    title: "An Azure Machine Learning workspace is encrypted with a key that Microsoft keeps",
    severity: "low",
    confidence: "high",
    audience: "default",
    aliases: [],
    controls: ["CWE-311"],
    why: "Runs, models and metadata stay readable as long as Microsoft holds the key: they cannot be made unreadable at once, nor can its use be followed.",
    mend: "Encrypt with a key of your own key vault when the workspace is made.",
    mends: {
      terraform:
        "encryption {\n  key_vault_id = azurerm_key_vault.NAME.id\n  key_id       = azurerm_key_vault_key.NAME.id\n}",
      az: "# It can't be changed on a workspace that exists: create one anew, from a file with customer_managed_key.\naz ml workspace create --resource-group GROUP --file workspace.yaml",
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
          code: 'resource "azurerm_machine_learning_workspace" "x" {\n  name                = "x"\n  location            = "westeurope"\n  resource_group_name = "ml"\n  application_insights_id = "i"\n  key_vault_id = azurerm_key_vault.x.id\n  storage_account_id = azurerm_storage_account.x.id\n  identity {\n    type = "SystemAssigned"\n  }\n  encryption {\n    key_vault_id = azurerm_key_vault.x.id\n    key_id = azurerm_key_vault_key.x.id\n  }\n}\n',
        },
      ],
    },
  },
  on: mlWorkspace,
  judge: (it) => {
    if (lower(it.facts.kind) === "project") return undefined;
    return mustBeSet(it.facts.customerKey);
  },
});
